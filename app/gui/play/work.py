"""RecordingWork: what is done to a recording that takes a while, such as repairing it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from app.background_job import Job, Progress
from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.widgets.banner import Notice
from app.system import errors

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.widgets.messages import Messages

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Work:
    """Work that has begun.

    Attributes
    ----------
    text : what it is called.
    job : that does it.
    use : what is done with its result.
    discard : what is done with a result that has come too late.
    """

    text: str
    job: Job[Any]
    use: Callable[[Any], None]
    discard: Callable[[Any], None]


class RecordingWork:
    """Does one thing at a time in a thread, with its progress on the banner and a way to stop it.

    Parameters
    ----------
    messages : where it is said how far it is and what it failed of.
    on_change : called when work has begun or ended, with whether it ended without a result.
    """

    def __init__(self, messages: Messages, on_change: Callable[[bool], None]) -> None:
        self._messages, self._on_change = messages, on_change
        self._work: _Work | None = None
        self._stopped: list[_Work] = []  # but not yet at an end

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return self._work is not None

    def begin(
        self,
        text: str,
        work: Callable[[Progress], T],
        use: Callable[[T], None],
        discard: Callable[[T], None] = lambda _: None,
    ) -> None:
        """Begin something.

        Parameters
        ----------
        text : what it is called.
        work : does it, in a thread of its own.
        use : is given its result.
        discard : is given the result instead if it was stopped too late.
        """
        self._work = _Work(text, Job(work), use, discard)
        self._messages.show_card(None)
        self._on_change(False)

    def tick(self) -> None:
        """Show how far it is, and use its result; to be called every few milliseconds."""
        self._sweep()
        work = self._work
        if work is None:
            return
        if work.job.is_running:
            done, total = work.job.progress
            percent = f": {100 * done // total} %" if total else ""
            self._messages.show_banner(
                Notice(f"{work.text}{percent}", "quiet", tr("Stop"), self.stop, tr("Stop this"))
            )
            return
        self._work = None
        self._messages.show_banner(None)
        if work.job.error is not None:
            self._messages.show_banner(Notice(translated(errors.sentence(work.job.error)), "danger"))
        elif not work.job.was_stopped:
            work.use(work.job.result)
        self._on_change(work.job.error is not None)

    def stop(self) -> None:
        """Ask what is being done to stop; it is not waited for."""
        if self._work is not None:
            self._work.job.stop()
            self._stopped.append(self._work)
            self._work = None
            self._messages.show_banner(None)
            self._on_change(True)

    def wait(self, timeout: float) -> bool:
        """Wait, at most so many seconds, until all that was stopped has ended; return whether it has."""
        until = time.monotonic() + timeout
        for work in self._stopped:
            work.job.wait(max(until - time.monotonic(), 0.0))
        self._sweep()
        return not self._stopped

    def _sweep(self) -> None:
        """Forget stopped work that has ended, and what it has made."""
        for work in [work for work in self._stopped if not work.job.is_running]:
            self._stopped.remove(work)
            if work.job.result is not None:
                work.discard(work.job.result)
