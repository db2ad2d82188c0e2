"""Colours of people, their skeletons and the background: RGB, 0 to 255."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Colour = tuple[int, int, int]

# Six of Okabe and Ito's palette, which stay apart for all common kinds of colour blindness (Okabe & Ito,
# "Color Universal Design", 2008).
PEOPLE_COLOURS: tuple[Colour, ...] = (
    (0x56, 0xB4, 0xE9),
    (0xE6, 0x9F, 0x00),
    (0x00, 0x9E, 0x73),
    (0xF0, 0xE4, 0x42),
    (0xCC, 0x79, 0xA7),
    (0xD5, 0x5E, 0x00),
)
LEFT: Colour = (0xE6, 0x9F, 0x00)
RIGHT: Colour = (0x56, 0xB4, 0xE9)
MIDDLE: Colour = (0xE8, 0xEC, 0xF0)
OUTLINE: Colour = (0x10, 0x13, 0x17)
BACKGROUND_TOP, BACKGROUND_BOTTOM = (0x12, 0x16, 0x1B), (0x24, 0x2B, 0x33)
GRID: Colour = (0x66, 0x74, 0x84)


class PersonColours:
    """Gives each person a colour that stays, the first one free; a colour is free once its person is away.

    People whose ids are known from the beginning have colours in that order, whoever is there.
    """

    def __init__(self, ids: Sequence[int]):
        self._settled = dict(zip(ids, itertools.count(), strict=False))
        self._indices: dict[int, int] = {}

    def assign(self, ids: Sequence[int]) -> dict[int, Colour]:
        """Return the colour of each id."""
        if self._settled:
            return {i: colour_of(self._settled[i]) for i in ids}
        taken = {self._indices[i] for i in ids if i in self._indices}
        for i in ids:
            if i not in self._indices:
                index = next(p for p in range(len(taken) + 1) if p not in taken)
                self._indices = {k: p for k, p in self._indices.items() if p != index} | {i: index}
                taken.add(index)
        return {i: colour_of(self._indices[i]) for i in ids}


def colour_of(index: int) -> Colour:
    """Return the colour of the person of an index from 0; after the last one they begin again."""
    return PEOPLE_COLOURS[index % len(PEOPLE_COLOURS)]
