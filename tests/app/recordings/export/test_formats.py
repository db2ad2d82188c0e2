"""Exported recordings, read back by others or from the format's own definition, hold the recorded motion."""

import contextlib
import json
import struct
from dataclasses import replace
from pathlib import Path

import cv2
import h5py
import numpy as np
import pytest
import trimesh
from scipy.spatial.transform import Rotation

import main
from app.options import Options
from app.recordings.export.exporter import export
from app.recordings.export.formats import FORMATS
from app.recordings.motion.refine import RefineSettings
from app.recordings.motion.track import Track, fit, frame_rate
from app.recordings.reader import Recording
from app.recordings.schema import RecordedFrame, RecordingError
from app.recordings.video_recorder import VideoKeeper, video_name
from app.recordings.video_writer import VideoError
from app.recordings.writer import RecordingWriter
from app.system.errors import command_sentence
from models.body.skinning import CAMERA_FROM_BODY, Skinner, chain, rotation_matrices
from models.errors import UserError
from tests.fakes.recorded_take import TIMES, make_person, record_one, record_take, write_take

Y_UP = np.array([1, -1, -1])


@pytest.fixture(scope="module")
def take(anny, tmp_path_factory):
    """A recording of persons 1 (all frames) and 4 (from the second frame on): (path, {id: (N, V, 3)})."""
    path = tmp_path_factory.mktemp("take") / "take.h5"
    return path, record_take(anny, path)


def apart_mm(one, two):
    return 1000 * np.linalg.norm(one - two, axis=-1)


# ----------------------------------------------------------------------------------------------------------
# GLB


class Glb:
    """A GLB file as its specification defines it, skinned in numpy."""

    def __init__(self, content):
        magic, version, length = struct.unpack_from("<4sII", content)
        assert (magic, version, length) == (b"glTF", 2, len(content))
        size, kind = struct.unpack_from("<I4s", content, 12)
        assert kind == b"JSON"
        self.json = json.loads(content[20 : 20 + size])
        _, kind = struct.unpack_from("<I4s", content, 20 + size)
        assert kind == b"BIN\0"
        self.buffer = content[28 + size :]

    def array(self, accessor):
        a = self.json["accessors"][accessor]
        view = self.json["bufferViews"][a["bufferView"]]
        dtype = {5126: "<f4", 5121: "u1", 5123: "<u2"}[a["componentType"]]
        shape = {"SCALAR": (), "VEC3": (3,), "VEC4": (4,), "MAT4": (4, 4)}[a["type"]]
        count = a["count"] * int(np.prod(shape))
        return np.frombuffer(self.buffer, dtype, count, view["byteOffset"]).reshape(a["count"], *shape)

    def skinned(self, mesh_node, key):
        """Vertices of a mesh at a key of its animation."""
        nodes = [dict(node) for node in self.json["nodes"]]
        animation = self.json["animations"][0]
        for channel in animation["channels"]:
            sampler = animation["samplers"][channel["sampler"]]
            values = self.array(sampler["output"])
            target = channel["target"]
            nodes[target["node"]][target["path"]] = values[min(key, len(values) - 1)]
        world = {}

        def place(node, above):
            local = np.eye(4)
            local[:3, :3] = Rotation.from_quat(nodes[node].get("rotation", [0, 0, 0, 1])).as_matrix()
            local[:3, 3] = nodes[node].get("translation", [0, 0, 0])
            world[node] = above @ local
            for child in nodes[node].get("children", []):
                place(child, world[node])

        for root in self.json["scenes"][0]["nodes"]:
            place(root, np.eye(4))
        skin = self.json["skins"][nodes[mesh_node]["skin"]]
        unbind = self.array(skin["inverseBindMatrices"]).transpose(0, 2, 1)
        matrices = np.stack([world[joint] for joint in skin["joints"]]) @ unbind
        attributes = self.json["meshes"][nodes[mesh_node]["mesh"]]["primitives"][0]["attributes"]
        joints = np.concatenate([self.array(attributes[f"JOINTS_{i}"]) for i in (0, 1)], 1)
        weights = np.concatenate([self.array(attributes[f"WEIGHTS_{i}"]) for i in (0, 1)], 1)
        np.testing.assert_allclose(weights.sum(1), 1, atol=1e-5)
        blended = (weights[..., None, None] * matrices[joints]).sum(1)
        points = self.array(attributes["POSITION"])
        return (blended[:, :3, :3] @ points[..., None])[..., 0] + blended[:, :3, 3]


