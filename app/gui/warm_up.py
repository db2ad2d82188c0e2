"""Warm-up: loads and makes what most people want soon after the first picture, before they have to wait."""

from __future__ import annotations

import gc
from importlib import import_module
from typing import TYPE_CHECKING

from app.background_job import Job
from app.gui.widgets import theme
from models.program import program_version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.background_job import Progress

# Of the program, what is imported when it is first wanted: recording, and the page of the recordings.
PARTS = ("app.live.start_recording", "app.gui.play.page")


def warm_up(progress: Progress) -> None:
    """Load them, and look up what is looked up once; to be done in a thread.

    That is Pillow's readers, by which a file is found to be a photo, and the program's version, which
    recordings note.
    """
    from PIL import Image

    Image.init()
    program_version()
    for index, part in enumerate(PARTS):
        progress(index, len(PARTS))
        import_module(part)


def keep_for_good() -> None:
    """Let Python's collector of garbage leave alone what there is by now.

    Looking through the 140,000 objects of the libraries took 74 ms, in whatever thread, and all others, the
    window's too, stand still meanwhile. :func:`keep_no_longer` ends it.
    """
    gc.freeze()


def keep_no_longer() -> None:
    """Let it look at everything again, such as at a window that is closed."""
    gc.unfreeze()


class WarmUp:
    """Loads in a thread, and makes the rest in the window's, a piece at each tick: the icons and a page.

    Parameters
    ----------
    make_page : of the recordings.
    """

    def __init__(self, make_page: Callable[[], object]) -> None:
        self._make_page = make_page
        self._loading = Job(warm_up)
        self._pieces = self._make()

    def tick(self) -> None:
        """Make the next piece, once all is loaded; to be called every few milliseconds."""
        if not self._loading.is_running and self._loading.error is None:
            next(self._pieces, None)

    def _make(self) -> Iterator[None]:
        yield from theme.draw_icons()
        self._make_page()
        keep_for_good()

    def stop(self) -> None:
        """Ask it to load no more; returns at once."""
        self._loading.stop()

    def wait(self) -> None:
        """Wait until it has loaded the part that it is at."""
        self._loading.wait()
