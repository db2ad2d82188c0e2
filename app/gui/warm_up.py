"""Warm-up: loads what most people want soon after the first picture, before the window has to wait for it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from models.program import program_version

if TYPE_CHECKING:
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
