"""Cleans up recorded motion: smooth without lag, short gaps filled, feet still where they stand.

The recording itself is only read. A body with bones is refined by its bones: one shape, smooth turns of the
joints, a smooth path, and legs bent so that standing feet stay. Other bodies are refined by their vertices
and moved as a whole.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.foot_contacts import Camera, foot_rows, holding, path, slide, standing
from app.recordings.motion.leg_ik import move_feet
from app.recordings.motion.smoothing_spline import QUICK_M_S, jerk, smooth_motion, smooth_rotations
from app.recordings.motion.track import BLOCK, BoneMotion, Progress, Track, template_of
from app.recordings.playback import usual_step
from models.body.skinning import Skinner
from models.body.template import BodyTemplate, SparseRows
from models.camera.projection import box_in_image, project
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.recordings.schema import RecordedFrame
    from app.types import Person

_REACH_S = 1.0  # values farther away than this weigh less than 1e-3 in a smoothed one


@dataclass(frozen=True, slots=True)
class RefineSettings:
    """What to refine.

    Attributes
    ----------
    fill_gaps_s : the longest time for which a person may be missing and still is filled in, seconds.
    """

    fill_gaps_s: float = 0.5


@dataclass(frozen=True, slots=True)
class RefineFigures:
    """What refining changed for one person.

    Attributes
    ----------
    person : the id.
    frames : in which the person was found.
    filled_frames, filled_s : frames filled in, and how long the filled gaps lasted together.
    gaps_left : longer gaps, which stay.
    moved_mm : how far joints were moved on average.
    jitter_before, jitter_after : mean jerk of the joints in the room, m/s^3; None for fewer than four frames.
    standing_s : how long heels and balls of feet stood, mean of the four.
    slide_before_mm_s, slide_after_mm_s : their mean speed meanwhile; None where none stood.
    """

    person: int
    frames: int
    filled_frames: int
    filled_s: float
    gaps_left: int
    moved_mm: float
    jitter_before: float | None
    jitter_after: float | None
    standing_s: float
    slide_before_mm_s: float | None
    slide_after_mm_s: float | None

    def changes(self) -> list[str]:
        """Say what was changed, one thing a line."""
        lines = []
        if self.jitter_before is not None:
            lines.append(f"Jitter: from {self.jitter_before:.0f} to {self.jitter_after:.0f} m/s³")
        if self.slide_before_mm_s is not None:
            slide = f"from {self.slide_before_mm_s:.0f} to {self.slide_after_mm_s:.0f} mm/s"
            lines.append(f"Standing feet slide: {slide} (for {self.standing_s:.1f} s)")
        filled = f"{self.filled_frames} frames ({self.filled_s:.2f} s)" if self.filled_frames else "none"
        left = f", {self.gaps_left} longer left" if self.gaps_left else ""
        lines.append(f"Gaps filled: {filled}{left}")
        lines.append(f"Joints moved: {self.moved_mm:.0f} mm on average")
        return lines

    def sentence(self) -> str:
        """Say it in a line."""
        return f"Person {self.person}, {self.frames} frames: {'; '.join(self.changes())}."


def refine_track(
    track: Track, settings: RefineSettings, progress: Progress | None = None
) -> tuple[RefinedTrack, RefineFigures]:
    """Refine a person's motion.

    Parameters
    ----------
    track : as recorded.
    settings : what to do.
    progress : called with (steps done, steps).

    Returns
    -------
    The refined motion, to be used like the recorded one, and what was changed.
    """
    progress = progress or (lambda done, total: None)
    timeline = Timeline.of(track, settings.fill_gaps_s)
    try:
        template = template_of(track.recording.info)
    except UserError:  # feet are not known then, and vertices are all there is
        template = None
    points = _Points.of(track, template)
    if template is not None and template.skeleton is not None:
        motion = track.bones(template, progress)
        refined = _refined_body(track, timeline, motion, points)
    else:
        refined = _refined_surface(track, timeline, points)
    progress(1, 1)
    return refined.track, _figures(track, timeline, points, refined)


class RefinedTrack(Track):
    """A refined person, at the moments of the recorded one and those filled in.

    Parameters
    ----------
    track : as recorded.
    timeline : the moments.
    translation : (N, 3) metres, about which meshes and joints are centred.
    joints : (N, J, 3) metres from there.
    meshes : gives the (n, V, 3) meshes in the room of a span of moments.
    at_once : how many of them are made at a time, at least. Making one may cost as much as making many, but
        whoever plays the motion waits for them.
    motion : of the bones, where the body has some.
    """

    def __init__(
        self,
        track: Track,
        timeline: Timeline,
        translation: np.ndarray,
        joints: np.ndarray,
        meshes: Callable[[slice], np.ndarray],
        at_once: int,
        motion: BoneMotion | None,
    ) -> None:
        super().__init__(track.recording, track.id)
        # What is not refined comes from the last frame in which the person was found.
        self._last_found = timeline.last_found
        self._found_in = self._frames[self._last_found]
        self.times_s, self.filled, self._frames = timeline.times_s, ~timeline.known, timeline.frames
        self._translation, self._joints = translation.astype(np.float32), joints.astype(np.float32)
        self._made, self._at_once, self._motion = meshes, at_once, motion
        self._block: tuple[slice, np.ndarray] = slice(0, 0), np.empty((0, 0, 3), np.float32)

    def meshes(self, first: int, last: int) -> np.ndarray:
        """Return (n, V, 3) metres of the moments ``first`` to before ``last``, camera axes."""
        last = min(last, len(self.times_s))
        if first < self._block[0].start or last > self._block[0].stop:
            span = slice(first, min(max(last, first + self._at_once), len(self.times_s)))
            self._block = span, self._made(span).astype(np.float32)
        start = self._block[0].start
        return self._block[1][first - start : last - start]

    def bones(self, template: BodyTemplate, progress: Progress) -> BoneMotion:
        """Return the refined bones."""
        if self._motion is None:
            return super().bones(template, progress)
        progress(1, 1)
        return self._motion

    def person(self, frame: RecordedFrame) -> Person | None:
        """Return the person as refined in a frame of the recording, None if away."""
        i = int(np.searchsorted(self.times_s, frame.time_s))
        if i == len(self.times_s) or self.times_s[i] != frame.time_s:
            return None
        person = super().person(frame) or super().person(self.recording.frame(self._found_in[i]))
        assert person is not None
        mesh, translation = self.meshes(i, i + 1)[0], self._translation[i]
        size = self.recording.info.width, self.recording.info.height
        return replace(
            person,
            vertices=mesh - translation,
            translation=translation,
            joints=self._joints[i],
            joints_2d=project(self._joints[i] + translation, person.focal_px, size),
            box_xyxy=box_in_image(mesh, person.focal_px, size),
        )

    def tables(self) -> dict[str, np.ndarray]:
        """Return what is refined, by name; what the network saw in the picture is not among it."""
        vertices = np.concatenate(list(self.blocks()))
        vertices -= self._translation[:, None]
        same = {name: self.recording.table(name, self.rows) for name in ("focal_px", "is_left")}
        return {name: values[self._last_found] for name, values in same.items()} | {
            "vertices": vertices,
            "translation": self._translation,
            "joints": self._joints,
            "frame_index": np.where(self._frames >= 0, self.recording.index[self._frames], -1),
            "filled": self.filled,
        }


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """The moments of a refined person.

    Attributes
    ----------
    times_s : (N,) rising.
    frames : (N,) recorded frames at these moments, -1 where the recording has none.
    known : (N,) bool, the person was found.
    parts : spans of moments without a gap that stays; each begins and ends at a known one.
    filled_s : how long the filled gaps last together.
    """

    times_s: np.ndarray
    frames: np.ndarray
    known: np.ndarray
    parts: list[slice]
    filled_s: float

    @classmethod
    def of(cls, track: Track, longest_s: float) -> Timeline:
        """Fill gaps of up to ``longest_s`` with the recorded frames inside, or else at the usual rate."""
        frames, first = np.unique(track.recording.times_s, return_index=True)
        found = track.times_s
        after = np.searchsorted(frames, found[:-1], side="right")
        before = np.searchsorted(frames, found[1:], side="left")
        length = np.diff(found)
        step = usual_step(found)
        fills = ((before > after) | (length > track.longest_gap_s)) & (length <= longest_s)
        added: list[np.ndarray] = []
        for gap in np.flatnonzero(fills):
            inside = frames[after[gap] : before[gap]]
            if not len(inside):
                inside = np.linspace(found[gap], found[gap + 1], round(length[gap] / step) + 1)[1:-1]
            added.append(inside)
        times = np.concatenate([found, *added])
        order = np.argsort(times)
        times, known = times[order], (order < len(found))
        place = np.minimum(np.searchsorted(frames, times), len(frames) - 1)
        stays = length > max(longest_s, track.longest_gap_s)
        bounds = [0, *np.searchsorted(times, found[1:][stays]).tolist(), len(times)]
        return cls(
            times_s=times,
            frames=np.where(frames[place] == times, first[place], -1),
            known=known,
            parts=[slice(a, b) for a, b in itertools.pairwise(bounds)],
            filled_s=float(length[fills].sum()),
        )

    @property
    def last_found(self) -> np.ndarray:
        """(N,) which of the K known moments was the last until each."""
        return np.cumsum(self.known) - 1

    def found(self, span: slice) -> slice:
        """Return which of the K known moments lie in a span of all."""
        return slice(int(self.known[: span.start].sum()), int(self.known[: span.stop].sum()))

    def smooth(self, values: np.ndarray) -> np.ndarray:
        """Smooth (K, P, 3) points in metres of the known moments; return (N, P, 3)."""
        smoothed = [
            smooth_motion(self.times_s[part], values[self.found(part)], self.known[part], QUICK_M_S)
            for part in self.parts
        ]
        return np.concatenate(smoothed).astype(np.float32)

    def smooth_rotations(self, rotations: np.ndarray) -> np.ndarray:
        """Likewise (K, ..., 3, 3) rotations."""
        smoothed = [
            smooth_rotations(self.times_s[part], rotations[self.found(part)], self.known[part])
            for part in self.parts
        ]
        return np.concatenate(smoothed)

    def smooth_span(self, span: slice, read: Callable[[slice], np.ndarray]) -> np.ndarray:
        """Smooth a span of moments alone; ``read`` gives the values of a span of the known moments."""
        smoothed = []
        for part in self.parts:
            first, last = max(span.start, part.start), min(span.stop, part.stop)
            if first >= last:
                continue
            start = np.searchsorted(self.times_s, self.times_s[first] - _REACH_S)
            stop = np.searchsorted(self.times_s, self.times_s[last - 1] + _REACH_S, side="right")
            known = np.flatnonzero(self.known)
            # From the known moment before to the one after.
            start = max(known[max(np.searchsorted(known, start, side="right") - 1, 0)], part.start)
            stop = min(known[min(np.searchsorted(known, stop - 1), len(known) - 1)] + 1, part.stop)
            around = slice(int(start), int(stop))
            values = smooth_motion(
                self.times_s[around], read(self.found(around)), self.known[around], QUICK_M_S
            )
            smoothed.append(values[first - around.start : last - around.start])
        return np.concatenate(smoothed)


@dataclass(frozen=True, slots=True, eq=False)
class _Points:
    """What is followed of each mesh: joints, then the points of the feet, if it has any.

    Attributes
    ----------
    places : (K, P, 3) metres in the room, at the known moments.
    joints : how many are joints.
    rows : that give the points from vertices; None where the body is not installed.
    """

    places: np.ndarray
    joints: int
    rows: SparseRows | None

    @classmethod
    def of(cls, track: Track, template: BodyTemplate | None) -> _Points:
        """Read them."""
        if template is None:
            joints = track.recording.table("joints", track.rows)
            return cls(joints + _translation(track)[:, None], joints.shape[1], None)
        names = track.recording.info.joint_names
        sets = template.joint_sets.values()
        joints = next((s for s in sets if s.names == names), next(iter(sets))).rows
        feet = foot_rows(template)
        rows = _stacked([joints] if feet is None else [joints, feet])
        places = np.concatenate([rows.apply(meshes) for meshes in track.blocks()])
        return cls(places, len(joints.index), rows)


@dataclass(frozen=True, slots=True, eq=False)
class _Refined:
    """What became of a person.

    Attributes
    ----------
    points : (N, P, 3) metres in the room, as :class:`_Points` orders them.
    labels : (N, F) when feet stand, as :func:`app.recordings.motion.foot_contacts.standing` tells.
    """

    track: RefinedTrack
    points: np.ndarray
    labels: np.ndarray


def _refined_body(track: Track, timeline: Timeline, motion: BoneMotion, points: _Points) -> _Refined:
    template, fitted = motion.template, motion.fitted
    assert points.rows is not None
    root = Skinner(template, np.zeros(0, int)).rest(fitted.betas[None])[1][0, 0]
    rotations = timeline.smooth_rotations(fitted.rotations)
    followed = _stacked([points.rows, template.root])
    feet = _posed(template, fitted.betas, rotations, followed)[:, points.joints : -1] - root
    places, labels = _paths(timeline, root + fitted.translation, feet, _camera(track))
    if feet.shape[1]:
        offsets = {
            side: _holding(timeline, feet[:, chosen] + places[:, None], labels[:, chosen])
            for side, chosen in zip("LR", (slice(0, 2), slice(2, 4)), strict=True)
        }
        rotations = move_feet(template, fitted.betas, rotations, offsets)
    translation = (places - root).astype(np.float32)
    found = _posed(template, fitted.betas, rotations, followed) + translation[:, None]
    centre = found[:, -1]
    bones = replace(
        fitted,
        rotations=rotations,
        translation=translation,
        error_mm=fitted.error_mm[timeline.last_found],
    )
    skinner = Skinner(template)

    def meshes(span: slice) -> np.ndarray:
        betas = np.broadcast_to(fitted.betas, (span.stop - span.start, len(fitted.betas)))
        return skinner.pose(betas, rotations[span])[0] + translation[span, None]

    joints = found[:, : points.joints] - centre[:, None]
    motion = BoneMotion(template, timeline.times_s, bones)
    return _Refined(RefinedTrack(track, timeline, centre, joints, meshes, 1, motion), found[:, :-1], labels)


def _refined_surface(track: Track, timeline: Timeline, points: _Points) -> _Refined:
    measured = _translation(track)
    followed = timeline.smooth(points.places - measured[:, None])
    feet = followed[:, points.joints :]
    places, labels = _paths(timeline, measured, feet, _camera(track))
    if feet.shape[1]:
        places += _holding(timeline, feet + places[:, None], labels)
    joints = timeline.smooth(track.recording.table("joints", track.rows))

    def recorded(found: slice) -> np.ndarray:
        return track.recording.table("vertices", track.rows[found])

    def meshes(span: slice) -> np.ndarray:
        return timeline.smooth_span(span, recorded) + places[span, None]

    # A mesh is smoothed from those of a second before and after it, which are read for all at once.
    refined = RefinedTrack(track, timeline, places, joints, meshes, BLOCK, None)
    return _Refined(refined, followed + places[:, None], labels)


def _paths(
    timeline: Timeline, measured: np.ndarray, feet: np.ndarray, camera: Camera
) -> tuple[np.ndarray, np.ndarray]:
    """Find where the body goes, and when its feet stand.

    Parameters
    ----------
    measured : (K, 3) places of the body at the known moments.
    feet : (N, F, 3) smooth points of the feet from there.

    Returns
    -------
    places : (N, 3).
    labels : (N, F) as :func:`app.recordings.motion.foot_contacts.standing` gives, no number twice.
    """
    places = np.empty((len(timeline.times_s), 3))
    labels = np.full(feet.shape[:2], -1)
    for part in timeline.parts:
        times, known, here = timeline.times_s[part], timeline.known[part], measured[timeline.found(part)]
        places[part] = path(times, here, known)
        if feet.shape[1]:
            found = standing(times, feet[part] + places[part, None], places[part], camera)
            places[part] = path(times, here, known, feet[part], found)
            labels[part] = np.where(found >= 0, found + labels.max() + 1, -1)
    return places, labels


def _holding(timeline: Timeline, points: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the (N, 3) offsets that keep (N, P, 3) points of one rigid thing where they stand."""
    parts = [holding(timeline.times_s[part], points[part], labels[part]) for part in timeline.parts]
    return np.concatenate(parts)


