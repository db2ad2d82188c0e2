"""Humanoid: a body's bones as the humanoid of VRM and Unity, whose rest pose is a T-pose.

Avatars, VRM files and other programs' skeletons know 52 bones of a body by name, and tell a pose by turns
against a T-pose: standing straight, arms level to the sides, palms down, fingers straight, thumbs half
forward. The open body rests with its arms down and half bent; what lies between its rest and a T-pose is
worked out here.

Everything is in camera axes (x the facing body's left, y down, z its back), in metres.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.skinning import BoneChain, chain, cross_matrices

if TYPE_CHECKING:
    from models.body.template import Skeleton

_FINGERS = ("Thumb", "Index", "Middle", "Ring", "Little")
_PHALANGES = ("Proximal", "Intermediate", "Distal")
_TRUNK = {
    "Hips": "",
    "Spine": "Hips",
    "Chest": "Spine",
    "UpperChest": "Chest",
    "Neck": "UpperChest",
    "Head": "Neck",
}
_LIMBS = {
    "UpperLeg": "Hips",
    "LowerLeg": "UpperLeg",
    "Foot": "LowerLeg",
    "Toes": "Foot",
    "Shoulder": "UpperChest",
    "UpperArm": "Shoulder",
    "LowerArm": "UpperArm",
    "Hand": "LowerArm",
}
_DIGITS = {
    f"{finger}{phalanx}": f"{finger}{_PHALANGES[i - 1]}" if i else "Hand"
    for finger in _FINGERS
    for i, phalanx in enumerate(_PHALANGES)
}


def _two_sided(parents: dict[str, str], side: str) -> dict[str, str]:
    return {
        f"{side}{name}": parent if parent in _TRUNK else f"{side}{parent}" for name, parent in parents.items()
    }


HUMAN_PARENTS: dict[str, str] = {
    **_TRUNK,
    **_two_sided(_LIMBS, "Left"),
    **_two_sided(_LIMBS, "Right"),
    **_two_sided(_DIGITS, "Left"),
    **_two_sided(_DIGITS, "Right"),
}
"""The 52 bones of a body without eyes and jaw, parents first, by their names in Unity (``HumanBodyBones``),
each with its parent; the hips have none (an empty name)."""

_VRM_THUMB = {"ThumbProximal": "ThumbMetacarpal", "ThumbIntermediate": "ThumbProximal"}


def vrm_name(name: str) -> str:
    """Return what VRM 1.0 calls a bone of :data:`HUMAN_PARENTS`, such as ``leftThumbMetacarpal``.

    Source: VRM 1.0 specification, ``VRMC_vrm.humanoid``; VRM 0 and Unity count the thumb's bones as any
    finger's.
    """
    side = next((side for side in ("Left", "Right") if name.startswith(side)), "")
    name = side + _VRM_THUMB.get(name.removeprefix(side), name.removeprefix(side))
    return name[0].lower() + name[1:]


def _anny_bones() -> dict[str, str]:
    bones = {
        "Hips": "root",
        "Spine": "spine05",
        "Chest": "spine03",
        "UpperChest": "spine01",
        "Neck": "neck02",
        "Head": "head",
    }
    limbs = {
        "UpperLeg": "upperleg01",
        "LowerLeg": "lowerleg01",
        "Foot": "foot",
        "Toes": "toe3-1",
        "Shoulder": "clavicle",
        "UpperArm": "upperarm01",
        "LowerArm": "lowerarm01",
        "Hand": "wrist",
    }
    digits = {
        f"{finger}{phalanx}": f"finger{i}-{j}"
        for i, finger in enumerate(_FINGERS, 1)
        for j, phalanx in enumerate(_PHALANGES, 1)
    }
    for side in ("Left", "Right"):
        bones |= {f"{side}{name}": f"{bone}.{side[0]}" for name, bone in (limbs | digits).items()}
    return bones


def _smpl_bones() -> dict[str, str]:
    bones = {
        "Hips": "Pelvis",
        "Spine": "Spine1",
        "Chest": "Spine2",
        "UpperChest": "Spine3",
        "Neck": "Neck",
        "Head": "Head",
    }
    limbs = {
        "UpperLeg": "Hip",
        "LowerLeg": "Knee",
        "Foot": "Ankle",
        "Toes": "Foot",
        "Shoulder": "Collar",
        "UpperArm": "Shoulder",
        "LowerArm": "Elbow",
        "Hand": "Wrist",
    }
    for side in ("Left", "Right"):
        bones |= {f"{side}{name}": f"{side[0]}_{joint}" for name, joint in limbs.items()}
    return bones


ANNY_BONES: dict[str, str] = _anny_bones()
"""The open body's bone for each human bone; where it has several for one, the one whose turn is taken."""
SMPL_BONES: dict[str, str] = _smpl_bones()
"""SMPL's joint for each human bone; it has no fingers."""

