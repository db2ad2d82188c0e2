"""Draws described scenes of synthetic people on the CPU: rasterised, shaded, with shadows on the floor."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numba
import numpy as np

from models.characters import Character
from models.environment import Environment
from models.geometry import CropBox
from models.rasteriser import new_buffers, rasterise, vertex_normals
from models.shading import ShadowMaps, cast_shadows, shade, share_of_light
from models.things import Thing

FINE = 320  # pixels at which a crop is drawn before it is made smaller
SHADOW_CELLS = 104  # across a shadow map
BIAS = 0.014  # metres off the surface at which light is looked for
NEAREST = 0.15  # metres from the camera at which faces end


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that a picture shows; the same scene gives the same picture. World axes: y down, floor at y = 0.

    Attributes
    ----------
    people : the person of interest first; transforms : (J, 3, 4) of the bones of each, into the world.
    things : what else stands about.
    environment : light and background.
    position : (3,) of the camera; axes : (3, 3), rows right, down and forward.
    crop : in the camera's picture of focal length 1, centred on the axis.
    exposure : linear light that the middle of the picture gets.
    """

    people: tuple[Character, ...]
    transforms: tuple[np.ndarray, ...]
    things: tuple[Thing, ...]
    environment: Environment
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
    for t in scene.things:
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


