"""The figures on synthetic people, where the answer is known."""

import json
from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from models.camera.crop import CropBox
from models.errors import UserError
from models.evaluate import controlled_changes, synthetic_people
from models.evaluate.comparison import MEASURES, MediaPipe, PersonEvaluator, PersonMetrics
from models.evaluate.controlled_changes import BOXES, GOOD_CAMERA, in_boxes, in_skins
from models.evaluate.groups import interval, summary
from models.evaluate.mesh_quality import Surface
from models.evaluate.synthetic_people import main
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS
from models.synthetic.augmentation import augment_image
from models.synthetic.materials import skin_material, skin_tone
from models.synthetic.sample import Sample, SampleFacts

FACTS = SampleFacts(0.1, 0.7, 0.0, 0.5, "casual", "upright", 0.0, False)


@pytest.fixture(scope="module")
def evaluator() -> PersonEvaluator:
    return PersonEvaluator(OnnxModel(ASSETS / "anny-small.onnx"))


def standing(evaluator: PersonEvaluator) -> tuple[Sample, np.ndarray, np.ndarray]:
    """A sample of the template three metres away, with its centred vertices and their points_2d."""
    template = evaluator.model.template
    vertices = np.asarray(template.v_template, np.float32) + np.array([0, 0, 3], np.float32)
    points_2d = vertices[:, :2] / vertices[:, 2:] * 2
    marks, marks_2d = evaluator.landmarks.regress(vertices), evaluator.landmarks.regress(points_2d)
    crop = CropBox(np.zeros(2, np.float32), 1.0)
    sample = Sample(np.zeros((256, 256, 3), np.uint8), vertices, marks, marks_2d, crop, True, FACTS)
    return sample, template.centred(vertices)[0], points_2d


def test_the_truth_itself_has_no_error(evaluator):
    sample, vertices, points_2d = standing(evaluator)
    figures = evaluator.figures(sample, vertices, points_2d)
    assert (figures.pop("pck"), figures.pop("yaw_within_45")) == (1, 1)
    assert all(abs(value) < 1e-3 for value in figures.values())


def test_size_and_place_are_left_out_where_the_measures_say_so(evaluator):
    sample, vertices, points_2d = standing(evaluator)
    figures = evaluator.figures(sample, vertices * 1.1, points_2d)
    assert figures["pa_mpjpe_mm"] == pytest.approx(0, abs=1e-3)
    assert figures["mpjpe_mm"] > 20
    assert figures["pve_mm"] > 20


@pytest.mark.parametrize(("axis", "degrees"), [("x", 20), ("y", 60), ("z", -30)])
def test_a_turned_body_is_turned_by_that_angle(evaluator, axis, degrees):
    sample, vertices, points_2d = standing(evaluator)
    turned = vertices @ Rotation.from_euler(axis, degrees, degrees=True).as_matrix().T
    figures = evaluator.figures(sample, turned, points_2d)
    assert figures["trunk_rotation_deg"] == pytest.approx(abs(degrees), abs=1e-3)
    assert figures["yaw_within_45"] == (axis != "y")
    if axis == "x":
        assert abs(figures["trunk_pitch_error_deg"]) == pytest.approx(20, abs=0.1)


def test_points_beside_the_person_are_not_counted_as_right(evaluator):
    sample, vertices, points_2d = standing(evaluator)
    trunk = np.linalg.norm(sample.landmarks_2d[11:13].mean(0) - sample.landmarks_2d[23:25].mean(0))
    assert evaluator.figures(sample, vertices, points_2d + np.array([0.19 * trunk, 0]))["pck"] == 1
    assert evaluator.figures(sample, vertices, points_2d + np.array([0.21 * trunk, 0]))["pck"] == 0


