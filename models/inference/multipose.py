"""MultiPoseFinder: MoveNet MultiPose at work, which proposes people in a whole image at one look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.inference.onnx_model import RUNTIME_ERRORS, open_session
from models.inference.providers import CPU
from models.inference.store import ModelError

if TYPE_CHECKING:
    from pathlib import Path

LONG_SIDE = 256  # pixels of the larger side that the network is shown
STEP = 32  # its sides are multiples of this


class MultiPoseFinder:
    """The network's file, loaded on the CPU.

    Parameters
    ----------
    file : the ONNX file: ``image`` (1, 3, H, W) RGB of 0 to 1 in, ``joints`` (K, 17, 3) of x, y in its
        pixels and score, and ``scores`` (K,) out.
    threads : 0 takes all.

    Raises
    ------
    ModelError : the file is missing, damaged, or another network.
    """

    def __init__(self, file: Path, threads: int = 0) -> None:
        if not file.is_file():
            raise ModelError(f"The detector {file.name} is missing from {file.parent.name}/; restore it.")
        self._session = open_session(file, (CPU,), threads)
        try:
            joints, scores = self._run(np.zeros((STEP, STEP, 3), np.uint8))
        except (*RUNTIME_ERRORS, ValueError) as error:
            raise ModelError(f"{file.name} is another network than the detector's; restore it.") from error
        if joints.shape[1:] != (17, 3) or scores.shape != joints.shape[:1]:
            raise ModelError(f"{file.name} is another network than the detector's; restore it.")

    def find(self, image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Propose people.

        Parameters
        ----------
        image : (H, W, 3) uint8 RGB.

        Returns
        -------
        joints : (K, 17, 3) float32: x, y in pixels of the image, score in 0 to 1, in COCO's order.
        scores : (K,) float32 of the people.
        """
        height, width = image.shape[:2]
        scale = LONG_SIDE / max(height, width)
        small = cv2.resize(
            image,
            (max(round(width * scale), 1), max(round(height * scale), 1)),
            interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR,
        )
        right, below = -small.shape[1] % STEP, -small.shape[0] % STEP
        joints, scores = self._run(cv2.copyMakeBorder(small, 0, below, 0, right, cv2.BORDER_CONSTANT))
        joints[..., :2] *= np.array([width / small.shape[1], height / small.shape[0]], np.float32)
        return joints, scores

    def _run(self, image: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        planes = np.ascontiguousarray(image.transpose(2, 0, 1)[None] * np.float32(1 / 255))
        joints, scores = self._session.run(["joints", "scores"], {"image": planes})
        return np.array(joints), np.asarray(scores)
