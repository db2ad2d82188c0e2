"""The steps of one frame, from what a camera gave to the people in it: track, place, smooth, read fingers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np

from app.live.hands import LiveHands
from app.live.known_height import KnownHeight
from app.live.leading import Leading
from app.live.limb_lengths import held_limbs_of
from app.live.live_bones import LiveBones
from app.live.loaded_model import LoadedModel
from app.live.smoothing import PersonSmoother, Pose
from app.live.tracker import Tracker
from app.recordings.motion.foot_contacts import foot_rows
from app.server.address import server_of
from app.types import Detection, Frame, Person, Result, StageTimes
from models.body.clothing import clothing_of
from models.body.finger_angles import has_fingers
from models.camera.projection import Pinhole, all_finite, box_in_image, pose_in_image, project
from models.inference.providers import CPU
from models.inference.store import find_model

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.live.loaded_model import Detector
    from app.live.search import Region
    from app.live.track import Track
    from app.options import Options
    from models.inference.inputs import Subject
    from models.inference.onnx_model import Estimate

# Of the rotation that perspective tells: the field of view is mostly a guess, and the network's own view of
# people is worth as much.
BELIEF = 0.5


class _Stopwatch:
    """Adds up the seconds spent in each stage, with nothing left between them."""

    def __init__(self, frame: Frame) -> None:
        self._last = time.perf_counter()
        self._seconds = {"wait": self._last - frame.captured_at}

    def lap(self, stage: str) -> None:
        now = time.perf_counter()
        self._seconds[stage] = self._seconds.get(stage, 0.0) + now - self._last
        self._last = now

    def has(self, stage: str) -> bool:
        return stage in self._seconds

    def times(self) -> StageTimes:
        return StageTimes(**self._seconds)


class MeshStep:
    """Everything that happens to one frame before it is drawn. Built, used and closed by one thread.

    Parameters
    ----------
    options : see :class:`app.options.Options`; :attr:`options` may be exchanged between frames.
    live : no frame may take long, so a search for people is spread over several.
    bones : find everybody's bones and shape always, where the body has bones; without it as long as
        :attr:`bones_wanted` says so, which may be exchanged between frames.
    detector : another detector than the bundled one.
    on_status : is told in words what is being loaded.
    loaded : the options' model, which whoever lends it closes; None to load it.

    Attributes
    ----------
    bones_wanted : see above.

    Raises
    ------
    models.inference.store.ModelError : the model or the detector cannot be used.
    """

    def __init__(
        self,
        options: Options,
        *,
        live: bool = False,
        bones: bool = False,
        detector: Detector | None = None,
        on_status: Callable[[str], None] = lambda _: None,
        loaded: LoadedModel | None = None,
    ) -> None:
        self.options = options
        self._is_lent = loaded is not None
        self._loaded = loaded or LoadedModel(
            find_model(options.model),
            device=options.device,
            server=server_of(options),
            live=live,
            detector=detector,
            on_status=on_status,
        )
        self.estimator, self._detector = self._loaded.estimator, self._loaded.detector
        self._tracker = Tracker(
            self.estimator.info, self.estimator.template, self._estimate, self._detect, live=live
        )
        self._watch: _Stopwatch  # of the frame at work
        self._smoothers: dict[int, PersonSmoother] = {}
        self._leading = Leading()
        is_body = self.estimator.info.kind == "body"
        self._known_height = KnownHeight(self.estimator.template) if is_body else None
        # Of the weak-perspective fit only the coarse vertices are needed to place a person in the frame.
        self._coarse = self.estimator.template.level_index[-1]
        self._limbs = held_limbs_of(self.estimator.template)
        self._clothes = clothing_of(self.estimator.template)
        self._feet = foot_rows(self.estimator.template)
        self._always_bones, self.bones_wanted = bones, False
        has_bones = self.estimator.template.skeleton is not None
        self._bones = LiveBones(self.estimator.template) if has_bones else None
        self._on_status, self._reads_all_hands = on_status, not live
        self._hands: LiveHands | None = None

    def step(self, frame: Frame) -> Result:
        """Track the people of a frame, place and smooth them; the result is still to be drawn."""
        self._watch = watch = _Stopwatch(frame)
        camera = Pinhole.of_photo(frame.size, self.options.fov_of(frame))
        self._tracker.forget(self.options.forgotten)
        tracks = self._tracker.track(frame, camera, self.options.people)
        watch.lap("mesh")
        people = self._placed(frame, tracks, camera.focal_px)
        leader = self._leading.follow(people, frame.size[0], frame.time_s, self.options.leader_id)
        people = self._with_bones(self._at_known_height(people, leader))
        watch.lap("smooth")
        people = self._with_fingers(frame, people)
        return Result(frame, people, frame.image, watch.times(), watch.has("detect"), leader)

    def _estimate(self, subjects: Sequence[Subject]) -> list[Estimate]:
        # A GPU plans its work again for each batch size, so there it is always the same; on a CPU empty
        # places would cost time.
        batch = None if self.estimator.provider == CPU else self.options.people
        return self.estimator.estimate(subjects, batch=batch)

    def _detect(self, image: np.ndarray, regions: Sequence[Region]) -> list[Detection]:
        self._watch.lap("mesh")
        found = self._detector.detect(image, regions)
        self._watch.lap("detect")
        return found

    def _placed(self, frame: Frame, tracks: Sequence[Track], focal_px: float) -> tuple[Person, ...]:
        """Place everybody in the full frame's camera, and smooth their motion."""
        # Also of somebody lost for a moment, whose filters bridge the gap.
        followed = self._tracker.tracks
        self._smoothers = {t.id: self._smoothers.get(t.id) or PersonSmoother() for t in followed}
        if self._limbs is not None:
            self._limbs.keep(self._smoothers)
        return tuple(self._person(frame, t, focal_px) for t in tracks if _is_finite(t.estimate))

    def _at_known_height(self, people: tuple[Person, ...], leader: int | None) -> tuple[Person, ...]:
        """Make the one who leads as tall as the options say."""
        known, height_cm = self._known_height, self.options.height_cm
        if known is None or height_cm is None:
            return people
        return tuple(known.resized(p, height_cm) if p.id == leader else p for p in people)

    def _with_bones(self, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """Find everybody's bones, where somebody wants them and the body has any."""
        if self._bones is None or not (self._always_bones or self.bones_wanted or self.options.hands):
            return people
        return self._bones.of_everybody(people, self._smoothers)

    def _with_fingers(self, frame: Frame, people: tuple[Person, ...]) -> tuple[Person, ...]:
        """Read people's hands, where that is wanted and their body has fingers."""
        template = self.estimator.template
        if not self.options.hands or not has_fingers(template):
            self._close_hands()
            return people
        if self._hands is None:
            self._on_status("Loading the hand reader")
            self._hands = LiveHands(template, at_once=self._reads_all_hands)
        bent = self._hands.of_everybody(frame, people, self._smoothers, self.options.smoothing)
        self._watch.lap("hands")
        return bent

    def _close_hands(self) -> None:
        if self._hands is not None:
            self._hands.close()
            self._hands = None

    def _person(self, frame: Frame, track: Track, focal_px: float) -> Person:
        """Place an estimate in the camera of the full frame and steady it."""
        estimate = track.estimate
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
        if self._limbs is not None:
            raw = self._limbs.at_labelled_places(raw)
        pose = self._smoothers[track.id](raw, frame.time_s, self.options.smoothing)
        if self._limbs is not None:
            pose = self._limbs.held(track.id, raw, pose, frame.time_s)
        vertices = pose.vertices if self._clothes is None else self._clothes.over(pose.vertices)
        return Person(
            id=track.id,
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
        """Give the detector back, unless it is lent."""
        del self._tracker  # which asks this step, so that only the garbage collector would free the two
        self._close_hands()
        if not self._is_lent:
            self._loaded.close()


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
