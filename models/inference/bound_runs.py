"""BoundRuns: a session whose inputs and outputs stay where they are in a device's memory."""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors  # pyright: ignore[reportAttributeAccessIssue]

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Memory = Literal["cpu", "cuda"]
GRAPH_ID = "gpu_graph_id"  # of a run's options: which recorded work is repeated
NO_GRAPH = "-1"


@dataclass(frozen=True, slots=True, eq=False)
class _Binding:
    """What one batch size is run with."""

    inputs: dict[str, ort.OrtValue]
    outputs: dict[str, ort.OrtValue]
    binding: ort.IOBinding
    options: ort.RunOptions


class BoundRuns:
    """Runs a session on buffers that are made once for each batch size.

    Nothing is allocated in a run, and each input goes over in one piece. CUDA's graphs, which repeat the
    whole of a run's work by one call, take such buffers: they know inputs and outputs by their addresses.

    Not for two threads at once.

    Parameters
    ----------
    session : of ONNX Runtime.
    outputs : by name, those that are wanted; the others are not copied.
    memory : where the buffers lie.
    """

    def __init__(self, session: ort.InferenceSession, outputs: Sequence[str], memory: Memory) -> None:
        self._session, self._outputs, self._memory = session, list(outputs), memory
        self._bindings: dict[int, _Binding] = {}

    def run(self, feed: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
        """Return the outputs for (N, ...) float32 inputs, both by name, in arrays of their own.

        Raises
        ------
        One of :data:`models.inference.onnx_model.RUNTIME_ERRORS`.
        """
        count = len(next(iter(feed.values())))
        try:
            bound = self._bindings.get(count)
            if bound is None:
                bound = self._bindings[count] = self._bound(feed, count)
            for name, value in feed.items():
                bound.inputs[name].update_inplace(value)
            self._session.run_with_iobinding(bound.binding, bound.options)
            return {name: np.array(value.numpy()) for name, value in bound.outputs.items()}
        except RuntimeError as error:  # of buffers, for which ONNX Runtime has no error of its own
            raise ort_errors.RuntimeException(str(error)) from error

    def _bound(self, feed: Mapping[str, np.ndarray], count: int) -> _Binding:
        """Make the buffers of a batch size; an unbound run tells how large its outputs are."""
        unrecorded = ort.RunOptions()
        unrecorded.add_run_config_entry(GRAPH_ID, NO_GRAPH)
        values = [np.asarray(one) for one in self._session.run(self._outputs, dict(feed), unrecorded)]
        inputs = {name: self._buffer(value) for name, value in feed.items()}
        outputs = {name: self._buffer(value) for name, value in zip(self._outputs, values, strict=True)}
        binding = self._session.io_binding()
        for name, buffer in inputs.items():
            binding.bind_ortvalue_input(name, buffer)
        for name, buffer in outputs.items():
            binding.bind_ortvalue_output(name, buffer)
        options = ort.RunOptions()
        options.add_run_config_entry(GRAPH_ID, str(count))
        return _Binding(inputs, outputs, binding, options)

    def _buffer(self, value: np.ndarray) -> ort.OrtValue:
        return ort.OrtValue.ortvalue_from_shape_and_type(value.shape, value.dtype, self._memory, 0)
