"""Bones that were found live are recorded, read back, outlive repairs, and spare exports the search."""

from dataclasses import replace

import h5py
import numpy as np
import pytest

from app.live.live_bones import LiveBones
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion import motion as motion_module
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.refine import RefineSettings
from app.recordings.motion.refined_recording import RefinedRecording
from app.recordings.reader import Recording
from app.recordings.repair import repair
from models.body.fitting import fit_sequence
from models.body.skinning import Skinner, corpus_rotations, rotation_matrices
from tests.app.cli.doll_clip import run
from tests.fakes.edited_recordings import edited
from tests.fakes.posed_people import posed_person
from tests.fakes.recorded_take import make_person, write_take

FRAMES = 90  # of which the shape is learned in the first sixty


@pytest.fixture(scope="module")
def live_people(anny):
    """Somebody who moves, with the bones that are found live."""
    rng = np.random.default_rng(0)
    start, end = rng.normal(0, 0.3, (2, 22, 3))
    share = 0.5 - 0.5 * np.cos(np.linspace(0, 2 * np.pi, FRAMES))[:, None, None]
    rotations = corpus_rotations(anny, start + share * (end - start))
    betas = np.tile(anny.skeleton.population[3], (FRAMES, 1))
    bones, people = LiveBones(anny), []
    for mesh in Skinner(anny).pose(betas, rotations)[0]:
        vertices, root = anny.centred(mesh)
        person = make_person(anny, 1, vertices, root[0] + np.array([0, 0, 3], np.float32))
        people += bones.of_everybody((person,), {1})
    return people


@pytest.fixture
def take(live_people, anny, tmp_path):
    frames = [(i / 30, (person,)) for i, person in enumerate(live_people)]
    return write_take(tmp_path / "take.h5", anny, frames)


def assert_same_pose(found, expected):
    np.testing.assert_allclose(found.rotations, expected.rotations, atol=1e-5)
    for name in ("betas", "translation", "error_mm"):
        np.testing.assert_allclose(getattr(found, name), getattr(expected, name), atol=1e-5)


def test_poses_come_back(take, live_people):
    with Recording(take) as recording:
        assert recording.has_poses
        for row in (0, FRAMES - 1):
            assert_same_pose(recording.frame(row).people[0].pose, live_people[row].pose)


def test_people_without_known_bones_have_none(anny, tmp_path):
    with_pose = posed_person(anny, 1, 1)
    frames = [(0.0, (replace(with_pose, pose=None), with_pose)), (0.1, (with_pose,))]
    with Recording(write_take(tmp_path / "a.h5", anny, frames)) as recording:
        without, also = recording.frame(0).people
        assert without.pose is None
        assert_same_pose(also.pose, with_pose.pose)


def test_a_body_without_bones_and_an_older_recording_have_none(doll, take, tmp_path):
    person = make_person(doll, 1, doll.v_template, np.array([0, 0, 3], np.float32))
    with Recording(write_take(tmp_path / "doll.h5", doll, [(0.0, (person,))])) as recording:
        assert not recording.has_poses
        assert recording.frame(0).people[0].pose is None
    with edited(take) as file:
        for name in ("pose", "betas", "root", "pose_error_mm"):
            del file["people"][name]
    with Recording(take) as recording:
        assert recording.frame(0).people[0].pose is None


@pytest.mark.parametrize(
    "shapes", [{"pose": (7, 4)}, {"betas": ()}, {"root": (2,)}, {"pose": (), "pose_error_mm": (2,)}]
)
def test_tables_of_another_shape_are_no_poses(take, shapes):
    with edited(take) as file:
        for name, shape in shapes.items():
            del file["people"][name]
            file["people"].create_dataset(name, data=np.ones((FRAMES, *shape), "f4"))
    with Recording(take) as recording:
        assert not recording.has_poses
        assert recording.frame(0).people[0].pose is None