@pytest.fixture(scope="module")
def glb(take, tmp_path_factory):
    output = tmp_path_factory.mktemp("glb") / "take.glb"
    assert export(take[0], "glb", output) == [output]
    return Glb(output.read_bytes())


@pytest.mark.parametrize(("node", "person_id"), [("person 1", 1), ("person 4", 4)])
def test_glb_skinned_by_its_own_bones_is_the_fitted_and_the_recorded_mesh(glb, take, anny, node, person_id):
    path, meshes = take
    with Recording(path) as recording:
        motion = fit(Track(recording, person_id), anny, lambda done, total: None)
    fitted = motion.fitted
    index = [n["name"] for n in glb.json["nodes"]].index(node)
    for key, mesh in enumerate(meshes[person_id]):
        posed = Skinner(motion.template).pose(fitted.betas[None], fitted.rotations[key, None])[0][0]
        found = glb.skinned(index, key) * Y_UP
        assert apart_mm(found, posed + fitted.translation[key]).max() < 0.1
        assert np.percentile(apart_mm(found, mesh), 99) < 2


def test_glb_has_one_named_skeleton_a_person_and_the_true_times(glb, take, anny):
    assert [len(skin["joints"]) for skin in glb.json["skins"]] == [len(anny.skeleton.names)] * 2
    names = [node["name"] for node in glb.json["nodes"]]
    assert len(set(names)) == len(names)
    assert {f"{name} 4" for name in anny.skeleton.names} <= set(names)
    inputs = {sampler["input"] for sampler in glb.json["animations"][0]["samplers"]}
    keys = sorted((glb.array(accessor) for accessor in inputs), key=len)
    np.testing.assert_allclose(keys[0], TIMES[1:], atol=1e-6)
    np.testing.assert_allclose(keys[1], TIMES, atol=1e-6)


# ----------------------------------------------------------------------------------------------------------
# USD


def usd_faults(stage):
    """What USD's own validators object to."""
    from pxr import UsdValidation

    validators = UsdValidation.ValidationRegistry().GetOrLoadAllValidators()
    assert len(validators) > 10
    return [error.GetMessage() for error in UsdValidation.ValidationContext(validators).Validate(stage)]


@pytest.mark.parametrize("person_id", [1, 4])
def test_usd_skinned_by_usd_is_the_recorded_mesh(take, tmp_path, person_id):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom, UsdSkel

    path, meshes = take
    stage = Usd.Stage.Open(str(export(path, "usd", tmp_path / "take.usdc", fps=30)[0]))
    assert usd_faults(stage) == []
    assert (UsdGeom.GetStageUpAxis(stage), UsdGeom.GetStageMetersPerUnit(stage)) == ("Y", 1)
    assert stage.GetTimeCodesPerSecond() == 30
    assert stage.GetEndTimeCode() == pytest.approx(30 * TIMES[-1])
    root = UsdSkel.Root.Get(stage, f"/people/person_{person_id}")
    mesh = UsdGeom.Mesh.Get(stage, f"/people/person_{person_id}/mesh")
    cache = UsdSkel.Cache()
    cache.Populate(root, Usd.PrimDefaultPredicate)
    skinning = cache.GetSkinningQuery(mesh.GetPrim())
    skeleton = cache.GetSkelQuery(UsdSkel.Skeleton.Get(stage, f"/people/person_{person_id}/skeleton"))
    for time, expected in zip(TIMES[-len(meshes[person_id]) :], meshes[person_id], strict=True):
        points = mesh.GetPointsAttr().Get()
        skinning.ComputeSkinnedPoints(skeleton.ComputeSkinningTransforms(30 * time), points, 30 * time)
        assert apart_mm(np.array(points) * Y_UP, expected).mean() < 1


