"""What the views are called in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.languages.language import later, tr
from app.gui.shortcuts import key

if TYPE_CHECKING:
    from app.options import View

VIEW_NAMES: dict[View, str] = {
    "overlay": later("Over the picture"),
    "mesh": later("Mesh alone"),
    "side_by_side": later("Side by side"),
    "orbit": later("From around"),
}


def view_hint(text: str) -> str:
    """Return a tooltip of a view that names the key which goes to the next one."""
    return tr("{text} ({key} for the next view)").format(text=text, key=key("next_view"))
