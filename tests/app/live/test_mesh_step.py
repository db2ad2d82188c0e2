"""The steps of a frame: the mesh on the person, the same person again, placed in the whole picture."""

import time
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from app.live import place_step
from app.live.detector import PersonDetector
from app.live.mesh_step import MeshStep
from app.live.sources.open import open_source
from app.options import Options
from app.types import Frame
from models.body.skinning import rotation_matrices
from models.camera.projection import project
from tests.app.live.doll_frames import doll_at, empty
from tests.fakes.tiny_model import DollDetector, draw_doll

AT_BELLY = np.arange(420)[:, None] == 2  # a vertex of the doll that no landmark is made of


def frame_of(image, index=0, fps=30.0) -> Frame:
    return Frame(index, image, time.perf_counter(), index / fps)


@pytest.fixture
def detector(template):
    return DollDetector(template)


@pytest.fixture
def step(options, detector):
    made = MeshStep(options, detector=detector)
    yield made
    made.close()


def test_the_mesh_lies_on_the_person_in_the_full_frame(step, template):
    image = empty()
    pixels = draw_doll(image, template, (150, 125), 100)
    (person,) = step.step(frame_of(image)).people
    on_image = project(person.vertices + person.translation, person.focal_px, (320, 240))
    assert np.abs(on_image - pixels).max() < 6
    np.testing.assert_allclose(person.box_xyxy[:2], pixels.min(0), atol=6)
    np.testing.assert_allclose(person.box_xyxy[2:], pixels.max(0), atol=6)
    names = step.estimator.info.joint_names
    joints = project(person.joints + person.translation, person.focal_px, (320, 240))
    np.testing.assert_allclose(person.joints_2d, joints, atol=1e-2)
    left, right = (person.joints_2d[names.index(f"{side}_Wrist")] for side in ("L", "R"))
    assert left[0] > right[0]  # somebody who faces the camera has the left hand on the right of the picture


def test_the_distance_follows_from_the_field_of_view(step, template):
    image = doll_at(template, 160)
    for fov, index in ((40.0, 0), (60.0, 1), (90.0, 2)):
        step.options = replace(step.options, fov_deg=fov)
        (person,) = step.step(frame_of(image, index)).people
        assert person.focal_px == pytest.approx(160 / np.tan(np.radians(fov / 2)))
        assert person.translation[2] == pytest.approx(person.focal_px / 100, rel=0.05)  # 100 pixels a metre


def test_the_field_of_view_by_hand_wins_over_the_photos_own(step, template):
    frame = frame_of(doll_at(template, 160))
    focals = []
    for own, by_hand in ((None, None), (40.0, None), (40.0, 90.0), (None, 90.0)):
        step.options = replace(step.options, fov_deg=by_hand)
        (person,) = step.step(replace(frame, fov_deg=own)).people
        focals.append(person.focal_px)
    np.testing.assert_allclose(focals, [160 / np.tan(np.radians(fov / 2)) for fov in (60, 40, 90, 90)])


def test_a_frame_with_nobody_is_shown_plainly(step):
    image = empty()
    result = step.step(frame_of(image))
    assert result.people == ()
    assert result.detected
    np.testing.assert_array_equal(result.overlay, image)


def test_somebody_who_moves_is_followed_without_the_detector(step, detector, template):
    ids, where = [], []
    for i in range(20):
        (person,) = step.step(frame_of(doll_at(template, 100 + 5 * i), i)).people
        ids.append(person.id)
        where.append(person.joints_2d[:, 0].mean())
    assert set(ids) == {1}
    np.testing.assert_allclose(np.diff(where), 5, atol=2)
    assert detector.calls == 1


def test_somebody_who_leaves_is_gone(step, template):
    assert len(step.step(frame_of(doll_at(template, 160), 0)).people) == 1
    assert all(step.step(frame_of(empty(), i)).people == () for i in range(1, 5))


def answering(step, change):
    """Let a step's network give what ``change(estimate, number of the frame)`` makes of its answer."""
    ask, asked = step.estimator.estimate, {}

    def estimate(subjects, **kwargs):
        number = asked.setdefault(id(subjects[0].image), len(asked)) if subjects else None
        return [change(one, number) for one in ask(subjects, **kwargs)]

    step.estimator.estimate = estimate


@pytest.mark.parametrize(
    "broken",
    [
        lambda one: replace(one, vertices=np.where(AT_BELLY, np.nan, one.vertices)),
        lambda one: replace(one, joints=one.joints * np.float32(np.inf)),
        lambda one: replace(one, parameters={"smpl_betas": np.full(10, np.nan, np.float32)}),
    ],
)
def test_what_is_no_number_is_left_out_of_its_frame_and_forgotten(step, template, broken):
    step.options = replace(step.options, smoothing=0.5)
    answering(step, lambda one, number: broken(one) if number == 3 else one)
    images = [doll_at(template, 160) for _ in range(25)]
    results = [step.step(frame_of(image, i)) for i, image in enumerate(images)]
    assert [len(result.people) for result in results] == [1, 1, 1, 0] + 21 * [1]
    first, last = results[0].people[0], results[-1].people[0]
    assert first.id == last.id
    for name in ("vertices", "joints", "translation", "joints_2d", "box_xyxy"):
        np.testing.assert_allclose(getattr(last, name), getattr(first, name), rtol=0.01, atol=0.01)


