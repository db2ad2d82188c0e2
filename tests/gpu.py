"""All that takes a GPU, by one command in some ten minutes: ``python -m tests.gpu -o gpu.json``.

It times networks of the published family (with random weights) and the bundled model in every way in which
they can run here, in float32 and in float16, beside the rate that the paper gives; compares what the GPU
computes with the CPU's results; runs the tests that draw by CUDA; and measures the program's stages by
``bench``. It prints a table and writes everything as JSON. ``--device cpu`` tries the command itself.

It takes the extras ``gpu``, ``cuda`` and ``test``; plug-ins are timed where they are installed.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from rich.console import Console
from rich.table import Table

from app.live.accelerators import accelerators, load_on_cuda, why_no_cuda
from app.live.estimator import default_threads
from app.system.gpu import cuda_failure
from app.system.machine import machine_facts
from main import prepare_environment
from models.body.template import BodyTemplate, load_template, save_template
from models.errors import UserError
from models.export.benchmark import untrained
from models.export.onnx_export import Precision, comparison_images, describe, export_onnx
from models.inference.inputs import CropImage
from models.inference.onnx_model import RUNTIME_ERRORS, OnnxModel
from models.inference.paths import ASSETS
from models.inference.providers import CPU, CUDA
from models.network.checkpoints import load_checkpoint
from models.network.fastmetro import FastMetro

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = "anny-small"
NETWORKS = ("FastMETRO-S-R50", "FastMETRO-L-R50", "FastMETRO-L-H64", BUNDLED)
PAPER_FPS = {"FastMETRO-S-R50": 58.5, "FastMETRO-L-H64": 14.3}  # on the authors' machine, batch 1
PEOPLE = (1, 4)
WARM_UP = 3  # calls; a GPU plans its work in the first, and records a graph in the second
CALLS, SECONDS = 50, 3.0  # of each measurement, whichever is over first
PRECISIONS: tuple[Precision, ...] = ("float32", "half")
DRAWING_TESTS = "tests/models/synthetic/test_render_cuda.py"

Way = Callable[[Path], OnnxModel]


@dataclass(frozen=True, slots=True)
class Row:
    """One network in one way.

    Attributes
    ----------
    network, precision, way, people : what was run, for so many people at once.
    median_ms, p95_ms : of a call, from arrays to arrays; 0 where it does not work.
    fps : frames a second with so many people in each.
    times_paper : that rate over the paper's; None where the paper gives none.
    differs : largest difference of a vertex from the CPU's float32, as a fraction of the largest coordinate.
    failure : why it does not work.
    """

    network: str
    precision: str
    way: str
    people: int
    median_ms: float = 0.0
    p95_ms: float = 0.0
    fps: float = 0.0
    times_paper: float | None = None
    differs: float = 0.0
    failure: str = ""


def ways(device: str) -> dict[str, Way]:
    """Return the ways in which a device can run a model, each with what loads it."""
    threads = default_threads()
    if device == "cpu":
        return {
            "CPU": partial(OnnxModel, threads=threads),
            "CPU, memory kept": partial(OnnxModel, threads=threads, memory="cpu"),
        }
    plain = [(CUDA, {"cudnn_conv_algo_search": "HEURISTIC"}), CPU]
    found: dict[str, Way] = {
        "CUDA": partial(OnnxModel, providers=plain, threads=threads),
        "CUDA, memory kept": partial(load_on_cuda, threads=threads),
        "CUDA graph": partial(load_on_cuda, threads=threads, graphs=True),
    }
    for one in accelerators():
        if one.device != "cuda" and one.is_expected():
            found[one.title] = lambda file, open_model=one.open: open_model(file, threads)[0]
    return found


def network_of(name: str) -> tuple[FastMetro, BodyTemplate]:
    """Return a published network with random weights, or the bundled one, and its body."""
    if name != BUNDLED:
        return untrained(name)
    template = load_template(ASSETS / "anny.npz")
    network, _ = load_checkpoint(ASSETS / f"{BUNDLED}.pt", template)
    if network.blazepose is not None:
        network.blazepose.round()  # as its file is made
    return network, template


def make_files(name: str, folder: Path, console: Console) -> dict[str, Path | str]:
    """Write a network's files, proved against PyTorch; return them by precision, or why not."""
    network, template = network_of(name)
    save_template(folder / f"{name}.npz", template)
    template = load_template(folder / f"{name}.npz")
    info = describe(network, template, f"{name}.npz")
    images = comparison_images(None, info.input_size)
    files: dict[str, Path | str] = {}
    for precision in PRECISIONS:
        file = folder / f"{name}-{precision}.onnx"
        with console.status(f"Writing {file.name} and comparing it with PyTorch"):
            try:
                export_onnx(network, info, file, precision=precision, images=images)
            except UserError as error:
                files[precision] = str(error)
            else:
                files[precision] = file
    if name == BUNDLED:
        files["as shipped"] = ASSETS / f"{BUNDLED}.onnx"
    return files


def feed_of(model: OnnxModel, people: int) -> dict[str, np.ndarray]:
    """Return the inputs of so many people, who all look like the one of the bundled clip."""
    feed = model.example(people)
    (picture,) = comparison_images(None, model.info.input_size)
    for name, one in model.inputs.items():
        if isinstance(one, CropImage):
            feed[name] = np.repeat(one.normalised(cv2.resize(picture, one.shape[1:]))[None], people, axis=0)
    return feed


