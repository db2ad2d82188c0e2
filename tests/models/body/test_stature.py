"""How tall a posed body would stand."""

import numpy as np
import pytest

from models.body.skinning import Skinner, rotation_matrices
from models.body.stature import Stature, resized_betas


def test_people_of_all_ages_stand_as_tall_as_their_rest_pose_in_whatever_pose(anny):
    skinner, stature = Skinner(anny), Stature(anny)
    betas = anny.skeleton.population[:40]
    heights = np.ptp(skinner.rest(betas)[0][..., 1], axis=1)
    assert heights.min() < 1.2 < 1.8 < heights.max()  # children are among them
    bones = len(anny.skeleton.names)
    turns = np.random.default_rng(3).normal(0, 0.25, (len(betas), bones, 3)).astype(np.float32)
    straight = [i for i, name in enumerate(anny.skeleton.names) if "spine" in name or "neck" in name]
    turns[:, straight] = 0
    posed = skinner.pose(betas, rotation_matrices(turns))[0]
    errors = np.array([stature.of(mesh) for mesh in posed]) / heights - 1
    assert np.abs(errors).max() < 0.04
    assert np.median(np.abs(errors)) < 0.015


def test_the_mean_body_stands_exactly_as_tall_as_it_is(anny):
    assert Stature(anny).of(anny.v_template) == pytest.approx(np.ptp(anny.v_template[:, 1]))


def test_a_hand_has_no_standing_height(doll):
    from dataclasses import replace

    hand = replace(doll, name="palm", kind="hand", joint_sets={"hand21": doll.joint_sets["hand21"]})
    with pytest.raises(ValueError, match="palm is not a body"):
        Stature(hand)


@pytest.mark.parametrize("factor", [0.9, 1.12])
def test_a_resized_shape_is_the_same_body_larger(anny, factor):
    skinner = Skinner(anny, anny.level_index[-1])
    betas = 0.5 * anny.skeleton.population[7]
    larger = skinner.rest(resized_betas(skinner, betas, factor)[None])[0][0]
    wanted = factor * skinner.rest(betas[None])[0][0]
    left = np.linalg.norm(larger - wanted, axis=-1).mean()
    assert left < 0.15 * np.linalg.norm(wanted - wanted / factor, axis=-1).mean()
