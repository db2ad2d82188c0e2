"""Settings: what the window remembers from one start to the next, in one JSON file."""

from __future__ import annotations

import dataclasses
import json
import logging
import types
import typing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import platformdirs

from app.addresses import without_password
from app.gui.appearance import Appearance
from app.gui.languages.choice import LanguageChoice  # noqa: TC001 - settings are read by their types
from app.options import RANGES, Options
from models.errors import UserError
from models.files import open_plain, replacing

log = logging.getLogger(__name__)

VERSION = 1
APPLICATION = "fastmetro-live"
_LARGEST_FILE = 1 << 20  # bytes
_LONGEST_TEXT = 10_000  # of a value
MOST_RECENT = 6  # files and streams
_LONGEST_SHOWN = 80  # of a value that is refused


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is remembered.

    Attributes
    ----------
    options : the last ones of the pipeline.
    geometry : the window's place and size, as Qt encodes them, in base64.
    panel_open, details_open : whether the side panel and the details of the readout were open.
    last_file : the file opened last, where the next file dialog begins.
    last_stream : the stream address opened last.
    recent : files and stream addresses opened in the window, newest first.
    recordings_folder : where snapshots and recordings go; empty for the usual place.
    cpu_explained : the person has read why the CPU does the work; it is not announced again.
    welcomed : the person has seen the cards of the first start.
    appearance : how the window shall look.
    language : that the window shall speak.
    """

    options: Options = field(default_factory=Options)
    geometry: str = ""
    panel_open: bool = False
    details_open: bool = False
    last_file: str = ""
    last_stream: str = ""
    recent: tuple[str, ...] = ()
    recordings_folder: str = ""
    cpu_explained: bool = False
    welcomed: bool = False
    appearance: Appearance = field(default_factory=Appearance)
    language: LanguageChoice = "system"

    @property
    def output_folder(self) -> Path:
        """The folder of snapshots and recordings."""
        if self.recordings_folder:
            return Path(self.recordings_folder)
        return Path(platformdirs.user_videos_dir()) / "FastMETRO Live"


def settings_file() -> Path:
    """Return the place of the settings on this system."""
    return Path(platformdirs.user_config_dir(APPLICATION)) / "settings.json"


class NoSettingsError(UserError):
    """A file that is there but holds something else than settings; the message says which and why."""


def load_settings(path: Path) -> Settings:
    """Read settings; what cannot be used is logged and takes its default, so that starting never fails."""
    try:
        return read_settings(path)
    except OSError as error:
        log.warning("the settings in %s cannot be read (%s); starting with the defaults", path, error)
    except NoSettingsError as error:
        log.warning("%s; starting with the defaults", error)
    return Settings()


def read_settings(path: Path) -> Settings:
    """Read settings; single values that cannot be used are logged and take their defaults.

    Raises
    ------
    OSError : the file is there but cannot be read.
    NoSettingsError : it holds something else, such as settings with a slip of the hand.
    """
    stored = _stored(path)
    if not stored:
        return Settings()
    version = stored.pop("version", None)
    if version != VERSION:
        log.warning("the settings in %s have version %r, not %d; reading what fits", path, version, VERSION)
    return _read(Settings, stored, "")


def _stored(path: Path) -> dict[str, Any]:
    """Return the JSON object of a settings file; a missing or an empty file is as good as an empty one."""
    try:
        with open_plain(path) as file:
            content = file.read(_LARGEST_FILE)
        # A power cut can leave zeros where a file was just written. Editors put marks of bytes' order first.
        stored = json.loads(content) if content.strip(b"\0 \t\r\n") else {}
    except FileNotFoundError:
        return {}
    except UserError as error:
        raise NoSettingsError(str(error).rstrip(".")) from error
    except RecursionError:
        raise NoSettingsError(
            f"{path} is no settings file of this program (it is nested too deeply)"
        ) from None
    except ValueError as error:
        raise NoSettingsError(f"{path} is no settings file of this program ({error})") from error
    names = {entry.name for entry in dataclasses.fields(Settings)}
    # This program writes its version as a number; who writes settings by hand may leave it out.
    if not isinstance(stored, dict) or not (isinstance(stored.get("version"), int) or stored.keys() <= names):
        raise NoSettingsError(f"{path} is no settings file of this program (it holds other JSON)")
    return stored


def save_settings(path: Path, settings: Settings) -> None:
    """Write what differs from the defaults, but never the password of a stream.

    The file is replaced whole: a crash leaves the old one or the new one. Only a settings file is replaced.

    Raises
    ------
    OSError : the file cannot be read or written.
    NoSettingsError : the file holds something else, such as settings with a slip of the hand.
    """
    _stored(path)
    settings = replace(
        settings,
        options=replace(
            settings.options,
            source=without_password(settings.options.source),
            leader_id=0,  # numbers of people mean others at the next start
            hidden=(),
            forgotten=(),
        ),
        last_stream=without_password(settings.last_stream),
        recent=tuple(dict.fromkeys(map(without_password, settings.recent))),
    )
    text = json.dumps({"version": VERSION, **_changed(settings)}, indent=2, ensure_ascii=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as file:
        # What a file's name has that is not UTF-8 becomes JSON's own escapes.
        file.write(f"{text}\n".encode(errors="backslashreplace"))


def _changed(value: Any) -> dict[str, Any]:
    """Return the fields of a dataclass that differ from its defaults."""
    default = type(value)()
    changed = {}
    for entry in dataclasses.fields(value):
        now, usual = getattr(value, entry.name), getattr(default, entry.name)
        if now != usual:
            changed[entry.name] = _changed(now) if dataclasses.is_dataclass(now) else now
    return changed


def _read(kind: type, stored: dict[str, Any], prefix: str) -> Any:
    """Build a dataclass from JSON values, each checked for itself."""
    hints = typing.get_type_hints(kind)
    accepted = {}
    for name, value in stored.items():
        if name not in hints:
            log.warning("setting %s%s is unknown and ignored", prefix, name[:_LONGEST_SHOWN])
        elif dataclasses.is_dataclass(hints[name]) and isinstance(value, dict):
            accepted[name] = _read(hints[name], value, f"{prefix}{name}.")  # type: ignore[arg-type]
        elif _fits(name, hints[name], value):
            accepted[name] = tuple(value) if isinstance(value, list) else value
        else:
            shown = repr(value)[:_LONGEST_SHOWN]
            log.warning("setting %s%s cannot be %s and takes its default", prefix, name, shown)
    return kind(**accepted)


def _fits(name: str, hint: Any, value: Any) -> bool:
    """Return whether a JSON value may be used for a field of this type."""
    if typing.get_origin(hint) is typing.Literal:
        return value in typing.get_args(hint)
    if typing.get_origin(hint) is tuple:  # of texts, each of which fits
        return (
            isinstance(value, list)
            and len(value) <= MOST_RECENT
            and all(_fits(name, str, each) for each in value)
        )
    if types.UnionType is typing.get_origin(
        hint
    ):  # ``float | None``: None is the default, which is not stored
        hint = typing.get_args(hint)[0]
    if hint is float:
        right_type = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e9
    elif hint is int:
        right_type = isinstance(value, int) and not isinstance(value, bool)
    elif hint is str:
        right_type = isinstance(value, str) and len(value) <= _LONGEST_TEXT and _can_be_named(value)
    else:
        right_type = isinstance(hint, type) and isinstance(value, hint)
    if right_type and name in RANGES and not isinstance(value, str):
        low, high = RANGES[name]
        return low <= value <= high
    return right_type


def _can_be_named(text: str) -> bool:
    """Return whether a text can be a file's name: it has no zeros, and no halves of characters."""
    try:
        return "\0" not in text and bool(text.encode("utf-8", "surrogateescape") or True)
    except UnicodeEncodeError:
        return False
