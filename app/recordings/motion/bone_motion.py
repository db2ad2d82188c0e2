"""BoneMotion: the bones of a body over time, at any moment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

if TYPE_CHECKING:
    from models.body.fitting import FittedMotion
    from models.body.template import BodyTemplate


@dataclass(frozen=True, slots=True, eq=False)
class BoneMotion:
    """The open body's motion at given moments.

    Attributes
    ----------
    template : of the body, with the person's own surface.
    times_s : (T,).
    fitted : the shape, and the bones at these moments.
    """

    template: BodyTemplate
    times_s: np.ndarray
    fitted: FittedMotion

    def at(self, times_s: np.ndarray) -> BoneMotion:
        """Interpolate: rotations along the shortest way, the rest linearly."""
        before, after, fraction = neighbours(self.times_s, times_s)
        rotations = self.fitted.rotations
        start = Rotation.from_matrix(rotations[before].reshape(-1, 3, 3))
        end = Rotation.from_matrix(rotations[after].reshape(-1, 3, 3))
        step = (start.inv() * end).as_rotvec() * np.repeat(fraction, rotations.shape[1])[:, None]
        between = (start * Rotation.from_rotvec(step)).as_matrix().reshape(-1, *rotations.shape[1:])

        def linear(values: np.ndarray) -> np.ndarray:
            weight = fraction.reshape(-1, *[1] * (values.ndim - 1))
            return ((1 - weight) * values[before] + weight * values[after]).astype(np.float32)

        fitted = replace(
            self.fitted,
            rotations=between.astype(np.float32),
            translation=linear(self.fitted.translation),
            error_mm=linear(self.fitted.error_mm),
        )
        return BoneMotion(self.template, times_s, fitted)

    @property
    def rest_root(self) -> np.ndarray:
        """(3,) metres, camera axes: where the root bone's head is in the rest pose."""
        assert self.template.skeleton is not None
        return self.template.skeleton.heads[0] + self.fitted.betas @ self.template.skeleton.head_dirs[:, 0]

    def in_axes(self, axes: np.ndarray, rest_axes: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Return the bones in other axes.

        Parameters
        ----------
        axes : (3, 3) takes camera axes to those of the posed body.
        rest_axes : likewise to those in which the body rests; the same if None.

        Returns
        -------
        (T, B, 3, 3) local rotations, and (T, 3) metres, positions of the root bone's head.
        """
        rest_axes = axes if rest_axes is None else rest_axes
        rotations = rest_axes @ self.fitted.rotations @ rest_axes.T
        rotations[:, 0] = axes @ self.fitted.rotations[:, 0] @ rest_axes.T
        return rotations, (self.rest_root + self.fitted.translation) @ axes.T


def neighbours(times: np.ndarray, at: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each moment the entries before and after it, and how far it lies towards the latter."""
    after = np.clip(np.searchsorted(times, at), 0, len(times) - 1)
    before = np.where(times[after] > at, np.maximum(after - 1, 0), after)
    length = times[after] - times[before]
    fraction = np.where(length > 0, (at - times[before]) / np.where(length > 0, length, 1), 0.0)
    return before, after, np.clip(fraction, 0, 1)
