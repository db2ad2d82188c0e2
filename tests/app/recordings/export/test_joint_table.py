"""CSV: joints and angles as rows and columns that spreadsheets and notebooks read."""

import csv
from dataclasses import replace

import numpy as np
import pytest

from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.refine import RefineSettings
from app.recordings.reader import Recording
from models.body.joint_angles import ANGLES, joint_angles
from models.body.joints import COCO17, FASTMETRO14
from tests.fakes.recorded_take import TIMES, joint_set, make_person, record_one, write_take


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def numbers(rows, *columns):
    return np.array([[float(row[column] or "nan") for column in columns] for row in rows])


def of_person(rows, person_id):
    return [row for row in rows if row["person"] == str(person_id)]


@pytest.fixture(scope="module")
def wide(take, tmp_path_factory):
    return read(export(take[0], "csv", tmp_path_factory.mktemp("wide") / "take.csv")[0])


@pytest.fixture(scope="module")
def long(take, tmp_path_factory):
    return read(export(take[0], "csv-long", tmp_path_factory.mktemp("long") / "take.csv")[0])


def test_a_wide_table_has_a_row_a_frame_and_person_with_joints_and_angles(take, anny, wide):
    assert [(row["frame"], row["person"]) for row in wide] == [
        (str(frame), person) for frame in range(7) for person in ("1", "4") if (frame, person) != (0, "4")
    ]
    for person_id, meshes in take[1].items():
        rows = of_person(wide, person_id)
        joints = joint_set(anny).regress(meshes)
        for j, name in enumerate(FASTMETRO14):
            found = numbers(rows, *(f"{name}_{axis}_m" for axis in "xyz"))
            np.testing.assert_allclose(found, joints[:, j], atol=1.1e-5)
            pixels = 600 * joints[:, j, :2] / joints[:, j, 2:] + [319.5, 239.5]
            np.testing.assert_allclose(numbers(rows, f"{name}_x_px", f"{name}_y_px"), pixels, atol=0.02)
        angles = joint_angles(joints, FASTMETRO14)
        np.testing.assert_allclose(numbers(rows, *(f"{name}_deg" for name in ANGLES)), angles, atol=0.05)
        np.testing.assert_allclose(numbers(rows, "time_s")[:, 0], TIMES[-len(rows) :])
        assert {row["person_score"] for row in rows} == {"0.9000"}


def test_a_long_table_says_the_same_with_a_row_a_joint(wide, long):
    assert [row["joint"] for row in long] == list(FASTMETRO14) * len(wide)
    for i, row in enumerate(wide):
        for j, name in enumerate(FASTMETRO14):
            of_joint = long[14 * i + j]
            for key in ("time_s", "frame", "person", "person_score", "root_z_m", "trunk_pitch_deg"):
                assert of_joint[key] == row[key]
            for end in ("x_m", "y_m", "z_m", "x_px", "y_px"):
                assert of_joint[end] == row[f"{name}_{end}"]
        flexions = {of["joint"]: of["flexion_deg"] for of in long[14 * i : 14 * i + 14]}
        assert flexions["L_Elbow"] == row["left_elbow_flexion_deg"]
        assert flexions["R_Hip"] == row["right_hip_flexion_deg"]
        assert flexions["L_Wrist"] == flexions["Neck"] == ""


def test_the_file_reads_the_same_in_every_country(take, tmp_path):
    text = export(take[0], "csv", tmp_path / "take.csv")[0].read_bytes()
    assert text.isascii()
    assert b"\r" not in text
    assert b";" not in text
    assert b"nan" not in text
    table = np.genfromtxt(tmp_path / "take.csv", delimiter=",", names=True)
    assert table["time_s"][:3].tolist() == pytest.approx([0, 0.033, 0.033])


@pytest.fixture(scope="module")
def still(anny):
    return np.tile(anny.v_template + np.array([0, 0, 3]), (8, 1, 1))


