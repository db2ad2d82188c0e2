"""Where a mesh shows in a picture: its silhouette, and the parts of the body in it."""

from __future__ import annotations

import cv2
import numpy as np

_FRACTION_BITS = 4  # OpenCV draws to a sixteenth of a pixel
# OpenCV fills the pixels too that an edge only touches, half a pixel too much; drawn finer, less.
_FINER = 4
NOTHING = 255  # where no part is


def silhouette(points: np.ndarray, faces: np.ndarray, size: int) -> np.ndarray:
    """Return the (size, size) bool picture of a mesh.

    Parameters
    ----------
    points : (V, 2) in crop coordinates, -1 to 1 from edge to edge.
    faces : (F, 3).
    """
    finer = draw_parts(points, faces, np.zeros(len(faces), np.uint8), _FINER * size)
    return finer[_FINER // 2 :: _FINER, _FINER // 2 :: _FINER] != NOTHING


def draw_parts(points: np.ndarray, faces: np.ndarray, parts: np.ndarray, size: int) -> np.ndarray:
    """Return (size, size) uint8: the part that shows in each pixel, :data:`NOTHING` where none does.

    Parameters
    ----------
    points : (V, 2) in crop coordinates, -1 to 1 from edge to edge.
    faces : (F, 3), the farthest first.
    parts : (F,) the part of each face, below 255.
    """
    pixels = np.round(((points + 1) * (size / 2) - 0.5) * 2**_FRACTION_BITS).astype(np.int32)
    picture = np.full((size, size), NOTHING, np.uint8)
    for corners, part in zip(pixels[faces], parts.tolist(), strict=True):
        cv2.fillConvexPoly(picture, corners, part, cv2.LINE_8, _FRACTION_BITS)
    return picture


def area_and_overlap(mesh: np.ndarray, person: np.ndarray) -> tuple[float, float]:
    """Compare two bool masks: the mesh's area by the person's, and their intersection over union."""
    union = int((mesh | person).sum())
    return float(mesh.sum() / max(int(person.sum()), 1)), float((mesh & person).sum() / max(union, 1))
