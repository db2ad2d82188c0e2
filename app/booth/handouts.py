"""What a booth gives away: the handouts of its settings, with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.booth.texts import read_words
from app.live_out.handouts import Handouts

if TYPE_CHECKING:
    from app.booth.settings import BoothSettings


def make_handouts(settings: BoothSettings) -> Handouts | None:
    """Return what visitors' clips are given away by; None where none are.

    Raises
    ------
    UserError : the file of texts cannot be used.
    """
    if not settings.visitors.takeaway:
        return None
    return Handouts(read_words(settings.idle.languages, settings.idle.texts))
