"""A report of a problem in one file: versions, settings without what is private, the end of the log."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import TYPE_CHECKING

from app.addresses import without_password
from app.live.sources.open import kind_of
from app.recordings.file_names import free_path
from app.system import errors
from app.system.machine import machine_facts

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from app.gui.settings import Settings

# Addresses, names of files and folders, and what recordings are called, may name people and places.
PRIVATE = ("source", "take_name", "vmc", "page", "server")
LEFT_OUT = ("geometry", "last_file", "last_stream", "recent", "recordings_folder")


def write_report(
    folder: Path, settings: Settings, log: Sequence[str], error: Exception | None, now: datetime.datetime
) -> Path:
    """Write a report into a folder, which is made when missing, under a name of its own.

    Parameters
    ----------
    settings : in force; of what may be private it is only told whether there is anything.
    log : its last lines; passwords, and the folders of files, are taken out of them.
    error : what the live picture has failed of, if it has.

    Raises
    ------
    OSError : it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = free_path(folder / f"FastMETRO Live report {now.strftime('%Y-%m-%d %H-%M-%S')}.txt")
    with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
        file.write(report_text(settings, log, error))
    return path


def report_text(settings: Settings, log: Sequence[str], error: Exception | None) -> str:
    """Return what a report says."""
    stored = {name: value for name, value in asdict(settings).items() if name not in LEFT_OUT}
    options = stored["options"]
    for name in PRIVATE:
        if options.get(name):
            options[name] = (kind_of(options[name]) or "missing file") if name == "source" else "(set)"
    options["model"] = errors.without_folders(options["model"])
    parts = {
        "Machine": "\n".join(f"{name}: {value}" for name, value in machine_facts().items()),
        "Settings": json.dumps(stored, indent=2),
        "Error": errors.details(error) if error is not None else "none",
        "Log": "\n".join(map(_without_secrets, log)) or "empty",
    }
    text = "\n\n".join(f"{heading}\n{'-' * len(heading)}\n{part}" for heading, part in parts.items())
    return f"FastMETRO Live, report of a problem\n\n{text}\n"


def _without_secrets(line: str) -> str:
    """Take passwords out of the addresses in a line, and the folders of files."""
    addresses = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
    return errors.without_folders(addresses.sub(lambda found: without_password(found[0]), line))