def test_spikes_folds_and_crushed_hands_show(evaluator):
    template = evaluator.model.template
    surface, rest = Surface(template), np.asarray(template.v_template, float)
    sound = surface.figures(1.7 * rest)
    assert sound["worst_stretch"] == pytest.approx(1, abs=1e-3)
    assert sound["folds_per_mille"] == 0
    assert (sound["hand"], sound["head"]) == pytest.approx((1, 1), abs=1e-3)

    spiked = rest.copy()
    spiked[100] += [0.3, 0, 0]
    assert surface.figures(spiked)["worst_stretch"] > 3
    assert surface.figures(spiked)["folds_per_mille"] > 0

    flat, hand = rest.copy(), np.unique(surface.parts["left hand"][0])
    flat[hand, 2] = rest[hand, 2].mean()
    assert abs(surface.figures(flat)["hand"]) < 0.2
    assert surface.figures(flat)["head"] == pytest.approx(1, abs=1e-3)
    inside_out = rest.copy()
    inside_out[hand, 2] = 2 * rest[hand, 2].mean() - rest[hand, 2]
    assert surface.figures(inside_out)["hand"] < -0.5


def test_the_interval_holds_the_true_mean_about_as_often_as_it_says():
    rng = np.random.default_rng(3)
    held = [
        found["low"] <= 7 <= found["high"] for found in (interval(rng.normal(7, 2, 40)) for _ in range(100))
    ]
    assert 85 <= sum(held) <= 100
    assert interval([4.0, 6.0])["mean"] == 5
    assert interval([4.0, 6.0])["count"] == 2


def test_groups_of_people_are_taken_from_clear_pictures():
    figures = {name: 1.0 for name in MEASURES} | {"trunk_pitch_error_deg": 2.0}
    surface = {"stretch": 1.0}

    def person(skin: float, error: float, clear: bool) -> PersonMetrics:
        facts = replace(FACTS, skin=skin, occluded=0.0 if clear else 0.5)
        return PersonMetrics(0, facts, clear, figures | surface | {"pa_mpjpe_mm": error}, surface)

    people = [person(0.05, 40, True), person(0.05, 400, False), person(0.95, 60, True)]
    report = summary(people)
    assert {n: f["pa_mpjpe_mm"]["mean"] for n, f in report["groups"]["skin"].items()} == {
        "darkest": 40,
        "lightest": 60,
    }
    assert report["groups"]["hidden"]["over 35 %"]["pa_mpjpe_mm"]["mean"] == 400
    assert report["all"]["pa_mpjpe_mm"]["count"] == 3
    assert report["clear"]["pa_mpjpe_mm"]["mean"] == 50
    assert report["trunk_pitch_of_upright_in_clear"] == {
        "count": 2,
        "mean_deg": 2.0,
        "median_abs_deg": 2.0,
        "within_limit": 1.0,
    }
    with pytest.raises(UserError, match="shows somebody whole"):
        summary(people[1:2])


def test_boxes_are_drawn_as_the_rule_and_the_shift_say(evaluator, generator, monkeypatch):
    """The person's place in the picture tells where the box lies; the right one is centred on the hips."""
    crops = []
    monkeypatch.setattr(
        controlled_changes, "rendered_again", lambda description, scene, skin_masks: scene.crop
    )

    def predict_the_truth(image, crop, landmarks):
        crops.append(crop)
        return evaluator.model.template.v_template, crop.crop_from_image(body)

    monkeypatch.setattr(evaluator, "predict", predict_the_truth)
    description = generator.describe(3)
    crop = description.scene.crop
    points = description.vertices.copy()
    points[:, :2] = points[:, :2] @ crop.rotation().T
    body = points[:, :2] / points[:, 2:]
    errors = in_boxes(evaluator, generator.assets.skin_masks, description)
    seen = dict(zip(errors, crops, strict=True))
    marks = description.scene.crop.image_from_crop(description.landmarks_2d)
    hips = marks[[23, 24]].mean(0)
    np.testing.assert_allclose(seen["the right box"].crop_from_image(hips), 0, atol=1e-4)
    reach = np.linalg.norm(seen["the right box"].crop_from_image(marks), axis=1).max()
    assert reach == pytest.approx(1 / 1.3, abs=1e-3)
    assert seen["scaled by 1.4"].size == pytest.approx(1.4 * seen["the right box"].size)
    np.testing.assert_allclose(seen["10 % to the left"].crop_from_image(hips), [0.2, 0], atol=1e-3)
    np.testing.assert_allclose(seen["10 % down"].crop_from_image(hips), [0, -0.2], atol=1e-3)
    # A model that sees people where they are has the right box in the next frame (landmarks of the
    # projected mesh and projected landmarks differ a little).
    after = seen["scaled by 1.4, next frame"]
    assert after.size == pytest.approx(seen["the right box"].size, rel=0.05)


