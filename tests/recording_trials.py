"""Trials that try to lose a recording: kills at random moments and full disks.

``python -m tests.recording_trials --kills 20 --full-disks 5`` prints one line a trial and fails when anything
sound was lost. The tests run the same at small size.
"""

import argparse
import contextlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from app.recorder import Recorder
from app.recording import Recording, RecordingInfo
from app.types import Frame, Person
from models.geometry import CropBox
from models.topology import BodyTemplate, JointSet, SparseRows

ROOT = Path(__file__).resolve().parent.parent
FPS = 30.0


def grid_template(side: int = 20) -> BodyTemplate:
    """Make a sheet of ``side`` x ``side`` vertices, big enough to record."""
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, side), np.linspace(-0.9, 0.9, side))
    corner = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).reshape(-1, 1)
    faces = np.concatenate([corner + np.array([0, 1, side]), corner + np.array([1, side + 1, side])])
    one = SparseRows(np.zeros((1, 1), np.int32), np.ones((1, 1), np.float32))
    return BodyTemplate(
        name="sheet",
        kind="body",
        v_template=np.stack([x, y, np.zeros_like(x)], -1).reshape(-1, 3).astype(np.float32),
        faces=(faces.astype(np.int32),),
        level_index=(),
        upsampling=(),
        coarse_adjacency=np.zeros((1, 2), np.int32),
        joint_sets={"fastmetro14": JointSet(("R_Ankle",), one)},
        root=one,
        skeleton=None,
        sha256="",
    )


def recording_info(template: BodyTemplate) -> RecordingInfo:
    """Describe a recording of the template."""
    return RecordingInfo(
        source="trial",
        width=640,
        height=480,
        model="none",
        model_version="1",
        body=template.name,
        kind="body",
        template_sha256="",
        joint_names=("R_Ankle",),
        started_at="2026-01-01T00:00:00+00:00",
        settings={"people": 2},
    )


def person(template: BodyTemplate, index: int, person_id: int = 1) -> Person:
    """Return the person that frame ``index`` must hold, the same every time."""
    rng = np.random.default_rng([index, person_id])
    vertices = template.v_template + rng.normal(0, 0.01, template.v_template.shape).astype(np.float32)
    return Person(
        id=person_id,
        score=0.9,
        crop=CropBox(np.array([320.0, 240.0], np.float32), 200.0, 0.1),
        vertices=vertices,
        joints=vertices[:1],
        camera=np.array([0.9, 0.0, 0.1], np.float32),
        translation=np.array([0.1, 0.2, 3.0 + index / 1000], np.float32),
        focal_px=500.0,
        joints_2d=np.zeros((1, 2), np.float32),
        box_xyxy=np.array([0, 0, 10, 10], np.float32),
    )


def record_forever(path: Path, people: int) -> None:
    """Record at 30 frames a second, printing each frame's number, until killed."""
    template = grid_template()
    recorder = Recorder(path, recording_info(template), template, live=True)
    image = np.zeros((4, 4, 3), np.uint8)
    began = time.perf_counter()
    for index in range(10**9):
        time.sleep(max(0.0, began + index / FPS - time.perf_counter()))
        now = time.perf_counter()
        recorder.put(
            Frame(index, image, now, now - began),
            tuple(person(template, index, i + 1) for i in range(people)),
        )
        print(index, flush=True)
        if recorder.status().state == "failed":
            print(recorder.status().message, flush=True)
            return


def start(path: Path, people: int) -> subprocess.Popen:
    """Start :func:`record_forever` in a process of its own."""
    command = [sys.executable, "-m", "tests.recording_trials", "--record", str(path), "--people", str(people)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def check_content(path: Path, people: int) -> int:
    """Compare every frame of a recording with what was recorded; return how many there are."""
    template = grid_template()
    with Recording(path) as recording:
        for frame in recording.frames():
            assert len(frame.people) == people, f"frame {frame.index} has {len(frame.people)} people"
            for found in frame.people:
                expected = person(template, frame.index, found.id)
                error = np.abs(found.vertices - expected.vertices).max()
                assert error < 1e-4, f"frame {frame.index} is off by {error} m"
                np.testing.assert_array_equal(found.translation, expected.translation)
        return len(recording)


def kill_trial(folder: Path, seconds: float, people: int = 2) -> tuple[int, int]:
    """Kill a recording after some seconds; return frames handed over and frames found."""
    path = folder / "killed.h5"
    path.unlink(missing_ok=True)
    process = start(path, people)
    assert process.stdout is not None
    process.stdout.readline()  # it records
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    given = sum(1 for _ in process.stdout) + 1
    process.wait()
    process.stdout.close()
    found = check_content(path, people)
    assert found >= given - FPS - 1, f"{given} frames were given, {found} are left"
    return given, found


def full_disk_trial(disk: Path, megabytes_left: float, fill_after: float | None) -> tuple[int, int, str]:
    """Record onto a nearly full disk until it is full; return frames given, found, and the sentence.

    With ``fill_after`` another program takes all the space that is left after so many seconds.
    """
    path = disk / "full.h5"
    for file in disk.iterdir():
        file.unlink()
    fill = disk / "fill"
    free = int(subprocess.check_output(["df", "--output=avail", "-B1", disk], text=True).split()[-1])
    fill.write_bytes(bytes(max(0, free - int(megabytes_left * 1e6))))
    process = start(path, 2)
    assert process.stdout is not None
    if fill_after is not None:
        process.stdout.readline()
        time.sleep(fill_after)
        with open(fill, "ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(bytes(4096)) == 4096:
                pass
    lines = process.stdout.read().splitlines()
    process.stdout.close()
    process.wait()
    found = check_content(path, 2)
    given = sum(line.isdigit() for line in lines)
    assert "disk is full" in lines[-1], lines[-1]
    assert found >= given - 2 * FPS, f"{given} frames were given, {found} are left"
    return given, found, lines[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--full-disks", type=int, default=0, help="needs the right to mount a tmpfs")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--record", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--people", type=int, default=2, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.record:
        record_forever(args.record, args.people)
        return
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for trial in range(args.kills):
            given, found = kill_trial(folder, rng.uniform(0.5, 4.0))
            print(f"kill {trial + 1}: {given} frames given, {found} kept")
        if args.full_disks:
            disk = folder / "disk"
            disk.mkdir()
            subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], check=True)
            try:
                for trial in range(args.full_disks):
                    suddenly = rng.uniform(1.0, 4.0) if trial % 2 else None
                    given, found, sentence = full_disk_trial(disk, rng.uniform(7.0, 9.0), suddenly)
                    print(f"full disk {trial + 1}: {given} frames given, {found} kept: {sentence}")
            finally:
                subprocess.run(["umount", disk], check=True)


if __name__ == "__main__":
    main()
