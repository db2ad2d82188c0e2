"""proof_of: how a server is proved by the person of the bundled clip, as devices of this machine are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2

from app.live.device_choice import sample_picture, tolerance
from app.server.proof import Proof
from models.inference.inputs import CropImage

if TYPE_CHECKING:
    import numpy as np

    from models.inference.onnx_model import OnnxModel


def proof_of(model: OnnxModel) -> Proof:
    """Return what a server with this model has to give.

    Networks in integers round differently on other hardware, so the server may be off by 1 cm on average and
    by some times what the network itself moves when the picture hardly changes.
    """
    somebody, picture = model.example_subject(), sample_picture()
    sent: dict[str, np.ndarray] = {}
    own: dict[str, np.ndarray] = {}
    for name, one in model.inputs.items():
        value = one.to_send(name, somebody)
        if isinstance(one, CropImage) and picture is not None:
            value = cv2.resize(picture, value.shape[1::-1])
        sent[name] = value[None]
        own[name] = one.normalised(value)[None] if isinstance(one, CropImage) else value[None]
    vertices = model.run(own)["vertices"]
    return Proof(sent, vertices, tolerance(model, own, vertices))
