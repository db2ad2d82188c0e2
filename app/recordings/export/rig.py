"""Rig: a person's bones, skin and motion, with the rest pose and the names that are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.export.bone_names import bone_names
from app.recordings.motion.axes import Y_UP
from app.recordings.motion.track import dressed_rest
from models.body.humanoid import Humanoid, is_humanoid
from models.body.skinning import blend, chain
from models.errors import UserError

if TYPE_CHECKING:
    from app.recordings.export.formats import Rest
    from app.recordings.export.scene import Scene
    from app.recordings.motion.bone_motion import BoneMotion
    from app.recordings.motion.track import Track
    from models.body.template import BodyTemplate, Skeleton

ARMS_DOWN = np.radians(45)  # of an A-pose, from a T-pose


@dataclass(frozen=True, slots=True, eq=False)
class Rig:
    """A person's bones and skin, y up, and their motion.

    Attributes
    ----------
    template : of the body.
    skeleton : its bones.
    names : (B,) of the bones, as written.
    vertices : (V, 3) metres, the dressed skin at rest.
    heads, tails : (B, 3) metres, where bones begin and end at rest.
    times_s : (T,).
    rotations : (T, B, 3, 3) local, against the rest pose.
    root : (T, 3) metres, where the root's head is.
    is_at_rest : the file's own pose, before its motion, is the rest pose.
    """

    template: BodyTemplate
    skeleton: Skeleton
    names: tuple[str, ...]
    vertices: np.ndarray
    heads: np.ndarray
    tails: np.ndarray
    times_s: np.ndarray
    rotations: np.ndarray
    root: np.ndarray
    is_at_rest: bool

    @property
    def offsets(self) -> np.ndarray:
        """(B, 3) metres from each parent's head at rest; of the root, from the origin."""
        parents = self.skeleton.parents
        return self.heads - np.where(parents[:, None] < 0, 0, self.heads[parents])

    @classmethod
    def of(cls, bones: BoneMotion, track: Track, scene: Scene) -> Rig:
        """Make it as a scene asks.

        Raises
        ------
        UserError : the body has no such rest pose or names.
        """
        skeleton = bones.template.skeleton
        assert skeleton is not None
        names = bone_names(skeleton, scene.names)
        vertices, heads = dressed_rest(bones, track)
        tails = skeleton.tails + np.tensordot(bones.fitted.betas, skeleton.tail_dirs, 1)
        if scene.rest != "own":
            local = _rest_pose(replace(skeleton, heads=heads, tails=tails), scene.rest)
            turns, posed = (part[0] for part in chain(skeleton.parents, heads[None], local[None]))
            tails = posed + (turns @ (tails - heads)[..., None])[..., 0]
            weights = skeleton.weights.dense(len(heads))
            vertices = blend(vertices[None], heads[None], turns[None], posed[None], weights)[0]
            heads = posed
            bones = _against(bones, skeleton.parents, turns)
        rotations, root = scene.room.bones(bones, Y_UP)
        return cls(
            template=bones.template,
            skeleton=skeleton,
            names=names,
            vertices=vertices @ Y_UP.T,
            heads=heads @ Y_UP.T,
            tails=tails @ Y_UP.T,
            times_s=bones.times_s,
            rotations=rotations,
            root=root,
            is_at_rest=scene.rest != "own",
        )


def _rest_pose(skeleton: Skeleton, rest: Rest) -> np.ndarray:
    """Return the (B, 3, 3) local rotations, camera axes, that bring a skeleton into a T- or an A-pose."""
    if not is_humanoid(skeleton):
        raise UserError(f"Only whole bodies rest in a {rest.upper()}-pose; export this one with --rest own.")
    humanoid = Humanoid(skeleton)
    local = humanoid.t_pose()
    if rest == "a":
        turns = chain(skeleton.parents, skeleton.heads[None], local[None])[0][0]
        cosine, sine = np.cos(ARMS_DOWN), np.sin(ARMS_DOWN)
        for side, down in (("Left", sine), ("Right", -sine)):
            bone = int(humanoid.bones[humanoid.names.index(f"{side}UpperArm")])
            lower = np.array([[cosine, -down, 0], [down, cosine, 0], [0, 0, 1]], np.float32)
            above = turns[skeleton.parents[bone]]
            local[bone] = above.T @ lower @ above @ local[bone]
    return local


def _against(bones: BoneMotion, parents: np.ndarray, turns: np.ndarray) -> BoneMotion:
    """Return a motion's local rotations against a rest pose of (B, 3, 3) turned bones."""
    rotations = turns[parents] @ bones.fitted.rotations @ np.swapaxes(turns, -1, -2)
    rotations[:, 0] = bones.fitted.rotations[:, 0] @ turns[0].T
    return replace(bones, fitted=replace(bones.fitted, rotations=rotations))
