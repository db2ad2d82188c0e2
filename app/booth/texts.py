"""What a booth says to people, in several languages, read from a file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.live_out.handouts import HandoutWords
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

BUNDLED = Path(__file__).with_name("texts.toml")
LONGEST = 300  # characters; more would not be read, nor fit


@dataclass(frozen=True, slots=True)
class Words(HandoutWords):
    """What is said in one language, on the pages of what is given away too; see texts.toml."""

    hello: str
    thanks: str
    invite: str
    step_in: str
    play: str
    ask: str
    by_arms: str
    by_button: str
    agree: str
    no_picture: str
    with_picture: str
    recording: str
    server: str
    recording_for: str
    picture_too: str
    photo: str
    take_away: str
    wifi: str


def read_words(languages: Sequence[str], own: str = "") -> dict[str, Words]:
    """Return the words of some languages, in their order.

    Parameters
    ----------
    languages : two letters each.
    own : a file that says some of them anew; empty for none. What it leaves out is bundled.

    Raises
    ------
    UserError : the file cannot be read, or says something that is not asked for.
    """
    bundled = tomllib.loads(BUNDLED.read_text(encoding="utf-8"))
    words = {language: Words(**bundled[language]) for language in languages}
    for language, said in (_own_words(Path(own), list(bundled["en"])) if own else {}).items():
        if language in words:
            words[language] = replace(words[language], **said)
        elif language not in bundled:
            raise UserError(f"{own}: there is no language {language}; choose of {', '.join(bundled)}.")
    return words


def _own_words(path: Path, known: Sequence[str]) -> dict[str, dict[str, str]]:
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}); check its rights.") from None
    except ValueError as error:  # of TOML, and of UTF-8
        raise UserError(f"{path} is no TOML: {error}; correct that line.") from None
    for language, said in stored.items():
        if not isinstance(said, dict):
            raise UserError(f"{path}: {language} is a language; write [{language}] on a line of its own.")
        for name, text in said.items():
            if name not in known:
                raise UserError(f"{path}: [{language}] says {name}; choose of {', '.join(known)}.")
            if not isinstance(text, str) or len(text) > LONGEST:
                raise UserError(
                    f"{path}: {name} of [{language}] is no text of at most {LONGEST} characters; shorten it."
                )
    return stored
