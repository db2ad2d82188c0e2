"""A body is laid onto the joints that were read in the picture, as far as they were read surely."""

from dataclasses import replace

import numpy as np
import pytest

from app.live.keypoint_fit import KeypointFit
from app.live.limb_lengths import HeldLimbs
from app.live.mesh_step import MeshStep
from app.live.smoothing import GAP_S, Pose
from app.live.sources.open import open_source
from app.options import Options
from models.body.joints import COCO17
from models.body.labelled_joints import LIMB_JOINTS, OF_COCO
from models.body.limb_skin import LIMBS
from models.camera.crop import CropBox
from models.camera.projection import project
from models.inference.onnx_model import Estimate

FOCAL, SIZE = 900.0, (1280, 720)
FAR = np.float32([0.1, -0.2, 3.0])
FPS = 30.0
SURE = np.ones(17, np.float32)
FACE = slice(0, 5)  # of COCO's joints
CROP = CropBox(np.float32([640, 360]), 500.0)


@pytest.fixture(scope="module")
def standing(anny) -> Pose:
    """A body at rest, its limb joints where people label them."""
    joints = anny.joint_sets["fastmetro14"].regress(anny.v_template)
    return HeldLimbs(anny).at_labelled_places(Pose(anny.v_template, joints, FAR))


def seen_at(pose: Pose) -> np.ndarray:
    """(12, 2) pixels of a pose's limb joints."""
    return project(pose.joints[:LIMB_JOINTS] + pose.translation, FOCAL, SIZE)


def beside(pose: Pose, right: float, down: float) -> np.ndarray:
    """(12, 2) pixels so far beside a pose's limb joints."""
    return seen_at(pose) + np.array([right, down])


def read(points, scores=SURE, face=None) -> Estimate:
    """What a network saw that read (12, 2) limb joints in the picture; its mesh does not matter.

    Without (5, 2) points of a face it read none.
    """
    keypoints = np.zeros((17, 2), np.float32)
    keypoints[list(OF_COCO)] = points
    if face is not None:
        keypoints[FACE] = face
    nothing = np.zeros((0, 3), np.float32)
    return Estimate(
        CROP, nothing, nothing, np.zeros(3), 1.0, keypoints=keypoints, parameters={"joint_scores": scores}
    )


def fitted(fit, pose, estimate, time_s=0.0, number=1) -> Pose:
    return fit.moved(number, pose, estimate, FOCAL, SIZE, time_s)


def apart(anny, seed=0) -> np.ndarray:
    """(12, 2) pixels, some centimetres of a person, another for each joint."""
    return np.random.default_rng(seed).normal(0, 8, (LIMB_JOINTS, 2))


def test_limb_joints_come_to_lie_where_they_were_read_and_depth_stays(anny, standing):
    wanted = seen_at(standing) + apart(anny) + [30, -10]
    found = fitted(KeypointFit(anny), standing, read(wanted))
    assert np.abs(seen_at(found) - wanted).max() < 0.2
    before, after = standing.joints + standing.translation, found.joints + found.translation
    np.testing.assert_allclose(after[:, 2], before[:, 2], atol=1e-5)


def test_the_skin_goes_along(anny, standing):
    wanted = seen_at(standing) + apart(anny) + [30, -10]
    found = fitted(KeypointFit(anny), standing, read(wanted))
    again = HeldLimbs(anny).at_labelled_places(found)
    ends = LIMBS[:, 1:].ravel()  # where limbs meet the trunk the skin is between the two
    off = np.linalg.norm(seen_at(again) - wanted, axis=1)
    assert off[ends].max() < 3.0
    assert np.linalg.norm(seen_at(standing) - wanted, axis=1)[ends].min() > 15
    assert np.isfinite(found.vertices).all()


def test_the_head_comes_to_lie_on_the_face_that_was_read(anny, standing):
    rows = anny.joint_sets["coco17"].rows

    def face_of(pose: Pose) -> np.ndarray:
        return project(rows.apply(pose.vertices)[FACE] + pose.translation, FOCAL, SIZE)

    wanted = face_of(standing) + np.array([14, -9])
    found = fitted(KeypointFit(anny), standing, read(seen_at(standing), face=wanted))
    assert np.abs(face_of(found) - wanted).max() < 1.0
    assert np.abs(seen_at(found) - seen_at(standing)).max() < 0.2
    np.testing.assert_allclose(found.vertices[:, 2], standing.vertices[:, 2], atol=1e-6)


def test_what_is_read_at_the_edge_of_the_picture_is_not_believed(anny, standing):
    near = replace(standing, translation=np.float32([0, 0.7, 1.2]))
    below = seen_at(near)[:, 1] > SIZE[1]
    assert below.any()
    at_edge = np.where(below[:, None], [640, SIZE[1] - 1], seen_at(near))
    found = fitted(KeypointFit(anny), near, read(at_edge))
    assert np.abs(seen_at(found) - seen_at(near)).max() < 1.0