def test_another_skin_changes_the_skin_alone(evaluator, generator, monkeypatch):
    description = generator.describe(3)
    person = description.scene.people[0]
    materials = np.concatenate(
        [person.materials, skin_material(skin_tone(0.5), skin_tone(0.5), 1, 1, 0, 1)[None]]
    )
    scene = replace(description.scene, people=(replace(person, materials=materials),))
    drawn = []
    monkeypatch.setattr(
        controlled_changes, "rendered_again", lambda d, scene, skin_masks: drawn.append(scene)
    )
    monkeypatch.setattr(evaluator, "predict", lambda *shown: (evaluator.model.template.v_template, None))
    in_skins(evaluator, generator.assets.skin_masks, replace(description, scene=scene))
    found = np.stack([s.people[0].materials for s in drawn])
    assert (found[:, :-1] == materials[:-1]).all()
    assert (found[:, -1, 7:] == materials[-1, 7:]).all()
    assert (np.diff(found[:, -1, 1:4].sum(-1)) > 0).all()  # from dark to light


def test_a_good_camera_leaves_the_picture_as_it_is():
    ramp = np.tile(np.arange(256, dtype=np.uint8)[None, :, None], (256, 1, 3))
    assert np.abs(augment_image(ramp, GOOD_CAMERA).astype(int) - ramp).mean() < 2


def test_the_command_draws_people_and_fills_its_tables(evaluator, generator):
    report = synthetic_people.run(evaluator, generator.assets, first_seed=0, count=12, redrawn=2)
    assert report["all"]["pve_mm"]["count"] == 12
    assert len(report["people"]) == 12
    assert set(report["boxes"]) > set(BOXES)
    assert report["boxes"]["scaled by 1.4"]["count"] == 2
    assert 0 < report["boxes"]["the right box"]["mean"] < 300
    assert sum(found["mean"] for found in report["skins"].values()) == pytest.approx(0, abs=1e-6)
    assert report["good_camera"]["count"] == 2
    assert report["cpu_ms"] > 0
    synthetic_people.show(report)
    json.dumps(report)


def test_mediapipe_is_judged_on_the_people_it_finds(evaluator):
    figures = dict.fromkeys(MEASURES, 1.0) | {"trunk_pitch_error_deg": 0.0, "limb_pa_mm": 50.0}
    theirs = {"limb_pa_mm": 70.0, "trunk_rotation_deg": 9.0, "yaw_within_45": 1.0, "pck": 0.8}
    people = [
        PersonMetrics(0, FACTS, True, figures, {}, theirs),
        PersonMetrics(1, FACTS, True, figures | {"limb_pa_mm": 500.0}, {}, {}),
        PersonMetrics(2, FACTS, False, figures | {"limb_pa_mm": 90.0}, {}, theirs | {"pck": 0.4}),
        PersonMetrics(3, FACTS, False, figures | {"limb_pa_mm": 70.0}, {}, theirs),
    ]
    clear, found = (summary(people)[f"mediapipe_on_{name}"] for name in ("clear", "found"))
    assert clear["found"] == found["found"] == 0.5
    assert clear["mediapipe"]["limb_pa_mm"]["mean"] == 70
    assert clear["model"]["limb_pa_mm"]["mean"] == 50
    assert found["model"]["limb_pa_mm"]["mean"] == 60
    assert found["mediapipe"]["pck"]["count"] == 2
    blank, _, _ = standing(evaluator)
    mediapipe = MediaPipe()
    assert mediapipe.figures(blank) == {}
    mediapipe.landmarker.close()


def test_what_is_missing_is_one_sentence(tmp_path, capsys):
    arguments = ["--clothes", str(tmp_path), "--cache", str(tmp_path), "--model", "nobody"]
    assert main(arguments) == 1
    assert "no model called 'nobody'" in capsys.readouterr().err
    assert main([*arguments[:4], "--count", "0"]) == 1
    assert "--count and --redrawn must" in capsys.readouterr().err
    assert main([*arguments[:4], "--json", str(tmp_path / "nowhere" / "figures.json")]) == 1
    assert "make it first" in capsys.readouterr().err
