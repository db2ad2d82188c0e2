"""ServedModel: what a server of the Open Inference Protocol has of a model, for its files and its clients.

Images travel as uint8 RGB, all else as float32, one row a person. The served file is the model's own with the
normalisation put before it, and it gives back the hash of the file that it was made from with every answer.
So a client knows which model has answered, whatever the server and its configuration say of it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from models.inference.inputs import CropImage
from models.inference.store import external_files

if TYPE_CHECKING:
    from pathlib import Path

    from models.inference.onnx_model import OnnxModel

HASH_OUTPUT = "model_sha256"  # (N, 32) uint8
MOST_PEOPLE = 16  # of one request
IMAGE_ENDING = "_rgb"  # of the name of an image that is not normalised yet
_CHUNK = 1 << 20  # bytes

Datatype = Literal["UINT8", "FP32"]
NUMPY_TYPES: dict[Datatype, type[np.generic]] = {"UINT8": np.uint8, "FP32": np.float32}


@dataclass(frozen=True, slots=True)
class Tensor:
    """What is sent or answered for one person.

    Attributes
    ----------
    name, datatype : as the protocol has them.
    shape : of one person.
    """

    name: str
    datatype: Datatype
    shape: tuple[int, ...]

    @property
    def bytes(self) -> int:
        """Bytes of one person's array."""
        return int(np.prod(self.shape, dtype=np.int64)) * np.dtype(NUMPY_TYPES[self.datatype]).itemsize


@dataclass(frozen=True, slots=True)
class ServedModel:
    """What a server is asked for, and what it must be.

    Attributes
    ----------
    name, version : of the model on the server; a version is a number from 1 on.
    sha256 : of the file that the program has, see :func:`model_sha256`.
    inputs : by the names of the model's own inputs, in order.
    outputs : the model's, in order, and :data:`HASH_OUTPUT`.
    """

    name: str
    version: str
    sha256: str
    inputs: dict[str, Tensor]
    outputs: tuple[Tensor, ...]

    @classmethod
    def of(cls, model: OnnxModel) -> ServedModel:
        """Describe a model; it is run once, as its file may leave sizes of outputs open.

        Raises
        ------
        OSError : the file cannot be read.
        """
        info, answer = model.info, model.run(model.example())
        inputs = {}
        for name, one in model.inputs.items():
            is_image = isinstance(one, CropImage)
            inputs[name] = Tensor(
                name + IMAGE_ENDING if is_image else name, "UINT8" if is_image else "FP32", one.wire_shape
            )
        outputs = [Tensor(name, "FP32", value.shape[1:]) for name, value in answer.items()]
        return cls(
            # A server's name of a model is a folder and a part of addresses.
            name=re.sub(r"[^A-Za-z0-9._-]", "-", info.name).lstrip(".") or "model",
            version=info.version if re.fullmatch(r"[1-9][0-9]{0,8}", info.version) else "1",
            sha256=model_sha256(model.file),
            inputs=inputs,
            outputs=(*outputs, Tensor(HASH_OUTPUT, "UINT8", (32,))),
        )


def model_sha256(file: Path) -> str:
    """Return the hash of a model's file, and of the weights that it keeps outside, in hexadecimal digits.

    Raises
    ------
    OSError : a file cannot be read.
    ValueError : it is no ONNX file.
    """
    digest = hashlib.sha256()
    for one in (file, *(file.parent / name for name in external_files(file))):
        with one.open("rb") as content:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()
