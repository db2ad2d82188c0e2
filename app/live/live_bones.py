"""LiveBones: the bones and the shape of everybody who is followed, frame after frame."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.recordings.motion.axes import smpl_in_camera_axes
from models.body.blas import one_blas_thread
from models.body.gauss_newton import Fitter
from models.body.pose_follower import BodyPose, PoseFollower, placed_pose
from models.body.skinning import Skinner

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.types import Person
    from models.body.template import BodyTemplate


class LiveBones:
    """Finds the bones in people's meshes; those of a model with an SMPL head are the head's.

    Parameters
    ----------
    template : with a skeleton.
    """

    def __init__(self, template: BodyTemplate) -> None:
        self._template, self._coarse = template, template.level_index[-1]
        self._followers: dict[tuple[int, bool], PoseFollower] = {}

    def of_everybody(self, people: tuple[Person, ...], followed: Collection[int]) -> tuple[Person, ...]:
        """Give people their poses, unless they have them; ``followed`` are the ids that may come back."""
        self._followers = {key: kept for key, kept in self._followers.items() if key[0] in followed}
        with one_blas_thread():
            return tuple(
                person if person.pose is not None else replace(person, pose=self._placed(person))
                for person in people
            )

    def _placed(self, person: Person) -> BodyPose:
        pose = self._pose(person)
        return replace(pose, translation=pose.translation + person.translation)

    def _pose(self, person: Person) -> BodyPose:
        mesh = person.vertices[self._coarse]
        if {"smpl_rotmat", "smpl_betas"} <= set(person.parameters):
            rotations = smpl_in_camera_axes(person.parameters["smpl_rotmat"][None])[0]
            return placed_pose(self._skinner, mesh, person.parameters["smpl_betas"], rotations)
        key = person.id, person.is_left
        if key not in self._followers:
            self._followers[key] = PoseFollower(self._left_fitter if person.is_left else self._fitter)
        return self._followers[key].follow(mesh)

    @cached_property
    def _fitter(self) -> Fitter:
        return Fitter(self._template)

    @cached_property
    def _left_fitter(self) -> Fitter:
        return Fitter(self._template.mirrored())  # a left hand's mesh is a mirrored right one's

    @cached_property
    def _skinner(self) -> Skinner:
        return Skinner(self._template, self._coarse)
