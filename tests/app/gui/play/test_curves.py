"""The curves of a joint: what they show of a recording and of what refining changed, and seeking in them."""

import csv

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest

from app.gui.widgets.curve_plot import TOP, ticks
from app.gui.widgets.joint_names import joint_name
from models.body.joint_angles import ANGLES, FLEXIONS, joint_angles
from models.body.joints import FASTMETRO14
from tests.fakes.doll_recordings import FRAMES, record
from tests.fakes.edited_recordings import edited

pytestmark = pytest.mark.gl


def shaken(path, doll, **chosen):
    """A recording of a doll that trembles by a centimetre."""
    record(path, doll, **chosen)
    rng = np.random.default_rng(0)
    with edited(path) as file:
        file["people/translation"][...] += rng.normal(0, 0.01, file["people/translation"].shape)
    return path


def told(s):
    return QTextDocumentFragment.fromHtml(s.player.curves.told.text()).toPlainText().replace("\xa0", " ")


def open_curves(s, path):
    s.enter(path)
    s.press(Qt.Key.Key_J)
    s.wait(lambda: "Reading" not in told(s))


def columns_of(s, looks):
    """The columns of the plot in which some pixel looks so, in pixels from the left."""
    plot = s.player.curves.plot
    image = plot.grab().toImage()
    left, right = (round(plot.x_of(moment)) for moment in plot.span_s)
    rows = range(TOP, image.height() - 24)  # over the numbers of the axis
    return {x for x in range(left, right) if any(looks(image.pixelColor(x, y)) for y in rows)}


def is_grey(colour):
    return colour.hsvSaturation() < 60 and 90 < colour.value() < 200


def is_accent(colour):
    return colour.hsvSaturation() > 120 and colour.value() > 120


def is_white(colour):
    return colour.hsvSaturation() < 30 and colour.value() > 215


def test_the_button_and_the_key_open_and_close_them(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    curves, button = s.player.curves, s.page.header.curves_button
    assert curves.isHidden()
    s.press(Qt.Key.Key_J)
    assert curves.isVisible()
    assert button.isChecked()
    button.click()
    assert curves.isHidden()
    assert not button.isChecked()


def test_without_refined_motion_the_recorded_curve_is_shown_and_how_to_get_the_other(stand, doll, tmp_path):
    s = stand()
    open_curves(s, record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2)))
    curves = s.player.curves
    assert [curves.person.itemText(i) for i in range(curves.person.count())] == ["Person 1", "Person 2"]
    assert [curves.joint.itemText(i) for i in range(curves.joint.count())] == [
        joint_name(name) for name in FASTMETRO14
    ]
    start = 100 * doll.joint_sets["fastmetro14"].regress(doll.v_template)[0, 0]
    assert f"Recorded {start:.1f} cm" in told(s)
    assert "“Refine” (C) adds the refined curve" in told(s)
    assert columns_of(s, is_grey)
    assert not columns_of(s, is_accent)
    curves.person.setCurrentIndex(1)  # a metre to the right
    assert f"Recorded {start + 100:.1f} cm" in told(s)
    curves.quantity.setCurrentIndex(3)
    assert "Recorded 10.0 cm/s" in told(s)


def test_refining_adds_its_curve_which_goes_on_where_a_gap_was_filled(stand, doll, tmp_path):
    s = stand()
    path = shaken(tmp_path / "takes" / "a.h5", doll, people=lambda row: () if row in (12, 13) else (1,))
    open_curves(s, path)
    s.press(Qt.Key.Key_C)
    s.wait(lambda: s.card() == "Refined")
    s.player.seek(1.25)
    s.tick()
    assert told(s).startswith("■ Recorded away")
    assert "Refined" in told(s)
    assert told(s).count("away") == 1
    plot = s.player.curves.plot
    gap = range(round(plot.x_of(1.12)), round(plot.x_of(1.38)))
    s.player.curves.quantity.setCurrentIndex(2)  # where it only trembles
    s.player.seek(0.0)
    s.tick()
    accent, grey = columns_of(s, is_accent), columns_of(s, is_grey)
    assert all({x - 1, x, x + 1} & accent for x in gap)
    assert not grey & set(gap)
    assert grey & set(range(round(plot.x_of(0.1)), round(plot.x_of(1.0))))
    s.press(Qt.Key.Key_C)  # back to the recorded motion: the curves still compare the two
    assert "Refined" in told(s)


def test_the_angle_of_a_joint_is_shown_where_it_has_one(stand, doll, tmp_path):
    s = stand()
    open_curves(s, record(tmp_path / "takes" / "a.h5", doll))
    curves = s.player.curves
    curves.joint.setCurrentIndex(FASTMETRO14.index("R_Knee"))
    curves.quantity.setCurrentIndex(curves.quantity.findData("angle"))
    joints = doll.joint_sets["fastmetro14"].regress(doll.v_template)
    knee = joint_angles(joints, FASTMETRO14)[ANGLES.index(FLEXIONS["R_Knee"])]
    assert f"Recorded {knee:.1f} °" in told(s)
    curves.joint.setCurrentIndex(FASTMETRO14.index("R_Ankle"))
    assert told(s) == "This joint has no angle; elbows, knees, hips and shoulders have one"
    assert not curves.save_button.isEnabled()
    assert curves.joint.isEnabled()  # to choose another


