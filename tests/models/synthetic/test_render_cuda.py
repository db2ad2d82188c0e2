"""Drawing on a GPU: the same pictures as on the CPU. Without a GPU numba's simulator runs the kernels."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numba import cuda

from models.camera.crop import CropBox
from models.errors import UserError
from models.synthetic.character import Appearance, Character
from models.synthetic.lighting import random_room
from models.synthetic.materials import (
    cloth_material,
    eye_material,
    hair_material,
    leather_material,
    skin_material,
)
from models.synthetic.props import box
from models.synthetic.render_cpu import Scene, render
from models.synthetic.render_cuda import CudaRenderer
from models.synthetic.shading import PLAID
from tests.fakes.shapes import sphere

PAINT = np.random.default_rng(3).integers(0, 256, (8, 8, 5), dtype=np.uint8)
SIMULATED = """
import pickle, sys
import numpy as np
from models.synthetic.render_cuda import CudaRenderer
scene, paint, size = pickle.load(open(sys.argv[1], "rb"))
np.savez(sys.argv[2], *CudaRenderer(paint, size=size)(scene))
"""


def ball(place: np.ndarray, material: np.ndarray, rings: int) -> Character:
    points, faces = sphere(0.3, rings)
    rng = np.random.default_rng(7)
    return Character(
        rest=(points + place).astype(np.float32),
        bones=np.zeros((len(points), 1), np.int32),
        weights=np.ones((len(points), 1), np.float32),
        heads=np.zeros((1, 3), np.float32),
        faces=faces,
        corner_uv=rng.random((len(faces), 3, 2), dtype=np.float32),
        face_material=np.zeros(len(faces), np.int32),
        pattern=points / np.float32(0.3),
        materials=material[None],
        shadow_rows=np.arange(len(points)),
        shadow_faces=faces,
        appearance=Appearance(0.5, 0.7, 0.5, 0.5, "ball"),
    )


def balls(rings: int) -> Scene:
    """A ball of every material, before and behind each other, on the floor of a room, with a table."""
    colour, other = np.array([200, 90, 60]), np.array([40, 80, 190])
    materials = [
        cloth_material(colour, other, PLAID, 0.1),
        skin_material(colour, other, 0.5, 0.8, 0.6, 0.4),
        hair_material(other),
        eye_material(other),
        leather_material(colour, other, 0.7, 0.1),
    ]
    places = [(-0.45, -0.35, 0.1), (0.25, -0.35, 0), (-0.1, -0.9, 0.25), (0.5, -0.9, 0.3), (0, -0.35, -0.5)]
    still = np.eye(3, 4, dtype=np.float32)[None]
    # Its near edge lies behind the camera, where faces end.
    table = box(np.array([0.4, 0.05, 5.0]), np.array([0.75, -0.6, -2.0]), np.eye(3), materials[0])
    return Scene(
        people=tuple(ball(np.array(p), m, rings) for p, m in zip(places, materials, strict=True)),
        transforms=(still,) * len(materials),
        props=(table,),
        environment_map=random_room(np.random.default_rng(5)),
        position=np.array([0.0, -1.0, -3.0]),
        axes=np.array([[1.0, 0, 0], [0, 0.99, -0.141], [0, 0.141, 0.99]]),
        crop=CropBox(np.float32([0, 0]), 0.75, 0.1),
        exposure=0.25,
    )


def assert_same(drawn, expected) -> None:
    (image, *masks), (true_picture, *true_masks) = drawn, expected
    off = np.abs(image.astype(int) - true_picture).max(-1)
    # Rounding moves an outline, or the border of a pattern, by a pixel here and there.
    assert (off > 3).mean() < 0.01
    assert np.median(off) == 0
    for mask, true_mask in zip(masks, true_masks, strict=True):
        assert true_mask.any()
        assert not true_mask.all()
        assert (mask != true_mask).mean() < 0.002


def test_the_kernels_draw_what_the_cpu_draws(tmp_path: Path) -> None:
    scene, size = balls(4), 20
    expected = render(scene, PAINT, size)
    assert (expected[1] != expected[2]).any()  # something stands before the first of them
    given, made = tmp_path / "scene.pkl", tmp_path / "drawn.npz"
    given.write_bytes(pickle.dumps((scene, PAINT, size)))
    simulator = {"NUMBA_ENABLE_CUDASIM": "1", "NUMBA_DISABLE_JIT": "1"}
    command = [sys.executable, "-W", "ignore", "-c", SIMULATED, str(given), str(made)]
    subprocess.run(command, check=True, env=os.environ | simulator, cwd=Path(__file__).resolve().parents[3])
    with np.load(made) as file:
        assert_same([file[name] for name in file.files], expected)


@pytest.mark.skipif(not cuda.is_available(), reason="takes an NVIDIA GPU")
@pytest.mark.filterwarnings("ignore:Grid size")
def test_a_gpu_draws_what_the_cpu_draws() -> None:
    scene = balls(60)
    drawing = CudaRenderer(PAINT)
    for props in (scene.props, ()):
        some = replace(scene, props=props)
        assert_same(drawing(some), render(some, PAINT))


@pytest.mark.skipif(cuda.is_available(), reason="there is a GPU")
def test_without_a_gpu_one_sentence_says_so() -> None:
    with pytest.raises(UserError, match="no GPU to draw on"):
        CudaRenderer(PAINT)
