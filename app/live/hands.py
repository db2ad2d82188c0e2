"""LiveHands: the fingers of everybody who is followed, read off the picture where their meshes have hands."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from scipy.spatial.transform import Rotation

from app.live.smoothing import GAP_S, time_constants
from app.system.native_output import without_chatter
from models.body.blas import one_blas_thread
from models.body.hand_skin import HandSkin
from models.inference.hand_reader import HandPlace, HandReader
from models.inference.paths import ASSETS, HANDS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.types import Frame, Person
    from models.body.pose_follower import BodyPose
    from models.body.template import BodyTemplate

HELD_S = 0.3  # a hand that is not read any more keeps its fingers for this long,
_EASING_S = 0.1  # and then eases back to the mesh's own by this time constant, as it eased in
# Fingers are read in every other frame and jitter more than joints: time constants in those of the mesh.
_STEADIER = 1.5


class Reader(Protocol):
    """What reads a hand; :class:`models.inference.hand_reader.HandReader` in the program."""

    def read(  # noqa: D102
        self, image: np.ndarray, place: HandPlace, expected: HandPlace | None = None
    ) -> np.ndarray | None: ...
    def close(self) -> None: ...  # noqa: D102


@dataclass(slots=True, eq=False)
class _Hand:
    """What is known of one hand of somebody.

    Attributes
    ----------
    target, shown : (5, 4) angles: as last read, and steadied.
    amount : 0 to 1, how much of what was read is shown; the rest is the mesh's own.
    beside : (2,) pixels by which it last lay beside the mesh's hand.
    read_s : when it was last read.
    was_read : by the last try.
    is_sure : it was read twice on end, or in a picture that has none before it, and is not lost since. What
        is read once only is mostly a sleeve, or a hand in quick motion.
    tried : the number of the last try.
    """

    target: np.ndarray = field(default_factory=lambda: np.zeros((5, 4), np.float32))
    shown: np.ndarray = field(default_factory=lambda: np.zeros((5, 4), np.float32))
    amount: float = 0.0
    beside: np.ndarray = field(default_factory=lambda: np.zeros(2))
    read_s: float = -np.inf
    was_read: bool = False
    is_sure: bool = False
    tried: int = 0


class LiveHands:
    """Reads hands and bends the fingers of people's poses and meshes. Used by one thread.

    Parameters
    ----------
    template : of the open body.
    at_once : read all hands in every frame; otherwise one, in turn, as a live picture must not wait.
    reader : another reader than the bundled one.

    Raises
    ------
    models.errors.UserError : the reader's file is missing or damaged.
    """

    def __init__(self, template: BodyTemplate, *, at_once: bool, reader: Reader | None = None) -> None:
        with without_chatter():
            self._reader: Reader = reader or HandReader(ASSETS / HANDS)
        self._has_read = False
        self._skin, self._at_once = HandSkin(template), at_once
        self._hands: dict[int, tuple[_Hand, _Hand]] = {}
        self._tries, self._time_s = 0, -np.inf

    def of_everybody(
        self, frame: Frame, people: Sequence[Person], followed: Collection[int], smoothing: float
    ) -> tuple[Person, ...]:
        """Bend the fingers of people who have poses; ``followed`` are the ids that may come back."""
        passed, self._time_s = frame.time_s - self._time_s, frame.time_s
        if not 0 < passed <= GAP_S:  # what was before says nothing about now
            self._hands, passed = {}, np.inf
        self._hands = {i: self._hands.get(i) or (_Hand(), _Hand()) for i in followed}
        with one_blas_thread():
            places = [self._places(frame, person) for person in people]
            wanted = [
                (hand, place)
                for person, pair in zip(people, places, strict=True)
                for hand, place in zip(self._hands[person.id], pair, strict=True)
            ]
            self._read(frame, wanted, is_first=passed == np.inf)
            return tuple(self._bent(person, passed, smoothing) for person in people)

    def _places(self, frame: Frame, person: Person) -> list[HandPlace | None]:
        assert person.pose is not None
        wrists, knuckles = self._skin.palms(person.pose)
        return [
            HandPlace.of(wrists[side], knuckles[side], person.focal_px, frame.size, side == 0)
            for side in (0, 1)
        ]

    def _read(
        self, frame: Frame, wanted: Sequence[tuple[_Hand, HandPlace | None]], *, is_first: bool
    ) -> None:
        """Look at the hand that has waited longest, or at all of them."""
        for hand, place in wanted:
            if place is None:
                self._miss(hand)
        seen = [(hand, place) for hand, place in wanted if place is not None]
        if not self._at_once:
            seen = sorted(seen, key=lambda one: one[0].tried)[:1]
        for hand, place in seen:
            self._tries += 1
            hand.tried = self._tries
            is_fresh = self._time_s - hand.read_s <= GAP_S
            with nullcontext() if self._has_read else without_chatter():
                landmarks = self._reader.read(
                    frame.image, place, place.moved(hand.beside) if is_fresh else None
                )
            if landmarks is None:
                self._miss(hand)
                continue
            self._has_read = True
            hand.target = self._skin.rig.angles(landmarks, place.is_left)
            hand.beside, hand.read_s = place.off(landmarks), self._time_s
            hand.is_sure = hand.is_sure or hand.was_read or is_first
            hand.was_read = True

    def _miss(self, hand: _Hand) -> None:
        hand.was_read = False
        if self._time_s - hand.read_s > HELD_S:
            hand.is_sure = False

    def _bent(self, person: Person, passed: float, smoothing: float) -> Person:
        """Ease a person's hands towards what was read last, and give them to pose and mesh."""
        pose, hands = person.pose, self._hands[person.id]
        assert pose is not None
        constants = time_constants(smoothing)
        steadying = 1.0 if constants is None else _share(passed, _STEADIER * constants.across)
        for hand in hands:
            if hand.amount < 0.01:
                hand.shown = hand.target
            hand.shown = hand.shown + np.float32(steadying) * (hand.target - hand.shown)
            hand.amount += _share(passed, _EASING_S) * (hand.is_sure - hand.amount)
        amount = np.array([hand.amount for hand in hands], np.float32)
        if amount.max() < 0.01:
            return person
        fingers = self._eased(pose, np.stack([hand.shown for hand in hands]), amount)
        about_root = replace(pose, translation=pose.translation - person.translation)
        bent = self._skin.bent(person.vertices, about_root, fingers, amount)
        rotations = pose.rotations.copy()
        rotations[self._skin.rig.bones] = fingers
        return replace(person, vertices=bent, pose=replace(pose, rotations=rotations))

    def _eased(self, pose: BodyPose, angles: np.ndarray, amount: np.ndarray) -> np.ndarray:
        """Return (30, 3, 3) finger rotations between the pose's own and (2, 5, 4) angles that were read."""
        own = Rotation.from_matrix(pose.rotations[self._skin.rig.bones])
        read = Rotation.from_matrix(self._skin.rig.rotations(angles))
        step = (own.inv() * read).as_rotvec() * np.repeat(amount, 15)[:, None]
        return (own * Rotation.from_rotvec(step)).as_matrix().astype(np.float32)

    def close(self) -> None:
        """Give the networks back."""
        with without_chatter():
            self._reader.close()


def _share(passed: float, time_constant_s: float) -> float:
    """Return how much of the way something goes in a time."""
    return 1 - float(np.exp(-passed / time_constant_s))
