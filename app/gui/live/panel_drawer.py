"""PanelDrawer: lets the side panel slide in and out at the edge of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QVariantAnimation
from PySide6.QtWidgets import QWidget

from app.gui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PanelDrawer(QWidget):
    """Takes as much of the width as is out of a panel; closed at first."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self._panel, self._is_open = panel, False
        self.setFixedWidth(0)
        panel.setParent(self)
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self.setFixedWidth)
        self._slide.finished.connect(self._arrive)

    @property
    def is_open(self) -> bool:
        """Whether the panel is out, or on its way."""
        return self._is_open

    def open(self, wanted: bool, *, at_once: bool = False) -> None:
        """Let the panel come, or go."""
        self._is_open = wanted
        width = theme.PANEL_WIDTH if wanted else 0
        self._slide.stop()
        self._panel.show()
        if at_once:
            self.setFixedWidth(width)
            self._arrive()
            return
        self._slide.setStartValue(self.width())
        self._slide.setEndValue(width)
        self._slide.setDuration(theme.motion_ms())
        self._slide.start()

    def _arrive(self) -> None:
        self._panel.setVisible(self._is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102, N802
        super().resizeEvent(event)
        self._panel.setFixedHeight(self.height())
