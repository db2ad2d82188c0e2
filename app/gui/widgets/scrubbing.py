"""Scrubbing: the mouse takes hold of something that lies along time, and drags through it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget


class Scrubbing(QObject):
    """What a widget's mouse events come to.

    Parameters
    ----------
    widget : that is dragged; it hands its mouse events on.
    seconds_at : returns which moment lies so many pixels from the left.

    Attributes
    ----------
    is_held : the mouse has hold of it.

    Signals
    -------
    moved : the mouse brought it to these seconds.
    grabbed, released : the mouse took hold of it, and let go.
    """

    moved = Signal(float)
    grabbed = Signal()
    released = Signal()

    def __init__(self, widget: QWidget, seconds_at: Callable[[float], float]) -> None:
        super().__init__(widget)
        self._seconds_at = seconds_at
        self.is_held = False

    def press(self, event: QMouseEvent) -> None:
        """Take hold with the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.is_held = True
            self.grabbed.emit()
            self.move(event)

    def move(self, event: QMouseEvent) -> None:
        """Go where the mouse is, while it has hold."""
        if self.is_held:
            self.moved.emit(self._seconds_at(event.position().x()))

    def release(self) -> None:
        """Let go."""
        if self.is_held:
            self.is_held = False
            self.released.emit()
