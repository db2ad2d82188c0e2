"""The log of a booth: files beside what goes to stderr, the oldest of which go, so no disk is filled."""

from __future__ import annotations

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path

import platformdirs

from app.addresses import without_password
from app.booth.pin import APPLICATION

log = logging.getLogger(__name__)

NAME = "booth.log"
FILES = 5  # that share the room
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)


def log_folder() -> Path:
    """Return where a booth's log is."""
    return Path(platformdirs.user_log_dir(APPLICATION))


def keep_log(folder: Path, megabytes: float) -> logging.Handler | None:
    """Write what the application logs into a file too, from now on: its states, warnings and errors.

    Without a file, where none can be written, the booth goes on.

    Parameters
    ----------
    folder : made if it is not there.
    megabytes : of all files together; 0 for none.

    Returns
    -------
    What writes it, to be taken away again; None if nothing does.
    """
    if megabytes <= 0:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(folder / NAME, int(megabytes * 1e6 / FILES))
    except OSError as error:
        log.warning("the log cannot be written to %s (%s)", folder, error.strerror)
        return None
    application = logging.getLogger("app")
    application.setLevel(min(application.getEffectiveLevel(), logging.INFO))
    logging.getLogger().addHandler(handler)
    return handler


class _LogFile(RotatingFileHandler):
    def __init__(self, path: Path, size: int) -> None:
        super().__init__(path, maxBytes=size, backupCount=FILES - 1, encoding="utf-8")
        self.setLevel(logging.INFO)
        self.setFormatter(_WithoutSecrets("%(asctime)s %(name)s %(levelname)s: %(message)s"))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Leave a line out that a full disk does not take; to say so would be another."""


class _WithoutSecrets(logging.Formatter):
    """Leaves out passwords and keys of addresses, wherever a message or a traceback has one."""

    def format(self, record: logging.LogRecord) -> str:
        return _ADDRESS.sub(lambda found: without_password(found[0]), super().format(record))
