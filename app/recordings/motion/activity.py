"""Activity: how quickly a person moves over a recording, and when their feet stand."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.foot_contacts import Frustum, contact_labels
from app.recordings.motion.joint_curves import Curve, JointPaths
from app.recordings.motion.smoothing_spline import QUICK_M_S, REACH_S, smooth_motion
from app.recordings.playback import spans
from app.recordings.progress import Progress, no_progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ANKLES = ("L_Ankle", "R_Ankle")
HIPS = ("L_Hip", "R_Hip")
BLOCK = 2048  # moments looked at together: no other thread waits long for them, and they can be stopped


@dataclass(frozen=True, slots=True, eq=False)
class Activity:
    """What a person does over a recording.

    Attributes
    ----------
    speed : of the joints on average, metres a second.
    feet : from when to when the left foot stands, and the right one, seconds; empty where the model has no
        ankles.
    """

    speed: Curve
    feet: tuple[list[tuple[float, float]], ...]

    @classmethod
    def of(cls, paths: JointPaths, frustum: Frustum, progress: Progress = no_progress) -> Activity:
        """Find it from the joints alone, as meshes take long to read: feet stand while ankles rest low.

        Where a joint is no number nothing is known of the moments around.
        """
        ankles, hips = (
            [paths.names.index(name) for name in each if name in paths.names] for each in (ANKLES, HIPS)
        )
        times = paths.times_s
        speed, stands = np.full(len(times), np.nan), np.zeros((len(times), len(ankles)), bool)
        for block, near in _blocks(paths):
            progress(block.start, len(times))
            inside = slice(block.start - near.start, block.stop - near.start)
            if near.stop - near.start < 2 or not np.isfinite(paths.positions[near]).all():
                continue
            every = np.ones(near.stop - near.start, bool)
            smooth = smooth_motion(times[near], paths.positions[near], every, QUICK_M_S)
            velocities = np.gradient(smooth, times[near], axis=0)
            speed[block] = np.linalg.norm(velocities, axis=-1).mean(axis=-1)[inside]
            if ankles and hips:
                middle = smooth[:, hips].mean(axis=1)
                labels = contact_labels(times[near], smooth[:, ankles], middle, frustum)
                stands[block] = (labels >= 0)[inside]
        known = tuple(part for part in _stretches(paths) if np.isfinite(speed[part]).all())
        feet = tuple(spans(foot, times, float(times[-1])) for foot in stands.T)
        return cls(Curve(times, speed, known), feet)


def activity_of_all(
    people: Mapping[int, tuple[JointPaths, Frustum]], progress: Progress = no_progress
) -> dict[int, Activity]:
    """Find the activity of people, each given by the joints and by what the camera saw."""
    return {person: Activity.of(paths, frustum, progress) for person, (paths, frustum) in people.items()}


def _stretches(paths: JointPaths) -> list[slice]:
    return [slice(int(a), int(b)) for a, b in itertools.pairwise([0, *paths.ends])]


def _blocks(paths: JointPaths) -> Iterator[tuple[slice, slice]]:
    """Give each block, and as much of its stretch around it as it depends on."""
    times = paths.times_s
    for part in _stretches(paths):
        for first in range(part.start, part.stop, BLOCK):
            last = min(first + BLOCK, part.stop)
            before = int(np.searchsorted(times, times[first] - REACH_S))
            after = int(np.searchsorted(times, times[last - 1] + REACH_S, side="right"))
            yield slice(first, last), slice(max(before, part.start), min(after, part.stop))
