"""The lifter and the combined readings: what must hold whatever they have learned."""

import numpy as np
import pytest
import torch

from models.body.joints import COCO17, MEDIAPIPE33
from models.camera.crop import LANDMARK_RULE, UPRIGHT_RULE, CropBox, crop_from_landmarks, crop_from_points
from models.camera.projection import Pinhole
from models.inference.inputs import CropPlace, Subject
from models.network.lifter import MIRRORED, SHARED, Lifter, certainty_of
from models.network.readings import BONE_METRES, combine, presence_of

PHOTO = np.zeros((480, 640, 3), np.uint8)
UP = torch.tensor([[0.0, -1.0]])


@pytest.fixture(scope="module")
def lifter() -> Lifter:
    torch.manual_seed(0)
    return Lifter(width=32, blocks=1).eval()


@pytest.fixture(scope="module")
def pixels(anny) -> np.ndarray:
    """The (33, 2) landmarks of somebody who stands before a camera, in the photo."""
    points = anny.joint_sets["mediapipe33"].regress(anny.v_template)
    points = points - points.mean(0) + [0.3, 0.1, 4.0]
    camera = Pinhole.of_photo((640, 480))
    return (points[:, :2] / points[:, 2:] * camera.focal_px + camera.center).astype(np.float32)


@pytest.fixture(scope="module")
def rays(pixels) -> torch.Tensor:
    camera = Pinhole.of_photo((640, 480))
    return torch.from_numpy((pixels[list(SHARED)] - camera.center) / camera.focal_px).float()[None]


def lift(lifter, rays, up=UP, certainty=None):
    with torch.no_grad():
        return lifter(rays, torch.full((1, 17), 0.9) if certainty is None else certainty, up)


def rotation(degrees: float) -> torch.Tensor:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return torch.tensor([[c, -s], [s, c]], dtype=torch.float32)


def test_a_rotated_camera_rotates_what_is_lifted(lifter, rays):
    turn = rotation(25)
    lifted, turned = lift(lifter, rays), lift(lifter, rays @ turn.T, UP @ turn.T)
    torch.testing.assert_close(turned[..., :2], lifted[..., :2] @ turn.T, atol=1e-5, rtol=0)
    torch.testing.assert_close(turned[..., 2], lifted[..., 2], atol=1e-5, rtol=0)


def test_the_mirror_image_is_lifted_to_the_mirror_image(lifter, rays):
    across = torch.tensor([-1.0, 1.0])
    certainty = torch.rand(1, 17, generator=torch.Generator().manual_seed(1))
    flipped = list(MIRRORED)
    lifted = lift(lifter, rays, certainty=certainty)
    mirror = lift(lifter, rays[:, flipped] * across, certainty=certainty[:, flipped])
    torch.testing.assert_close(mirror[:, flipped] * torch.tensor([-1.0, 1, 1]), lifted, atol=1e-5, rtol=0)


def test_a_joint_of_no_certainty_may_lie_anywhere(lifter, rays):
    certainty = torch.full((1, 17), 0.9)
    certainty[0, COCO17.index("left_wrist")] = 0
    moved = rays.clone()
    moved[0, COCO17.index("left_wrist")] += 0.05
    torch.testing.assert_close(
        lift(lifter, moved, certainty=certainty), lift(lifter, rays, certainty=certainty), atol=1e-3, rtol=0
    )


@pytest.fixture(scope="module")
def read(pixels):
    """Give what Thunder and BlazePose read of joints in the photo, and where their crops lie."""

    def places(joints, score=0.9, angle=0.0):
        crop = crop_from_landmarks(LANDMARK_RULE, pixels)
        crop = CropBox(crop.center, crop.size, crop.angle + angle)
        subject = Subject(PHOTO, crop, Pinhole.of_photo((640, 480)), pixels)
        upright = crop_from_points(UPRIGHT_RULE, pixels)
        thunder = np.column_stack([upright.crop_from_image(joints), np.full(17, score)])
        place = CropPlace().compute("crop", subject)
        other = CropPlace(around="points", crop=UPRIGHT_RULE).compute("upright_crop", subject)
        return crop, *(torch.from_numpy(a).float()[None] for a in (thunder, place, other))

    return places


