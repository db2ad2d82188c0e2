"""The humanoid of avatars: names, a T-pose that is one, and poses told against it."""

from dataclasses import replace

import numpy as np
import pytest

from app.live.mesh_step import MeshStep
from app.live.sources.open import open_source
from app.options import Options
from models.body.humanoid import ANNY_BONES, HUMAN_PARENTS, SMPL_BONES, Humanoid, is_humanoid, vrm_name
from models.body.skinning import Skinner, corpus_rotations, rotation_matrices
from tests.fakes.human_kinematics import body_heads, posed_heads, t_pose_heads

OUTWARDS = {"Left": np.array([1.0, 0, 0]), "Right": np.array([-1.0, 0, 0])}
SIDES = tuple(OUTWARDS)
FINGERS = ("Index", "Middle", "Ring", "Little")
DOWN, FORWARD = np.array([0.0, 1, 0]), np.array([0.0, 0, -1])  # camera axes, facing the camera


@pytest.fixture(scope="module")
def humanoid(anny):
    return Humanoid(anny.skeleton)


def unit(vector):
    return vector / np.linalg.norm(vector)


class TPose:
    """Where the bones are in the T-pose of the mean shape."""

    def __init__(self, template):
        self.heads = t_pose_heads(template.skeleton, np.zeros(len(template.skeleton.shape_dirs)))

    def way(self, begin, end):
        """The direction from one human bone's head to another's."""
        return unit(self.heads[end] - self.heads[begin])


@pytest.fixture(scope="module")
def t_pose(anny):
    return TPose(anny)


# Names --------------------------------------------------------------------------------------------------


def test_there_are_52_bones_with_parents_first(humanoid):
    assert len(HUMAN_PARENTS) == 52
    assert humanoid.names == tuple(HUMAN_PARENTS)
    seen = {""}
    for name, parent in HUMAN_PARENTS.items():
        assert parent in seen
        seen.add(name)
    assert len(set(ANNY_BONES.values())) == 52


def test_names_are_those_of_the_vrm_specification():
    """VRM 1.0's list without jaw and eyes, written out from its document."""
    sides = ["UpperLeg", "LowerLeg", "Foot", "Toes", "Shoulder", "UpperArm", "LowerArm", "Hand"]
    thumb = ["ThumbMetacarpal", "ThumbProximal", "ThumbDistal"]
    fingers = [finger + part for finger in FINGERS for part in ("Proximal", "Intermediate", "Distal")]
    expected = {"hips", "spine", "chest", "upperChest", "neck", "head"}
    expected |= {side + name for side in ("left", "right") for name in (*sides, *thumb, *fingers)}
    assert {vrm_name(name) for name in HUMAN_PARENTS} == expected
    assert vrm_name("LeftThumbProximal") == "leftThumbMetacarpal"
    assert vrm_name("LeftThumbIntermediate") == "leftThumbProximal"
    assert vrm_name("RightIndexIntermediate") == "rightIndexIntermediate"


def test_what_has_no_whole_body_is_no_humanoid(anny, doll):
    assert is_humanoid(anny.skeleton)
    assert not is_humanoid(doll.skeleton)
    assert not is_humanoid(None)


# The T-pose's anatomy -----------------------------------------------------------------------------------


@pytest.mark.parametrize("side", SIDES)
def test_limbs_lie_on_the_axes_of_a_t_pose(t_pose, side):
    for begin, end in (("UpperArm", "LowerArm"), ("LowerArm", "Hand"), ("Hand", "MiddleProximal")):
        np.testing.assert_allclose(t_pose.way(side + begin, side + end), OUTWARDS[side], atol=1e-3)
    for finger in FINGERS:
        way = t_pose.way(f"{side}{finger}Proximal", f"{side}{finger}Distal")
        np.testing.assert_allclose(way, OUTWARDS[side], atol=1e-3)
    for begin, end in (("UpperLeg", "LowerLeg"), ("LowerLeg", "Foot")):
        np.testing.assert_allclose(t_pose.way(side + begin, side + end), DOWN, atol=1e-3)
    assert t_pose.way("Hips", "Head") @ -DOWN > 0.99


