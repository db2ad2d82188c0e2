"""ReportControl: writes a report of a problem, in a thread, and says where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.background_job import Job
from app.gui.languages.language import later, tr
from app.gui.widgets.banner import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.gui.live.announcer import Announcer
    from app.gui.widgets.messages import Messages

NO_REPORT = later("The report could not be written")


class ReportControl:
    """Writes one report at a time.

    Parameters
    ----------
    messages, announcer : where it is said what has become of it.
    prepare : returns what writes a report of how things are now, which takes a moment.
    show_folder : opens the folder that it lies in.
    """

    def __init__(
        self,
        messages: Messages,
        announcer: Announcer,
        prepare: Callable[[], Callable[[], Path]],
        show_folder: Callable[[], None],
    ) -> None:
        self._messages, self._announcer = messages, announcer
        self._prepare, self._show_folder = prepare, show_folder
        self._job: Job[Path] | None = None

    def begin(self) -> None:
        """Write a report."""
        if self._job is None:
            write = self._prepare()
            self._job = Job(lambda _: write())

    def tick(self) -> None:
        """Say where the report is, once it is written; to be called every few milliseconds."""
        job = self._job
        if job is None or job.is_running:
            return
        self._job = None
        if job.result is None:
            self._announcer.refuse_folder(tr(NO_REPORT))
            return
        text = tr("The report is {name}; read it before you send it").format(name=job.result.name)
        self._messages.show_toast(
            Notice(text, "good", tr("Open folder"), self._show_folder, tr("Show it in the file manager"))
        )
