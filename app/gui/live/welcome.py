"""The three cards of the first start: what the program sees, what it stores, how to record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.languages.language import tr
from app.gui.shortcuts import hint, key
from app.gui.widgets.card import CardContent, Choice

if TYPE_CHECKING:
    from collections.abc import Callable

CARDS = 3


def welcome_card(number: int, *, go_on: Callable[[], None], end: Callable[[], None]) -> CardContent:
    """Return one of the cards, counted from 0, with what its buttons do."""
    heading, text = (
        (
            tr("What it sees"),
            tr(
                "Everybody in front of the camera, or in a video that you open, gets a body in three "
                "dimensions, drawn over the picture as they move. This computer does all of it."
            ),
        ),
        (
            tr("What it stores"),
            tr(
                "Nothing, until you ask. {key} saves the picture. A recording holds bodies and no picture, "
                "unless you say in the settings that it shall. Nothing leaves this computer."
            ).format(key=key("snapshot")),
        ),
        (
            tr("How to record"),
            tr(
                "The red button or {record} begins and ends a recording. {recordings} shows what you have "
                "recorded, to look at, refine and export. {keys} shows all keys."
            ).format(record=key("record"), recordings=key("show_recordings"), keys=key("show_keys")),
        ),
    )[number]
    is_last = number == CARDS - 1
    on = Choice(
        tr("Begin") if is_last else tr("Next"),
        end if is_last else go_on,
        tr("Close this") if is_last else tr("The next card"),
        is_primary=True,
    )
    skip = Choice(tr("Skip"), end, hint(tr("Close this"), "step_back"), is_way_back=True)
    title = tr("{number} of {cards}: {heading}").format(number=number + 1, cards=CARDS, heading=heading)
    return CardContent(title, text, (on,) if is_last else (on, skip))
