"""Renders described scenes of synthetic people on the CPU: rasterised, shaded, with shadows on the floor."""

# numba infers the types of a kernel's arguments.
# pyright: reportMissingParameterType=false

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numba
import numpy as np

from models.camera.crop import CropBox
from models.synthetic.augmentation import SIZE
from models.synthetic.rasteriser import new_buffers, rasterise, vertex_normals
from models.synthetic.shading import ShadowMaps, cast_shadows, fraction_of_light, shade

if TYPE_CHECKING:
    from models.synthetic.character import Character
    from models.synthetic.lighting import EnvironmentMap
    from models.synthetic.props import Prop

FINE = 320  # pixels at which a crop is drawn before it is made smaller
SHADOW_CELLS = 104  # across a shadow map
BIAS = 0.014  # metres off the surface at which light is looked for
LEVEL = 0.02  # downward part of a ray from which it is looked where it meets the floor
NEAREST = 0.15  # metres from the camera at which faces end


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that an image shows; the same scene gives the same image. World axes: y down, floor at y = 0.

    Attributes
    ----------
    people : the person of interest first; transforms : (J, 3, 4) of the bones of each, into the world.
    props : what else stands about.
    environment_map : light and background.
    position : (3,) of the camera; axes : (3, 3), rows right, down and forward.
    crop : in the camera's image of focal length 1, centred on the axis.
    exposure : linear light that the middle of the image gets.
    """

    people: tuple[Character, ...]
    transforms: tuple[np.ndarray, ...]
    props: tuple[Prop, ...]
    environment_map: EnvironmentMap
    position: np.ndarray
    axes: np.ndarray
    crop: CropBox
    exposure: float


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Everything of a scene as one mesh.

    Attributes
    ----------
    vertices, pattern : (V, 3); faces : (F, 3); corner_uv : (F, 3, 2).
    face_material : (F,); materials : (M, 16).
    shadow_vertices : (W, 3); shadow_faces : (G, 3), a coarser mesh that casts about the same shadows.
    own_faces : how many of the first faces are the first person's.
    people_shadows : how many of the first shadow vertices are people's.
    """

    vertices: np.ndarray
    pattern: np.ndarray
    faces: np.ndarray
    corner_uv: np.ndarray
    face_material: np.ndarray
    materials: np.ndarray
    shadow_vertices: np.ndarray
    shadow_faces: np.ndarray
    own_faces: int
    people_shadows: int


def scene_mesh(scene: Scene) -> Mesh:
    """Pose the people of a scene and join everything."""
    parts, shadows = [], []
    for c, transforms in zip(scene.people, scene.transforms, strict=True):
        posed = c.posed(transforms)
        parts.append((posed, c.pattern, c.faces, c.corner_uv, c.face_material, c.materials))
        shadows.append((posed[c.shadow_rows], c.shadow_faces))
    people_shadows = sum(len(vertices) for vertices, _ in shadows)
    for t in scene.props:
        uv, material = np.zeros((len(t.faces), 3, 2), np.float32), np.zeros(len(t.faces), np.int32)
        parts.append((t.vertices, t.pattern, t.faces, uv, material, t.material[None]))
        shadows.append((t.vertices, t.faces))
    vertices, patterns, faces, uvs, face_materials, materials = zip(*parts, strict=True)
    shadow_vertices, shadow_faces = zip(*shadows, strict=True)
    return Mesh(
        vertices=np.concatenate(vertices),
        pattern=np.concatenate(patterns),
        faces=_renumbered(faces, vertices),
        corner_uv=np.concatenate(uvs),
        face_material=_renumbered(face_materials, materials),
        materials=np.concatenate(materials),
        shadow_vertices=np.concatenate(shadow_vertices),
        shadow_faces=_renumbered(shadow_faces, shadow_vertices),
        own_faces=len(scene.people[0].faces),
        people_shadows=people_shadows,
    )


def _renumbered(indices: tuple[np.ndarray, ...], rows: tuple[np.ndarray, ...]) -> np.ndarray:
    """Join indices of rows so that they hold when the rows are joined."""
    first = np.cumsum([0, *map(len, rows[:-1])]).astype(np.int32)
    return np.concatenate([part + n for part, n in zip(indices, first, strict=True)])


