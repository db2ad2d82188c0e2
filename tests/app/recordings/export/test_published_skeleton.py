"""Imported SMPL and MANO templates have bones that explain meshes posed by the files' own rule."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion import template as template_module
from app.recordings.motion.axes import Z_UP
from app.recordings.motion.motion import RecordedMotion, blocks
from app.recordings.motion.refine import RefineSettings, refine_motion
from app.recordings.progress import no_progress
from app.recordings.reader import Recording
from models.body.fitting import fit_sequence
from models.body.skinning import Skinner, rotation_matrices
from models.body.template import load_template, save_template
from models.smpl.body_model import BodyModelLayer, read_body_model
from models.smpl.template import body_template
from tests.fakes import published_files
from tests.fakes.recorded_take import record_one

FLIP = np.diag([1, -1, -1]).astype(np.float32)


@pytest.fixture(scope="module", params=["SMPL", "MANO"])
def body(request, tmp_path_factory):
    """A body without corrections of bent joints, and its template after a round trip through a file."""
    folder = tmp_path_factory.mktemp("licensed")
    smpl = published_files.write_smpl(folder / "SMPL.pkl")
    mano = published_files.write_mano(folder / "MANO.pkl")
    published_files.write_fastmetro_data(folder / "data", smpl["v_template"], mano["v_template"])
    model = read_body_model(folder / f"{request.param}.pkl", request.param)
    model = replace(model, posedirs=np.zeros_like(model.posedirs))
    save_template(folder / "template.npz", body_template(model, folder / "data"))
    return model, load_template(folder / "template.npz")


def posed(model, seed, frames=6):
    """Meshes by the file's own rule, in camera axes: (T, V, 3), their joints, and the true parameters."""
    rng = np.random.default_rng(seed)
    joints = len(model.parents)
    ends = rng.normal(scale=0.25, size=(2, joints, 3))
    ends[:, 0] = [[np.pi, 0.1, 0.0], [2.6, 0.3, 0.1]]  # upright before the camera, then turned a little
    share = np.linspace(0, 1, frames)[:, None, None]
    rotations = rotation_matrices((1 - share) * ends[0] + share * ends[1])
    betas = rng.normal(size=10).astype(np.float32)
    layer = BodyModelLayer(model)
    with torch.no_grad():
        made = layer(torch.from_numpy(rotations), torch.from_numpy(betas).expand(frames, -1))
    return made.vertices.numpy(), made.joints.numpy(), rotations, betas


def test_skeleton_poses_as_the_files_own_rule(body):
    model, template = body
    vertices, joints, rotations, betas = posed(model, seed=0)
    # The rest pose of a template is turned to the camera, so bones' turns are too.
    local = FLIP @ rotations @ FLIP
    local[:, 0] = rotations[:, 0] @ FLIP
    betas = np.broadcast_to(betas, (len(vertices), 10))
    found, heads = Skinner(template).pose(betas, local)
    shift = joints[:, :1] - heads[:, :1]
    size = np.ptp(model.v_template)
    assert np.abs(heads + shift - joints).max() < 1e-3 * size
    assert np.abs(found + shift - vertices).max() < 1e-3 * size


def test_rest_pose_stands_before_the_camera_and_bones_end_where_children_start(body):
    model, template = body
    skeleton = template.skeleton
    np.testing.assert_allclose(template.v_template, model.v_template * [1, -1, -1], atol=1e-6)
    assert len(skeleton.names) == len(set(skeleton.names)) == len(model.parents)
    np.testing.assert_allclose(skeleton.weights.weight.sum(1), 1, atol=1e-5)
    assert skeleton.weights.index.shape[1] <= 8
    for bone in range(len(model.parents)):
        children = skeleton.parents == bone
        if children.any():
            np.testing.assert_allclose(skeleton.tails[bone], skeleton.heads[children].mean(0), atol=1e-5)


@pytest.mark.parametrize("side", ["right", "left"])
def test_fit_recovers_a_known_pose(body, side):
    model, template = body
    vertices, joints, _, _ = posed(model, seed=1)
    place = np.array([0.2, 0.1, 3], np.float32)
    vertices, joints = vertices + place, joints + place
    if side == "left":
        template = template.mirrored()
        vertices, joints = vertices * [-1, 1, 1], joints * [-1, 1, 1]
    motion = fit_sequence(template, vertices)
    betas = np.broadcast_to(motion.betas, (len(vertices), 10))
    found, _ = Skinner(template).pose(betas, motion.rotations)
    size_mm = 1000 * np.ptp(model.v_template)
    off = 1000 * np.linalg.norm(found + motion.translation[:, None] - vertices, axis=-1)
    assert off.mean() < 0.001 * size_mm
    assert motion.error_mm.max() < 0.002 * size_mm