def test_cells_are_empty_while_somebody_is_away(anny, still, tmp_path):
    path = record_one(tmp_path / "gap.h5", anny, np.arange(8) / 10, still, missing=(0, 3, 4, 7))
    rows = read(export(path, "csv", tmp_path / "gap.csv")[0])
    assert [row["frame"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    for row in rows:
        away = row["frame"] in ("3", "4")
        assert row.pop("time_s") == f"{int(row.pop('frame')) / 10:.6f}"
        assert row.pop("person") == "1"
        # Arms that hang straight down have every angle.
        assert {value == "" for value in row.values()} == {away}
    rows = read(export(path, "csv-long", tmp_path / "gap-long.csv")[0])
    assert [row["joint"] for row in rows] == list(FASTMETRO14) * 6
    assert all((row["x_m"] == "") is (row["frame"] in ("3", "4")) for row in rows)


def test_what_refining_filled_says_so(anny, still, tmp_path):
    path = record_one(tmp_path / "gap.h5", anny, np.arange(8) / 10, still, missing=(3, 4))
    settings = ExportSettings(refine=RefineSettings())
    rows = read(export(path, "csv", tmp_path / "gap.csv", settings)[0])
    assert [row["filled"] for row in rows] == ["0", "0", "0", "1", "1", "0", "0", "0"]
    assert "person_score" not in rows[0]
    assert np.isfinite(numbers(rows, "Head_x_m", "left_knee_flexion_deg")).all()


def test_scores_of_joints_stand_beside_those_that_have_one(anny, still, tmp_path):
    scores = np.tile(np.arange(17) / 20, (8, 1)).astype(np.float32)
    path = record_one(
        tmp_path / "scores.h5", anny, np.arange(8) / 10, still, parameters={"joint_scores": scores}
    )
    row = read(export(path, "csv", tmp_path / "scores.csv")[0])[0]
    of_joints = read(export(path, "csv-long", tmp_path / "long.csv")[0])
    assert of_joints[0]["score"] == row["R_Ankle_score"]
    assert float(row["R_Ankle_score"]) == pytest.approx(COCO17.index("right_ankle") / 20)
    assert float(row["L_Wrist_score"]) == pytest.approx(COCO17.index("left_wrist") / 20)
    assert row["Neck_score"] == row["Head_score"] == ""


def test_joints_behind_the_camera_are_in_no_picture(anny, still, tmp_path):
    path = record_one(tmp_path / "near.h5", anny, [0.0], still[:1] - [0, 0, 3.2])
    row = read(export(path, "csv", tmp_path / "near.csv")[0])[0]
    assert row["Head_z_m"].startswith("-")
    assert row["Head_x_px"] == row["Head_y_px"] == ""


def test_joints_of_other_names_have_no_angles_and_are_no_formulas(anny, still, tmp_path):
    person = make_person(anny, 1, still[0].astype(np.float32), np.zeros(3, np.float32))
    names = ("=1+1", *(f"joint{i}" for i in range(13)))
    path = write_take(tmp_path / "plain.h5", anny, [(0.0, (person,))])
    renamed(path, names)
    with Recording(path) as recording:
        assert recording.info.joint_names == names
    wide, long = (read(export(path, kind, tmp_path / f"{kind}.csv")[0]) for kind in ("csv", "csv-long"))
    assert not [column for column in wide[0] if column.endswith("_deg") or column.startswith("=")]
    assert "'=1+1_x_m" in wide[0]
    assert long[0]["joint"] == "'=1+1"
    assert "flexion_deg" not in long[0]


def renamed(path, names):
    import h5py

    with h5py.File(path, "r+") as file:
        file.attrs["joint_names"] = names


def test_hands_say_which_they_are(doll, tmp_path):
    hand = replace(doll, name="palm", kind="hand", joint_sets={"hand21": doll.joint_sets["hand21"]})
    left = replace(make_person(hand, 2, hand.v_template, np.array([0, 0, 1], np.float32)), is_left=True)
    path = write_take(tmp_path / "hand.h5", hand, [(0.0, (left,))])
    (row,) = read(export(path, "csv", tmp_path / "hand.csv")[0])
    assert row["is_left"] == "1"
    assert sum(column.endswith("_z_m") for column in row) == 1 + 21
