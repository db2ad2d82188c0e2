"""Opening a model's ONNX file to measure it; the application has its own, which chooses the device."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnxruntime as ort

from models.errors import UserError
from models.inference.model_info import METADATA_KEY, ModelInfo


def open_model(
    path: Path, providers: Sequence[str], threads: int = 0
) -> tuple[ort.InferenceSession, ModelInfo]:
    """Return a session of a model's file and the model's record.

    Parameters
    ----------
    providers : of ONNX Runtime, the best first.
    threads : on the CPU; 0 takes all.

    Raises
    ------
    UserError : the file is missing; it is damaged, or not a FastMETRO model.
    """
    if not path.is_file():
        raise UserError(f"There is no model file {path}; check the name.")
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    try:
        session = ort.InferenceSession(str(path), options, providers=list(providers))
    except Exception as error:  # ONNX Runtime raises a different class for every kind of damage
        raise UserError(f"{path.name} cannot be loaded by ONNX Runtime: {error}") from error
    record = session.get_modelmeta().custom_metadata_map.get(METADATA_KEY)
    if record is None:
        raise UserError(f"{path.name} is an ONNX file of another kind; it has no '{METADATA_KEY}' record.")
    return session, ModelInfo.from_json(record)
