"""Retention: deletes a booth's recordings when their time is over, and nothing that it did not note."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from app.recordings.reserve import give_back
from models.errors import UserError
from models.files import open_plain, replacing

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)

LIST = "booth_recordings.json"
_LARGEST_LIST = 10 << 20  # bytes


class Retention:
    """Keeps a list of what was recorded, beside it.

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

    def prepare(self) -> None:
        """Make sure that the list can be written, before anything is recorded.

        Raises
        ------
        OSError : it cannot.
        """
        self._write()

    def note(self, path: Path, now_s: float) -> None:
        """Put a recording of the folder on the list.

        Parameters
        ----------
        path : of the file.
        now_s : seconds since 1970.

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
        deleted, before = 0, dict(self._made_at)
        for name, made_at in before.items():
            self._made_at[name] = min(made_at, now_s)
            if now_s - made_at < self._hours * 3600:
                continue
            path = self._folder / name
            try:
                path.unlink()
                deleted += 1
            except FileNotFoundError:
                pass  # somebody has deleted or moved it
            except OSError as error:
                log.warning("a recording that is over its time cannot be deleted: %s", error.strerror)
                continue
            give_back(path)
            del self._made_at[name]
        if self._made_at != before:
            try:
                self._write()
            except OSError as error:
                log.warning("the list of recordings cannot be written: %s", error.strerror)
        if deleted:
            log.warning("%d recordings were deleted, %d are kept", deleted, len(self._made_at))
        return deleted

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


def _is_plain(name: str) -> bool:
    """Whether it is a recording's name, which leads nowhere else."""
    return name.endswith(".h5") and not {"/", "\\", "\0"} & set(name) and not name.startswith(".")
