"""Sentences from below the window, in the language in force.

What lies below the window speaks English and knows nothing of Qt. Its texts stand in the catalogue as
templates, whose values have numbers as placeholders. A sentence that fits none of them stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.gui.languages.catalogue import TEMPLATES
from app.gui.languages.language import number, tr

_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_DEEPEST = 6  # of sentences within sentences
_DECIMAL = re.compile(r"-?\d+\.(\d+)")
_COUNTED = re.compile(r"(\d+) (frame|mesh|viewer)(?:e?s)?")
# Reasons of the system for which something cannot be read or written, which it tells in English.
REASONS = cast(
    "tuple[str, ...]",
    (
        QT_TRANSLATE_NOOP("sentences", "no such file or directory"),
        QT_TRANSLATE_NOOP("sentences", "permission denied"),
        QT_TRANSLATE_NOOP("sentences", "operation not permitted"),
        QT_TRANSLATE_NOOP("sentences", "file exists"),
        QT_TRANSLATE_NOOP("sentences", "not a directory"),
        QT_TRANSLATE_NOOP("sentences", "is a directory"),
        QT_TRANSLATE_NOOP("sentences", "no space left on device"),
        QT_TRANSLATE_NOOP("sentences", "read-only file system"),
        QT_TRANSLATE_NOOP("sentences", "input/output error"),
        QT_TRANSLATE_NOOP("sentences", "file name too long"),
    ),
)


def translated(text: str) -> str:
    """Return a text from below the window in the language in force."""
    return _translated(text, 0)


def reason_of(error: OSError) -> str:
    """Return why the system refused something, to stand within a sentence."""
    return translated(error.strerror.lower()) if error.strerror else tr("unknown reason")


def _translated(text: str, depth: int) -> str:
    """Translate a sentence, or a value of one."""
    inside = text.strip()
    if not inside or depth > _DEEPEST:
        return text
    before, _, after = text.partition(inside)
    return f"{before}{_said(inside, depth)}{after}"


def _said(text: str, depth: int) -> str:
    for template, (pieces, pattern) in _patterns().items():
        # Looking for the pieces is quick, and few texts have all of them.
        if all(piece in text for piece in pieces) and (found := pattern.fullmatch(text)) is not None:
            values = [_translated(value, depth + 1) for value in found.groups()]
            return _filled(QCoreApplication.translate("sentences", template), values)
    if text.lower() in REASONS:
        said = QCoreApplication.translate("sentences", text.lower())
        return said[:1].upper() + said[1:] if text[0].isupper() else said
    if (decimal := _DECIMAL.fullmatch(text)) is not None:
        return number(float(text), len(decimal[1]))
    if (count := _COUNTED.fullmatch(text)) is not None:
        return _counted(int(count[1]), count[2])
    return _by_parts(text, depth)


def _filled(template: str, values: list[str]) -> str:
    return _PLACEHOLDER.sub(lambda place: values[int(place[1])], template)


def _by_parts(text: str, depth: int) -> str:
    """Translate what is joined from sentences of its own, as far as they are known."""
    if text.endswith("."):
        return f"{_translated(text[:-1], depth + 1)}."
    for joint in ("; ", ": ", ", "):
        if joint in text:
            first, _, rest = text.partition(joint)
            return joint.join((_translated(first, depth + 1), _translated(rest, depth + 1)))
    return text


def _counted(count: int, noun: str) -> str:
    """Say a number and its noun, as :func:`app.text.counted` does in English."""
    return {
        "frame": tr("%n frames", "", count),
        "mesh": tr("%n meshes", "", count),
        "viewer": tr("%n viewers", "", count),
    }[noun]


@cache
def _patterns() -> dict[str, tuple[list[str], re.Pattern[str]]]:
    """Return for each template its fixed pieces and the look of its sentences, the most telling first."""
    patterns = {}
    for template in sorted(TEMPLATES, key=lambda each: len(_PLACEHOLDER.sub("", each)), reverse=True):
        pieces = _PLACEHOLDER.split(template)[::2]
        pattern = "(.*?)".join(map(re.escape, pieces))
        patterns[template] = ([piece for piece in pieces if piece], re.compile(pattern, re.DOTALL))
    return patterns
