"""Laws of the training losses."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from models.network.prediction import Prediction
from models.synthetic.targets import Targets
from models.train.losses import (
    MeshLoss,
    area_weights,
    edge_length_loss,
    edges_of,
    normal_loss,
    posture_directions,
    weak_perspective,
)
from models.train.settings import LossWeights

TETRAHEDRON = torch.tensor([[0.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]])[None]
FACES = torch.tensor([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])


def rotation(degrees: float) -> torch.Tensor:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return torch.tensor([[c, 0, s], [0, 1, 0], [-s, 0, c]], dtype=torch.float32)


def test_every_edge_is_counted_once():
    assert len(edges_of(FACES.numpy())) == 6


def test_edge_loss_ignores_turning_and_measures_metres():
    edges = torch.from_numpy(edges_of(FACES.numpy()))
    turned = TETRAHEDRON @ rotation(40)
    assert edge_length_loss(turned, TETRAHEDRON, edges) == pytest.approx(0, abs=1e-6)
    lengths = np.array([1, 1, 1, *[np.sqrt(2)] * 3])
    assert edge_length_loss(TETRAHEDRON * 1.1, TETRAHEDRON, edges) == pytest.approx(
        0.1 * lengths.mean(), rel=1e-5
    )


def test_normal_loss_is_zero_for_equal_and_two_for_inside_out():
    assert normal_loss(TETRAHEDRON * 3, TETRAHEDRON, FACES) == pytest.approx(0, abs=1e-6)
    assert normal_loss(-TETRAHEDRON, -TETRAHEDRON @ rotation(0), FACES) == pytest.approx(0, abs=1e-6)
    assert normal_loss(TETRAHEDRON, TETRAHEDRON[:, [0, 2, 1, 3]], FACES) > 1


def test_the_normal_loss_of_a_collapsed_face_has_a_gradient():
    flat = torch.zeros(1, 4, 3, requires_grad=True)
    normal_loss(flat, TETRAHEDRON, FACES).backward()
    assert torch.isfinite(flat.grad).all()


def test_a_dense_region_weighs_like_its_area():
    # A unit square of two triangles beside one cut into many: both halves must weigh alike.
    coarse = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0.0]])
    grid = np.array([[2 + i / 10, j / 10, 0] for i in range(11) for j in range(11)])
    cells = [(4 + 11 * i + j, 4 + 11 * i + j + 1, 4 + 11 * (i + 1) + j) for i in range(10) for j in range(10)]
    cells += [(b, b + 11, b + 10) for _, b, _ in cells]
    faces = np.array([(0, 1, 2), (0, 2, 3), *cells])
    weights = area_weights(np.concatenate([coarse, grid]), faces, floor=0.0)
    assert weights[:4].sum() == pytest.approx(weights[4:].sum(), rel=1e-5)
    assert weights.mean() == pytest.approx(1, rel=1e-5)


def test_posture_directions_turn_with_the_body_and_notice_mirroring():
    generator = torch.Generator().manual_seed(0)
    points = torch.randn(3, 33, 3, generator=generator)
    turn = rotation(70)
    torch.testing.assert_close(posture_directions(points @ turn), posture_directions(points) @ turn)
    flat = points.clone()
    flat[:, :, 2] = 0
    swapped = flat.clone()
    for left in (11, 23):
        swapped[:, [left, left + 1]] = flat[:, [left + 1, left]]
    torch.testing.assert_close(posture_directions(swapped)[:, 3], -posture_directions(flat)[:, 3])


def test_projection_follows_the_models_camera():
    points = torch.tensor([[[0.2, -0.4, 5.0]]])
    camera = torch.tensor([[0.5, 0.1, 0.3]])
    torch.testing.assert_close(weak_perspective(points, camera), torch.tensor([[[0.15, -0.05]]]))


@pytest.fixture(scope="module")
def body(anny):
    """Targets of one body that a weak-perspective camera sees, and the prediction that hits them."""
    points = torch.from_numpy(np.asarray(anny.centred(anny.v_template)[0], np.float32))[None]
    mid = points[:, torch.from_numpy(anny.level_index[0].astype(np.int64))]
    coarse = points[:, torch.from_numpy(anny.level_index[-1].astype(np.int64))]
    joints, landmarks = (
        torch.from_numpy(anny.from_middle(anny.joint_sets[name].rows)) @ mid
        for name in ("fastmetro14", "mediapipe33")
    )
    camera = torch.tensor([[0.9, 0.1, -0.2]])
    targets = Targets(
        mid, joints, landmarks, weak_perspective(joints, camera), weak_perspective(landmarks, camera)
    )
    return targets, Prediction(camera, joints, coarse, mid)


def test_a_prediction_that_hits_its_targets_has_no_loss(anny, body):
    targets, prediction = body
    everything = torch.arange(anny.level_sizes[-1])
    loss, terms = MeshLoss(anny, LossWeights())(prediction, targets, everything)
    assert float(loss) < 2e-2
    assert max(terms.values()) < 1e-3


@pytest.mark.parametrize(
    ("change", "felt"),
    [
        ({"coarse": 0.01}, {"coarse"}),
        ({"joints": 0.01}, {"joints", "reprojection"}),
        ({"camera": 0.01}, {"reprojection"}),
    ],
)
def test_each_output_is_felt_by_its_own_terms(anny, body, change, felt):
    targets, prediction = body
    ((name, step),) = change.items()
    moved = replace(prediction, **{name: getattr(prediction, name) + step})
    chosen = torch.arange(0, anny.level_sizes[-1], 7)
    hit, missed = (
        MeshLoss(anny, LossWeights())(replace(p, coarse=p.coarse[:, chosen]), targets, chosen)[1]
        for p in (prediction, moved)
    )
    assert {term for term in hit if missed[term] > hit[term] + 1e-3} == felt
