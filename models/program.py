"""How this program was started and installed: the words for sentences that tell people what to type."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "fastmetro-live"
HOME = Path(__file__).resolve().parents[1]  # the checkout, or the installed package
STARTED_BY = "FASTMETRO_LIVE_COMMAND"  # set by start.py, which starts main.py with another Python


def is_checkout() -> bool:
    """Whether the program runs from its source tree, and not as an installed tool."""
    return (HOME / "pyproject.toml").is_file()


def command_name() -> str:
    """Return the command by which this program was started, as it is typed again: ``python main.py``."""
    if started_by := os.environ.get(STARTED_BY):
        return started_by
    return "python main.py" if is_checkout() else DISTRIBUTION


def install_line(extra: str) -> str:
    """Return the line for a shell that adds an extra to the Python that is running.

    Parameters
    ----------
    extra : a name of pyproject.toml's ``optional-dependencies``.
    """
    # An environment made by uv has no pip of its own.
    pip = (
        f"{sys.executable} -m pip install"
        if importlib.util.find_spec("pip")
        else f"uv pip install --python {sys.executable}"
    )
    if is_checkout():
        here = "." if Path.cwd() == HOME else str(HOME)
        return f'{pip} "{here}[{extra}]"'
    origin = _origin()
    return f'{pip} "{DISTRIBUTION}[{extra}]{f" @ {origin}" if origin else ""}"'


def program_version() -> str:
    """Return this program's version: its checkout's, or that of the installed package; empty if unknown."""
    if is_checkout():
        import tomllib

        try:
            project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
            return str(project["project"]["version"])
        except (OSError, ValueError, KeyError):
            return ""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return ""


def _origin() -> str:
    """Return the address that the tool was installed from (PEP 610); empty if it came from an index."""
    try:
        record = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
        return str(json.loads(record or "{}").get("url", ""))
    except (metadata.PackageNotFoundError, ValueError):
        return ""
