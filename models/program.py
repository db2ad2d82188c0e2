"""How this program was started and installed: the words that start it again, for people and for processes."""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import shlex
import sys
from importlib import metadata
from pathlib import Path

DISTRIBUTION = "fastmetro-live"
HOME = Path(__file__).resolve().parents[1]  # the checkout, the installed package, or the bundle's inside
STARTED_BY = "FASTMETRO_LIVE_COMMAND"  # set by start.py, which starts main.py with another Python
RUN_MODULE = (
    "--run-module"  # a bundle's first word where it shall be one of its modules (packaging/bundle.py)
)


def is_checkout() -> bool:
    """Whether the program runs from its source tree, and not as an installed tool."""
    return (HOME / "pyproject.toml").is_file()


def is_bundle() -> bool:
    """Whether the program is a folder with a Python of its own, as PyInstaller makes."""
    return bool(getattr(sys, "frozen", False))


def command_name() -> str:
    """Return the command by which this program was started, as it is typed again: ``python main.py``."""
    if started_by := os.environ.get(STARTED_BY):
        return started_by
    if is_bundle():
        return shlex.quote(sys.argv[0])
    return "python main.py" if is_checkout() else DISTRIBUTION


def program_command() -> list[str]:
    """Return the words that start this program in a process of its own."""
    if is_bundle():
        return [sys.executable]
    # -P: no module is taken from the folder that the person happens to be in.
    return [sys.executable, "-P", str(HOME / "main.py")]


def module_command(module: str) -> list[str]:
    """Return the words that run a module of this program in a process of its own, as ``python -m`` does.

    Outside of a bundle ``PYTHONPATH`` must name :data:`HOME`.
    """
    if is_bundle():
        return [sys.executable, RUN_MODULE, module]
    return [sys.executable, "-P", "-m", module]


def install_line(extra: str) -> str:
    """Return the line for a shell that adds an extra to the Python that is running.

    A bundle takes no packages; there the line is one for the program's source code, and says so.

    Parameters
    ----------
    extra : a name of pyproject.toml's ``optional-dependencies``.
    """
    if is_bundle():
        return f'pip install ".[{extra}]" in the program\'s source code, as a bundle takes no packages'
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


@functools.cache
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
