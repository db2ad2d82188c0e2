"""The file of a booth: TOML that says every setting with its default, and is read strictly."""

from __future__ import annotations

import dataclasses
import difflib
import importlib.util
import ipaddress
import json
import re
import textwrap
import tomllib
import typing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.booth.nightly_restart import time_of_day
from app.booth.settings import BoothSettings
from app.booth.texts import read_words
from app.live_out.address import parse_listening
from models.errors import UserError
from models.files import open_plain
from models.program import command_name, install_line

if TYPE_CHECKING:
    from collections.abc import Iterator

USUAL_BOOTH = Path()  # of --booth without a file: every default, and the options of the settings file
_LARGEST_FILE = 1 << 20  # bytes
_LONGEST_SHOWN = 60  # of a value that is refused
_HEADER = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")


class BoothFileError(UserError):
    """A booth's file that cannot be used; the message says where and why."""


def write_booth_file(path: Path) -> None:
    """Write a file with every setting's default.

    Raises
    ------
    UserError : there is a file already.
    OSError : it cannot be written.
    """
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_defaults())
    except FileExistsError:
        raise UserError(f"{path} is there already and stays as it is; name another file with -o.") from None


def _defaults() -> str:
    parts = [
        f"# A booth of FastMETRO Live: {command_name()} live --booth THIS_FILE\n"
        "# docs/booth.md says more. Every setting stands at its default; a line that is taken out keeps it.\n"
    ]
    for section in dataclasses.fields(BoothSettings):
        kind = typing.get_type_hints(BoothSettings)[section.name]
        parts.append(f"# {section.metadata['comment']}\n[{section.name}]\n")
        hints = typing.get_type_hints(kind)
        for entry in dataclasses.fields(kind):
            choices = _choices(hints[entry.name])
            comment = entry.metadata["comment"] + (f": {', '.join(choices)}" if choices else "")
            parts += textwrap.wrap(comment, 100, initial_indent="# ", subsequent_indent="# ")
            parts.append(f"{entry.name} = {json.dumps(entry.default, ensure_ascii=False)}\n")
    return "\n".join(parts)


def read_booth_file(path: Path) -> BoothSettings:
    """Read a booth's settings; what it leaves out has its default.

    Paths in it are taken from where it lies.

    Raises
    ------
    BoothFileError : it cannot be read, or something in it is unknown or wrong.
    UserError : likewise its file of texts.
    """
    text = _text(path)
    try:
        stored = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BoothFileError(f"{path} is no TOML: {error}; correct that line.") from None
    settings = _Reader(path, text).read(stored)
    beside = {
        name: str(path.absolute().parent / value)
        for name in ("clip", "texts")
        if (value := getattr(settings.idle, name))
    }
    for name, file in beside.items():
        if not Path(file).is_file():
            line = _line(text, "idle", name)
            raise BoothFileError(f"{path}, line {line}: {name} is {file}, which is not there; correct it.")
    for name, fault in _contradictions(settings):
        raise BoothFileError(f"{path}, line {_line(text, 'visitors', name)}: {fault}")
    if restart_at := settings.upkeep.restart_at:
        try:
            time_of_day(restart_at)
        except ValueError:
            line, shown = _line(text, "upkeep", "restart_at"), _shown(restart_at)
            raise BoothFileError(
                f'{path}, line {line}: restart_at is {shown}; give a time of day such as "04:00".'
            ) from None
    settings = replace(settings, idle=replace(settings.idle, **beside))
    if settings.visitors.folder:
        folder = str(path.absolute().parent / settings.visitors.folder)
        settings = replace(settings, visitors=replace(settings.visitors, folder=folder))
    read_words(settings.idle.languages, settings.idle.texts)  # what is wrong is said before a window opens
    return settings


def _contradictions(settings: BoothSettings) -> Iterator[tuple[str, str]]:
    """Yield the settings of visitors that need others, each with a sentence."""
    visitors = settings.visitors
    if visitors.record and "overlay" not in settings.visit.views:
        yield "record", "record needs overlay among the views; add it there."
    for name in ("video", "snapshot", "takeaway"):
        if getattr(visitors, name) and not visitors.record:
            yield name, f"{name} needs record = true; add it, or take {name} out."
    if visitors.video and settings.picture.people < 2:
        yield (
            "video",
            "video needs people = 2 or more in [picture], so that others in view are seen.",
        )
    if visitors.video and visitors.consent == "button":
        yield "video", 'video needs consent = "both" or "arms", as each person in view raises theirs; set it.'
    if not visitors.takeaway:
        return
    if not _is_reached_by_phones(settings.out.page):
        shown = f"is {settings.out.page!r}" if settings.out.page else "is not set"
        advice = 'write page = "0.0.0.0:8080" in [out].'
        yield "takeaway", f"takeaway needs a page that phones reach, and page {shown}; {advice}"
    if importlib.util.find_spec("segno") is None:
        yield "takeaway", f"takeaway needs the library segno; run {install_line('booth')}."


