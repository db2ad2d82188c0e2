"""Listing: keeps the list at the recordings there are: those of a folder, and others that were opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.recordings.library import RecordingLibrary

if TYPE_CHECKING:
    from pathlib import Path

    from app.gui.play.recording_list import RecordingList


class Listing:
    """Has folders looked through in a thread, and shows what was found.

    Parameters
    ----------
    shown : the list.
    folder : of the recordings.
    """

    def __init__(self, shown: RecordingList, folder: Path) -> None:
        self._list, self._folder = shown, folder
        self._others: dict[Path, None] = {}  # recordings outside the folder that were opened
        self._library = RecordingLibrary()

    @property
    def folder(self) -> Path:
        """The folder of the recordings."""
        return self._folder

    def look(self, folder: Path | None = None) -> None:
        """Look which recordings there are, in the same folder or in another."""
        self._folder = folder or self._folder
        self._library.look(self._folder, self._others)

    def add(self, path: Path) -> None:
        """List a recording that is opened, wherever it lies."""
        if path.parent != self._folder.absolute() and path not in self._others:
            self._others[path] = None
            self.look()

    def rename(self, old: Path, new: Path) -> None:
        """Go on listing a recording that has another name now."""
        if old in self._others:
            self._others[new] = self._others.pop(old)

    def remove(self, path: Path) -> Path | None:
        """Take a deleted recording out; return the one that stood under it, or else over it, if any."""
        self._others.pop(path, None)
        entries = self._list.entries
        row = next((row for row, entry in enumerate(entries) if entry.path == path), 0)
        rest = [entry for entry in entries if entry.path != path]
        self._list.show_entries(rest)
        return rest[min(row, len(rest) - 1)].path if rest else None

    def tick(self) -> bool:
        """Show what has been found; return whether that is anything new."""
        entries = self._library.take()
        if entries is None:
            return False
        # What was deleted or renamed while the folder was being looked through is gone already.
        self._list.show_entries([entry for entry in entries if entry.path.is_file()])
        return True

    def move_choice(self, by: int) -> None:
        """Choose another one, so many further down."""
        row = self._list.currentRow() + by
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def stop(self) -> None:
        """Ask the thread to end."""
        self._library.stop()

    def close(self, timeout: float) -> bool:
        """Wait, at most so many seconds, until the thread has ended; return whether it has."""
        return self._library.close(timeout)
