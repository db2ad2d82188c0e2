"""Fault: an error in words for people, and the report about it for those who can mend it."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from app.options import Options

# The errors of these packages of ours are one sentence for people.
OURS = ("app.", "models.")


def is_ours(error: Exception) -> bool:
    """Tell whether an error's text is a sentence of this program for people."""
    return type(error).__module__.startswith(OURS)


def sentence(error: Exception) -> str:
    """Return one sentence for people, with the names of files but not their folders."""
    if is_ours(error):
        return without_folders(str(error))
    return "Something unexpected went wrong inside the program. A report helps to mend it."


def job_sentence(error: Exception) -> str:
    """Return one sentence about a job on files that failed.

    Unlike the live pipeline, exports and repairs also say with :class:`ValueError` and :class:`OSError` what
    people can mend.
    """
    if isinstance(error, OSError) and error.errno is not None:
        name = f"{Path(error.filename).name}: " if error.filename else ""
        return f"{name}{error.strerror or 'it cannot be used'}; choose another file or place."
    return without_folders(str(error)) if isinstance(error, ValueError | OSError) else sentence(error)


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
    """Return a report to send to those who can mend it: the fault, where it happened, and the machine.

    The source's address is left out: it may hold a name or a password.
    """
    from app.system.machine import machine_facts  # imports ONNX Runtime

    facts = [f"{name}: {value}" for name, value in machine_facts().items()]
    settings = f"model: {options.model or 'bundled'}, people: {options.people}, view: {options.view}"
    where = "".join(traceback.format_exception(error))
    return "\n".join(["FastMETRO Live", *facts, settings, "", where])