def blazepose(crop, pixels, mirrored=False):
    """What BlazePose says of landmarks in the photo."""
    numbers = np.random.default_rng(0).normal(0, 0.2, (33, 8))
    numbers[:, :2] = crop.crop_from_image(pixels)
    numbers[:, 3:5] = 0.8
    if mirrored:
        numbers = numbers[[MEDIAPIPE33.index(_other_side(name)) for name in MEDIAPIPE33]]
    return torch.from_numpy(numbers).float()[None]


def _other_side(name):
    return name.replace("left", "#").replace("right", "left").replace("#", "right")


def combined(lifter, landmarks, thunder, place, other):
    with torch.no_grad():
        return combine(landmarks, thunder, place, other, lifter)[0].numpy()


@pytest.mark.parametrize("angle", [0.0, 0.8])
def test_joints_that_are_sure_are_thunders_and_hands_go_along(lifter, pixels, read, angle):
    joints = pixels[list(SHARED)].copy()
    joints[COCO17.index("left_wrist")] += [12, -5]
    crop, thunder, place, other = read(joints, angle=angle)
    found = crop.image_from_crop(combined(lifter, blazepose(crop, pixels), thunder, place, other)[:, :2])
    np.testing.assert_allclose(found[list(SHARED)], joints, atol=0.05)
    hand, knee = MEDIAPIPE33.index("left_index"), MEDIAPIPE33.index("right_foot_index")
    np.testing.assert_allclose(found[hand], pixels[hand] + [12, -5], atol=0.05)
    np.testing.assert_allclose(found[knee], pixels[knee], atol=0.05)


def test_joints_that_are_not_sure_stay_blazeposes(lifter, pixels, read):
    crop, thunder, place, other = read(pixels[list(SHARED)] + 40, score=0.0)
    found = combined(lifter, blazepose(crop, pixels), thunder, place, other)
    np.testing.assert_allclose(crop.image_from_crop(found[:, :2]), pixels, atol=3)
    assert (found[:, 3:5] < 0.1).all()


def test_the_body_is_the_lifted_one(lifter, pixels, rays, read):
    crop, thunder, place, other = read(pixels[list(SHARED)])
    found = combined(lifter, blazepose(crop, pixels), thunder, place, other)[list(SHARED), 5:]
    lifted = lift(lifter, rays, certainty=certainty_of(thunder[..., 2]))[0].numpy() * BONE_METRES
    across = np.linalg.norm(found[:, None] - found, axis=-1)  # whatever the axes
    np.testing.assert_allclose(across, np.linalg.norm(lifted[:, None] - lifted, axis=-1), atol=1e-4)


def test_left_and_right_are_thunders(lifter, pixels, read):
    crop, thunder, place, other = read(pixels[list(SHARED)])
    right, wrong = (
        combined(lifter, blazepose(crop, pixels, mirrored), thunder, place, other)
        for mirrored in (False, True)
    )
    np.testing.assert_allclose(wrong[:, :2], right[:, :2], atol=1e-5)
    hand, wrist = MEDIAPIPE33.index("left_index"), MEDIAPIPE33.index("left_wrist")
    reach = [each[hand, 5:] - each[wrist, 5:] for each in (right, wrong)]
    np.testing.assert_allclose(reach[1], reach[0] * [1, 1, -1], atol=1e-5)


def test_presence_is_judged_by_the_surest_joints():
    scores = torch.tensor([[0.9] * 4 + [0.0] * 13, [0.3] * 17, [0.05] * 17])
    somebody, doubtful, nobody = presence_of(scores).tolist()
    assert somebody > 0.95
    assert 0.2 < doubtful < 0.4
    assert nobody < 0.05