def draw(scene: Scene, paint: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw a scene.

    Parameters
    ----------
    paint : (T, T, 5) uint8 masks of the skin.

    Returns
    -------
    picture : (320, 320, 3) uint8 RGB, clean.
    whole, showing : (320, 320) bool, where the first person would show if nothing stood before, and does.
    """
    mesh = scene_mesh(scene)
    position = scene.position.astype(np.float32)
    to_pixels = crop_pixels(scene.crop)
    xy, nearness = project(mesh.vertices, position, scene.axes.astype(np.float32), to_pixels)
    buffer, face = new_buffers(FINE, FINE)
    own = mesh.own_faces
    rasterise(xy, nearness, mesh.faces[:own], buffer, face, 0)
    whole = face >= 0
    rasterise(xy, nearness, mesh.faces[own:], buffer, face, own)

    light = scene.environment
    maps = cast_shadows(
        mesh.shadow_vertices, mesh.shadow_faces, light.towards, SHADOW_CELLS, mesh.people_shadows
    )
    picture = background(scene, maps)
    shade(
        face, xy, nearness, mesh.faces, mesh.corner_uv, mesh.vertices,
        vertex_normals(mesh.vertices, mesh.faces), mesh.pattern, mesh.face_material, mesh.materials, paint,
        position, light.towards, light.colour, light.ambient, maps.nearness, maps.matrix, BIAS, picture,
    )  # fmt: skip
    showing = whole & (face < own)
    # Webcams expose for the whole picture, which leaves some people dark and some walls white.
    coarse, person = picture[::4, ::4], face[::4, ::4] >= 0
    levels = [float(np.median(part)) for part in (coarse[person], coarse[~person]) if part.size]
    level = np.exp(np.mean(np.log(np.maximum(levels, 0.02))))
    return tone_mapped(picture, np.float32(scene.exposure / level)), whole, showing


def crop_pixels(crop: CropBox) -> np.ndarray:
    """Return the (2, 3) float32 map from a camera's picture of focal length 1 to pixels of the drawing."""
    corners = crop.crop_from_image(np.array([[0, 0], [1, 0], [0, 1]], np.float32)) + 1
    columns = np.stack([corners[1] - corners[0], corners[2] - corners[0], corners[0]], 1) * (FINE / 2)
    return (columns - [[0, 0, 0.5], [0, 0, 0.5]]).astype(np.float32)


@numba.njit(cache=True, nogil=True)
def project(
    vertices: np.ndarray, position: np.ndarray, axes: np.ndarray, to_pixels: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return (V, 2) pixels and (V,) nearness of (V, 3) world points; those behind the camera have -inf."""
    xy, nearness = np.empty((len(vertices), 2), np.float32), np.empty(len(vertices), np.float32)
    for v in range(len(vertices)):
        dx, dy, dz = vertices[v, 0] - position[0], vertices[v, 1] - position[1], vertices[v, 2] - position[2]
        depth = axes[2, 0] * dx + axes[2, 1] * dy + axes[2, 2] * dz
        near = np.float32(1) / max(depth, np.float32(NEAREST))
        x = (axes[0, 0] * dx + axes[0, 1] * dy + axes[0, 2] * dz) * near
        y = (axes[1, 0] * dx + axes[1, 1] * dy + axes[1, 2] * dz) * near
        xy[v, 0] = to_pixels[0, 0] * x + to_pixels[0, 1] * y + to_pixels[0, 2]
        xy[v, 1] = to_pixels[1, 0] * x + to_pixels[1, 1] * y + to_pixels[1, 2]
        nearness[v] = near if depth >= NEAREST else -np.inf
    return xy, nearness


def background(scene: Scene, maps: ShadowMaps) -> np.ndarray:
    """Return the (320, 320, 3) linear light of the surroundings, with the shadows of the scene on the floor.

    Panoramas are coarser than the drawing, so every fourth pixel is looked up.
    """
    crop, environment, axes = scene.crop, scene.environment, scene.axes.astype(np.float32)
    corners = crop.image_from_crop(np.array([[0, 0], [1, 0], [0, 1]], np.float32)).astype(np.float32)
    rays = view_rays(corners, axes, FINE // 2)
    light = environment.seen(rays)
    brightness, towards = environment.colour.mean(1), environment.towards
    # What the listed lights do not give is ambient and stays.
    direct = float((np.maximum(-towards[:, 1], 0) * brightness).sum())
    upward = environment.ambient_at(np.array([0, -1, 0], np.float32)).mean()
    part = direct / max(direct + float(upward), 1e-6)
    position = scene.position.astype(np.float32)
    _cast_on_floor(light, rays, position, towards, brightness, maps.nearness, maps.matrix, part)
    return cv2.resize(light, (FINE, FINE), interpolation=cv2.INTER_LINEAR)


@numba.njit(cache=True, nogil=True)
def view_rays(corners: np.ndarray, axes: np.ndarray, size: int) -> np.ndarray:
    """Return (size, size, 3) unit directions in the world.

    Parameters
    ----------
    corners : (3, 2) where the crop's middle and the ends of its two axes lie in the camera's picture.
    axes : (3, 3) of the camera.
    """
    rays = np.empty((size, size, 3), np.float32)
    for row in range(size):
        v = np.float32((2 * row + 1) / size - 1)
        for column in range(size):
            u = np.float32((2 * column + 1) / size - 1)
            x = corners[0, 0] + u * (corners[1, 0] - corners[0, 0]) + v * (corners[2, 0] - corners[0, 0])
            y = corners[0, 1] + u * (corners[1, 1] - corners[0, 1]) + v * (corners[2, 1] - corners[0, 1])
            inverse = np.float32(1) / np.sqrt(x * x + y * y + np.float32(1))
            for i in range(3):
                rays[row, column, i] = (axes[0, i] * x + axes[1, i] * y + axes[2, i]) * inverse
    return rays


@numba.njit(cache=True, nogil=True)
def _cast_on_floor(light, rays, position, towards, brightness, maps, matrix, part):
    """Darken the background where shadows fall on the level floor about the people.

    ``part`` is how much of the floor's light comes from lights that cast shadows.
    """
    for row in range(rays.shape[0]):
        for column in range(rays.shape[1]):
            down = rays[row, column, 1]
            if down < 0.02 or position[1] > 0:
                continue
            distance = -position[1] / down
            x = position[0] + distance * rays[row, column, 0]
            z = position[2] + distance * rays[row, column, 2]
            if x * x + z * z < 9:
                share = share_of_light(x, -BIAS, z, 0.0, -1.0, 0.0, towards, brightness, maps, matrix)
                for i in range(3):
                    light[row, column, i] *= 1 - part * (1 - share)


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
    picture = np.empty(light.shape, np.uint8)
    for y in range(light.shape[0]):
        for x in range(light.shape[1]):
            for c in range(3):
                root = np.sqrt(max(light[y, x, c] * gain, np.float32(0)))
                picture[y, x, c] = curve[int(min(root, np.float32(1.5)) * np.float32(2000) + np.float32(0.5))]
    return picture