def _posed(template: BodyTemplate, betas: np.ndarray, rotations: np.ndarray, rows: SparseRows) -> np.ndarray:
    """Return the (N, R, 3) points of a posed body."""
    vertices, index = np.unique(rows.index, return_inverse=True)
    skinner = Skinner(template, vertices)
    chosen = SparseRows(index.reshape(rows.index.shape), rows.weight)
    parts = []
    for first in range(0, len(rotations), BLOCK):
        some = rotations[first : first + BLOCK]
        parts.append(chosen.apply(skinner.pose(np.broadcast_to(betas, (len(some), len(betas))), some)[0]))
    return np.concatenate(parts)


def _stacked(parts: Sequence[SparseRows]) -> SparseRows:
    width = max(rows.index.shape[1] for rows in parts)

    def stacked(arrays: list[np.ndarray]) -> np.ndarray:
        return np.concatenate([np.pad(a, ((0, 0), (0, width - a.shape[1]))) for a in arrays])

    return SparseRows(stacked([rows.index for rows in parts]), stacked([rows.weight for rows in parts]))


def _translation(track: Track) -> np.ndarray:
    return track.recording.table("translation", track.rows)


def _camera(track: Track) -> Camera:
    info = track.recording.info
    focal = track.recording.table("focal_px", track.rows)
    return Camera(float(np.median(focal)), (info.width, info.height))


