"""Meshes drawn without OpenGL: what is covered, what is in front, and the same places as with OpenGL."""

import numpy as np
import pytest
import trimesh

from models.inference.store import mannequin_of
from models.rendering.flat_renderer import FlatRenderer
from models.rendering.mesh_renderer import MeshRenderer, Surface

BALL = trimesh.creation.icosphere(subdivisions=3, radius=0.4)
VERTICES, FACES = np.array(BALL.vertices, np.float32), np.array(BALL.faces)
SIZE, FOCAL = (200, 120), 180.0
RED, BLUE = (230, 20, 20), (20, 20, 230)


def ball(x=0.0, z=2.0, colour=RED, inside_out=False):
    return Surface(VERTICES + np.float32([x, 0, z]), colour, inside_out)


def whole(renderer, surfaces, opacity=1.0):
    """The drawing as an image of the full size."""
    image = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    drawn = renderer.render(surfaces, FOCAL, SIZE, opacity)
    if drawn is not None:
        height, width = drawn.rgba.shape[:2]
        image[drawn.top : drawn.top + height, drawn.left : drawn.left + width] = drawn.rgba
    return image


@pytest.fixture(scope="module")
def renderer():
    return FlatRenderer(FACES)


@pytest.mark.gl
def test_it_draws_what_opengl_draws(renderer):
    with_opengl = MeshRenderer(FACES, len(VERTICES))
    try:
        for surfaces in ([ball()], [ball(0.3, 2, RED), ball(-0.2, 3, BLUE)], [ball(1.0, 1.2)]):
            wanted, found = (whole(one, surfaces).astype(int) for one in (with_opengl, renderer))
            same = (wanted[..., 3] > 127) == (found[..., 3] > 127)
            assert same.mean() > 0.99
            inside = (wanted[..., 3] == 255) & (found[..., 3] == 255)
            assert np.abs(wanted - found)[inside].mean() < 12  # of 255: it has no gloss, and flat triangles
    finally:
        with_opengl.close()


def test_nearer_meshes_hide_farther_ones_in_any_order(renderer):
    near, far = ball(0, 2, RED), ball(0, 4, BLUE)
    for surfaces in ([near, far], [far, near]):
        middle = whole(renderer, surfaces)[60, 100]
        assert middle[0] > 2 * middle[2]
        assert middle[3] == 255


def test_opacity_leaves_the_colour_multiplied(renderer):
    full, half = (whole(renderer, [ball()], opacity).astype(float) for opacity in (1.0, 0.5))
    np.testing.assert_allclose(half, full / 2, atol=0.6)


def test_a_mirrored_mesh_shows_its_outside(renderer):
    mirrored = Surface(VERTICES * np.float32([-1, 1, 1]) + np.float32([0, 0, 2]), RED, inside_out=True)
    difference = whole(renderer, [mirrored]).astype(int) - whole(renderer, [ball()])
    assert np.abs(difference).mean() < 2


def test_an_open_mesh_shows_its_inside():
    half = FACES[VERTICES[FACES][..., 2].mean(axis=1) > 0]  # the half behind, open towards the camera
    assert whole(FlatRenderer(half), [ball()])[60, 100, 3] == 255


@pytest.mark.parametrize("surfaces", [[], [ball(z=-5)], [ball(x=50)]])
def test_nothing_in_view_is_none(renderer, surfaces):
    assert renderer.render(surfaces, FOCAL, SIZE) is None


def test_an_open_mesh_around_the_camera_is_drawn_as_far_as_it_is_before_it():
    assert whole(FlatRenderer(FACES[1:]), [ball(z=0.1)])[..., 3].all()


def test_nobody_is_naked_without_opengl_either(anny):
    faces = anny.faces[0]
    mannequin = mannequin_of(faces)
    body = anny.v_template + np.float32([0, 0, 3])
    dressed, naked = FlatRenderer(faces, mannequin=mannequin), FlatRenderer(faces)
    drawn = whole(dressed, [Surface(body, RED)])
    outline = whole(naked, [Surface(mannequin.shape(body), RED)])
    np.testing.assert_array_equal(drawn[..., 3], outline[..., 3])
    inside = drawn[..., 3] == 255
    is_suit = inside & (drawn[..., 0] > 3 * drawn[..., 2].astype(int))
    assert 0.4 < is_suit.sum() / inside.sum() < 0.95  # the rest is skin and shoes, of colours of their own
