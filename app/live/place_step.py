"""PlaceStep: the step of a frame after the network: people placed, steadied, and given bones and fingers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from app.live.keypoint_fit import KeypointFit
from app.live.known_height import KnownHeight
from app.live.leading import Leading
from app.live.limb_lengths import held_limbs_of
from app.live.live_bones import LiveBones
from app.live.smoothing import PersonSmoother, Pose
from app.live.stopwatch import Stopwatch
from app.recordings.motion.foot_contacts import foot_rows
from app.types import Person, Result
from models.body.clothing import clothing_of
from models.body.finger_angles import has_fingers
from models.camera.projection import all_finite, box_in_image, pose_in_image, project

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.estimator import MeshEstimator
    from app.live.hands import LiveHands
    from app.options import Options
    from app.types import Frame, Tracked
    from models.inference.onnx_model import Estimate

# Of the rotation that perspective tells: the field of view is mostly a guess, and the network's own view of
# people is worth as much.
BELIEF = 0.5


class PlaceStep:
    """Turns what the network saw into people in the camera of the full frame.

    Built, used and closed by one thread.

    Parameters
    ----------
    options : see :class:`app.options.Options`; :attr:`options` may be exchanged between frames.
    estimator : of the model whose people are placed.
    live : no frame may take long, so one hand is read in each.
    bones : find everybody's bones and shape always, where the body has bones; without it as long as
        :attr:`bones_wanted` says so, which may be exchanged between frames.
    on_status : is told in words what is being loaded.

    Attributes
    ----------
    bones_wanted : see above.
    """

    def __init__(
        self,
        options: Options,
        estimator: MeshEstimator,
        *,
        live: bool = False,
        bones: bool = False,
        on_status: Callable[[str], None] = lambda _: None,
    ) -> None:
        self.options = options
        self._template = template = estimator.template
        self._smoothers: dict[int, PersonSmoother] = {}
        self._leading = Leading()
        self._known_height = KnownHeight(template) if estimator.info.kind == "body" else None
        # Of the weak-perspective fit only the coarse vertices are needed to place a person in the frame.
        self._coarse = template.level_index[-1]
        self._limbs = held_limbs_of(template)
        self._keypoints = None if self._limbs is None else KeypointFit(template)
        self._clothes = clothing_of(template)
        self._feet = foot_rows(template)
        self._always_bones, self.bones_wanted = bones, False
        self._bones = LiveBones(template) if template.skeleton is not None else None
        self._on_status, self._reads_all_hands = on_status, not live
        self._hands: LiveHands | None = None

    def step(self, tracked: Tracked) -> Result:
        """Place and smooth the people of a frame; the result is still to be drawn."""
        frame, watch = tracked.frame, Stopwatch(tracked.frame, tracked.times)
        people = self._placed(tracked)
        leader = self._leading.follow(people, frame.size[0], frame.time_s, self.options.leader_id)
        people = self._with_bones(self._at_known_height(people, leader, tracked))
        watch.lap("smooth")
        people = self._with_fingers(frame, people, watch)
        return Result(frame, people, frame.image, watch.times, tracked.detected, leader)

    def _placed(self, tracked: Tracked) -> tuple[Person, ...]:
        """Place everybody in the full frame's camera, and smooth their motion."""
        # Also of somebody lost for a moment, whose filters bridge the gap.
        self._smoothers = {i: self._smoothers.get(i) or PersonSmoother() for i in tracked.followed}
        for known in (self._limbs, self._keypoints):
            if known is not None:
                known.keep(self._smoothers)
        return tuple(
            self._person(tracked, number, estimate)
            for number, estimate in tracked.seen
            if _is_finite(estimate)
        )

    def _at_known_height(
        self, people: tuple[Person, ...], leader: int | None, tracked: Tracked
    ) -> tuple[Person, ...]:
        """Make the one who leads as tall as the options say."""
        known, height_cm = self._known_height, self.options.height_cm
        if known is None or height_cm is None:
            return people
        # Meshes as the network drew them tell how tall people are; those that were laid onto joints do not.
        drawn = {number: estimate.vertices for number, estimate in tracked.seen}
        return tuple(known.resized(p, height_cm, drawn[p.id]) if p.id == leader else p for p in people)

    def _with_bones(self, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """Find everybody's bones, where somebody wants them and the body has any."""
        if self._bones is None or not (self._always_bones or self.bones_wanted or self.options.hands):
            return people
        return self._bones.of_everybody(people, self._smoothers)

    def _with_fingers(self, frame: Frame, people: tuple[Person, ...], watch: Stopwatch) -> tuple[Person, ...]:
        """Read people's hands, where that is wanted and their body has fingers."""
        if not self.options.hands or not has_fingers(self._template):
            self.close()
            return people
        if self._hands is None:
            from app.live.hands import LiveHands  # which most never want, and its libraries take a while

            self._on_status("Loading the hand reader")
            self._hands = LiveHands(self._template, at_once=self._reads_all_hands)
        bent = self._hands.of_everybody(frame, people, self._smoothers, self.options.smoothing)
        watch.lap("hands")
        return bent

    def _person(self, tracked: Tracked, number: int, estimate: Estimate) -> Person:
        """Place an estimate in the camera of the full frame and steady it."""
        frame, focal_px = tracked.frame, tracked.focal_px
        coarse = estimate.vertices[self._coarse]
        rotation, translation = pose_in_image(
            coarse, estimate.on_image(coarse), estimate.crop.center, focal_px, frame.size, BELIEF
        )
        raw = Pose(
            estimate.vertices @ rotation.T,
            estimate.joints @ rotation.T,
            translation,
            _rotated_parameters(estimate.parameters, rotation),
            estimate.is_left,
        )
        if self._limbs is not None and self._keypoints is not None:
            raw = self._limbs.at_labelled_places(raw)
            raw = self._keypoints.moved(number, raw, estimate, focal_px, frame.size, frame.time_s)
        pose = self._smoothers[number](raw, frame.time_s, self.options.smoothing)
        if self._limbs is not None:
            pose = self._limbs.held(number, raw, pose, estimate.vertices, frame.time_s)
        vertices = pose.vertices if self._clothes is None else self._clothes.over(pose.vertices)
        return Person(
            id=number,
            score=1.0 if estimate.presence is None else estimate.presence,
            crop=estimate.crop,
            vertices=vertices,
            joints=pose.joints,
            camera=estimate.camera,
            translation=pose.translation,
            focal_px=focal_px,
            joints_2d=project(pose.joints + pose.translation, focal_px, frame.size).astype(np.float32),
            box_xyxy=box_in_image(vertices + pose.translation, focal_px, frame.size),
            is_left=estimate.is_left,
            parameters=pose.parameters,
            raw_joints=raw.joints,
            feet=None if self._feet is None else self._feet.apply(pose.vertices),
        )

    def close(self) -> None:
        """Give the hand reader back; one that is wanted later is loaded anew."""
        if self._hands is not None:
            self._hands.close()
            self._hands = None


def _is_finite(estimate: Estimate) -> bool:
    """Whether a network gave numbers; other values would spread to filters, drawing and recordings."""
    return all_finite(estimate.vertices, estimate.joints, estimate.camera, *estimate.parameters.values())


def _rotated_parameters(parameters: dict[str, np.ndarray], rotation: np.ndarray) -> dict[str, np.ndarray]:
    """Rotate what the SMPL head says about the whole body: its mesh, and the first (root) rotation."""
    rotated = dict(parameters)
    if "smpl_vertices" in rotated:
        rotated["smpl_vertices"] = rotated["smpl_vertices"] @ rotation.T
    if "smpl_rotmat" in rotated:
        rotated["smpl_rotmat"] = np.concatenate(
            [rotation[None] @ rotated["smpl_rotmat"][:1], rotated["smpl_rotmat"][1:]]
        )
    return rotated
