"""Foot contacts: finds when feet stand on the floor, and how far they skate meanwhile.

A foot is followed at its heel and at the ball of its toes, since walking rolls from one to the other.
Positions are metres in camera axes. One camera sees sideways motion well and depth badly, so what happens
along the line of sight counts for less, here and in :mod:`app.recordings.motion.foot_locking`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.body.template import BodyTemplate, SparseRows
from models.camera.projection import project

if TYPE_CHECKING:
    from app.recordings.motion.motion import RecordedMotion

FOOT_POINTS = (("left_heel", "left_foot_index"), ("right_heel", "right_foot_index"))

# A point rests while it keeps within this many metres for at least this many seconds, which a foot in the
# air does not.
_REST_WITHIN = 0.05
_REST_S = 0.2
# What is measured of a standing foot wanders: rests that soon follow each other are one contact if the
# way from one to the next is this slow, and not far from the rest of the contact.
_PAUSE_S = 0.25
_WANDER_M_S = 0.1
_WANDER = 0.1
# A foot comes to rest and leaves within what counts as one.
_SETTLE_S = 0.05
# Heels and balls of standing feet are no higher above the floor, metres.
_STAND_HEIGHT = 0.12
_DEPTH_WEIGHT = 0.3  # of a motion along the line of sight that counts


def foot_rows(template: BodyTemplate) -> SparseRows | None:
    """Return rows that give the four foot points of :data:`FOOT_POINTS` from vertices; None without feet."""
    landmarks = template.joint_sets.get("mediapipe33")
    if landmarks is None:
        return None
    chosen = [landmarks.names.index(name) for foot in FOOT_POINTS for name in foot]
    return SparseRows(landmarks.rows.index[chosen], landmarks.rows.weight[chosen])


@dataclass(frozen=True, slots=True)
class Frustum:
    """What a camera sees: its focal length and the size (width, height) of its image in pixels."""

    focal_px: float
    size: tuple[int, int]

    @classmethod
    def of(cls, recorded: RecordedMotion) -> Frustum:
        """Return what the camera of a recording saw where a person was."""
        info = recorded.recording.info
        return cls(float(np.median(recorded.table("focal_px"))), (info.width, info.height))

    def contains(self, points: np.ndarray) -> np.ndarray:
        """Tell for each of (..., 3) points."""
        pixels = project(points, self.focal_px, self.size)
        inside = (pixels >= 0) & (pixels < np.array(self.size))
        return inside.all(axis=-1) & (points[..., 2] > 0)


def contact_labels(
    times_s: np.ndarray, points: np.ndarray, roots: np.ndarray, frustum: Frustum
) -> np.ndarray:
    """Find when the points of feet stand.

    Parameters
    ----------
    times_s : (N,) rising.
    points : (N, P, 3), smooth.
    roots : (N, 3), the bodies' middles, from which feet hang down.
    frustum : nothing is known of feet out of the image.

    Returns
    -------
    (N, P) int, for each point a number for each time that it stands, -1 where it does not.

    Notes
    -----
    Times of rest are found by their dispersion, as fixations of eyes are (I-DT: Salvucci and Goldberg, ETRA
    2000). Unlike a limit on speed this bounds how far holding the point can move it.
    """
    depth = np.maximum(points[..., 2:], 0.1)
    seen = np.concatenate([points[..., :2] / depth, _DEPTH_WEIGHT * np.log(depth)], axis=-1)
    allowed = (_height_above_floor(points, roots) < _STAND_HEIGHT) & frustum.contains(points)
    labels = np.full(points.shape[:2], -1)
    for k in range(points.shape[1]):
        contacts = _contacts(times_s, seen[:, k], depth[:, k, 0], allowed[:, k])
        for label, (first, last) in enumerate(contacts):
            here = (times_s >= times_s[first] + _SETTLE_S) & (times_s <= times_s[last - 1] - _SETTLE_S)
            labels[here, k] = label
    return labels


def _contacts(
    times_s: np.ndarray, positions: np.ndarray, depth: np.ndarray, allowed: np.ndarray
) -> list[tuple[int, int]]:
    """Join the rests of a point that belong to one contact; (N, 3) positions are metres over ``depth``."""
    contacts: list[tuple[int, int]] = []
    rest_before = np.zeros(3), 0.0
    for first, last in _rests(times_s, positions, _REST_WITHIN / depth, allowed):
        position, time = positions[first:last].mean(axis=0), times_s[first:last].mean()
        if contacts and times_s[first] - times_s[contacts[-1][1] - 1] <= _PAUSE_S:
            step = np.linalg.norm(position - rest_before[0]) * depth[first]
            away = np.linalg.norm(position - positions[slice(*contacts[-1])].mean(axis=0)) * depth[first]
            if step <= _WANDER_M_S * (time - rest_before[1]) and away <= _WANDER:
                first = contacts.pop()[0]
        contacts.append((first, last))
        rest_before = position, time
    return contacts


def _rests(
    times_s: np.ndarray, positions: np.ndarray, within: np.ndarray, allowed: np.ndarray
) -> list[tuple[int, int]]:
    """Return the spans [first, last) in which (N, 3) positions keep inside a box of diagonal ``within``."""
    spans, first = [], 0
    while first < len(positions):
        low = high = positions[first]
        last = first
        while last < len(positions) and allowed[last]:
            low, high = np.minimum(low, positions[last]), np.maximum(high, positions[last])
            if np.linalg.norm(high - low) > within[first]:
                break
            last += 1
        if last > first and times_s[last - 1] - times_s[first] >= _REST_S:
            spans.append((first, last))
            first = last
        else:
            first += 1
    return spans


def _height_above_floor(points: np.ndarray, roots: np.ndarray) -> np.ndarray:
    """Return (N, P) metres above the plane on which the lowest points lie.

    Down is where feet hang from bodies on the whole; the plane may lean against that.
    """
    down = (points.mean(axis=1) - roots).mean(axis=0)
    down /= max(np.linalg.norm(down), 1e-6)
    flat = points.reshape(-1, 3)
    depth = flat @ down
    across = flat - depth[:, None] * down
    sides = np.linalg.svd(np.eye(3) - np.outer(down, down))[0][:, :2]
    columns = np.column_stack([np.ones(len(flat)), (across - across.mean(axis=0)) @ sides])
    # Expectile regression (Newey and Powell, Econometrica 1987): what lies below counts much more than what
    # lies above. Slopes are believed to be small where people hardly move about.
    prior = np.diag([0.0, 1.0, 1.0])
    weights = np.ones(len(flat))
    plane = np.zeros(3)
    for _ in range(20):
        weighted = columns * weights[:, None]
        plane = np.linalg.solve(weighted.T @ columns + prior, weighted.T @ depth)
        weights = np.where(depth > columns @ plane, 1.0, 0.03)
    return (columns @ plane - depth).reshape(points.shape[:2])


def skating(times_s: np.ndarray, points: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Return how far (N, P, 3) points move while they stand, metres, and for how long they do, seconds."""
    steps = np.diff(times_s)[:, None]
    still = (labels[1:] == labels[:-1]) & (labels[1:] >= 0)
    moved = np.linalg.norm(np.diff(points, axis=0), axis=-1)
    return float(moved[still].sum()), float(np.broadcast_to(steps, still.shape)[still].sum())
