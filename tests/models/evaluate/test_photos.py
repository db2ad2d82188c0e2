"""The figures of the real-photo evaluation, on people whose answers are known."""

import cv2
import numpy as np
import pytest

from models.camera.crop import LANDMARK_RULE, crop_from_landmarks
from models.evaluate.photos import (
    ASSETS,
    Agreement,
    Reference,
    compare,
    evaluate,
    find_people,
    frames,
    is_standing,
    main,
    side_view,
    summary,
)
from models.inference.onnx_model import OnnxModel
from tests.fakes.tiny_model import draw_doll, make_model


def standing_person() -> np.ndarray:
    """(33, 3) metres in camera axes: facing the camera, arms down."""
    points = np.zeros((33, 3))
    left = {7: (0.07, -0.65), 11: (0.18, -0.5), 13: (0.25, -0.25), 15: (0.28, 0.0), 19: (0.28, 0.1)}
    left |= {23: (0.1, 0.0), 25: (0.1, 0.4), 27: (0.1, 0.8), 29: (0.1, 0.85), 31: (0.1, 0.85)}
    points[0] = (0, -0.65, -0.1)
    for index, (x, y) in left.items():
        points[index] = (x, y, 0)
        points[index + 1] = (-x, y, 0)
    points[31:33, 2] = -0.15
    return points


def turned(points: np.ndarray, degrees: float, axis: int) -> np.ndarray:
    vector = np.zeros(3)
    vector[axis] = np.radians(degrees)
    return points @ cv2.Rodrigues(vector)[0].T


def test_equal_people_agree_fully():
    person = standing_person()
    pixels = person[:, :2] * 200 + 300
    result = compare(pixels, person * 1.3 + [0, 0, 2], pixels, person)
    assert (result.pck, result.standing) == (1.0, True)
    assert result.pa_mm == pytest.approx(0, abs=1e-6)
    assert result.yaw_error_deg == pytest.approx(0, abs=1e-6)
    assert result.trunk_pitch_deg == pytest.approx(0, abs=1e-6)


def test_pck_counts_limb_joints_within_a_fifth_of_the_torso():
    person = standing_person()
    pixels = person[:, :2] * 200 + 300  # a torso of 100 pixels
    off = pixels.copy()
    off[15, 0] += 21
    off[16, 0] += 19
    off[0] += 500  # the nose is not counted
    assert compare(off, person, pixels, person).pck == pytest.approx(11 / 12)


@pytest.mark.parametrize("degrees", [30, -120, 180])
def test_facing_is_the_turn_about_the_vertical(degrees):
    person = standing_person()
    result = compare(person[:, :2], turned(person, degrees, 1), person[:, :2], person)
    assert result.yaw_error_deg == pytest.approx(abs(degrees), abs=1e-4)


def test_lean_towards_the_camera_is_positive():
    person = standing_person()
    leaning = turned(person, 12, 0)
    assert leaning[0, 2] < person[0, 2]  # the head comes nearer
    assert compare(person[:, :2], leaning, person[:, :2], person).trunk_pitch_deg == pytest.approx(
        12, abs=1e-4
    )


def test_bent_knees_are_not_standing():
    person = standing_person()
    assert is_standing(person)
    person[27, 2] += 0.4
    assert not is_standing(person)


def test_the_crop_turns_the_spine_up_and_holds_every_landmark():
    person = turned(standing_person(), 50, 2)[:, :2].astype(np.float32) * 100 + 200
    box = crop_from_landmarks(LANDMARK_RULE, person)
    inside = box.crop_from_image(person)
    np.testing.assert_allclose(inside[[23, 24]].mean(0), 0, atol=1e-5)
    spine = inside[[11, 12]].mean(0)
    assert abs(spine[0]) < 1e-5
    assert spine[1] < 0
    assert np.linalg.norm(inside, axis=1).max() == pytest.approx(1 / 1.3, abs=1e-5)


def test_the_side_view_keeps_height_and_shows_depth():
    point = np.array([[0.3, 0.5, -0.2]])  # near the camera
    np.testing.assert_allclose(side_view(point), [[0.2, 0.5, 0.3]])


