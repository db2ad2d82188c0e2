"""UserError: what goes wrong and a person can put right, told in one sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class UserError(Exception):
    """The work cannot be done as asked.

    The message is one sentence for people: what, which value, and what to do. Every other exception but
    :class:`OSError` of the system is a fault of the program and must not be shown as the person's mistake.
    """


def sentence(error: Exception) -> str | None:
    """Return what to tell people about an error; None if it is a fault of the program."""
    if isinstance(error, UserError):
        return str(error)
    if isinstance(error, OSError) and error.errno is not None:
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or error}; choose another file or place."
    return None


def exit_code(work: Callable[[], object]) -> int:
    """Do the work of a command line of the training side.

    Returns
    -------
    0 when it is done; 1 after what a person can put right, which is told on stderr, or after Ctrl+C. A fault
    of the program is raised.
    """
    try:
        work()
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 1
    except Exception as error:
        told = sentence(error)
        if told is None:
            raise
        print(told, file=sys.stderr)
        return 1
    return 0
