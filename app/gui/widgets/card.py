"""Cards: what stands on the stage when there is no picture: loading, no camera, failed; and explanations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.gui.languages.language import tr
from app.gui.widgets import theme
from app.gui.widgets.controls import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CARD_WIDTH = 440
UNLIMITED = 1 << 20


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a card.

    Attributes
    ----------
    text : on the button.
    action : what it does.
    tooltip : what it does, in a few more words.
    is_primary : the likely one; it stands out.
    is_way_back : what Esc does.
    """

    text: str
    action: Callable[[], None]
    tooltip: str
    is_primary: bool = False
    is_way_back: bool = False


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says.

    Attributes
    ----------
    heading : two or three words.
    text : a sentence or two.
    choices : its buttons.
    is_busy : something is going on; a bar moves.
    details : more text, folded until asked for; empty for none.
    """

    heading: str
    text: str
    choices: tuple[Choice, ...] = ()
    is_busy: bool = False
    details: str = ""


class Card(QFrame):
    """Shows one content in the middle of the stage, or nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.content: CardContent | None = None
        self._room = (CARD_WIDTH, UNLIMITED)
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self._text = QLabel()
        self._text.setProperty("role", "secondary")
        self._text.setWordWrap(True)
        self._busy = BusyBar()
        self._details = QPlainTextEdit()
        self._details.setReadOnly(True)
        self._details.setFixedHeight(128)
        self._details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(tr("Details of the error"))
        self._details.setToolTip(tr("What a report would say"))
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.GRID)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 28)
        layout.setSpacing(12)
        self._scroll = scrolled(self._text)
        for widget in (self._heading, self._scroll, self._busy, self._details):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addLayout(self._row)
        self.hide()

    def show_content(self, content: CardContent | None) -> None:
        """Show a content, or nothing; the same content again changes nothing."""
        if content == self.content:
            return
        old, self.content = self.content, content
        if content is None:
            self._busy.stop()
            self.hide()
            return
        self._heading.setText(content.heading)
        self._text.setText(content.text)
        self.setAccessibleName(content.heading)
        self.setAccessibleDescription(content.text)
        self._busy.setVisible(content.is_busy)
        if content.is_busy:
            self._busy.start()
        else:
            self._busy.stop()
        if old is None or old.choices != content.choices or old.details != content.details:
            self._details.setPlainText(content.details)
            self._details.hide()
            self._replace_choices(content)
        self.show()
        self.raise_()
        self.fit()

    def give_room(self, width: int, height: int) -> None:
        """Take at most so many pixels; a text that is longer is scrolled."""
        self._room = width, height
        self.fit()

    def fit(self) -> None:
        """Take the height that the text wants, at the usual width or at the one that the buttons need."""
        width, height = self._room
        self._layout.activate()
        self.setFixedWidth(min(width, max(CARD_WIDTH, self._layout.totalMinimumSize().width())))
        margins = self._layout.contentsMargins()
        wanted = max(self._text.heightForWidth(self.width() - margins.left() - margins.right()), 0)
        self._scroll.setFixedHeight(wanted)
        too_much = max(self._layout.totalSizeHint().height() - height, 0)
        self._scroll.setFixedHeight(max(wanted - too_much, self._text.fontMetrics().height()))
        self.resize(self.width(), self._layout.totalSizeHint().height())

    def _replace_choices(self, content: CardContent) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        choices: Sequence[Choice] = content.choices
        if content.details:
            fold = Choice(tr("Details"), self._fold, tr("Show or hide what exactly happened"))
            choices = (*content.choices, fold)
        for choice in choices:
            button = QPushButton(choice.text)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(choice.tooltip)
            button.setAccessibleName(choice.text)
            if choice.is_primary:
                button.setProperty("role", "primary")
            button.clicked.connect(choice.action)
            self._row.addWidget(button)
            button.show()  # Qt would do it later, and until then the card leaves no room for it
        self._row.addStretch(1)

    def _fold(self) -> None:
        self._details.setVisible(not self._details.isVisible())
        middle = self.geometry().center()
        self.fit()
        self.move(self.x(), middle.y() - self.height() // 2)


class BusyBar(QWidget):
    """A thin bar with a piece that wanders, while it is unknown how long something takes."""

    STEP_MS = 40
    ROUND_STEPS = 40

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(4)
        self.setAccessibleName(tr("Busy"))
        self._step = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._advance)

    def start(self) -> None:
        """Begin to move; where the system asks for stillness the bar is simply full."""
        if not self._timer.isActive() and theme.motion_ms():
            self._timer.start(self.STEP_MS)

    def stop(self) -> None:
        """Stand still."""
        self._timer.stop()

    def _advance(self) -> None:
        self._step = (self._step + 1) % self.ROUND_STEPS
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.LINE))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        painter.setBrush(QColor(theme.ACCENT))
        if not self._timer.isActive():
            painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
            return
        piece = 0.3 * self.width()
        left = (self.width() + piece) * self._step / self.ROUND_STEPS - piece
        visible = QRectF(left, 0, piece, self.height()).intersected(QRectF(self.rect()))
        painter.drawRoundedRect(visible, 2, 2)