@pytest.mark.parametrize("side", SIDES)
def test_palms_look_down_with_the_index_finger_in_front(t_pose, side):
    across = t_pose.way(f"{side}LittleProximal", f"{side}IndexProximal")
    assert across @ FORWARD > 0.9


@pytest.mark.parametrize("side", SIDES)
def test_thumbs_point_half_forward(t_pose, side):
    way = t_pose.way(f"{side}ThumbProximal", f"{side}ThumbDistal")
    np.testing.assert_allclose(way, unit(OUTWARDS[side] + FORWARD), atol=1e-3)
    assert t_pose.way(f"{side}MiddleProximal", f"{side}ThumbDistal") @ FORWARD > 0.5


@pytest.mark.parametrize("side", SIDES)
def test_toes_point_forward_and_the_sides_are_right(t_pose, side):
    assert t_pose.way(f"{side}Foot", f"{side}Toes") @ FORWARD > 0.9
    for part in ("Hand", "Foot"):
        assert t_pose.heads[side + part] @ OUTWARDS[side] > 0.05


def test_the_skin_in_the_t_pose_has_palms_below_the_back_of_the_hand(anny, humanoid):
    """Told by the thumbs and fingers' flesh, not by the bones that the T-pose was made of."""
    rotations = humanoid.t_pose()[None]
    vertices = Skinner(anny).pose(np.zeros((1, len(anny.skeleton.shape_dirs))), rotations)[0][0]
    landmarks = dict(
        zip(
            anny.joint_sets["mediapipe33"].names,
            anny.joint_sets["mediapipe33"].regress(vertices),
            strict=True,
        )
    )
    for side in ("left", "right"):
        wrist, index, little, thumb, elbow = (
            landmarks[f"{side}_{name}"] for name in ("wrist", "index", "pinky", "thumb", "elbow")
        )
        assert (index - little) @ FORWARD > 0.03
        assert (thumb - little) @ FORWARD > 0.03
        assert abs((wrist - elbow) @ DOWN) < 0.03
        assert (landmarks[f"{side}_foot_index"] - landmarks[f"{side}_heel"]) @ FORWARD > 0.1


def test_the_whole_skeleton_in_the_t_pose_is_no_turn_against_it(anny, humanoid):
    local = humanoid.local_rotations(humanoid.t_pose())
    np.testing.assert_allclose(local, np.tile(np.eye(3), (52, 1, 1)), atol=1e-5)


# Poses --------------------------------------------------------------------------------------------------


def test_local_rotations_carry_the_t_pose_to_the_posed_heads(anny, humanoid):
    rng = np.random.default_rng(4)
    rotations = corpus_rotations(anny, rng.normal(0, 0.35, (40, 22, 3)))
    shapes = anny.skeleton.population[rng.integers(len(anny.skeleton.population), size=40)]
    apart = [
        posed_heads(anny.skeleton, betas, humanoid.local_rotations(pose))
        - body_heads(anny.skeleton, betas, pose)[humanoid.bones]
        for betas, pose in zip(shapes, rotations, strict=True)
    ]
    apart_mm = 1000 * np.linalg.norm(apart, axis=-1)
    assert np.median(apart_mm) < 6
    assert np.max(apart_mm) < 30


