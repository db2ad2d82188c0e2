"""What stands about synthetic people, and what hides them or cuts their picture, lies where it should."""

import numpy as np
import pytest

from models.synthetic.augmentation import Occluder, Truncation, draw_occluders, truncate
from models.synthetic.materials import cloth_material
from models.synthetic.props import box, furniture, held_prop, lathe, mat, seat, upright
from models.synthetic.rasteriser import vertex_normals

GREY = cloth_material(np.array([120, 120, 120]))


def test_boxes_and_lathed_things_face_outwards_and_have_their_size():
    axes = upright(0.7)
    thing = box(np.array([1.0, 2.0, 3.0]), np.array([0.0, 5, 0]), axes, GREY)
    own = (thing.vertices - [0, 5, 0]) @ axes.T
    np.testing.assert_allclose(own, thing.pattern, atol=1e-5)
    np.testing.assert_allclose(np.ptp(own, axis=0), [1, 2, 3], atol=1e-5)
    normals = vertex_normals(thing.vertices, thing.faces) @ axes.T
    np.testing.assert_allclose(np.abs(normals).max(1), 1, atol=1e-5)
    assert len({tuple(n) for n in np.round(normals, 3) + 0.0}) == 6
    height = np.linspace(-1, 1, 9)
    ball = lathe(np.stack([np.sqrt(1 - height**2), height], -1), np.zeros(3), np.eye(3), GREY)
    np.testing.assert_allclose(np.linalg.norm(ball.vertices, axis=1), 1, atol=1e-5)


def sitting_body() -> np.ndarray:
    """Points of somebody who sits at the origin and looks along -z: trunk, and thighs 0.5 above the floor."""
    rng = np.random.default_rng(0)
    trunk = rng.uniform([-0.15, -1.1, -0.1], [0.15, -0.5, 0.1], (400, 3))
    thighs = rng.uniform([-0.15, -0.65, -0.5], [0.15, -0.5, 0.1], (400, 3))
    return np.concatenate([trunk, thighs]).astype(np.float32)


def test_seats_carry_the_body_and_stand_on_the_floor():
    body = sitting_body()
    for seed in range(30):
        parts = seat(body, np.array([0, -0.6, 0]), np.array([0, -0.6, -0.45]), np.random.default_rng(seed))
        assert parts[0].vertices[:, 1].min() == pytest.approx(-0.5, abs=0.03)
        assert max(p.vertices[:, 1].max() for p in parts) == pytest.approx(0, abs=1e-5)
        for part in parts[1:]:
            y, z = part.vertices[:, 1], part.vertices[:, 2]
            if y.max() < -0.4:  # above the seat: a back rest behind the trunk, or a table before it
                assert z.min() > 0.1 if np.ptp(y) > 0.2 else z.max() < -0.1


def test_a_mat_lies_on_the_floor_along_the_body():
    body = np.random.default_rng(0).uniform([-0.2, -0.2, -0.9], [0.2, 0, 0.9], (500, 3))
    thing = mat(body, np.random.default_rng(1))
    assert thing.vertices[:, 1].min() == pytest.approx(0, abs=1e-6)
    assert np.ptp(thing.vertices[:, 2]) > 1.6


def test_furniture_stays_clear_of_camera_and_person():
    camera, person = np.array([0.0, -1.4, -3.0]), np.array([0.0, -0.9, 0.0])
    count = 0
    for seed in range(80):
        for thing in furniture(camera, person, np.random.default_rng(seed)):
            count += 1
            for place in (camera, person):
                inside = (thing.vertices.min(0) < place) & (place < thing.vertices.max(0))
                assert not inside.all()
    assert count > 80


def test_things_are_held_at_the_hand():
    wrist = np.array([0.4, -1.0, 0.1])
    knuckles = np.array([[0.45, -0.93, 0.12], [0.43, -0.94, 0.06]])
    for seed in range(40):
        thing = held_prop(wrist, knuckles, np.random.default_rng(seed))
        low, high = thing.vertices.min(0), thing.vertices.max(0)
        gap = np.linalg.norm(np.maximum(0, np.maximum(low - knuckles.mean(0), knuckles.mean(0) - high)))
        assert gap < 0.08


def test_covers_hide_what_they_are_drawn_over():
    picture, showing = np.zeros((64, 64, 3), np.uint8), np.ones((64, 64), bool)
    colour = np.array([200.0, 100, 50])
    still = Occluder(
        np.array([0.5, 0.0]), np.array([0.25, 0.5]), 0.0, False, colour, np.zeros((6, 6, 3), np.float32)
    )
    draw_occluders(picture, showing, (still,))
    assert not showing[20:44, 42:54].any()
    assert showing[:, :38].all()
    assert showing[:14].all()
    np.testing.assert_array_equal(picture[32, 48], [200, 100, 50])
    assert picture[showing].max() <= 100
    assert picture[:, :38].max() == 0


@pytest.mark.parametrize(("axis", "beyond"), [(0, True), (0, False), (1, True), (1, False)])
def test_beyond_the_photos_edge_its_last_pixels_repeat(axis, beyond):
    picture = np.random.default_rng(0).integers(0, 255, (40, 40, 3), np.uint8)
    before, showing = picture.copy(), np.ones((40, 40), bool)
    truncate(picture, showing, Truncation(axis, beyond, 0.0))
    lines, old, mask = (np.moveaxis(a, 1 - axis, 0) for a in (picture, before, showing))
    gone, last = (slice(20, None), 19) if beyond else (slice(None, 20), 20)
    np.testing.assert_array_equal(lines[gone], np.broadcast_to(old[last], lines[gone].shape))
    assert not mask[gone].any()
    assert mask.sum() == 800
