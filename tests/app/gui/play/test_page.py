"""The recordings page: it lists, plays, renames, deletes, repairs, cleans up and exports real files."""

import datetime
import json
import subprocess
import sys
import threading
from pathlib import Path

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QComboBox

import main as command_line
from app.background_job import Job
from app.gui.play.page import PlayPage
from app.gui.play.player import Player, Shot, free_size
from app.gui.play.recording_list import facts, spoken_date
from app.gui.settings import Settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.session import LiveSession
from app.options import Options
from app.recordings.export.exporter import export
from app.recordings.file import Drop, RecordedFrame, Recording, RecordingError, RecordingInfo, RecordingWriter
from app.recordings.file_names import rename
from app.recordings.library import Entry
from app.recordings.recorder import NOT_PROCESSED, new_recording_path
from app.recordings.video_recorder import VideoKeeper, video_name
from app.types import Person
from models.body.joints import FASTMETRO14
from models.body.template import BodyTemplate
from models.camera.crop import CropBox
from models.errors import UserError
from tests.fakes.keyboard import hold_key
from tests.fakes.tiny_model import make_template

pytestmark = pytest.mark.gl

FRAMES = 24
SIZE = (128, 96)
GREEN = (20, 160, 40)


@pytest.fixture(scope="module")
def doll(tmp_path_factory) -> BodyTemplate:
    return make_template(tmp_path_factory.mktemp("doll") / "doll.npz")


def person(template: BodyTemplate, row: int, person_id: int = 1) -> Person:
    """Return a doll that walks to the right, a centimetre a frame."""
    joints = template.joint_sets["fastmetro14"].regress(template.v_template)
    vertices = template.v_template.copy()
    vertices[0] += 0.001 * row  # tells the row
    return Person(
        id=person_id,
        score=1.0,
        crop=CropBox(np.array([64.0, 48.0], np.float32), 90.0),
        vertices=vertices,
        joints=joints.astype(np.float32),
        camera=np.ones(3, np.float32),
        translation=np.array([0.01 * row + person_id - 1, 0, 4], np.float32),
        focal_px=100.0,
        joints_2d=np.zeros((14, 2), np.float32),
        box_xyxy=np.array([40, 10, 90, 90], np.float32),
    )


