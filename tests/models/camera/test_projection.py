"""Laws of crops and cameras."""

import numpy as np
import pytest

from models.camera.crop import CropBox
from models.camera.projection import (
    NEAR,
    box_in_image,
    focal_from_fov,
    place_in_image,
    pose_in_image,
    project,
    rotation_to_ray,
    weak_perspective,
)

SIZE = (1280, 720)


def person_points(rng: np.random.Generator) -> np.ndarray:
    return rng.normal(0, 0.4, (33, 3)).astype(np.float32)


@pytest.mark.parametrize("angle", [0.0, 0.4, -2.5])
def test_crop_to_image_and_back_is_identity(angle):
    rng = np.random.default_rng(0)
    box = CropBox(np.array([400.0, 250.0], np.float32), 320.0, angle)
    points = rng.uniform(-1, 1, (50, 2)).astype(np.float32)
    np.testing.assert_allclose(box.crop_from_image(box.image_from_crop(points)), points, atol=1e-5)


def test_cut_shows_what_lies_under_the_crop():
    image = np.zeros((200, 300, 3), np.uint8)
    image[98:103, 148:153] = 255  # a white dot at (150, 100)
    box = CropBox(np.array([140.0, 110.0], np.float32), 80.0, 0.3)
    crop = box.cut(image, 160)
    u, v = (box.crop_from_image(np.array([150.0, 100.0])) + 1) / 2 * 160
    brightest = np.argwhere(crop[..., 0] > 128).mean(axis=0)[::-1]
    np.testing.assert_allclose(brightest, [u, v], atol=1.0)


def test_borders_replicate_the_edge_or_are_black():
    image = np.full((40, 40, 3), 200, np.uint8)
    box = CropBox(np.array([0.0, 0.0], np.float32), 60.0)
    assert box.cut(image, 32, "replicate").min() == 200
    assert box.cut(image, 32, "zero").min() == 0
    with pytest.raises(ValueError, match="choose one of"):
        box.cut(image, 32, "mirror")


def test_turning_to_the_image_agrees_with_the_crop_map():
    box = CropBox(np.array([50.0, 60.0], np.float32), 100.0, 0.7)
    point = np.array([0.2, -0.4, 0.9], np.float32)
    turned = box.rotated_to_image(point)
    np.testing.assert_allclose(turned[:2] * 50 + box.center, box.image_from_crop(point[:2]), rtol=1e-5)
    assert turned[2] == point[2]


def test_placing_inverts_projection():
    rng = np.random.default_rng(1)
    points, translation = person_points(rng), np.array([0.7, -0.2, 3.1], np.float32)
    seen = project(points + translation, 1100.0, SIZE)
    np.testing.assert_allclose(place_in_image(points, seen, 1100.0, SIZE), translation, atol=1e-3)


def test_placing_agrees_with_weak_perspective_far_away():
    """A person far away looks the same to both cameras."""
    rng = np.random.default_rng(2)
    points, camera = person_points(rng), np.array([0.9, 0.05, -0.1], np.float32)
    box = CropBox(np.array([700.0, 300.0], np.float32), 60.0)
    seen = box.image_from_crop(weak_perspective(points, camera))
    focal = focal_from_fov(SIZE[0], 60)
    placed = points + place_in_image(points, seen, focal, SIZE)
    assert np.abs(project(placed, focal, SIZE) - seen).max() < 2.0
    assert placed[:, 2].mean() == pytest.approx(2 * focal / (camera[0] * box.size), rel=0.05)


def test_points_behind_the_camera_stay_on_their_side_of_the_picture():
    behind = np.float32([[0.4, -0.3, -0.5], [-0.4, 0.3, 0.0], [0.4, 0.3, 0.01]])
    pixels = project(behind, 1100.0, SIZE)
    assert np.isfinite(pixels).all()
    np.testing.assert_array_equal(np.sign(pixels - (np.array(SIZE) - 1) / 2), np.sign(behind[:, :2]))
    assert ((pixels < 0) | (pixels > SIZE)).all()


def test_a_box_is_that_of_what_lies_before_the_camera():
    person = np.float32([[-0.2, -0.1, 1.0], [0.3, 0.2, 1.0]])
    limb = np.float32([[0.2, 0.1, 1e-4], [0.2, 0.1, -0.3]])
    box = box_in_image(np.concatenate([person, limb]), 1100.0, SIZE)
    np.testing.assert_allclose(box, [639.5 - 220, 359.5 - 110, 639.5 + 330, 359.5 + 220], atol=1e-3)
    assert np.isfinite(box_in_image(limb, 1100.0, SIZE)).all()


def test_a_pose_is_found_again_from_where_its_points_are_seen():
    rng = np.random.default_rng(5)
    points = person_points(rng)
    turn = rotation_to_ray(np.array([1100.0, 500.0]), 1100.0, SIZE)
    placed = points @ turn.T + [0.8, 0.3, 2.2]
    seen = project(placed, 1100.0, SIZE)
    rotation, translation = pose_in_image(points, seen, seen.mean(0), 1100.0, SIZE)
    np.testing.assert_allclose(points @ rotation.T + translation, placed, atol=1e-3)
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-5)


