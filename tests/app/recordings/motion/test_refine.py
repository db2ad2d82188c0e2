"""Refining: nothing comes late or is frozen, trembling and sliding go down, gaps are filled and marked."""

from dataclasses import replace

import numpy as np
import pytest

import main
from app.recordings.export.exporter import export
from app.recordings.motion import track as track_module
from app.recordings.motion.foot_contacts import Camera, holding, path, standing
from app.recordings.motion.leg_ik import move_feet
from app.recordings.motion.refine import RefineSettings, refine_track
from app.recordings.motion.smoothing_spline import QUICK_M_S, jerk, smooth, smooth_motion, smooth_rotations
from app.recordings.motion.track import Track
from app.recordings.reader import Recording
from models.body.joints import BODY22
from models.body.skinning import Skinner, chain, corpus_rotations, rotation_matrices
from models.camera.projection import NEAR, project
from models.evaluate.metrics import jitter
from tests.fakes.recorded_take import record_one

FPS = 30
CAMERA = Camera(600.0, (640, 480))
FEET = ("left_heel", "left_foot_index", "right_heel", "right_foot_index")


def uneven_times(count, rng):
    return np.cumsum(rng.choice([1, 1, 1, 2], count)) / FPS + rng.uniform(-0.004, 0.004, count)


def everywhere(times):
    return np.ones(len(times), bool)


# ----------------------------------------------------------------------------------------------------------
# Smoothing


def test_a_straight_line_stays_with_uneven_times_and_through_a_gap():
    rng = np.random.default_rng(0)
    times = uneven_times(120, rng)
    line = np.stack([2 * times - 1, -0.3 * times, 5 + 0 * times], -1)
    known = everywhere(times)
    known[50:62] = False
    np.testing.assert_allclose(smooth(times, line[known], 3.0, known), line, atol=1e-8)
    np.testing.assert_allclose(smooth_motion(times, line[known], known, 1.0), line, atol=1e-8)


@pytest.mark.parametrize("frequency", [1, 3, 6, 10])
def test_waves_keep_the_share_that_the_filter_promises_and_are_not_late(frequency):
    times = np.arange(600) / 60
    wave = np.sin(2 * np.pi * frequency * times)
    smoothed = smooth(times, wave, 6.0, everywhere(times))
    middle = slice(200, 400)
    assert smoothed[middle].std() / wave[middle].std() == pytest.approx(
        1 / (1 + (frequency / 6) ** 4), abs=0.03
    )
    shifts = range(-3, 4)
    assert max(shifts, key=lambda s: smoothed[middle] @ wave[200 + s : 400 + s]) == 0


def test_a_hidden_gap_of_a_wave_is_continued():
    times = np.arange(120) / FPS
    wave = np.stack([np.sin(2 * np.pi * 0.5 * times), times, 0 * times], -1)
    known = everywhere(times)
    known[50:62] = False
    filled = smooth_motion(times, wave[known], known, QUICK_M_S)
    straight = np.interp(times, times[known], wave[known, 0])
    assert np.abs(filled - wave)[~known].max() < 0.5 * np.abs(straight - wave[:, 0]).max()


def test_rotations_survive_half_turns_and_lose_trembling():
    rng = np.random.default_rng(1)
    times = uneven_times(150, rng)
    truth = rotation_matrices(np.outer(times, [0, 1, 0]))[:, None]
    noisy = truth @ rotation_matrices(np.radians(4) * rng.normal(size=(150, 1, 3)))

    def error(rotations):
        return np.linalg.norm(rotations - truth, axis=(-2, -1)).mean()

    smoothed = smooth_rotations(times, noisy, everywhere(times))
    assert error(smoothed) < 0.75 * error(noisy)
    np.testing.assert_allclose(np.linalg.det(smoothed), 1, atol=1e-5)
    assert error(smooth_rotations(times, truth, everywhere(times))) < 0.01


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_very_short_series_come_back(count):
    times = np.arange(count) / FPS
    points = np.arange(3.0 * count).reshape(count, 1, 3)
    np.testing.assert_allclose(smooth_motion(times, points, everywhere(times), 1.0), points, atol=1e-8)
    places = points[:, 0] + [0, 0, 1]
    np.testing.assert_allclose(path(times, places, everywhere(times)), places, atol=1e-8)


def test_jerk_is_the_jitter_of_the_metrics():
    points = np.random.default_rng(0).normal(size=(20, 5, 3))
    np.testing.assert_allclose(jerk(np.arange(20) / FPS, points).mean(0), jitter(points, FPS))


# ----------------------------------------------------------------------------------------------------------
# Feet


