"""Refines recorded motion: smooth without lag, short gaps filled, feet still where they stand.

The recording itself is only read. A body with bones is refined by its bones: one shape, smooth rotations
of the joints, a smooth path, and legs bent so that standing feet stay. Other bodies are refined by their
vertices and moved as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.bone_motion import BoneMotion
from app.recordings.motion.foot_contacts import Frustum, contact_labels, foot_rows, skating
from app.recordings.motion.foot_locking import locking_offsets, root_path
from app.recordings.motion.leg_ik import move_feet
from app.recordings.motion.motion import BLOCK, RecordedMotion, blocks
from app.recordings.motion.refined_motion import RefinedMotion
from app.recordings.motion.smoothing_spline import jerk
from app.recordings.motion.template import template_of
from app.recordings.motion.timeline import Timeline
from app.recordings.progress import Progress, no_progress
from models.body.joints import FASTMETRO14
from models.body.labelled_joints import LIMB_JOINTS, labelled_limbs
from models.body.skinning import Skinner
from models.body.template import BodyTemplate, SparseRows
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence


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
    contact_s : how long heels and balls of feet stood, mean of the four.
    skating_before_mm_s, skating_after_mm_s : their mean speed meanwhile; None where none stood.
    """

    person: int
    frames: int
    filled_frames: int
    filled_s: float
    gaps_left: int
    moved_mm: float
    jitter_before: float | None
    jitter_after: float | None
    contact_s: float
    skating_before_mm_s: float | None
    skating_after_mm_s: float | None

    def changes(self) -> list[str]:
        """Say what was changed, one thing a line."""
        lines = []
        if self.jitter_before is not None:
            lines.append(f"Jitter: from {self.jitter_before:.0f} to {self.jitter_after:.0f} m/s³")
        if self.skating_before_mm_s is not None:
            skating = f"from {self.skating_before_mm_s:.0f} to {self.skating_after_mm_s:.0f} mm/s"
            lines.append(f"Standing feet slide: {skating} (for {self.contact_s:.1f} s)")
        filled = "Gaps filled: none"
        if self.filled_frames:
            filled = f"Gaps filled: {self.filled_frames} frames ({self.filled_s:.2f} s)"
        lines.append(filled)
        if self.gaps_left:
            lines.append(f"Longer gaps left: {self.gaps_left}")
        lines.append(f"Joints moved: {self.moved_mm:.0f} mm on average")
        return lines

    def sentence(self) -> str:
        """Say it in a line."""
        return f"Person {self.person}, {self.frames} frames: {'; '.join(self.changes())}."


def refine_motion(
    recorded: RecordedMotion, settings: RefineSettings, progress: Progress = no_progress
) -> tuple[RefinedMotion, RefineFigures]:
    """Refine a person's motion.

    Parameters
    ----------
    recorded : the motion, which stays as it is.
    settings : what to do.
    progress : called with (steps done, steps).

    Returns
    -------
    The refined motion, to be used like the recorded one, and what was changed.
    """
    timeline = Timeline.of(recorded, settings.fill_gaps_s)
    try:
        template = template_of(recorded.recording.info)
    except UserError:  # feet are not known then, and vertices are all there is
        template = None
    points = _Points.of(recorded, template)
    if template is not None and template.skeleton is not None:
        bones = recorded.bones(template, progress)
        refined = _refined_body(recorded, timeline, bones, points)
    else:
        refined = _refined_surface(recorded, timeline, points)
    progress(1, 1)
    return refined.motion, _figures(recorded, timeline, points, refined)


@dataclass(frozen=True, slots=True, eq=False)
class _Points:
    """What is followed of each mesh: joints, then the points of the feet, if it has any.

    Attributes
    ----------
    positions : (K, P, 3) metres in the room, at the known moments.
    joints : how many are joints.
    rows : that give the points from vertices; None where the body is not installed.
    """

    positions: np.ndarray
    joints: int
    rows: SparseRows | None

    @classmethod
    def of(cls, recorded: RecordedMotion, template: BodyTemplate | None) -> _Points:
        """Read them."""
        if template is None:
            joints = recorded.joint_positions()
            return cls(joints, joints.shape[1], None)
        joints = _joint_rows(recorded, template)
        feet = foot_rows(template)
        rows = _stacked([joints] if feet is None else [joints, feet])
        positions = np.concatenate([rows.apply(meshes) for meshes in blocks(recorded)])
        return cls(positions, len(joints.index), rows)


@dataclass(frozen=True, slots=True, eq=False)
class _Refined:
    """What became of a person.

    Attributes
    ----------
    points : (N, P, 3) metres in the room, as :class:`_Points` orders them.
    labels : (N, F) when feet stand, as :func:`app.recordings.motion.foot_contacts.contact_labels` gives.
    """

    motion: RefinedMotion
    points: np.ndarray
    labels: np.ndarray


