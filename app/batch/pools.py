"""Where inputs are worked on: threads of this program, each of which waits for a process."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Protocol

from app.batch.process_input import Job, Outcome, process_input
from app.system.gpu import visible_gpus
from app.system.machine import usable_cores

if TYPE_CHECKING:
    from app.batch.inputs import Input


class Pool(Protocol):
    """Does inputs, several at once.

    Attributes
    ----------
    jobs : how many at once.
    """

    jobs: int

    def submit(self, one: Input, stale: str) -> Future[Outcome]:
        """Begin an input; ``stale`` as of :func:`app.batch.process_input.process_input`."""
        ...

    def frames(self) -> int:
        """Return how many frames are done so far."""
        ...

    def stop(self) -> None:
        """End what is being done, which then counts as not begun."""
        ...

    def close(self) -> None:
        """Wait until nothing is being done."""
        ...


def usual_jobs() -> int:
    """Return how many processes suit this machine: each works on two cores."""
    return max(1, usable_cores() // 2)


class LocalPool:
    """Does inputs on this machine; shares out its cores and GPUs.

    Parameters
    ----------
    job : what is asked for.
    jobs : how many processes work at once.
    """

    def __init__(self, job: Job, jobs: int) -> None:
        self.jobs = jobs
        self._job = job
        self._stop = threading.Event()
        self._frames, self._lock = 0, threading.Lock()
        self._executor = ThreadPoolExecutor(jobs, thread_name_prefix="batch")
        self._places: queue.SimpleQueue[dict[str, str]] = queue.SimpleQueue()
        gpus = visible_gpus()
        threads = max(1, usable_cores() // jobs)
        for i in range(jobs):
            self._places.put(
                thread_limits(threads) | ({"CUDA_VISIBLE_DEVICES": gpus[i % len(gpus)]} if gpus else {})
            )

    def submit(self, one: Input, stale: str) -> Future[Outcome]:
        """Begin an input."""
        return self._executor.submit(self._process, one, stale)

    def _process(self, one: Input, stale: str) -> Outcome:
        place = self._places.get()
        try:
            return process_input(self._job, one, stale, place, self._stop, self._count)
        finally:
            self._places.put(place)

    def _count(self, frames: int) -> None:
        with self._lock:
            self._frames += frames

    def frames(self) -> int:
        """Return how many frames are done so far."""
        return self._frames

    def stop(self) -> None:
        """End what is being done."""
        self._stop.set()

    def close(self) -> None:
        """Wait until nothing is being done."""
        self._executor.shutdown(cancel_futures=True)


def thread_limits(threads: int) -> dict[str, str]:
    """Return the environment in which the libraries of a process share the cores with others."""
    return {"OMP_NUM_THREADS": str(threads), "OPENBLAS_NUM_THREADS": "1"}
