"""Refining: trembling and sliding go down, gaps are filled and marked, and a dance stays a dance."""

from dataclasses import replace

import numpy as np
import pytest

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion import template as template_module
from app.recordings.motion.leg_ik import move_feet
from app.recordings.motion.motion import RecordedMotion, blocks
from app.recordings.motion.refine import RefineSettings, refine_motion
from app.recordings.motion.track import Track
from app.recordings.reader import Recording
from models.body.joints import BODY22
from models.body.labelled_joints import labelled_limbs
from models.body.skinning import Skinner, corpus_rotations
from models.camera.projection import NEAR, project
from tests.fakes.meshes import dressed
from tests.fakes.recorded_take import make_person, record_one, write_take
from tests.fakes.uneven_times import FPS, uneven_times

FEET = ("left_heel", "left_foot_index", "right_heel", "right_foot_index")


def dance(anny, times, trembling_deg=0.0, depth_noise=0.0, seed=0):
    """Meshes of somebody who sways over standing feet and swings the arms, 1.2 times a second."""
    rng = np.random.default_rng(seed)
    vectors = np.zeros((len(times), 22, 3))
    beat = np.sin(2 * np.pi * 1.2 * times)
    vectors[:, BODY22.index("L_shoulder"), 1] = 0.7 * beat
    vectors[:, BODY22.index("R_shoulder"), 1] = 0.7 * beat
    for side in "LR":
        vectors[:, BODY22.index(f"{side}_hip"), 0] = -0.25
        vectors[:, BODY22.index(f"{side}_knee"), 0] = 0.5
    betas = anny.skeleton.population[1]
    sway = 0.06 * np.outer(np.sin(2 * np.pi * 0.5 * times), [1, 0, 0]).astype(np.float32)
    rotations = move_feet(anny, betas, corpus_rotations(anny, vectors), {"L": -sway, "R": -sway})
    noise = np.radians(trembling_deg) * rng.normal(size=(len(times), 22, 3))
    rotations = rotations @ corpus_rotations(anny, noise)
    vertices, _ = Skinner(anny).pose(np.tile(betas, (len(times), 1)), rotations)
    place = (sway + np.array([0, 0, 4])) * (1 + depth_noise * np.sin(2 * np.pi * 0.9 * times + 1))[:, None]
    return vertices + place[:, None].astype(np.float32)


TIMES = np.arange(100) / FPS


@pytest.fixture(scope="module")
def take(anny, tmp_path_factory):
    """A trembling, drifting recording of a dance, and its true meshes."""
    file = tmp_path_factory.mktemp("dance") / "take.h5"
    return record_one(file, anny, TIMES, dance(anny, TIMES, 1.5, 0.01)), dance(anny, TIMES)


@pytest.fixture(scope="module")
def refined(take):
    """The refined dance, its figures and all its meshes."""
    with Recording(take[0]) as recording:
        motion, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        meshes = np.concatenate(list(blocks(motion)))
    return motion, figures, meshes


def joints_of(anny, meshes):
    return anny.joint_sets["fastmetro14"].regress(meshes)


def test_trembling_and_error_fall(anny, take, refined):
    file, truth = take
    motion, figures, meshes = refined
    with Recording(file) as recording:
        recorded = np.concatenate(list(blocks(RecordedMotion(recording, 1))))
    assert figures.jitter_after < 0.3 * figures.jitter_before
    assert not motion.filled.any()
    assert figures.filled_frames == figures.gaps_left == 0
    before, after = (
        np.linalg.norm(joints_of(anny, each) - joints_of(anny, truth), axis=-1)[..., :].std(axis=0).mean()
        for each in (recorded, meshes)
    )
    assert after < before


def test_standing_feet_stand(anny, refined):
    _, figures, meshes = refined
    assert figures.contact_s > 2.5
    assert figures.skating_after_mm_s < 0.1 * figures.skating_before_mm_s
    set33 = anny.joint_sets["mediapipe33"]
    feet = set33.regress(meshes)[:, [set33.names.index(name) for name in FEET]]
    assert np.ptp(feet, axis=0).max() < 0.04


