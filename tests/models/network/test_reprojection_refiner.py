"""A mesh is laid over the landmarks in the picture, and its root stays where it is."""

import pytest
import torch

from models.network.reprojection_refiner import ReprojectionRefiner
from models.network.stems import landmark_reach
from models.train.losses import weak_perspective

DIM = 16


@pytest.fixture(autouse=True)
def without_gradients():
    with torch.no_grad():
        yield


@pytest.fixture
def refiner(anny):
    torch.manual_seed(0)
    return ReprojectionRefiner(anny, landmark_numbers=8, dim=DIM, feedforward=2, rounds=1).eval()


@pytest.fixture
def scene(anny):
    """The body at rest, its camera, and landmarks that say it lies elsewhere in the picture."""
    torch.manual_seed(1)
    rest = torch.from_numpy(anny.v_template)
    joints = torch.from_numpy(anny.joint_sets["fastmetro14"].regress(anny.v_template))
    coarse = rest[torch.from_numpy(anny.level_index[-1]).long()]
    to_mid = torch.from_numpy(anny.upsampling[-1].dense(len(coarse)))
    camera = torch.tensor([[0.8, 0.1, -0.2]])
    landmarks = torch.randn(1, 33, 8) * 0.1
    found = landmarks_of(anny, coarse, to_mid)
    landmarks[..., :2] = weak_perspective(found, camera) + torch.randn(1, 33, 2) * 0.1
    return {
        "points": torch.cat((joints, coarse))[None],
        "camera": camera,
        "queries": torch.randn(1, 14 + len(coarse), DIM),
        "landmarks": landmarks,
        "reach": landmark_reach(anny, 0.09),
        "to_mid": to_mid,
    }


def landmarks_of(template, coarse, to_mid):
    """Root-centred landmarks of coarse vertices."""
    rows = (template.joint_sets["mediapipe33"].rows, template.root)
    landmarks, root = (torch.from_numpy(template.from_middle(part)) @ to_mid for part in rows)
    return (landmarks @ coarse - root @ coarse)[None]


def error(template, scene, points, camera):
    found = landmarks_of(template, points[0, 14:], scene["to_mid"])
    return float((weak_perspective(found, camera) - scene["landmarks"][..., :2]).abs().mean())


def test_without_trust_nothing_moves(refiner, scene):
    torch.nn.init.zeros_(refiner.trust.bias)
    points, camera = refiner(**scene)
    torch.testing.assert_close(points, scene["points"])
    torch.testing.assert_close(camera, scene["camera"])


def test_every_round_comes_closer_to_the_landmarks(anny, scene):
    errors = [error(anny, scene, scene["points"], scene["camera"])]
    for rounds in (1, 2, 3):
        again = ReprojectionRefiner(anny, landmark_numbers=8, dim=DIM, feedforward=2, rounds=rounds).eval()
        errors.append(error(anny, scene, *again(**scene)))
    assert errors[1] < 0.85 * errors[0]  # neighbours pull different ways, so not half of it
    assert errors[1] > errors[2] > errors[3]


def test_the_camera_takes_over_what_the_root_gives_up(anny, refiner, scene):
    """A move of everything alike is one of the camera, and the mesh about its root stays as it was."""
    torch.nn.init.zeros_(refiner.trust.bias)
    refiner.move.bias.data = torch.tensor([0.3, -0.1, 0.5])
    before = landmarks_of(anny, scene["points"][0, 14:], scene["to_mid"])
    points, camera = refiner(**scene)
    after = landmarks_of(anny, points[0, 14:], scene["to_mid"])
    torch.testing.assert_close(after, before, atol=1e-3, rtol=0)
    moved = weak_perspective(after, camera) - weak_perspective(before, scene["camera"])
    wanted = scene["camera"][0, 0] * torch.tensor([0.3, -0.1])
    torch.testing.assert_close(moved, wanted.expand_as(moved), atol=2e-3, rtol=0)