def steps(times, place=(0.0, 1.0, 4.0)):
    """One point that stands for a second, swings half a metre aside in half a second, and stands again."""
    swing = np.clip((times - 1) / 0.5, 0, 1)
    swing = swing * swing * (3 - 2 * swing)
    return np.array(place) + np.stack([0.5 * swing, -0.5 * swing * (1 - swing), 0 * swing], -1)


def test_standing_is_found_between_steps_only():
    times = np.arange(75) / FPS
    points = np.stack([steps(times), np.tile([0.3, 1.0, 4.2], (75, 1))], 1)
    labels = standing(times, points, np.tile([0.2, 0.0, 4.0], (75, 1)), CAMERA)
    assert (labels[2:28, 0] == labels[2, 0]).all()
    assert labels[2, 0] >= 0
    assert (labels[35:42, 0] == -1).all()
    assert (labels[48:73, 0] == labels[48, 0]).all()
    assert labels[48, 0] not in (-1, labels[2, 0])
    assert (labels[2:-2, 1] == labels[2, 1]).all()
    assert labels[2, 1] >= 0


def test_feet_in_the_air_out_of_the_picture_or_in_dance_do_not_stand():
    times = np.arange(90) / FPS
    roots = np.tile([0.0, 0.0, 4.0], (90, 1))
    still = np.tile([0.0, 1.0, 4.0], (90, 1))
    lifted = still - [0, 0.4, 0]
    dancing = still + 0.3 * np.outer(np.sin(2 * np.pi * times), [1, 0, 0])
    labels = standing(times, np.stack([still, lifted, dancing], 1), roots, CAMERA)
    assert (labels[2:-2, 0] >= 0).all()
    assert (labels[:, 1] == -1).all()
    assert (labels[:, 2] >= 0).mean() < 0.4  # at the turning points at most
    assert (standing(times, still[:, None] + [0, 3, 0], roots, CAMERA) == -1).all()


def test_standing_feet_correct_the_distance_of_the_body():
    rng = np.random.default_rng(2)
    times = np.arange(90) / FPS
    truth = np.tile([0.5, 0.0, 4.0], (90, 1))
    wrong = truth * (1 + 0.03 * np.sin(2 * np.pi * 0.7 * times) + 0.005 * rng.normal(size=90))[:, None]
    feet = np.tile([[0.0, 1.0, 0.0]], (90, 1, 1))
    labels = np.zeros((90, 1), int)

    def wander(places):
        return np.ptp(places[:, 2])

    free = path(times, wrong, everywhere(times))
    held = path(times, wrong, everywhere(times), feet, labels)
    assert wander(held) < 0.2 * wander(free) < 0.2 * wander(wrong)


def test_offsets_hold_a_point_and_fade_without_a_jump():
    times = np.arange(90) / FPS
    points = np.array([0.0, 1.0, 4.0]) + 0.02 * np.outer(np.sin(4 * times), [1, 0, 1])
    labels = np.where((times > 1) & (times < 2), 0, -1)[:, None]
    offsets = holding(times, points[:, None], labels)
    here = labels[:, 0] >= 0
    assert np.ptp((points + offsets)[here], axis=0).max() < 0.15 * np.ptp(points[here], axis=0).max()
    assert np.abs(np.diff(offsets, axis=0)).max() * FPS < 0.3
    assert np.abs(offsets[[0, -1]]).max() < 0.003


def test_legs_reach_where_feet_are_wanted_and_keep_their_feet_level(anny):
    rng = np.random.default_rng(3)
    rotations = corpus_rotations(anny, rng.normal(0, 0.2, (20, 22, 3)))
    betas = anny.skeleton.population[0]
    offsets = {side: rng.normal(0, 0.02, (20, 3)).astype(np.float32) for side in "LR"}
    offsets["L"][:, 1] -= 0.05  # up, so that no leg is asked to be longer than it is
    offsets["R"][:, 1] -= 0.05
    moved = move_feet(anny, betas, rotations, offsets)
    heads = np.repeat(Skinner(anny).rest(betas[None])[1], 20, axis=0)
    before, after = (chain(anny.skeleton.parents, heads, r) for r in (rotations, moved))
    for side, offset in offsets.items():
        foot = anny.skeleton.names.index(f"foot.{side}")
        np.testing.assert_allclose(after[1][:, foot] - before[1][:, foot], offset, atol=2e-3)
        np.testing.assert_allclose(after[0][:, foot], before[0][:, foot], atol=1e-4)
    others = [i for i, name in enumerate(anny.skeleton.names) if "leg" not in name and "foot" not in name]
    np.testing.assert_array_equal(moved[:, others], rotations[:, others])