def test_the_summary_judges_lean_by_standing_people_alone():
    people = [
        Agreement("a", 1.0, 20, 10, -6, 3, True),
        Agreement("b", 0.5, 60, 90, 50, 0, False),
        Agreement("c", 0.75, 40, 20, 2, -9, True),
    ]
    figures = summary(people)
    assert figures["pck"] == pytest.approx(0.75)
    assert figures["pa_mm_median"] == 40
    assert figures["yaw_within_45"] == pytest.approx(2 / 3)
    assert (
        figures["standing"],
        figures["standing_trunk_pitch_max"],
        figures["reference_trunk_pitch_max"],
    ) == (2, 6, 9)


def test_photos_and_evenly_spaced_frames_are_read(tmp_path):
    cv2.imwrite(str(tmp_path / "a.png"), np.full((20, 30, 3), (0, 0, 255), np.uint8))
    writer = cv2.VideoWriter(str(tmp_path / "b.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 10, (32, 32))
    for level in range(0, 200, 20):
        writer.write(np.full((32, 32, 3), level, np.uint8))
    writer.release()
    (name, photo), *clip = frames(tmp_path, 3)
    assert (name, photo[0, 0].tolist()) == ("a.png", [255, 0, 0])
    assert len(clip) == 3
    levels = [image.mean() for _, image in clip]
    assert levels == sorted(levels)
    assert levels[0] < 70 < levels[2]


def test_an_empty_folder_is_one_sentence(tmp_path, capsys):
    model = make_model(tmp_path)
    (tmp_path / "photos").mkdir()
    assert main(["--images", str(tmp_path / "photos"), "--model", str(model)]) == 1
    assert "holds no photos" in capsys.readouterr().err
    for file, message in ((tmp_path / "none.onnx", "no model file"), (tmp_path / "bad.onnx", "bad.onnx")):
        (tmp_path / "bad.onnx").write_bytes(b"no network")
        assert main(["--images", str(tmp_path / "photos"), "--model", str(file)]) == 1
        assert message in capsys.readouterr().err
    nowhere = str(tmp_path / "nowhere" / "figures.json")
    assert main(["--images", str(tmp_path / "photos"), "--model", str(model), "--json", nowhere]) == 1
    assert "make it first" in capsys.readouterr().err


def test_a_model_that_sees_the_doll_agrees_with_its_landmarks(tmp_path):
    """The tiny model finds the red doll, so its mesh must lie on the doll, in figures and on the sheet."""
    model = OnnxModel(make_model(tmp_path))
    image = np.full((300, 400, 3), 90, np.uint8)
    pixels = draw_doll(image, model.template, (180, 150), 120)
    joints = model.template.joint_sets["mediapipe33"]
    flat = np.column_stack([pixels, np.zeros(len(pixels))]).astype(np.float32)
    world = joints.regress(model.template.centred(model.template.v_template)[0])
    reference = Reference("doll", image, joints.regress(flat)[:, :2], world)
    sheet = tmp_path / "sheet.png"
    (agreement,) = evaluate(model, [reference], sheet, size=80)
    assert agreement.pck == 1.0
    assert agreement.pa_mm < 5
    assert agreement.yaw_error_deg < 2
    page = cv2.imread(str(sheet))
    assert page.shape == (80, 2 * 4 * 80, 3)
    photo, overlay, side, front = np.split(page[:, :320], 4, axis=1)
    assert (photo != overlay).any()
    blue = [(view[..., 0].astype(int) - view[..., 2] > 20).sum() for view in (side, front)]
    assert 0 < blue[0] < blue[1]  # the doll is narrower from the side


def test_the_bundled_model_follows_the_sample_clip(tmp_path):
    (tmp_path / "sample.mp4").symlink_to(ASSETS / "sample.mp4")
    people = list(find_people(frames(tmp_path, 3), 1, ASSETS / "pose_landmarker_full.task"))
    assert len(people) == 3
    agreements = evaluate(OnnxModel(ASSETS / "anny-small.onnx"), people, None, size=80)
    assert min(a.pck for a in agreements) > 0.9
    assert max(a.pa_mm for a in agreements) < 70  # the two differ in depth
    assert max(a.yaw_error_deg for a in agreements) < 30
