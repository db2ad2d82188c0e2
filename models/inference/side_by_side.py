"""SideBySide: a network of several pictures whose branches run at once, each on threads of its own.

Layers of small networks are too small to be shared by threads: on two cores BlazePose and Thunder, one after
the other on both, take nearly as long as side by side on one each, and a third more of the processor.
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from models.inference.graph_branches import CutGraph, UncutError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import onnxruntime as ort


class SideBySide:
    """Stands for one session of ONNX Runtime; runs the branches of a graph at once, then what joins them.

    Parameters
    ----------
    content : of an ONNX file.
    pictures : names of its inputs, two or more; what depends on one of them alone is a branch.
    threads : of all branches together, and of what joins them.
    open_part : opens a session on an ONNX file's content and a number of threads.

    Raises
    ------
    UncutError : the graph has no such branches, or is not of a kind that can be cut.
    """

    def __init__(
        self,
        content: bytes,
        pictures: Sequence[str],
        threads: int,
        open_part: Callable[[bytes, int], ort.InferenceSession],
    ) -> None:
        cut = CutGraph(content, pictures)
        each = max(threads // len(pictures), 1)
        self._branches = [_Part(open_part(branch.content, each)) for branch in cut.branches]
        given = {name: (one.type, one.shape) for part in self._branches for name, one in part.outputs.items()}
        self._trunk = _Part(open_part(cut.trunk(given).content, threads))
        inputs: dict[str, ort.NodeArg] = {}
        outputs: dict[str, ort.NodeArg] = {}
        for part in (*self._branches, self._trunk):
            inputs |= part.inputs
            outputs |= part.outputs
        if unused := set(cut.inputs) - inputs.keys():
            raise UncutError(f"nothing reads {', '.join(sorted(unused))}")
        self._inputs = [inputs[name] for name in cut.inputs]
        self._outputs = [outputs[name] for name in cut.outputs]
        self._pool = ThreadPoolExecutor(len(pictures) - 1, "network branch")

    def get_inputs(self) -> list[ort.NodeArg]:
        """Return the whole network's inputs, as :class:`onnxruntime.InferenceSession` does."""
        return self._inputs

    def get_outputs(self) -> list[ort.NodeArg]:
        """Return the whole network's outputs, likewise."""
        return self._outputs

    def get_providers(self) -> list[str]:
        """Return what runs it, likewise."""
        return list(self._trunk.session.get_providers())

    def run(self, outputs: Sequence[str], feed: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        """Return outputs in the order of their names, likewise.

        Each branch asks for its own inputs, in its thread.
        """
        first, *others = self._branches
        running = [self._pool.submit(branch.run, feed) for branch in others]
        values = first.run(feed)
        for one in running:
            values |= one.result()
        values |= self._trunk.run({**feed, **values})
        return [values[name] for name in outputs]


class _Part:
    """A session, whose inputs are found by name among others."""

    def __init__(self, session: ort.InferenceSession) -> None:
        self.session = session
        self.inputs = {one.name: one for one in session.get_inputs()}
        self.outputs = {one.name: one for one in session.get_outputs()}

    def run(self, values: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return all outputs by name."""
        found = self.session.run(list(self.outputs), {name: values[name] for name in self.inputs})
        return {name: np.asarray(value) for name, value in zip(self.outputs, found, strict=True)}
