"""Times a network in PyTorch and in ONNX Runtime in one run: ``python -m models.speed FastMETRO-S-R50``."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnxruntime
import torch
from rich.console import Console

from models.config import VARIANTS, find_config
from models.export import describe, export_onnx
from models.fastmetro import FastMetro, sizes_only_template
from models.published_body import HAND21
from models.template import FASTMETRO14
from models.topology import BodyTemplate, JointSet, SparseRows

TURNS = 6
CALLS_A_TURN = 4  # the first of a turn is left out: it finds the other's data in the caches
NEIGHBOURS = 3  # coarse vertices that a fine one is made from in the authors' meshes


@dataclass(frozen=True)
class Timing:
    """Seconds of one inference.

    Attributes
    ----------
    median, shortest : on the clock.
    processor : median of the time that processors worked on it, all threads together; other programs on
        the machine hardly change it.
    """

    median: float
    shortest: float
    processor: float


@dataclass(frozen=True)
class Speed:
    """One network in both, measured in turns.

    Attributes
    ----------
    threads : that each was given.
    eager, onnx : PyTorch and ONNX Runtime.
    """

    threads: int
    eager: Timing
    onnx: Timing

    def describe(self) -> str:
        """Return one line for people."""
        eager, onnx = self.eager, self.onnx
        return (
            f"{self.threads} thread{'s' * (self.threads > 1)}: eager PyTorch {eager.median * 1e3:.0f} ms "
            f"(shortest {eager.shortest * 1e3:.0f}, processor {eager.processor * 1e3:.0f}), "
            f"ONNX Runtime {onnx.median * 1e3:.0f} ms "
            f"(shortest {onnx.shortest * 1e3:.0f}, processor {onnx.processor * 1e3:.0f}): "
            f"{eager.median / onnx.median:.2f} times as fast "
            f"(shortest {eager.shortest / onnx.shortest:.2f}, "
            f"processor {eager.processor / onnx.processor:.2f})"
        )


def compare_speed(
    network: FastMetro, model_file: Path, *, threads: int | None = None, turns: int = TURNS
) -> Speed:
    """Time one inference (batch 1, on the CPU) of a network in PyTorch and of its ONNX file.

    Parameters
    ----------
    network : in evaluation mode; a published one, which takes an image only.
    model_file : what :func:`models.export.export_onnx` made of it.
    threads : for each; by default as many as there are processors to use.
    turns : each gets this many turns of some calls, so that a load on the machine falls on both.
    """
    threads = threads or _processors()
    size = network.config.input_size
    image = torch.randn(1, 3, size, size, generator=torch.Generator().manual_seed(0))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # Threads that spin between calls would slow down PyTorch's turn.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(model_file), options, providers=["CPUExecutionProvider"])
    inputs = {"image": image.numpy()}

    eager: list[tuple[float, float]] = []
    onnx: list[tuple[float, float]] = []
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        with torch.inference_mode():
            for _ in range(turns):
                eager += _calls(lambda: network(image))
                onnx += _calls(lambda: session.run(None, inputs))
    finally:
        torch.set_num_threads(before)
    return Speed(threads, _timing(eager), _timing(onnx))


def _calls(call: Callable[[], object]) -> list[tuple[float, float]]:
    """Return the seconds on the clock, and of processors, of one turn's calls."""
    call()
    found = []
    for _ in range(CALLS_A_TURN - 1):
        clock, processor = time.perf_counter(), time.process_time()
        call()
        found.append((time.perf_counter() - clock, time.process_time() - processor))
    return found


def _timing(calls: Sequence[tuple[float, float]]) -> Timing:
    clock, processor = zip(*calls, strict=True)
    return Timing(statistics.median(clock), min(clock), statistics.median(processor))


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def untrained(name: str) -> tuple[FastMetro, BodyTemplate]:
    """Return a published network with random weights, and a template of its sizes, to take times with.

    Raises
    ------
    ValueError : there is no such network, or it is none of the published ones.
    """
    config = find_config(name)
    if config.stem == "landmarks":
        raise ValueError(f"{name} is not one of the published networks, which are timed here.")
    template = sizes_only_template(config.kind)
    rng = np.random.default_rng(0)

    def rows(fine: int, coarse: int) -> SparseRows:
        index = rng.integers(0, coarse, (fine, NEIGHBOURS)).astype(np.int32)
        return SparseRows(index, np.full(index.shape, 1 / NEIGHBOURS, np.float32))

    sizes = template.level_sizes
    template = replace(
        template,
        upsampling=tuple(rows(*pair) for pair in pairwise(sizes)),
        coarse_adjacency=np.repeat(np.arange(sizes[-1]), 2).reshape(-1, 2),
        joint_sets={
            name: JointSet(joints, rows(len(joints), sizes[0]))
            for name, joints in (("fastmetro14", FASTMETRO14), ("hand21", HAND21))
        },
    )
    torch.manual_seed(0)
    return FastMetro(config, template).eval(), template


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    published = [name for name, config in VARIANTS.items() if config.stem != "landmarks"]
    parser = argparse.ArgumentParser(
        prog="python -m models.speed",
        description="Time a published network, with random weights, in eager PyTorch and in ONNX Runtime, "
        "in turns in one run on the CPU.",
    )
    parser.add_argument("network", choices=published, metavar="NAME", help=", ".join(published))
    parser.add_argument(
        "--threads", type=int, nargs="+", default=sorted({1, _processors()}), metavar="N",
        help="threads for each, one measurement a number (default: 1 and all)",
    )  # fmt: skip
    parser.add_argument("--turns", type=int, default=TURNS, help="turns for each (default: %(default)s)")
    given = parser.parse_args(arguments)
    if min([*given.threads, given.turns]) < 1:
        parser.error("threads and turns are at least 1")
    console = Console(highlight=False, soft_wrap=True)
    network, template = untrained(given.network)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "network.onnx"
        info = describe(network, template, "template.npz")
        with console.status("Writing the ONNX file and comparing it with PyTorch"):
            parity = export_onnx(network, info, file)
        worst = max(parity.differences.values())
        console.print(
            f"{given.network}, batch 1, float32, PyTorch {torch.__version__}, ONNX Runtime "
            f"{onnxruntime.__version__}; outputs agree within {worst:.1e} of the largest value"
        )
        for threads in given.threads:
            with console.status("Taking times"):
                speed = compare_speed(network, file, threads=threads, turns=given.turns)
            console.print(speed.describe())
    return 0


if __name__ == "__main__":
    sys.exit(main())
