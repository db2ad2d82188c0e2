"""Picking: which joint of whom lies where somebody points in a drawn picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.camera.projection import project

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.options import Options
    from app.types import Person


def camera_pixels(people: Sequence[Person], size: tuple[int, int], options: Options) -> dict[int, np.ndarray]:
    """Return where joints lie in a picture that is seen as the camera sees; nobody's in other views.

    Parameters
    ----------
    size : (width, height) of the picture in pixels.

    Returns
    -------
    (J, 2) pixels for each person's id, mirrored where the picture is.
    """
    if options.view not in ("overlay", "mesh"):
        return {}
    return {
        person.id: mirrored(project(person.joints + person.translation, person.focal_px, size), size, options)
        for person in people
    }


def mirrored(pixels: np.ndarray, size: tuple[int, int], options: Options) -> np.ndarray:
    """Return (J, 2) pixels as they lie in the picture of that size that people get to see."""
    return np.stack([size[0] - 1 - pixels[:, 0], pixels[:, 1]], axis=1) if options.mirror else pixels


def nearest_joint(
    pixels: Mapping[int, np.ndarray], at: tuple[float, float], reach: float
) -> tuple[int, int] | None:
    """Return the person's id and the index of the joint that lies nearest to a point, if one is in reach.

    Parameters
    ----------
    pixels : (J, 2) of each person.
    at : the point, in the same pixels.
    reach : pixels.
    """
    best, found = reach, None
    for person, joints in pixels.items():
        distances = np.linalg.norm(joints - np.asarray(at), axis=1)
        joint = int(np.nanargmin(distances)) if np.isfinite(distances).any() else -1
        if joint >= 0 and distances[joint] <= best:
            best, found = float(distances[joint]), (person, joint)
    return found