def record(
    path: Path,
    template: BodyTemplate,
    *,
    frames: int = FRAMES,
    people=lambda row: (1,),
    started_at: str = "2026-01-02T03:04:05+00:00",
    video: bool = False,
    drops: tuple[Drop, ...] = (),
) -> Path:
    """Write a recording of dolls at ten frames a second; ``people`` names who is in each row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    info = RecordingInfo(
        source="test",
        width=SIZE[0],
        height=SIZE[1],
        model="tiny",
        model_version="1",
        body=template.name,
        kind="body",
        template_sha256=template.sha256,
        joint_names=tuple(FASTMETRO14),
        started_at=started_at,
        video=video_name(path) if video else "",
    )
    keeper = VideoKeeper(path.with_name(info.video), 10) if video else None
    rows = []
    for row in range(frames):
        number = -1
        if keeper is not None:
            keeper.wait_for_room()
            number = keeper.put(np.full((SIZE[1], SIZE[0], 3), GREEN, np.uint8), row / 10)
        there = tuple(person(template, row, who) for who in people(row))
        rows.append(RecordedFrame(row / 10, row / 10, row, there, number))
    if keeper is not None:
        keeper.close()
    writer = RecordingWriter(path, info, template)
    writer.append(rows, drops)
    writer.flush()
    writer.close()
    return path


def damage(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


class Stand:
    """A page with a clock that the test turns."""

    def __init__(self, qtbot, folder: Path, bin_works: bool = True) -> None:
        self.qtbot, self.now, self.binned = qtbot, 100.0, []

        def move_to_bin(path: Path) -> bool:
            if bin_works:
                self.binned.append(path.name)
                path.unlink()
            return bin_works

        self.page = PlayPage(folder, Options(), clock=lambda: self.now, move_to_bin=move_to_bin)
        self.page.resize(960, 600)
        self.page.show()
        self.player = self.page.player

    def wait(self, condition) -> None:
        def done() -> bool:
            self.page.tick()
            return bool(condition())

        self.qtbot.waitUntil(done, timeout=20000)

    def enter(self, path: Path | None = None, **chosen) -> None:
        self.page.enter(self.page._folder, path, **chosen)
        self.wait(lambda: self.page.stage.result is not None or self.card())

    def tick(self, seconds: float = 0.0) -> None:
        self.now += seconds
        self.page.tick()

    def shown(self, row: int) -> None:
        """Wait until a row is on the screen."""
        self.wait(lambda: self.page.stage.result is not None and self.page.stage.result.frame.index == row)

    def card(self) -> str:
        content = self.page.card.content
        return content.heading if content and not content.is_busy else ""

    def choose(self, text: str) -> None:
        assert self.page.card.content is not None
        next(choice for choice in self.page.card.content.choices if choice.text == text).action()

    def banner(self) -> str:
        return self.page.banner.notice.text if self.page.banner.notice else ""

    def names(self) -> list[str]:
        return [entry.name for entry in self.page.list.entries]

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.stage, key, modifier)


@pytest.fixture
def stand(qapp, qtbot, tmp_path):
    theme.dress(qapp)
    before = set(threading.enumerate())
    made = []

    def build(**chosen) -> Stand:
        made.append(Stand(qtbot, tmp_path / "takes", **chosen))
        return made[-1]

    yield build
    for one in made:
        one.page.close()
        one.page.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(threading.enumerate()) <= before


# The list


def test_the_list_has_pictures_of_recordings_with_other_people(stand, doll, tmp_path):
    record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1,))
    record(tmp_path / "takes" / "b.h5", doll, people=lambda row: (2, 7))
    s = stand()
    s.enter()
    s.wait(lambda: len(s.names()) == 2 and all(entry.picture is not None for entry in s.page.list.entries))


def test_the_list_has_all_recordings_with_facts_and_pictures_newest_first(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    record(takes / "old.h5", doll, started_at="2025-01-01T00:00:00+00:00", video=True)
    record(takes / "new.h5", doll, people=lambda row: (1, 2) if row > 5 else (1,))
    damage(record(takes / "broken.h5", doll))
    (takes / "notes.txt").write_text("not a recording")
    s = stand()
    s.enter()
    s.wait(lambda: len(s.names()) == 3 and all(e.picture is not None for e in s.page.list.entries[1:]))
    assert s.names() == ["broken", "new", "old"]  # the damaged one was written just now
    broken, new, old = s.page.list.entries
    assert broken.state == "damaged" and "damaged" in broken.problem
    assert (new.people, new.length_s, old.has_video) == (2, pytest.approx(2.3), True)
    assert old.size_bytes == sum((takes / f"old{end}").stat().st_size for end in (".h5", ".mp4"))
    assert new.picture.shape == (128, 192, 3) and np.ptp(new.picture) > 100
    assert s.player.path == takes / "new.h5"  # the newest that can be played


def test_nothing_lies_beside_the_recordings_afterwards(stand, doll, tmp_path):
    record(tmp_path / "takes" / "a.h5", doll)
    s = stand()
    s.enter()
    s.wait(lambda: s.page.list.entries and s.page.list.entries[0].picture is not None)
    assert [file.name for file in (tmp_path / "takes").iterdir()] == ["a.h5"]


def test_without_recordings_it_says_how_to_make_one(stand):
    s = stand()
    s.enter()
    assert s.card() == "No recordings yet" and "press R" in s.page.card.content.text
    assert not s.page.header.export_button.isEnabled()
    assert s.page.header.export_button.toolTip() == "There is no recording open"
    left = []
    s.page.left.connect(lambda: left.append(True))
    s.choose("Back to live")
    assert left


def test_a_recording_from_elsewhere_joins_the_list(stand, doll, tmp_path):
    record(tmp_path / "takes" / "here.h5", doll)
    s = stand()
    s.enter(record(tmp_path / "elsewhere" / "there.h5", doll))
    s.wait(lambda: sorted(s.names()) == ["here", "there"])
    assert s.player.path.name == "there.h5" and s.page.list.entry.name == "there"


def test_a_recording_in_progress_is_not_called_damaged(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "now.h5", doll)
    code = f"import h5py; file = h5py.File({str(path)!r}, 'r+'); print(flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as another:
        another.stdout.readline()
        s = stand()
        s.enter()
        s.wait(lambda: s.names() and s.card())
        assert s.page.list.entries[0].state == "in progress" and s.card() == "Being recorded"
        with pytest.raises(RecordingError, match=r"now\.h5 is being recorded"):
            Recording(path)
        another.communicate(b"\n")


def test_a_recording_that_was_killed_is_not_in_progress_for_ever(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    damage(record(takes / "killed.h5", doll))
    (takes / ".killed.h5.reserve").write_bytes(b"")
    s = stand()
    s.enter()
    s.wait(lambda: s.card() == "This recording is damaged")
    new_recording_path(takes, datetime.datetime.now())
    assert not (takes / ".killed.h5.reserve").exists()


def test_facts_and_dates_are_words():
    at = datetime.datetime(2026, 3, 4, 15, 6).astimezone()
    entry = Entry(Path("a.h5"), at, 5_000_000, length_s=83.4, people=2, has_video=True)
    assert facts(entry) == "1:23 · 2 people · video"
    assert spoken_date(entry, at.date()) == "Today, 15:06"
    assert spoken_date(entry, at.date() + datetime.timedelta(1)) == "Yesterday, 15:06"
    assert spoken_date(entry, at.date() + datetime.timedelta(9)) == "4 Mar 2026, 15:06"


# Playing


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
    middle = QPoint(line.width() // 2, line.height() // 2)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=middle)
    s.tick(5)
    assert s.player.position_s == pytest.approx(1.2, abs=0.02)  # it is held
    s.shown(12)
    QTest.mouseMove(line, QPoint(line.width() * 3, 4))
    s.shown(FRAMES - 1)
    QTest.mouseMove(line, QPoint(-50, 4))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton)
    s.tick(0.55)
    s.shown(5)
    assert s.player.is_playing


def test_only_the_newest_wish_is_drawn(doll, tmp_path):
    drawn = []

    class Slow(Recording):
        def frame(self, row):
            drawn.append(row)
            if len(drawn) == 1:
                wished.wait(10)
            return super().frame(row)

    wished = threading.Event()
    player = Player(record(tmp_path / "a.h5", doll), Slow)
    while player.reel is None:
        assert player.error is None
    for row in range(FRAMES):
        player.show(Shot(row, Options(view="orbit"), (64, 48)))
        while not drawn:
            pass
    wished.set()
    while len(drawn) < 2:
        pass
    player.close()
    assert drawn == [0, FRAMES - 1]


def test_keys_play_step_leap_and_change_speed(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.press(Qt.Key.Key_Space)
    s.tick(0.5)
    assert s.player.is_playing and s.player.position_s == pytest.approx(0.5)
    s.press(Qt.Key.Key_Right)  # steps stop it
    assert not s.player.is_playing and s.player.row == 6
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
    assert s.player.playback.speed == 2 and s.player.transport.speed_box.currentText() == "2×"
    s.press(Qt.Key.Key_Space)
    s.tick(99)
    assert not s.player.is_playing and s.player.transport.play_button.accessibleName() == "Play"
    s.press(Qt.Key.Key_L)
    assert s.player.transport.loop_button.isChecked()
    s.press(Qt.Key.Key_Space)
    s.tick(1.25)
    assert s.player.position_s == pytest.approx(2.5 % 2.4)


def test_without_a_video_there_is_a_floor_and_the_views_of_it_say_why(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    buttons = s.player.transport.view_buttons
    assert s.player.view == "orbit" and s.player.views == ("mesh", "orbit")
    assert not buttons["overlay"].isEnabled() and "No video was kept" in buttons["overlay"].toolTip()
    height, width = s.page.stage.result.picture.shape[:2]
    assert (width, height) == (s.page.stage.width(), s.page.stage.height())  # sharp, and fills the room
    s.press(Qt.Key.Key_V)
    s.wait(lambda: s.page.stage.result.picture.shape[1] / s.page.stage.result.picture.shape[0] < 1.4)
    assert s.player.view == "mesh"


def test_over_the_video_the_picture_is_the_videos(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, video=True))
    assert s.player.view == "overlay" and s.player.views == ("overlay", "mesh", "side_by_side", "orbit")
    s.player.seek(1.0)
    s.shown(10)
    picture = s.page.stage.result.picture
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
    assert s.player.options.orbit_zoom == 1 and s.player.options.orbit_yaw_deg == yaw


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
    assert "Nobody here" in line.words_at(0.7) and "Nobody here" not in line.words_at(1.2)
    assert f"3 frames lost: {NOT_PROCESSED}" in line.words_at(2.0)


def test_a_picture_without_a_video_takes_the_room_it_has():
    assert free_size((640, 480), (800, 600), fills=False) == ((800, 600), 1.25)
    assert free_size((640, 480), (800, 300), fills=False) == ((400, 300), 0.625)
    assert free_size((640, 480), (800, 300), fills=True)[0] == (800, 300)
    (width, height), _ = free_size((640, 480), (3840, 2160), fills=True)
    assert width == 1600 and height == 900


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
    s.page.banner.notice.action()
    s.wait(lambda: s.player.path.name == "a.repaired.h5" and s.player.reel is not None)
    assert 7 not in np.flatnonzero(next(iter(s.player.reel.present.values())))


# Files


def test_renaming_renames_the_recording_and_its_video(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    s = stand()
    s.enter(record(takes / "a.h5", doll, video=True))
    s.player.seek(1.5)
    s.press(Qt.Key.Key_F2)
    field = s.page.header.field
    assert field.isVisible() and field.text() == "a"
    field.setText("Walk 1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sorted(file.name for file in takes.iterdir()) == ["Walk 1.h5", "Walk 1.mp4"]
    s.shown(15)
    assert s.player.reel.has_video and s.page.header.name.text() == "Walk 1"
    s.wait(lambda: s.names() == ["Walk 1"])


def test_names_that_cannot_be_are_refused_in_a_sentence(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    record(takes / "b.h5", doll)
    path = record(takes / "a.h5", doll)
    for name, reason in (
        ("b", "already"),
        ("x/y", "cannot hold /"),
        ("", "at least"),
        ("a" * 200, "too long"),
    ):
        with pytest.raises(UserError, match=reason):
            rename(path, name)
    assert rename(path, " a ") == path
    s = stand()
    s.enter(path)
    s.page.rename("b")
    assert "already" in s.banner()
    s.wait(lambda: s.player.reel is not None)
    assert path.is_file() and s.player.path == path


def test_escape_leaves_the_old_name(stand, doll, tmp_path):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.press(Qt.Key.Key_F2)
    s.page.header.field.setText("other")
    QTest.keyClick(s.page.header.field, Qt.Key.Key_Escape)
    assert s.page.header.name.text() == "a" and s.page.header.field.isHidden()
    assert (tmp_path / "takes" / "a.h5").is_file()


def test_opening_another_recording_gives_a_new_name_up(stand, doll, tmp_path):
    record(tmp_path / "takes" / "b.h5", doll)
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.press(Qt.Key.Key_F2)
    s.page.header.field.setText("other")
    s.page.open(tmp_path / "takes" / "b.h5")
    assert s.page.header.name.text() == "b" and s.page.header.field.isHidden()
    assert (tmp_path / "takes" / "a.h5").is_file()


def test_a_card_in_place_of_another_has_room_for_its_buttons_at_once(stand, doll, tmp_path):
    path = tmp_path / "takes" / "a.h5"
    damage(record(path, doll))
    s = stand()
    s.enter(path)
    s.page.ask_to_delete()
    height = s.page.card.height()
    QApplication.processEvents()
    s.page.card.fit()
    assert s.page.card.height() == height


def test_escape_keeps_a_damaged_recording_too(stand, doll, tmp_path):
    path = tmp_path / "takes" / "a.h5"
    damage(record(path, doll))
    s = stand()
    s.enter(path)
    s.wait(lambda: s.card() == "This recording is damaged")
    assert not s.page.step_back()  # nothing to close: back to live
    s.page.ask_to_delete()
    assert s.card() == "Delete this recording?"
    assert s.page.step_back() and path.is_file()
    s.wait(lambda: s.card() == "This recording is damaged")


def test_a_folder_that_cannot_be_made_is_told(stand, tmp_path):
    (tmp_path / "takes").write_text("a file")
    s = stand()
    s.enter()
    s.page.show_folder()
    assert s.page.toast.notice.text == "The folder for recordings cannot be used"


def test_deleting_asks_and_goes_to_the_next(stand, doll, tmp_path):
    takes = tmp_path / "takes"
    record(takes / "b.h5", doll, started_at="2025-01-01T00:00:00+00:00")
    path = record(takes / "a.h5", doll, video=True)
    s = stand()
    s.enter()
    s.wait(lambda: len(s.names()) == 2)
    s.press(Qt.Key.Key_Delete)
    assert s.card() == "Delete this recording?" and "and its video" in s.page.card.content.text
    s.choose("Keep")
    assert path.is_file() and not s.binned
    s.press(Qt.Key.Key_Delete)
    s.choose("Delete")
    assert sorted(s.binned) == ["a.h5", "a.mp4"]
    s.wait(lambda: s.names() == ["b"] and s.player.reel is not None)
    assert s.player.path.name == "b.h5"
    s.press(Qt.Key.Key_Delete)
    s.choose("Delete")
    s.wait(lambda: s.card() == "No recordings yet")


def test_without_a_bin_it_asks_once_more(stand, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll)
    s = stand(bin_works=False)
    s.enter(path)
    s.page.ask_to_delete()
    s.choose("Delete")
    assert s.card() == "There is no bin here" and path.is_file()
    s.choose("Delete for good")
    assert not path.exists()
    s.wait(lambda: s.card() == "No recordings yet")


def test_a_list_from_before_a_deletion_brings_nothing_back(stand, doll, tmp_path, monkeypatch):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll))
    s.wait(lambda: s.names() == ["a"])
    entries = s.page.list.entries
    s.page.ask_to_delete()
    s.choose("Delete")
    s.wait(lambda: s.card() == "No recordings yet")
    monkeypatch.setattr(s.page._library, "take", lambda: entries)
    s.tick()
    assert s.names() == [] and s.player.path is None


def test_a_damaged_recording_offers_repair_and_stays_as_it_is(stand, doll, tmp_path):
    path = damage(record(tmp_path / "takes" / "a.h5", doll))
    content = path.read_bytes()
    s = stand()
    s.enter()
    s.wait(lambda: s.card() == "This recording is damaged")
    assert not s.player.transport.isEnabled()
    assert s.page.header.export_button.toolTip() == "This recording cannot be read"
    s.choose("Repair")
    s.wait(lambda: s.player.path.name == "a.repaired.h5" and s.player.reel is not None)
    assert "were saved" in s.page.toast.notice.text and path.read_bytes() == content
    assert 0 < len(s.player.reel.times_s) <= FRAMES


def test_a_hopeless_recording_gets_a_sentence(stand, tmp_path):
    (tmp_path / "takes").mkdir()
    (tmp_path / "takes" / "empty.h5").write_bytes(b"")
    s = stand()
    s.enter()
    s.wait(lambda: s.card() == "This recording is damaged")
    s.choose("Repair")
    s.wait(lambda: "is empty" in s.banner())


# Cleaning up and exporting


def test_cleaning_up_shows_figures_and_both_motions(stand, doll, tmp_path):
    rng = np.random.default_rng(0)
    path = record(tmp_path / "takes" / "a.h5", doll, people=lambda row: () if row in (12, 13) else (1,))
    with h5py.File(path, "r+") as file:  # shake it
        file["people/translation"][...] += rng.normal(0, 0.01, file["people/translation"].shape)
    s = stand()
    s.enter(path)
    s.player.seek(0.5)
    s.shown(5)
    recorded = s.page.stage.result.people[0].translation
    s.press(Qt.Key.Key_C)
    s.wait(lambda: s.card() == "Cleaned up")
    assert "Jitter: " in s.page.card.content.text and "Gaps filled: 2 frames" in s.page.card.content.text
    s.wait(lambda: (s.page.stage.result.people[0].translation != recorded).any())
    assert s.page.header.clean_button.isChecked() and s.player.transport.timeline.lanes[0].filled
    s.player.seek(1.25)
    s.shown(12)
    assert s.page.stage.result.people  # filled in
    s.press(Qt.Key.Key_C)
    s.wait(lambda: not s.page.stage.result.people)
    assert not s.page.header.clean_button.isChecked()
    s.page.export()
    assert not s.page.dialog.refine.isChecked()
    s.page.dialog.reject()


def test_the_dialog_exports_and_shows_what_it_wrote(stand, doll, tmp_path, monkeypatch):
    s = stand()
    s.enter(record(tmp_path / "takes" / "a.h5", doll, people=lambda row: (1, 2)))
    shown = []
    monkeypatch.setattr("app.gui.play.page.show_in_folder", shown.append)
    s.press(Qt.Key.Key_E)
    dialog = s.page.dialog
    assert dialog.kind == "glb" and not dialog.view.isEnabled() and not dialog.rate.isEnabled()
    dialog.formats["npz"].setChecked(True)
    assert dialog.rate.isEnabled() and "recorded, 10 a second" in dialog.rate.itemText(0)
    dialog.person.setCurrentIndex(2)
    dialog.refine.setChecked(True)
    output = tmp_path / "out.npz"
    monkeypatch.setattr(
        "app.gui.play.export_dialog.QFileDialog.getSaveFileName", lambda *_: (str(output), "")
    )
    dialog.export_button.click()
    s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20000)
    assert dialog.message.text().startswith(f"Wrote out.npz.\nPerson 2, {FRAMES} frames: ")
    with np.load(output) as arrays:
        assert "filled" in arrays and len(arrays["vertices"]) == FRAMES
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
    dialog.show_button.click()
    assert shown == [output]
    written, output = output.read_bytes(), tmp_path / "out"  # without its ending nobody asks to replace it
    dialog.export_button.click()
    s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20000)
    assert dialog.message.text().startswith("Wrote out (2).npz.")
    assert (tmp_path / "out.npz").read_bytes() == written
    dialog.formats["glb"].setChecked(True)
    dialog.export_to(tmp_path / "out.glb")
    s.qtbot.waitUntil(lambda: not dialog.is_busy, timeout=20000)
    assert "not installed" in dialog.message.text() and not (tmp_path / "out.glb").exists()
    dialog.reject()
    assert s.page.dialog is None


def test_a_stopped_export_leaves_nothing_and_what_was_there_stays(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    (tmp_path / "out.npz").write_text("before")

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(path, "obj", tmp_path / "meshes", progress=stop)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.h5", "out.npz"]
    assert (tmp_path / "out.npz").read_text() == "before"


def test_an_export_replaces_no_files_of_other_names_unasked(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll, people=lambda row: (1, 2))
    (tmp_path / "out-2.npz").write_text("mine")
    begun = []
    with pytest.raises(UserError, match=r"out-2\.npz exists already"):
        export(path, "npz", tmp_path / "out.npz", replaces=False, progress=lambda *done: begun.append(done))
    assert not begun  # refused before the work
    assert (tmp_path / "out-2.npz").read_text() == "mine" and not (tmp_path / "out-1.npz").exists()
    (tmp_path / "new").mkdir()
    files = export(path, "npz", tmp_path / "new" / "out.npz", replaces=False)
    assert sorted(file.name for file in files) == ["out-1.npz", "out-2.npz"]


def test_a_job_tells_its_progress_and_can_be_stopped():
    begun, seen = threading.Event(), threading.Event()

    def work(progress):
        progress(1, 4)
        begun.set()
        while not seen.wait(0.001):
            progress(2, 4)
        progress(3, 4)

    job = Job(work)
    begun.wait(5)
    assert job.progress[1] == 4 and job.is_running
    job.stop()
    job.wait()
    assert job.was_stopped and job.error is None and job.result is None
    failing = Job(lambda progress: json.loads("{"))
    failing.wait()
    assert isinstance(failing.error, ValueError) and not failing.was_stopped


# From the command line


def test_play_says_in_a_sentence_what_is_wrong_before_a_window_opens(doll, tmp_path, capsys, monkeypatch):
    path = record(tmp_path / "a.h5", doll)
    (tmp_path / "text.h5").write_text("no recording")
    for file, reason in ((tmp_path / "none.h5", "There is no recording"), (tmp_path / "text.h5", "damaged")):
        assert command_line.main(["play", str(file)]) == 1
        said = capsys.readouterr().err
        assert reason in said and len(said.splitlines()) == 1
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert command_line.main(["play", str(path)]) == 1
    said = capsys.readouterr().err
    assert f"export {path} --to mp4" in said and len(said.splitlines()) == 1


# In the window


class NoPipeline:
    """Stands in for a pipeline that has no picture yet."""

    state, status, error, source_state, replaced = "loading", "", None, "ok", 0
    estimator = source = meters = None

    def __init__(self, options: Options) -> None:
        self.stopped = False
        made.append(self)

    def start(self) -> None: ...
    def record(self, recorder) -> None: ...
    def set_options(self, options: Options) -> None: ...
    def take(self) -> None: ...

    def stop(self, timeout: float = 5.0) -> bool:
        self.stopped = True
        return True


made: list[NoPipeline] = []


@pytest.fixture
def window(qapp, qtbot, tmp_path):
    theme.dress(qapp)
    before = set(threading.enumerate())
    windows = []
    made.clear()

    def build(**chosen) -> MainWindow:
        session = LiveSession(NoPipeline, lambda: [], lambda: [])  # type: ignore[arg-type]
        settings = Settings(recordings_folder=str(tmp_path / "takes"))
        windows.append(MainWindow(settings, session, **chosen))
        windows[-1].show()
        return windows[-1]

    yield build
    for one in windows:
        one.close()
        one.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(threading.enumerate()) <= before


def test_ctrl_r_goes_to_the_recordings_and_back_and_gives_the_camera_back(window, qtbot, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll)
    w = window()
    qtbot.waitUntil(lambda: len(made) == 1, timeout=5000)
    QTest.keyClick(w.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    page = w.play_page
    assert page.isVisible() and not w.stage.isVisible()
    qtbot.waitUntil(lambda: made[0].stopped, timeout=5000)
    qtbot.waitUntil(lambda: page.stage.result is not None, timeout=20000)
    assert page.player.path == path
    QTest.keyClick(page.stage, Qt.Key.Key_M)  # a key of the live window alone
    assert not w.options.mirror
    QTest.keyClick(page.stage, Qt.Key.Key_F)
    assert w.isFullScreen() and page.list.isHidden() is False and not page.list.isVisible()
    QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    assert not w.isFullScreen() and page.list.isVisible()
    QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    assert w.stage.isVisible() and page.player.path is None
    qtbot.waitUntil(lambda: len(made) == 2 and not made[1].stopped, timeout=5000)


def test_going_to_the_recordings_ends_there_while_the_keys_are_still_held(window, qtbot, doll, tmp_path):
    record(tmp_path / "takes" / "a.h5", doll)
    w = window()
    qtbot.waitUntil(lambda: len(made) == 1, timeout=5000)
    QTest.keyPress(w.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    hold_key(w.play_page.stage, Qt.Key.Key_F)
    assert w.isFullScreen()
    repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier, "", True)
    QApplication.sendEvent(w.play_page.stage, repeat)
    assert w.play_page.isVisible()


def test_beginning_with_a_recording_opens_no_camera(window, qtbot, doll, tmp_path):
    path = record(tmp_path / "elsewhere" / "b.h5", doll)
    w = window(recordings=True, recording=path)
    qtbot.waitUntil(lambda: w.play_page.stage.result is not None, timeout=20000)
    assert w.play_page.player.path == path and not made


def test_a_dropped_recording_is_played(window, qtbot, doll, tmp_path):
    path = record(tmp_path / "takes" / "a.h5", doll)
    w = window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where, none = QPointF(10, 10), Qt.KeyboardModifier.NoModifier
    w.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: w.play_page.stage.result is not None, timeout=20000)
    assert w.play_page.player.path == path


def test_a_booth_has_no_recordings_page(window):
    w = window(is_booth=True)
    QTest.keyClick(w.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    w.show_recordings()
    assert w.play_page is None


def test_every_control_of_the_page_has_a_tooltip_a_name_and_the_keyboard(window, qtbot, doll, tmp_path):
    record(tmp_path / "takes" / "a.h5", doll)
    w = window(recordings=True)
    page = w.play_page
    qtbot.waitUntil(lambda: page.stage.result is not None, timeout=20000)
    kinds = (QAbstractButton, QComboBox, QAbstractSlider)
    controls = [
        widget
        for kind in kinds
        for widget in page.findChildren(kind)
        if widget.isVisible() and type(widget).__name__ != "QScrollBar"
    ]
    assert len(controls) > 15
    for widget in controls:
        assert widget.toolTip() and widget.accessibleName(), widget
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.accessibleName()
