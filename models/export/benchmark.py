"""``python -m models.export.benchmark FastMETRO-S-R50``: times a network in PyTorch and in ONNX Runtime."""

from __future__ import annotations

import argparse
import copy
import json
import os
import statistics
import sys
import time
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from rich.console import Console
from torch import Tensor, nn

from models.body.joints import FASTMETRO14
from models.body.template import BodyTemplate, JointSet, SparseRows, load_template, save_template
from models.errors import UserError
from models.export.int8 import quantise
from models.export.onnx_export import describe, export_onnx
from models.inference.onnx_model import RUNTIME_VERSION, OnnxModel
from models.network.config import VARIANTS, find_config
from models.network.fastmetro import FastMetro, SparseUpsampling
from models.network.sizes import sizes_only_template
from models.network.transformer import Attention
from models.smpl.template import HAND21

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
    """One network four times over, measured in turns.

    Attributes
    ----------
    threads : that each was given.
    released : eager PyTorch as the authors' release runs it, see :func:`as_released`.
    eager : this program's own network in eager PyTorch, without gradients.
    onnx : ONNX Runtime.
    int8 : ONNX Runtime with the network in integers.
    """

    threads: int
    released: Timing
    eager: Timing
    onnx: Timing
    int8: Timing

    def describe(self) -> str:
        """Return a few lines for people."""
        lines = [f"{self.threads} thread{'s' * (self.threads > 1)}"]
        slowest = self.released
        for name, timing in (
            ("eager PyTorch, the authors' way", self.released),
            ("eager PyTorch, this program's network", self.eager),
            ("ONNX Runtime", self.onnx),
            ("ONNX Runtime, in integers", self.int8),
        ):
            line = (
                f"  {name:38} {timing.median * 1e3:6.1f} ms (shortest {timing.shortest * 1e3:6.1f}, "
                f"processor {timing.processor * 1e3:6.1f})"
            )
            if timing is not slowest:
                line += (
                    f"; {slowest.median / timing.median:.2f} times as fast as the authors' way "
                    f"(shortest {slowest.shortest / timing.shortest:.2f}, "
                    f"processor {slowest.processor / timing.processor:.2f})"
                )
            lines.append(line)
        return "\n".join(lines)


class _WeighedAttention(Attention):
    """Attention that also works out the mean weights of its heads, which nobody reads.

    So does ``nn.MultiheadAttention`` where ``need_weights`` is left on, as in the authors' release.
    """

    def attend(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None = None) -> Tensor:
        """Return (B, Tq, D) from projected queries, keys and values."""
        scores = query / query.shape[-1] ** 0.5 @ key.transpose(2, 3)
        weights = torch.softmax(scores if mask is None else scores + mask, -1)
        weights.mean(1)
        y = weights @ value
        return self.out_proj(y.transpose(1, 2).flatten(2))


class _SparseProduct(nn.Module):
    """Upsampling as a product with a sparse matrix for each sample, as in the authors' release."""

    def __init__(self, upsampling: SparseUpsampling, coarse: int):
        super().__init__()
        index, weight = upsampling.get_buffer("index"), upsampling.get_buffer("weight")
        rows = torch.arange(len(index)).repeat_interleave(index.shape[1])
        indices = torch.stack((rows, index.flatten()))
        self.matrix = torch.sparse_coo_tensor(
            indices, weight.flatten(), (len(index), coarse), check_invariants=True
        ).coalesce()

    def forward(self, vertices: Tensor) -> Tensor:
        """Map (B, C, 3) to (B, R, 3)."""
        return torch.stack([torch.sparse.mm(self.matrix, one) for one in vertices])


def as_released(network: FastMetro) -> FastMetro:
    """Return a copy of a published network that computes the same the way the authors' release does.

    Its attention works out mean weights too, its fixed upsampling multiplies by a sparse matrix. The
    release's demo also leaves gradients on, which is up to the caller.
    """
    copied = copy.deepcopy(network)
    coarse = copied.num_vertices if not copied.config.learned_upsampling else copied.upsample.out_features
    for module in list(copied.modules()):
        for name, part in list(module.named_children()):
            if isinstance(part, Attention):
                slow = _WeighedAttention(part.out_proj.in_features, part.heads, part.dropout)
                slow.load_state_dict(part.state_dict())
                setattr(module, name, slow)
            elif isinstance(part, SparseUpsampling):
                setattr(module, name, _SparseProduct(part, coarse))
    return copied.eval()


def compare_speed(
    network: FastMetro,
    model_file: Path,
    int8_file: Path,
    *,
    threads: int | None = None,
    turns: int = TURNS,
) -> Speed:
    """Time one inference (batch 1, on the CPU) of a network in PyTorch, both ways, and of its ONNX files.

    Parameters
    ----------
    network : in evaluation mode; a published one, which takes an image only.
    model_file : what :func:`models.export.onnx_export.export_onnx` made of it.
    int8_file : the same in integers.
    threads : for each; by default as many as there are processors to use.
    turns : each gets this many turns of some calls, so that a load on the machine falls on both.
    """
    threads = threads or _processors()
    size = network.config.input_size
    image = torch.randn(1, 3, size, size, generator=torch.Generator().manual_seed(0))
    model, int8_model = (OnnxModel(file, threads=threads) for file in (model_file, int8_file))
    released_network = as_released(network)

    def eager() -> None:
        with torch.inference_mode():
            network(image)

    contenders: dict[str, Callable[[], object]] = {
        "released": lambda: released_network(image),
        "eager": eager,
        "onnx": lambda: model.run({"image": image.numpy()}),
        "int8": lambda: int8_model.run({"image": image.numpy()}),
    }
    calls: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        for _ in range(turns):
            for name, call in contenders.items():
                calls[name] += _calls(call)
    finally:
        torch.set_num_threads(before)
    return Speed(threads, **{name: _timing(found) for name, found in calls.items()})


