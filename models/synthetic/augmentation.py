"""Augmentation of rendered crops: occluders, truncation by the photo's edge, and a webcam's faults."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np

SIZE = 256  # pixels of a crop


@dataclass(frozen=True, slots=True, eq=False)
class Occluder:
    """Something flat between camera and person.

    Attributes
    ----------
    middle, extent : (2,) crop coordinates [-1, 1], and half sizes in them.
    tilt : degrees.
    round : an ellipse, otherwise a box.
    colour : (3,) RGB 0..255; shades : (6, 6, 3) what is added to it, coarsely over the occluder.
    """

    middle: np.ndarray
    extent: np.ndarray
    tilt: float
    round: bool
    colour: np.ndarray
    shades: np.ndarray


@dataclass(frozen=True, slots=True)
class Truncation:
    """The photo's edge: beyond ``at`` (crop coordinates; ``axis`` 0 x, 1 y) its last pixels are repeated."""

    axis: int
    beyond: bool
    at: float


@dataclass(frozen=True, slots=True, eq=False)
class CameraAugmentation:
    """Faults of a webcam, in the order in which they are applied; None where one is not.

    Attributes
    ----------
    pixels : across the crop.
    blur : standard deviation in pixels.
    motion : (length in pixels, direction in radians) of the camera's or the person's movement.
    gamma, gains, contrast, brightness : of the image in 0..1; gains (3,) are the white balance.
    grey : without colour.
    noise : standard deviation in 0..1; grain : (2,) corner of the stored noise.
    sharpening : how much of the difference to the blurred image is added.
    quality : of its JPEG, 0..100.
    """

    pixels: int
    blur: float | None
    motion: tuple[int, float] | None
    gamma: float
    gains: np.ndarray
    contrast: float
    brightness: float
    grey: bool
    noise: float
    grain: tuple[int, int]
    sharpening: float | None
    quality: int | None


def random_occluders(person: np.ndarray, rng: np.random.Generator) -> tuple[Occluder, ...]:
    """Draw the occluders of a person at (V, 2) crop coordinates; mostly none."""
    if rng.random() > 0.14:
        return ()
    occluders = []
    for _ in range(rng.integers(1, 3)):
        middle = person[rng.integers(len(person))] + rng.normal(size=2) * 0.12
        extent = 2 * np.exp(rng.uniform(np.log(0.05), np.log(0.22), 2))
        shades = rng.normal(size=(6, 6, 3)).astype(np.float32) * rng.uniform(2, 30)
        tilt, is_round = float(rng.uniform(0, 180)), bool(rng.random() < 0.5)
        occluders.append(Occluder(middle, extent, tilt, is_round, rng.uniform(15, 240, 3), shades))
    return tuple(occluders)


def random_truncation(person: np.ndarray, rng: np.random.Generator) -> Truncation | None:
    """Draw where the photo ends near a person at (V, 2) crop coordinates, or None; often below."""
    if rng.random() > 0.28:
        return None
    low, high = person.min(0), person.max(0)
    sides = [(1, True)] * 4 + [(1, False), (0, True), (0, False)]
    axis, beyond = sides[rng.integers(len(sides))]
    # People at their desk show from the waist or the chest up.
    deepest = 0.7 if axis == 1 and beyond else 0.35
    inside = rng.uniform(-0.1, deepest) * (high[axis] - low[axis]) / 1.4
    at = high[axis] - inside if beyond else low[axis] + inside
    return Truncation(axis, beyond, float(np.clip(at, -0.94, 0.94)))


def random_camera_augmentation(rng: np.random.Generator) -> CameraAugmentation:
    """Draw the faults of a webcam; about every third one is good."""
    gains = rng.normal(0, 0.12 if rng.random() < 0.2 else 0.04, 3)
    return CameraAugmentation(
        pixels=int(SIZE * rng.uniform(0.25, 0.9)) if rng.random() < 0.4 else SIZE,
        blur=float(rng.uniform(0.4, 1.8)) if rng.random() < 0.25 else None,
        motion=(int(rng.integers(3, 12)), float(rng.uniform(0, np.pi))) if rng.random() < 0.14 else None,
        gamma=float(np.exp(rng.normal(0, 0.16))),
        gains=np.exp(gains),
        contrast=float(np.exp(rng.normal(0, 0.12))),
        brightness=float(rng.normal(0, 0.04)),
        grey=bool(rng.random() < 0.05),
        noise=float(abs(rng.normal(0, 0.014)) * (2.0 if rng.random() < 0.1 else 1)),
        grain=(int(rng.integers(SIZE)), int(rng.integers(SIZE))),
        sharpening=float(rng.uniform(0.2, 1.0)) if rng.random() < 0.2 else None,
        quality=int(rng.integers(25, 95)) if rng.random() < 0.65 else None,
    )


