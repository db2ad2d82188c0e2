"""Programs that record until something happens to them: a bare recorder, the command ``run``, the window.

Each is a fork of this process, which has the libraries loaded already. It tells, through a pipe, how many
frames each flush has brought to the disk, so that exactly those must be found again.
"""

import json
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn
from unittest.mock import patch

from app.recordings.recorder import Recorder
from app.recordings.writer import RecordingWriter
from app.types import Frame
from tests.fakes.sheet_recordings import (
    filmed_recorder,
    grid_template,
    numbered_image,
    person,
    recording_info,
)

PATIENCE_S = 120.0  # for what takes a second on a machine that has nothing else to do
TEMPLATE = grid_template()

Told = dict[str, Any]
Tell = Callable[..., None]
Work = Callable[[Tell], int]


class Victim:
    """A forked program.

    Parameters
    ----------
    work : is given a function that tells this process something, and returns the exit code.

    Attributes
    ----------
    flushed : frames that the program has told to be on the disk.
    told : what it told last of its end; empty if it did not come to that.
    """

    def __init__(self, work: Work) -> None:
        self.flushed, self.told = -1, Told()
        self._pipe, told_by = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._pipe)
            _be(work, told_by)
        os.close(told_by)
        self._unread = b""

    def wait_for(self, frames: int) -> None:
        """Wait until so many frames are on the disk."""
        for _ in self._lines():
            if self.flushed >= frames:
                return
        raise AssertionError(f"it ended before {frames} frames were recorded: {self.told}")

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def end(self) -> int:
        """Wait for its end and return the exit code, negative after a signal."""
        deadline = time.monotonic() + PATIENCE_S
        for _ in self._lines():
            if time.monotonic() > deadline:
                self.send(signal.SIGKILL)
                raise AssertionError(f"it did not end within {PATIENCE_S:.0f} s")
        os.close(self._pipe)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _lines(self) -> Iterator[None]:
        """Take in one line after another until the pipe is closed."""
        while True:
            if b"\n" not in self._unread:
                if not select.select([self._pipe], [], [], PATIENCE_S)[0]:
                    self.send(signal.SIGKILL)
                    raise AssertionError(
                        f"it said nothing for {PATIENCE_S:.0f} s after {self.flushed} frames"
                    )
                read = os.read(self._pipe, 65536)
                if not read:
                    return
                self._unread += read
                continue
            line, self._unread = self._unread.split(b"\n", 1)
            told = json.loads(line)
            self.flushed = told.get("flushed", self.flushed)
            self.told = self.told if "flushed" in told else told
            yield


def _be(work: Work, told_by: int) -> NoReturn:
    """Be the program, and end."""

    def tell(**what: object) -> None:
        os.write(told_by, json.dumps(what).encode() + b"\n")

    flush = RecordingWriter.flush

    def flush_and_tell(writer: RecordingWriter) -> None:
        flush(writer)
        tell(flushed=writer.frames)

    code = 70
    try:
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where this is done under nohup
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with patch.object(RecordingWriter, "flush", flush_and_tell):
            code = work(tell)
    except BaseException:
        tell(error=traceback.format_exc())
    finally:
        os._exit(code)


def recorder(
    path: Path,
    people: int,
    *,
    frames: int = 10**9,
    flush_every_s: float = 0.1,
    with_video: bool = False,
    at_frame: Callable[[int], None] = lambda _: None,
) -> Work:
    """Record so many frames, 200 a second, as a camera would give them: it waits for nobody."""

    def work(tell: Tell) -> int:
        with patch("app.recordings.recorder.FLUSH_EVERY_S", flush_every_s):
            if with_video:
                made = filmed_recorder(path)
            else:
                made = Recorder(path, recording_info(TEMPLATE), TEMPLATE, live=True)
            given = 0
            while given < frames and not made.failure:
                now = time.perf_counter()
                meshes = tuple(person(TEMPLATE, given, i + 1) for i in range(people))
                made.put(Frame(given, numbered_image(given), now, now), meshes)
                at_frame(given)
                given += 1
                time.sleep(0.005)
            status = made.stop(PATIENCE_S)
        tell(
            state=status.state,
            given=given,
            frames=status.frames,
            dropped=status.dropped,
            path=str(status.path),
            message=status.message,
        )
        return 0

    return work


class _NobodyThere:
    """In place of the person detector, whose files take long to load."""

    def __init__(self, kind: str) -> None:
        pass

    def detect(self, image: object, regions: object = None) -> list:
        return []

    def close(self) -> None:
        pass


def _without_detector(work: Callable[[], int]) -> Work:
    def patched(tell: Tell) -> int:
        with patch("app.live.loaded_model.PersonDetector", _NobodyThere):
            return work()

    return patched


def run_command(path: Path, models: Path) -> Work:
    """Record the sample clip by ``main.py run``."""
    import app.live.pipeline  # noqa: F401 - now, and not in every fork
    from main import main

    words = ["run", "sample", "--realtime", "--no-overlay", "--model", str(models / "tiny.onnx")]
    return _without_detector(lambda: main([*words, "--record", str(path)]))


def window(settings: Path, folder: Path, models: Path) -> Work:
    """Record the sample clip in a window, which SIGUSR1 closes as a click on its cross would."""
    from PySide6.QtWidgets import QApplication

    import app.live.pipeline  # noqa: F401 - now, and not in every fork
    from app.gui.window import MainWindow
    from tests.fakes import recording_window

    def close(*_: object) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, MainWindow):
                widget.close()

    def work() -> int:
        signal.signal(signal.SIGUSR1, close)
        os.environ["FASTMETRO_MODELS"] = str(models)
        sys.argv = sys.argv[:1]
        return recording_window.main(settings, folder)

    return _without_detector(work)
