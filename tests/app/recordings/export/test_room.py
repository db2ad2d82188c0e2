"""People stand on the floor at the origin and face forward, in every format that has a room of its own."""

import re
from dataclasses import replace

import numpy as np
import pytest

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.room import floor_room
from app.recordings.motion.track import Track
from app.recordings.part import Part
from app.recordings.reader import Recording
from models.body.skinning import Skinner, corpus_rotations, rotation_matrices
from models.errors import UserError
from tests.fakes.meshes import Y_UP, apart_mm
from tests.fakes.recorded_take import make_person, write_take

FRAMES = 8
KINDS = ["glb", "bvh", "npz", "pc2", "ply", "obj"]


def take(anny, path, yaw_deg):
    """Somebody who stands, turned from the camera to their left by an angle, and from frame 5 on walks on."""
    rotations = corpus_rotations(anny, np.zeros((22, 3)))[None]
    turn = rotation_matrices(np.array([0, np.radians(yaw_deg), 0]))
    rotations[:, 0] = turn
    vertices = Skinner(anny).pose(np.zeros((1, len(anny.skeleton.shape_dirs))), rotations)[0][0]
    centred, root = anny.centred(vertices)
    steps = np.maximum(np.arange(FRAMES) - 4, 0)[:, None] * (turn @ [0, 0, -0.1])
    places = (root[0] + [0.4, 0.3, 3.0] + steps).astype(np.float32)
    frames = [(i / 10, (make_person(anny, 1, centred, place),)) for i, place in enumerate(places)]
    write_take(path, anny, frames)
    return vertices, steps


@pytest.mark.parametrize("yaw_deg", [0, 50, 180, -100])
def test_the_first_step_is_at_the_origin_and_the_walk_goes_forward(anny, tmp_path, yaw_deg):
    vertices, _ = take(anny, tmp_path / "a.h5", yaw_deg)
    (folder,) = export(tmp_path / "a.h5", "ply", tmp_path / "out", ExportSettings())
    meshes = [read_ply(file) for file in sorted(folder.iterdir())]
    assert meshes[0][:, 1].min() == pytest.approx(0, abs=2e-4)
    ankles = [
        anny.joint_sets["fastmetro14"].regress(mesh)[[0, 5]].mean(axis=0) * [1, 0, 1] for mesh in meshes
    ]
    np.testing.assert_allclose(ankles[0], 0, atol=0.02)  # shoes move ankles by millimetres
    np.testing.assert_allclose(ankles[7] - ankles[0], [0, 0, 0.3], atol=2e-3)  # z is forward
    assert np.ptp(meshes[0][:, 1]) == pytest.approx(np.ptp(vertices[:, 1]), abs=0.03)


def read_ply(file):
    content = file.read_bytes()
    count = int(re.search(rb"element vertex (\d+)", content)[1])
    start = content.index(b"end_header\n") + len("end_header\n")
    return np.frombuffer(content[start : start + 12 * count], "<f4").reshape(-1, 3)


def test_the_part_that_is_exported_decides(anny, tmp_path):
    take(anny, tmp_path / "a.h5", 90)
    (folder,) = export(tmp_path / "a.h5", "ply", tmp_path / "out", ExportSettings(part=Part(0.7)))
    mesh = read_ply(next(folder.iterdir()))
    ankles = anny.joint_sets["fastmetro14"].regress(mesh)[[0, 5]].mean(axis=0)
    np.testing.assert_allclose(ankles[[0, 2]], 0, atol=0.02)


@pytest.mark.parametrize("kind", KINDS)
def test_formats_agree_with_the_room(anny, tmp_path, kind):
    """Each format, moved back from the room to the camera, is what it is with the camera as origin."""
    take(anny, tmp_path / "a.h5", 50)
    with Recording(tmp_path / "a.h5") as recording:
        room = floor_room([Track(RecordedMotion(recording, 1))])
    found = {
        origin: positions(
            kind, export(tmp_path / "a.h5", kind, tmp_path / name, ExportSettings(origin=origin))
        )
        for origin, name in (("floor", f"f.{kind}"), ("camera", f"c.{kind}"))
        if not (kind in ("ply", "obj") and (tmp_path / name).mkdir())
    }
    axes = np.diag(Y_UP) if kind != "npz" else np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]])
    expected = room.place(found["camera"] @ axes, axes)
    assert apart_mm(found["floor"], expected).max() < 0.1
    assert apart_mm(found["floor"], found["camera"]).min() > 100


def positions(kind, files):
    """Points of the person in the file, in its own axes."""
    if kind == "glb":
        from tests.app.recordings.export.test_glb import Glb

        return Glb(files[0].read_bytes()).skinned(0, 7)
    if kind == "bvh":
        return (
            np.loadtxt(files[0], skiprows=files[0].read_text().split("MOTION")[0].count("\n") + 3)[:, :3]
            / 100
        )
    if kind == "npz":
        with np.load(files[0]) as data:
            return data["trans"]
    if kind == "pc2":
        return np.frombuffer(files[0].read_bytes()[32:], "<f4").reshape(-1, 3)
    if kind == "ply":
        return read_ply(min(files[0].iterdir()))
    lines = min(files[0].iterdir()).read_text().splitlines()
    return np.array([line.split()[1:] for line in lines if line.startswith("v ")], float)


def test_what_has_no_room_is_said(anny, doll, tmp_path):
    take(anny, tmp_path / "a.h5", 0)
    hand = replace(doll, name="palm", kind="hand", joint_sets={"hand21": doll.joint_sets["hand21"]})
    person = make_person(hand, 2, hand.v_template, np.array([0, 0, 1], np.float32))
    hand_take = write_take(tmp_path / "hand.h5", hand, [(0.0, (person,))])
    for kind in ("csv", "mp4", "vrm"):
        with pytest.raises(UserError, match=f"The origin of {kind} is always the same; .* one of glb, usd"):
            export(tmp_path / "a.h5", kind, tmp_path / f"a.{kind}", ExportSettings(origin="floor"))
    with pytest.raises(UserError, match="A hand stands on no floor"):
        export(hand_take, "pc2", tmp_path / "a.pc2", ExportSettings(origin="floor"))
    export(hand_take, "pc2", tmp_path / "a.pc2")
    words = ["export", str(tmp_path / "a.h5"), "--to", "npz", "-o", str(tmp_path / "a.npz"), "--origin"]
    assert main.main([*words, "camera"]) == 0
    with pytest.raises(SystemExit, match="2"):
        main.main([*words, "ceiling"])
