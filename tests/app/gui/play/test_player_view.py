"""Playing: scrubbing, stepping, speeds, views, and the timeline."""

import threading
from dataclasses import replace

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip

from app.recordings.motion.activity import Activity
from app.recordings.motion.joint_curves import Curve
from app.recordings.reader import Recording
from app.recordings.recorder import NOT_PROCESSED
from app.recordings.schema import Drop
from app.recordings.video_recorder import video_name
from tests.fakes.doll_recordings import FRAMES, GREEN, SIZE, record
from tests.fakes.keyboard import hold_key

pytestmark = pytest.mark.gl


def test_scrubbing_shows_the_frame_of_that_moment(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll)
    s = stand()
    s.enter(path)
    with Recording(path) as recording:
        for row in (20, 3, 11):
            s.player.seek(row / 10 + 0.04)
            s.shown(row)
            shown = s.page.stage.result
            np.testing.assert_array_equal(shown.people[0].vertices, recording.frame(row).people[0].vertices)
            assert shown.frame.time_s == pytest.approx(recording.times_s[row])


def test_the_timeline_is_dragged_and_playing_goes_on_after_it(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll), plays=True)
    line = s.player.transport.timeline
    middle = QPoint(round(line.x_of(1.23)), line.height() // 2)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=middle)
    s.tick(5)
    assert s.player.position_s == pytest.approx(1.23, abs=0.02)  # it is held
    s.shown(12)
    QTest.mouseMove(line, QPoint(line.width() * 3, 4))
    s.shown(FRAMES - 1)
    QTest.mouseMove(line, QPoint(-50, 4))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton)
    s.tick(0.55)
    s.shown(5)
    assert s.player.is_playing