def test_smpls_joints_are_a_humanoid_without_fingers(anny, t_pose):
    """Its arms rest nearly level: a skeleton of its names with arms that hang by ten degrees."""
    names = tuple(sorted(SMPL_BONES, key=list(HUMAN_PARENTS).index))
    heads = np.stack([t_pose.heads[name] for name in names])
    arms = np.array([name.endswith(("LowerArm", "Hand")) for name in names])
    shoulder = abs(t_pose.heads["LeftUpperArm"][0])
    heads[arms, 1] += np.tan(np.radians(10)) * (np.abs(heads[arms, 0]) - shoulder)
    skeleton = replace(
        anny.skeleton,
        names=tuple(SMPL_BONES[name] for name in names),
        parents=np.array([names.index(HUMAN_PARENTS[name]) if HUMAN_PARENTS[name] else -1 for name in names]),
        heads=heads,
        tails=heads,
        head_dirs=np.zeros((1, len(names), 3)),
    )
    assert is_humanoid(skeleton)
    humanoid = Humanoid(skeleton)
    assert humanoid.names == names
    rotations = rotation_matrices(np.random.default_rng(1).normal(0, 0.4, (len(names), 3)))
    chained = posed_heads(skeleton, np.zeros(1), humanoid.local_rotations(rotations))
    np.testing.assert_allclose(chained, body_heads(skeleton, np.zeros(1), rotations), atol=1e-5)
    at_rest = dict(zip(names, humanoid.turns(np.tile(np.eye(3), (len(names), 1, 1))), strict=True))
    for side in SIDES:
        hangs = at_rest[f"{side}UpperArm"] @ OUTWARDS[side]
        assert np.degrees(np.arcsin(hangs @ DOWN)) == pytest.approx(10, abs=0.5)
        np.testing.assert_allclose(at_rest[f"{side}Foot"], np.eye(3), atol=1e-6)


def test_many_poses_at_once_are_as_one_by_one(anny, humanoid):
    rotations = corpus_rotations(anny, np.random.default_rng(0).normal(0, 0.3, (2, 3, 22, 3)))
    together = humanoid.local_rotations(rotations)
    assert together.shape == (2, 3, 52, 3, 3)
    np.testing.assert_allclose(together[1, 2], humanoid.local_rotations(rotations[1, 2]), atol=1e-6)


def bend(local, rests, towards):
    """(degrees from -180 to 180 towards, degrees aside) by which a segment is bent in its parent's axes."""
    now = local @ rests
    aside = np.cross(rests, towards)
    return np.degrees(np.arctan2(now @ towards, now @ rests)), np.degrees(np.arcsin(now @ aside))


def check_hinges(humanoid, rotations):
    """Wrists, elbows and knees bend as people's do.

    Positions of joints do not show a wrong twist, such as palms that face up; the next joint does.
    """
    each = np.moveaxis(humanoid.local_rotations(rotations), 1, 0)
    local = dict(zip(humanoid.names, each, strict=True))
    for side in SIDES:
        knee, aside = bend(local[f"{side}LowerLeg"], DOWN, -FORWARD)
        assert knee.min() > -5
        assert knee.max() < 150
        assert np.abs(aside).max() < 40
        elbow, aside = bend(local[f"{side}LowerArm"], OUTWARDS[side], FORWARD)
        assert elbow.min() > -10
        assert elbow.max() < 150
        assert np.abs(aside).max() < 50
        angles = np.degrees(np.arccos((np.trace(local[f"{side}Hand"], axis1=1, axis2=2) - 1) / 2))
        assert np.median(angles) < 30
        assert angles.max() < 90


def test_wrists_elbows_and_knees_are_bent_as_peoples_are_at_rest(humanoid, anny):
    """The open body rests with half bent arms and hands that hang loosely."""
    at_rest = np.tile(np.eye(3, dtype=np.float32), (1, len(anny.skeleton.names), 1, 1))
    check_hinges(humanoid, at_rest)
    local = dict(zip(humanoid.names, humanoid.local_rotations(at_rest[0]), strict=True))
    for side in SIDES:
        assert bend(local[f"{side}LowerArm"], OUTWARDS[side], FORWARD)[0] > 20
        assert (local[f"{side}UpperArm"] @ OUTWARDS[side]) @ DOWN > 0.5
        for finger in FINGERS:
            curl, _ = bend(local[f"{side}{finger}Intermediate"], OUTWARDS[side], DOWN)
            assert curl > 0  # towards the palm


@pytest.mark.slow
def test_wrists_elbows_and_knees_bend_as_peoples_do_over_the_sample(humanoid):
    step, source = MeshStep(Options(), bones=True), open_source("sample", realtime=False)
    poses = []
    while (frame := source.read()) is not None:
        if frame.index % 6 == 0:
            poses += [person.pose.rotations for person in step.step(frame).people]
    step.close()
    source.close()
    assert len(poses) > 40
    check_hinges(humanoid, np.stack(poses))