def render(
    scene: Scene, skin_masks: np.ndarray, size: int = FINE
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Render a scene; :class:`models.synthetic.render_cuda.CudaRenderer` renders the same image on a GPU.

    Parameters
    ----------
    skin_masks : (T, T, 5) uint8 masks of the skin.
    size : pixels, even.

    Returns
    -------
    image : (size, size, 3) uint8 RGB, clean.
    alone, visible : (size, size) bool, where the first person would show if nothing stood before, and does.
    """
    mesh = scene_mesh(scene)
    position = scene.position.astype(np.float32)
    to_pixels = crop_pixels(scene.crop, size)
    xy, inverse_depth = project(mesh.vertices, position, scene.axes.astype(np.float32), to_pixels)
    buffer, face = new_buffers(size, size)
    own = mesh.own_faces
    rasterise(xy, inverse_depth, mesh.faces[:own], buffer, face, 0)
    alone = face >= 0
    rasterise(xy, inverse_depth, mesh.faces[own:], buffer, face, own)

    light = scene.environment_map
    maps = cast_shadows(
        mesh.shadow_vertices, mesh.shadow_faces, light.directions, SHADOW_CELLS, mesh.people_shadows
    )
    image = background(scene, maps, size)
    shade(
        face, xy, inverse_depth, mesh.faces, mesh.corner_uv, mesh.vertices,
        vertex_normals(mesh.vertices, mesh.faces), mesh.pattern, mesh.face_material, mesh.materials,
        skin_masks, position, light.directions, light.irradiance, light.ambient, maps.inverse_depth,
        maps.matrix, BIAS, image,
    )  # fmt: skip
    gain = exposure_gain(scene.exposure, image[::4, ::4], face[::4, ::4] >= 0)
    return tone_mapped(image, gain), alone, alone & (face < own)


def exposure_gain(exposure: float, light: np.ndarray, drawn: np.ndarray) -> np.float32:
    """Return the gain that gives the middle of an image the light it should get.

    Webcams expose for the whole image, which leaves some people dark and some walls white.

    Parameters
    ----------
    light : (H, W, 3) linear light of some of the image's pixels; drawn : (H, W), where they show a mesh.
    """
    levels = [float(np.median(part)) for part in (light[drawn], light[~drawn]) if part.size]
    return np.float32(exposure / np.exp(np.mean(np.log(np.maximum(levels, 0.02)))))


def as_cut(crop: CropBox) -> CropBox:
    """Return where a drawing must lie to be the image that :meth:`CropBox.cut` takes from a photo.

    There crop pixel ``u`` of SIZE shows crop coordinate ``2 u / SIZE - 1``, half a pixel beside its middle.
    """
    middle = crop.image_from_crop(np.full(2, -1 / SIZE, np.float32))
    return CropBox(middle.astype(np.float32), crop.size, crop.angle)


def crop_pixels(crop: CropBox, size: int) -> np.ndarray:
    """Return the (2, 3) float32 map from a camera's image of focal length 1 to pixels of the drawing."""
    corners = as_cut(crop).crop_from_image(np.array([[0, 0], [1, 0], [0, 1]], np.float32)) + 1
    columns = np.stack([corners[1] - corners[0], corners[2] - corners[0], corners[0]], 1) * (size / 2)
    return (columns - [[0, 0, 0.5], [0, 0, 0.5]]).astype(np.float32)


@numba.njit(cache=True, nogil=True)
def project(
    vertices: np.ndarray, position: np.ndarray, axes: np.ndarray, to_pixels: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return (V, 2) pixels and (V,) inverse depth of (V, 3) world points; -inf behind the camera."""
    xy, inverse_depth = np.empty((len(vertices), 2), np.float32), np.empty(len(vertices), np.float32)
    for v in range(len(vertices)):
        xy[v, 0], xy[v, 1], inverse_depth[v] = projected(vertices, v, position, axes, to_pixels)
    return xy, inverse_depth


@numba.njit(cache=True, nogil=True, inline="always")
def projected(vertices, v, position, axes, to_pixels):
    """Return the pixel of one vertex, x and y, and its inverse depth; see :func:`project`."""
    dx, dy, dz = vertices[v, 0] - position[0], vertices[v, 1] - position[1], vertices[v, 2] - position[2]
    depth = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
    near = np.float32(1) / max(depth, np.float32(NEAREST))
    x = (axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz) * near
    y = (axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz) * near
    return (
        to_pixels[0, 0] * x + to_pixels[0, 1] * y + to_pixels[0, 2],
        to_pixels[1, 0] * x + to_pixels[1, 1] * y + to_pixels[1, 2],
        near if depth >= np.float32(NEAREST) else np.float32(-np.inf),
    )


def background(scene: Scene, maps: ShadowMaps, size: int) -> np.ndarray:
    """Return the (size, size, 3) linear light of the surroundings, with the scene's shadows on the floor.

    Panoramas are coarser than the drawing, so every fourth pixel is looked up.
    """
    rays = view_rays(crop_corners(scene.crop), scene.axes.astype(np.float32), size // 2)
    light = scene.environment_map.radiance_along(rays)
    directions, brightness, part = floor_lights(scene.environment_map)
    position = scene.position.astype(np.float32)
    _cast_on_floor(light, rays, position, directions, brightness, maps.inverse_depth, maps.matrix, part)
    return cv2.resize(light, (size, size), interpolation=cv2.INTER_LINEAR)


def crop_corners(crop: CropBox) -> np.ndarray:
    """Return (3, 2) float32: where a drawing's middle and its axes' ends lie in the camera's image."""
    return as_cut(crop).image_from_crop(np.array([[0, 0], [1, 0], [0, 1]], np.float32)).astype(np.float32)


def floor_lights(environment_map: EnvironmentMap) -> tuple[np.ndarray, np.ndarray, np.float32]:
    """Return directions and brightness of the lights with shadows, and their part of the floor's light."""
    brightness, directions = environment_map.irradiance.mean(1), environment_map.directions
    # What the listed lights do not give is ambient and stays.
    direct = float((np.maximum(-directions[:, 1], 0) * brightness).sum())
    upward = environment_map.ambient_at(np.array([0, -1, 0], np.float32)).mean()
    return directions, brightness, np.float32(direct / max(direct + float(upward), 1e-6))


@numba.njit(cache=True, nogil=True)
def view_rays(corners: np.ndarray, axes: np.ndarray, size: int) -> np.ndarray:
    """Return (size, size, 3) unit directions in the world.

    Parameters
    ----------
    corners : (3, 2) of :func:`crop_corners`.
    axes : (3, 3) of the camera.
    """
    rays = np.empty((size, size, 3), np.float32)
    for row in range(size):
        v = np.float32((2 * row + 1) / size - 1)
        for column in range(size):
            x, y, z = ray_through(np.float32((2 * column + 1) / size - 1), v, corners, axes)
            rays[row, column, 0], rays[row, column, 1], rays[row, column, 2] = x, y, z
    return rays


@numba.njit(cache=True, nogil=True, inline="always")
def ray_through(u, v, corners, axes):
    """Return the unit direction, x, y and z, through a point of the crop; see :func:`view_rays`."""
    x = corners[0, 0] + u * (corners[1, 0] - corners[0, 0]) + v * (corners[2, 0] - corners[0, 0])
    y = corners[0, 1] + u * (corners[1, 1] - corners[0, 1]) + v * (corners[2, 1] - corners[0, 1])
    inverse = np.float32(1) / math.sqrt(x * x + y * y + np.float32(1))
    return (
        (axes[0, 0] * x + axes[1, 0] * y + axes[2, 0]) * inverse,
        (axes[0, 1] * x + axes[1, 1] * y + axes[2, 1]) * inverse,
        (axes[0, 2] * x + axes[1, 2] * y + axes[2, 2]) * inverse,
    )


@numba.njit(cache=True, nogil=True)
def _cast_on_floor(light, rays, position, directions, brightness, maps, matrix, part):
    """Darken the background where shadows fall."""
    for row in range(rays.shape[0]):
        for column in range(rays.shape[1]):
            x, y, z = rays[row, column, 0], rays[row, column, 1], rays[row, column, 2]
            if y > LEVEL:
                left = left_on_floor(x, y, z, position, directions, brightness, maps, matrix, part)
                for i in range(3):
                    light[row, column, i] *= left


@numba.njit(cache=True, nogil=True)
def left_on_floor(dx, dy, dz, position, directions, brightness, maps, matrix, part):
    """Return which fraction of the light along a ray down shadows leave on the floor about the people.

    ``part`` is how much of the floor's light comes from lights that cast shadows.
    """
    if position[1] > 0:
        return 1.0
    distance = -position[1] / dy
    x, z = position[0] + distance * dx, position[2] + distance * dz
    if x * x + z * z >= 9:
        return 1.0
    fraction = fraction_of_light(x, -BIAS, z, 0.0, -1.0, 0.0, directions, brightness, maps, matrix)
    return 1 - part * (1 - fraction)


def _film_curve() -> np.ndarray:
    """Display values 0..255 of the square roots 0..1.5 of linear light; above 0.8 the light rolls off."""
    bright = np.linspace(0, 1.5, 3001) ** 2
    rolled = np.where(bright > 0.8, 0.8 + 0.2 * (1 - np.exp(-(np.maximum(bright, 0.8) - 0.8) / 0.2)), bright)
    return (np.clip(rolled, 0, 1) ** (1 / 2.2) * 255 + 0.5).astype(np.uint8)


FILM_CURVE = _film_curve()


def tone_mapped(light: np.ndarray, gain: np.float32) -> np.ndarray:
    """Return uint8 sRGB of (H, W, 3) linear light times a gain, rolling off above 0.8."""
    return _developed(light, gain, FILM_CURVE)


@numba.njit(cache=True, nogil=True)
def _developed(light: np.ndarray, gain: np.float32, curve: np.ndarray) -> np.ndarray:
    image = np.empty(light.shape, np.uint8)
    for y in range(light.shape[0]):
        for x in range(light.shape[1]):
            for c in range(3):
                image[y, x, c] = developed(light[y, x, c], gain, curve)
    return image


@numba.njit(cache=True, nogil=True, inline="always")
def developed(light, gain, curve):
    """Return the display value of linear light times a gain, by :data:`FILM_CURVE`."""
    root = math.sqrt(max(light * gain, np.float32(0)))
    return curve[int(min(root, np.float32(1.5)) * np.float32(2000) + np.float32(0.5))]
