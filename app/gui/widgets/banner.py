"""Banner: one line with at most one button, over the picture; and the toast that says what was just done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.gui.widgets import theme
from app.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

Level = Literal["quiet", "good", "warning", "danger"]
COLOURS: dict[Level, str] = {
    "quiet": "secondary",
    "good": "accent",
    "warning": "warning",
    "danger": "danger",
}  # of the palette


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner says.

    Attributes
    ----------
    text : one line.
    level : how urgent it is.
    button : what its one button says; empty for none.
    action : what the button does.
    tooltip : of the button.
    """

    text: str
    level: Level = "quiet"
    button: str = ""
    action: Callable[[], None] | None = None
    tooltip: str = ""


class Banner(QFrame):
    """Shows one notice, or nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "glass")
        self.notice: Notice | None = None
        self._dot = _Dot()
        self._text = ElidedLabel()
        self._button = QPushButton()
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._act)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 4, 4)
        layout.setSpacing(10)
        layout.addWidget(self._dot)
        layout.addWidget(self._text)
        layout.addWidget(self._button)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice, or nothing; the same notice again changes nothing."""
        if notice == self.notice:
            return
        self.notice = notice
        if notice is None:
            self.hide()
            return
        self._dot.show_level(notice.level)
        self._text.say(notice.text)
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self._button.setToolTip(notice.tooltip or notice.button)
        self._button.setAccessibleName(notice.button)
        self._layout.setContentsMargins(14, 4, 4 if notice.button else 14, 4)
        self.setAccessibleName(notice.text)
        self.show()
        self.raise_()

    def fit(self, width: int) -> None:
        """Take the room the text wants, at most this width."""
        self.setFixedHeight(theme.CONTROL + theme.GRID)
        self._layout.activate()
        self.resize(min(self._layout.sizeHint().width(), width), self.height())

    def _act(self) -> None:
        if self.notice is not None and self.notice.action is not None:
            self.notice.action()


class _Dot(QWidget):
    """The colour of a notice's level."""

    def __init__(self) -> None:
        super().__init__()
        self._level: Level = "quiet"
        self.setFixedSize(8, 8)

    def show_level(self, level: Level) -> None:
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme.palette(), COLOURS[self._level])))
        painter.drawEllipse(self.rect())