def test_poses_outlive_a_repair_and_lost_ones_are_not_made_up(take, live_people, tmp_path):
    repaired = repair(take, tmp_path / "b.h5").path
    with Recording(repaired) as recording:
        assert_same_pose(recording.frame(50).people[0].pose, live_people[50].pose)
    with h5py.File(take, "r") as file:
        chunk = file["people/root"].id.get_chunk_info(1)
    first = chunk.chunk_offset[0]
    damaged = bytearray(take.read_bytes())
    damaged[chunk.byte_offset : chunk.byte_offset + chunk.size] = b"\xff" * chunk.size  # not numbers
    take.write_bytes(damaged)
    report = repair(take, tmp_path / "c.h5")
    assert "root" in report.partly
    with Recording(report.path) as recording:
        people = [recording.frame(row).people[0] for row in range(len(recording))]
        assert all(person.pose is None for person in people[first : first + 16])
        assert_same_pose(people[first - 1].pose, live_people[first - 1].pose)


def test_exports_take_recorded_bones_with_one_shape(take, anny, monkeypatch):
    with Recording(take) as recording:
        motion = RecordedMotion(recording, 1)
        meshes = np.concatenate([motion.meshes(0, FRAMES)])
        searched = fit_sequence(anny, meshes)
        monkeypatch.setattr(motion_module, "fit_sequence", None)  # whoever searches fails
        taken = motion.bones(anny, lambda *_: None).fitted
        held = recording.frame(FRAMES - 1).people[0].pose
    np.testing.assert_array_equal(taken.betas, held.betas)
    np.testing.assert_allclose(taken.rotations[-1], held.rotations, atol=1e-5)
    assert taken.error_mm.mean() < searched.error_mm.mean() + 0.5
    assert taken.error_mm.max() < searched.error_mm.max() + 1
    posed = Skinner(anny).pose(np.tile(taken.betas, (FRAMES, 1)), taken.rotations)[0]
    apart = np.linalg.norm(posed + taken.translation[:, None] - meshes, axis=-1)
    assert apart.mean() < 0.004


def test_fingers_that_were_read_stay_as_they_were_recorded(live_people, anny, tmp_path):
    """Also in the frames in which the shape was being learned."""
    fingers = [i for i, name in enumerate(anny.skeleton.names) if name.startswith("finger")]
    frames = []
    for i, person in enumerate(live_people):
        rotations = person.pose.rotations.copy()
        rotations[fingers] = rotation_matrices(np.full((len(fingers), 3), 0.002 * i))
        frames.append((i / 30, (replace(person, pose=replace(person.pose, rotations=rotations)),)))
    with Recording(write_take(tmp_path / "take.h5", anny, frames)) as recording:
        fitted = RecordedMotion(recording, 1).bones(anny, lambda *_: None).fitted
    expected = [people[0].pose.rotations[fingers] for _, people in frames]
    np.testing.assert_allclose(fitted.rotations[:, fingers], expected, atol=1e-5)


def test_bones_that_fit_another_body_are_looked_for_again(take, anny):
    with edited(take) as file:
        turns = file["people/pose"][()]
        del file["people/pose"]
        file["people"].create_dataset("pose", data=turns[:, :50])
    with Recording(take) as recording:
        fitted = RecordedMotion(recording, 1).bones(anny, lambda *_: None).fitted
    assert fitted.rotations.shape[1] == len(anny.skeleton.names)
    assert fitted.error_mm.mean() < 4


def test_refined_people_do_not_keep_the_bones_of_the_recorded_mesh(take):
    refined = RefinedRecording.of(take, RefineSettings(), lambda *_: None)
    assert refined.people(refined.recording.frame(3))[0].pose is None
    refined.close()


@pytest.mark.slow
def test_what_run_records_of_the_sample_is_exported_without_a_search(tmp_path, monkeypatch):
    assert run("run", "sample", "--max-frames", "90", "--no-overlay", "--record", tmp_path / "a.h5") == 0
    with Recording(tmp_path / "a.h5") as recording:
        assert all(p.pose is not None for frame in recording.frames() for p in frame.people)
    monkeypatch.setattr(motion_module, "fit_sequence", None)
    export(tmp_path / "a.h5", "glb", tmp_path / "a.glb", ExportSettings())
