"""A booth's day by script: does it do what it should, keep what it may, and stay as it is?

``python -m tests.booth_day --minutes 120`` opens the booth's real window on a camera of made visitors. In
each round somebody consents by both arms and is recorded while somebody else passes behind, every other time
until the disk is full; keys are hammered; the camera goes away and comes back while somebody plays; a stage
hangs. With ``--minutes 0`` there is one visitor, who consents. It prints what happens, and ends with 1 where
something was wrong: a state, a recording, what lies on the disk, memory that grows; with 2 where all was
well but too short to tell whether memory grows (Linux).
"""

import argparse
import contextlib
import itertools
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.booth import stuck_watch
from app.booth.log_file import NAME as LOG
from app.booth.log_file import keep_log, log_folder
from app.booth.pin import read_pin, store_pin
from app.booth.retention import LIST
from app.booth.settings import BoothSettings
from app.booth.visit import VisitState
from app.gui.booth.caretaker import Caretaker
from app.gui.booth.director import Director
from app.gui.settings import Settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.session import LiveSession
from app.live.track_step import TrackStep
from app.recordings.reader import Recording
from app.system.native_memory import return_large_blocks
from app.types import Frame, Tracked
from main import prepare_environment, start_logging
from models.errors import UserError
from tests.fakes.booth_visitors import ASIDE_PX, UNPLUGGED, write_clip, write_scenes
from tests.fakes.replayed_meshes import replay_meshes
from tests.faults.__main__ import can_mount
from tests.soak import LEAST, LIMITS, MinuteMeter, Stream, growth, what_grows

PIN = "73591724"
LOOK_MS = 200
BUSY_END_S = 120.0  # in which a busy machine loads the model anew, instead of half a minute
PATIENCE_S = 120.0  # for what must happen, on a machine that is busy with other things
DISK_BYTES = 192 << 20  # of the disk for recordings, which is filled while one runs
HANG_S = 60.0  # at most; then the stage goes on, as it would hold its model for ever
# What may follow each state.
FOLLOWS = {
    "idle": {"greet"},
    "greet": {"idle", "active", "greet"},
    "active": {"thanks", "greet"},
    "thanks": {"idle", "active", "greet"},
}
STATE = re.compile(r" app\.gui\.booth\.director INFO: (\w+), \d+ visits so far$")
FILLER = "of_another_program"
MEDIA = {".avi", ".bmp", ".gif", ".jpeg", ".jpg", ".mkv", ".mov", ".mp4", ".npy", ".png", ".webm", ".webp"}
KEPT = ("memory_mb", "threads", "descriptors")  # latency depends on what else the machine does
NEAR_PX = 60  # of where somebody stands, in the pictures of the camera


Script = Iterator[None]  # goes on with each look


class Hang:
    """Lets one step of the pipeline hang when it is told to."""

    def __init__(self) -> None:
        self._wanted, self._over = threading.Event(), threading.Event()
        step = TrackStep.step

        def hanging(track_step: TrackStep, frame: Frame) -> Tracked:
            if self._wanted.is_set():
                self._wanted.clear()
                self._over.wait(HANG_S)
            return step(track_step, frame)

        TrackStep.step = hanging  # type: ignore[method-assign]

    def begin(self) -> None:
        self._over.clear()
        self._wanted.set()

    def end(self) -> None:
        self._wanted.clear()
        self._over.set()


def logged_states(folder: Path) -> list[str]:
    """Return the states that a booth's log tells, one after another."""
    newest = folder / LOG
    files = [*sorted(folder.glob(f"{LOG}.*"), reverse=True), newest]  # the higher its number, the older
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [found[1] for line in lines if (found := STATE.search(line)) is not None]


def wrong_turns(states: Sequence[str]) -> list[str]:
    """Return what followed and must not."""
    return [
        f"{after} followed {before} in the log"
        for before, after in itertools.pairwise(states)
        if after not in FOLLOWS[before]
    ]


@dataclass(frozen=True, slots=True)
class Clip:
    """What was found of one recording."""

    frames: int
    seconds: float