def measured(row: Row, load: Way, file: Path, wanted: np.ndarray, calls: int) -> Row:
    """Run a model's file in one way; the row with its figures, or with what went wrong."""
    try:
        model = load(file)
        if row.way.startswith("CUDA") and model.provider != CUDA:
            raise UserError("CUDA's libraries could not be loaded.")
        feed = feed_of(model, row.people)
        vertices = [model.run(feed)["vertices"] for _ in range(WARM_UP)][-1]
        seconds: list[float] = []
        end = time.perf_counter() + SECONDS
        while len(seconds) < calls and (not seconds or time.perf_counter() < end):
            started = time.perf_counter()
            model.run(feed)
            seconds.append(time.perf_counter() - started)
    except (UserError, RuntimeError, ValueError, *RUNTIME_ERRORS) as error:
        cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
        return Row(row.network, row.precision, row.way, row.people, failure=cuda_failure(cause))
    median = statistics.median(seconds)
    paper = PAPER_FPS.get(row.network) if row.people == 1 else None
    return Row(
        *(row.network, row.precision, row.way, row.people),
        median_ms=round(median * 1e3, 3),
        p95_ms=round(float(np.percentile(seconds, 95)) * 1e3, 3),
        fps=round(1 / median, 2),
        times_paper=round(1 / median / paper, 2) if paper else None,
        differs=float(np.abs(vertices - wanted).max() / np.abs(wanted).max()),
    )


def time_network(network: str, device: str, calls: int, console: Console) -> list[Row]:
    """Return the rows of one network."""
    rows = []
    with TemporaryDirectory() as folder:
        files = make_files(network, Path(folder), console)
        exact = files["float32"]
        if isinstance(exact, str):
            raise UserError(exact)
        reference = OnnxModel(exact)
        wanted = {people: reference.run(feed_of(reference, people))["vertices"] for people in PEOPLE}
        for precision, file in files.items():
            if isinstance(file, str):
                rows.append(Row(network, precision, "-", 1, failure=file))
                continue
            for way, load in ways(device).items():
                for people in PEOPLE:
                    with console.status(f"{network}, {precision}, {way}, {people} at once"):
                        row = Row(network, precision, way, people)
                        rows.append(measured(row, load, file, wanted[people], calls))
    return rows


def drawing_tests() -> dict[str, object]:
    """Run the tests that draw by CUDA."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", DRAWING_TESTS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        "command": f"python -m pytest -q -rs {DRAWING_TESTS}",
        "exit_code": done.returncode,
        "seconds": round(time.perf_counter() - started, 1),
        "said": done.stdout.strip().splitlines()[-8:],
    }


def stages(device: str, frames: int) -> dict[str, object]:
    """Measure the program's stages, as ``bench`` does."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "bench.json"
        words = ["bench", "--device", device, "--frames", str(frames), "--json", str(file)]
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", *words], capture_output=True, text=True, check=False
        )
        if done.returncode:
            return {"failure": done.stderr.strip()}
        return json.loads(file.read_text(encoding="utf-8"))


def table_of(rows: Sequence[Row]) -> Table:
    """Return the rows for people."""
    table = Table(box=None, pad_edge=False)
    for title in ("network", "precision", "way"):
        table.add_column(title, no_wrap=True)
    for title in ("people", "ms", "95 % below", "frames/s", "paper's", "off by"):
        table.add_column(title, justify="right")
    for row in rows:
        names = (row.network, row.precision, row.way, str(row.people))
        if row.failure:
            table.add_row(*names, *[""] * 5)
            continue
        paper = f"x {row.times_paper}" if row.times_paper else ""
        figures = (f"{row.median_ms:.2f}", f"{row.p95_ms:.2f}", f"{row.fps:.1f}", paper, f"{row.differs:.1e}")
        table.add_row(*names, *figures)
    return table


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.gpu", description=(__doc__ or "").partition("\n\n")[0]
    )
    parser.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.json")
    parser.add_argument("--device", choices=("cuda", "cpu"), default="cuda", help="(cuda)")
    names = " ".join(NETWORKS)
    parser.add_argument("--networks", nargs="+", default=NETWORKS, metavar="NAME", help=f"({names})")
    parser.add_argument("--calls", type=int, default=CALLS, metavar="N", help=f"of a measurement ({CALLS})")
    parser.add_argument("--frames", type=int, default=300, metavar="N", help="of bench (300)")
    parser.add_argument("--only-networks", action="store_true", help="leave tests and bench out")
    given = parser.parse_args(arguments)
    prepare_environment()
    console = Console(highlight=False, soft_wrap=True)
    if given.device == "cuda" and (reason := why_no_cuda()):
        console.print(f"{reason} --device cpu tries this command without a GPU.")
        return 1
    report: dict[str, object] = {"machine": machine_facts(), "device": given.device}
    rows: list[Row] = []
    try:
        for network in given.networks:
            rows += time_network(network, given.device, given.calls, console)
            report["networks"] = [asdict(row) for row in rows]
            given.output.write_text(json.dumps(report, indent=1), encoding="utf-8")  # a lent machine may go
    except UserError as error:
        console.print(str(error))
        return 1
    console.print(table_of(rows))
    for row in rows:
        if row.failure:
            console.print(f"{row.network}, {row.precision}, {row.way}: {row.failure}")
    if not given.only_networks:
        with console.status("Running the tests that draw by CUDA"):
            report["drawing_tests"] = tests = drawing_tests()
        console.print(f"{tests['command']}: exit code {tests['exit_code']}, {tests['seconds']} s")
        with console.status("Measuring the program's stages"):
            report["bench"] = stages(given.device, given.frames)
        given.output.write_text(json.dumps(report, indent=1), encoding="utf-8")
    console.print(f"wrote {given.output}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
