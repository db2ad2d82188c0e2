"""What the views are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.shortcuts import key

if TYPE_CHECKING:
    from app.options import View

VIEW_NAMES: dict[View, str] = {
    "overlay": "Over the picture",
    "mesh": "Mesh alone",
    "side_by_side": "Side by side",
    "orbit": "From around",
}


def view_hint(text: str) -> str:
    """Return a tooltip of a view that names the key which goes to the next one."""
    return f"{text} ({key('next_view')} for the next view)"
