"""Tracker: who is followed from frame to frame, when and where to look for more people, and who is who.

No pictures here: the pipeline asks where to look and which crops to show the network, and tells what came
back. A followed person's crop comes from the mesh of the frame before; the detector is asked only while
somebody is missing and, now and then, to check.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from app.live.detector import Region, overlap, search_levels, similarity
from app.live.estimator import Estimate
from app.live.plausibility import Proportions
from app.types import Detection
from models.body.template import BodyTemplate
from models.camera.crop import CropBox, CropRule, crop_from_landmarks, crop_from_points
from models.inference.model_info import ModelInfo

log = logging.getLogger(__name__)

START_PRESENCE = 0.6  # a newcomer, or somebody who was hidden, is shown from here on
KEEP_PRESENCE = 0.3  # somebody who is shown stays down to here; between the two nothing flickers
GRACE_S = 0.5  # somebody hidden is waited for at the same place, then looked for everywhere
MEMORY_S = 5.0  # somebody who comes back within this time keeps the id
GAP_S = 1.5  # without a frame for this long the scene is taken as new; a slow machine alone must not reach it
SEARCH_EVERY_S = 0.25  # while some are followed but fewer than asked for
CHECK_EVERY_S = 3.0  # while everybody is followed: whether the detector agrees
CHECK_DOUBT_S = 0.5  # the same while the network has doubts about somebody, or does not say
DOUBT_PRESENCE = 0.8  # below this it has doubts: the crop may have strayed
UNCONFIRMED_S = 2.5  # such a model's person whom the detector has not seen for this long is gone
SURE_SIDE = 0.9  # the detector's score of a hand being a left or right one, above which it is believed
SAME = 0.5  # similarity of two sets of points that mean one person
DOUBLE = 0.75  # similarity of two followed ones that have come to lie on one person; passing is less alike
NEAR = 0.2  # similarity above which a detection means a person who is followed already
# Taken for the similarity of hands that lie over each other: one hand, but a crop to put right.
SAME_HAND = 0.3
INSIDE = 0.5  # share of a box within another's, above which something small is a part of somebody
PART_EXTENT = 0.4  # of somebody's extent, below which whoever is found inside is taken as a part of that one
SMALLEST_CROP = 16.0  # pixels
# Proportion (app/live/plausibility.py) below which a mesh is no body's: true ones of all builds come down to
# 0.65, meshes of shoes, backs and people behind others lie below 0.55.
NARROWEST = 0.6
HAND_CHECK_S = 0.09  # how often the detector looks after followed hands: they move fast, and their networks
HAND_UNCONFIRMED_S = 0.6  # do not say whether a hand is there; one it has not seen for this long is gone
AROUND = 1.5  # side of the square it looks at around a followed one, as a multiple of the crop's


@dataclass(frozen=True, slots=True)
class Search:
    """Where the detector should look.

    Attributes
    ----------
    regions : places to look at.
    in_part : they are small parts of the picture, in which a hand may look like a person.
    """

    regions: tuple[Region, ...]
    in_part: bool


@dataclass(slots=True, eq=False)
class Track:
    """A followed person.

    Attributes
    ----------
    id : stays with the person.
    estimate : the last one that was believed.
    points : (K, 2) image pixels by which people are told apart.
    crop : for the next frame.
    seen_s : when the person was last believed to be there.
    confirmed_s : when the detector last agreed.
    is_left : how the next crop is shown to the network: as a left hand.
    hidden : waited for, not shown.
    stillness : similarity, to one decimal, of the points to those of the frame before.
    """

    id: int
    estimate: Estimate
    points: np.ndarray
    crop: CropBox
    seen_s: float
    confirmed_s: float
    is_left: bool = False
    hidden: bool = False
    stillness: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class _Memory:
    """Somebody who is gone, and when and where that was."""

    id: int
    points: np.ndarray
    is_left: bool
    seen_s: float


class Tracker:
    """The people of one scene, for one model.

    Within a frame the calls are :meth:`begin`, then :meth:`crops` and :meth:`follow`, then for each of
    :meth:`searches` the :meth:`newcomers` among what was detected, whose crops the network is shown twice,
    :meth:`crops_of` the detections and :meth:`crops_again`, and :meth:`welcome`; at last :meth:`shown`.

    Parameters
    ----------
    info, template : of the model.
    live : a new scene is searched through over several frames rather than at once, so that none takes long.
    """

    def __init__(self, info: ModelInfo, template: BodyTemplate, *, live: bool = False) -> None:
        self._live = live
        self._rule: CropRule = info.crop
        self._is_hand = info.kind == "hand"
        name = "hand21" if self._is_hand else "mediapipe33"
        self._landmarks = template.joint_sets.get(name)
        self._proportions = Proportions(template) if self._landmarks and not self._is_hand else None
        self.tracks: list[Track] = []
        self._gone: list[_Memory] = []
        self._next_id = 1
        self._now_s = 0.0
        self._last_s: float | None = None
        self._searched_s = self._looked_after_s = -np.inf
        self._whole_next = False
        self._part = -1
        self._new_scene = True

    # What the pipeline asks, in this order -----------------------------------------------------------------

    def begin(self, time_s: float) -> None:
        """Start a frame at a time on the source's clock; after a gap everybody is forgotten."""
        if self._last_s is None or not 0 <= time_s - self._last_s <= GAP_S:
            self.tracks.clear()
            self._gone.clear()
            self._new_scene = True
            self._searched_s = -np.inf
        self._now_s = self._last_s = time_s
        self._gone = [one for one in self._gone if time_s - one.seen_s <= MEMORY_S]

    def crops(self) -> tuple[list[CropBox], list[bool]]:
        """Return the crops of all who are followed, and which of them are left hands."""
        return [t.crop for t in self.tracks], [t.is_left for t in self.tracks]

    def follow(self, estimates: Sequence[Estimate]) -> None:
        """Take what the network saw in :meth:`crops`."""
        for track, estimate in zip(list(self.tracks), estimates, strict=True):
            self._judge(track, estimate)
        self._drop_doubles()

    def searches(self, people: int, width: int, height: int) -> Iterator[Search]:
        """Yield where to look in this frame; goes on only while somebody is missing.

        Unless live, a new scene is searched through at once, from the whole picture to its smallest squares.
        Otherwise a frame's search takes the whole picture, or one of the parts in turn. Followed hands are
        looked after where they are, and so is whom only the detector can confirm (while live one of them a
        search): in the whole picture it does not see somebody small.
        """
        if self._is_hand and self._now_s - self._looked_after_s >= HAND_CHECK_S:
            self._looked_after_s = self._now_s
            yield from _around(self.tracks, width, height)
        if not self._search_is_due(people):
            self._new_scene = False
            return
        self._searched_s = self._now_s
        levels = [Search(tuple(level), in_part=i > 1) for i, level in enumerate(search_levels(width, height))]
        if self._new_scene and not self._live:
            self._new_scene = False
            for search in levels:
                yield search
                if len(self.shown()) >= people:
                    return
            return
        whole, parts = levels[0], [Search((r,), s.in_part) for s in levels[1:] for r in s.regions]
        nobody, complete = not self.shown(), len(self.shown()) >= people
        self._whole_next = not self._whole_next
        if nobody or complete or not parts or self._whole_next:
            yield whole
        if parts and not complete and (not self.shown() or not (nobody or self._whole_next)):
            self._part = (self._part + 1) % len(parts)
            yield parts[self._part]
        if not self._is_hand:
            unconfirmed = [track for track in self.shown() if self._is_unconfirmed(track)]
            unconfirmed.sort(key=lambda track: track.confirmed_s)
            yield from _around(unconfirmed[:1] if self._live else unconfirmed, width, height)

    def newcomers(self, detections: Sequence[Detection], *, in_part: bool) -> list[Detection]:
        """Return the detections of people who are not followed yet, the largest first.

        A detection of somebody who is followed confirms that one, and puts the crop right if it may have
        strayed.

        Parameters
        ----------
        in_part : as in :class:`Search`; whoever lies within a followed person is taken as part of that one.
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
                if track.hidden or (alike[best] < SAME and self._may_stray(track, in_part)):
                    track.crop = self._crop_of(detection)
            elif not any(self._is_part(points, t.points, in_part) for t in self.tracks):
                new.append(detection)
        return sorted(new, key=lambda detection: -self._crop_of(detection).size)

    def crops_of(self, detections: Sequence[Detection]) -> tuple[list[CropBox], list[bool]]:
        """Return the crops of detections, and which of them are left hands."""
        return [self._crop_of(d) for d in detections], [d.is_left for d in detections]

    def crops_again(self, estimates: Sequence[Estimate]) -> tuple[list[CropBox], list[bool]]:
        """Return crops for a second look at newcomers, and which of them are left hands.

        The detector's landmarks are rougher than those of the mesh. Whoever the network does not see is left
        out.
        """
        again = [(e, self._footprint(e)) for e in estimates]
        again = [(e, points) for e, points in again if self._is_seen(e, points)]
        return [self._crop_after(*one) for one in again], [e.is_left for e, _ in again]

    def welcome(self, estimates: Sequence[Estimate], people: int, *, in_part: bool) -> None:
        """Take what the network saw in the crops of newcomers; at most ``people`` are followed."""
        for estimate in estimates:
            if len(self.shown()) >= people:
                return
            points = self._footprint(estimate)
            if not self._is_seen(estimate, points):
                continue
            same = [t for t in self.tracks if similarity(points, t.points) > SAME]
            if any(not t.hidden for t in same):
                continue
            if not same and any(self._is_part(points, t.points, in_part) for t in self.shown()):
                continue
            number = same[0].id if same else self._recalled_id(points, estimate.is_left)
            self.tracks = [t for t in self.tracks if t not in same]
            # Somebody waited for gives way to somebody who is here.
            while len(self.tracks) >= people and any(t.hidden for t in self.tracks):
                self._lose(next(t for t in self.tracks if t.hidden))
            crop = self._crop_after(estimate, points)
            self.tracks.append(
                Track(number, estimate, points, crop, self._now_s, self._now_s, estimate.is_left)
            )

    def shown(self) -> list[Track]:
        """Return who is there in this frame, by id."""
        return sorted((t for t in self.tracks if not t.hidden), key=lambda t: t.id)

    def limit(self, people: int) -> None:
        """Follow at most so many: who was asked for longest stays, which is the lowest id."""
        for track in sorted(self.tracks, key=lambda t: (t.hidden, t.id))[people:]:
            self._lose(track)

    # How it decides -----------------------------------------------------------------------------------------

    def _judge(self, track: Track, estimate: Estimate) -> None:
        points = self._footprint(estimate)
        if estimate.presence is None:
            waited = HAND_UNCONFIRMED_S if self._is_hand else UNCONFIRMED_S
            believed = self._now_s - track.confirmed_s <= waited
        else:
            believed = estimate.presence >= (START_PRESENCE if track.hidden else KEEP_PRESENCE)
        if believed and self._is_sane(estimate, points):
            track.stillness = round(similarity(points, track.points), 1)
            track.estimate, track.points, track.seen_s = estimate, points, self._now_s
            track.crop = self._next_crop(estimate, points)
            track.hidden = False
        elif self._now_s - track.seen_s > GRACE_S:
            self._lose(track)
        else:
            track.hidden = True

    def _is_seen(self, estimate: Estimate, points: np.ndarray) -> bool:
        """Whether the network sees the newcomer that the detector saw.

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
        return self._proportions is None or self._proportions.narrowest(estimate.vertices) >= NARROWEST

    def _drop_doubles(self) -> None:
        """Where two tracks have come to lie on one person, keep the one that was there, or else the older.

        The crop of somebody who passes behind another shows the one in front, and the track jumps there.
        """
        kept: list[Track] = []
        for track in sorted(self.tracks, key=lambda t: (t.hidden, -t.stillness, t.id)):
            if any(similarity(track.points, other.points) > DOUBLE for other in kept):
                self._lose(track)
            else:
                kept.append(track)

    def _lose(self, track: Track) -> None:
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

    def _search_is_due(self, people: int) -> bool:
        waited = self._now_s - self._searched_s
        if len(self.shown()) < people:
            return not self.shown() or waited >= SEARCH_EVERY_S
        if self._is_hand:
            return False
        doubt = any((t.estimate.presence or 0.0) < DOUBT_PRESENCE for t in self.tracks)
        return waited >= (CHECK_DOUBT_S if doubt else CHECK_EVERY_S)

    def _is_unconfirmed(self, track: Track) -> bool:
        """Whether the network does not say if somebody is there, nor has the detector said so lately."""
        return track.estimate.presence is None and self._now_s - track.confirmed_s >= CHECK_DOUBT_S

    def _may_stray(self, track: Track, in_part: bool) -> bool:
        """Whether a detection that lies elsewhere knows better than the network where somebody is.

        One in a part of the picture often shows only the part of somebody that lies in it, and one near
        somebody of whom the network is sure is often a neighbour's. Hands are looked after in parts.
        """
        presence = track.estimate.presence
        return (self._is_hand or not in_part) and (presence is None or presence < DOUBT_PRESENCE)

    def _likeness(self, points: np.ndarray, others: np.ndarray) -> float:
        """Return how surely a detection's points are those of a followed one, 0 to 1."""
        alike = similarity(points, others)
        return max(alike, SAME_HAND) if self._is_hand and overlap(points, others) > INSIDE else alike

    def _is_part(self, points: np.ndarray, others: np.ndarray, in_part: bool) -> bool:
        """Whether points lie largely within the box of somebody else.

        People of like size may well overlap, and count only if found in a part of the picture; where two
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
        if self._rule.kind == "landmarks":
            return crop_from_landmarks(self._rule, points)
        # A hand's box is that of its joints, as in a detection.
        return crop_from_points(self._rule, points if self._is_hand else estimate.on_image(estimate.vertices))

    def _crop_after(self, estimate: Estimate, points: np.ndarray) -> CropBox:
        """Return a newcomer's next crop; the same where the mesh is none, as an untrained network's."""
        return self._next_crop(estimate, points) if self._is_sane(estimate, points) else estimate.crop

    def _crop_of(self, detection: Detection) -> CropBox:
        if self._is_hand:
            return crop_from_points(self._rule, detection.landmarks)
        return crop_from_landmarks(self._rule, detection.landmarks)


def _corners(points: np.ndarray) -> np.ndarray:
    """Return the (4, 2) corners of the box around points."""
    (x0, y0), (x1, y1) = points.min(0), points.max(0)
    return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1]], np.float32)


def _around(tracks: Sequence[Track], width: int, height: int) -> Iterator[Search]:
    """Yield a search of the squares around followed ones in which they still are.

    None leaves the picture altogether or is much larger, as that of a wrong network's mesh would.
    """
    regions = []
    for crop in (track.crop for track in tracks):
        side = round(min(AROUND * crop.size, 2 * max(width, height)))
        x, y = np.round(crop.center - side / 2).astype(int)
        if -side < x < width and -side < y < height:
            regions.append(Region(int(x), int(y), side, side))
    if regions:
        yield Search(tuple(regions), in_part=True)
