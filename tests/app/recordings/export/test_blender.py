"""Exported files opened by real Blender hold the people that were recorded, where and when they were."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import main
from app.recordings.export.bone_names import bone_names
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.axes import Z_UP
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.track import Track
from app.recordings.progress import no_progress
from app.recordings.reader import Recording
from models.body.skinning import Skinner
from tests.fakes.meshes import dressed
from tests.fakes.recorded_take import TIMES, record_take

pytestmark = pytest.mark.slow

FPS = 30
EXPORT = ExportSettings(fps=FPS, influences=8, origin="camera")
BETWEEN = np.array([0.015, 0.09, 0.62])  # no recorded moments


@pytest.fixture(scope="session")
def blender(pytestconfig):
    """The Python of a virtual environment with Blender, made if it is not there (1 GB).

    The environment variable FASTMETRO_BLENDER names its folder; otherwise it is in pytest's cache.
    """
    folder = Path(os.environ.get("FASTMETRO_BLENDER") or pytestconfig.cache.mkdir("blender"))
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    if subprocess.run([python, "-c", "import bpy"], capture_output=True).returncode != 0:
        words = ["-m", "pip", "install", "--disable-pip-version-check", "-q", "bpy"]
        made = subprocess.run([python, *words], capture_output=True, text=True)
        if made.returncode != 0:
            pytest.skip(f"pip cannot install Blender (bpy) for this Python: {made.stderr.splitlines()[-1]}")
    return python


@pytest.fixture
def look(blender, tmp_path):
    """A function that lets Blender import a file: what is where at moments in seconds, in camera axes."""

    def at(file, times):
        script = Path(__file__).parents[3] / "fakes" / "blender_look.py"
        words = [blender, script, file, tmp_path / "found.npz", str(FPS), *map(str, times)]
        run = subprocess.run(words, capture_output=True, text=True, timeout=300)
        assert run.returncode == 0, run.stderr[-2000:]
        with np.load(tmp_path / "found.npz") as found:
            return {
                name.replace("_", " "): array @ Z_UP if array.dtype.kind == "f" else array
                for name, array in found.items()
            }

    return at


@pytest.fixture(scope="module", params=["made", "sample"])
def take(request, anny, tmp_path_factory):
    """A recording of two made people, and one of the sample clip through the whole program."""
    path = tmp_path_factory.mktemp("take") / f"{request.param}.h5"
    if request.param == "made":
        record_take(anny, path)
    else:
        assert main.main(["run", "sample", "--max-frames", "12", "--no-overlay", "--record", str(path)]) == 0
    return path


def tracks_of(recording):
    return [Track(RecordedMotion(recording, person_id)) for person_id in recording.ids]


def times_of(track):
    """The person's own moments, and some between two of them that are near."""
    near = np.flatnonzero(np.diff(track.times_s) < 0.1)[::2]
    return np.sort(np.append(track.times_s, track.times_s[near] + 0.4 * np.diff(track.times_s)[near]))


def posed(motion):
    """Meshes (T, V, 3) and bone heads (T, B, 3) of our own skinning."""
    fitted = motion.fitted
    betas = np.tile(fitted.betas, (len(fitted.rotations), 1))
    vertices, heads = Skinner(motion.template).pose(betas, fitted.rotations)
    return vertices + fitted.translation[:, None], heads + fitted.translation[:, None]


def apart_mm(one, two):
    return 1000 * np.linalg.norm(one - two, axis=-1)


@pytest.mark.parametrize(("kind", "ending"), [("glb", "glb"), ("usd", "usdc")])
def test_skinned_people_are_posed_as_we_pose_them(take, anny, look, tmp_path, kind, ending):
    (file,) = export(take, kind, tmp_path / f"take.{ending}", EXPORT)
    with Recording(take) as recording:
        for track in tracks_of(recording):
            times = times_of(track)
            found = look(file, times)
            motion = track.motion.bones(anny, no_progress).at(times)
            meshes, heads = posed(motion)
            stays = np.setdiff1d(np.arange(anny.num_vertices), track.mannequin.moved)
            assert apart_mm(found[f"mesh/person {track.id}"], meshes)[:, stays].max() < 2
            assert apart_mm(found[f"bones/person {track.id}"], heads).max() < 2
            assert len(found[f"names/person {track.id}"]) == len(anny.skeleton.names)


@pytest.mark.parametrize(("kind", "ending"), [("glb", "glb"), ("usd", "usdc")])
def test_skin_of_a_body_without_noise_is_the_recorded_mesh(anny, look, tmp_path, kind, ending):
    meshes = record_take(anny, tmp_path / "take.h5")
    (file,) = export(tmp_path / "take.h5", kind, tmp_path / f"take.{ending}", EXPORT)
    for person_id, expected in meshes.items():
        found = look(file, TIMES[-len(expected) :])[f"mesh/person {person_id}"]
        apart = apart_mm(found, dressed(expected, anny.faces[0]))
        assert np.percentile(apart, 90) < 3
        assert np.percentile(apart, 99) < 20


def test_points_are_the_recorded_ones(take, look, tmp_path):
    (file,) = export(take, "usd-points", tmp_path / "take.usdc", EXPORT)
    with Recording(take) as recording:
        for track in tracks_of(recording):
            times = times_of(track)
            found = look(file, times)[f"mesh/person {track.id}"]
            for mesh, time in zip(found, times, strict=True):
                assert apart_mm(mesh, track.mesh_at(time)).max() < 0.1


def test_bones_of_bvh_are_ours_at_every_frame(take, anny, look, tmp_path):
    files = export(take, "bvh", tmp_path / "take.bvh", EXPORT)
    with Recording(take) as recording:
        for file, track in zip(files, tracks_of(recording), strict=True):
            times = track.sample_times(FPS)
            found = look(file, times - times[0])
            _, heads = posed(track.motion.bones(anny, no_progress).at(times))
            assert found[f"names/{file.stem}"].tolist() == list(bone_names(anny.skeleton, "anny"))
            assert apart_mm(found[f"bones/{file.stem}"], heads).max() < 0.1
