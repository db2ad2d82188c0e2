"""Errors in words for people, and the report about a fault for those who can fix it."""

from __future__ import annotations

import re
import sys
import traceback
from typing import TYPE_CHECKING

from models import errors
from models.errors import UserError
from models.program import HOME, is_bundle

if TYPE_CHECKING:
    from app.options import Options

SYSTEM_PACKAGES = (
    "apt-get install libgl1 libegl1 libgles2 libglib2.0-0 libxrender1 libxkbcommon0 libdbus-1-3 "
    "libfontconfig1 libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-randr0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1"
)
UNEXPECTED = "Something unexpected went wrong inside the program. A report helps to fix it."


def is_ours(error: Exception) -> bool:
    """Return whether an error's text is a sentence of this program for people."""
    return isinstance(error, UserError)


def sentence(error: Exception) -> str:
    """Return one sentence for the window, with the names of files but not their folders."""
    return without_folders(errors.sentence(error) or UNEXPECTED)


def command_sentence(error: Exception) -> str:
    """Return one sentence for the command line; it says how to report a fault of the program."""
    if isinstance(error, ModuleNotFoundError):
        if is_bundle():
            return f"This bundle lacks the Python package {error.name}; unpack or download it again."
        return f"The Python package {error.name} is missing; run {sys.executable} -m pip install {HOME}."
    if isinstance(error, ImportError):  # what follows would fail of the same
        reason = " ".join(str(error).split())[:150]
        return (
            f"A library could not be loaded ({reason}); on Debian and Ubuntu run '{SYSTEM_PACKAGES}', "
            "elsewhere install the program's packages again."
        )
    return errors.sentence(error) or (
        f"Something unexpected went wrong ({type(error).__name__}: {error}); "
        "run the same command with --debug and report what it shows."
    )


def without_folders(text: str) -> str:
    """Shorten absolute paths in a text to the file's name; addresses of streams stay."""
    return re.sub(r"(?<![\w:/\\])(?:[A-Za-z]:)?[/\\](?:[^/\\;:'\"\n]+[/\\])+", "", text)


def details(error: Exception) -> str:
    """Return what happened, cause after cause, without the code's own lines."""
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        lines.append(without_folders(f"{type(cause).__name__}: {cause}"))
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def report(error: Exception, options: Options) -> str:
    """Return a report to send to those who can fix it: the fault, where it happened, and the machine.

    The source's address is left out: it may hold a name or a password.
    """
    from app.system.machine import machine_facts  # imports ONNX Runtime

    facts = [f"{name}: {value}" for name, value in machine_facts().items()]
    settings = f"model: {options.model or 'bundled'}, people: {options.people}, view: {options.view}"
    where = "".join(traceback.format_exception(error))
    return "\n".join(["FastMETRO Live", *facts, settings, "", where])
