"""run_batch: hands inputs to a pool until none is left, whoever did them, or somebody stops it."""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING

from app.batch.claims import STALE_S, ClaimWatch, sweep

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.batch.inputs import Input
    from app.batch.pools import Pool
    from app.batch.process_input import Outcome
    from app.batch.progress import BatchProgress
    from app.batch.records import Records

POLL_S = 0.25
LOOK_AGAIN_S = 2.0  # at an input that another program holds


def run_batch(
    records: Records,
    progress: BatchProgress,
    pool: Pool,
    stop: threading.Event,
    show: Callable[[Input | None, Outcome | None], None] = lambda *_: None,
    *,
    stale_s: float = STALE_S,
) -> None:
    """Do all inputs of a batch that are for this program and not done yet.

    Those that another program holds are waited for, and taken over if that one dies. Inputs that were begun
    before without an end come last, so that one which takes its machine down leaves the others done.

    Parameters
    ----------
    records, progress : of the batch.
    pool : does the inputs; closed at the end.
    stop : ends the work; what is being done then counts as not begun.
    show : called now and then, and with an input and what became of it when one has ended.
    stale_s : seconds after which a claim that nobody touches is taken over.

    Raises
    ------
    OSError, UserError : the folder of results cannot be used, or its disk is full.
    """
    sweep(records)
    loop = _Loop(records, progress, pool, show, stale_s)
    state = "stopped"
    try:
        loop.run(stop)
        state = "stopped" if stop.is_set() else "ended"
    finally:
        pool.stop()
        pool.close()
        sweep(records)
        records.publish_failures()
        progress.frames = pool.frames()
        progress.write((), state)


class _Loop:
    """The inputs that wait, those held by others, and those at work."""

    def __init__(
        self,
        records: Records,
        progress: BatchProgress,
        pool: Pool,
        show: Callable[[Input | None, Outcome | None], None],
        stale_s: float,
    ) -> None:
        self._progress, self._pool, self._show = progress, pool, show
        self._claims = ClaimWatch(records.claims, stale_s)
        begun = records.begun()
        left = [one for one in progress.mine if progress.is_open(one)]
        self._waiting = deque(sorted(left, key=lambda one: one.key in begun))
        self._held: deque[tuple[float, Input]] = deque()  # and when to look again
        self._running: dict[Future[Outcome], Input] = {}

    def run(self, stop: threading.Event) -> None:
        """Work until nothing is left."""
        while not stop.is_set():
            self._fill()
            if not (self._running or self._waiting or self._held):
                return
            if self._running:
                ended, _ = wait(self._running, POLL_S, FIRST_COMPLETED)
            else:
                stop.wait(POLL_S)
                ended = set()
            for future in ended:
                self._take(self._running.pop(future), future.result())
            self._progress.frames = self._pool.frames()
            self._progress.write(self._running.values())
            self._show(None, None)

    def _fill(self) -> None:
        """Begin inputs while there is room."""
        while self._held and self._held[0][0] <= time.monotonic():
            self._waiting.append(self._held.popleft()[1])
        while self._waiting and len(self._running) < self._pool.jobs:
            one = self._waiting.popleft()
            stale = self._claims.takeable(one.key)
            if stale is None:
                self._hold(one)
            else:
                self._running[self._pool.submit(one, stale)] = one

    def _hold(self, one: Input) -> None:
        self._held.append((time.monotonic() + LOOK_AGAIN_S, one))

    def _take(self, one: Input, outcome: Outcome) -> None:
        """Do what follows from how an input ended."""
        match outcome.state:
            case "finished" | "failed":
                self._progress.look([one])
                self._show(one, outcome)
            case "taken":
                self._hold(one)
            case "died" | "stopped":
                self._waiting.append(one)
