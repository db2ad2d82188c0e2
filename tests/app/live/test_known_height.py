"""A person whose height is known has the right size at the right distance."""

from dataclasses import replace

import numpy as np
import pytest

from app.live.known_height import KnownHeight
from app.live.mesh_step import MeshStep
from models.body.stature import Stature
from models.camera.projection import project
from tests.app.live.doll_frames import GREY, doll_at
from tests.app.live.test_mesh_step import frame_of
from tests.fakes.tiny_model import DollDetector, draw_doll


@pytest.fixture
def step(options, template):
    made = MeshStep(options, detector=DollDetector(template))
    yield made
    made.close()


def test_size_and_distance_follow_and_the_picture_stays(step, template):
    frame = frame_of(doll_at(template, 160))
    (guessed,) = step.step(frame).people
    step.options = replace(step.options, height_cm=150.0)
    (known,) = step.step(replace(frame, index=1)).people
    assert Stature(template).of(known.vertices) == pytest.approx(1.5, rel=1e-3)
    factor = 1.5 / Stature(template).of(guessed.vertices)
    assert not 0.98 < factor < 1.02
    assert known.translation[2] == pytest.approx(factor * guessed.translation[2], rel=0.02)
    np.testing.assert_allclose(known.joints, factor * guessed.joints, atol=0.02)
    np.testing.assert_allclose(known.raw_joints, factor * guessed.raw_joints, atol=0.02)
    np.testing.assert_allclose(known.feet, factor * guessed.feet, atol=0.02)
    on_image = project(known.joints + known.translation, known.focal_px, frame.size)
    np.testing.assert_allclose(on_image, known.joints_2d, atol=1e-2)
    step.options = replace(step.options, height_cm=None)
    (again,) = step.step(replace(frame, index=2)).people
    assert again.translation[2] == pytest.approx(guessed.translation[2], rel=0.02)


def test_the_size_is_steady_where_the_network_is_not_and_is_not_inherited(step, template):
    (person,) = step.step(frame_of(doll_at(template, 160))).people
    known = KnownHeight(template)
    rng = np.random.default_rng(0)
    factors = []
    for guess in rng.normal(1, 0.05, 200):
        made = known.resized(person, 170, person.vertices * np.float32(guess))
        factors.append(made.translation[2] / person.translation[2])
    assert np.ptp(factors[30:]) < 0.03 * factors[-1]
    another = replace(person, id=person.id + 1, vertices=2 * person.vertices)
    assert Stature(template).of(known.resized(another, 170, another.vertices).vertices) == pytest.approx(
        1.7, rel=1e-4
    )


def test_a_published_models_own_shape_is_resized_too(step, anny):
    (person,) = step.step(frame_of(doll_at(step.estimator.template, 160))).people
    mesh = anny.v_template
    smpl = {"smpl_betas": np.zeros(len(anny.skeleton.shape_dirs), np.float32), "smpl_vertices": mesh}
    made = KnownHeight(anny).resized(replace(person, vertices=mesh, parameters=smpl), 180, mesh)
    factor = 1.8 / np.ptp(mesh[:, 1])
    np.testing.assert_allclose(made.parameters["smpl_vertices"], factor * mesh, rtol=1e-4)
    shaped = mesh + np.tensordot(made.parameters["smpl_betas"], anny.skeleton.shape_dirs, 1)
    assert np.ptp(shaped[:, 1]) == pytest.approx(1.8, rel=0.02)


class EitherHalf(DollDetector):
    """Finds a doll in each half of the image."""

    def detect(self, image, regions=None):
        left, right = image.copy(), image.copy()
        left[:, 160:], right[:, :160] = GREY, GREY
        return [*super().detect(left), *super().detect(right)]


def test_of_several_it_is_the_one_who_leads(options, template):
    alone = doll_at(template, 70, scale=40.0)
    both = alone.copy()
    draw_doll(both, template, (250, 120), 40.0)
    step = MeshStep(replace(options, people=2, height_cm=150.0), detector=EitherHalf(template))
    try:
        step.step(frame_of(alone, 0))
        results = [step.step(frame_of(both, index)) for index in range(1, 90)]
    finally:
        step.close()
    leader, newcomer = results[-1].people
    assert leader.box_xyxy[0] < newcomer.box_xyxy[0]
    assert Stature(template).of(leader.vertices) == pytest.approx(1.5, rel=0.02)
    assert not 1.4 < Stature(template).of(newcomer.vertices) < 1.6
