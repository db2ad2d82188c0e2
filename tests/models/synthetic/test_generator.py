"""Synthetic people: what is drawn is where the geometry says, light adds up, and seeds repeat."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from models.camera.crop import CropBox
from models.sample_clip.path_tracer import look, trace_backdrop, window_samples
from models.sample_clip.room import studio_room
from models.synthetic.__main__ import main
from models.synthetic.augmentation import SIZE, augment_image, random_camera_augmentation
from models.synthetic.character import coarse_mesh
from models.synthetic.contact_sheet import contact_sheet
from models.synthetic.generator import SampleGenerator
from models.synthetic.lighting import EnvironmentMap, median_cut
from models.synthetic.materials import cloth_material
from models.synthetic.props import box
from models.synthetic.rasteriser import new_buffers, rasterise, vertex_normals
from models.synthetic.render_cpu import FINE, crop_corners, crop_pixels, render, view_rays
from models.synthetic.sample import project_to_crop
from models.synthetic.sampling import POSTURES, posture_of
from models.synthetic.shading import cast_shadows, shade, shadow_on_surface
from tests.fakes.shapes import sphere

GREY = cloth_material(np.array([120, 120, 120]))


def test_triangle_covers_the_pixels_whose_middles_lie_in_it():
    inverse_depth, face = new_buffers(8, 8)
    xy = np.array([[0, 0], [6, 0], [0, 6]], np.float32)
    rasterise(xy, np.ones(3, np.float32), np.array([[0, 1, 2]], np.int32), inverse_depth, face, 5)
    y, x = np.mgrid[:8, :8]
    np.testing.assert_array_equal(face == 5, x + y <= 6)
    np.testing.assert_array_equal(face == -1, x + y > 6)


def test_the_nearest_face_wins_whatever_the_order_and_unseen_ones_are_skipped():
    xy = np.tile(np.array([[-9, -9], [30, -9], [-9, 30]], np.float32), (3, 1))
    inverse_depth = np.repeat(np.array([0.2, 0.5, -np.inf], np.float32), 3)
    faces = np.arange(9, dtype=np.int32).reshape(3, 3)
    for order in ([0, 1, 2], [2, 1, 0]):
        buffer, face = new_buffers(4, 4)
        rasterise(xy, inverse_depth, faces[order], buffer, face, 0)
        assert (face == order.index(1)).all()
        np.testing.assert_allclose(buffer, 0.5, rtol=1e-6)


def test_sphere_is_drawn_where_it_projects_with_its_depth():
    radius, distance, focal, size = 0.5, 3.0, 200.0, 101
    points, faces = sphere(radius)
    z = points[:, 2] + distance
    inverse_depth = (1 / z).astype(np.float32)
    xy = np.ascontiguousarray(points[:, :2] * focal * inverse_depth[:, None] + 50, np.float32)
    buffer, face = new_buffers(size, size)
    rasterise(xy, inverse_depth, faces, buffer, face, 0)
    outline = focal * radius / np.sqrt(distance**2 - radius**2)
    y, x = np.mgrid[:size, :size] - 50
    from_middle = np.hypot(x, y)
    assert (face[from_middle < outline - 0.7] >= 0).all()
    assert (face[from_middle > outline + 0.1] < 0).all()
    assert 1 / buffer[50, 50] == pytest.approx(distance - radius, abs=2e-3)


def test_normals_of_a_sphere_point_outwards():
    points, faces = sphere(2.0)
    inner = np.unique(faces)[100:-100]
    np.testing.assert_allclose(vertex_normals(points, faces)[inner], points[inner] / 2, atol=0.02)


def test_a_plate_shades_the_ground_below_it_and_nothing_else():
    plate = np.array([[-0.5, -1, -0.5], [0.5, -1, -0.5], [0.5, -1, 0.5], [-0.5, -1, 0.5]], np.float32)
    faces = np.array([[0, 1, 2], [0, 2, 3]], np.int32)
    above = np.array([[0, -1, 0]], np.float32)
    maps = cast_shadows(plate, faces, above, 64)
    ground = np.array([[0, 0, 0], [0.3, 0, 0.3], [0.8, 0, 0], [0, -2, 0]], np.float32)
    up = np.tile(above, (4, 1))
    fraction = shadow_on_surface(
        ground, up, above, np.ones(1, np.float32), maps.inverse_depth, maps.matrix, 0.01
    )
    np.testing.assert_allclose(fraction, [0, 0, 1, 1])


def test_a_coarser_mesh_casts_nearly_the_same_shadow():
    points, faces = sphere(0.5, 96)
    rows, coarse = coarse_mesh(points, np.zeros(len(points), int), faces, cell=0.04)
    assert len(coarse) < 0.5 * len(faces)
    assert len(rows) < 0.5 * len(points)
    above = np.array([[0, -1, 0]], np.float32)
    fine_map = cast_shadows(points, faces, above, 64).inverse_depth[0]
    coarse_map = cast_shadows(points[rows], coarse, above, 64).inverse_depth[0]
    both = np.isfinite(fine_map) & np.isfinite(coarse_map)
    assert (np.isfinite(fine_map) ^ np.isfinite(coarse_map)).sum() < 0.1 * both.sum()
    assert np.abs(fine_map[both] - coarse_map[both]).mean() < 0.02


def test_cloth_facing_a_lamp_reflects_its_colour():
    points, faces = sphere(0.5)
    points[:, 2] += 3
    inverse_depth = (1 / points[:, 2]).astype(np.float32)
    xy = np.ascontiguousarray(points[:, :2] * 100 * inverse_depth[:, None] + 20, np.float32)
    buffer, face = new_buffers(41, 41)
    rasterise(xy, inverse_depth, faces, buffer, face, 0)
    directions = np.array([[0, 0, -1]], np.float32)
    maps = cast_shadows(points, faces, directions, 64)
    material = cloth_material(np.array([255, 128, 0]), folds=0.0, sheen=0.0)
    image = np.full((41, 41, 3), 7, np.float32)
    uv, normals = np.zeros((len(faces), 3, 2), np.float32), vertex_normals(points, faces)
    shade(
        face, xy, inverse_depth, faces, uv, points, normals, points, np.zeros(len(faces), np.int32),
        material[None], np.zeros((4, 4, 5), np.uint8), np.zeros(3, np.float32),
        directions, np.ones((1, 3), np.float32), np.zeros((9, 3), np.float32),
        maps.inverse_depth, maps.matrix, 0.02, image,
    )  # fmt: skip
    np.testing.assert_allclose(image[20, 20], material[1:4], atol=0.12)
    assert (image[0, 0] == 7).all()


def test_lights_of_an_even_sky_light_every_side_alike():
    even = EnvironmentMap(np.full((64, 128, 3), 0.8, np.float32))
    normals = np.random.default_rng(0).normal(size=(200, 3))
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    direct = np.maximum(normals @ even.directions.T, 0) @ even.irradiance
    irradiance = direct + even.ambient_at(normals)
    assert irradiance.mean() == pytest.approx(0.8, rel=0.1)
    assert irradiance.std() < 0.2


def test_the_panorama_is_seen_where_it_shines():
    image = np.zeros((64, 128, 3), np.float32)
    image[28:36, 28:36] = 5  # to the right (+x), level
    lamp = EnvironmentMap(image)
    rays = np.array([[[1, 0, 0], [-1, 0, 0], [0, -1, 0]]], float)
    seen = lamp.radiance_along(rays)[0, :, 0]
    assert seen[0] == pytest.approx(5, abs=0.1)
    assert seen[1] == 0
    assert seen[2] == 0
    assert (lamp.directions[:, 0] > 0.9).all()


def test_median_cut_covers_a_picture_once():
    energy = np.random.default_rng(1).random((16, 32))
    covered = np.zeros_like(energy)
    parts = median_cut(energy, 9)
    for part in parts:
        covered[part] += 1
    assert len(parts) == 9
    assert (covered == 1).all()


def test_a_room_is_bright_near_its_windows_and_shows_its_floor():
    room = studio_room()
    camera = look(np.array([0.1, -1.3, -3.8]), 0.07, 0.0, 48.0, 64, 36)
    backdrop = trace_backdrop(room, camera, samples=4)
    assert np.isfinite(backdrop.direct).all()
    assert (backdrop.direct + backdrop.rest).mean() > 0.02
    np.testing.assert_allclose(backdrop.points[-1, :, 1], 0, atol=0.03)
    near, far = (window_samples(room, np.array([x, -1, -1.0]), (2, 2))[1].sum() for x in (-2, 2))
    assert near > 2 * far


def test_a_seed_makes_the_same_sample_again_and_another_seed_another(generator):
    again = SampleGenerator(generator.assets, characters=3)
    first, same, other = generator.sample(11), again.sample(11), generator.sample(12)
    for name in ("image", "vertices", "landmarks", "landmarks_2d"):
        np.testing.assert_array_equal(getattr(first, name), getattr(same, name))
    assert (first.image != other.image).any()


def test_truth_is_in_front_of_the_camera_and_inside_its_crop(generator):
    for seed in range(6):
        sample = generator.sample(seed)
        assert sample.image.shape == (SIZE, SIZE, 3)
        assert sample.image.dtype == np.uint8
        assert (sample.vertices[:, 2] > 0.3).all()
        assert (np.abs(sample.landmarks_2d) < 1.4).all()
        marks = generator.assets.template.joint_sets["mediapipe33"].regress(sample.vertices)
        np.testing.assert_allclose(marks, sample.landmarks, atol=1e-4)
        np.testing.assert_allclose(project_to_crop(marks, sample.crop), sample.landmarks_2d, atol=1e-5)


def test_facts_say_what_hides_the_person(generator):
    facts = [(s.facts, s.clear) for s in map(generator.sample, range(24))]
    assert all(f.posture in POSTURES and f.clothing == "tights" for f, _ in facts)
    assert all(f.occluded == 0 and not f.truncated for f, clear in facts if clear)
    assert any(f.occluded > 0.05 for f, _ in facts)
    assert any(f.truncated for f, _ in facts)
    assert all(0 <= f.occluded <= 1 for f, _ in facts)


def test_postures_are_told_from_landmarks(generator):
    template = generator.assets.template
    rest = template.joint_sets["mediapipe33"].regress(template.v_template)
    assert posture_of(rest) == "upright"
    assert posture_of(rest @ np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]])) == "lying"
    sitting = rest.copy()
    sitting[[25, 26], 1:] = sitting[[23, 24], 1:] + [0, -0.42]
    sitting[27:33, 1:] = sitting[[25, 26, 25, 26, 25, 26], 1:] + [0.42, 0]
    assert posture_of(sitting) == "sitting"


def test_true_points_lie_on_the_drawn_person(generator, monkeypatch):
    """Without the webcam's faults, cloth is found at the points of the mesh and not beside them."""
    monkeypatch.setattr("models.synthetic.generator.augment_image", lambda image, camera: image)
    monkeypatch.setattr("models.synthetic.generator.random_occluders", lambda person, rng: ())
    monkeypatch.setattr("models.synthetic.generator.random_truncation", lambda person, rng: None)
    monkeypatch.setattr("models.synthetic.generator.random_props", lambda *facts: ())
    black = EnvironmentMap(np.zeros((16, 32, 3), np.float32))
    lit = replace_lights(black)
    dark_room = SampleGenerator(replace(generator.assets, environment_maps=(lit,)), characters=3)
    monkeypatch.setattr("models.synthetic.generator.random_room", lambda rng: lit)
    hits = []
    for seed in range(8):
        sample = dark_room.sample(seed)
        size = len(sample.image)
        points_2d = project_to_crop(sample.vertices, sample.crop)
        pixels = np.round((points_2d + 1) * size / 2).astype(int)
        inside = ((pixels > 1) & (pixels < size - 2)).all(1)
        drawn = cv2.dilate((sample.image.max(-1) > 12).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        hits.append(drawn[pixels[inside, 1], pixels[inside, 0]].mean())
        beside = np.ones((size, size), bool)
        for x, y in pixels[inside]:
            beside[max(y - 14, 0) : y + 15, max(x - 14, 0) : x + 15] = False
        if sample.clear:
            assert drawn[beside].mean() < 0.01
    assert np.mean(hits) > 0.97


def test_a_drawing_lies_as_a_crop_of_a_photo_does():
    """Crop pixel u shows crop coordinate 2 u / SIZE - 1, of people and of what is behind them."""
    crop = CropBox(np.array([0.1, -0.2], np.float32), 0.7, 0.3)
    pixel = np.array([60, 200])
    place = 2 * pixel / SIZE - 1
    point = crop.image_from_crop(place.astype(np.float32))
    to_pixels = crop_pixels(crop, FINE)
    fine = to_pixels[:, :2] @ point + to_pixels[:, 2]
    np.testing.assert_allclose((fine + 0.5) * SIZE / FINE - 0.5, pixel, atol=1e-2)
    rays = view_rays(crop_corners(crop), np.eye(3, dtype=np.float32), SIZE)
    x, y, z = rays[pixel[1], pixel[0]]
    np.testing.assert_allclose((x / z, y / z), point, atol=1e-5)


def replace_lights(environment_map: EnvironmentMap) -> EnvironmentMap:
    """A black surrounding that nevertheless lights people from everywhere."""
    even = EnvironmentMap(np.ones((16, 32, 3), np.float32))
    environment_map.__dict__["_lights"] = (even.directions, even.irradiance, even.ambient)
    return environment_map


def test_degraded_images_keep_their_size_and_stay_recognisable():
    rng = np.random.default_rng(0)
    y, x = np.mgrid[:320, :320]
    checks = ((x // 40 + y // 40) % 2) * 160 + 40
    clean_image = np.repeat(checks[..., None], 3, -1).astype(np.uint8)
    clean = cv2.resize(clean_image, (SIZE, SIZE), interpolation=cv2.INTER_AREA).mean(-1).ravel()
    for _ in range(10):
        image = augment_image(clean_image, random_camera_augmentation(rng))
        assert image.shape == (SIZE, SIZE, 3)
        assert image.dtype == np.uint8
        assert np.corrcoef(clean, image.mean(-1).ravel())[0, 1] > 0.7


def test_what_stands_before_somebody_hides_them_and_what_stands_behind_does_not(generator):
    description = next(d for d in map(generator.describe, range(40)) if len(d.scene.people) == 1)
    scene = replace(description.scene, props=())
    image, alone, visible = render(scene, generator.assets.skin_masks)
    assert alone.sum() > 500
    assert (alone == visible).all()
    for away, hides in ((0.6, True), (40.0, False)):
        middle = scene.position + away * scene.axes[2]
        wall = box(np.array([away, away, 0.01]) * 8, middle, scene.axes, GREY)
        walled, as_before, seen = render(replace(scene, props=(wall,)), generator.assets.skin_masks)
        assert (as_before == alone).all()
        assert (walled != image).any()
        assert seen.sum() == (0 if hides else alone.sum())


def test_the_sheet_shows_each_sample_twice(generator):
    image = contact_sheet(generator, range(3), columns=2)
    assert image.shape == (2 * SIZE, 4 * SIZE, 3)
    np.testing.assert_array_equal(image[:SIZE, :SIZE], generator.sample(0).image)


def test_a_missing_folder_is_one_sentence(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("models.synthetic.assets.load_base", lambda cache: None)
    arguments = ["sheet", "-o", str(tmp_path / "a.png"), "--clothes", str(tmp_path), "--cache", str(tmp_path)]
    assert main(arguments) == 1
    assert "MakeHuman" in capsys.readouterr().err


def test_the_clip_command_hands_its_options_on(tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr("models.sample_clip.clip.render_clip", lambda *options: given.extend(options))
    folder = str(tmp_path)
    assert main(["clip", "-o", "a.mp4", "--clothes", folder, "--poses", "p.npz", "--cache", folder]) == 0
    assert given == [Path("a.mp4"), tmp_path, Path("p.npz"), tmp_path, 32, 3]