def test_values_are_saved_from_in_to_out_point_beside_the_recording(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    s = stand()
    open_curves(s, record(takes / "a.h5", doll))
    s.player.seek(0.5)
    s.press(Qt.Key.Key_I)
    s.tick()
    s.player.curves.save_button.click()
    s.player.curves.save_button.click()
    names = sorted(file.name for file in takes.glob("*.csv"))
    assert names == ["a person 1 r_ankle x (2).csv", "a person 1 r_ankle x.csv"]
    assert "Saved a person 1 r_ankle x (2).csv" in s.messages.toast.notice.text
    rows = list(csv.reader((takes / names[1]).read_text().splitlines()))
    assert rows[0] == ["time_s", "recorded_cm"]
    assert len(rows) == 1 + FRAMES - 5
    curve = s.player.curves.plot
    assert float(rows[1][0]) == pytest.approx(curve.span_s[0])


def test_pressing_and_dragging_seek(stand, doll, tmp_path):
    s = stand()
    open_curves(s, record(tmp_path / "takes" / "a.h5", doll))
    plot = s.player.curves.plot
    s.player.play()
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(plot.x_of(1.0)), 40))
    assert s.player.position_s == pytest.approx(1.0, abs=0.02)
    assert not s.player.is_playing
    QTest.mouseMove(plot, QPoint(round(plot.x_of(1.55)), 40))
    assert s.player.position_s == pytest.approx(1.55, abs=0.02)
    QTest.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(plot.x_of(1.55)), 40))
    assert s.player.is_playing
    s.player.hold()
    s.shown(15)
    x = round(plot.x_of(1.5))
    assert {x - 1, x, x + 1} & columns_of(s, is_white)  # where the player is
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 40))
    assert s.player.position_s == 0.0  # beside the curves it is the nearest moment


def test_in_and_out_point_choose_what_is_shown(stand, doll, tmp_path):
    s = stand()
    open_curves(s, record(tmp_path / "takes" / "a.h5", doll))
    plot = s.player.curves.plot
    assert plot.span_s == (0.0, pytest.approx(FRAMES / 10))
    for seconds, key in ((0.55, Qt.Key.Key_I), (1.25, Qt.Key.Key_O)):
        s.player.seek(seconds)
        s.press(key)
    s.tick()
    assert plot.span_s == (pytest.approx(0.5), pytest.approx(1.2))
    QTest.mousePress(plot, Qt.MouseButton.LeftButton, pos=QPoint(2, 40))
    assert s.player.position_s == pytest.approx(0.5)


def test_another_recording_keeps_the_joint_and_forgets_the_refined_curve(stand, doll, tmp_path):
    s = stand()
    first, second = (record(tmp_path / "takes" / f"{name}.h5", doll) for name in "ab")
    open_curves(s, first)
    curves = s.player.curves
    curves.joint.setCurrentIndex(5)
    s.press(Qt.Key.Key_C)
    s.wait(lambda: "■ Refined" in told(s))
    s.page.open(second)
    assert "Reading" in told(s)
    s.wait(lambda: "Recorded" in told(s))
    assert "■ Refined" not in told(s)
    assert curves.joint.currentText() == joint_name(FASTMETRO14[5])


def test_nobody_and_unreadable_joints_are_said(stand, doll, tmp_path):
    s = stand()
    open_curves(s, record(tmp_path / "takes" / "a.h5", doll, people=lambda row: ()))
    assert told(s) == "Nobody is in this recording"
    assert not s.player.curves.joint.isEnabled()
    path = record(tmp_path / "takes" / "b.h5", doll)
    with h5py.File(path, "r+") as file:  # packed again by another tool, so that damage is found
        values = file["people/joints"][()]
        del file["people/joints"]
        chunks = (2, *values.shape[1:])
        table = file["people"].create_dataset("joints", data=values, chunks=chunks, compression="gzip")
        chunk = table.id.get_chunk_info(1)
    with path.open("r+b") as raw:
        raw.seek(chunk.byte_offset)
        raw.write(bytes(chunk.size))
    s.page.open(path)
    s.wait(lambda: "damaged" in told(s))
    assert told(s).startswith("b.h5 is damaged; try: ")
    assert not columns_of(s, is_grey)


@pytest.mark.parametrize(
    ("low", "high", "at_most", "expected"),
    [
        (0.0, 10.0, 5, [0, 2, 4, 6, 8, 10]),
        (-0.3, 0.3, 4, [-0.2, 0.0, 0.2]),
        (395.2, 432.0, 4, [400, 410, 420, 430]),
        (0.79, 1.21, 1, [0.8, 1.0, 1.2]),
    ],
)
def test_axes_have_round_numbers(low, high, at_most, expected):
    assert ticks(low, high, at_most) == expected


@pytest.mark.parametrize("views", [0, 1])
def test_a_joint_that_is_clicked_is_shown(stand, doll, tmp_path, views):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2)))
    for _ in range(views):
        before = s.page.stage.result
        s.press(Qt.Key.Key_V)
        s.wait(lambda before=before: s.page.stage.result is not before)
    stage, result = s.page.stage, s.page.stage.result
    joint = FASTMETRO14.index("L_Wrist")
    rect, scale = stage.image_rect(), stage.image_rect().width() / result.overlay.shape[1]
    x, y = result.joint_pixels[2][joint] * scale
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(round(x), round(y)))
    curves = s.player.curves
    assert curves.isVisible()
    s.wait(lambda: "Reading" not in told(s))
    assert curves.person.currentData() == 2
    found = result.joint_pixels[2][curves.joint.currentData()]
    assert np.linalg.norm(found - result.joint_pixels[2][joint]) * scale < 2  # dolls have joints in one place


def test_a_click_beside_everybody_opens_nothing(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    QTest.mouseClick(
        s.page.stage, Qt.MouseButton.LeftButton, pos=s.page.stage.image_rect().topLeft() + QPoint(3, 3)
    )
    assert s.player.curves.isHidden()