# ----------------------------------------------------------------------------------------------------------
# Recordings


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
        track, figures = refine_track(Track(recording, 1), RefineSettings())
        meshes = np.concatenate(list(track.blocks()))
    return track, figures, meshes


def joints_of(anny, meshes):
    return anny.joint_sets["fastmetro14"].regress(meshes)


def test_trembling_and_error_fall(anny, take, refined):
    file, truth = take
    track, figures, meshes = refined
    with Recording(file) as recording:
        recorded = np.concatenate(list(Track(recording, 1).blocks()))
    assert figures.jitter_after < 0.3 * figures.jitter_before
    assert not track.filled.any()
    assert figures.filled_frames == figures.gaps_left == 0
    before, after = (
        np.linalg.norm(joints_of(anny, each) - joints_of(anny, truth), axis=-1)[..., :].std(axis=0).mean()
        for each in (recorded, meshes)
    )
    assert after < before


def test_standing_feet_stand(anny, refined):
    _, figures, meshes = refined
    assert figures.standing_s > 2.5
    assert figures.slide_after_mm_s < 0.1 * figures.slide_before_mm_s
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
    track, figures, meshes = refined
    file = record_one(tmp_path / "again.h5", anny, track.times_s, meshes)
    with Recording(file) as recording:
        _, again = refine_track(Track(recording, 1), RefineSettings())
    assert again.jitter_before == pytest.approx(figures.jitter_after, rel=0.15)
    assert again.moved_mm < 0.3 * figures.moved_mm
    assert again.slide_after_mm_s < 1.2 * figures.slide_after_mm_s
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
        track, figures = refine_track(Track(recording, 1), RefineSettings(fill_gaps_s=0.5))
        assert (figures.filled_frames, figures.gaps_left) == (11, 1)
        assert figures.filled_s == pytest.approx(0.4)
        np.testing.assert_allclose(track.times_s[track.filled], TIMES[30:41])
        assert track.is_seen(TIMES[30:41]).all()
        assert not track.is_seen(TIMES[65:80]).any()
        assert track.fillings() == [(TIMES[30], TIMES[41])]
        assert track.absences() == [(TIMES[60], TIMES[86])]
        truth = joints_of(anny, dance(anny, TIMES))[30:41]
        found = joints_of(anny, np.concatenate(list(track.blocks()))[track.filled])
        assert np.linalg.norm(found - truth, axis=-1).mean() < 0.05
        left, figures = refine_track(Track(recording, 1), RefineSettings(fill_gaps_s=0.2))
        assert (figures.filled_frames, figures.gaps_left) == (0, 2)
        assert not left.filled.any()
    assert file.read_bytes() == content


def test_the_box_and_joints_of_legs_behind_the_camera_stay_on_their_side(anny, tmp_path):
    times = TIMES[:20]
    meshes = dance(anny, times) - np.float32([0, 0.2, 3.5])
    meshes[..., 2] -= 1.5 * np.maximum(meshes[..., 1], 0)  # below the middle of the picture
    file = record_one(tmp_path / "near.h5", anny, times, meshes)
    with Recording(file) as recording:
        track, _ = refine_track(Track(recording, 1), RefineSettings())
        person = track.person(recording.frame(10))
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
        track, figures = refine_track(Track(recording, 1), RefineSettings())
        np.testing.assert_allclose(track.times_s, np.delete(times, 6))
        assert (figures.filled_frames, figures.gaps_left) == (0, 1)
        assert track.absences() == [(times[6], times[7])]


def test_frames_that_the_recording_lost_are_filled_at_its_rate(anny, tmp_path):
    kept = np.r_[0:20, 32:50]
    file = record_one(tmp_path / "lost.h5", anny, TIMES[kept], dance(anny, TIMES[kept]))
    with Recording(file) as recording:
        track, _ = refine_track(Track(recording, 1), RefineSettings())
        np.testing.assert_allclose(track.times_s, TIMES[:50], atol=1e-9)
        assert track.tables()["frame_index"][20:32].tolist() == [-1] * 12


@pytest.mark.parametrize("count", [1, 2, 5])
def test_short_recordings_refine(anny, tmp_path, count):
    meshes = dance(anny, TIMES[:count])
    file = record_one(tmp_path / "short.h5", anny, TIMES[:count], meshes)
    with Recording(file) as recording:
        track, figures = refine_track(Track(recording, 1), RefineSettings())
        found = np.concatenate(list(track.blocks()))
    assert np.linalg.norm(found - meshes, axis=-1).mean() < 0.01
    assert (figures.jitter_before is None) == (count < 4)
    assert f"{count} frames" in figures.sentence()


