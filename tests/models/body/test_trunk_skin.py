"""The skin of trunk and head goes along with hips, shoulders and head, and that of the limbs stays."""

import numpy as np
import pytest

from models.body.trunk_skin import TrunkSkin

ASIDE = np.array([0.05, -0.02, 0.01])


@pytest.fixture(scope="module")
def by_bone(anny) -> dict[str, np.ndarray]:
    """(V,) weights of bones."""
    return dict(
        zip(anny.skeleton.names, anny.skeleton.weights.dense(len(anny.skeleton.names)).T, strict=True)
    )


def moves(anny, shifts) -> np.ndarray:
    return TrunkSkin(anny).shifted(anny.v_template, np.array(shifts)) - anny.v_template


def test_the_head_moves_alone(anny, by_bone):
    moved = moves(anny, [np.zeros(3), np.zeros(3), ASIDE])
    head = by_bone["head"] > 0.999
    np.testing.assert_allclose(moved[head], np.tile(ASIDE, (head.sum(), 1)), atol=1e-4)
    apart = (
        by_bone["head"] + sum(by_bone[f"neck0{i}"] + by_bone[f"eye.{s}"] for i in (1, 2, 3) for s in "LR")
        == 0
    )
    assert apart.any()
    np.testing.assert_allclose(moved[apart], 0, atol=1e-6)


def test_what_moves_everything_alike_moves_the_trunk_as_a_whole(anny, by_bone):
    moved = moves(anny, [ASIDE] * 3)
    limbs = sum(
        weights
        for name, weights in by_bone.items()
        if name.startswith(("upper", "lower", "wrist", "finger", "metacarpal", "foot", "toe"))
    )
    np.testing.assert_allclose(moved, (1 - limbs)[:, None] * ASIDE, atol=1e-5)


def test_between_hips_and_shoulders_the_waist_goes_half_of_the_way(anny, by_bone):
    moved = moves(anny, [ASIDE, np.zeros(3), np.zeros(3)])
    waist = by_bone["spine03"] > 0.7
    assert waist.any()
    share = moved[waist] @ ASIDE / (ASIDE @ ASIDE)
    assert 0.3 < share.mean() < 0.7
