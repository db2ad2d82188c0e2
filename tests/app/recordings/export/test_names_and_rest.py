"""Bones have other systems' names, and rest in a T- or an A-pose, without a change of the motion."""

import numpy as np
import pytest

import main
from app.recordings.export.bone_names import bone_names
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.export.rig import Rig
from app.recordings.export.scene import Scene
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.track import Track
from app.recordings.progress import no_progress
from app.recordings.reader import Recording
from models.body.skinning import blend, chain
from models.errors import UserError
from tests.app.recordings.export.test_glb import Glb
from tests.fakes.bone_tables import DOCUMENTED, UNNAMED
from tests.fakes.meshes import apart_mm


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_every_bone_has_the_documented_name_or_is_left_its_own_on_purpose(anny, kind):
    own, names = anny.skeleton.names, bone_names(anny.skeleton, kind)
    assert len(set(names)) == len(names) == 104
    assert not any("." in name for name in names)
    left = {bone for bone, name in zip(own, names, strict=True) if name not in DOCUMENTED[kind]}
    assert left == UNNAMED[kind]
    assert {name for name in names if name in DOCUMENTED[kind]} == DOCUMENTED[kind]
    for bone, name in zip(own, names, strict=True):
        if bone in left:
            assert name == bone.replace(".", "_").replace("-", "_")


def test_names_are_those_of_the_same_side_and_place(anny):
    """Bones are where their names say: left at the left, toes below knees, thumbs at hands."""
    for kind, (left, knee, toe, thumb, hand) in {
        "vrm": ("leftUpperArm", "leftLowerLeg", "leftToes", "leftThumbMetacarpal", "leftHand"),
        "mixamo": ("LeftArm", "LeftLeg", "LeftToeBase", "LeftHandThumb1", "LeftHand"),
        "unreal": ("upperarm_l", "calf_l", "ball_l", "thumb_01_l", "hand_l"),
        "rokoko": ("LeftArm", "LeftShin", "LeftToe", "LeftFinger1Metacarpal", "LeftHand"),
    }.items():
        names = [name.removeprefix("mixamorig:") for name in bone_names(anny.skeleton, kind)]
        heads = {name: anny.skeleton.heads[i] for i, name in enumerate(names)}
        parents = {name: names[anny.skeleton.parents[i]] for i, name in enumerate(names) if i}
        assert heads[left][0] > 0.1
        assert heads[toe][1] > heads[knee][1] > 0.3
        assert parents[thumb] == hand


@pytest.fixture
def rigs(take, anny):
    """Person 1 as a rig at each rest, and as skinned by a rig's own arrays at all moments."""
    with Recording(take[0]) as recording:
        track = Track(RecordedMotion(recording, 1))
        bones = track.motion.bones(anny, no_progress)
        return {
            rest: Rig.of(bones, track, Scene(recording, (track,), 30, rest=rest))
            for rest in ("own", "t", "a")
        }


def skinned(rig):
    count = len(rig.rotations)
    heads = np.tile(rig.heads, (count, 1, 1))
    turns, posed = chain(rig.skeleton.parents, heads, rig.rotations.astype(np.float32))
    vertices = np.tile(rig.vertices, (count, 1, 1))
    moved = (rig.root - rig.heads[0])[:, None]
    weights = rig.skeleton.weights.dense(len(rig.heads))
    return blend(vertices, heads, turns, posed, weights) + moved, posed + moved


@pytest.mark.parametrize("rest", ["t", "a"])
def test_the_motion_is_the_same_from_another_rest_pose(rigs, rest):
    (own, joints), (vertices, posed) = skinned(rigs["own"]), skinned(rigs[rest])
    assert apart_mm(joints, posed).max() < 0.1
    apart = apart_mm(own, vertices)
    carried_by_one = (rigs["own"].skeleton.weights.weight > 0).sum(axis=1) == 1
    assert carried_by_one.sum() > 500
    assert apart[:, carried_by_one].max() < 0.1
    # Between bones, blending turns is not the same from another rest pose: so it is in every program.
    assert apart.mean() < 1.5
    assert np.percentile(apart, 99) < 20