class BoothDay:
    """Visitors and mishaps, the same in every round.

    Parameters
    ----------
    folder : where everything that is written goes.
    seconds : after which the day ends.
    replays : make the meshes of all scenes before, and show them again, so that the network takes no time.
    """

    def __init__(self, folder: Path, seconds: int, *, replays: bool) -> None:
        self._home, self._takes, self._seconds = folder / "home", folder / "home" / "takes", seconds
        scenes = folder / "scenes"
        write_scenes(scenes)
        self._clip = folder / "clip.mp4"
        write_clip(self._clip)
        if replays:
            replay_meshes(scenes)
            stuck_watch.END_S = BUSY_END_S
        self._camera = Stream(scenes, "tests.fakes.booth_visitors")
        self._camera.plug_in()
        self._hang = Hang()
        self._fills_disk = can_mount()
        if self._fills_disk:
            self._takes.mkdir(parents=True)
            mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", self._takes]
            subprocess.run(mount, check=True)
        else:
            print("the disk is not filled: a small one needs the right to mount it")
        self._random = random.Random(0)
        self.faults: list[str] = []
        self._meter = MinuteMeter()
        self.minutes = self._meter.minutes
        self.clips: list[Clip] = []
        self.consents = 0
        self._pipeline: Callable[[], object] = lambda: None  # the last that was seen, if it is still there
        self._frames = self._opened = 0  # in this minute: recorded, and pipelines that were begun
        self._session = LiveSession()
        self._window = self._open_booth()
        self._began = self._came = self._sampled_at = self._minute_at = time.monotonic()
        self._script = self._day()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(LOOK_MS)

    def _open_booth(self) -> MainWindow:
        settings = BoothSettings()
        settings = replace(
            settings,
            picture=replace(settings.picture, source=self._camera.address, people=2),
            visit=replace(settings.visit, idle_after_s=5.0, views=("overlay", "orbit"), change_view_s=12.0),
            idle=replace(settings.idle, clip=str(self._clip)),
            visitors=replace(settings.visitors, record=True, folder=str(self._takes)),
        )
        store_pin(self._home / "pin.json", PIN)
        options = replace(settings.options(), lead=True)
        window = MainWindow(
            Settings(options=options, recordings_folder=str(self._takes)),
            self._session,
            booth=settings,
            pin=read_pin(self._home / "pin.json"),
        )
        window.show()
        return window

    # The script --------------------------------------------------------------------------------------------

    def _day(self) -> Script:
        """Let one visit follow the other, until time is up; each waits for what must happen."""
        yield from self._until("the first picture", lambda: self._window.live_page.stage.result is not None)
        self._began = time.monotonic()
        for number in itertools.count():
            for visit in (
                self._consenting_visit,
                self._visit_without_camera,
                self._visit_of_a_stage_that_hangs,
            ):
                yield from visit(number)
                self.search_disk()
                if time.monotonic() - self._began >= self._seconds:
                    return
            print(f"round {number + 1}: {self.consents} consents, {len(self.clips)} whole", flush=True)

    def _consenting_visit(self, number: int) -> Script:
        """Somebody is recorded while somebody else passes behind, at times until the disk is full."""
        self._show("right")
        self._came = time.monotonic()
        yield from self._until_state("active")
        yield from self._until(
            "the frame for the arms", lambda: self._director.visitor_recording.offer.isVisible()
        )
        self._expect("nothing was recorded before", not self._recordings())
        self._show("right_arms_up")
        self.consents += 1
        yield from self._until("a recording", lambda: self._session.is_recording)
        self._show("right_and_passing")
        yield from self._rest(8)
        if self._fills_disk and number % 2 == 1:
            self._fill_disk()
            yield from self._until("the end of what no disk takes", lambda: not self._session.is_recording)
        yield from self._rest(4)
        yield from self._everybody_goes()
        self._free_disk()
        yield from self._until("the end of the recording", lambda: not self._session.is_recording)
        self._check_clip()
        self._hammer()
        yield from self._rest(3)
        self._hammer()
        self._expect("keys leave the booth idle", self._director.state == "idle")

    def _visit_without_camera(self, _: int) -> Script:
        """Somebody does not consent, and the camera goes away and comes back meanwhile."""
        self._show("left")
        yield from self._until_state("active")
        yield from self._rest(8)
        self._show(UNPLUGGED)
        yield from self._until_state("idle")
        self._show("left")
        yield from self._until_state("active")
        yield from self._everybody_goes()

    def _visit_of_a_stage_that_hangs(self, _: int) -> Script:
        """Somebody does not consent, and a stage hangs meanwhile, so that the pipeline begins anew."""
        self._show("left")
        yield from self._until_state("active")
        yield from self._rest(3)
        restarts = self._caretaker.restarts
        self._hang.begin()
        yield from self._until("a restart", lambda: self._caretaker.restarts > restarts)
        self._expect("one restart", self._caretaker.restarts == restarts + 1)
        yield from self._until_state("active")
        self._hang.end()
        yield from self._everybody_goes()

    def _everybody_goes(self) -> Script:
        self._show("nobody")
        yield from self._until_state("idle")

    def _until_state(self, state: VisitState) -> Script:
        yield from self._until(f"state {state}", lambda: self._director.state == state)

    def _until(self, what: str, holds: Callable[[], bool]) -> Script:
        deadline = time.monotonic() + PATIENCE_S
        while not holds():
            if time.monotonic() > deadline:
                self._fault(f"no {what}; the booth is {self._director.state}")
                return
            yield

    def _rest(self, seconds: float) -> Script:
        over = time.monotonic() + seconds
        while time.monotonic() < over:
            yield

    def _tick(self) -> None:
        if not self._window.isVisible():
            self._fault("the booth has ended by itself")
            self._end()
            return
        now = time.monotonic()
        if now >= self._sampled_at + 1:
            self._sampled_at = now
            self._sample()
        if now >= self._minute_at + 60:
            self._minute_at = now
            self._end_minute()
        try:
            next(self._script)
        except StopIteration:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._hang.end()
        self._free_disk()
        self._window.end()
        self._camera.pull_out()
        QApplication.exit(0)

    def close(self) -> None:
        """Give the small disk back."""
        if self._fills_disk:
            subprocess.run(["umount", self._takes], check=True)

    def _show(self, scene: str) -> None:
        self._camera.say(scene)

    def _fill_disk(self) -> None:
        """Take all the room that there is, as another program might."""
        with contextlib.suppress(OSError), (self._takes / FILLER).open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1 << 20))

    def _free_disk(self) -> None:
        (self._takes / FILLER).unlink(missing_ok=True)

    def _hammer(self) -> None:
        """Press what a keyboard has, and the close button."""
        keys = [Qt.Key(code) for code in range(Qt.Key.Key_0, Qt.Key.Key_Z)]
        keys += [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_F4, Qt.Key.Key_F11]
        modifiers = [
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
        ]
        for _ in range(80):
            target = self._window.focusWidget() or self._window
            QTest.keyClick(target, self._random.choice(keys), self._random.choice(modifiers))
        QTest.keyClick(self._window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        self._window.close()
        self._expect("keys leave the booth", self._window.isVisible() and self._window.isFullScreen())

    # What must hold ----------------------------------------------------------------------------------------

    @property
    def _caretaker(self) -> Caretaker:
        assert self._window.caretaker is not None
        return self._window.caretaker

    @property
    def _director(self) -> Director:
        assert self._window.director is not None
        return self._window.director

    def _fault(self, what: str) -> None:
        self.faults.append(f"after {time.monotonic() - self._began:.0f} s: {what}")
        print(self.faults[-1], flush=True)

    def _expect(self, what: str, holds: bool) -> None:
        if not holds:
            self._fault(f"not so: {what}")

    def _recordings(self) -> list[Path]:
        return sorted(self._takes.glob("*.h5"))

    def _check_clip(self) -> None:
        """Look through the recording of who consented, and take it away."""
        for path in self._recordings():
            try:
                with Recording(path) as recording:
                    self._check_people(recording)
                    clip = Clip(len(recording), recording.duration_s)
            except UserError as error:
                self._fault(f"a recording does not open: {error}")
                continue
            finally:
                path.unlink()
            self.clips.append(clip)
            self._frames += clip.frames
            self._expect("a recording has frames", clip.frames > 0)
            self._expect("a recording ends with the visit", clip.seconds < time.monotonic() - self._came)

    def _check_people(self, recording: Recording) -> None:
        """Make sure that only one person is in it, and where that person was asked: not who passed behind."""
        if len(recording.ids) != 1:
            self._fault(f"{len(recording.ids)} people in a recording of one")
        for person_id in recording.ids:
            _, rows = recording.rows_of(person_id)
            roots, focal = recording.table("translation", rows), recording.table("focal_px", rows)
            beside = focal * roots[:, 0] / roots[:, 2] - ASIDE_PX
            if np.abs(beside).max() > NEAR_PX:
                self._fault(f"somebody {np.abs(beside).max():.0f} pixels away was recorded")

    def search_disk(self) -> None:
        """Look for anything of a visitor who did not consent."""
        for path in sorted(path for path in self._home.rglob("*") if path.is_file()):
            if path.suffix in MEDIA:
                self._fault(f"a picture or video is on the disk: {path.name}")
            elif path.suffix == ".h5" or (path.parent == self._takes and path.name != LIST):
                self._fault(f"{path.name} is on the disk after everybody's recording was taken away")

    # Figures -----------------------------------------------------------------------------------------------

    def _sample(self) -> None:
        pipeline = self._session.pipeline
        if pipeline is not None and pipeline is not self._pipeline():
            self._pipeline = weakref.ref(pipeline)
            self._opened += 1
        self._meter.sample(pipeline)

    def _end_minute(self) -> None:
        self._meter.end_minute(recorded=self._frames, opened=self._opened)
        self._frames = self._opened = 0


def main() -> int:
    """Live through a day, and say how it went."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--minutes", type=int, default=30, help=f"at least {LEAST} for a verdict on memory (%(default)s)"
    )
    parser.add_argument(
        "--replay",
        action="store_true",
        help="for a machine that is too busy: make the meshes of all scenes once, before the day, and give "
        "the pipeline longer to begin anew",
    )
    args = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_environment()
    return_large_blocks()  # as the window does
    start_logging(debug=False)
    application = QApplication([])
    signal.signal(signal.SIGTERM, lambda *_: application.exit(1))  # and give the small disk back
    theme.dress(application)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        # So that whatever the program writes lies where the disk is searched.
        home = Path(folder, "home")
        for name, place in {"HOME": "", "XDG_STATE_HOME": "state", "XDG_VIDEOS_DIR": "Videos"}.items():
            os.environ[name] = str(home / place)
        keep_log(log_folder(), BoothSettings().upkeep.log_mb)
        day = BoothDay(Path(folder), 60 * args.minutes, replays=args.replay)
        try:
            application.exec()
            day.search_disk()
        finally:
            day.close()
        states = logged_states(log_folder())
    day.faults += wrong_turns(states)
    print(f"{len(day.minutes)} minutes, {time.monotonic() - began:.0f} s of the clock")
    print(f"{day.consents} consents, {len(day.clips)} whole recordings, {len(states)} states")
    if len(day.clips) != day.consents:
        day.faults.append("not every consent made one whole recording")
    if states.count("active") < day.consents:
        day.faults.append("the log tells of fewer visitors than there were")
    if len(day.minutes) >= LEAST:
        grown = {name: slope for name, slope in growth(day.minutes).items() if name in KEPT}
        for name, slope in grown.items():
            print(f"{name}: {slope:+.2f} a minute, {LIMITS[name]} are allowed")
        day.faults += [f"{name} grew" for name in what_grows(grown)]
    print("\n".join(day.faults) or "nothing was wrong")
    if day.faults:
        return 1
    if len(day.minutes) < LEAST:
        print(f"too short for a verdict on memory, which takes {LEAST} minutes")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