def _refined_body(
    recorded: RecordedMotion, timeline: Timeline, bones: BoneMotion, points: _Points
) -> _Refined:
    template, fitted = bones.template, bones.fitted
    assert points.rows is not None
    root = Skinner(template, np.zeros(0, int)).rest(fitted.betas[None])[1][0, 0]
    rotations = timeline.smooth_rotations(fitted.rotations)
    followed = _stacked([points.rows, template.root])
    feet = _posed(template, fitted.betas, rotations, followed)[:, points.joints : -1] - root
    positions, labels = _root_path(timeline, root + fitted.translation, feet, Frustum.of(recorded))
    if feet.shape[1]:
        offsets = {
            side: _locking(timeline, feet[:, chosen] + positions[:, None], labels[:, chosen])
            for side, chosen in zip("LR", (slice(0, 2), slice(2, 4)), strict=True)
        }
        rotations = move_feet(template, fitted.betas, rotations, offsets)
    translation = (positions - root).astype(np.float32)
    found = _posed(template, fitted.betas, rotations, followed) + translation[:, None]
    centre = found[:, -1]
    fitted_after = replace(
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
    bones = BoneMotion(template, timeline.times_s, fitted_after)
    motion = RefinedMotion(recorded, timeline, centre, joints, meshes, 1, bones)
    return _Refined(motion, found[:, :-1], labels)


def _refined_surface(recorded: RecordedMotion, timeline: Timeline, points: _Points) -> _Refined:
    measured = recorded.table("translation")
    followed = timeline.smooth(points.positions - measured[:, None])
    feet = followed[:, points.joints :]
    positions, labels = _root_path(timeline, measured, feet, Frustum.of(recorded))
    if feet.shape[1]:
        positions += _locking(timeline, feet + positions[:, None], labels)
    joints = timeline.smooth(recorded.table("joints"))

    def measured_meshes(found: slice) -> np.ndarray:
        return recorded.recording.table("vertices", recorded.rows[found])

    def meshes(span: slice) -> np.ndarray:
        return timeline.smooth_span(span, measured_meshes) + positions[span, None]

    # A mesh is smoothed from those of a second before and after it, which are read for all at once.
    refined = RefinedMotion(recorded, timeline, positions, joints, meshes, BLOCK, None)
    return _Refined(refined, followed + positions[:, None], labels)


def _root_path(
    timeline: Timeline, measured: np.ndarray, feet: np.ndarray, frustum: Frustum
) -> tuple[np.ndarray, np.ndarray]:
    """Find where the body goes, and when its feet stand.

    Parameters
    ----------
    measured : (K, 3) positions of the body at the known moments.
    feet : (N, F, 3) smooth points of the feet from there.

    Returns
    -------
    positions : (N, 3).
    labels : (N, F) as :func:`app.recordings.motion.foot_contacts.contact_labels` gives, no number twice.
    """
    positions = np.empty((len(timeline.times_s), 3))
    labels = np.full(feet.shape[:2], -1)
    for part in timeline.parts:
        times, known, here = timeline.times_s[part], timeline.known[part], measured[timeline.found(part)]
        positions[part] = root_path(times, here, known)
        if feet.shape[1]:
            found = contact_labels(times, feet[part] + positions[part, None], positions[part], frustum)
            positions[part] = root_path(times, here, known, feet[part], found)
            labels[part] = np.where(found >= 0, found + labels.max() + 1, -1)
    return positions, labels


def _locking(timeline: Timeline, points: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return the (N, 3) offsets that keep (N, P, 3) points of a foot or body where they stand."""
    parts = [locking_offsets(timeline.times_s[part], points[part], labels[part]) for part in timeline.parts]
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


def _joint_rows(recorded: RecordedMotion, template: BodyTemplate) -> SparseRows:
    """Return the rows that make the joints of a mesh, at the places where they were recorded.

    Of the open body limb joints are recorded where people label them; the heads of its bones lie elsewhere.
    """
    names = recorded.recording.info.joint_names
    sets = template.joint_sets.values()
    heads = next((s for s in sets if s.names == names), next(iter(sets))).rows
    labelled = labelled_limbs(template)
    if names != FASTMETRO14 or labelled is None:
        return heads
    rest = SparseRows(heads.index[LIMB_JOINTS:], heads.weight[LIMB_JOINTS:])
    first = recorded.meshes(0, 1)
    told = recorded.joint_positions()[:1]
    return min(
        (heads, _stacked([labelled, rest])), key=lambda rows: float(np.abs(rows.apply(first) - told).sum())
    )


def _stacked(parts: Sequence[SparseRows]) -> SparseRows:
    width = max(rows.index.shape[1] for rows in parts)

    def stacked(arrays: list[np.ndarray]) -> np.ndarray:
        return np.concatenate([np.pad(a, ((0, 0), (0, width - a.shape[1]))) for a in arrays])

    return SparseRows(stacked([rows.index for rows in parts]), stacked([rows.weight for rows in parts]))


def _figures(
    recorded: RecordedMotion, timeline: Timeline, points: _Points, refined: _Refined
) -> RefineFigures:
    jitters: list[float | None] = []
    skatings: list[float | None] = []
    contact_s = 0.0
    after = refined.points[timeline.known]
    labels = refined.labels[timeline.known]
    spans = [timeline.found(part) for part in timeline.parts]
    for positions in (points.positions, after):
        jerks = [jerk(recorded.times_s[span], positions[span, : points.joints]) for span in spans]
        jitters.append(float(np.concatenate(jerks).mean()) if sum(map(len, jerks)) else None)
        moved = [
            skating(recorded.times_s[span], positions[span, points.joints :], labels[span]) for span in spans
        ]
        metres, contact_s = (float(sum(values)) for values in zip(*moved, strict=True))
        skatings.append(1000 * metres / contact_s if contact_s else None)
    apart = np.linalg.norm(after - points.positions, axis=-1)[:, : points.joints]
    return RefineFigures(
        person=recorded.id,
        frames=len(recorded.times_s),
        filled_frames=int((~timeline.known).sum()),
        filled_s=timeline.filled_s,
        gaps_left=len(timeline.parts) - 1,
        moved_mm=1000 * float(apart.mean()),
        jitter_before=jitters[0],
        jitter_after=jitters[1],
        contact_s=contact_s / max(labels.shape[1], 1),
        skating_before_mm_s=skatings[0],
        skating_after_mm_s=skatings[1],
    )
