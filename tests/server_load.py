"""How many booths does a server carry? ``python -m tests.server_load --booths 1 2 4``.

Each booth is a process that sends the sample's own crops, one person 30 times a second, and leaves frames out
while it waits, as the program does. Before that the same crops are done in this process, one after another.
Without ``--server`` a server of PyPI is installed and started on this machine; a GPU's server is named:
``python -m tests.server_load --booths 1 4 16 --server grpc://127.0.0.1:8001``.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from app.live.mesh_step import MeshStep
from app.live.sources.open import open_source
from app.options import Options
from app.server.address import parse_server
from app.server.connection import Connection, ServerError
from app.system.machine import cpu_name, usable_cores
from main import prepare_environment
from models.export.server_files import write_server_files
from models.inference.onnx_model import OnnxModel
from models.inference.served_model import ServedModel
from models.inference.store import BUNDLED_MODEL
from tests.fakes.served.servers import STARTERS

RATE = 30.0  # frames a second of a booth's camera
FRAMES = 90  # of the sample, whose crops are sent again and again
TIMEOUT_S = 10.0  # long, so that what an answer takes is seen; the program itself waits for a frame
HERE_S = 10.0  # for which this process is measured


@dataclass(frozen=True, slots=True)
class Load:
    """What booths got.

    Attributes
    ----------
    booths : how many there were; 0 for this process without a server.
    answers_per_s : of all of them together.
    p50_ms, p95_ms : of an answer.
    late : share of the answers that took longer than a frame, for which a booth computes itself.
    left_out : share of the cameras' frames that came while a booth still waited.
    failed : requests without an answer.
    """

    booths: int
    answers_per_s: float
    p50_ms: float
    p95_ms: float
    late: float = 0.0
    left_out: float = 0.0
    failed: int = 0

    def __str__(self) -> str:
        who = f"{self.booths:6} booths" if self.booths else "  this process"
        return (
            f"{who} {self.answers_per_s:8.1f} answers/s  p50 {self.p50_ms:6.1f} ms  p95 {self.p95_ms:6.1f} ms"
            f"  late {self.late:4.0%}  frames left out {self.left_out:4.0%}  failed {self.failed}"
        )


def real_crops(model: OnnxModel) -> list[dict[str, np.ndarray]]:
    """Return what is sent for the sample's frames, as the program cuts them."""
    step = MeshStep(Options(model=str(model.file), device="cpu"))
    source, fed, estimate = open_source("sample", realtime=False, loop=True), [], step.estimator.estimate

    def watched(subjects, *, batch=None):
        fed.extend(
            {name: one.to_send(name, subject)[None] for name, one in model.inputs.items()}
            for subject in subjects
        )
        return estimate(subjects, batch=batch)

    step.estimator.estimate = watched
    for _ in range(FRAMES):
        step.step(source.read())
    source.close()
    step.close()
    return fed


def measure_here(model: OnnxModel, crops: list[dict[str, np.ndarray]]) -> Load:
    """Run crops one after another in this process, normalised as the program does."""
    took, end = [], time.perf_counter() + HERE_S
    while time.perf_counter() < end:
        crop = crops[len(took) % len(crops)]
        began = time.perf_counter()
        feed = {}
        for name, one in model.inputs.items():
            is_image = crop[name].dtype == np.uint8
            feed[name] = one.normalised(crop[name][0])[None] if is_image else crop[name]
        model.run(feed)
        took.append(time.perf_counter() - began)
    p50, p95 = 1000 * np.percentile(took, [50, 95])
    return Load(0, len(took) / sum(took), float(p50), float(p95))


