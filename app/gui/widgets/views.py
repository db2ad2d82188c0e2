"""What the views are called in the window."""

from __future__ import annotations

from app.options import View

VIEW_WORDS: dict[View, str] = {
    "overlay": "Over the picture",
    "mesh": "Mesh alone",
    "side_by_side": "Side by side",
    "orbit": "From around",
}
