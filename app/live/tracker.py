"""Tracker: follows people from frame to frame, and says who is who.

A followed person's crop comes from the mesh of the frame before; the detector is asked only while somebody is
missing and, now and then, to check (:mod:`app.live.search`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.live.landmarks import LANDMARK_JOINTS
from app.live.plausibility import SEEN_SCORE, Proportions, shows_body
from app.live.search import DOUBT_PRESENCE, Region, SearchPlan
from app.live.similarity import overlap, similarity
from app.live.track import Track, shown
from models.camera.crop import CropBox, CropRule, crop_from_landmarks, crop_from_points
from models.inference.inputs import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from app.types import Detection, Frame
    from models.body.template import BodyTemplate
    from models.camera.projection import Pinhole
    from models.inference.model_info import ModelInfo
    from models.inference.onnx_model import Estimate

START_PRESENCE = 0.6  # somebody new, or somebody who was lost, is shown from here on
KEEP_PRESENCE = 0.3  # somebody who is shown stays down to here; between the two nothing flickers
GRACE_S = 0.5  # somebody lost is waited for at the same place, then looked for everywhere
MEMORY_S = 5.0  # somebody who comes back within this time keeps the id
GAP_S = 1.5  # without a frame for this long the scene is taken as new; a slow machine alone must not reach it
UNCONFIRMED_S = 2.5  # somebody of a model without presence, not seen by the detector for this long, is gone
HAND_UNCONFIRMED_S = 0.6  # the same of hands, which move fast
SURE_SIDE = 0.9  # the detector's score of a hand being a left or right one, above which it is believed
SAME = 0.5  # similarity of two sets of points that mean one person
DUPLICATE = 0.75  # similarity of two tracks that have come to lie on one person; passing is less alike
NEAR = 0.2  # similarity above which a detection means a person who is followed already
# Taken for the similarity of hands that lie over each other: one hand, but a crop to put right.
SAME_HAND = 0.3
SETTLED = 0.75  # similarity of two looks at somebody of whom the first has doubts
LEFT = 0.3  # by which a second look is less like the detection than the first, if it is of somebody else
INSIDE = 0.5  # fraction of a box within another's, above which something small is a part of somebody
PART_EXTENT = 0.4  # of somebody's extent, below which whoever is found inside is taken as a part of that one
SMALLEST_CROP = 16.0  # pixels
# Proportion (app/live/plausibility.py) below which a mesh is no body's: true ones of all builds come down to
# 0.65, meshes of shoes, backs and people behind others lie below 0.55.
NARROWEST = 0.6


@dataclass(frozen=True, slots=True, eq=False)
class _Memory:
    """Somebody who is gone, and when and where that was."""

    id: int
    points: np.ndarray
    is_left: bool
    seen_s: float


class Tracker:
    """The people of one scene, for one model.

    Parameters
    ----------
    info, template : of the model.
    estimate : gives the meshes of people, in order, as :meth:`OnnxModel.estimate` does.
    detect : gives the people in regions of an (H, W, 3) uint8 RGB image, as :class:`PersonDetector` does.
    live : a new scene is searched through over several frames rather than at once, so that none takes long.

    Attributes
    ----------
    tracks : everybody who is followed, those too who are lost for a moment.
    """

    def __init__(
        self,
        info: ModelInfo,
        template: BodyTemplate,
        estimate: Callable[[Sequence[Subject]], list[Estimate]],
        detect: Callable[[np.ndarray, Sequence[Region]], list[Detection]],
        *,
        live: bool = False,
    ) -> None:
        self._estimate, self._detect = estimate, detect
        self._rule: CropRule = info.crop
        self._is_hand = info.kind == "hand"
        name = "hand21" if self._is_hand else "mediapipe33"
        self._landmarks = template.joint_sets.get(name)
        self._proportions = Proportions(template) if self._landmarks and not self._is_hand else None
        self._plan = SearchPlan(is_hand=self._is_hand, live=live)
        self.tracks: list[Track] = []
        self._gone: list[_Memory] = []
        self._next_id = 1
        self._now_s = 0.0
        self._last_s: float | None = None

    def track(self, frame: Frame, camera: Pinhole, people: int) -> list[Track]:
        """Follow whoever was there, find whoever is missing, and return who is there in this frame, by id.

        Parameters
        ----------
        camera : that took the frame.
        people : how many are followed at most.
        """
        self._begin(frame.time_s)
        self._limit(people)
        self._follow(frame, camera)
        for search in self._plan.searches(self.tracks, self._now_s, people, frame.size):
            found = self._detect(frame.image, search.regions)
            # One after another, the largest first: most frames have room for one, and its mesh costs time.
            for detection in self._new_detections(found, in_part=search.in_part):
                if len(shown(self.tracks)) >= people:
                    break
                estimate = self._look_at(detection, frame, camera)
                if estimate is not None:
                    self._confirm(estimate, people, in_part=search.in_part)
        return shown(self.tracks)

    def forget(self, people: Collection[int]) -> None:
        """Follow and remember these ids no more: whoever stands there is somebody new."""
        self.tracks = [track for track in self.tracks if track.id not in people]
        self._gone = [one for one in self._gone if one.id not in people]

    # The steps of a frame -----------------------------------------------------------------------------------

    def _begin(self, time_s: float) -> None:
        """Start a frame at a time on the source's clock; after a gap everybody is forgotten."""
        if self._last_s is None or not 0 <= time_s - self._last_s <= GAP_S:
            self.tracks.clear()
            self._gone.clear()
            self._plan.begin_scene()
        self._now_s = self._last_s = time_s
        self._gone = [one for one in self._gone if time_s - one.seen_s <= MEMORY_S]

    def _limit(self, people: int) -> None:
        """Follow at most so many: who was asked for longest stays, which is the lowest id."""
        for track in sorted(self.tracks, key=lambda t: (t.lost, t.id))[people:]:
            self._remove(track)

    def _follow(self, frame: Frame, camera: Pinhole) -> None:
        """Show the network everybody who is followed, each in their own crop."""
        followed = list(self.tracks)
        subjects = [
            Subject(frame.image, t.crop, camera, t.points, t.is_left, t.estimate.state) for t in followed
        ]
        for track, estimate in zip(followed, self._estimate(subjects), strict=True):
            self._update(track, estimate)
        self._remove_duplicates()

    def _new_detections(self, detections: Sequence[Detection], *, in_part: bool) -> list[Detection]:
        """Return the detections of people who are not followed yet, the largest first.

        A detection of somebody who is followed confirms that one, and puts the crop right if it may have
        strayed.

        Parameters
        ----------
        in_part : as in :class:`app.live.search.Search`; whoever lies within a followed person is taken as
            part of that one.
        """
        new = []
        for detection in detections:
            points = self._points_of(detection)
            alike = [self._likeness(points, t.points) for t in self.tracks]
            best = int(np.argmax(alike)) if alike else -1
            if alike and alike[best] > NEAR:
                track = self.tracks[best]
                track.confirmed_s = self._now_s
                if detection.score > SURE_SIDE:
                    track.is_left = detection.is_left
                if track.lost or (alike[best] < SAME and self._may_stray(track, in_part)):
                    track.crop = self._crop_of(detection)
            elif not any(self._is_part(points, t.points, in_part) for t in self.tracks):
                new.append(detection)
        return sorted(new, key=self._prominence, reverse=True)

    def _prominence(self, detection: Detection) -> float:
        """Return how large and how surely seen somebody is, so that the whole come before those cut off."""
        return self._crop_of(detection).size * float(detection.visibility.mean())

    def _look_at(self, detection: Detection, frame: Frame, camera: Pinhole) -> Estimate | None:
        """Return what the network sees of a detection at the second look; None if it sees nobody.

        The detector's landmarks are rougher than those of the mesh, so the second crop is the first mesh's.
        """
        subject = Subject(
            frame.image, self._crop_of(detection), camera, detection.landmarks, detection.is_left
        )
        (estimate,) = self._estimate([subject])
        points = self._footprint(estimate)
        if not self._is_seen(estimate, points):
            return None
        # The same crop again where the mesh is none, as an untrained network's.
        crop, around = estimate.crop, detection.landmarks
        if self._is_sane(estimate, points):
            crop, around = self._next_crop(estimate, points), points
        (again,) = self._estimate([Subject(frame.image, crop, camera, around, estimate.is_left)])
        points_again = self._footprint(again)
        # Of nobody in particular each look makes somebody else, of other parts of those around.
        is_doubtful = not _shows_body(estimate) and (estimate.presence or 0.0) < DOUBT_PRESENCE
        if is_doubtful and similarity(points_again, points) < SETTLED:
            return None
        # Beside somebody else the second look may take that one for the first.
        seen = self._points_of(detection)
        has_left = similarity(points_again, seen) < similarity(points, seen) - LEFT
        return estimate if has_left else again

    def _confirm(self, estimate: Estimate, people: int, *, in_part: bool) -> None:
        """Follow whoever the network saw at the second look, unless they are followed already."""
        points = self._footprint(estimate)
        if not self._is_seen(estimate, points) or not _shows_body(estimate):
            return
        same = [t for t in self.tracks if similarity(points, t.points) > SAME]
        if any(not t.lost for t in same):
            return
        if not same and any(self._is_part(points, t.points, in_part) for t in shown(self.tracks)):
            return
        number = same[0].id if same else self._recalled_id(points, estimate.is_left)
        for track in same:
            self.tracks.remove(track)
        # Somebody waited for gives way to somebody who is here.
        while len(self.tracks) >= people and any(t.lost for t in self.tracks):
            self._remove(next(t for t in self.tracks if t.lost))
        crop = self._next_crop(estimate, points) if self._is_sane(estimate, points) else estimate.crop
        self.tracks.append(Track(number, estimate, points, crop, self._now_s, self._now_s, estimate.is_left))

    # How it decides -----------------------------------------------------------------------------------------

    def _update(self, track: Track, estimate: Estimate) -> None:
        """Believe what the network saw of a followed person, or wait, or give them up."""
        points = self._footprint(estimate)
        if estimate.presence is None:
            waited = HAND_UNCONFIRMED_S if self._is_hand else UNCONFIRMED_S
            believed = self._now_s - track.confirmed_s <= waited
        else:
            believed = estimate.presence >= (START_PRESENCE if track.lost else KEEP_PRESENCE)
        if believed and self._is_sane(estimate, points):
            track.see(estimate, points, self._now_s)
            track.crop = self._next_crop(estimate, points)
            track.lost = False
        elif self._now_s - track.seen_s > GRACE_S:
            self._remove(track)
        else:
            track.lost = True

    def _is_seen(self, estimate: Estimate, points: np.ndarray) -> bool:
        """Whether the network sees the new person that the detector saw.

        A network that does not say whether somebody is there is taken at the detector's word, so that a wrong
        mesh shows that the network is wrong.
        """
        if estimate.presence is None:
            return bool(np.isfinite(points).all()) and estimate.crop.size >= SMALLEST_CROP
        return estimate.presence >= START_PRESENCE and self._is_sane(estimate, points)

    def _is_sane(self, estimate: Estimate, points: np.ndarray) -> bool:
        """Whether the mesh is a body's and lies in its own crop, at a size that people have there."""
        if not np.isfinite(points).all() or estimate.crop.size < SMALLEST_CROP:
            return False
        middle = estimate.crop.crop_from_image(points.mean(0))
        extent = float(np.ptp(points, axis=0).max()) / estimate.crop.size
        if not (np.abs(middle).max() < 1 and 0.1 < extent < 2.5):
            return False
        if self._proportions is None:
            return True
        scores = estimate.parameters.get("joint_scores")
        seen = None if scores is None else scores[LANDMARK_JOINTS] >= SEEN_SCORE
        return self._proportions.narrowest(estimate.vertices, seen) >= NARROWEST

    def _remove_duplicates(self) -> None:
        """Where two tracks have come to lie on one person, keep whose it is likely to be, or else the older.

        The crop of somebody who passes behind another shows the one in front, and the track jumps there.
        """
        kept: list[Track] = []
        for track in sorted(self.tracks, key=lambda t: (t.lost, t.unlikeness, t.id)):
            if any(similarity(track.points, other.points) > DUPLICATE for other in kept):
                self._remove(track)
            else:
                kept.append(track)

    def _remove(self, track: Track) -> None:
        self.tracks.remove(track)
        self._gone.append(_Memory(track.id, track.points, track.estimate.is_left, track.seen_s))

    def _recalled_id(self, points: np.ndarray, is_left: bool) -> int:
        """Return the id of whoever was last lost about here at about this size, or a new one."""
        best, best_distance = None, 1.0
        for one in self._gone:
            if self._is_hand and one.is_left != is_left:
                continue
            extent, was = (float(np.ptp(p, axis=0).max()) for p in (points, one.points))
            if not 0.5 < extent / max(was, 1e-6) < 2:
                continue
            distance = float(np.linalg.norm(points.mean(0) - one.points.mean(0))) / max(extent, was)
            if distance < best_distance:
                best, best_distance = one, distance
        if best is None:
            self._next_id += 1
            return self._next_id - 1
        self._gone.remove(best)
        return best.id

    def _may_stray(self, track: Track, in_part: bool) -> bool:
        """Whether a detection that lies elsewhere knows better than the network where somebody is.

        One in a part of the image often shows only the part of somebody that lies in it, and one near
        somebody of whom the network is sure is often a neighbour's. Hands are looked at in parts.
        """
        presence = track.estimate.presence
        return (self._is_hand or not in_part) and (presence is None or presence < DOUBT_PRESENCE)

    def _likeness(self, points: np.ndarray, others: np.ndarray) -> float:
        """Return how surely a detection's points are those of a followed one, 0 to 1."""
        alike = similarity(points, others)
        return max(alike, SAME_HAND) if self._is_hand and overlap(points, others) > INSIDE else alike

    def _is_part(self, points: np.ndarray, others: np.ndarray, in_part: bool) -> bool:
        """Whether points lie largely within the box of somebody else.

        People of like size may well overlap, and count only if found in a part of the image; where two
        hands would, one of them is the other seen wrongly.
        """
        small = np.ptp(points, axis=0).max() <= PART_EXTENT * np.ptp(others, axis=0).max()
        return bool(small or in_part or self._is_hand) and overlap(points, others) > INSIDE

    # Points and crops ---------------------------------------------------------------------------------------

    def _footprint(self, estimate: Estimate) -> np.ndarray:
        """Return the (K, 2) image points by which an estimate is told from others."""
        if self._landmarks is None:
            return _corners(estimate.on_image(estimate.vertices))
        return estimate.on_image(self._landmarks.regress(estimate.vertices))

    def _points_of(self, detection: Detection) -> np.ndarray:
        return _corners(detection.landmarks) if self._landmarks is None else detection.landmarks

    def _next_crop(self, estimate: Estimate, points: np.ndarray) -> CropBox:
        if self._is_hand:  # its box is that of its joints, as in a detection
            return crop_from_points(self._rule, points)
        if self._rule.kind == "box":
            return crop_from_points(self._rule, estimate.on_image(estimate.vertices))
        return crop_from_landmarks(self._rule, points)

    def _crop_of(self, detection: Detection) -> CropBox:
        if self._is_hand:
            return crop_from_points(self._rule, detection.landmarks)
        return crop_from_landmarks(self._rule, detection.landmarks)


def _shows_body(estimate: Estimate) -> bool:
    """Whether enough of a body was seen; a network that does not score joints is taken at its word."""
    scores = estimate.parameters.get("joint_scores")
    return scores is None or shows_body(scores)


def _corners(points: np.ndarray) -> np.ndarray:
    """Return the (4, 2) corners of the box around points."""
    (x0, y0), (x1, y1) = points.min(0), points.max(0)
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)
