"""The three cards of the first start: what the program sees, what it stores, how to record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.shortcuts import hint, key
from app.gui.widgets.card import CardContent, Choice

if TYPE_CHECKING:
    from collections.abc import Callable

CARDS = 3


def welcome_card(number: int, *, go_on: Callable[[], None], end: Callable[[], None]) -> CardContent:
    """Return one of the cards, counted from 0, with what its buttons do."""
    heading, text = (
        (
            "What it sees",
            "Everybody in front of the camera, or in a video that you open, gets a body in three dimensions, "
            "drawn over the picture as they move. This computer does all of it.",
        ),
        (
            "What it stores",
            f"Nothing, until you ask. {key('snapshot')} saves the picture. A recording holds bodies and no "
            "picture, unless you say in the settings that it shall. Nothing leaves this computer.",
        ),
        (
            "How to record",
            f"The red button or {key('record')} begins and ends a recording. {key('show_recordings')} shows "
            f"what you have recorded, to look at, refine and export. {key('show_keys')} shows all keys.",
        ),
    )[number]
    is_last = number == CARDS - 1
    on = Choice(
        "Begin" if is_last else "Next",
        end if is_last else go_on,
        "Close this" if is_last else "The next card",
        is_primary=True,
    )
    skip = Choice("Skip", end, hint("Close this", "step_back"), is_way_back=True)
    return CardContent(f"{number + 1} of {CARDS}: {heading}", text, (on,) if is_last else (on, skip))
