"""Convolutions of an ONNX graph in eight-bit integers, with ranges of activations from made or real inputs.

Weights are stored in seven bits: processors without instructions of their own for such products (VNNI) add
two of them in 16 bits, which eight would overflow.
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import onnx
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np


class _Reader(CalibrationDataReader):
    """Hands inputs to the quantiser, one at a time."""

    def __init__(self, feeds: Sequence[dict[str, np.ndarray]]):
        self._feeds = iter(feeds)

    def get_next(self) -> dict[str, np.ndarray] | None:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the next inputs, None after the last."""
        return next(self._feeds, None)


def quantise_nodes(
    model: onnx.ModelProto, feeds: Sequence[dict[str, np.ndarray]], kinds: list[str], nodes: list[str]
) -> onnx.ModelProto:
    """Return a model with some nodes in integers.

    Parameters
    ----------
    feeds : inputs of the model, from which the ranges of the activations are taken.
    kinds : of nodes, such as ``Conv``.
    nodes : their names.
    """
    with TemporaryDirectory() as folder:
        source, output = Path(folder) / "float.onnx", Path(folder) / "integers.onnx"
        onnx.save(model, source)  # the quantiser takes a model in memory apart
        quantize_static(
            source,
            output,
            _Reader(feeds),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=kinds,
            nodes_to_quantize=nodes,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
        )
        return with_record_of(model, onnx.load(output))


def with_record_of(model: onnx.ModelProto, quantised: onnx.ModelProto) -> onnx.ModelProto:
    """Return a quantised model with the record and the producer of the model that it was made of."""
    del quantised.metadata_props[:]
    quantised.metadata_props.extend(model.metadata_props)
    quantised.producer_name, quantised.producer_version = model.producer_name, model.producer_version
    return quantised
