"""ElidedLabel: one line that ends in … where there is too little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ElidedLabel(QLabel):
    """Shows as much of a text as there is room for; where that is not all, the tooltip has it.

    Attributes
    ----------
    full_text : all of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.full_text = self._more = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def set_full_text(self, text: str, more: str = "") -> None:
        """Show another text; ``more`` is a tooltip for it, however much room there is."""
        self.full_text, self._more = text, more
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self.full_text) + 4)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        self._elide()
        super().resizeEvent(event)

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self.full_text, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(self._more or (self.full_text if shown != self.full_text else ""))
