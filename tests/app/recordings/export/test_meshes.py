"""Sequences of meshes and point caches are the recorded ones, dressed."""

import struct
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.export.formats import FORMATS
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.refine import RefineSettings
from app.recordings.motion.track import Track
from app.recordings.reader import Recording
from tests.fakes.meshes import Y_UP, apart_mm, dressed, faces_in_obj, sampled
from tests.fakes.recorded_take import TIMES, make_person, record_one, write_take


def test_obj_sequence_has_a_file_for_each_moment_a_person_was_there(take, anny, tmp_path):
    path, meshes = take
    export(path, "obj", tmp_path / "take", ExportSettings(origin="camera", fps=30))
    names = sorted(file.name for file in (tmp_path / "take").iterdir())
    here = [0, 1, 2, 3, 18, 19, 20]
    assert names == [f"person1_{i:06d}.obj" for i in here] + [f"person4_{i:06d}.obj" for i in here[1:]]
    file = tmp_path / "take" / "person1_000019.obj"
    lines = file.read_text().splitlines()
    vertices = np.array([line.split()[1:] for line in lines if line.startswith("v ")], float)
    assert apart_mm(vertices * Y_UP, dressed(sampled(meshes[1], TIMES, 19 / 30), anny.faces[0])).max() < 0.2
    np.testing.assert_array_equal(faces_in_obj(file), anny.faces[0])


@pytest.mark.parametrize("kind", ["obj", "ply"])
@pytest.mark.parametrize("output", [".", "..", "../here/"])
def test_a_sequence_goes_into_the_folder_that_dots_mean(take, tmp_path, monkeypatch, kind, output):
    here = tmp_path / "above" / "here"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    folder = (here / output).resolve()
    files = export(take[0], kind, Path(output), ExportSettings(origin="camera", person=1))
    assert files == [folder]
    made = {file for file in tmp_path.rglob("*") if file.is_file()}
    assert made == set(folder.glob(f"person1_*.{kind}"))
    assert len(made) == 7
    assert [file.name for file in tmp_path.iterdir()] == ["above"]


@pytest.fixture(scope="module", params=[0.5, 1, 2, 3])
def slow_take(request, anny, tmp_path_factory):
    """A recording of few frames a second, in one of which nobody was found: (path, moments, the missing)."""
    times, missing = np.arange(8) / request.param, 4
    times[1:-1] += np.random.default_rng(0).uniform(-0.1, 0.1, 6) / request.param
    path = tmp_path_factory.mktemp("slow") / "slow.h5"
    meshes = np.tile(anny.v_template, (8, 1, 1))
    return record_one(path, anny, times, meshes, missing=[missing]), times, missing


def test_a_recording_of_few_frames_a_second_is_exported_but_for_the_missing(slow_take, tmp_path):
    path, times, missing = slow_take
    moments = np.arange(np.ceil(30 * times[0]), np.floor(30 * times[-1] + 1e-6) + 1)
    away = (moments > 30 * times[missing - 1]) & (moments < 30 * times[missing + 1])
    export(path, "ply", tmp_path / "take", ExportSettings(origin="camera", fps=30))
    names = sorted(file.name for file in (tmp_path / "take").iterdir())
    assert names == [f"person1_{i:06.0f}.ply" for i in moments[~away]]
    with np.load(export(path, "npz", tmp_path / "take.npz", ExportSettings(fps=30))[0]) as data:
        np.testing.assert_array_equal(data["present"], ~away)
    with Recording(path) as recording:
        assert Track(RecordedMotion(recording, 1)).absences() == [(times[missing], times[missing + 1])]


def test_an_export_that_has_nothing_to_write_says_so(anny, tmp_path, capsys):
    times = np.array([0.1, 0.2, 1.8, 1.9])
    path = record_one(tmp_path / "a.h5", anny, times, np.tile(anny.v_template, (4, 1, 1)))
    words = ["export", str(path), "--to", "obj", "-o", str(tmp_path / "out"), "--fps", "1"]
    assert main.main(words) == 1
    told = capsys.readouterr()
    assert "At 1 frames a second nobody is ever there" in told.err
    assert "wrote" not in told.out
    assert [file.name for file in tmp_path.iterdir()] == ["a.h5"]


