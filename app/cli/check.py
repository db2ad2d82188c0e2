"""The ``check`` command: what truly works on this machine, tried and not only listed, and what helps."""

from __future__ import annotations

import hashlib
import logging
import re
import threading
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

import cv2
import numpy as np
from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.system.display import has_display
from app.system.errors import SYSTEM_PACKAGES
from app.system.files import write_json
from app.system.machine import describe, machine_facts
from models.inference.paths import ASSETS
from models.inference.providers import CPU
from models.inference.store import find_model, list_models, model_files
from models.program import command_name, is_checkout

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

log = logging.getLogger(__name__)

State = Literal["ok", "limited", "failed"]
MARKS: dict[State, str] = {"ok": "[green]ok[/]", "limited": "[yellow]limited[/]", "failed": "[red]failed[/]"}
CAMERA_WAIT_S = 5.0  # for a first frame


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried.

    Attributes
    ----------
    name : what.
    state : it works, works in part, or does not.
    found : what was seen.
    remedy : one line that helps; empty where nothing is to be done.
    """

    name: str
    state: State
    found: str
    remedy: str = ""


def check(json_file: Path | None) -> int:
    """Try everything, print a table, and write JSON if a file is given.

    Returns
    -------
    The exit code: 1 if something failed that the program cannot do without.
    """
    facts = machine_facts()
    console = Console()
    table = Table(box=None, pad_edge=False)
    for title in ("", "state", "found"):
        table.add_column(title, overflow="fold")
    findings = []
    with console.status("trying what works here"):
        for name, attempt in CHECKS.items():
            findings += _try(name, attempt)
    for finding in findings:
        table.add_row(finding.name, MARKS[finding.state], Text(finding.found))
        if finding.remedy:
            table.add_row("", "", Text(finding.remedy, style="dim"))
    for line in describe(facts):
        console.print(line, style="dim", highlight=False, soft_wrap=True)
    console.print()
    console.print(table, highlight=False)
    write_json(json_file, {"machine": facts, "checks": [asdict(finding) for finding in findings]})
    return int(any(finding.state == "failed" for finding in findings))


def _try(name: str, attempt: Callable[[], list[Finding]]) -> list[Finding]:
    try:
        return attempt()
    except Exception as error:  # that a check itself breaks is a finding too
        log.debug("checking %s", name, exc_info=True)
        return [Finding(name, "failed", str(error) or type(error).__name__)]


def check_network() -> list[Finding]:
    """Run the bundled model and say what it truly runs on, and how fast."""
    from app.live.estimator import MeshEstimator

    estimator = MeshEstimator(find_model(""))
    found = (
        f"{estimator.info.name} on {estimator.device_name} ({estimator.provider}), "
        f"{estimator.self_test_s * 1000:.1f} ms a person"
    )
    on_cpu = estimator.provider == CPU
    remedy = estimator.cpu_reason or " ".join(trial.reason for trial in estimator.trials)
    return [Finding("mesh network", "limited" if on_cpu else "ok", found, remedy)]


def check_detector() -> list[Finding]:
    """Run the person detector once warm."""
    from app.live.detector import PersonDetector

    detector = PersonDetector()
    image = np.zeros((720, 1280, 3), np.uint8)
    try:
        detector.detect(image)
        started = time.perf_counter()
        detector.detect(image)
    finally:
        detector.close()
    return [Finding("person detector", "ok", f"{(time.perf_counter() - started) * 1000:.0f} ms a picture")]


def check_drawing() -> list[Finding]:
    """Draw a mesh and say on what."""
    from models.rendering.flat_renderer import FlatRenderer
    from models.rendering.mesh_renderer import (
        MAIN_THREAD_ONLY,
        MeshRenderer,
        NoOpenGLError,
        Surface,
        draws_in_main_thread_only,
    )

    corners = np.array([[-1, -1, 3], [1, -1, 3], [0, 1, 3]], np.float32)
    try:
        renderer = MeshRenderer(np.array([[0, 1, 2]]), len(corners))
    except NoOpenGLError as error:
        return [Finding("drawing", "limited", FlatRenderer.device_name, str(error))]
    try:
        drawn = renderer.render([Surface(corners, (255, 255, 255))], 900.0, (1280, 720))
    finally:
        renderer.close()
    if drawn is None or not drawn.rgba.any():
        return [Finding("drawing", "failed", f"{renderer.device_name} drew nothing", "Update its driver.")]
    if draws_in_main_thread_only():
        return [Finding("drawing", "limited", renderer.device_name, MAIN_THREAD_ONLY)]
    if renderer.is_software:
        remedy = "The processor draws; with a graphics driver for OpenGL 4 the graphics processor would."
        return [Finding("drawing", "limited", renderer.device_name, remedy)]
    return [Finding("drawing", "ok", renderer.device_name)]


def check_cameras() -> list[Finding]:
    """Take a frame from each camera."""
    from app.live.sources.base import SourceError
    from app.live.sources.camera import list_cameras
    from app.live.sources.open import open_source

    cameras = list_cameras()
    if not cameras:
        remedy = "Plug one in (on Linux: be in the group 'video'), or use a video file or 'sample'."
        return [Finding("cameras", "limited", "none found", remedy)]
    findings = []
    for camera in cameras:
        name = f"camera {camera.index}"
        try:
            source = open_source(str(camera.index), realtime=True)
        except SourceError as error:
            findings.append(Finding(name, "limited", camera.name, str(error)))
            continue
        timer = threading.Timer(CAMERA_WAIT_S, source.cancel)
        timer.start()
        frame = source.read()
        timer.cancel()
        source.close()
        if frame is None:
            remedy = "It opens but gives no picture; unplug it and plug it in again."
            findings.append(Finding(name, "limited", camera.name, remedy))
        else:
            findings.append(Finding(name, "ok", f"{camera.name}, {source.gives}"))
    return findings


def check_video() -> list[Finding]:
    """Say what videos are written with, and whether the FFmpeg that reads them is there."""
    from app.recordings.video_writer import encoder_name

    findings = []
    if "FFMPEG" not in [cv2.videoio_registry.getBackendName(b) for b in cv2.videoio_registry.getBackends()]:
        remedy = "Install opencv-python from PyPI, which brings FFmpeg."
        findings.append(Finding("reading videos", "failed", "this OpenCV has no FFmpeg", remedy))
    better = (
        "" if "264" in encoder_name() else "For smaller files that browsers play: install av from PyPI again."
    )
    return [*findings, Finding("writing videos", "limited" if better else "ok", encoder_name(), better)]


def check_window() -> list[Finding]:
    """Say whether a window can open."""
    from app.gui.platform import qt_version, why_no_window  # fails where libraries of the system are missing

    version = f"Qt {qt_version()}"
    if not has_display():
        remedy = f"There is no display: '{command_name()} run SOURCE' works without a window."
        return [Finding("window", "limited", version, remedy)]
    if reason := why_no_window():
        remedy = f"On Debian and Ubuntu: {SYSTEM_PACKAGES}"
        return [Finding("window", "limited", f"{version}: {reason}", remedy)]
    return [Finding("window", "ok", version)]


def check_assets() -> list[Finding]:
    """Compare every asset with the hash that its record gives."""
    record = (ASSETS / "SOURCES.md").read_text(encoding="utf-8")
    wanted = {
        name: sha for name, sha in re.findall(r"^\| *([^| ]+) *\|.*\b([0-9a-f]{64})\b", record, re.MULTILINE)
    }
    bad = []
    for name, sha256 in wanted.items():
        files = sorted(ASSETS.glob(name))  # a row may name several, with the hash of all in order
        if not files:
            if is_checkout():  # an installed program comes without what only training takes
                bad.append(f"{name} is missing")
        elif hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest() != sha256:
            bad.append(f"{name} has changed")
    if bad or not wanted:
        restore = "Restore the files: git checkout -- assets"
        remedy = restore if is_checkout() else "Install the program again."
        found = "; ".join(bad) or "assets/SOURCES.md names no files"
        return [Finding("assets", "failed", found, remedy)]
    return [Finding("assets", "ok", f"all {len(wanted)} rows as recorded in assets/SOURCES.md")]


def check_models() -> list[Finding]:
    """Say which models can be chosen; each is run once, with its template."""
    from app.live.estimator import MeshEstimator

    models = list_models()
    usable, remedies = [], []
    for model in models:
        try:
            MeshEstimator(model.file, device="cpu")
        except Exception as error:  # whatever keeps it from running, it cannot be chosen
            log.debug("trying %s", model.file, exc_info=True)
            remedies.append(f"{model.name}: {error}")
        else:
            usable.append(model.name)
    listed = [model.file for model in models]
    bundled = {file.stem for file in listed if file.parent == ASSETS}
    for file in model_files():
        if file in listed:
            continue
        if file.stem in bundled:
            remedies.append(f"{file.name} among the imported models has the bundled model's name; rename it.")
        else:
            remedies.append(f"{file.name} cannot be used; import or export it again, or remove it.")
    state = "failed" if not usable else "limited" if remedies else "ok"
    return [Finding("models", state, ", ".join(usable) or "none", " ".join(remedies))]


CHECKS: dict[str, Callable[[], list[Finding]]] = {
    "mesh network": check_network,
    "person detector": check_detector,
    "drawing": check_drawing,
    "cameras": check_cameras,
    "writing videos": check_video,
    "window": check_window,
    "assets": check_assets,
    "models": check_models,
}