def test_rests_stand_as_their_names_say(rigs):
    names = rigs["t"].skeleton.names
    for rest, expected in (("t", [1, 0, 0]), ("a", [np.sqrt(0.5), -np.sqrt(0.5), 0])):
        heads = dict(zip(names, rigs[rest].heads, strict=True))
        for side, sign in (("L", 1), ("R", -1)):
            arm = heads[f"wrist.{side}"] - heads[f"upperarm01.{side}"]
            mirrored = np.array(expected) * [sign, 1, 1]
            np.testing.assert_allclose(arm / np.linalg.norm(arm), mirrored, atol=0.03)
            leg = heads[f"foot.{side}"] - heads[f"upperleg01.{side}"]
            np.testing.assert_allclose(leg / np.linalg.norm(leg), [0, -1, 0], atol=0.03)
    span = np.ptp(rigs["t"].vertices[:, 0])
    assert span > 1.3 * np.ptp(rigs["own"].vertices[:, 0])
    assert 0.9 < span / np.ptp(rigs["t"].vertices[:, 1]) < 1.1  # arms span about the height


@pytest.mark.parametrize("rest", ["t", "a"])
def test_glb_shows_the_rest_pose_before_its_motion_and_then_moves_alike(take, tmp_path, rest):
    own, turned = (
        Glb(
            export(
                take[0],
                "glb",
                tmp_path / f"{chosen}.glb",
                ExportSettings(person=1, rest=chosen, names="mixamo", influences=8),
            )[0].read_bytes()
        )
        for chosen in ("own", rest)
    )
    bones = [node for node in turned.json["nodes"] if node["name"].startswith("mixamorig:")]
    assert len(bones) == 52
    assert all(node["rotation"] == [0, 0, 0, 1] for node in bones)
    for key in range(7):
        apart = apart_mm(own.skinned(0, key), turned.skinned(0, key))
        assert np.median(apart) < 0.2
        assert np.percentile(apart, 99) < 20


def test_bvh_has_the_names_and_the_rest_pose(take, tmp_path):
    settings = ExportSettings(person=1, names="rokoko", rest="t")
    text = export(take[0], "bvh", tmp_path / "a.bvh", settings)[0].read_text()
    assert "ROOT Hips\n" in text
    lines = text.partition("JOINT LeftForeArm\n")[2].splitlines()
    x, y, z = map(float, lines[1].split()[1:])  # from the bone before it, along the arm
    assert x > 5
    assert max(abs(y), abs(z)) < 1


def test_usd_has_the_names_but_for_what_it_reserves(take, tmp_path):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdSkel

    settings = ExportSettings(person=1, names="mixamo", rest="t")
    stage = Usd.Stage.Open(str(export(take[0], "usd", tmp_path / "a.usdc", settings)[0]))
    joints = UsdSkel.Skeleton.Get(stage, "/people/person_1/skeleton").GetJointsAttr().Get()
    leaves = {joint.rpartition("/")[2] for joint in joints}
    assert {name.replace(":", "_") for name in DOCUMENTED["mixamo"]} <= leaves


def test_what_has_no_such_bones_is_said(take, doll, tmp_path, capsys):
    with pytest.raises(UserError, match="Names and rest poses of bones are for glb, usd, bvh"):
        export(take[0], "ply", tmp_path / "out", ExportSettings(rest="t"))
    words = ["export", str(take[0]), "--to", "bvh", "-o", str(tmp_path / "a.bvh"), "--person", "1"]
    assert main.main([*words, "--rest", "a", "--names", "unreal"]) == 0
    assert "JOINT upperarm_l\n" in (tmp_path / "a.bvh").read_text()
    with pytest.raises(SystemExit, match="2"):
        main.main([*words, "--names", "poser"])
