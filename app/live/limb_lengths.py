"""HeldLimbs: everybody's arms and legs keep their lengths, which are learned as people are followed.

The network draws each frame a mesh without bones: from frame to frame a forearm's length varies by a fifth
where it points at the camera. A person's limbs have one length.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.live.plausibility import SEEN_SCORE
from app.live.smoothing import GAP_S
from models.body.labelled_joints import LIMB_JOINTS, OF_COCO, labelled_limbs
from models.body.limb_ik import moves_to_lengths
from models.body.limb_skin import LIMBS, LimbSkin
from models.body.stature import Stature

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.live.smoothing import Pose
    from models.body.template import BodyTemplate

# Length of people's forearm by their height (Drillis and Contini, Body Segment Parameters, 1966); the open
# body's is .139.
_FOREARM = 0.146
# Seconds of a limb seen side on that the proportions of the mean body are worth.
_PRIOR_S = 1.0
# As many at most count of what was seen: lengths settle within a second, and later change slowly.
_MEMORY_S = 20.0
_MEMORY_FRAMES = 300  # of heights
_LONGEST_FRAME_S = 0.1  # a slow machine's frames tell no more than this
_FADING_S = 0.19  # how long a move in depth stays likely: as long as depth is smoothed


class LimbLengths:
    """Lengths of one person's upper and lower arms and legs, left and right alike.

    Parameters
    ----------
    usual : (2, 2) by the height, of arm and leg, upper and lower segment: what is likely of people.
    """

    def __init__(self, usual: np.ndarray) -> None:
        self._usual = np.log(usual)
        self._height, self._frames = 0.0, 0  # mean logarithm of metres
        self._seconds, self._logarithms = np.zeros((2, 2)), np.zeros((2, 2))

    def learn(self, limbs: np.ndarray, seen: np.ndarray, height: float, seconds: float) -> None:
        """Take in one frame.

        Parameters
        ----------
        limbs : (4, 3, 3) metres, camera axes, in the order of :data:`models.body.limb_skin.LIMBS`.
        seen : (4, 2) whether a segment was seen.
        height : metres that the person has in this frame.
        seconds : that the frame stands for.
        """
        segments = np.diff(limbs, axis=1)
        length = np.maximum(np.linalg.norm(segments, axis=-1), 1e-3)
        # Depth is a guess: of what points at the camera the length is, too.
        side_on = 1 - (segments[..., 2] / length) ** 2
        weight = (seconds * seen * side_on**2).reshape(2, 2, 2)
        self._frames = min(self._frames + 1, _MEMORY_FRAMES)
        self._height += (np.log(height) - self._height) / self._frames
        self._seconds = self._seconds + weight.sum(1)
        self._logarithms = self._logarithms + (weight * np.log(length).reshape(2, 2, 2)).sum(1)
        kept = np.minimum(_MEMORY_S / np.maximum(self._seconds, 1e-9), 1)
        self._seconds, self._logarithms = kept * self._seconds, kept * self._logarithms

    @property
    def metres(self) -> np.ndarray:
        """(4, 2) lengths of upper and lower segment, in the order of the limbs."""
        prior = _PRIOR_S * (self._usual + self._height)
        return np.exp(np.repeat((prior + self._logarithms) / (_PRIOR_S + self._seconds), 2, axis=0))


@dataclass(slots=True, eq=False)
class _Person:
    lengths: LimbLengths
    time_s: float
    moves: np.ndarray | None = None


class HeldLimbs:
    """Gives the limb joints of everybody, and the skin around them, the lengths that the person has.

    Parameters
    ----------
    template : of the open body.
    """

    def __init__(self, template: BodyTemplate) -> None:
        self._people: dict[int, _Person] = {}
        self._skin, self._stature = LimbSkin(template), Stature(template)
        rows = labelled_limbs(template)
        if rows is None:
            raise ValueError(f"{template.name} does not tell where COCO's joints are")
        self._rows = rows
        rest = template.v_template
        lengths = np.linalg.norm(np.diff(self._rows.apply(rest)[LIMBS], axis=1), axis=-1)
        self._usual = lengths[::2] / self._stature.of(rest)
        self._usual[0, 1] = _FOREARM

    def keep(self, followed: Collection[int]) -> None:
        """Forget everybody but those who are followed."""
        self._people = {number: self._people[number] for number in followed if number in self._people}

    def at_labelled_places(self, pose: Pose) -> Pose:
        """Return a pose whose limb joints lie in its mesh where people see and label joints.

        The network's own are heads of bones: its knees lie higher, its ankles lower.
        """
        joints = pose.joints.copy()
        joints[:LIMB_JOINTS] = self._rows.apply(pose.vertices)
        return replace(pose, joints=joints)

    def held(self, number: int, raw: Pose, pose: Pose, drawn: np.ndarray, time_s: float) -> Pose:
        """Return a person's smoothed pose with the limbs at their lengths.

        The first frame is left as it is: one picture tells how long a limb looks, and not how long it is.

        Parameters
        ----------
        number : whose; another one's lengths are learned anew.
        raw, pose : before and after smoothing, of :meth:`at_labelled_places`.
        drawn : (V, 3) metres, the network's own mesh, which tells how tall the person is.
        time_s : on the source's clock.
        """
        if not (raw.is_sound and pose.is_sound):
            return pose
        person = self._people.get(number)
        is_new = person is None
        if person is None:
            person = self._people[number] = _Person(LimbLengths(self._usual), time_s)
        passed, person.time_s = time_s - person.time_s, time_s
        height = self._stature.of(drawn)
        stands_for = min(max(passed, 0.0), _LONGEST_FRAME_S)
        person.lengths.learn(raw.joints[LIMBS], self._seen(raw), height, stands_for)
        limbs = (pose.joints + pose.translation)[LIMBS]
        if is_new or limbs[..., 2].min() <= 0:
            person.moves = None
            return pose
        if not 0 <= passed <= GAP_S:
            person.moves = None
        moves = moves_to_lengths(limbs, person.lengths.metres, person.moves, np.exp(-passed / _FADING_S))
        person.moves = moves
        before = pose.joints[LIMBS]
        after = before.copy()
        after[:, 1:] += moves
        joints = pose.joints.copy()
        joints[LIMBS] = after
        return replace(pose, joints=joints, vertices=self._skin.moved(pose.vertices, before, after))

    def _seen(self, pose: Pose) -> np.ndarray:
        scores = pose.parameters.get("joint_scores")
        if scores is None:
            return np.ones((4, 2), bool)
        seen = scores[list(OF_COCO)][LIMBS] >= SEEN_SCORE
        return seen[:, :-1] & seen[:, 1:]


def held_limbs_of(template: BodyTemplate) -> HeldLimbs | None:
    """Return what holds the open body's limbs; None for other bodies, which come as they are."""
    skeleton = template.skeleton
    is_open = skeleton is not None and skeleton.population is not None and "coco17" in template.joint_sets
    return HeldLimbs(template) if is_open else None