def test_a_dance_is_neither_frozen_nor_late(anny, take, refined):
    swing, true_swing = (
        (joints_of(anny, each)[:, 6] - joints_of(anny, each)[:, 8])[:, 1] for each in (refined[2], take[1])
    )
    assert np.ptp(swing[10:-10]) == pytest.approx(np.ptp(true_swing[10:-10]), rel=0.08)
    inner = swing[20:-20] - swing.mean()
    assert max(range(-3, 4), key=lambda s: inner @ true_swing[20 + s : len(swing) - 20 + s]) == 0


def test_refining_again_changes_little(anny, refined, tmp_path):
    motion, figures, meshes = refined
    file = record_one(tmp_path / "again.h5", anny, motion.times_s, meshes)
    with Recording(file) as recording:
        _, again = refine_motion(RecordedMotion(recording, 1), RefineSettings())
    assert again.jitter_before == pytest.approx(figures.jitter_after, rel=0.15)
    assert again.moved_mm < 0.3 * figures.moved_mm
    assert again.skating_after_mm_s < 1.2 * figures.skating_after_mm_s
    fall = figures.jitter_before / figures.jitter_after
    assert again.jitter_before / again.jitter_after < 0.6 * fall


@pytest.fixture(scope="module")
def gaps(anny, tmp_path_factory):
    """A dance in which the person is missing for 0.4 s, and later for 0.9 s."""
    missing = (*range(30, 41), *range(60, 86))
    file = tmp_path_factory.mktemp("gaps") / "gaps.h5"
    return record_one(file, anny, TIMES, dance(anny, TIMES), missing=missing), missing


def test_a_short_gap_is_filled_and_marked_and_a_long_one_stays(anny, gaps):
    file, _ = gaps
    content = file.read_bytes()
    with Recording(file) as recording:
        motion, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings(fill_gaps_s=0.5))
        assert (figures.filled_frames, figures.gaps_left) == (11, 1)
        assert figures.filled_s == pytest.approx(0.4)
        np.testing.assert_allclose(motion.times_s[motion.filled], TIMES[30:41])
        assert Track(motion).is_seen(TIMES[30:41]).all()
        assert not Track(motion).is_seen(TIMES[65:80]).any()
        assert Track(motion).fillings() == [(TIMES[30], TIMES[41])]
        assert Track(motion).absences() == [(TIMES[60], TIMES[86])]
        truth = joints_of(anny, dance(anny, TIMES))[30:41]
        found = joints_of(anny, np.concatenate(list(blocks(motion)))[motion.filled])
        assert np.linalg.norm(found - truth, axis=-1).mean() < 0.05
        left, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings(fill_gaps_s=0.2))
        assert (figures.filled_frames, figures.gaps_left) == (0, 2)
        assert not left.filled.any()
    assert file.read_bytes() == content


def test_the_box_and_joints_of_legs_behind_the_camera_stay_on_their_side(anny, tmp_path):
    times = TIMES[:20]
    meshes = dance(anny, times) - np.float32([0, 0.2, 3.5])
    meshes[..., 2] -= 1.5 * np.maximum(meshes[..., 1], 0)  # below the middle of the picture
    file = record_one(tmp_path / "near.h5", anny, times, meshes)
    with Recording(file) as recording:
        motion, _ = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        person = motion.person(recording.frame(10))
        recorded = recording.frame(10).people[0]
    assert person is not None
    for each in (person, recorded):
        places = each.joints + each.translation
        behind = places[:, 2] < 0
        assert behind.any()
        assert (places[behind, 1] > 0).all()
        assert (each.joints_2d[behind, 1] > recording.info.height).all()
    seen = person.vertices + person.translation
    seen = seen[seen[:, 2] > NEAR]
    pixels = project(seen, person.focal_px, (recording.info.width, recording.info.height))
    np.testing.assert_allclose(person.box_xyxy, [*pixels.min(0), *pixels.max(0)], atol=0.1)


@pytest.mark.parametrize("fps", [0.5, 1, 3])
def test_few_frames_a_second_are_one_motion_and_not_one_gap_after_another(anny, tmp_path, fps):
    times, few = np.arange(12) / fps, slice(0, 60, 5)
    file = record_one(tmp_path / "few.h5", anny, times, dance(anny, TIMES[few]), missing=[6])
    with Recording(file) as recording:
        motion, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        np.testing.assert_allclose(motion.times_s, np.delete(times, 6))
        assert (figures.filled_frames, figures.gaps_left) == (0, 1)
        assert Track(motion).absences() == [(times[6], times[7])]


