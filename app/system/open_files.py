"""OpenFile: where a file that is open lies by now, as somebody may move or delete it meanwhile."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class OpenFile:
    """A file that is held open for a while.

    Parameters
    ----------
    descriptor : of the open file; whoever opened it closes it.
    path : that it was opened at.
    """

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor, self._path = descriptor, path
        self._opened = os.fstat(descriptor)

    @property
    def place(self) -> Path | None:
        """Where the file lies now; None if it was deleted.

        The place that was last known is told where the system does not say another.
        """
        try:
            if os.path.samestat(self._path.stat(), self._opened):
                return self._path
        except (FileNotFoundError, NotADirectoryError):
            pass
        except OSError:  # a disk that fails
            return self._path
        now = os.fstat(self._descriptor)
        if not os.path.samestat(now, self._opened):  # the descriptor was led elsewhere
            return self._path
        if now.st_nlink == 0:
            return None
        self._path = _named_by_the_system(self._descriptor) or self._path
        return self._path


def _named_by_the_system(descriptor: int) -> Path | None:
    """Return an open file's path; None where the system does not tell.

    Windows lets nobody move or delete a file that is open.
    """
    if sys.platform == "linux":
        return Path(f"/proc/self/fd/{descriptor}").readlink()
    if sys.platform == "darwin":
        import fcntl

        named = fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024))
        return Path(os.fsdecode(named.rstrip(b"\0")))
    return None
