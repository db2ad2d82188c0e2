"""Cameras and rotations: the maps between metres, a photo's pixels and a crop's weak-perspective view.

Conventions of the whole project. Pixels are (x right, y down) with pixel centres at integers. Camera
axes are x right, y down, z away from the camera; lengths are metres.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.camera.crop import CropBox

USUAL_FOV_DEG = 60.0  # horizontal field of view of a camera of which nothing else is known
NEAR = 0.05  # metres before the camera: nothing nearer has a place in the image
PIXEL_ROUNDS = 4  # of least squares, until errors count in pixels
LEAST_SEEN = 0.15  # fraction of the points; with fewer in the image all of them say where somebody is


def focal_from_fov(width: int, fov_deg: float) -> float:
    """Return the focal length in pixels of an image ``width`` pixels wide with this horizontal view."""
    if not 1 <= fov_deg < 180:
        raise ValueError(f"field of view is {fov_deg:g} degrees; give one from 1 to 179, such as 60")
    return width / (2 * np.tan(np.radians(fov_deg) / 2))


@dataclass(frozen=True, slots=True, eq=False)
class Pinhole:
    """The camera that took an image.

    Attributes
    ----------
    focal_px : focal length in pixels of the image, equal in x and y.
    center : (2,) principal point in pixels of the image.
    roll : radians by which the image's axes are rotated against the camera's own, as
        :attr:`models.camera.crop.CropBox.angle`; 0 for a photo, the crop's angle for the image of a crop.
    """

    focal_px: float
    center: np.ndarray
    roll: float = 0.0

    @classmethod
    def of_photo(cls, image_size: tuple[int, int], fov_deg: float = USUAL_FOV_DEG) -> Pinhole:
        """Return the camera of a photo of (width, height) pixels with this horizontal field of view."""
        center = (np.asarray(image_size, np.float64) - 1) / 2
        return cls(focal_from_fov(image_size[0], fov_deg), center)

    @classmethod
    def of_crop(cls, crop: CropBox, side: int) -> Pinhole:
        """Return the camera of an image that is a crop, ``side`` pixels wide.

        Parameters
        ----------
        crop : the crop in the plane of a camera of focal length 1, about its principal point.
        """
        center = (crop.crop_from_image(np.zeros(2)) + 1) * (side / 2)
        return cls(side / crop.size, center, crop.angle)


def project(points: np.ndarray, focal_px: float | np.ndarray, image_size: tuple[int, int]) -> np.ndarray:
    """Project (..., 3) points in metres, camera axes, to (..., 2) image pixels.

    ``focal_px`` is one for all, or (..., 1). The principal point is the middle of the image, ``((width - 1) /
    2, (height - 1) / 2)``. Points nearer than :data:`NEAR`, or behind the camera, are taken as that near, so
    that each keeps its side of the image.
    """
    points = np.asarray(points)
    middle = (np.asarray(image_size, np.float32) - 1) / 2
    return points[..., :2] * (focal_px / np.maximum(points[..., 2:], NEAR)) + middle


def box_in_image(points: np.ndarray, focal_px: float, image_size: tuple[int, int]) -> np.ndarray:
    """Return the (4,) float32 box (x0, y0, x1, y1) in pixels around (N, 3) points in metres, camera axes.

    It is that of the points farther than :data:`NEAR`; the camera sees no others.
    """
    # Row by row: numpy's reductions over a short last axis take ten times as long.
    x, y, z = np.ascontiguousarray(points.T)
    is_visible = z > NEAR
    if not is_visible.all() and is_visible.any():
        x, y, z = x[is_visible], y[is_visible], z[is_visible]
    scale = focal_px / np.maximum(z, NEAR)
    x, y = x * scale, y * scale
    middle = (np.asarray(image_size, np.float32) - 1) / 2
    corners = np.array([[x.min(), y.min()], [x.max(), y.max()]])
    return (corners + middle).astype(np.float32).ravel()


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


def all_finite(*arrays: np.ndarray) -> bool:
    """Tell whether arrays hold numbers alone: no NaN and no infinity."""
    return all(bool(np.isfinite(array).all()) for array in arrays)


def nearest_rotation(matrices: np.ndarray) -> np.ndarray:
    """Return the rotations R nearest to (..., 3, 3) matrices M: those that maximise trace(R^T M)."""
    u, _, vt = np.linalg.svd(matrices)
    u[..., -1] *= np.linalg.det(u @ vt)[..., None]
    return u @ vt


def weak_perspective(points: np.ndarray, camera: np.ndarray) -> np.ndarray:
    """Project root-centred (..., 3) points by FastMETRO's camera ``(s, tx, ty)`` to crop coordinates.

    ``x2d = s (x + tx)``, ``y2d = s (y + ty)``: the translation is inside the scale (FastMETRO, ECCV 2022).
    """
    scale, shift = camera[0], camera[1:3]
    return scale * (np.asarray(points)[..., :2] + shift)


def place_in_image(
    points: np.ndarray,
    points_2d: np.ndarray,
    focal_px: float,
    image_size: tuple[int, int],
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
    (3,) float32 translation in metres, to be added to ``points`` before :func:`project`. The nearest point
    and the root are kept at least 0.1 m before the camera.

    Notes
    -----
    The pinhole equations ``(u - cx)(z + tz) = f (x + tx)`` are linear in the translation, so this is
    a linear regression, of which ``tz`` is the slope; unlike ``tz = 2 f / (s size)`` it also holds close to
    the camera, where the weak-perspective assumption does not. Repeated with weights, it makes the error in
    pixels least.
    """
    points = np.asarray(points, np.float64)
    offset = np.asarray(points_2d, np.float64) - (np.asarray(image_size, np.float64) - 1) / 2
    rays = offset / focal_px
    values = rays * points[:, 2:] - points[:, :2]
    least = 0.1 - min(points[:, 2].min(), 0)
    translation, weight = np.zeros(3), np.ones(len(points))
    for _ in range(PIXEL_ROUNDS):
        # The straight line t - ray tz = value, which both axes share the slope of.
        squares = weight**2 / (weight**2).sum()
        middle_ray, middle_value = squares @ rays, squares @ values
        away = rays - middle_ray
        weighted = squares[:, None] * away
        slope = -np.vdot(weighted, values) / max(np.vdot(weighted, away), 1e-15)
        translation = np.append(middle_value + slope * middle_ray, slope)
        weight = 1 / (points[:, 2] + max(translation[2], least))  # so that errors count in pixels
    if translation[2] < least:  # the best place at that depth
        away = (points[:, 2:] + least) / focal_px
        translation = np.append((offset * away - points[:, :2]).mean(0), least)
    return translation.astype(np.float32)