def test_frames_that_the_recording_lost_are_filled_at_its_rate(anny, tmp_path):
    kept = np.r_[0:20, 32:50]
    file = record_one(tmp_path / "lost.h5", anny, TIMES[kept], dance(anny, TIMES[kept]))
    with Recording(file) as recording:
        motion, _ = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        np.testing.assert_allclose(motion.times_s, TIMES[:50], atol=1e-9)
        assert motion.tables()["frame_index"][20:32].tolist() == [-1] * 12


@pytest.mark.parametrize("count", [1, 2, 5])
def test_short_recordings_refine(anny, tmp_path, count):
    meshes = dance(anny, TIMES[:count])
    file = record_one(tmp_path / "short.h5", anny, TIMES[:count], meshes)
    with Recording(file) as recording:
        motion, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        found = np.concatenate(list(blocks(motion)))
    assert np.linalg.norm(found - meshes, axis=-1).mean() < 0.01
    assert (figures.jitter_before is None) == (count < 4)
    assert f"{count} frames" in figures.sentence()


def test_a_steady_walk_at_uneven_times_is_not_slowed(anny, tmp_path):
    rng = np.random.default_rng(5)
    times = uneven_times(60, rng)
    meshes = dance(anny, np.zeros(1)) + (times[:, None] * [-0.6, 0, 0.5])[:, None] - [0, 0, 0.5]
    file = record_one(tmp_path / "walk.h5", anny, times, meshes)
    with Recording(file) as recording:
        motion, _ = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        places = np.concatenate(list(blocks(motion))).mean(axis=1)
    moved = places - places[0] - (meshes - meshes[0]).mean(axis=1)
    assert np.abs(moved).max() < 0.01


@pytest.fixture(params=["feet", "hand", "unknown"])
def surface_take(request, anny, take, monkeypatch, tmp_path):
    """The dance of a body without bones, of one with neither bones nor feet, or of one not installed."""
    sets = {"feet": anny.joint_sets, "hand": {"fastmetro14": anny.joint_sets["fastmetro14"]}}
    if request.param in sets:
        boneless = replace(anny, skeleton=None, joint_sets=sets[request.param])
        monkeypatch.setattr(template_module, "installed_template", lambda sha256: boneless)
    meshes = dance(anny, TIMES[:80], 1.5, 0.01)
    return request.param, record_one(tmp_path / "a.h5", anny, TIMES[:80], meshes, "other", range(30, 35))


def test_a_body_without_bones_is_refined_by_its_surface(surface_take):
    kind, file = surface_take
    with Recording(file) as recording:
        motion, figures = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        assert figures.jitter_after < 0.3 * figures.jitter_before
        assert figures.filled_frames == 5
        whole = np.concatenate(list(blocks(motion)))
        assert np.isfinite(whole).all()
        assert len(whole) == 80
        # A window is smoothed like the whole.
        again, _ = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        np.testing.assert_allclose(again.meshes(40, 41)[0], whole[40], atol=1e-3)
    if kind == "feet":
        assert figures.skating_after_mm_s < 0.3 * figures.skating_before_mm_s
    else:
        assert figures.skating_after_mm_s is None