def time_onnx(model_file: Path, calls: int = 5) -> Timing:
    """Time one inference (batch 1, on the CPU, all processors) of a model's file.

    Parameters
    ----------
    calls : how many to take, after a first one that is left out.
    """
    model = OnnxModel(model_file, threads=_processors())
    feed = model.example()
    return _timing(_calls(lambda: model.run(feed), calls))


def _calls(call: Callable[[], object], count: int = CALLS_A_TURN - 1) -> list[tuple[float, float]]:
    """Return the seconds on the clock, and of processors, of calls after a first one."""
    call()
    found = []
    for _ in range(count):
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
    UserError : there is no such network, or it is none of the published ones.
    """
    config = find_config(name)
    if config.stem == "landmarks":
        raise UserError(f"{name} is not one of the published networks, which are timed here.")
    template = sizes_only_template(config.kind)
    rng = np.random.default_rng(0)

    def rows(fine: int, coarse: int) -> SparseRows:
        index = rng.integers(0, coarse, (fine, NEIGHBOURS)).astype(np.int32)
        return SparseRows(index, np.full(index.shape, 1 / NEIGHBOURS, np.float32))

    sizes = template.level_sizes
    template = replace(
        template,
        faces=tuple(np.zeros((1, 3), np.int32) for _ in sizes),  # nothing is drawn
        upsampling=tuple(rows(*pair) for pair in pairwise(sizes)),
        coarse_adjacency=np.repeat(np.arange(sizes[-1]), 2).reshape(-1, 2),
        joint_sets={
            name: JointSet(joints, rows(len(joints), sizes[0]))
            for name, joints in (("fastmetro14", FASTMETRO14), ("hand21", HAND21))
        },
    )
    torch.manual_seed(0)
    network = FastMetro(config, template)
    _settle_normalisation(network)
    return network.eval(), template


def _settle_normalisation(network: FastMetro) -> None:
    """Give batch normalisation the statistics of noise; without, random layers end beyond all numbers."""
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        norm.momentum = 1.0  # the batch's own
    size = network.config.input_size
    with torch.no_grad():
        network.train()(torch.randn(2, 3, size, size))


def noise(size: int, count: int = 3) -> list[dict[str, np.ndarray]]:
    """Return inputs that integers get their ranges from where nobody looks at the results."""
    rng = np.random.default_rng(0)
    return [{"image": rng.standard_normal((1, 3, size, size), np.float32)} for _ in range(count)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    published = [name for name, config in VARIANTS.items() if config.stem != "landmarks"]
    parser = argparse.ArgumentParser(
        prog="python -m models.export.benchmark",
        description="Time a published network, with random weights, in eager PyTorch (as the authors' "
        "release runs it, and as this program's own network) and in ONNX Runtime, also in integers, in turns "
        "in one run on the CPU.",
    )
    parser.add_argument("network", choices=published, metavar="NAME", help=", ".join(published))
    parser.add_argument(
        "--threads", type=int, nargs="+", default=sorted({1, _processors()}), metavar="N",
        help="threads for each, one measurement a number (default: 1 and all)",
    )  # fmt: skip
    parser.add_argument("--turns", type=int, default=TURNS, help="turns for each (default: %(default)s)")
    parser.add_argument(
        "--json",
        action="store_true",
        help="end with a line of JSON: median ms with the last of --threads",
    )
    given = parser.parse_args(arguments)
    if min([*given.threads, given.turns]) < 1:
        parser.error("threads and turns are at least 1")
    console = Console(highlight=False, soft_wrap=True)
    network, template = untrained(given.network)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "network.onnx"
        save_template(Path(folder) / "template.npz", template)
        template = load_template(Path(folder) / "template.npz")
        info = describe(network, template, "template.npz")
        with console.status("Writing the ONNX file and comparing it with PyTorch"):
            parity = export_onnx(network, info, file)
        int8_file = Path(folder) / "integers.onnx"
        with console.status("Putting it into integers"):
            feeds = noise(network.config.input_size)
            int8_file.write_bytes(quantise(onnx.load(file), feeds, with_linear=True).SerializeToString())
        worst = max(parity.differences.values())
        console.print(
            f"{given.network}, batch 1, float32, PyTorch {torch.__version__}, ONNX Runtime "
            f"{RUNTIME_VERSION}; outputs agree within {worst:.1e} of the largest value"
        )
        for threads in given.threads:
            with console.status("Taking times"):
                speed = compare_speed(network, file, int8_file, threads=threads, turns=given.turns)
            console.print(speed.describe())
            if given.json and threads == given.threads[-1]:
                timings = {name: getattr(speed, name) for name in ("released", "eager", "onnx", "int8")}
                print(json.dumps({name: round(1000 * one.median, 3) for name, one in timings.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
