"""The curves of joints: units, speeds, gaps, and what a picture of them needs."""

import h5py
import numpy as np
import pytest

from app.recordings.corrections import Correction, write_corrections
from app.recordings.motion.joint_curves import Curve, JointPaths, unit_of, write_curves
from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.refine import RefineSettings, refine_motion
from app.recordings.part import WHOLE, Part
from app.recordings.reader import Recording
from models.body.joint_angles import ANGLES, joint_angles
from models.body.joints import FASTMETRO14
from tests.fakes.doll_recordings import FRAMES, record

ANKLE = FASTMETRO14.index("R_Ankle")


def paths(path, person=1, part=WHOLE):
    with Recording(path, part) as recording:
        return JointPaths.of(RecordedMotion(recording, person))


def refined_paths(path):
    with Recording(path) as recording:
        return JointPaths.of(refine_motion(RecordedMotion(recording, 1), RefineSettings())[0])


def test_places_are_in_cm_and_speeds_in_cm_a_second(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    start = 100 * doll.joint_sets["fastmetro14"].regress(doll.v_template)[ANKLE]
    curves = {name: paths(path).curve(ANKLE, name) for name in ("x", "y", "z", "speed")}
    np.testing.assert_allclose(curves["x"].times_s, np.arange(FRAMES) / 10)
    np.testing.assert_allclose(curves["x"].values, start[0] + np.arange(FRAMES), atol=1e-3)
    np.testing.assert_allclose(curves["y"].values, start[1], atol=1e-3)
    np.testing.assert_allclose(curves["z"].values, start[2] + 400, atol=1e-3)
    np.testing.assert_allclose(curves["speed"].values, 10, atol=1e-3)  # a centimetre in a tenth of a second
    assert {name: unit_of(name) for name in curves} == {"x": "cm", "y": "cm", "z": "cm", "speed": "cm/s"}
    assert curves["x"].at(0.55) == pytest.approx(start[0] + 5.5, abs=1e-3)
    assert curves["x"].at(-0.01) is None
    assert curves["x"].at(FRAMES / 10) is None


def test_angles_are_those_of_movement_science_and_not_every_joint_has_one(doll, tmp_path):
    found = paths(record(tmp_path / "a.h5", doll))
    knee = FASTMETRO14.index("L_Knee")
    expected = joint_angles(found.positions, FASTMETRO14)[:, ANGLES.index("left_knee_flexion")]
    np.testing.assert_allclose(found.curve(knee, "angle").values, expected)
    assert unit_of("angle") == "°"
    assert found.has_angle(knee)
    assert not found.has_angle(ANKLE)
    with pytest.raises(ValueError, match="R_Ankle has no angle"):
        found.curve(ANKLE, "angle")


def test_curves_are_written_as_a_table_with_nothing_in_gaps(tmp_path):
    times = np.array([0.0, 0.1, 0.2, 0.3])
    recorded = Curve(times, np.array([1.0, np.nan, 3.0, 4.0]), (slice(0, 1), slice(2, 4)))
    refined = Curve(np.array([0.1, 0.15, 0.3]), np.array([2.0, 2.5, 4.0]), (slice(0, 3),))
    file = tmp_path / "curves.csv"
    write_curves(file, {"recorded_cm": recorded, "refined_cm": refined}, 0.0, 0.25)
    assert file.read_text().splitlines() == [
        "time_s,recorded_cm,refined_cm",
        "0.000000,1.0000,",
        "0.100000,,2.0000",
        "0.150000,,2.5000",
        "0.200000,3.0000,",
    ]
    with pytest.raises(FileExistsError):
        write_curves(file, {"recorded_cm": recorded}, 0.0, 1.0)


def test_a_gap_stays_one_unless_it_was_filled(doll, tmp_path):
    away = {8, 9, *range(14, 21)}
    path = record(tmp_path / "a.h5", doll, people=lambda row: () if row in away else (1,))
    recorded, refined = paths(path).curve(ANKLE, "x"), refined_paths(path).curve(ANKLE, "x")
    assert recorded.stretches == (slice(0, 8), slice(8, 12), slice(12, 15))
    assert refined.stretches == (slice(0, 14), slice(14, 17))  # 0.3 s are filled, 0.8 s are not
    assert recorded.at(0.85) is None
    assert refined.at(0.85) == pytest.approx(recorded.values[0] + 8.5, abs=0.2)
    assert recorded.at(1.7) is refined.at(1.7) is None
    assert paths(path).curve(ANKLE, "speed").values.max() < 11  # none is taken across a gap


def test_a_single_moment_has_a_place_and_no_speed(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll, people=lambda row: (1,) if row in (0, 1, 5) else ())
    assert paths(path).curve(ANKLE, "x").stretches == (slice(0, 2), slice(2, 3))
    assert paths(path).curve(ANKLE, "speed").stretches == (slice(0, 2),)
    assert paths(path).curve(ANKLE, "speed").at(0.5) is None


def test_what_is_no_number_is_a_gap(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    with h5py.File(path, "r+") as file:
        file["people/joints"][3, ANKLE] = np.nan
    assert paths(path).curve(ANKLE, "x").stretches == (slice(0, 3), slice(4, FRAMES))
    assert paths(path).curve(ANKLE + 1, "x").stretches == (slice(0, FRAMES),)


def test_people_who_were_put_right_have_the_curves_of_their_own(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll, people=lambda row: (1, 2))
    before = paths(path).curve(ANKLE, "x").values
    write_corrections(path, (Correction("swap", (1, 2), 10),))
    after = paths(path).curve(ANKLE, "x").values
    np.testing.assert_allclose(after - before, np.where(np.arange(FRAMES) < 10, 0, 100), atol=1e-3)


def test_a_part_begins_at_its_own_first_frame(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    whole, part = paths(path).curve(ANKLE, "x"), paths(path, part=Part(0.5, 1.2)).curve(ANKLE, "x")
    np.testing.assert_allclose(part.times_s, np.arange(8) / 10, atol=1e-9)
    np.testing.assert_allclose(part.values, whole.values[5:13])


def test_a_picture_loses_no_peak_of_many_moments():
    times = np.arange(10000) / 100
    values = np.zeros(10000)
    values[4321], values[7654] = 5, -3
    ((shown, heights),) = Curve(times, values, (slice(0, 10000),)).lines(0.0, 100.0, 200)
    assert len(shown) <= 402
    assert (np.diff(shown) >= 0).all()
    assert (heights.max(), heights.min()) == (5, -3)
    assert shown[heights == 5][0] == pytest.approx(43.21, abs=0.5)


def test_a_picture_of_a_part_takes_only_what_is_near():
    curve = Curve(np.arange(10.0), np.arange(10.0), (slice(0, 4), slice(6, 10)))
    ((times, _),) = curve.lines(6.5, 7.5, 100)
    assert times.tolist() == [6, 7, 8]
    assert list(curve.lines(3.5, 5.5, 100)) == []
    assert [times.tolist() for times, _ in curve.lines(0, 9, 100)] == [[0, 1, 2, 3], [6, 7, 8, 9]]