def be_a_booth(
    address: str, served: ServedModel, file: str, number: int, seconds: float, together, answers
) -> None:
    """Send crops until the time is up, in a process of its own; all begin together."""
    with np.load(file) as stored:
        arrays = {name: stored[name] for name in stored.files}
    count = len(next(iter(arrays.values())))
    connection = Connection(parse_server(address), served)
    connection.check(10.0)
    together.wait()
    at = time.perf_counter() + number / RATE / 7 % (1 / RATE)  # cameras do not tick together
    frames = round(seconds * RATE)
    took, failed, left_out, frame = [], 0, 0, 0
    while frame < frames:
        time.sleep(max(at + frame / RATE - time.perf_counter(), 0.0))
        began = time.perf_counter()
        try:
            chosen = (frame + 13 * number) % count
            connection.infer({name: value[chosen] for name, value in arrays.items()}, TIMEOUT_S)
            took.append(time.perf_counter() - began)
        except ServerError:
            failed += 1
        # The frames that came meanwhile are replaced by the newest.
        newest = max(frame + 1, int((time.perf_counter() - at) * RATE))
        left_out += min(newest, frames) - frame - 1
        frame = newest
    connection.close()
    answers.put((took, failed, left_out, frames))


def measure_booths(
    address: str, served: ServedModel, crops: list[dict[str, np.ndarray]], booths: int, seconds: float
) -> Load:
    """Let so many booths send at once."""
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "crops.npz"
        np.savez(file, **{name: np.stack([crop[name] for crop in crops]) for name in crops[0]})
        together = context.Barrier(booths)
        processes = [
            context.Process(
                target=be_a_booth, args=(address, served, str(file), i, seconds, together, answers)
            )
            for i in range(booths)
        ]
        for process in processes:
            process.start()
        found = [answers.get(timeout=300 + 10 * booths + seconds) for _ in processes]
        for process in processes:
            process.join()
    took = np.concatenate([one[0] for one in found])
    if not len(took):
        raise SystemExit(f"{address} answered none of {booths} booths; look at its log.")
    p50, p95 = 1000 * np.percentile(took, [50, 95])
    frames = sum(one[3] for one in found)
    return Load(
        booths,
        len(took) / seconds,
        float(p50),
        float(p95),
        late=float((took > 1 / RATE).mean()),
        left_out=sum(one[2] for one in found) / frames,
        failed=sum(one[1] for one in found),
    )


def main(arguments: list[str] | None = None) -> int:
    """Measure, and print a line each."""
    parser = argparse.ArgumentParser(prog="python -m tests.server_load", description=__doc__)
    parser.add_argument("--booths", type=int, nargs="+", default=[1, 2, 4], metavar="N")
    parser.add_argument("--seconds", type=float, default=60.0, help="for each number of booths (60)")
    parser.add_argument("--server", metavar="grpc://HOST:PORT", help="a server that runs already")
    parser.add_argument("--start", choices=tuple(STARTERS), default="triton", help="or what is started here")
    parser.add_argument("--environments", type=Path, help="where servers are installed, to be kept")
    parser.add_argument("--threads", type=int, default=0, help="of the network, here and on a started server")
    parser.add_argument("--json", type=Path, help="write the figures too")
    given = parser.parse_args(arguments)
    prepare_environment()
    model = OnnxModel(BUNDLED_MODEL, threads=given.threads)
    served = ServedModel.of(model)
    sent = sum(one.bytes for one in served.inputs.values())
    answered = sum(one.bytes for one in served.outputs)
    print(f"{cpu_name()}, {usable_cores()} cores; {sent:,} bytes a crop there, {answered:,} back", flush=True)
    crops = real_crops(model)
    loads = [measure_here(model, crops)]
    print(loads[0], flush=True)
    with tempfile.TemporaryDirectory() as folder:
        work, server, address = Path(folder), None, given.server
        if address is None:
            write_server_files(model.file, work / "repository")
            environments = given.environments or work / "environments"
            (work / "server").mkdir()
            server = STARTERS[given.start](
                work / "repository", environments, work / "server", threads=given.threads
            )
            address = server.address
        try:
            for booths in given.booths:
                loads.append(measure_booths(address, served, crops, booths, given.seconds))
                print(loads[-1], flush=True)
        finally:
            if server is not None:
                server.close()
    if given.json:
        given.json.write_text(json.dumps([asdict(one) for one in loads], indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
