"""Words for people that depend on numbers."""

from __future__ import annotations


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number and its noun, such as ``1 frame``; ``several`` is a plural of more than an s."""
    return f"{number} {one if number == 1 else several or one + 's'}"