# Where segments of the body end that may be several bones long.
_SEGMENT_ENDS = {"Chest", "UpperChest", "Neck", "Head"} | {
    f"{side}{part}"
    for side in ("Left", "Right")
    for part in ("UpperArm", "LowerArm", "Hand", "LowerLeg", "Foot", "Toes")
}

_DOWN = np.array([0.0, 1.0, 0.0])
_BACK = np.array([0.0, 0.0, 1.0])


def is_humanoid(skeleton: Skeleton | None) -> bool:
    """Whether a skeleton has the bones of a whole body."""
    return skeleton is not None and _table_of(skeleton) is not None


def _table_of(skeleton: Skeleton) -> dict[str, str] | None:
    names = set(skeleton.names)
    return next((table for table in (ANNY_BONES, SMPL_BONES) if names.issuperset(table.values())), None)


class Humanoid:
    """The humanoid in a skeleton, and how its rest pose differs from a T-pose.

    Parameters
    ----------
    skeleton : the open body's, or SMPL's.

    Attributes
    ----------
    names : the H human bones that the body has, parents first; keys of :data:`HUMAN_PARENTS`.
    parents : (H,) int, of each in ``names``; -1 for the hips.
    bones : (H,) int, the skeleton's bone of each.
    rest_from_t_pose : (H, 3, 3) float64, the turn of each bone from the T-pose to the skeleton's rest pose.

    Raises
    ------
    ValueError : the skeleton is of another kind; :func:`is_humanoid` tells.
    """

    def __init__(self, skeleton: Skeleton) -> None:
        table = _table_of(skeleton)
        if table is None:
            raise ValueError(f"a skeleton of {', '.join(skeleton.names[:3])}, ... is no humanoid")
        self._skeleton, self._table = skeleton, table
        self._index = {name: i for i, name in enumerate(skeleton.names)}
        self.names = tuple(name for name in HUMAN_PARENTS if name in table)
        place = {name: i for i, name in enumerate(self.names)} | {"": -1}
        self.parents = np.array([place[HUMAN_PARENTS[name]] for name in self.names])
        self.bones = np.array([self._index[table[name]] for name in self.names])
        self.rest_from_t_pose = np.stack([self._turn(name) for name in self.names])
        self._chain = BoneChain(skeleton.parents)
        self._offsets = self._chain.offsets(skeleton.heads)
        segments = [(place[HUMAN_PARENTS[name]], place[name]) for name in self.names if name in _SEGMENT_ENDS]
        begin, end = self._segments = np.array(segments).T
        heads = skeleton.heads[None].astype(np.float64)
        in_t_pose = chain(skeleton.parents, heads, self.t_pose()[None].astype(np.float64))[1][0][self.bones]
        self._segment_directions = in_t_pose[end] - in_t_pose[begin]

    def turns(self, rotations: np.ndarray) -> np.ndarray:
        """Return the (..., H, 3, 3) turns of the human bones against the T-pose, camera axes.

        Parameters
        ----------
        rotations : (..., B, 3, 3) local rotations of the skeleton's bones, camera axes.
        """
        flat = np.asarray(rotations, np.float32).reshape(-1, *rotations.shape[-3:])
        transforms = self._chain.transforms(self._offsets, flat)
        posed = transforms[..., :3, 3]
        turns = transforms.take(self.bones, axis=1)[..., :3, :3] @ self.rest_from_t_pose
        # A segment of several bones bends within; an avatar's, of one, is turned to where it ends.
        begin, end = self._segments
        now = (turns[:, begin] @ self._segment_directions[..., None])[..., 0]
        wanted = posed[:, self.bones[end]] - posed[:, self.bones[begin]]
        turns[:, begin] = _least_turns(now, wanted) @ turns[:, begin]
        return turns.reshape(*rotations.shape[:-3], *turns.shape[1:])

    def local_rotations(self, rotations: np.ndarray) -> np.ndarray:
        """Return the (..., H, 3, 3) turns against each one's parent, as avatars with a T-pose take them.

        Parameters
        ----------
        rotations : (..., B, 3, 3) local rotations of the skeleton's bones, camera axes.
        """
        turns = self.turns(rotations)
        below = self.parents >= 0
        local = turns.copy()
        local[..., below, :, :] = (
            np.swapaxes(turns[..., self.parents[below], :, :], -1, -2) @ turns[..., below, :, :]
        )
        return local

    def t_pose(self) -> np.ndarray:
        """Return the (B, 3, 3) float32 local rotations that bring the whole skeleton into the T-pose.

        Bones that are not human ones, such as those for twist, go with their parents.
        """
        parents = self._skeleton.parents
        turns = np.tile(np.eye(3), (len(parents), 1, 1))
        turn_of = dict(zip(self.bones.tolist(), self.rest_from_t_pose, strict=True))
        for bone, parent in enumerate(parents):
            if bone in turn_of:
                turns[bone] = turn_of[bone].T
            elif parent >= 0:
                turns[bone] = turns[parent]
        local = turns.copy()
        local[1:] = np.swapaxes(turns[parents[1:]], -1, -2) @ turns[1:]
        return local.astype(np.float32)

    # From the T-pose to the rest pose -----------------------------------------------------------------------

    def _turn(self, name: str) -> np.ndarray:
        side = next((side for side in ("Left", "Right") if name.startswith(side)), "")
        part = name.removeprefix(side)
        outwards = np.array([-1.0 if side == "Right" else 1.0, 0.0, 0.0])
        if part in ("UpperLeg", "LowerLeg"):
            return _turn_between((_DOWN, _BACK), (self._direction(name), _BACK))
        if part in ("UpperArm", "LowerArm"):
            if "LeftIndexDistal" not in self._table:  # SMPL's arms rest straight, so nearly in a T-pose
                return _least_turns(outwards, self._direction(name))
            # Elbows bend forwards in a T-pose; about which axis they do is seen in arms that rest half bent.
            upper, lower = (self._direction(f"{side}{segment}") for segment in ("UpperArm", "LowerArm"))
            bends_about = np.cross(outwards, -_BACK)
            return _turn_between((outwards, bends_about), (self._direction(name), np.cross(upper, lower)))
        if part == "Hand" or part in _DIGITS:
            if "LeftIndexDistal" not in self._table:
                return _least_turns(outwards, self._direction(f"{side}LowerArm"))
            along = outwards - _BACK if part.startswith("Thumb") else outwards
            return _turn_between((along, -_DOWN), (self._direction(name), self._hand_back(side)))
        return np.eye(3)

    def _head(self, name: str) -> np.ndarray:
        return self._skeleton.heads[self._index[self._table[name]]].astype(np.float64)

    def _direction(self, name: str) -> np.ndarray:
        """Return the (3,) way from a bone's head to the next one's, in the rest pose; metres."""
        if name.endswith("Hand"):
            return self._head(name.replace("Hand", "MiddleProximal")) - self._head(name)
        follower = next(
            (other for other, parent in HUMAN_PARENTS.items() if parent == name and other in self._table),
            None,
        )
        if follower is None:
            return self._skeleton.tails[self._index[self._table[name]]].astype(np.float64) - self._head(name)
        return self._head(follower) - self._head(name)

    def _hand_back(self, side: str) -> np.ndarray:
        """Return a (3,) vector out of the back of a hand, in the rest pose.

        With the index finger before the little one and the palm down it points up. The other sign would turn
        every palm up, and no position of a joint would show it.
        """
        wrist = self._head(f"{side}Hand")
        index, little = (self._head(f"{side}{finger}Proximal") - wrist for finger in ("Index", "Little"))
        return np.cross(index, little) * (1.0 if side == "Left" else -1.0)


def _basis(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Return the (3, 3) right-handed axes, as columns: along the first, towards the second, across both."""
    along = first / np.linalg.norm(first)
    across = np.cross(along, second)
    across /= np.linalg.norm(across)
    return np.stack([along, np.cross(across, along), across], axis=1)


def _turn_between(before: tuple[np.ndarray, np.ndarray], after: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    """Return the (3, 3) rotation of one vector into another that brings a second as near as it can."""
    return _basis(*after) @ _basis(*before).T


def _least_turns(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return the (..., 3, 3) rotations of (..., 3) vectors into the directions of others by the least angles.

    Rodrigues' formula with sine and cosine from the products of the vectors; not for opposite ones.
    """
    before, after = (
        vectors / np.sqrt(np.einsum("...i,...i", vectors, vectors))[..., None] for vectors in (before, after)
    )
    cross = cross_matrices((cross_matrices(before) @ after[..., None])[..., 0])
    cosine = np.einsum("...i,...i", before, after)[..., None, None]
    return np.eye(3) + cross + cross @ cross / (1 + cosine)
