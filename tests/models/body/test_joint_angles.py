"""The angles of joints, on poses whose angles are known."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from models.body.joint_angles import ANGLES, has_joint_angles, joint_angles
from models.body.joints import BODY22, FASTMETRO14
from models.body.skinning import Skinner, corpus_rotations

DOWN, FORWARDS, LEFT = (
    np.array([0.0, 1, 0]),
    np.array([0.0, 0, -1]),
    np.array([1.0, 0, 0]),
)  # facing the camera


def standing(**limbs):
    """FastMETRO's joints of somebody who stands and faces the camera, arms down.

    ``limbs`` gives directions to segments, such as ``L_forearm``.
    """
    at = {"Neck": -0.5 * DOWN, "Head": -0.7 * DOWN}
    for side, sign in (("L", 1), ("R", -1)):
        for root, names, place in (
            ("Hip", ("thigh", "shank"), 0.1 * sign * LEFT),
            ("Shoulder", ("upper_arm", "forearm"), 0.2 * sign * LEFT - 0.5 * DOWN),
        ):
            first, second = (np.asarray(limbs.get(f"{side}_{name}", DOWN)) for name in names)
            middle, end = ("Knee", "Ankle") if root == "Hip" else ("Elbow", "Wrist")
            at[f"{side}_{root}"] = place
            at[f"{side}_{middle}"] = place + 0.4 * first
            at[f"{side}_{end}"] = place + 0.4 * first + 0.3 * second
    return np.array([at[name] for name in FASTMETRO14])


def turned(degrees, axis=LEFT):
    """Directions down, turned about an axis: forwards about the one to the left."""
    return Rotation.from_rotvec(-np.radians(degrees) * axis).apply(DOWN)


def angles_of(joints):
    return dict(zip(ANGLES, joint_angles(joints, FASTMETRO14), strict=True))


def test_a_neutral_stance_is_all_zero():
    assert list(angles_of(standing()).values()) == pytest.approx([0] * 9, abs=1e-9)


def test_forwards_is_where_the_person_faces():
    assert turned(90) == pytest.approx(FORWARDS)


@pytest.mark.parametrize("degrees", [-80, -20, 30, 90, 150, 180, 200])
@pytest.mark.parametrize(("segment", "angle"), [("thigh", "hip_flexion"), ("upper_arm", "shoulder_flexion")])
@pytest.mark.parametrize(("side", "letter"), [("left", "L"), ("right", "R")])
def test_flexion_of_hip_and_shoulder_has_its_sign_and_goes_overhead_without_a_jump(
    degrees, segment, angle, side, letter
):
    direction = turned(degrees)
    lower = {"thigh": "shank", "upper_arm": "forearm"}[segment]
    found = angles_of(standing(**{f"{letter}_{segment}": direction, f"{letter}_{lower}": direction}))
    assert found.pop(f"{side}_{angle}") == pytest.approx(degrees)
    assert list(found.values()) == pytest.approx([0] * 8, abs=1e-6)


@pytest.mark.parametrize(
    ("segment", "angle"), [("forearm", "right_elbow_flexion"), ("shank", "right_knee_flexion")]
)
@pytest.mark.parametrize("axis", [LEFT, FORWARDS, -LEFT])
def test_elbow_and_knee_bend_by_the_angle_between_their_segments(segment, angle, axis):
    for degrees in (5, 60, 140):
        found = angles_of(standing(**{f"R_{segment}": turned(degrees, axis)}))
        assert found.pop(angle) == pytest.approx(degrees)
        assert list(found.values()) == pytest.approx([0] * 8, abs=1e-6)


def test_where_a_person_stands_and_faces_changes_no_angle_between_their_parts():
    joints = standing(L_thigh=turned(40), R_forearm=turned(70), L_upper_arm=turned(-30))
    moved = joints @ Rotation.from_euler("yxz", [130, 50, -35], degrees=True).as_matrix().T + [0.4, -1, 6]
    np.testing.assert_allclose(
        joint_angles(moved, FASTMETRO14)[:8], joint_angles(joints, FASTMETRO14)[:8], atol=1e-6
    )


@pytest.mark.parametrize("facing", [0, 90, 180, 250])
@pytest.mark.parametrize("degrees", [-40, 25, 90, 120])
def test_the_trunk_pitches_forwards_whichever_way_the_person_faces(facing, degrees):
    # A trunk that bends forwards turns about the axis to the left, the other way than limbs that hang down.
    bent = standing() @ Rotation.from_rotvec(np.radians(degrees) * LEFT).as_matrix().T
    bent = bent @ Rotation.from_euler("y", facing, degrees=True).as_matrix().T
    found = angles_of(bent)
    assert found["trunk_pitch"] == pytest.approx(degrees)
    assert found["left_hip_flexion"] == pytest.approx(0, abs=1e-6)


def test_what_has_no_meaning_is_not_a_number():
    to_the_side = standing(L_upper_arm=LEFT, L_forearm=LEFT)
    found = angles_of(to_the_side)
    assert np.isnan(found.pop("left_shoulder_flexion"))
    assert list(found.values()) == pytest.approx([0] * 8, abs=1e-6)
    on_the_side = standing() @ Rotation.from_euler("z", 90, degrees=True).as_matrix().T
    found = angles_of(on_the_side)
    assert np.isnan(found.pop("trunk_pitch"))
    assert list(found.values()) == pytest.approx([0] * 8, abs=1e-6)
    assert np.isnan(joint_angles(np.zeros((14, 3)), FASTMETRO14)).all()
    assert np.isnan(joint_angles(np.full((14, 3), np.nan), FASTMETRO14)).all()


def test_many_people_at_once_and_names_in_any_order():
    rng = np.random.default_rng(0)
    joints = rng.normal(0, 0.4, (3, 5, 14, 3))
    angles = joint_angles(joints, FASTMETRO14)
    assert angles.shape == (3, 5, len(ANGLES))
    order = rng.permutation(14)
    np.testing.assert_array_equal(
        joint_angles(joints[2, 4][order], [FASTMETRO14[i] for i in order]), angles[2, 4]
    )


def test_hands_have_no_such_angles():
    assert has_joint_angles([*FASTMETRO14, "nose"])
    assert not has_joint_angles([name for name in FASTMETRO14 if name != "Neck"])


@pytest.mark.parametrize(
    ("bone", "turn", "angle", "tolerance"),
    [
        ("L_knee", (60, 0, 0), "left_knee_flexion", 6),
        ("R_hip", (-50, 0, 0), "right_hip_flexion", 6),
        ("L_shoulder", (-40, 0, 0), "left_shoulder_flexion", 12),
        ("pelvis", (35, 0, 0), "trunk_pitch", 1),
    ],
)
def test_a_bone_of_the_open_body_turns_its_angle_by_as_much(anny, bone, turn, angle, tolerance):
    rotvecs = np.zeros((2, 22, 3))
    rotvecs[1, BODY22.index(bone)] = np.radians(turn)
    meshes, _ = Skinner(anny).pose(
        np.zeros((2, len(anny.skeleton.shape_dirs)), np.float32), corpus_rotations(anny, rotvecs)
    )
    joints = anny.joint_sets["fastmetro14"].regress(meshes)
    still, bent = (angles_of(points) for points in joints)
    assert abs(still[angle]) < 15 + tolerance
    assert bent[angle] - still[angle] == pytest.approx(np.abs(turn).max(), abs=tolerance)
