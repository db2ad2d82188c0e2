"""KnownHeight: brings one person to the size that somebody said, with the distance that goes with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from models.body.skinning import Skinner
from models.body.stature import Stature, resized_betas

if TYPE_CHECKING:
    from app.types import Person
    from models.body.template import BodyTemplate

# Of how many meshes the height is the mean at most: it settles within a second, and later changes slowly.
_MEMORY = 300


class KnownHeight:
    """Resizes the people who have a known height; the picture of them stays where it is.

    How tall the network makes a person is averaged over the person's meshes, so that the size is steady.

    Parameters
    ----------
    template : of a body.
    """

    def __init__(self, template: BodyTemplate) -> None:
        self._stature = Stature(template)
        has_shape = template.skeleton is not None
        self._skinner = Skinner(template, template.level_index[-1]) if has_shape else None
        self._id = -1  # whose height is averaged
        self._mean_m, self._meshes = 0.0, 0

    def resized(self, person: Person, height_cm: float, drawn: np.ndarray) -> Person:
        """Return a person at a known standing height in centimetres; another id begins a new average.

        ``drawn`` is the (V, 3) mesh, in metres, that tells how tall the person is without that.
        """
        if person.id != self._id:
            self._id, self._mean_m, self._meshes = person.id, 0.0, 0
        self._meshes = min(self._meshes + 1, _MEMORY)
        self._mean_m += (self._stature.of(drawn) - self._mean_m) / self._meshes
        factor = np.float32(height_cm / 100 / self._mean_m)
        parameters = dict(person.parameters)
        if "smpl_vertices" in parameters:
            parameters["smpl_vertices"] = parameters["smpl_vertices"] * factor
        if "smpl_betas" in parameters and self._skinner is not None:
            parameters["smpl_betas"] = resized_betas(self._skinner, parameters["smpl_betas"], float(factor))
        return replace(
            person,
            vertices=person.vertices * factor,
            joints=person.joints * factor,
            translation=person.translation * factor,
            parameters=parameters,
            raw_joints=None if person.raw_joints is None else person.raw_joints * factor,
            feet=None if person.feet is None else person.feet * factor,
        )
