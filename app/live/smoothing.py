"""Steadies meshes and cameras over time with One-Euro filters, one set a person.

The One-Euro filter (Casiez, Roussel and Vogel, CHI 2012) is a first-order low-pass whose cutoff rises with
speed: a person who stands still does not tremble, and one who moves is followed at once. Time steps come
from the frames' time stamps, never from a nominal rate.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from models.camera.projection import NEAR, all_finite, nearest_rotation

GAP_S = 0.5  # without a frame for this long, what was before says nothing about now
SPEED_CUTOFF_HZ = 2.0  # of the low-pass on the speed; the paper's 1 Hz notices a sudden move too late
# A bone's turn counts as the way of what lies half a metre from the joint; a small turn moves the nine
# numbers of a rotation by the root of two times its angle.
TURN_M = np.float32(0.5 / 2**0.5)


@dataclass(frozen=True, slots=True)
class OneEuroParameters:
    """``cutoff_hz = min_cutoff_hz + beta * speed``; ``beta`` in Hz per (unit a second)."""

    min_cutoff_hz: float
    beta: float


def _blend(cutoff_hz: np.ndarray | float, dt: float) -> np.ndarray | float:
    """Return the weight of the new value in an exponential filter with this cutoff."""
    step = 2 * np.pi * dt * cutoff_hz
    return step / (step + 1)


class OneEuro:
    """One-Euro filter over (..., D) arrays; the speed is the length of each D-vector's change.

    One cutoff for all coordinates of a point keeps its direction of motion, which a cutoff for each
    coordinate bends.
    """

    def __init__(self) -> None:
        self._value: np.ndarray | None = None
        self._velocity: np.ndarray | None = None

    def reset(self) -> None:
        """Forget what came before; the next value passes unchanged."""
        self._value = self._velocity = None

    def __call__(self, value: np.ndarray, dt: float, parameters: OneEuroParameters) -> np.ndarray:
        """Return the filtered value, ``dt`` seconds after the one before."""
        value = np.asarray(value, np.float32)
        if self._value is None or self._velocity is None or self._value.shape != value.shape or dt <= 0:
            self._value, self._velocity = value, np.zeros_like(value)
            return value
        change = value - self._value
        self._velocity = self._velocity + np.float32(_blend(SPEED_CUTOFF_HZ, dt)) * (
            change / np.float32(dt) - self._velocity
        )
        speed = np.sqrt(np.einsum("...d,...d->...", self._velocity, self._velocity))[..., None]
        self._value = self._value + _blend(parameters.min_cutoff_hz + parameters.beta * speed, dt) * change
        return self._value


@dataclass(frozen=True, slots=True)
class SmoothingParameters:
    """What the one slider sets, for each kind of value.

    Attributes
    ----------
    shape : of joints and vertices about the root, metres; also of the rotations and betas of bones.
    place : of the root on the picture; its speed in heights of the person, so that near and far behave alike.
    depth : of the logarithm of the distance, which jitters most and moves least.
    """

    shape: OneEuroParameters
    place: OneEuroParameters
    depth: OneEuroParameters


def parameters_for(smoothing: float) -> SmoothingParameters | None:
    """Return the filters of a slider position from 0 (None: values pass unchanged) to 1 (steadiest)."""
    if smoothing <= 0:
        return None
    quick = 6 ** (1 - min(smoothing, 1.0))  # 6 to 1: evenly felt steps along the slider
    return SmoothingParameters(
        shape=OneEuroParameters(0.33 * quick, 1.6 * quick),
        place=OneEuroParameters(0.75 * quick, 3.0 * quick),
        depth=OneEuroParameters(0.15 * quick, 0.4 * quick),
    )


def lag_ms(smoothing: float, speed_m_s: float = 1.0, fps: float = 30.0) -> float:
    """Return how far the smoothed mesh runs behind a joint in steady motion, in milliseconds.

    Measured by running the filter on a ramp: the distance between the ramp and the filtered value, divided
    by the speed. The default is an arm in ordinary motion at webcam rate.
    """
    parameters = parameters_for(smoothing)
    if parameters is None:
        return 0.0
    filtered, dt = OneEuro(), 1 / fps
    true = lagging = 0.0
    for i in range(round(3 * fps)):
        true = speed_m_s * dt * i
        lagging = float(filtered(np.array([true, 0.0, 0.0]), dt, parameters.shape)[0])
    return (true - lagging) / speed_m_s * 1000


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
        self._shape, self._place, self._depth = OneEuro(), OneEuro(), OneEuro()
        self._parameters = {name: OneEuro() for name in ("smpl_rotmat", "smpl_betas", "smpl_vertices")}
        self._time_s: float | None = None
        self._is_left = False

    def __call__(self, pose: Pose, time_s: float, smoothing: float) -> Pose:
        """Return the smoothed pose at a time on the source's clock; an unsound one passes unchanged."""
        parameters = parameters_for(smoothing) if pose.is_sound else None
        dt = 0.0 if self._time_s is None else time_s - self._time_s
        is_another = pose.is_left != self._is_left
        self._time_s, self._is_left = time_s, pose.is_left
        if parameters is None or is_another or not 0 < dt <= GAP_S:
            for each in (self._shape, self._place, self._depth, *self._parameters.values()):
                each.reset()
        if parameters is None:
            return pose
        joints = len(pose.joints)
        shape = self._shape(np.concatenate([pose.joints, pose.vertices]), dt, parameters.shape)
        x, y, z = pose.translation
        heights = z / max(float(np.ptp(pose.vertices[:, 1])), 0.05)  # persons a unit of x / z
        following = replace(parameters.place, beta=parameters.place.beta * heights)
        place = self._place(np.array([x / z, y / z]), dt, following)
        depth = np.exp(self._depth(np.log([z]), dt, parameters.depth))[0]
        translation = np.array([place[0] * depth, place[1] * depth, depth], np.float32)
        further = {
            name: self._steadied(name, value, dt, parameters.shape) for name, value in pose.parameters.items()
        }
        return Pose(shape[joints:], shape[:joints], translation, further, pose.is_left)

    def _steadied(self, name: str, value: np.ndarray, dt: float, parameters: OneEuroParameters) -> np.ndarray:
        """Return a further output of the model smoothed, or as it is where it is not known how."""
        if name not in self._parameters:
            return value
        if name != "smpl_rotmat":
            return self._parameters[name](value, dt, parameters)
        matrices = self._parameters[name](value.reshape(-1, 9) * TURN_M, dt, parameters)
        return nearest_rotation(matrices.reshape(value.shape))
