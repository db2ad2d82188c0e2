"""The person detector: the real MediaPipe network, and where it is asked to look."""

import numpy as np
import pytest

from app import detector
from app.detector import PersonDetector, Region, search_levels, similarity
from app.model_store import ModelError
from app.sources import open_source


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
    assert whole.landmarks.shape == (33, 2) and whole.score > 0.5
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
    (margin,) = people.detect(frame.image, search_levels(*frame.size)[1])
    assert similarity(whole.landmarks, margin.landmarks) > 0.7


def test_hands_are_not_found_where_none_are():
    hands = PersonDetector("hand")
    assert hands.detect(np.full((360, 640, 3), 40, np.uint8)) == []
    hands.close()


def test_a_missing_or_damaged_detector_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(detector, "ASSETS", tmp_path)
    with pytest.raises(ModelError, match=r"detector pose_landmarker_full\.task is missing"):
        PersonDetector("body")
    (tmp_path / "pose_landmarker_full.task").write_bytes(b"no bundle")
    with pytest.raises(ModelError, match=r"detector pose_landmarker_full\.task is damaged"):
        PersonDetector("body")


def test_loading_and_looking_leave_stderr_clean(capfd):
    quiet = PersonDetector("body")
    quiet.detect(np.full((360, 640, 3), 40, np.uint8))
    quiet.close()
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (640, 480), (512, 512), (1920, 1080)])
def test_the_search_begins_with_the_whole_and_its_squares_cover_it(size):
    width, height = size
    levels = search_levels(width, height)
    assert levels[0] == [Region(0, 0, width, height)]
    for level in levels[2:]:
        seen = np.zeros((height, width), bool)
        for r in level:
            assert r.width == r.height and 0 <= r.x <= width - r.width and 0 <= r.y <= height - r.height
            seen[r.y : r.y + r.height, r.x : r.x + r.width] = True
        assert seen.all()


def test_somebody_of_half_a_square_lies_whole_within_one():
    for level in search_levels(1280, 720)[2:]:
        side = level[0].width
        for x in range(0, 1280 - side // 2, 37):
            for y in range(0, 720 - side // 2, 37):
                assert any(
                    r.x <= x and r.y <= y and x + side // 2 <= r.x + side and y + side // 2 <= r.y + side
                    for r in level
                )


def test_similarity_is_one_for_the_same_and_none_for_the_far():
    points = np.random.default_rng(1).uniform(0, 100, (33, 2))
    assert similarity(points, points) == pytest.approx(1)
    assert similarity(points, points + 500) < 1e-3
    near, nearer = similarity(points, points + 15), similarity(points, points + 5)
    assert 0 < near < nearer < 1
    assert similarity(points * 7, points * 7 + 7 * 15) == pytest.approx(near)  # size does not matter