def test_no_segment_of_a_limb_is_stretched_far(anny, standing):
    """Somebody else's wrist, read for the own one, would make an arm of metres."""
    shift = np.zeros((LIMB_JOINTS, 2))
    shift[LIMBS[1, 2]] = [400, 0]
    found = fitted(KeypointFit(anny), standing, read(seen_at(standing) + shift))
    before, after = (
        np.linalg.norm(np.diff(pose.joints[LIMBS], axis=1), axis=-1) for pose in (standing, found)
    )
    assert (after / before).max() < 1.3


def test_a_body_read_beside_its_mesh_moves_as_a_whole(anny, standing):
    found = fitted(KeypointFit(anny), standing, read(beside(standing, 45, 0)))
    # A tenth of what is nearer moves a tenth less across the picture: joints lie at several depths.
    np.testing.assert_allclose(found.vertices, standing.vertices, atol=0.02)
    assert found.translation[0] - standing.translation[0] == pytest.approx(45 * 3 / FOCAL, rel=0.05)


def test_what_was_not_read_stays_or_goes_along(anny, standing):
    scores = SURE.copy()
    scores[[COCO17.index("left_elbow"), COCO17.index("left_wrist")]] = 0.0
    shift = np.zeros((LIMB_JOINTS, 2))
    shoulder, elbow, wrist = LIMBS[1]
    shift[shoulder] = [0, 12]
    shift[[elbow, wrist]] = [300, 300]  # as reading puts them anywhere
    found = fitted(KeypointFit(anny), standing, read(seen_at(standing) + shift, scores))
    moved = (found.joints - standing.joints)[[shoulder, elbow, wrist], :2]
    np.testing.assert_allclose(moved[1:], moved[[0, 0]], atol=0.02)
    nobody = fitted(KeypointFit(anny), standing, read(seen_at(standing) + 50, np.zeros(17, np.float32)))
    assert np.abs(seen_at(nobody) - seen_at(standing)).max() < 0.1


def test_a_slip_of_reading_hardly_moves_somebody_whom_it_fits(anny, standing):
    fit = KeypointFit(anny)
    for i in range(30):
        fitted(fit, standing, read(seen_at(standing)), i / FPS)
    slip = fitted(fit, standing, read(beside(standing, 40, 0)), 1.0)
    assert 5 < np.abs(seen_at(slip) - seen_at(standing)).max() < 30
    later = [fitted(fit, standing, read(beside(standing, 40, 0)), 1 + i / FPS) for i in range(1, 10)]
    assert np.abs(seen_at(later[-1]) - seen_at(standing)).max() > 38


def test_after_a_gap_and_for_somebody_else_nothing_is_known(anny, standing):
    fit = KeypointFit(anny)
    fitted(fit, standing, read(beside(standing, 60, 0)))
    wanted = beside(standing, -20, 0)
    for found in (
        fitted(fit, standing, read(wanted), 2 * GAP_S),
        fitted(fit, standing, read(wanted), 2 * GAP_S + 0.01, number=2),
    ):
        assert np.abs(seen_at(found) - wanted).max() < 0.2
    fit.keep([])
    wanted = beside(standing, 0, 25)
    assert np.abs(seen_at(fitted(fit, standing, read(wanted), 2 * GAP_S + 0.02)) - wanted).max() < 0.2


@pytest.mark.parametrize("what", ["no joints", "no scores", "no numbers", "behind the camera"])
def test_where_nothing_can_be_said_the_pose_stays(anny, standing, what):
    estimate = read(seen_at(standing) + 30)
    if what == "no joints":
        estimate = replace(estimate, keypoints=None)
    elif what == "no scores":
        estimate = replace(estimate, parameters={})
    elif what == "no numbers":
        estimate = replace(estimate, keypoints=np.full((17, 2), np.nan, np.float32))
    else:
        standing = replace(standing, translation=np.float32([0, 0, 0.1]))
    assert fitted(KeypointFit(anny), standing, estimate) is standing


@pytest.mark.gl
def test_on_the_sample_people_lie_on_what_is_read_in_them():
    """The mesh alone misses it by several pixels."""
    source = open_source("sample", realtime=False)
    step = MeshStep(Options(source="sample"))
    reads: list[Estimate] = []
    seen = step.estimator.estimate
    step.estimator.estimate = lambda *given, **more: reads.extend(found := seen(*given, **more)) or found
    off = []
    for _ in range(12):
        (person,) = step.step(source.read()).people
        sure = reads[-1].parameters["joint_scores"][list(OF_COCO)] > 0.4
        keypoints = reads[-1].keypoints[list(OF_COCO)]
        off.append(np.linalg.norm(person.joints_2d[:LIMB_JOINTS] - keypoints, axis=1)[sure].mean())
    step.close()
    source.close()
    assert np.mean(off[1:]) < 4.0
