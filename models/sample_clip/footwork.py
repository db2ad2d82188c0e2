"""The floor plan of the sample clip: what is done when, the way that is walked, and where the feet stand.

World axes: x right, y down (the floor is y = 0), z away; metres and radians. T frames a loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import CubicHermiteSpline
from scipy.ndimage import gaussian_filter1d

if TYPE_CHECKING:
    from collections.abc import Sequence


FPS = 30
# The parts of the loop and when they begin, in seconds.
WAVE, STRETCH, SQUAT, DANCE, WALK, END = 0.0, 2.1, 3.8, 5.7, 8.0, 13.4
STEP = 0.54  # seconds from one footfall to the next
FIRST_LANDING = WALK + 0.50  # of the left foot, in the walk
BEAT = (WALK - DANCE) / 4.8  # seconds, of the dance
SIDES = {"L": 1, "R": -1}
STANCE = {side: np.array([sign * 0.115, 0.0]) for side, sign in SIDES.items()}  # (x, z) of the feet
TOE_OUT = {"L": -0.13, "R": 0.13}  # radians


def smooth(low: float, high: float, t: np.ndarray) -> np.ndarray:
    """Rise from 0 at ``low`` to 1 at ``high`` with level ends (quintic)."""
    x = np.clip((t - low) / (high - low), 0, 1)
    return x**3 * (x * (6 * x - 15) + 10)


def bump(start: float, end: float, ease: float, t: np.ndarray) -> np.ndarray:
    """Return 1 between ``start`` and ``end``, 0 outside, with smooth sides of ``ease`` seconds."""
    return smooth(start, start + ease, t) * (1 - smooth(end - ease, end, t))


def yaw_of(direction: np.ndarray) -> np.ndarray:
    """Return the angle about y that makes a body at rest, which faces -z, face along (..., 2) (x, z)."""
    return np.arctan2(-direction[..., 0], -direction[..., 1])


class WalkPath:
    """The way the person walks and comes back, by the metres gone."""

    def __init__(self) -> None:
        points = np.array(
            [(0.05, -0.45), (0.72, -0.22), (0.86, 0.45), (0.30, 0.95), (-0.30, 0.62), (0.05, -0.45)]
        )
        slopes = np.array([(0.8, -0.1), (0.5, 0.5), (-0.25, 0.7), (-0.75, 0.15), (-0.1, -0.75), (0.15, -1.1)])
        self._spline = CubicHermiteSpline(np.arange(6), points, slopes)
        self._parameters = np.linspace(0, 5, 2000)
        steps = np.linalg.norm(np.diff(self._spline(self._parameters), axis=0), axis=1)
        self._lengths = np.concatenate([[0], np.cumsum(steps)])
        self.length = self._lengths[-1]
        self.start = self._spline(0.0)

        self._every = np.linspace(0, self.length, 800)
        headings = np.unwrap(yaw_of(self._spline(self._parameter(self._every), 1)))
        headings -= 2 * np.pi * np.round((headings[0] + np.pi / 2) / (2 * np.pi))
        self.end_yaw = 2 * np.pi * np.round(headings[-1] / (2 * np.pi))
        # From the camera into the path, and back to it.
        self._headings = headings * smooth(-0.15, 0.5, self._every) + (self.end_yaw - headings) * smooth(
            self.length - 0.35, self.length, self._every
        )

    def _parameter(self, s: np.ndarray | float) -> np.ndarray:
        return np.asarray(np.interp(s, self._lengths, self._parameters))

    def position(self, s: np.ndarray | float) -> np.ndarray:
        """Return (..., 2) (x, z) after ``s`` metres."""
        return self._spline(self._parameter(s))

    def heading(self, s: np.ndarray | float) -> np.ndarray:
        """Return the yaw of the path after ``s`` metres."""
        return np.interp(s, self._every, self._headings)

    def yaw(self, s: np.ndarray) -> np.ndarray:
        """Return the (T,) yaw of who has walked (T,) metres: smoother than the path."""
        yaw = np.interp(s, self._every, gaussian_filter1d(self._headings, 12))
        return gaussian_filter1d(np.where(s <= 0, 0, np.where(s >= self.length, self.end_yaw, yaw)), 3)


class Acts:
    """What is done when: (T,) amounts of each act from 0 to 1, and phases of what repeats.

    Attributes
    ----------
    time : seconds.
    speed, walking : of the walk; the latter is 1 sooner and longer.
    walked, yaw : metres along the path, and radians.
    dance, squat, wave, stretch : amounts.
    breath : -1..1.
    beat : radians, half a turn a beat of the dance.
    step : radians, 0 as the left foot lands, pi as the right does.
    """

    def __init__(self, path: WalkPath):
        self.time = t = np.arange(round(END * FPS)) / FPS
        # Speed rises, holds and falls.
        rise, fall, duration = 0.9, 1.0, END - WALK - 0.35
        speed = np.clip(np.minimum((t - WALK) / rise, (WALK + duration - t) / fall), 0, 1)
        self.speed = speed * speed * (3 - 2 * speed)
        gone = np.cumsum(self.speed) / FPS
        self.walked = gone / gone[-1] * path.length
        self.walking = np.clip(self.speed * 1.6, 0, 1)
        self.yaw = path.yaw(self.walked)
        self.dance = bump(DANCE - 0.1, WALK + 0.05, 0.45, t)
        self.squat = bump(SQUAT + 0.05, DANCE - 0.05, 0.75, t)
        self.wave = bump(WAVE + 0.25, STRETCH + 0.1, 0.5, t)
        self.stretch = bump(STRETCH, SQUAT + 0.2, 0.6, t)
        self.breath = self.cycles(4)
        self.beat = np.pi * (t - DANCE) / BEAT
        self.step = np.pi * (t - FIRST_LANDING) / STEP

    def cycles(self, count: int) -> np.ndarray:
        """Return (T,) a sine that repeats ``count`` times in the loop."""
        return np.sin(2 * np.pi * self.time / END * count)


@dataclass(frozen=True, slots=True, eq=False)
class Footfall:
    """One step: when the foot leaves and lands, and where its middle then stands (x, z) and points (yaw)."""

    lift: float
    land: float
    position: np.ndarray
    yaw: float


def plan_footfalls(path: WalkPath, acts: Acts) -> dict[str, list[Footfall]]:
    """Return the steps of each foot, in order."""
    falls: dict[str, list[Footfall]] = {"L": [], "R": []}
    # Dance: out with the right foot, the left closes, and back.
    for side, beats, x in (("R", 0.25, -0.26), ("L", 1.25, -0.195), ("L", 2.25, 0.0), ("R", 3.25, 0.0)):
        land = DANCE + BEAT * (beats + 0.62)
        position = path.start + STANCE[side] + [x, 0.0]
        falls[side].append(Footfall(land - 0.3, land, position, TOE_OUT[side]))
    # Walk: feet fall either side of the path, ahead of the pelvis; the last two back where they started.
    lands = np.arange(FIRST_LANDING, END - 0.05, STEP)
    arriving = int(np.argmax(np.interp(lands, acts.time, acts.walked) > path.length - 0.45))
    for k, land in enumerate(lands[: arriving + 2]):
        side = "L" if k % 2 == 0 else "R"
        if k < arriving:
            reach = 0.27 * np.interp(land + 0.1, acts.time, acts.speed)
            ahead = min(np.interp(land, acts.time, acts.walked) + reach, path.length)
            heading = path.heading(ahead)
            aside = SIDES[side] * 0.085 * np.array([np.cos(heading), -np.sin(heading)])
            position, yaw = path.position(ahead) + aside, heading + 0.5 * TOE_OUT[side]
        else:
            position, yaw = path.start + STANCE[side], path.end_yaw + TOE_OUT[side]
        falls[side].append(Footfall(land - 0.40, land, position, float(yaw)))
    return falls


class Foot:
    """A foot in time: (T, 2) position (x, z) of its middle, (T,) yaw, pitch (heel up is positive), lift."""

    def __init__(self, position: np.ndarray, yaw: float, falls: Sequence[Footfall], t: np.ndarray):
        self.position = np.repeat(position[None], len(t), 0)
        self.yaw = np.full(len(t), yaw)
        self.pitch, self.lift = np.zeros(len(t)), np.zeros(len(t))
        for fall in falls:
            before, yaw_before = self.position[-1].copy(), self.yaw[-1]
            reach = min(np.linalg.norm(fall.position - before) / 0.8, 1.0)
            u = smooth(fall.lift, fall.land, t)
            linear_u = np.clip((t - fall.lift) / (fall.land - fall.lift), 0, 1)
            later = t >= fall.lift
            moved = before + u[:, None] * (fall.position - before)
            self.position = np.where(later[:, None], moved, self.position)
            self.yaw = np.where(later, yaw_before + u * (fall.yaw - yaw_before), self.yaw)
            self.lift = self.lift + (0.03 + 0.03 * reach) * np.sin(np.pi * linear_u) ** 2
            push = smooth(fall.lift - 0.2, fall.lift + 0.06, t) * (
                1 - smooth(fall.lift + 0.1, fall.land - 0.04, t)
            )
            strike = smooth(fall.land - 0.2, fall.land, t) * (1 - smooth(fall.land, fall.land + 0.1, t))
            self.pitch = self.pitch + reach * (0.72 * push - 0.24 * strike)