def posed_by_file(model, npz, frames):
    """Meshes in camera axes that the file's own layer makes of what an npz holds in AMASS's layout."""
    with np.load(npz) as data, torch.no_grad():
        poses, trans = (torch.from_numpy(data[name][:frames]) for name in ("poses", "trans"))
        betas = torch.from_numpy(data["betas"]).expand(len(poses), -1)
        assert (data["mocap_framerate"], data["gender"]) == (30, "neutral")
        assert poses.shape[1] == 3 * len(data["bone_names"])
        return (BodyModelLayer(model)(poses, betas).vertices + trans[:, None]).numpy() @ Z_UP


def test_npz_poses_the_body_of_the_file_onto_the_recorded_mesh(body, monkeypatch, tmp_path):
    model, template = body
    monkeypatch.setattr(template_module, "installed_template", lambda sha256: template)
    vertices, *_ = posed(model, seed=3)
    vertices += np.array([0.4, -0.2, 3], np.float32)
    path = record_one(tmp_path / "a.h5", template, np.arange(len(vertices)) / 30, vertices)
    (file,) = export(path, "npz", tmp_path / "a.npz", ExportSettings(origin="camera", fps=30))
    off = np.linalg.norm(posed_by_file(model, file, len(vertices)) - vertices, axis=-1)
    assert off.mean() < 0.001 * np.ptp(model.v_template)


def test_pose_and_shape_of_an_smpl_head_are_exported(tmp_path, monkeypatch):
    smpl = published_files.write_smpl(tmp_path / "SMPL.pkl")
    mano = published_files.write_mano(tmp_path / "MANO.pkl")
    published_files.write_fastmetro_data(tmp_path / "data", smpl["v_template"], mano["v_template"])
    model = read_body_model(tmp_path / "SMPL.pkl", "SMPL")  # bends its surface at joints too
    template = body_template(model, tmp_path / "data")
    monkeypatch.setattr(template_module, "installed_template", lambda sha256: template)
    vertices, _, rotations, betas = posed(model, seed=4)
    vertices += np.array([0.4, -0.2, 3], np.float32)
    wavering = betas + np.linspace(-0.3, 0.3, len(vertices), dtype=np.float32)[:, None]
    head = {"smpl_rotmat": rotations, "smpl_betas": wavering}
    path = record_one(tmp_path / "a.h5", template, np.arange(len(vertices)) / 30, vertices, parameters=head)
    (file,) = export(path, "npz", tmp_path / "a.npz", ExportSettings(origin="camera", fps=30))
    with np.load(file) as data:
        np.testing.assert_allclose(data["betas"], betas, atol=1e-5)
        poses = rotation_matrices(data["poses"].reshape(-1, 24, 3))
        np.testing.assert_allclose(poses[:, 1:], rotations[:, 1:], atol=1e-4)
    off = np.linalg.norm(posed_by_file(model, file, len(vertices)) - vertices, axis=-1)
    assert off.max() < 0.002
    with Recording(path) as recording:
        bones = RecordedMotion(recording, 1).bones(template, no_progress)
        np.testing.assert_allclose(bones.fitted.rotations[:, 0], rotations[:, 0] @ FLIP, atol=1e-6)


def test_recordings_of_imported_bodies_and_hands_are_refined(body, monkeypatch, tmp_path):
    model, template = body
    monkeypatch.setattr(template_module, "installed_template", lambda sha256: template)
    vertices, *_ = posed(model, seed=2, frames=40)
    times = np.arange(40) / 30
    path = record_one(tmp_path / "a.h5", template, times, vertices + np.array([0, 0, 3]), missing=(20, 21))
    with Recording(path) as recording:
        track, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        meshes = np.concatenate(list(blocks(track)))
    assert figures.filled_frames == 2
    assert meshes.shape == vertices.shape
    apart = meshes - vertices
    off = np.linalg.norm(apart - apart.mean(1, keepdims=True), axis=-1)
    assert off.mean() < 0.02 * np.ptp(model.v_template)