def pose_in_image(
    points: np.ndarray,
    points_2d: np.ndarray,
    looking_at: np.ndarray,
    focal_px: float,
    image_size: tuple[int, int],
    belief: float = 1.0,
) -> tuple[np.ndarray, np.ndarray]:
    """Find the rigid motion at which points look to the photo's camera as a network says they look.

    A network that sees a crop describes somebody as a distant camera looking straight at them would. The
    photo's camera is near and looks elsewhere, so the person must be turned and moved to look the same to it.

    Parameters
    ----------
    points : (N, 3) metres, root-centred, as the network gave them.
    points_2d : (N, 2) image pixels, where the network sees them.
    looking_at : (2,) image pixels, the middle of the crop.
    focal_px : focal length in pixels.
    image_size : (width, height) in pixels.
    belief : 0 to 1, how much of what perspective tells of the rotation is believed. It tells little of
        somebody far away, and errs where the field of view is a guess.

    Returns
    -------
    rotation : (3, 3) float32 and translation : (3,) float32 metres; ``points @ rotation.T + translation`` lie
        in the photo's camera.

    Notes
    -----
    Starts from the ray through the crop's middle and refines by Levenberg-Marquardt on the reprojection
    error. Points outside the image are the network's invention: while enough others are seen they must not
    pull at these. They may come to lie behind the camera, which the root may not: it says where somebody is.
    """
    rotation = rotation_to_ray(looking_at, focal_px, image_size)
    is_visible = np.all((points_2d >= 0) & (points_2d <= np.asarray(image_size) - 1), axis=1)
    if np.mean(is_visible) < LEAST_SEEN:
        is_visible = np.ones(len(points), bool)
    points, points_2d = (
        np.asarray(points, np.float64)[is_visible],
        np.asarray(points_2d, np.float64)[is_visible],
    )
    translation = place_in_image(points @ rotation.T, points_2d, focal_px, image_size)
    middle = (np.asarray(image_size, np.float64) - 1) / 2
    intrinsics = np.array([[focal_px, 0, middle[0]], [0, focal_px, middle[1]], [0, 0, 1]], np.float64)
    import cv2  # points Qt to its own plugins, so nothing that reads the command line may import it

    rotvec, moved = cv2.solvePnPRefineLM(
        points,
        points_2d,
        intrinsics,
        None,
        cv2.Rodrigues(rotation.astype(np.float64))[0],
        translation.astype(np.float64)[:, None],
    )
    refined = cv2.Rodrigues(rotvec)[0]
    nearest = (points @ refined.T)[:, 2].min() + moved[2, 0]
    if all_finite(moved, refined) and nearest > 0 and moved[2, 0] > NEAR:
        if belief == 1:
            return refined.astype(np.float32), moved[:, 0].astype(np.float32)
        further = cv2.Rodrigues(refined @ rotation.T)[0]
        rotation = cv2.Rodrigues(belief * further)[0] @ rotation
        translation = place_in_image(points @ rotation.T, points_2d, focal_px, image_size)
    return rotation.astype(np.float32), translation.astype(np.float32)