def test_usd_without_its_library_says_how_to_get_it(take, tmp_path, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(UserError, match=r"pip install '\.\[usd\]'"):
        export(take[0], "usd", tmp_path / "take.usdc")
    assert not list(tmp_path.iterdir())


def test_usd_points_are_the_recorded_ones_and_hide_who_is_away(take, tmp_path):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom

    path, meshes = take
    stage = Usd.Stage.Open(str(export(path, "usd-points", tmp_path / "take.usdc", fps=30)[0]))
    assert usd_faults(stage) == []
    mesh = UsdGeom.Mesh.Get(stage, "/people/person_4")
    for time, expected in zip(TIMES[1:], meshes[4], strict=True):
        assert apart_mm(np.array(mesh.GetPointsAttr().Get(30 * time)) * Y_UP, expected).max() < 0.2
    assert mesh.ComputeVisibility(0) == "invisible"
    assert mesh.ComputeVisibility(30 * TIMES[1]) == "inherited"
    assert UsdGeom.Mesh.Get(stage, "/people/person_1").ComputeVisibility(0) == "inherited"


@pytest.mark.parametrize("kind", ["usd", "usd-points"])
@pytest.mark.parametrize("missing", [(4, 5), (4, 5, 6, 7)])
def test_usd_shows_who_leaves_until_then_and_who_returns_again(anny, tmp_path, kind, missing):
    pytest.importorskip("pxr")
    from pxr import Usd, UsdGeom

    times = np.arange(8) / 2
    meshes = np.tile(anny.v_template, (8, 1, 1))
    path = record_one(tmp_path / "take.h5", anny, times, meshes, missing=missing)
    stage = Usd.Stage.Open(str(export(path, kind, tmp_path / "take.usdc", fps=30)[0]))
    person = UsdGeom.Imageable.Get(stage, "/people/person_1")
    shown = [person.ComputeVisibility(30 * time) for time in times]
    assert shown == ["invisible" if i in missing else "inherited" for i in range(8)]


# ----------------------------------------------------------------------------------------------------------
# Others


def sampled(meshes, times, at):
    """Linear interpolation of recorded meshes."""
    flat = meshes.reshape(len(meshes), -1)
    i = min(np.searchsorted(times, at, side="right") - 1, len(times) - 2)
    share = (at - times[i]) / (times[i + 1] - times[i])
    return ((1 - share) * flat[i] + share * flat[i + 1]).reshape(-1, 3)


def test_bvh_is_read_by_another_library_as_our_bones(take, anny, tmp_path):
    bvhio = pytest.importorskip("bvhio")
    (file,) = export(take[0], "bvh", tmp_path / "take.bvh", person=1, fps=30)
    bvh = bvhio.readAsBvh(str(file))
    assert bvh.FrameCount == 21
    assert bvh.FrameTime == pytest.approx(1 / 30, abs=1e-6)
    root = bvhio.readAsHierarchy(str(file))
    joints = {joint.Name: joint for joint, _, _ in root.layout()}
    assert set(joints) == set(anny.skeleton.names)
    with np.load(export(take[0], "npz", tmp_path / "take.npz", person=1, fps=30)[0]) as motion:
        poses, trans, betas = (motion[name] for name in ("poses", "trans", "betas"))
    for frame in (0, 9, 20):
        root.loadPose(frame)
        turns = Rotation.from_rotvec(poses[frame].reshape(-1, 3) @ CAMERA_FROM_BODY.T).as_matrix()
        _, heads = Skinner(anny).rest(betas[None])
        _, posed = chain(anny.skeleton.parents, heads, turns[None].astype(np.float32))
        expected = (posed[0] + trans[frame] @ CAMERA_FROM_BODY.T) * Y_UP
        found = np.array([list(joints[name].PositionWorld) for name in anny.skeleton.names]) / 100
        assert apart_mm(found, expected).max() < 0.1


def test_bvh_angles_of_somebody_who_turns_around_do_not_jump(anny, tmp_path):
    """Tools go from one frame's angles to the next one's; half turns lie where angles wrap."""
    times = np.arange(30) / 30
    turns = rotation_matrices(np.linspace(0, 1, 30)[:, None] * [0, 2 * np.pi, 0])
    meshes = anny.v_template @ turns.transpose(0, 2, 1)
    path = record_one(tmp_path / "turn.h5", anny, times, meshes)
    (file,) = export(path, "bvh", tmp_path / "turn.bvh", fps=30)
    rows = np.loadtxt(file.read_text().partition("Frame Time:")[2].splitlines()[1:])
    assert np.abs(np.diff(rows[:, 3:6], axis=0)).max() < 30
    assert np.ptp(rows[:, 5]) > 300


def test_npz_rebuilds_the_recorded_meshes_and_holds_everything(take, anny, tmp_path):
    path, meshes = take
    files = export(path, "npz", tmp_path / "take.npz", fps=30)
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


def test_obj_sequence_has_a_file_for_each_moment_a_person_was_there(take, anny, tmp_path):
    path, meshes = take
    export(path, "obj", tmp_path / "take", fps=30)
    names = sorted(file.name for file in (tmp_path / "take").iterdir())
    here = [0, 1, 2, 3, 18, 19, 20]
    assert names == [f"person1_{i:06d}.obj" for i in here] + [f"person4_{i:06d}.obj" for i in here[1:]]
    file = tmp_path / "take" / "person1_000019.obj"
    lines = file.read_text().splitlines()
    vertices = np.array([line.split()[1:] for line in lines if line.startswith("v ")], float)
    assert apart_mm(vertices * Y_UP, sampled(meshes[1], TIMES, 19 / 30)).max() < 0.2
    np.testing.assert_array_equal(faces_in_obj(file), anny.faces[0])


@pytest.mark.parametrize("kind", ["obj", "ply"])
@pytest.mark.parametrize("output", [".", "..", "../here/"])
def test_a_sequence_goes_into_the_folder_that_dots_mean(take, tmp_path, monkeypatch, kind, output):
    here = tmp_path / "above" / "here"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    folder = (here / output).resolve()
    files = export(take[0], kind, Path(output), person=1)
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
    export(path, "ply", tmp_path / "take", fps=30)
    names = sorted(file.name for file in (tmp_path / "take").iterdir())
    assert names == [f"person1_{i:06.0f}.ply" for i in moments[~away]]
    with np.load(export(path, "npz", tmp_path / "take.npz", fps=30)[0]) as data:
        np.testing.assert_array_equal(data["present"], ~away)
    with Recording(path) as recording:
        assert Track(recording, 1).absences() == [(times[missing], times[missing + 1])]


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
    export(path, "ply", tmp_path / "take", fps=30)
    names = sorted(file.name for file in (tmp_path / "take").iterdir())
    here = [0, 1, 2, 3, 18, 19, 20]
    assert names == [f"person1_{i:06d}.ply" for i in here] + [f"person4_{i:06d}.ply" for i in here[1:]]
    mesh = trimesh.load(tmp_path / "take" / "person1_000019.ply", process=False)
    assert apart_mm(mesh.vertices * Y_UP, sampled(meshes[1], TIMES, 19 / 30)).max() < 0.2
    np.testing.assert_array_equal(mesh.faces, anny.faces[0])


def test_pc2_holds_the_meshes_at_a_constant_rate(take, anny, tmp_path):
    path, meshes = take
    export(path, "pc2", tmp_path / "take.pc2", person=1, fps=30)
    content = (tmp_path / "take.pc2").read_bytes()
    header = struct.unpack_from("<12siiffi", content)
    assert header == (b"POINTCACHE2\0", 1, anny.num_vertices, 0.0, 1.0, 21)
    values = np.frombuffer(content, "<f4", offset=32).reshape(21, -1, 3)
    for sample in (0, 10, 20):
        expected = sampled(meshes[1], TIMES, min(sample / 30, TIMES[-1]))
        assert apart_mm(values[sample] * Y_UP, expected).max() < 0.2
    assert (tmp_path / "take.obj").is_file()


@pytest.mark.gl
def test_mp4_shows_the_people_at_the_true_times_from_the_wanted_side(take, tmp_path):
    front, side = tmp_path / "front.mp4", tmp_path / "side.mp4"
    export(take[0], "mp4", front, fps=30)
    around = Options(view="orbit", orbit_yaw_deg=90, orbit_pitch_deg=0)
    export(take[0], "mp4", side, person=1, fps=30, look=around)
    middles = []
    for file in (front, side):
        video = cv2.VideoCapture(str(file))
        assert (video.get(cv2.CAP_PROP_FPS), video.get(cv2.CAP_PROP_FRAME_COUNT)) == (30, 21)
        read, picture = video.read()
        assert read
        assert picture.shape == (480, 640, 3)
        middles.append(np.argwhere(picture.max(axis=2) > 150))  # brighter than the floor
        video.release()
    # The recorded camera sees person 1 at x = 0.3 of 3 metres, the eye from around in the middle.
    assert len(middles[0]) > 1000
    assert middles[0][:, 1].mean() == pytest.approx(319.5 + 600 * 0.3 / 3, abs=20)
    assert len(middles[1]) > 1000
    with pytest.raises(UserError, match="A view is for mp4"):
        export(take[0], "pc2", tmp_path / "a.pc2", look=Options(view="orbit"))


@pytest.mark.gl
def test_mp4_shows_the_people_over_the_kept_video_of_any_body(take, anny, tmp_path):
    path, output = tmp_path / "filmed.h5", tmp_path / "over.mp4"
    video = VideoKeeper(path.with_name(video_name(path)), 30)
    with Recording(take[0]) as recording:
        info = replace(recording.info, video=video.path.name, template_sha256="not installed")
        writer = RecordingWriter(path, info, anny)
        for recorded in recording.frames():
            video.wait_for_room()
            red = np.full((480, 640, 3), [200, 20, 20], np.uint8)
            writer.append([replace(recorded, video_frame=video.put(red, recorded.time_s))])
    writer.close()
    video.close()
    overlay = Options(view="overlay", opacity=1.0)
    export(path, "mp4", output, look=overlay)
    shown = cv2.VideoCapture(str(output))
    read, picture = shown.read()
    shown.release()
    assert read
    assert np.abs(picture[:40].astype(int) - [20, 20, 200]).max() < 30
    people = np.argwhere(picture[..., 1] > 60)
    assert len(people) > 1000
    assert people[:, 1].mean() == pytest.approx(319.5 + 600 * 0.3 / 3, abs=20)
    with pytest.raises(UserError, match=r"The video of take\.h5 was not kept"):
        export(take[0], "mp4", tmp_path / "none.mp4", look=overlay)
    if video.path.suffix == ".mp4":
        with pytest.raises(UserError, match=r"filmed\.mp4 is the video kept with filmed\.h5"):
            export(path, "mp4", video.path, look=overlay)


def faces_in_obj(file):
    lines = file.read_text().splitlines()
    return np.array([line.split()[1:] for line in lines if line.startswith("f ")], int) - 1


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
    export(path, kind, tmp_path / f"out{suffix}", refine=refine)
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


def test_the_rate_is_the_recordings_own(take):
    with Recording(take[0]) as recording:
        assert frame_rate(recording) == 30
        track = Track(recording, 4)
        assert track.absences() == [(0.0, TIMES[1])]
        np.testing.assert_allclose(track.sample_times(30), np.arange(1, 21) / 30)


@pytest.mark.parametrize("kind", FORMATS)
def test_wrong_wishes_get_a_sentence(take, kind, tmp_path):
    output = tmp_path / f"take{''.join(FORMATS[kind].suffixes[:1])}"
    with pytest.raises(UserError, match="holds no person 9; it has 1, 4"):
        export(take[0], kind, output, person=9)
    with pytest.raises(UserError, match="There is no folder"):
        export(take[0], kind, tmp_path / "missing" / output.name)
    if FORMATS[kind].suffixes:
        with pytest.raises(UserError, match="does not end in"):
            export(take[0], kind, tmp_path / "take.xyz")


@contextlib.contextmanager
def no_large_files():
    """Let no file grow beyond 2 kB, as on a full disk: nor the test run's own output, so for a moment."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.gl
@pytest.mark.parametrize("kind", FORMATS)
def test_a_full_disk_leaves_nothing_half_written_and_what_was_there(take, kind, tmp_path):
    if kind.startswith("usd"):
        pytest.importorskip("pxr")
    is_refused_by_a_full_disk(take[0], kind, tmp_path)


@pytest.mark.gl
def test_a_full_disk_leaves_no_broken_video_of_any_encoder(take, encoder, tmp_path):
    is_refused_by_a_full_disk(take[0], "mp4", tmp_path)


def is_refused_by_a_full_disk(take, kind, folder):
    suffix = "".join(FORMATS[kind].suffixes[:1])
    output = folder / f"out{suffix}"
    before = output if suffix else folder / "out" / "person1_000000.obj"
    before.parent.mkdir(exist_ok=True)
    before.write_text("before")
    with pytest.raises((OSError, VideoError), match=rf"out{suffix}") as caught, no_large_files():
        export(take, kind, output, person=1)
    assert before.read_text() == "before"
    assert [file for file in folder.rglob("*") if file.is_file()] == [before]
    told = command_sentence(caught.value)
    assert "choose another" in told
    assert "\n" not in told


def test_what_is_in_the_way_of_an_export_is_said_before_the_work(take, tmp_path):
    (tmp_path / "out.glb").mkdir()
    with pytest.raises(UserError, match=r"out\.glb exists already"):
        export(take[0], "glb", tmp_path / "out.glb")
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UserError, match="out exists already"):
        export(take[0], "obj", tmp_path / "out")


def test_a_body_that_is_not_installed_is_named(take, anny, tmp_path):
    path = tmp_path / "other.h5"
    with Recording(take[0]) as recording:
        info = replace(recording.info, template_sha256="other", body="smpl")
        frame = recording.frame(0)
    writer = RecordingWriter(path, info, anny)
    writer.append([frame])
    writer.close()
    with pytest.raises(UserError, match="'smpl' of this recording is not installed"):
        export(path, "glb", tmp_path / "a.glb")
    with np.load(export(path, "npz", tmp_path / "a.npz")[0]) as data:
        assert "vertices" in data.files
        assert "poses" not in data.files


@pytest.mark.parametrize("kind", ["glb", "npz", "pc2"])
def test_a_damaged_mesh_gets_a_sentence_that_names_repair(take, tmp_path, kind):
    path = tmp_path / "damaged.h5"
    path.write_bytes(take[0].read_bytes())
    with h5py.File(path) as file:
        chunk = file["people/vertices"].id.get_chunk_info(5)
    with open(path, "r+b") as file:
        file.seek(chunk.byte_offset)
        file.write(bytes(chunk.size))
    with pytest.raises(RecordingError, match=r"^damaged\.h5 is damaged; try: .*main\.py repair .*/damaged"):
        export(path, kind, tmp_path / f"a.{kind}")


def test_nobody_gives_a_sentence(take, anny, tmp_path):
    path = tmp_path / "nobody.h5"
    with Recording(take[0]) as recording:
        writer = RecordingWriter(path, recording.info, anny)
    writer.append([RecordedFrame(0, 0, 0, ())])
    writer.close()
    with pytest.raises(RecordingError, match="holds nobody"):
        export(path, "obj", tmp_path / "a")


def test_the_command_says_what_it_wrote(take, tmp_path, capsys):
    words = ["export", str(take[0]), "--to", "pc2", "-o", str(tmp_path / "a.pc2"), "--person", "4"]
    assert main.main(words) == 0
    assert "a.pc2" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="2"):
        main.main([*words[:3], "tiff", *words[4:]])


@pytest.mark.parametrize("kind", FORMATS)
def test_what_a_format_names_is_there(kind):
    if FORMATS[kind].is_installed:
        assert callable(FORMATS[kind].writer())


def test_the_reading_example_of_the_documentation_runs(take, tmp_path, monkeypatch, capsys):
    path, meshes = take
    text = (Path(main.__file__).parent / "docs" / "recordings.md").read_text(encoding="utf-8")
    code = text.split("```python\n")[1].split("```")[0]
    (tmp_path / "take.h5").write_bytes(path.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(TIMES)
    assert lines[1].startswith("0.033 s: [")
    found = np.array(lines[1].split("[")[1].rstrip("]").split(), float)
    np.testing.assert_allclose(found, meshes[1][1].mean(axis=0), atol=1e-4)