def test_half_believed_a_pose_is_rotated_half_as_far_and_stays_where_it_is_seen():
    points = person_points(np.random.default_rng(5))
    seen = project(points + np.array([0.6, 0.2, 2.5]), 1100.0, SIZE)
    none, half, whole = (
        pose_in_image(points, seen, seen.mean(0), 1100.0, SIZE, belief) for belief in (0.0, 0.5, 1.0)
    )
    np.testing.assert_allclose(none[0], rotation_to_ray(seen.mean(0), 1100.0, SIZE), atol=1e-5)
    first, second = half[0] @ none[0].T, whole[0] @ half[0].T
    np.testing.assert_allclose(first, second, atol=1e-3)
    found = project(points @ half[0].T + half[1], 1100.0, SIZE)
    inside = np.all((seen >= 0) & (seen <= np.array(SIZE) - 1), axis=1)
    assert np.linalg.norm(found[inside].mean(0) - seen[inside].mean(0)) < 4


def test_what_the_picture_does_not_show_does_not_move_what_it_shows():
    points = person_points(np.random.default_rng(6))
    placed = points + np.array([0.1, 0.9, 1.5])
    seen = project(placed, 1100.0, SIZE)
    outside = seen[:, 1] > SIZE[1] - 1
    assert 5 < outside.sum() < 28
    invented = seen + np.where(outside[:, None], [150.0, 80.0], 0.0)
    rotation, translation = pose_in_image(points, invented, np.array([700.0, 700.0]), 1100.0, SIZE)
    found = project(points @ rotation.T + translation, 1100.0, SIZE)
    np.testing.assert_allclose(found[~outside], seen[~outside], atol=0.5)


def test_somebody_wholly_outside_the_picture_still_has_a_finite_place():
    points = person_points(np.random.default_rng(7))
    far_off = np.full((33, 2), -3000.0) + points[:, :2] * 200
    rotation, translation = pose_in_image(points, far_off, np.array([-3000.0, -3000.0]), 1100.0, SIZE)
    assert np.isfinite(rotation).all()
    assert np.isfinite(translation).all()
    assert (points @ rotation.T + translation)[:, 2].min() > 0


def test_a_turned_person_looks_the_same_at_the_edge_as_straight_ahead():
    """Far away, somebody turned to the ray shows off centre what a camera looking straight at them sees."""
    points, focal = person_points(np.random.default_rng(4)), focal_from_fov(SIZE[0], 60)
    ahead = np.array([0, 0, 60.0])
    straight = project(points + ahead, focal, SIZE) - (np.array(SIZE) - 1) / 2
    for place in ([1200.0, 600.0], [639.5, 359.5], [80.0, 20.0]):
        turn = rotation_to_ray(np.array(place), focal, SIZE)
        np.testing.assert_allclose(turn @ turn.T, np.eye(3), atol=1e-6)
        np.testing.assert_allclose(project(turn @ ahead, focal, SIZE), place, atol=1e-3)
        seen = project(points @ turn.T + turn @ ahead, focal, SIZE) - place
        # The picture plane is slanted against the ray there, which stretches; the shape agrees.
        stretch = np.linalg.lstsq(straight, seen, rcond=None)[0]
        np.testing.assert_allclose(straight @ stretch, seen, atol=0.15)
        assert np.abs(stretch - stretch.T).max() < 1e-2


def test_nobody_is_placed_behind_the_camera():
    points = person_points(np.random.default_rng(3))
    nonsense = np.full((33, 2), 1e4)
    translation = place_in_image(points, nonsense, 1100.0, SIZE)
    assert (points[:, 2] + translation[2]).min() >= 0.1 - 1e-6


def test_the_root_is_in_front_of_the_camera_even_where_the_rest_leads_behind_it():
    """A face near the camera, the body below it reaching past the camera and out of the picture."""
    rng = np.random.default_rng(8)
    face = rng.normal(0, 0.08, (40, 3)) + np.array([0, -0.4, 0.4])
    points = np.concatenate([face, rng.normal(0, 0.05, (40, 3))])
    placed = points.astype(np.float32) + np.float32([0.05, 0.35, -0.03])
    seen = project(placed, 1100.0, SIZE)
    seen[40:] = [600.0, 3000.0]  # as a network that knows no such camera says
    rotation, translation = pose_in_image(points, seen, np.array([600.0, 900.0]), 1100.0, SIZE)
    found = points @ rotation.T + translation
    assert translation[2] > NEAR
    middle = project(found[:40], 1100.0, SIZE).mean(0)
    np.testing.assert_allclose(middle, seen[:40].mean(0), atol=100)


def test_field_of_view():
    assert focal_from_fov(1000, 90) == pytest.approx(500)
    for wrong in (0, 180, -5, float("nan")):
        with pytest.raises(ValueError, match="field of view"):
            focal_from_fov(1000, wrong)
