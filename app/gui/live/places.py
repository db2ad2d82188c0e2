"""Places: the files, streams and folders that a person chose: asks for them, and remembers them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from app.gui.languages.language import tr
from app.gui.settings import MOST_RECENT
from app.live.sources.open import SUFFIXES, is_address

if TYPE_CHECKING:
    from app.gui.settings import Settings


class Places:
    """Keeps what is remembered of places.

    Parameters
    ----------
    parent : of the dialogs.
    settings : to begin with.

    Attributes
    ----------
    settings : the same with the places that have been chosen since.
    """

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        self._parent, self.settings = parent, settings

    @property
    def output_folder(self) -> Path:
        """The folder of snapshots and recordings."""
        return self.settings.output_folder

    def ask_for_file(self) -> str:
        """Return the path of a video or picture that a person chooses; empty if none is chosen."""
        last = self.settings.last_file
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        path, _ = QFileDialog.getOpenFileName(
            self._parent,
            tr("Open a video or picture"),
            str(Path(last).parent) if last else "",
            f"{tr('Videos and pictures')} ({patterns});;{tr('All files')} (*)",
        )
        return path

    def ask_for_folder(self) -> bool:
        """Ask where snapshots and recordings shall go; return whether a folder has been chosen."""
        start = str(self.output_folder)
        path = QFileDialog.getExistingDirectory(
            self._parent, tr("Folder for snapshots and recordings"), start
        )
        if path:
            self.settings = replace(self.settings, recordings_folder=path)
        return bool(path)

    def note(self, source: str) -> None:
        """Remember a file or stream that is opened."""
        last = {"last_stream" if is_address(source) else "last_file": source}
        recent = tuple(dict.fromkeys((source, *self.settings.recent)))[:MOST_RECENT]
        self.settings = replace(self.settings, recent=recent, **last)

    def forget(self) -> None:
        """Remember no file and no stream any more."""
        self.settings = replace(self.settings, recent=(), last_file="", last_stream="")
