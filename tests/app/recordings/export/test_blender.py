"""Exported files opened by real Blender hold the people that were recorded, where and when they were."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from scipy.spatial import cKDTree

import main
from app.recordings.export.bone_names import bone_names
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.axes import Z_UP
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.track import Track
from app.recordings.progress import no_progress
from app.recordings.reader import Recording
from models.body.skinning import Skinner
from tests.fakes.bone_tables import DOCUMENTED
from tests.fakes.meshes import dressed
from tests.fakes.recorded_take import TIMES, record_take

pytestmark = pytest.mark.slow

FPS = 30
EXPORT = ExportSettings(fps=FPS, origin="camera")
SKINNED = replace(EXPORT, influences=8)
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


def nearest(expected, found):
    """Of found (T, N, 3) vertices those that move most like each of (T, V, 3).

    Blender doubles those of a GLB that belong to two materials.
    """
    by_vertex = [points.transpose(1, 0, 2).reshape(points.shape[1], -1) for points in (expected, found)]
    return found[:, cKDTree(by_vertex[1]).query(by_vertex[0])[1]]


def apart_mm(one, two):
    return 1000 * np.linalg.norm(one - two, axis=-1)


@pytest.mark.parametrize(("kind", "ending"), [("glb", "glb"), ("usd", "usdc")])
def test_skinned_people_are_posed_as_we_pose_them(take, anny, look, tmp_path, kind, ending):
    (file,) = export(take, kind, tmp_path / f"take.{ending}", SKINNED)
    with Recording(take) as recording:
        for track in tracks_of(recording):
            times = times_of(track)
            found = look(file, times)
            motion = track.motion.bones(anny, no_progress).at(times)
            meshes, heads = posed(motion)
            stays = np.setdiff1d(np.arange(anny.num_vertices), track.mannequin.moved)
            expected = meshes[:, stays]
            assert apart_mm(nearest(expected, found[f"mesh/person {track.id}"]), expected).max() < 2
            assert apart_mm(found[f"bones/person {track.id}"], heads).max() < 2
            assert len(found[f"names/person {track.id}"]) == len(anny.skeleton.names)


@pytest.mark.parametrize(("kind", "ending"), [("glb", "glb"), ("usd", "usdc")])
def test_skin_of_a_body_without_noise_is_the_recorded_mesh(anny, look, tmp_path, kind, ending):
    meshes = record_take(anny, tmp_path / "take.h5")
    (file,) = export(tmp_path / "take.h5", kind, tmp_path / f"take.{ending}", SKINNED)
    for person_id, expected in meshes.items():
        found = look(file, TIMES[-len(expected) :])[f"mesh/person {person_id}"]
        expected = dressed(expected, anny.faces[0])
        apart = apart_mm(nearest(expected, found), expected)
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


LIMBS = {
    "vrm": ("UpperArm", "LowerArm", "Hand", "UpperLeg", "LowerLeg", "Foot"),
    "mixamo": ("Arm", "ForeArm", "Hand", "UpLeg", "Leg", "Foot"),
    "unreal": ("upperarm", "lowerarm", "hand", "thigh", "calf", "foot"),
    "rokoko": ("Arm", "ForeArm", "Hand", "Thigh", "Shin", "Foot"),
}


def limb_names(names):
    """The six joints of both sides, shoulder to wrist and hip to ankle, as a system calls them."""
    if names == "unreal":
        return [f"{part}_{side}" for side in "lr" for part in LIMBS[names]]
    left, right = ("left", "right") if names == "vrm" else ("Left", "Right")
    prefix = "mixamorig:" if names == "mixamo" else ""
    return [f"{prefix}{side}{part}" for side in (left, right) for part in LIMBS[names]]


def degrees_apart(one, two):
    one, two = (ways / np.linalg.norm(ways, axis=-1, keepdims=True) for ways in (one, two))
    return np.degrees(np.arccos(np.clip((one * two).sum(-1), -1, 1)))


@pytest.fixture
def retarget(blender, tmp_path):
    """A function that lets a second armature follow a file's by names; what Blender then has."""

    def follow(file, names):
        script = Path(__file__).parents[3] / "fakes" / "blender_retarget.py"
        words = [blender, script, file, tmp_path / "found.npz", *names]
        run = subprocess.run(words, capture_output=True, text=True, timeout=300)
        assert run.returncode == 0, run.stderr[-2000:]
        with np.load(tmp_path / "found.npz") as found:
            return dict(found)

    return follow