def _figures(track: Track, timeline: Timeline, points: _Points, refined: _Refined) -> RefineFigures:
    jitters: list[float | None] = []
    slides: list[float | None] = []
    standing_s = 0.0
    after = refined.points[timeline.known]
    labels = refined.labels[timeline.known]
    spans = [timeline.found(part) for part in timeline.parts]
    for places in (points.places, after):
        jerks = [jerk(track.times_s[span], places[span, : points.joints]) for span in spans]
        jitters.append(float(np.concatenate(jerks).mean()) if sum(map(len, jerks)) else None)
        moved = [slide(track.times_s[span], places[span, points.joints :], labels[span]) for span in spans]
        metres, standing_s = (float(sum(values)) for values in zip(*moved, strict=True))
        slides.append(1000 * metres / standing_s if standing_s else None)
    apart = np.linalg.norm(after - points.places, axis=-1)[:, : points.joints]
    return RefineFigures(
        person=track.id,
        frames=len(track.times_s),
        filled_frames=int((~timeline.known).sum()),
        filled_s=timeline.filled_s,
        gaps_left=len(timeline.parts) - 1,
        moved_mm=1000 * float(apart.mean()),
        jitter_before=jitters[0],
        jitter_after=jitters[1],
        standing_s=standing_s / max(labels.shape[1], 1),
        slide_before_mm_s=slides[0],
        slide_after_mm_s=slides[1],
    )
