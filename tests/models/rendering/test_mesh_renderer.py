"""The renderer: its camera is the project's camera, and what is nearer hides what is farther."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import numpy as np
import pytest
import trimesh

from models.body.vertex_normals import VertexNormals
from models.camera.projection import project
from models.errors import UserError
from models.rendering import mesh_renderer
from models.rendering.mesh_renderer import MeshRenderer, RenderingError, Surface, is_closed

pytestmark = pytest.mark.gl

SPHERE = trimesh.creation.icosphere(subdivisions=3, radius=0.3)
VERTICES = np.array(SPHERE.vertices, np.float32) * np.float32([1, 1.6, 1])
FACES = np.array(SPHERE.faces)
SIZE = (200, 120)
FOCAL = 150.0
RED, BLUE = (255, 0, 0), (0, 0, 255)


@pytest.fixture(scope="module", params=["on the CPU", "on graphics hardware"])
def renderer(request):
    """Return the renderer as it is on both kinds of machine, whichever this one is."""
    from models.rendering import offscreen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offscreen, "SOFTWARE", ("",) if request.param == "on the CPU" else ())
        renderer = MeshRenderer(FACES, len(VERTICES), max_meshes=2)
    assert renderer.is_software == (request.param == "on the CPU")
    yield renderer
    renderer.close()


def egg(x=0.0, y=0.0, z=2.0, colour=RED):
    return Surface(VERTICES + np.float32([x, y, z]), colour)


def full_picture(rendering, size=SIZE):
    """Return the rendering placed in an otherwise empty (H, W, 4) picture."""
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    if rendering is not None:
        h, w = rendering.rgba.shape[:2]
        picture[rendering.top : rendering.top + h, rendering.left : rendering.left + w] = rendering.rgba
    return picture


@pytest.mark.parametrize("place", [(0.0, 0.0, 2.0), (0.4, -0.2, 1.5), (-1.1, 0.3, 1.8)])
def test_silhouette_is_the_outline_of_the_projected_vertices(renderer, place):
    surface = egg(*place)
    covered = full_picture(renderer.render([surface], FOCAL, SIZE))[..., 3] > 127
    outline = cv2.convexHull(np.round(project(surface.vertices, FOCAL, SIZE) * 16).astype(np.int32))
    expected = np.zeros(covered.shape, np.uint8)
    cv2.fillConvexPoly(expected, outline, 1, shift=4)
    overlap = np.sum(covered & (expected > 0)) / np.sum(covered | (expected > 0))
    assert overlap > 0.95
    assert covered.sum() > 500


@pytest.mark.parametrize("size", [(200, 120), (201, 121)])
def test_camera_is_exact_to_the_pixel(size):
    # A square facing the camera whose edges lie half-way between pixel centres must fill whole pixels.
    left, top, right, bottom = 30, 12, 47, 20
    depth = 3.0
    middle = (np.array(size) - 1) / 2
    corners = np.array([[left, top], [right, top], [right, bottom], [left, bottom]]) - 0.5
    vertices = np.column_stack([(corners - middle) * depth / FOCAL, np.full(4, depth)]).astype(np.float32)
    renderer = MeshRenderer(np.array([[0, 1, 2], [0, 2, 3]]), 4)
    try:
        picture = full_picture(renderer.render([Surface(vertices, RED)], FOCAL, size), size)
    finally:
        renderer.close()
    rows, columns = np.nonzero(picture[..., 3] > 127)
    assert (columns.min(), rows.min(), columns.max(), rows.max()) == (left, top, right - 1, bottom - 1)
    assert len(rows) == (right - left) * (bottom - top)


@pytest.mark.parametrize("nearer_first", [True, False])
def test_nearer_person_hides_the_farther(renderer, nearer_first):
    near, far = egg(z=1.6, colour=RED), egg(x=0.5, z=2.6, colour=BLUE)
    order = [near, far] if nearer_first else [far, near]
    both = full_picture(renderer.render(order, FOCAL, SIZE)).astype(int)
    near_alpha = full_picture(renderer.render([near], FOCAL, SIZE))[..., 3]
    far_alone = full_picture(renderer.render([far], FOCAL, SIZE))[..., 3] == 255
    is_red = both[..., 0] > both[..., 2]
    assert is_red[near_alpha == 255].all()
    assert not is_red[far_alone & (near_alpha == 0)].any()
    assert np.sum(far_alone & (near_alpha == 0)) > 50


def test_region_holds_the_same_pixels_as_the_whole_picture(renderer):
    surfaces = [egg(0.2, 0.1, 1.7), egg(-0.3, 0.0, 2.2, BLUE)]
    part = renderer.render(surfaces, FOCAL, SIZE)
    assert part.rgba.shape[0] * part.rgba.shape[1] < SIZE[0] * SIZE[1]
    part = full_picture(part)
    whole = full_picture(renderer.render(surfaces, FOCAL, SIZE, region=(0, 0, *SIZE)))
    np.testing.assert_array_equal(part, whole)


def test_picture_may_change_size_and_be_a_single_pixel(renderer):
    first = full_picture(renderer.render([egg()], FOCAL, SIZE))
    for size in [(1, 1), (64, 300), (333, 17)]:
        picture = full_picture(renderer.render([egg()], FOCAL, size), size)
        assert picture[(size[1] - 1) // 2, (size[0] - 1) // 2, 3] == 255
    np.testing.assert_array_equal(full_picture(renderer.render([egg()], FOCAL, SIZE)), first)


def test_nothing_in_the_picture_gives_nothing(renderer):
    assert renderer.render([], FOCAL, SIZE) is None
    assert renderer.render([egg(z=-2.0)], FOCAL, SIZE) is None
    assert renderer.render([egg(x=50.0)], FOCAL, SIZE) is None


def test_person_around_the_camera_is_cut_at_the_near_plane(renderer):
    wide = Surface(VERTICES * 4, RED)
    assert wide.vertices[:, 2].min() < 0
    assert wide.vertices[:, 2].max() > 0
    rendering = renderer.render([wide, egg(z=0.9, colour=BLUE)], FOCAL, SIZE)
    assert full_picture(rendering)[60, 100, 2] > 0


def test_more_people_than_made_ready_are_drawn_too(renderer):
    crowd = [egg(x=x, z=3.0) for x in (-1.5, -0.75, 0.0, 0.75, 1.5)]
    covered = full_picture(renderer.render(crowd, FOCAL, SIZE))[..., 3] == 255
    assert cv2.connectedComponents(covered.astype(np.uint8))[0] - 1 == len(crowd)
    assert renderer.render(crowd[:1], FOCAL, SIZE).rgba.shape[1] < 60


def test_opacity_scales_colour_and_coverage(renderer):
    opaque = full_picture(renderer.render([egg()], FOCAL, SIZE)).astype(int)
    half = full_picture(renderer.render([egg()], FOCAL, SIZE, opacity=0.5)).astype(int)
    assert np.abs(half - opaque / 2).max() <= 1


def test_mirrored_mesh_is_seen_from_outside(renderer):
    def lopsided():
        vertices = VERTICES.copy()
        vertices[vertices[:, 0] > 0] *= np.float32([1.5, 1, 1])
        return vertices + np.float32([0, 0, 2])

    plain = full_picture(renderer.render([Surface(lopsided(), RED)], FOCAL, SIZE))
    mirrored = Surface(lopsided() * np.float32([-1, 1, 1]), RED, inside_out=True)
    picture = full_picture(renderer.render([mirrored], FOCAL, SIZE))
    differ = np.abs(picture[..., 3].astype(int) - plain[:, ::-1, 3]) > 70  # samples lie unevenly in a pixel
    assert differ.sum() <= 4
    # Lit as a surface facing the camera is, not as the far inside would be.
    lit = picture[60, 80:120, 0].mean()
    assert abs(lit - plain[60, 80:120, 0].mean()) < 30


def test_shape_is_readable_from_the_shading(renderer):
    picture = full_picture(renderer.render([egg(colour=(169, 204, 227))], FOCAL, SIZE))
    inside = picture[..., 1][picture[..., 3] == 255]
    assert np.percentile(inside, 95) - np.percentile(inside, 5) > 50
    top, bottom = picture[32, 100, 1], picture[88, 100, 1]
    assert int(top) > int(bottom) + 20  # light comes from above


def test_renderers_live_and_die_apart_from_each_other(renderer):
    before = full_picture(renderer.render([egg()], FOCAL, SIZE))

    def in_a_thread():
        other = MeshRenderer(FACES, len(VERTICES))
        picture = full_picture(other.render([egg()], FOCAL, SIZE))
        other.close()
        return picture

    with ThreadPoolExecutor(1) as pool:
        drawn = pool.submit(in_a_thread).result()
    assert np.abs(drawn[60, 100].astype(int) - before[60, 100]).max() <= 2
    np.testing.assert_array_equal(full_picture(renderer.render([egg()], FOCAL, SIZE)), before)


def test_wrong_mesh_is_named(renderer):
    with pytest.raises(UserError, match=r"\(3, 3\)"):
        renderer.render([Surface(np.ones((3, 3), np.float32), RED)], FOCAL, SIZE)


def test_picture_beyond_what_opengl_draws_is_named(renderer):
    with pytest.raises(UserError, match="larger than"):
        renderer.render([egg()], FOCAL, (100_000, 20))


def test_normals_of_a_sphere_point_outward_and_vanish_without_area():
    vertices = np.array(SPHERE.vertices, np.float32)
    normals = VertexNormals(FACES, len(vertices) + 1)(np.vstack([vertices, [[9, 9, 9]]]).astype(np.float32))
    np.testing.assert_allclose(np.linalg.norm(normals[:-1], axis=1), 1, atol=1e-5)
    assert np.sum(normals[:-1] * vertices / 0.3, axis=1).min() > 0.999
    np.testing.assert_array_equal(normals[-1], 0)


def test_closed_and_open_meshes_are_told_apart():
    assert is_closed(FACES)
    assert not is_closed(FACES[1:])


def test_on_macos_a_renderer_outside_the_main_thread_is_refused_in_a_sentence(monkeypatch):
    def refused() -> str:
        with ThreadPoolExecutor(1) as thread:
            try:
                thread.submit(MeshRenderer, FACES, len(VERTICES)).result()
            except RenderingError as error:
                return str(error)
        return ""

    monkeypatch.setattr(
        "models.rendering.offscreen.OffscreenScene", _NoScene
    )  # no window of pyglet in this test
    monkeypatch.setattr("sys.platform", "darwin")
    assert "No scene" in refused()  # EGL, which the tests use, needs no window
    monkeypatch.delenv("PYOPENGL_PLATFORM")
    assert refused().startswith("On macOS")
    assert "plainer mesh" in refused()
    monkeypatch.setattr("sys.platform", "linux")
    assert "No scene" in refused()


class _NoScene:
    def __init__(self, *args, **chosen):
        raise RuntimeError("No scene")


def test_missing_opengl_is_one_sentence_with_a_remedy():
    code = (
        "import numpy as np\n"
        "from models.rendering.mesh_renderer import MeshRenderer, RenderingError\n"
        "try:\n    MeshRenderer(np.array([[0, 1, 2]]), 3)\n"
        "except RenderingError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).resolve().parents[3],
        env=os.environ | {"PYOPENGL_PLATFORM": "egl", "EGL_DEVICE_ID": "99"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "OpenGL could not be started" in done.stdout
    assert "install" in done.stdout


@pytest.mark.parametrize("name", ["mesh.vert", "solid.frag", "hologram.frag"])
def test_a_missing_shader_is_not_told_as_missing_opengl(monkeypatch, tmp_path, name):
    for file in mesh_renderer.SHADERS.iterdir():
        if file.name != name:
            shutil.copy(file, tmp_path)
    monkeypatch.setattr(mesh_renderer, "SHADERS", tmp_path)
    with pytest.raises(RenderingError, match=f"shader .*{name} is missing; restore it"):
        MeshRenderer(FACES, len(VERTICES))
