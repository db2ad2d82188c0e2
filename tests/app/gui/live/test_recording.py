"""Recording on the live page: how its end and its failures are said."""

import threading
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from app.gui.settings import Settings
from app.recordings.recorder import Recorder
from app.recordings.video_recorder import QUEUE_IMAGES
from app.recordings.video_writer import fit
from app.types import Frame
from tests.fakes.live_window import LiveWindow
from tests.fakes.sheet_recordings import filmed_recorder, grid_template, numbered_image, recording_info


class Take:
    """A recording with its video, begun by R in a window on scripted pipelines."""

    def __init__(self, s: LiveWindow, path) -> None:
        self.s, self.path, self.count = s, path, 0
        self.recorder = filmed_recorder(path)
        s.recorder = self.recorder
        s.press(Qt.Key.Key_R)

    def put(self, count: int, first=None) -> None:
        for i in range(self.count, self.count + count):
            image = numbered_image(i) if i or first is None else first
            self.recorder.put(Frame(i, image, i / 30, i / 30), ())
        self.count += count

    def follow_to_its_end(self) -> None:
        def has_ended() -> bool:
            self.s.tick(0.6)
            return self.recorder.status().state != "recording"

        self.s.qtbot.waitUntil(has_ended, timeout=60000)
        self.s.tick(0.6)


def test_a_video_that_failed_is_told_when_the_recording_ends(stand, tmp_path):
    s = stand()
    s.run()
    take = Take(s, tmp_path / "a.h5")
    take.put(5, first=np.zeros((64, 64, 2), np.uint8))  # no picture at all
    s.press(Qt.Key.Key_R)
    take.follow_to_its_end()
    notice = s.messages.toast.notice
    assert notice.level == "warning"
    assert notice.button == "Play it"
    assert notice.text.startswith("Recorded a.h5")
    assert "ends early" in notice.text


def test_pictures_that_the_video_lacks_are_told_when_the_recording_ends(stand, tmp_path, monkeypatch):
    encoding, go_on = threading.Event(), threading.Event()

    def fit_slowly(*image_and_size):
        encoding.set()
        assert go_on.wait(60)
        return fit(*image_and_size)

    monkeypatch.setattr("app.recordings.video_recorder.fit", fit_slowly)
    s = stand()
    s.run()
    take = Take(s, tmp_path / "a.h5")
    take.put(1)
    assert encoding.wait(60)
    take.put(QUEUE_IMAGES + 5)
    go_on.set()
    s.press(Qt.Key.Key_R)
    take.follow_to_its_end()
    notice = s.messages.toast.notice
    assert notice.level == "warning"
    assert notice.text.endswith(f"the pictures of 5 of {QUEUE_IMAGES + 6} frames")


@pytest.mark.parametrize("how", ["Esc", "button", "next recording"])
def test_a_failed_recording_stays_told_until_it_was_seen(stand, tmp_path, monkeypatch, how):
    s = stand()
    s.run()
    take = Take(s, tmp_path / "a.h5")
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1000))
        take.put(5)
        take.follow_to_its_end()
    s.tick(60)
    assert "The disk is full" in s.banner()
    assert "nothing had been recorded by then" in s.banner()
    if how == "Esc":
        s.press(Qt.Key.Key_Escape)
    elif how == "button":
        monkeypatch.setattr("app.gui.live.places.QFileDialog.getExistingDirectory", lambda *_: "")
        s.messages.banner.notice.action()
    else:
        Take(s, tmp_path / "b.h5")
    s.tick()
    assert "The disk is full" not in s.banner()


def test_that_it_records_is_not_covered_by_the_details(stand, tmp_path):
    s = stand(settings=Settings(details_open=True))
    s.run()
    before = s.stage.readout.height()
    take = Take(s, tmp_path / "a.h5")
    take.put(1)
    s.tick(0.6)
    assert s.stage.readout.height() > before  # it says so
    assert s.stage.details.geometry().top() > s.stage.readout.geometry().bottom()
    s.press(Qt.Key.Key_R)
    take.follow_to_its_end()
    assert s.stage.readout.height() == before


def test_a_file_that_cannot_be_made_is_told_and_another_folder_offered(stand, tmp_path):
    s = stand()
    s.run()
    template = grid_template()

    def begin(_):
        path = tmp_path / "missing" / "a.h5"
        return Recorder(path, recording_info(template), template, live=True, waits=False)

    s.recorder = begin
    s.press(Qt.Key.Key_R)
    s.qtbot.waitUntil(lambda: s.tick(0.6) or not s.page.is_recording, timeout=60000)
    s.tick()
    assert "Nothing can be recorded" in s.banner()
    assert s.messages.banner.notice.button == "Other folder"
