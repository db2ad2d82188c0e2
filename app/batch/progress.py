"""BatchProgress: how far a batch is, whichever programs work on it; ``progress.json`` tells it."""

from __future__ import annotations

import datetime
import os
import platform
import time
from typing import TYPE_CHECKING, Literal

from app.batch.records import Failed, Finished

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from app.batch.inputs import Input
    from app.batch.records import Records
    from app.batch.settings import BatchSettings

State = Literal["running", "ended", "stopped"]

LOOK_EVERY_S = 5.0


class BatchProgress:
    """How far a batch is.

    Parameters
    ----------
    records : of the batch.
    settings : what is made of every input.
    inputs : all of the batch.
    shard : (which part from 1 on, of how many) is for this program.

    Attributes
    ----------
    mine : the inputs for this program.
    before : how many of these were finished before it began.
    failures : of all that failed, also before, why; by name.
    frames : that were done here.
    """

    def __init__(
        self,
        records: Records,
        settings: BatchSettings,
        inputs: Sequence[Input],
        shard: tuple[int, int] = (1, 1),
    ) -> None:
        number, of = shard
        self.mine = inputs[number - 1 :: of]
        self.frames = 0
        self.failures: dict[str, str] = {}
        self._records, self._settings = records, settings
        self._files, self._shard = len(inputs), shard
        self._open = {one.key: one for one in inputs}
        self._began, self._looked = time.monotonic(), 0.0
        self._began_at = _now()
        self.look(inputs)
        self.before = sum(not self.is_open(one) and one.name not in self.failures for one in self.mine)

    def look(self, inputs: Collection[Input]) -> None:
        """Read what became of some inputs."""
        for one in inputs:
            match self._records.outcome(one, self._settings.fingerprint(one)):
                case Finished():
                    self._open.pop(one.key, None)
                case Failed(error=error):
                    self._open.pop(one.key, None)
                    self.failures[one.name] = error
                case None:
                    pass

    def is_open(self, one: Input) -> bool:
        """Whether there is work left to do on an input, as far as is known here."""
        return one.key in self._open

    @property
    def done(self) -> int:
        """How many of the inputs for this program need no more work."""
        return sum(not self.is_open(one) for one in self.mine)

    @property
    def failed(self) -> int:
        """How many of the inputs for this program failed."""
        return sum(one.name in self.failures for one in self.mine)

    @property
    def frames_per_second(self) -> float:
        """How many frames were done here in a second, on average since the beginning."""
        return self.frames / max(time.monotonic() - self._began, 1e-3)

    def write(self, running: Collection[Input], state: State = "running") -> None:
        """Write ``progress.json``, unless it was written a moment ago and nothing has ended."""
        if state == "running" and time.monotonic() - self._looked < LOOK_EVERY_S:
            return
        settled = self._records.settled()
        self.look([one for key, one in list(self._open.items()) if key in settled])
        number, of = self._shard
        facts = {
            "state": state,
            "files": self._files,
            "finished": self._files - len(self._open) - len(self.failures),
            "failed": len(self.failures),
            "left": len(self._open),
            "shard": f"{number}/{of}",
            "running": sorted(one.name for one in running),
            "frames": self.frames,
            "frames_per_second": round(self.frames_per_second, 2),
            "host": platform.node(),
            "pid": os.getpid(),
            "started": self._began_at,
            "updated": _now(),
        }
        self._records.write_lines(self._records.out / "progress.json", [facts], indent=2)
        self._looked = time.monotonic()


def _now() -> str:
    return datetime.datetime.now().astimezone().isoformat(timespec="seconds")
