"""Words for people that depend on numbers, and the order in which people expect names that hold some."""

from __future__ import annotations

import re


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number and its noun, such as ``1 frame``; ``several`` is a plural of more than an s."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def natural_order(name: str) -> list[tuple[int, str]]:
    """Return a sort key that puts ``photo10`` after ``photo9``."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def clock(seconds: float) -> str:
    """Write seconds as minutes, seconds and hundredths, such as ``2:05.30``."""
    hundredths = round(seconds * 100)
    return f"{hundredths // 6000}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"
