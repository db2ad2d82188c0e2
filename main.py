"""FastMETRO Live from the command line: ``python main.py`` opens the window, ``--help`` shows the rest."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Returns
    -------
    The exit code: 0 done; 1 the work failed, with one sentence on stderr. Wrong usage leaves by
    ``SystemExit`` with 2.
    """
    home = str(Path(__file__).resolve().parent)
    if home not in sys.path:  # where the program is an installed tool
        sys.path.insert(0, home)
    arguments = list(sys.argv[1:] if argv is None else argv)
    # Without a command the window opens; the window's own options then need no command either.
    first = next((word for word in arguments if word != "--debug"), "")
    if not first or (first.startswith("-") and first not in ("-h", "--help")):
        arguments = ["live", *arguments]
    never_fail_to_print()
    try:
        from app.cli.parser import parse

        args = parse(arguments)
        prepare_environment()
        start_logging(args.debug)
        from models.files import require_folder

        require_folder(getattr(args, "json", None))  # before the work, not after it
        return args.command(args)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 1
    except Exception as error:
        if "--debug" in arguments:
            raise
        from app.system.errors import command_sentence

        print(command_sentence(error), file=sys.stderr)
        return 1


def never_fail_to_print() -> None:
    """Print what a console cannot show, or a file's name that is not UTF-8, as escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a program without a console has none
            stream.reconfigure(errors="backslashreplace")


def prepare_environment() -> None:
    """Set what the libraries read from the environment before they are loaded."""
    if sys.platform.startswith("linux"):
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl")  # draws without an X server
    qt_paths = {name: os.environ.get(name) for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")}
    from app.system.native_output import quiet_native_logs

    # OpenCV has just been imported and points Qt to its own Qt 5 plugins and fonts, where Qt 6 finds nothing.
    for name, path in qt_paths.items():
        os.environ.pop(name, None)
        if path is not None:
            os.environ[name] = path
    quiet_native_logs()


def start_logging(debug: bool) -> None:
    """Send the log to stderr: warnings, or with ``debug`` everything."""
    level = logging.DEBUG if debug else logging.WARNING
    handler = logging.StreamHandler()
    handler.setLevel(level)  # its own: a booth keeps more in its file
    logging.basicConfig(
        level=level,
        handlers=[handler],
        format="%(asctime)s %(name)s %(levelname)s: %(message)s" if debug else "%(message)s",
    )


if __name__ == "__main__":
    sys.exit(main())
