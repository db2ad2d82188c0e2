"""Steadies meshes and cameras over time with trend filters, one set a person.

The g-h filter (alpha-beta filter; here the critically damped one, known as fading memory: Brookner, Tracking
and Kalman Filtering Made Easy, 1998) keeps a value and its speed. Steady motion is followed without any lag,
so the mesh does not slide off somebody who walks, at whatever frame rate; what lags is the start and the end
of a motion. Time steps come from the frames' time stamps, never from a nominal rate.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from models.camera.projection import NEAR, all_finite, nearest_rotation

GAP_S = 0.5  # without a frame for this long, what was before says nothing about now
WAVE_HZ = 2.0  # of the hand whose lag is told: a brisk wave


class TrendFilter:
    """Critically damped g-h filter over arrays."""

    def __init__(self) -> None:
        self._value: np.ndarray | None = None
        self._speed: np.ndarray | None = None

    def reset(self) -> None:
        """Forget what came before; the next value passes unchanged."""
        self._value = self._speed = None

    def __call__(self, value: np.ndarray, dt: float, time_constant_s: np.ndarray | float) -> np.ndarray:
        """Return the filtered value, ``dt`` seconds after the one before.

        Parameters
        ----------
        time_constant_s : how fast what is old fades; one for all, or one for each of the last axis.
        """
        value = np.asarray(value, np.float32)
        if self._value is None or self._speed is None or self._value.shape != value.shape or dt <= 0:
            self._value, self._speed = value, np.zeros_like(value)
            return value
        fading = np.exp(-dt / np.asarray(time_constant_s, np.float32))
        predicted = self._value + self._speed * np.float32(dt)
        surprise = value - predicted
        self._value = predicted + (1 - fading**2) * surprise
        self._speed = self._speed + (1 - fading) ** 2 / np.float32(dt) * surprise
        return self._value


@dataclass(frozen=True, slots=True)
class TimeConstants:
    """What the one slider sets, in seconds, for each kind of value.

    Attributes
    ----------
    across : of joints and vertices about the root, across the picture; also of the rotations and betas of
        bones.
    depth : of joints and vertices about the root, along the line of sight.
    place : of the root on the picture. It is hardly filtered: there every lag is seen.
    distance : of the logarithm of the distance, which jitters most and moves least.
    """

    across: float
    depth: float
    place: float
    distance: float


def time_constants(smoothing: float) -> TimeConstants | None:
    """Return the filters of a slider position from 0 (None: values pass unchanged) to 1 (steadiest)."""
    if smoothing <= 0:
        return None
    slow = 6 ** (min(smoothing, 1.0) - 0.5)  # evenly felt steps along the slider
    return TimeConstants(0.06 * slow, 0.15 * slow, 0.03 * slow, 0.2 * slow)


def lag_ms(smoothing: float, fps: float = 30.0) -> float:
    """Return how far the smoothed mesh runs behind a waving hand on the picture, in milliseconds.

    It is the filter's phase at :data:`WAVE_HZ`; the fewer frames a second, the less each of them is smoothed.
    """
    constants = time_constants(smoothing)
    if constants is None:
        return 0.0
    fading = np.exp(-1 / (max(fps, 1e-3) * constants.across))
    g, h = 1 - fading**2, (1 - fading) ** 2
    back = np.exp(-2j * np.pi * WAVE_HZ / max(fps, 2 * WAVE_HZ))  # a delay by one frame
    response = (g + (h - g) * back) / (1 - (2 - g - h) * back + (1 - g) * back**2)
    return max(float(-np.angle(response) / (2 * np.pi * WAVE_HZ) * 1000), 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """What is smoothed of one person.

    Attributes
    ----------
    vertices, joints : (V, 3) and (J, 3) metres about the root, camera axes.
    translation : (3,) metres in the camera of the full frame.
    parameters : further outputs of the model; ``smpl_rotmat``, ``smpl_betas`` and ``smpl_vertices`` are
        smoothed as the vertices are, so that bones are as steady as the mesh.
    is_left : a left hand; it is not mixed with the right one that it was taken for before.
    """

    vertices: np.ndarray
    joints: np.ndarray
    translation: np.ndarray
    parameters: dict[str, np.ndarray] = field(default_factory=dict)
    is_left: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether it is all numbers, in front of the camera; other values would stay in the filters."""
        values = (self.vertices, self.joints, self.translation, *self.parameters.values())
        return all_finite(*values) and bool(self.translation[2] > NEAR)


class PersonSmoother:
    """The filters of one person.

    The translation is filtered as a place on the picture (``x / z``, ``y / z``) and a distance: the place is
    followed tightly, so that the overlay stays on the person in fast motion, while the distance, whose error
    is hardly seen on the picture, is held steady.
    """

    def __init__(self) -> None:
        self._shape, self._place, self._distance = TrendFilter(), TrendFilter(), TrendFilter()
        self._parameters = {name: TrendFilter() for name in ("smpl_rotmat", "smpl_betas", "smpl_vertices")}
        self._time_s: float | None = None
        self._is_left = False

    def __call__(self, pose: Pose, time_s: float, smoothing: float) -> Pose:
        """Return the smoothed pose at a time on the source's clock; an unsound one passes unchanged."""
        constants = time_constants(smoothing) if pose.is_sound else None
        dt = 0.0 if self._time_s is None else time_s - self._time_s
        is_another = pose.is_left != self._is_left
        self._time_s, self._is_left = time_s, pose.is_left
        if constants is None or is_another or not 0 < dt <= GAP_S:
            for each in (self._shape, self._place, self._distance, *self._parameters.values()):
                each.reset()
        if constants is None:
            return pose
        points = np.array([constants.across, constants.across, constants.depth])
        joints = len(pose.joints)
        shape = self._shape(np.concatenate([pose.joints, pose.vertices]), dt, points)
        x, y, z = pose.translation
        place = self._place(np.array([x / z, y / z]), dt, constants.place)
        distance = np.exp(self._distance(np.log([z]), dt, constants.distance))[0]
        translation = np.array([*(place * distance), distance], np.float32)
        further = dict(pose.parameters)
        for name in self._parameters.keys() & further.keys():
            along = points if name == "smpl_vertices" else constants.across
            further[name] = self._parameters[name](further[name], dt, along)
        if "smpl_rotmat" in further:
            further["smpl_rotmat"] = nearest_rotation(further["smpl_rotmat"])
        return Pose(shape[joints:], shape[:joints], translation, further, pose.is_left)