def test_keys_play_step_leap_and_change_speed(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.press(Qt.Key.Key_Space)
    s.tick(0.5)
    assert s.player.is_playing
    assert s.player.position_s == pytest.approx(0.5)
    s.press(Qt.Key.Key_Right)  # steps stop it
    assert not s.player.is_playing
    assert s.player.row == 6
    s.press(Qt.Key.Key_Left)
    assert s.player.row == 5
    s.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert s.player.position_s == pytest.approx(1.5)
    s.press(Qt.Key.Key_End)
    assert s.player.row == FRAMES - 1
    s.press(Qt.Key.Key_Home)
    assert s.player.row == 0
    s.press(Qt.Key.Key_BracketRight)
    s.tick()
    assert s.player.playback.speed == 2
    assert s.player.transport.speed_box.currentText() == "2×"
    s.press(Qt.Key.Key_Space)
    s.tick(99)
    assert not s.player.is_playing
    assert s.player.transport.play_button.accessibleName() == "Play"
    s.press(Qt.Key.Key_L)
    assert s.player.transport.loop_button.isChecked()
    s.press(Qt.Key.Key_Space)
    s.tick(1.25)
    assert s.player.position_s == pytest.approx(2.5 % 2.4)


def test_without_a_video_there_is_a_floor_and_the_views_of_it_say_why(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    buttons = s.player.transport.view_buttons
    assert s.player.view == "orbit"
    assert s.player.views == ("mesh", "orbit")
    assert not buttons["overlay"].isEnabled()
    assert "No video was kept" in buttons["overlay"].toolTip()
    height, width = s.page.stage.result.overlay.shape[:2]
    assert (width, height) == (s.page.stage.width(), s.page.stage.height())  # sharp, and fills the room
    s.press(Qt.Key.Key_V)
    s.wait(lambda: s.page.stage.result.overlay.shape[1] / s.page.stage.result.overlay.shape[0] < 1.4)
    assert s.player.view == "mesh"


def test_over_the_video_the_picture_is_the_videos(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, video=True))
    assert s.player.view == "overlay"
    assert s.player.views == ("overlay", "mesh", "side_by_side", "orbit")
    s.player.seek(1.0)
    s.shown(10)
    picture = s.page.stage.result.overlay
    assert picture.shape == (SIZE[1], SIZE[0], 3)
    assert np.abs(picture[5, 5].astype(int) - GREEN).max() < 12
    assert np.abs(picture.reshape(-1, 3).astype(int) - GREEN).max() > 60  # and the mesh over it


def test_a_video_that_is_gone_leaves_the_mesh(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll, video=True)
    path.with_name(video_name(path)).unlink()
    s = stand()
    s.enter(path)
    assert s.player.view == "orbit"


def test_only_the_keys_that_step_and_zoom_repeat_while_they_are_held(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    hold_key(s.page.stage, Qt.Key.Key_Right, repeats=3)
    assert s.player.row == 4
    hold_key(s.page.stage, Qt.Key.Key_Space)
    assert s.player.is_playing
    hold_key(s.page.stage, Qt.Key.Key_L)
    assert s.player.transport.loop_button.isChecked()


def test_dragging_turns_the_eye_and_the_wheel_of_keys_comes_nearer(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    yaw = s.player.options.orbit_yaw_deg
    middle = s.page.stage.rect().center()
    QTest.mousePress(s.page.stage, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(s.page.stage, middle + QPoint(50, 0))
    QTest.mouseRelease(s.page.stage, Qt.MouseButton.LeftButton)
    assert s.player.options.orbit_yaw_deg != yaw
    s.press(Qt.Key.Key_Plus)
    assert s.player.options.orbit_zoom > 1
    QTest.mouseDClick(s.page.stage, Qt.MouseButton.LeftButton)
    assert s.player.options.orbit_zoom == 1
    assert s.player.options.orbit_yaw_deg == yaw


def test_the_timeline_tells_who_is_where_and_what_was_lost(stand, doll, tmp_path):
    def people(row):
        return () if 5 <= row < 10 else (1,) if row < 15 else (1, 2)

    lost = Drop(2.0, 3, NOT_PROCESSED)
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, people=people, drops=(lost,)))
    line = s.player.transport.timeline
    first, second = line.lanes
    assert [value for span in first.there for value in span] == pytest.approx([0, 0.5, 1.0, 2.4])
    assert [value for span in second.there for value in span] == pytest.approx([1.5, 2.4])
    assert first.colour != second.colour
    assert "Nobody here" in line.text_at(0.7)
    assert "Nobody here" not in line.text_at(1.2)
    assert f"3 frames lost: {NOT_PROCESSED}" in line.text_at(2.0)


def test_the_timeline_tells_how_everybody_moves(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2) if row >= 10 else (1,)))
    line = s.player.transport.timeline
    s.wait(lambda: all(lane.activity is not None for lane in line.lanes))
    before, both = (line.text_at(moment).splitlines() for moment in (0.5, 1.5))
    assert [text.split(":")[0] for text in before[1:]] == ["Person 1"]
    assert [text.split(":")[0] for text in both[1:]] == ["Person 1", "Person 2"]
    assert all(
        ": 0.1 m/s, " in text for text in (*before[1:], *both[1:])
    )  # a centimetre in a tenth of a second
    QTest.mouseMove(line, QPoint(4, line.height() // 2))
    assert QToolTip.text() == line.legend == line.accessibleDescription()
    for word in ("Hills", "left foot", "lost"):
        assert word in line.legend


def test_hills_rise_where_somebody_moves(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    line = s.player.transport.timeline

    def painted():
        line.show_position(0)
        image = line.grab().toImage()
        y = line.height() // 2 - 8  # in the middle of the hills of one person
        return [image.pixelColor(round(line.x_of(at)), y) for at in (0.4, 1.2)]

    s.wait(lambda: line.lanes[0].activity is not None)
    lane = line.lanes[0]
    times = np.linspace(0, 2.4, 25)
    runs = Curve(times, np.where(times > 1, 3.0, 0.0), (slice(0, 25),))
    line.show_recording(2.4, [replace(lane, activity=Activity(runs, ([], [])))], ())
    still, quick = painted()
    assert still.alpha() != quick.alpha() or still != quick
    line.show_recording(2.4, [replace(lane, activity=None)], ())
    assert painted()[0] == painted()[1] == still


def test_a_recording_that_is_closed_stops_what_looks_through_it(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.player.close_recording()
    assert s.player.wait(60)
    assert not [thread for thread in threading.enumerate() if thread.name in ("player", "job")]


def test_a_frame_that_cannot_be_read_is_told_and_the_others_play(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll)
    with h5py.File(path) as file:
        chunk = file["people/vertices"].id.get_chunk_info(7)
    content = bytearray(path.read_bytes())
    content[chunk.byte_offset : chunk.byte_offset + chunk.size] = bytes(chunk.size)
    path.write_bytes(content)
    s = stand()
    s.enter(path)
    s.player.seek(0.7)
    s.wait(lambda: "damaged" in s.banner())
    assert s.page.stage.result.people == () or s.page.stage.result.frame.index != 7
    s.player.seek(0.8)
    s.shown(8)
    assert s.page.stage.result.people
    s.messages.banner.notice.action()
    s.wait(lambda: s.player.path.name == "a.repaired.h5" and s.player.summary is not None)
    assert 7 not in np.flatnonzero(next(iter(s.player.summary.present.values())))