def test_ply_sequence_is_read_by_another_library_as_the_same_meshes(take, anny, tmp_path):
    path, meshes = take
    export(path, "ply", tmp_path / "take", ExportSettings(origin="camera", fps=30))
    names = sorted(file.name for file in (tmp_path / "take").iterdir())
    here = [0, 1, 2, 3, 18, 19, 20]
    assert names == [f"person1_{i:06d}.ply" for i in here] + [f"person4_{i:06d}.ply" for i in here[1:]]
    mesh = trimesh.load(tmp_path / "take" / "person1_000019.ply", process=False)
    assert (
        apart_mm(mesh.vertices * Y_UP, dressed(sampled(meshes[1], TIMES, 19 / 30), anny.faces[0])).max() < 0.2
    )
    np.testing.assert_array_equal(mesh.faces, anny.faces[0])


def test_pc2_holds_the_meshes_at_a_constant_rate(take, anny, tmp_path):
    path, meshes = take
    export(path, "pc2", tmp_path / "take.pc2", ExportSettings(origin="camera", person=1, fps=30))
    content = (tmp_path / "take.pc2").read_bytes()
    header = struct.unpack_from("<12siiffi", content)
    assert header == (b"POINTCACHE2\0", 1, anny.num_vertices, 0.0, 1.0, 21)
    values = np.frombuffer(content, "<f4", offset=32).reshape(21, -1, 3)
    for sample in (0, 10, 20):
        expected = dressed(sampled(meshes[1], TIMES, min(sample / 30, TIMES[-1])), anny.faces[0])
        assert apart_mm(values[sample] * Y_UP, expected).max() < 0.2
    assert (tmp_path / "take.obj").is_file()


@pytest.mark.parametrize("refine", [None, RefineSettings()])
@pytest.mark.parametrize("kind", ["obj", "ply", "pc2", "npz", "usd-points"])
def test_both_hands_are_exported_with_their_outside_out(anny, tmp_path, kind, refine):
    def hand(person_id, is_left):
        mesh = anny.v_template * (np.float32([-1, 1, 1]) if is_left else 1)
        vertices, root = anny.centred(mesh)
        return replace(make_person(anny, person_id, vertices, root[0]), is_left=is_left)

    frames = [(i / 30, (hand(1, False), hand(2, True))) for i in range(3)]
    path = write_take(tmp_path / "hands.h5", anny, frames, sha256="not installed")
    outward = {1: anny.faces[0], 2: anny.faces[0][:, ::-1]}
    suffix = "".join(FORMATS[kind].suffixes[:1])
    if kind.startswith("usd"):
        pytest.importorskip("pxr")
    export(path, kind, tmp_path / f"out{suffix}", ExportSettings(refine=refine))
    for person_id, expected in outward.items():
        if kind == "npz":
            with np.load(tmp_path / f"out-{person_id}.npz") as data:
                found = data["faces"]
        elif kind == "ply":
            file = tmp_path / "out" / f"person{person_id}_000001.ply"
            found = trimesh.load(file, process=False).faces
        elif kind == "usd-points":
            from pxr import Usd, UsdGeom

            stage = Usd.Stage.Open(str(tmp_path / "out.usdc"))
            mesh = UsdGeom.Mesh.Get(stage, f"/people/person_{person_id}")
            found = np.array(mesh.GetFaceVertexIndicesAttr().Get()).reshape(-1, 3)
        else:
            file = f"out-{person_id}.obj" if kind == "pc2" else f"out/person{person_id}_000001.obj"
            found = faces_in_obj(tmp_path / file)
        np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("is_left", [False, True])
def test_a_hand_first_taken_for_the_other_one_is_exported_with_its_outside_out(anny, tmp_path, is_left):
    def hand(is_left):
        vertices, root = anny.centred(anny.v_template * (np.float32([-1, 1, 1]) if is_left else 1))
        return replace(make_person(anny, 1, vertices, root[0]), is_left=is_left)

    frames = [(i / 30, (hand(is_left == (i > 1)),)) for i in range(6)]
    path = write_take(tmp_path / "hand.h5", anny, frames, sha256="not installed")
    export(path, "npz", tmp_path / "out.npz")
    with np.load(tmp_path / "out.npz") as data:
        np.testing.assert_array_equal(data["faces"], anny.faces[0][:, :: -1 if is_left else 1])
        meshes = data["vertices"] + data["translation"][:, None]
    mirrored = [not is_left] * 2 + [is_left] * 4
    for mesh, left in zip(meshes, mirrored, strict=True):  # as they were recorded
        expected = anny.v_template * (np.float32([-1, 1, 1]) if left else 1)
        np.testing.assert_allclose(mesh, expected, atol=1e-3)
