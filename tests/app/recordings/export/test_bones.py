"""BVH and NPZ files give back the recorded motion as bones."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from app.recordings.export.bone_names import bone_names
from app.recordings.export.exporter import ExportSettings, export
from models.body.joint_angles import ANGLES, joint_angles
from models.body.joints import FASTMETRO14
from models.body.skinning import CAMERA_FROM_BODY, Skinner, chain, rotation_matrices
from tests.fakes.meshes import Y_UP, apart_mm, sampled
from tests.fakes.recorded_take import TIMES, joint_set, record_one


def test_bvh_is_read_by_another_library_as_our_bones(take, anny, tmp_path):
    bvhio = pytest.importorskip("bvhio")
    (file,) = export(take[0], "bvh", tmp_path / "take.bvh", ExportSettings(origin="camera", person=1, fps=30))
    bvh = bvhio.readAsBvh(str(file))
    assert bvh.FrameCount == 21
    assert bvh.FrameTime == pytest.approx(1 / 30, abs=1e-6)
    root = bvhio.readAsHierarchy(str(file))
    joints = {joint.Name: joint for joint, _, _ in root.layout()}
    names = bone_names(anny.skeleton, "anny")
    assert set(joints) == set(names)
    with np.load(
        export(take[0], "npz", tmp_path / "take.npz", ExportSettings(origin="camera", person=1, fps=30))[0]
    ) as motion:
        poses, trans, betas = (motion[name] for name in ("poses", "trans", "betas"))
    for frame in (0, 9, 20):
        root.loadPose(frame)
        turns = Rotation.from_rotvec(poses[frame].reshape(-1, 3) @ CAMERA_FROM_BODY.T).as_matrix()
        _, heads = Skinner(anny).rest(betas[None])
        _, posed = chain(anny.skeleton.parents, heads, turns[None].astype(np.float32))
        expected = (posed[0] + trans[frame] @ CAMERA_FROM_BODY.T) * Y_UP
        found = np.array([list(joints[name].PositionWorld) for name in names]) / 100
        assert apart_mm(found, expected).max() < 0.1


def test_bvh_angles_of_somebody_who_turns_around_do_not_jump(anny, tmp_path):
    """Tools go from one frame's angles to the next one's; half turns lie where angles wrap."""
    times = np.arange(30) / 30
    turns = rotation_matrices(np.linspace(0, 1, 30)[:, None] * [0, 2 * np.pi, 0])
    meshes = anny.v_template @ turns.transpose(0, 2, 1)
    path = record_one(tmp_path / "turn.h5", anny, times, meshes)
    (file,) = export(path, "bvh", tmp_path / "turn.bvh", ExportSettings(fps=30))
    rows = np.loadtxt(file.read_text().partition("Frame Time:")[2].splitlines()[1:])
    assert np.abs(np.diff(rows[:, 3:6], axis=0)).max() < 30
    assert np.ptp(rows[:, 5]) > 300


def test_npz_rebuilds_the_recorded_meshes_and_holds_everything(take, anny, tmp_path):
    path, meshes = take
    files = export(path, "npz", tmp_path / "take.npz", ExportSettings(origin="camera", fps=30))
    assert [file.name for file in files] == ["take-1.npz", "take-4.npz"]
    with np.load(files[0], allow_pickle=False) as data:
        assert {"poses", "betas", "trans", "mocap_framerate", "gender"} <= set(data.files)
        assert data["mocap_framerate"] == 30
        assert data["gender"] == "neutral"
        assert data["poses"].shape == (21, 3 * len(anny.skeleton.names))
        np.testing.assert_array_equal(np.flatnonzero(~data["present"]), np.arange(4, 18))
        assert np.abs(data["vertices"] + data["translation"][:, None] - meshes[1]).max() < 2e-4
        np.testing.assert_array_equal(data["times_s"], TIMES)
        np.testing.assert_array_equal(data["faces"], anny.faces[0])
        to_camera = CAMERA_FROM_BODY
        turns = Rotation.from_rotvec(data["poses"][3].reshape(-1, 3) @ to_camera.T).as_matrix()
        vertices, _ = Skinner(anny).pose(data["betas"][None], turns[None])
        rebuilt = vertices[0] + data["trans"][3] @ to_camera.T
        assert apart_mm(rebuilt, sampled(meshes[1], TIMES, 0.1)).mean() < 1
        turns = Rotation.from_rotvec(data["pose"].reshape(-1, 3)).as_matrix()
        turns = turns.reshape(*data["pose"].shape[:2], 3, 3)
        vertices, _ = Skinner(anny).pose(np.tile(data["betas"], (len(TIMES), 1)), turns)
        assert apart_mm(vertices + data["root"][:, None], meshes[1]).mean() < 1
        assert data["angle_names"].tolist() == list(ANGLES)
        joints = joint_set(anny).regress(meshes[1])
        np.testing.assert_allclose(data["angles"], joint_angles(joints, FASTMETRO14), atol=0.05)
