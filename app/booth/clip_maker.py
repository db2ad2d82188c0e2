"""ClipMaker: has visitors' clips and photos drawn by a process of low priority, one visit after the other."""

from __future__ import annotations

import json
import logging
import shutil
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.helper_process import start_module

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from app.options import LookName

log = logging.getLogger(__name__)

WORK = ".booth_clip"  # a folder beside the recordings for what is not whole yet; nothing in it is kept
LONGEST_S = 300.0  # for one visit
END_S = 5.0  # for a killed process


@dataclass(frozen=True, slots=True)
class ClipOrder:
    """What is to be drawn.

    Attributes
    ----------
    recording : of what.
    clip : the file to write beside it; None where only photos are wanted.
    photos : seconds of the recording, each with a file to write beside it.
    """

    recording: Path
    clip: Path | None
    photos: tuple[tuple[float, Path], ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All that is to be written."""
        return (*(() if self.clip is None else (self.clip,)), *(file for _, file in self.photos))


class ClipMaker:
    """Works off orders; its methods are called by one thread and return at once.

    Parameters
    ----------
    folder : of the recordings.
    look : how the mesh is shaded.
    clock : seconds that only go forwards.
    """

    def __init__(self, folder: Path, look: LookName, clock: Callable[[], float] = time.monotonic) -> None:
        self._work, self._look, self._clock = folder / WORK, look, clock
        self._waiting: deque[ClipOrder] = deque()
        self._present: ClipOrder | None = None
        self._process: subprocess.Popen[str] | None = None
        self._began = 0.0
        self._clear()  # of what an earlier program that was killed left

    def order(self, order: ClipOrder) -> None:
        """Have something drawn, after what was ordered before."""
        self._waiting.append(order)

    def tick(self) -> tuple[ClipOrder, bool] | None:
        """Follow what happens; return once an order that has ended, and whether its files are there."""
        if self._process is None:
            order = self._waiting.popleft() if self._waiting else None
            return None if order is None or self._begins(order) else (order, False)
        if self._process.poll() is None:
            if self._clock() - self._began < LONGEST_S:
                return None
            log.warning("a clip was not drawn within %.0f s, so it is given up", LONGEST_S)
        return self._end()

    def cancel(self, recording: Path) -> None:
        """Draw nothing of a recording any more; nothing half drawn is left."""
        self._waiting = deque(order for order in self._waiting if order.recording != recording)
        if self._present is not None and self._present.recording == recording:
            self._stop()
            self._clear()

    def close(self) -> None:
        """Draw nothing any more."""
        self._waiting.clear()
        self._stop()
        self._clear()

    def _begins(self, order: ClipOrder) -> bool:
        """Begin to draw, and return whether that can be done."""

        def place(file: Path) -> str:
            return str((self._work / file.name).absolute())

        task = {
            "recording": str(order.recording.absolute()),
            "clip": None if order.clip is None else place(order.clip),
            "look": self._look,
            "photos": [(seconds, place(file)) for seconds, file in order.photos],
        }
        try:
            self._work.mkdir()
            self._process = start_module("app.booth.clip_process", json.dumps(task))
        except OSError as error:
            log.warning("a clip cannot be drawn: %s", error.strerror or error)
            self._clear()
            return False
        self._present, self._began = order, self._clock()
        return True

    def _end(self) -> tuple[ClipOrder, bool]:
        order, process = self._present, self._process
        assert order is not None
        assert process is not None
        assert process.stdout is not None
        process.kill()  # if it took too long
        said = _last_words(process.stdout.read())
        self._stop()
        is_done = said.get("done") is True
        if not is_done:
            log.warning("a clip could not be drawn: %s", said.get("error", "its process has died"))
        else:
            try:
                for file in order.files:
                    (self._work / file.name).replace(file)
            except OSError as error:
                log.warning("a clip could not be kept: %s", error.strerror)
                is_done = False
        self._clear()
        return order, is_done

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(END_S)
            for pipe in (self._process.stdin, self._process.stdout):
                assert pipe is not None
                pipe.close()
        self._process = self._present = None

    def _clear(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)


def _last_words(said: str) -> dict[str, object]:
    """Return the last line that is an answer; a library's own words are none."""
    for line in reversed(said.splitlines()):
        try:
            answer = json.loads(line)
        except ValueError:
            continue
        if isinstance(answer, dict):
            return answer
    return {}
