"""Crops, cameras and rotations: the few maps between a photo, the crop a network saw, and metres.

Conventions of the whole project. Pixels are (x right, y down) with pixel centres at integers. Crop
coordinates span [-1, 1] over the crop's side, x right and y down: ``2 u / S - 1`` for crop pixel ``u``.
Camera axes are x right, y down, z away from the camera; lengths are metres.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np


@dataclass(frozen=True, slots=True, eq=False)
class CropBox:
    """The square of a photo that a network sees, possibly turned about the optical axis.

    Attributes
    ----------
    center : (2,) float32, image pixels.
    size : side of the square in image pixels.
    angle : radians by which the crop's axes are turned in the image (0 = upright; positive turns the
        crop's x axis towards the image's y axis, clockwise as seen).
    """

    center: np.ndarray
    size: float
    angle: float = 0.0

    def rotation(self) -> np.ndarray:
        """Return the (2, 2) float32 rotation that takes crop axes to image axes."""
        c, s = np.cos(self.angle), np.sin(self.angle)
        return np.array([[c, -s], [s, c]], np.float32)

    def image_from_crop(self, points: np.ndarray) -> np.ndarray:
        """Map (..., 2) crop coordinates in [-1, 1] to image pixels."""
        return np.asarray(points, np.float32) @ self.rotation().T * (self.size / 2) + self.center

    def crop_from_image(self, points: np.ndarray) -> np.ndarray:
        """Map (..., 2) image pixels to crop coordinates in [-1, 1]."""
        return (np.asarray(points, np.float32) - self.center) @ self.rotation() * (2 / self.size)

    def corners(self) -> np.ndarray:
        """Return the (4, 2) corners in image pixels, clockwise from the crop's top left."""
        return self.image_from_crop(np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32))

    def cut(self, image: np.ndarray, size: int, border: str = "replicate") -> np.ndarray:
        """Sample the crop from an image.

        Parameters
        ----------
        image : (H, W, 3) uint8.
        size : side of the crop in pixels.
        border : ``"replicate"`` or ``"zero"``: what lies outside the photo.

        Returns
        -------
        (size, size, 3) uint8, bilinear. Crop pixel ``u`` samples crop coordinate ``2 u / size - 1``.
        """
        modes = {"replicate": cv2.BORDER_REPLICATE, "zero": cv2.BORDER_CONSTANT}
        if border not in modes:
            raise ValueError(f"border is {border!r}; choose one of {sorted(modes)}")
        linear = self.rotation() * (self.size / size)
        offset = np.asarray(self.center, np.float64) - linear.astype(np.float64) @ [size / 2, size / 2]
        image_from_crop_pixels = np.column_stack([linear, offset])
        return cv2.warpAffine(
            image,
            image_from_crop_pixels,
            (size, size),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=modes[border],
        )

    def turned_to_image(self, points: np.ndarray) -> np.ndarray:
        """Turn (..., 3) points from crop axes to camera axes: a rotation about the optical axis."""
        turned = np.array(points, np.float32)
        turned[..., :2] = turned[..., :2] @ self.rotation().T
        return turned


def focal_from_fov(width: int, fov_deg: float) -> float:
    """Return the focal length in pixels of a picture ``width`` pixels wide with this horizontal view."""
    if not 1 <= fov_deg < 180:
        raise ValueError(f"field of view is {fov_deg:g} degrees; give one from 1 to 179, such as 60")
    return width / (2 * np.tan(np.radians(fov_deg) / 2))


def project(points: np.ndarray, focal_px: float, image_size: tuple[int, int]) -> np.ndarray:
    """Project (..., 3) points in metres, camera axes, to (..., 2) image pixels.

    The principal point is the middle of the image, ``((width - 1) / 2, (height - 1) / 2)``.
    """
    points = np.asarray(points)
    middle = (np.asarray(image_size, np.float32) - 1) / 2
    return points[..., :2] * (focal_px / points[..., 2:]) + middle


def rotation_to_ray(point: np.ndarray, focal_px: float, image_size: tuple[int, int]) -> np.ndarray:
    """Return the (3, 3) float32 rotation from the optical axis to the ray through an image point.

    A network that sees a crop sees a person as a camera looking straight at them would. Turned by this, the
    person looks the same from the photo's own camera.

    Parameters
    ----------
    point : (2,) image pixels, such as the middle of the crop.
    focal_px : focal length in pixels.
    image_size : (width, height) in pixels.

    Notes
    -----
    The smallest such rotation, by Rodrigues' formula; it does not turn about the ray.
    """
    offset = (np.asarray(point, np.float64) - (np.asarray(image_size, np.float64) - 1) / 2) / focal_px
    x, y, z = np.append(offset, 1.0) / np.sqrt(1 + offset @ offset)
    k = 1 / (1 + z)
    return np.array([[1 - k * x * x, -k * x * y, x], [-k * x * y, 1 - k * y * y, y], [-x, -y, z]], np.float32)


def weak_perspective(points: np.ndarray, camera: np.ndarray) -> np.ndarray:
    """Project root-centred (..., 3) points by FastMETRO's camera ``(s, tx, ty)`` to crop coordinates.

    ``x2d = s (x + tx)``, ``y2d = s (y + ty)``: the translation is inside the scale (FastMETRO, ECCV 2022).
    """
    scale, shift = camera[0], camera[1:3]
    return scale * (np.asarray(points)[..., :2] + shift)


def place_in_image(
    points: np.ndarray, points_2d: np.ndarray, focal_px: float, image_size: tuple[int, int]
) -> np.ndarray:
    """Find the translation at which root-centred points project best onto given image points.

    Parameters
    ----------
    points : (N, 3) metres, camera axes, root-centred.
    points_2d : (N, 2) image pixels.
    focal_px : focal length in pixels.
    image_size : (width, height) in pixels.

    Returns
    -------
    (3,) float32 translation in metres, to be added to ``points`` before :func:`project`. The
    depth is kept positive: at least 0.1 m before the nearest point.

    Notes
    -----
    The pinhole equations ``(u - cx)(z + tz) = f (x + tx)`` are linear in the translation, so this is one
    least-squares solve; unlike ``tz = 2 f / (s size)`` it also holds close to the camera, where the
    weak-perspective assumption does not.
    """
    points = np.asarray(points, np.float64)
    offset = np.asarray(points_2d, np.float64) - (np.asarray(image_size, np.float64) - 1) / 2
    n = len(points)
    rows = np.zeros((2, n, 3))
    rows[0, :, 0] = rows[1, :, 1] = focal_px
    rows[..., 2] = -offset.T
    values = offset.T * points[:, 2] - focal_px * points[:, :2].T
    translation = np.linalg.lstsq(rows.reshape(-1, 3), values.reshape(-1), rcond=None)[0]
    translation[2] = max(translation[2], 0.1 - points[:, 2].min())
    return translation.astype(np.float32)