def test_formats_hold_the_refined_motion_and_say_what_was_filled(anny, gaps, tmp_path):
    file, missing = gaps
    reports = []
    (npz,) = export(
        file, "npz", tmp_path / "a.npz", ExportSettings(refine=RefineSettings()), report=reports.append
    )
    with np.load(npz) as data:
        np.testing.assert_array_equal(np.flatnonzero(data["filled"]), np.arange(30, 41))
        np.testing.assert_array_equal(data["frame_index"][data["filled"]], np.arange(30, 41))
        np.testing.assert_array_equal(np.flatnonzero(data["poses_filled"]), np.arange(30, 41))
        assert data["present"][30:41].all()
        assert not data["present"][61:86].any()
        mesh = data["vertices"][35] + data["translation"][35]
        np.testing.assert_allclose(anny.root.apply(data["vertices"]), 0, atol=1e-3)
    assert [figures.person for figures in reports] == [1]
    (folder,) = export(file, "obj", tmp_path / "a", ExportSettings(origin="camera", refine=RefineSettings()))
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"person1_{i:06d}.obj" for i in range(100) if i not in missing or i < 41]
    lines = (folder / "person1_000035.obj").read_text().splitlines()
    assert lines[0].startswith("# filled in")
    assert (folder / "person1_000029.obj").read_text().startswith("v ")
    (plys,) = export(file, "ply", tmp_path / "b", ExportSettings(refine=RefineSettings()))
    comments = {path.name for path in plys.iterdir() if b"comment filled in" in path.read_bytes()[:200]}
    assert comments == {f"person1_{i:06d}.ply" for i in range(30, 41)}
    vertices = np.array([line.split()[1:] for line in lines if line.startswith("v ")], float)
    np.testing.assert_allclose(vertices * [1, -1, -1], dressed(mesh, anny.faces[0]), atol=1e-4)


def test_usd_marks_what_was_filled(gaps, tmp_path):
    pytest.importorskip("pxr")
    from pxr import Usd

    for kind in ("usd", "usd-points"):
        (file,) = export(gaps[0], kind, tmp_path / f"{kind}.usdc", ExportSettings(refine=RefineSettings()))
        stage = Usd.Stage.Open(str(file))
        filled = stage.GetPrimAtPath("/people/person_1").GetAttribute("userProperties:filled")
        assert [filled.Get(frame) for frame in (10, 29, 30, 40, 41, 95)] == [
            False,
            False,
            True,
            True,
            False,
            False,
        ]


def test_a_video_shows_the_person_where_it_was_filled(gaps, tmp_path):
    with Recording(gaps[0]) as recording:
        motion, _ = refine_motion(RecordedMotion(recording, 1), RefineSettings())
        recorded = RecordedMotion(recording, 1)
        assert recorded.person(recording.frame(35)) is None
        shown = motion.person(recording.frame(35))
        assert motion.person(recording.frame(70)) is None
        np.testing.assert_allclose(shown.vertices + shown.translation, motion.meshes(35, 36)[0], atol=1e-5)
        assert (
            shown.box_xyxy[0] < shown.joints_2d[:, 0].min() < shown.joints_2d[:, 0].max() < shown.box_xyxy[2]
        )


def test_the_command_prints_what_it_changed(gaps, tmp_path, capsys):
    words = ["export", str(gaps[0]), "--to", "bvh", "-o", str(tmp_path / "a.bvh")]
    assert main.main([*words, "--refine", "--fill-gaps", "1"]) == 0
    printed = capsys.readouterr().out
    assert "Person 1, 63 frames: Jitter: from " in printed
    assert "mm/s (for " in printed
    assert "Gaps filled: 37 frames" in printed
    for wrong in (["--fill-gaps", "1"], ["--refine", "--fill-gaps", "-3"]):
        with pytest.raises(SystemExit, match="2"):
            main.main([*words, *wrong])
        assert "--refine" in capsys.readouterr().err


def test_joints_stay_where_they_were_recorded_heads_of_bones_or_labelled_places(anny, tmp_path):
    rng = np.random.default_rng(3)
    meshes = [anny.v_template + rng.normal([0, 0, 3], 0.003) for _ in range(12)]
    limbs = labelled_limbs(anny)
    for name in ("heads", "labelled"):
        frames = []
        for i, mesh in enumerate(meshes):
            vertices, root = anny.centred(mesh.astype(np.float32))
            person = make_person(anny, 1, vertices, root[0])
            if name == "labelled":
                joints = np.concatenate([limbs.apply(vertices), person.joints[len(limbs.index) :]])
                person = replace(person, joints=joints)
            frames.append((i / 30, (person,)))
        with Recording(write_take(tmp_path / f"{name}.h5", anny, frames)) as recording:
            recorded = RecordedMotion(recording, 1)
            motion, _ = refine_motion(recorded, RefineSettings())
            apart = np.linalg.norm(motion.joint_positions() - recorded.joint_positions(), axis=-1)
        assert apart.mean() < 0.008, name
