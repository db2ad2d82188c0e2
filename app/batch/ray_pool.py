"""RayPool: inputs are done on a Ray cluster, as Ray Core tasks.

Each task is what a thread does on one machine, so claims, tries and results are the same. Ray itself repeats
nothing: it would not know how often an input was tried. The program and the folders of inputs and results
must lie at the same places on all machines.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import wait as wait_for
from typing import TYPE_CHECKING, Any

from app.batch.pools import thread_limits
from app.batch.process_input import Job, Outcome, process_input
from models.errors import UserError
from models.program import HOME, install_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.batch.inputs import Input

CORES = 2  # of a process
LOOK_S = 0.2
CLOSE_S = 15.0  # for tasks that were asked to stop; the end of the connection then ends them


class RayPool:
    """Does inputs on a Ray cluster.

    Parameters
    ----------
    job : what is asked for.
    jobs : how many processes work at once; None takes one for two of the cluster's cores.
    address : of the cluster, as ``ray.init`` takes it: ``auto``, ``HOST:PORT``, or ``local`` for here.

    Raises
    ------
    UserError : Ray is not installed, or the cluster cannot be reached.
    """

    def __init__(self, job: Job, jobs: int | None, address: str) -> None:
        self._ray = _connected(address)
        resources = self._ray.cluster_resources()
        cores, gpus = resources.get("CPU", 1.0), resources.get("GPU", 0.0)
        self.jobs = jobs or max(1, int(cores) // CORES)
        threads = max(1, min(CORES, int(cores / self.jobs)))
        share = {"num_cpus": _share(cores / self.jobs, CORES)}
        if gpus:
            share["num_gpus"] = _share(gpus / self.jobs, 1)
        self._task = self._ray.remote(max_retries=0, **share)(_by_value())
        self._request = (job, thread_limits(threads))
        self._running: dict[Future[Outcome], Any] = {}
        self._frames = 0

    def submit(self, one: Input, stale: str) -> Future[Outcome]:
        """Begin an input."""
        task = self._task.remote(str(HOME), pickle.dumps((*self._request, one, stale)))
        outcome: Future[Outcome] = Future()
        self._running[outcome] = task
        task.future().add_done_callback(lambda answer: self._ended(answer, outcome))
        return outcome

    def _ended(self, answer: Future[bytes], outcome: Future[Outcome]) -> None:
        """Turn Ray's answer into what became of the input; in one of Ray's threads."""
        exceptions = self._ray.exceptions
        self._running.pop(outcome, None)
        try:
            ended: Outcome = pickle.loads(answer.result())
        except exceptions.TaskCancelledError:
            outcome.set_result(Outcome("stopped"))
        except (exceptions.WorkerCrashedError, exceptions.NodeDiedError):
            outcome.set_result(Outcome("died"))  # the try counts, which was written down before
        except exceptions.RayTaskError as error:
            outcome.set_exception(error.cause if isinstance(error.cause, Exception) else error)
        except Exception as error:
            outcome.set_exception(
                UserError(f"Ray ended the work ({_first_line(error)}); look at the cluster.")
            )
        else:
            self._frames += ended.frames
            outcome.set_result(ended)

    def frames(self) -> int:
        """Return how many frames the inputs had that have ended."""
        return self._frames

    def stop(self) -> None:
        """End what is being done."""
        for task in list(self._running.values()):
            self._ray.cancel(task)

    def close(self) -> None:
        """Wait until nothing is being done, and leave the cluster."""
        wait_for(list(self._running), CLOSE_S)
        self._ray.shutdown()


def _connected(address: str) -> Any:
    """Import Ray, which shall not report its use, and connect to a cluster or start one."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # also of the cluster that "local" starts
    try:
        import ray
    except ModuleNotFoundError as error:
        raise UserError(f"--ray needs the package ray: run {install_line('ray')}.") from error
    library: Any = ray  # its own types forbid what its documentation shows
    local = {"include_dashboard": False} if address == "local" else {}
    try:
        library.init(address=address, log_to_driver=False, logging_level="ERROR", **local)
    except Exception as error:  # of many kinds
        raise UserError(
            f"The Ray cluster {address!r} cannot be used ({_first_line(error)}); check the address, or start "
            "one with 'ray start --head --disable-usage-stats'."
        ) from error
    return library


def _share(amount: float, most: int) -> float:
    """Return how much a task takes: whole numbers from 1 on, as Ray asks, else ten-thousandths."""
    return min(most, int(amount)) if amount >= 1 else max(int(amount * 10_000), 1) / 10_000


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _by_value() -> Callable[[str, bytes], bytes]:
    """Return the task; as a function in a function Ray sends its code, not the name of a module to import."""

    def work(home: str, request: bytes) -> bytes:
        if home not in sys.path:
            sys.path.insert(0, home)
        from app.batch.ray_pool import in_worker

        return in_worker(request)

    return work


def in_worker(request: bytes) -> bytes:
    """Do an input in a worker of Ray, which cancels it by an interrupt of the main thread."""
    job, environment, one, stale = pickle.loads(request)
    stop = threading.Event()
    with ThreadPoolExecutor(1) as executor:
        outcome = executor.submit(process_input, job, one, stale, environment, stop, lambda _: None)
        try:
            while not outcome.done():
                time.sleep(LOOK_S)
        except KeyboardInterrupt:
            stop.set()
        return pickle.dumps(outcome.result())