def _is_reached_by_phones(page: str) -> bool:
    try:
        host = parse_listening(page).host
    except UserError:
        return False
    if host == "localhost":
        return False
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return True  # a name of this machine


def _text(path: Path) -> str:
    try:
        with open_plain(path) as file:
            return file.read(_LARGEST_FILE).decode("utf-8-sig")
    except FileNotFoundError:
        make = f"{command_name()} booth init -o {path}"
        raise BoothFileError(f"There is no file {path}; '{make}' makes one.") from None
    except OSError as error:
        raise BoothFileError(f"{path} cannot be read ({error.strerror}); check its rights.") from None
    except UnicodeDecodeError:
        raise BoothFileError(f"{path} is no text in UTF-8; save it as such.") from None


class _Reader:
    """Makes settings of what TOML says, and names the line of what is wrong."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text

    def read(self, stored: dict[str, Any]) -> BoothSettings:
        kinds = typing.get_type_hints(BoothSettings)
        sections: dict[str, Any] = {}
        for name, values in stored.items():
            if name not in kinds:
                raise self._unknown("", name, kinds)
            if not isinstance(values, dict):
                raise self._error("", name, f"{name} is a section; write [{name}] on a line of its own.")
            sections[name] = kinds[name](**self._values(name, kinds[name], values))
        return BoothSettings(**sections)

    def _values(self, section: str, kind: type, values: dict[str, Any]) -> dict[str, Any]:
        hints = typing.get_type_hints(kind)
        entries = {entry.name: entry for entry in dataclasses.fields(kind)}
        read: dict[str, Any] = {}
        for name, value in values.items():
            if name not in entries:
                raise self._unknown(section, name, entries)
            bounds = entries[name].metadata["bounds"]
            taken, wanted = _taken(value, hints[name], bounds)
            if taken is None:
                raise self._error(section, name, f"{name} is {_shown(value)}; give {wanted}.")
            read[name] = taken
        return read

    def _unknown(self, section: str, name: str, known: typing.Iterable[str]) -> BoothFileError:
        near = difflib.get_close_matches(name, known, 1, 0.5)
        what = "setting" if section else "section"
        advice = f"did you mean {near[0]}?" if near else f"take it out, or choose of {', '.join(known)}."
        return self._error(section, name, f"there is no {what} {name}; {advice}")

    def _error(self, section: str, name: str, sentence: str) -> BoothFileError:
        return BoothFileError(f"{self._path}, line {_line(self._text, section, name)}: {sentence}")


def _taken(value: Any, hint: Any, bounds: tuple[float, float] | None) -> tuple[Any, str]:
    """Return a value of TOML as a setting of this type, None if it is none, and what is wanted, in words."""
    choices = _choices(hint)
    if typing.get_origin(hint) is tuple:
        fits = isinstance(value, list) and bool(value) and all(each in choices for each in value)
        return (tuple(value) if fits else None), f'a list such as ["{choices[0]}"] of {", ".join(choices)}'
    if choices:
        return (value if value in choices else None), f"one of {', '.join(choices)}"
    if hint is bool:
        return (value if isinstance(value, bool) else None), "true or false"
    if hint is str:
        fits = isinstance(value, str) and "\0" not in value
        return (value if fits else None), 'a text in quotation marks, such as ""'
    assert bounds is not None
    low, high = bounds
    kinds = (int,) if hint is int else (int, float)
    fits = isinstance(value, kinds) and not isinstance(value, bool) and low <= value <= high
    number = "a whole number" if hint is int else "a number"
    return (hint(value) if fits else None), f"{number} from {low:g} to {high:g}"


def _shown(value: Any) -> str:
    return textwrap.shorten(json.dumps(value, default=str, ensure_ascii=False), _LONGEST_SHOWN)


def _choices(hint: Any) -> tuple[str, ...]:
    """Return what a value, or each of a list, may be; nothing where that is free."""
    if typing.get_origin(hint) is tuple:
        hint = typing.get_args(hint)[0]
    return typing.get_args(hint) if typing.get_origin(hint) is typing.Literal else ()


def _line(text: str, section: str, name: str) -> int:
    """Return the line, from 1, on which a section sets something, or on which a section begins."""
    present, key = "", re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*[=.]")
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            present = header[1]
            if not section and present.split(".")[0] == name:
                return number
        elif present == section and key.match(line):
            return number
    return 1
