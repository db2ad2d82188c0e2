"""Retention: deletes what a booth kept of visits when its time is over, and nothing that it did not note."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from app.recordings.reserve import give_back
from models.errors import UserError
from models.files import open_plain, replacing

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

log = logging.getLogger(__name__)

LIST = "booth_recordings.json"
ENDINGS = (".h5", ".mp4", ".mkv", ".jpg")  # recordings, their videos and clips, photos
_LARGEST_LIST = 10 << 20  # bytes
_AT_ONCE = 0.0  # when something was made that is over its time, however long that is


class Retention:
    """Keeps a list of what was made of visits, beside it. What was made of one visit has one time.

    Parameters
    ----------
    folder : of the recordings; made when something is noted.
    hours : how long each is kept.

    Raises
    ------
    UserError : its list cannot be read, so that recordings might stay for ever.
    """

    def __init__(self, folder: Path, hours: float) -> None:
        self._folder, self._hours = folder, hours
        self._made_at = self._read()

    @property
    def visits(self) -> int:
        """Of how many visits something is kept."""
        return len(set(self._made_at.values()))

    def prepare(self) -> None:
        """Make sure that the list can be written, before anything is recorded.

        Raises
        ------
        OSError : it cannot.
        """
        self._write()

    def note(self, path: Path, now_s: float) -> None:
        """Put a file of the folder on the list, before or when it is made.

        Parameters
        ----------
        path : of the file.
        now_s : when the visit was, seconds since 1970.

        Raises
        ------
        OSError : the list cannot be written.
        """
        self._made_at[path.name] = now_s
        self._write()

    def sweep(self, now_s: float) -> int:
        """Delete what has been kept for long enough, and return how many files that were.

        What cannot be deleted stays on the list, and is tried again.

        Parameters
        ----------
        now_s : seconds since 1970. A file that is dated later, by a clock that was wrong, counts from now.
        """
        before = dict(self._made_at)
        self._made_at = {name: min(made_at, now_s) for name, made_at in before.items()}
        due = [name for name, made_at in before.items() if now_s - made_at >= self._hours * 3600]
        deleted = sum(self._unlink(name) for name in due)
        if self._made_at != before:
            self._write_if_possible()
        if deleted:
            log.warning("%d files of visits were deleted, %d are kept", deleted, len(self._made_at))
        return deleted

    def lists(self, path: Path) -> bool:
        """Whether a file is on the list, and so will be deleted."""
        return path.name in self._made_at

    def of_last_visit(self) -> tuple[str, ...]:
        """Return the names of what was made of the last visit of which something is kept."""
        last = max(self._made_at.values(), default=_AT_ONCE)
        return tuple(name for name, made_at in self._made_at.items() if made_at == last)

    def delete(self, names: Iterable[str]) -> bool:
        """Delete files of the list now; return whether nothing is left, else the next sweep tries again."""
        for name in [name for name in names if name in self._made_at]:
            self._unlink(name)
            if name in self._made_at:
                self._made_at[name] = _AT_ONCE
        self._write_if_possible()
        return not any(name in self._made_at for name in names)

    def _unlink(self, name: str) -> bool:
        """Delete a file and forget it, if that can be done; return whether it was there."""
        path = self._folder / name
        was_there = True
        try:
            path.unlink()
        except FileNotFoundError:
            was_there = False  # somebody has deleted or moved it, or it was never made
        except OSError as error:
            log.warning("a file of a visit cannot be deleted: %s", error.strerror)
            return False
        give_back(path)
        del self._made_at[name]
        return was_there

    def _read(self) -> dict[str, float]:
        path = self._folder / LIST
        try:
            with open_plain(path) as file:
                stored = json.loads(file.read(_LARGEST_LIST))
            made_at = {name: float(at) for name, at in stored.items()}
            if not all(_is_plain(name) for name in made_at):
                raise ValueError
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise UserError(f"{path} cannot be read ({error.strerror}); check its rights.") from None
        except (ValueError, TypeError, AttributeError):
            raise UserError(
                f"{path} is damaged, so nobody knows what to delete; delete this folder's recordings and it."
            ) from None
        return made_at

    def _write(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with replacing(self._folder / LIST) as file:
            file.write(json.dumps(self._made_at, indent=1).encode())

    def _write_if_possible(self) -> None:
        try:
            self._write()
        except OSError as error:
            log.warning("the list of recordings cannot be written: %s", error.strerror)


def _is_plain(name: str) -> bool:
    """Whether it is the name of a file that a booth makes, which leads nowhere else."""
    return name.endswith(ENDINGS) and not {"/", "\\", "\0"} & set(name) and not name.startswith(".")