@pytest.mark.parametrize("kind", ["glb", "usd", "bvh"])
@pytest.mark.parametrize("names", DOCUMENTED)
def test_other_skeletons_move_by_the_documented_names(anny, retarget, tmp_path, kind, names):
    record_take(anny, tmp_path / "take.h5")
    ending = "usdc" if kind == "usd" else kind
    settings = ExportSettings(person=1, fps=FPS, names=names, rest="t")
    (file,) = export(tmp_path / "take.h5", kind, tmp_path / f"take.{ending}", settings)
    written = {name.replace(":", "_") if kind == "usd" else name for name in DOCUMENTED[names]}
    found = retarget(file, sorted(written))
    assert written <= set(found["names"].tolist())
    assert not any("." in name for name in found["names"].tolist())
    order = [sorted(written).index(n.replace(":", "_") if kind == "usd" else n) for n in limb_names(names)]
    assert len(found["first"]) > 15
    # Upper arms, forearms, thighs and shins of both sides.
    first, played, followed = (
        np.diff(found[which][:, order].reshape(-1, 4, 3, 3), axis=2).reshape(-1, 8, 3)
        for which in ("first", "played", "followed")
    )
    assert np.ptp(first, axis=0).max(axis=-1).min() > 0.03
    assert degrees_apart(first, played).max() < 0.1
    assert degrees_apart(first, followed).max() < 3  # without twist bones, which bend a little


def test_blenders_vrm_add_on_loads_the_avatar_in_a_t_pose(anny, blender, retarget, tmp_path):
    words = [blender, "-m", "pip", "install", "--disable-pip-version-check", "-q", "bpy-vrm-format==4.10.2"]
    if subprocess.run([blender, "-c", "import io_scene_vrm"], capture_output=True).returncode != 0:
        made = subprocess.run(words, capture_output=True, text=True)
        if made.returncode != 0:
            pytest.skip(f"pip cannot install Blender's VRM add-on: {made.stderr.splitlines()[-1]}")
    record_take(anny, tmp_path / "take.h5")
    (file,) = export(tmp_path / "take.h5", "vrm", tmp_path / "me.vrm", ExportSettings(person=1))
    found = retarget(file, sorted(DOCUMENTED["vrm"]))
    rest = dict(zip(found["names"].tolist(), found["rest"], strict=True))
    assert set(rest) >= DOCUMENTED["vrm"]
    arm = rest["leftHand"] - rest["leftUpperArm"]
    np.testing.assert_allclose(arm / np.linalg.norm(arm), [1, 0, 0], atol=0.03)


def test_the_recipe_for_fbx_keeps_bones_and_motion(anny, blender, retarget, tmp_path):
    """The lines in docs/recordings.md, run by Blender's Python."""
    record_take(anny, tmp_path / "take.h5")
    settings = ExportSettings(person=1, names="mixamo", rest="t")
    export(tmp_path / "take.h5", "glb", tmp_path / "take.glb", settings)
    text = (Path(__file__).parents[4] / "docs/recordings.md").read_text(encoding="utf-8")
    recipe = text.partition("glb_to_fbx.py`.\n\n```python\n")[2].partition("```")[0]
    run = subprocess.run([blender, "-c", recipe], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[-2000:]
    names = limb_names("mixamo")
    of_glb, of_fbx = (retarget(tmp_path / f"take.{kind}", names) for kind in ("glb", "fbx"))
    assert set(of_fbx["names"]) == set(of_glb["names"])
    assert len(of_fbx["first"]) == len(of_glb["first"]) > 15
    assert apart_mm(of_glb["first"], of_fbx["first"]).max() < 1