def test_a_steady_walk_at_uneven_times_is_not_slowed(anny, tmp_path):
    rng = np.random.default_rng(5)
    times = uneven_times(60, rng)
    meshes = dance(anny, np.zeros(1)) + (times[:, None] * [-0.6, 0, 0.5])[:, None] - [0, 0, 0.5]
    file = record_one(tmp_path / "walk.h5", anny, times, meshes)
    with Recording(file) as recording:
        track, _ = refine_track(Track(recording, 1), RefineSettings())
        places = np.concatenate(list(track.blocks())).mean(axis=1)
    moved = places - places[0] - (meshes - meshes[0]).mean(axis=1)
    assert np.abs(moved).max() < 0.01


@pytest.fixture(params=["feet", "hand", "unknown"])
def surface_take(request, anny, take, monkeypatch, tmp_path):
    """The dance of a body without bones, of one with neither bones nor feet, or of one not installed."""
    sets = {"feet": anny.joint_sets, "hand": {"fastmetro14": anny.joint_sets["fastmetro14"]}}
    if request.param in sets:
        boneless = replace(anny, skeleton=None, joint_sets=sets[request.param])
        monkeypatch.setattr(track_module, "installed_template", lambda sha256: boneless)
    meshes = dance(anny, TIMES[:80], 1.5, 0.01)
    return request.param, record_one(tmp_path / "a.h5", anny, TIMES[:80], meshes, "other", range(30, 35))


def test_a_body_without_bones_is_refined_by_its_surface(surface_take):
    kind, file = surface_take
    with Recording(file) as recording:
        track, figures = refine_track(Track(recording, 1), RefineSettings())
        assert figures.jitter_after < 0.3 * figures.jitter_before
        assert figures.filled_frames == 5
        whole = np.concatenate(list(track.blocks()))
        assert np.isfinite(whole).all()
        assert len(whole) == 80
        # A window is smoothed like the whole.
        again, _ = refine_track(Track(recording, 1), RefineSettings())
        np.testing.assert_allclose(again.meshes(40, 41)[0], whole[40], atol=1e-3)
    if kind == "feet":
        assert figures.slide_after_mm_s < 0.3 * figures.slide_before_mm_s
    else:
        assert figures.slide_after_mm_s is None


def test_formats_hold_the_refined_motion_and_say_what_was_filled(anny, gaps, tmp_path):
    file, missing = gaps
    reports = []
    (npz,) = export(file, "npz", tmp_path / "a.npz", refine=RefineSettings(), report=reports.append)
    with np.load(npz) as data:
        np.testing.assert_array_equal(np.flatnonzero(data["filled"]), np.arange(30, 41))
        np.testing.assert_array_equal(data["frame_index"][data["filled"]], np.arange(30, 41))
        np.testing.assert_array_equal(np.flatnonzero(data["poses_filled"]), np.arange(30, 41))
        assert data["present"][30:41].all()
        assert not data["present"][61:86].any()
        mesh = data["vertices"][35] + data["translation"][35]
        np.testing.assert_allclose(anny.root.apply(data["vertices"]), 0, atol=1e-3)
    assert [figures.person for figures in reports] == [1]
    (folder,) = export(file, "obj", tmp_path / "a", refine=RefineSettings())
    names = sorted(path.name for path in folder.iterdir())
    assert names == [f"person1_{i:06d}.obj" for i in range(100) if i not in missing or i < 41]
    lines = (folder / "person1_000035.obj").read_text().splitlines()
    assert lines[0].startswith("# filled in")
    assert (folder / "person1_000029.obj").read_text().startswith("v ")
    (plys,) = export(file, "ply", tmp_path / "b", refine=RefineSettings())
    comments = {path.name for path in plys.iterdir() if b"comment filled in" in path.read_bytes()[:200]}
    assert comments == {f"person1_{i:06d}.ply" for i in range(30, 41)}
    vertices = np.array([line.split()[1:] for line in lines if line.startswith("v ")], float)
    np.testing.assert_allclose(vertices * [1, -1, -1], mesh, atol=1e-4)


def test_usd_marks_what_was_filled(gaps, tmp_path):
    pytest.importorskip("pxr")
    from pxr import Usd

    for kind in ("usd", "usd-points"):
        (file,) = export(gaps[0], kind, tmp_path / f"{kind}.usdc", refine=RefineSettings())
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
        track, _ = refine_track(Track(recording, 1), RefineSettings())
        recorded = Track(recording, 1)
        assert recorded.person(recording.frame(35)) is None
        shown = track.person(recording.frame(35))
        assert track.person(recording.frame(70)) is None
        np.testing.assert_allclose(shown.vertices + shown.translation, track.meshes(35, 36)[0], atol=1e-5)
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