def draw_occluders(image: np.ndarray, visible: np.ndarray, occluders: tuple[Occluder, ...]) -> None:
    """Draw occluders over an (S, S, 3) uint8 image and take them from the (S, S) mask ``visible``."""
    size = len(image)
    for occluder in occluders:
        middle = (occluder.middle + 1) * (size / 2) - 0.5
        extent = np.maximum(occluder.extent * size / 2, 1)
        reach = float(np.hypot(*extent)) + 1
        left, top = np.maximum(np.floor(middle - reach).astype(int), 0)
        right, bottom = np.minimum(np.ceil(middle + reach).astype(int) + 1, size)
        if left >= right or top >= bottom:
            continue
        mask = np.zeros((bottom - top, right - left), np.uint8)
        x, y = float(middle[0] - left), float(middle[1] - top)
        if occluder.round:
            axes = (int(extent[0]), int(extent[1]))
            cv2.ellipse(mask, (int(x), int(y)), axes, occluder.tilt, 0, 360, 255, -1, cv2.LINE_AA)
        else:
            box = cv2.boxPoints(((x, y), (float(2 * extent[0]), float(2 * extent[1])), occluder.tilt))
            cv2.fillConvexPoly(mask, box.astype(np.int32), 255, cv2.LINE_AA)
        shades = cv2.resize(occluder.shades, (right - left, bottom - top), interpolation=cv2.INTER_CUBIC)
        surface = np.clip(shades + occluder.colour.astype(np.float32), 0, 255)
        part = image[top:bottom, left:right]
        alpha = mask[..., None].astype(np.float32) * np.float32(1 / 255)
        part[:] = part + alpha * (surface - part)
        visible[top:bottom, left:right] &= mask < 128


def truncate(image: np.ndarray, visible: np.ndarray, truncation: Truncation) -> None:
    """Repeat the last pixels beyond the photo's edge, as the application does; both change in place."""
    at = int(np.clip((truncation.at + 1) * len(image) / 2, 8, len(image) - 8))
    lines, mask = (a if truncation.axis == 1 else a.swapaxes(0, 1) for a in (image, visible))
    if truncation.beyond:
        lines[at:], mask[at:] = lines[at - 1], False
    else:
        lines[:at], mask[:at] = lines[at], False


@cache
def _grain() -> np.ndarray:
    """Standard normal noise, twice as wide as a crop; half of it is the same in all colours."""
    rng = np.random.default_rng(0)
    both = rng.normal(size=(2 * SIZE, 2 * SIZE, 1)) + rng.normal(size=(2 * SIZE, 2 * SIZE, 3))
    return (both / np.sqrt(2)).astype(np.float32)


def augment_image(image: np.ndarray, camera: CameraAugmentation) -> np.ndarray:
    """Return what a webcam makes of a clean (S, S, 3) uint8 image, at 256 x 256."""
    size = camera.pixels
    image = cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA)
    if camera.blur is not None:
        image = cv2.GaussianBlur(image, (0, 0), camera.blur)
    if camera.motion is not None:
        length, angle = camera.motion
        kernel = np.zeros((length, length), np.float32)
        reach = np.array([np.cos(angle), np.sin(angle)]) * (length - 1) / 2
        ends = [tuple(round(x) for x in (length - 1) / 2 + sign * reach) for sign in (-1, 1)]
        cv2.line(kernel, ends[0], ends[1], 1.0)
        image = cv2.filter2D(image, -1, kernel / kernel.sum())
    value = np.linspace(0, 1, 256)[:, None] ** camera.gamma * camera.gains
    value = (value - 0.5) * camera.contrast + 0.5 + camera.brightness
    image = cv2.LUT(image, (np.clip(value, 0, 1) * 255 + 0.5).astype(np.uint8)[None])
    if camera.grey:
        image = cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    y, x = camera.grain
    noise = _grain()[y : y + size, x : x + size] * np.float32(255 * camera.noise)
    image = cv2.add(image, noise, dtype=cv2.CV_8U)
    if camera.sharpening is not None:
        soft = cv2.GaussianBlur(image, (0, 0), 1.0)
        image = cv2.addWeighted(image, 1 + camera.sharpening, soft, -camera.sharpening, 0)
    if camera.quality is not None:
        swapped = cv2.cvtColor(image, cv2.COLOR_RGB2BGR)
        _, packed = cv2.imencode(".jpg", swapped, [cv2.IMWRITE_JPEG_QUALITY, camera.quality])
        image = cv2.cvtColor(np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR)), cv2.COLOR_BGR2RGB)
    if size != SIZE:
        image = cv2.resize(image, (SIZE, SIZE), interpolation=cv2.INTER_LINEAR)
    return np.ascontiguousarray(image)