def test_somebody_hidden_for_a_frame_is_as_steady_afterwards(step, template):
    step.options = replace(step.options, smoothing=1.0)

    def change(one, number):
        grown = np.float32(1.1 if number > 10 else 1.0)
        return replace(one, joints=one.joints * grown, presence=0.1 if number == 10 else 1.0)

    answering(step, change)
    images = [doll_at(template, 160) for _ in range(12)]
    people = [step.step(frame_of(image, i)).people for i, image in enumerate(images)]
    assert [len(some) for some in people] == [1] * 10 + [0, 1]
    before, after = (np.linalg.norm(people[i][0].joints) for i in (9, 11))
    assert before < after < 1.08 * before


def test_legs_that_reach_past_the_camera_stay_below_the_picture(step, template):
    def kick(points):
        return points - np.float32([0, 0, 12]) * np.maximum(points[:, 1:2] - 0.5, 0)

    def change(one, number):
        lower = one.camera + np.float32([0, 0, 0.7])  # what is bent is below the picture
        return replace(one, vertices=kick(one.vertices), joints=kick(one.joints), camera=lower)

    answering(step, change)
    (person,) = step.step(frame_of(doll_at(template, 160))).people
    names = step.estimator.info.joint_names
    ankles = [names.index("L_Ankle"), names.index("R_Ankle")]
    assert (person.joints + person.translation)[ankles, 2].max() < 0
    assert (person.joints_2d[ankles, 1] > 240).all()
    left, top, right, bottom = person.box_xyxy
    assert left < 114
    assert 80 < top < 140
    assert right > 206
    assert bottom > 240


def test_bones_are_steadied_with_the_mesh(step, template):
    step.options = replace(step.options, smoothing=1.0)

    def change(one, number):
        turn = rotation_matrices(np.float32([0, 0.2 * (number == 9), 0]))
        bones = {"smpl_rotmat": np.tile(turn, (24, 1, 1))}
        return replace(one, vertices=one.vertices @ turn.T, joints=one.joints @ turn.T, parameters=bones)

    answering(step, change)
    images = [doll_at(template, 160) for _ in range(10)]
    before, after = [step.step(frame_of(image, i)).people[0] for i, image in enumerate(images)][-2:]
    turned = after.parameters["smpl_rotmat"] @ before.parameters["smpl_rotmat"].swapaxes(1, 2)
    angles = np.arccos((np.trace(turned, axis1=1, axis2=2) - 1) / 2)
    assert (angles > 0.01).all()
    assert (angles < 0.15).all()


def test_the_stages_add_up_to_the_whole(step, template, monkeypatch):
    ticks = []
    clock = SimpleNamespace(perf_counter=lambda: ticks.append(None) or float(len(ticks)))  # a second a look
    monkeypatch.setattr("app.live.stopwatch.time", clock)
    for i in range(3):
        captured_at = float(len(ticks))
        result = step.step(Frame(i, doll_at(template, 160), captured_at, i / 30))
        assert result.times.total == len(ticks) - captured_at
        assert result.times.mesh > 0


def test_somebody_leads_until_gone(options, template):
    step = MeshStep(options, detector=DollDetector(template))
    assert step.step(frame_of(empty())).leader is None
    result = step.step(frame_of(doll_at(template, 160), 1))
    assert result.leader == result.people[0].id
    assert step.step(frame_of(empty(), 2)).leader == result.leader  # who has just left
    step.close()


def test_an_unknown_model_is_a_sentence():
    with pytest.raises(Exception, match="no model called 'nothing'"):
        MeshStep(Options(model="nothing"))


def test_the_bundled_model_follows_the_person_of_the_sample():
    detector = PersonDetector("body")
    step = MeshStep(Options(smoothing=0.0), detector=detector)
    source = open_source("sample", realtime=False)
    for _ in range(8):
        frame = source.read()
        (person,) = step.step(frame).people
    found = detector.detect(frame.image)[0].landmarks
    step.close()
    source.close()
    assert person.id == 1
    assert person.score > 0.9
    middle = (person.box_xyxy[:2] + person.box_xyxy[2:]) / 2
    height = np.ptp(found[:, 1])
    assert np.linalg.norm(middle - (found.min(0) + found.max(0)) / 2) < 0.15 * height
    assert 0.8 < (person.box_xyxy[3] - person.box_xyxy[1]) / height < 1.4


def test_the_open_body_is_dressed_and_its_joints_are_not_moved(monkeypatch):
    def first_person():
        step, source = MeshStep(Options()), open_source("sample", realtime=False)
        (person,) = step.step(source.read()).people
        step.close()
        source.close()
        return person

    dressed = first_person()
    monkeypatch.setattr(place_step, "clothing_of", lambda _: None)
    bare = first_person()
    away = 1000 * np.linalg.norm(dressed.vertices - bare.vertices, axis=1)
    assert away.max() < 12
    assert away.mean() > 1
    for same in ("joints", "joints_2d", "translation"):
        np.testing.assert_array_equal(getattr(dressed, same), getattr(bare, same))
    assert np.ptp(dressed.box_xyxy[[0, 2]]) >= np.ptp(bare.box_xyxy[[0, 2]])
