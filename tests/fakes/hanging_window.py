"""Opens the window with parts that hang for ever, and closes it.

``python -m tests.fakes.hanging_window PART+PART``

The program must end although the parts never do. The window must be gone before anything is waited for.
"""

import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.gui.settings import Settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.pipeline import LivePipeline
from app.live.session import LiveSession
from app.options import Options
from app.types import Frame
from tests.fakes.doll_recordings import record
from tests.fakes.live_window import ScriptedPipeline
from tests.fakes.sheet_recordings import filmed_recorder
from tests.fakes.tiny_model import make_template

# What is made to hang for each part, beside the session's pipeline and listing of cameras.
PATCHED = {
    "kept video": "app.recordings.video_recorder.fit",
    "library": "app.recordings.library.recordings_in",
    "player": "app.gui.play.player.recording_painter",
    "job": "app.gui.play.improvement.guarded_repair",
    "export": "app.gui.play.export_dialog.export",
}
PLAY_PARTS = {"library", "player", "job", "export"}
DEADLINES = (
    "app.live.session.STOP_S",
    "app.live.session.CLOSE_S",
    "app.live.session.RECORDED_S",
    "app.gui.play.page.CLOSE_S",
)
DEADLINE_S = 0.5  # instead of seconds

hanging: set[str] = set()


def hang(part: str) -> Callable[..., None]:
    """Return a function that never returns."""

    def never_return(*_: object, **__: object) -> None:
        hanging.add(part)
        threading.Event().wait()

    return never_return


class HangingWindow:
    """A window in which some parts hang, or do so once :meth:`tick` has brought them there."""

    def __init__(self, parts: set[str], folder: Path) -> None:
        self.parts, self.folder = parts, folder

        def make(options: Options) -> LivePipeline | ScriptedPipeline:
            if "pipeline" not in parts:
                return ScriptedPipeline(options)
            # Neither its source nor its model can be opened, nor be interrupted.
            stuck = hang("pipeline")
            return LivePipeline(options, open_source=stuck, build_step=stuck)  # type: ignore[arg-type]

        def find_cameras() -> list:
            # The first listing goes well, so that there is a pipeline; another is asked for later.
            if "camera listing" in parts and self.session.pipeline is not None:
                hang("camera listing")()
            return []

        self.session = LiveSession(
            make,  # type: ignore[arg-type]
            find_cameras,
            lambda: [],
            begin_recording=lambda *_: filmed_recorder(folder / "b.h5"),
        )
        takes = folder / "takes"
        record(takes / "a.h5", make_template(folder / "doll.npz"))
        settings = Settings(recordings_folder=str(takes))
        self.window = MainWindow(settings, self.session, recordings=bool(parts & PLAY_PARTS))
        self.window.show()
        if "player" in parts:
            self.window.show_recordings(takes / "a.h5")

    def tick(self) -> bool:
        """Bring the parts to where they hang; tell whether all of them do."""
        page, pipeline = self.window.play_page, self.session.pipeline
        if "kept video" in self.parts and pipeline is not None and not self.session.is_recording:
            self.session.record(self.folder)
            pipeline.recorder.put(Frame(0, np.zeros((64, 64, 3), np.uint8), 0.0, 0.0), ())
        if "camera listing" in self.parts and hanging >= self.parts - {"camera listing"}:
            self.session.search()
        if page is not None and page.player.summary is not None:
            if "job" in self.parts:
                page.improvement.repair()
            if "export" in self.parts and page.dialog is None:
                page.export()
                page.dialog.export_to(self.folder / "out.glb")
        return hanging >= self.parts


def main(parts: set[str]) -> None:
    """Open, wait until the parts hang, close, and end."""
    application = QApplication([])
    theme.dress(application)
    for name in DEADLINES:
        patch(name, DEADLINE_S).start()
    for part in parts & PATCHED.keys():
        patch(PATCHED[part], hang(part)).start()
    with tempfile.TemporaryDirectory() as folder:
        one = HangingWindow(parts, Path(folder))
        join, was_visible = threading.Thread.join, []

        def note_and_join(thread: threading.Thread, timeout: float | None = None) -> None:
            was_visible.append(one.window.isVisible())
            join(thread, timeout)

        def close_when_they_hang() -> None:
            if one.tick():
                timer.stop()
                threading.Thread.join = note_and_join
                one.window.close()

        timer = QTimer()
        timer.timeout.connect(close_when_they_hang)
        timer.start(20)
        application.exec()
        threading.Thread.join = join
    assert was_visible, "nothing was waited for"
    assert not any(was_visible), "something was waited for while the window was still there"
    print("gone")


if __name__ == "__main__":
    main(set(sys.argv[1].split("+")))
