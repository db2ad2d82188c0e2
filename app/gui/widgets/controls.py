"""Controls that Qt lacks: switch, row of segments, slider with its value, folding and scrolled parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SCREEN_SHARE = 0.9  # of the screen that a dialog takes at most


class Switch(QCheckBox):
    """A check box that looks like a switch, its text before it, on two lines where there is little room."""

    TRACK = QSize(36, 20)

    def __init__(self, text: str, tooltip: str) -> None:
        super().__init__(text)
        self.setToolTip(tooltip)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(text + 2 * theme.GRID + self.TRACK.width(), theme.CONTROL)

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        # Half of the text and some more, as lines do not end where they might.
        return QSize(round(0.6 * self.sizeHint().width()) + self.TRACK.width(), theme.CONTROL)

    def hitButton(self, position: QPoint) -> bool:  # noqa: D102, N802
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.TEXT if self.isEnabled() else theme.DISABLED))
        width, height = self.TRACK.width(), self.TRACK.height()
        direction, text = self.layoutDirection(), self.rect().adjusted(0, 0, -width - 2 * theme.GRID, 0)
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            QStyle.visualRect(direction, self.rect(), text),
            QStyle.visualAlignment(direction, start) | Qt.TextFlag.TextWordWrap,
            self.text(),
        )
        place = QRect(self.width() - width - 3, (self.height() - height) // 2, width, height)
        track = QRectF(QStyle.visualRect(direction, self.rect(), place))
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(QColor(theme.RIM), 1))
        painter.setBrush(QColor((theme.ACCENT if self.isEnabled() else theme.DISABLED) if on else theme.LINE))
        painter.drawRoundedRect(track, height / 2, height / 2)
        middle = track.right() - height / 2 if on else track.left() + height / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.SURFACE if on else theme.TEXT))
        painter.drawEllipse(QPointF(middle, track.center().y()), 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.ACCENT), 2))
            painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), height / 2 + 2, height / 2 + 2)


class Segments(QFrame):
    """A row of buttons of which one is down.

    Parameters
    ----------
    choices : (value, text, tooltip) each.
    accessible_name : what is chosen here, for the accessible names.
    """

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[object, str, str]], accessible_name: str) -> None:
        super().__init__()
        self.setProperty("role", "segments")
        self.setAccessibleName(accessible_name)
        self.setFixedHeight(theme.CONTROL)
        self._buttons: dict[object, QPushButton] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for value, text, tooltip in choices:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAutoExclusive(True)  # which makes it one of several to readers of the screen too
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(tooltip)
            button.setAccessibleName(f"{accessible_name}: {text}")
            button.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            group.addButton(button)
            layout.addWidget(button, 1)
            self._buttons[value] = button

    def show_choice(self, value: object) -> None:
        """Press the button of a value down."""
        self._buttons[value].setChecked(True)

    def button(self, value: object) -> QPushButton:
        """Return the button of a value."""
        return self._buttons[value]


class LabelledSlider(QWidget):
    """A slider over a range of whole steps, with a name on its left and the value as text on its right.

    Parameters
    ----------
    name : what is set.
    low, high, step : of the value.
    text_of : turns a value into text with its unit.
    ends : texts under the two ends; none if empty.
    """

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        tooltip: str,
        low: int,
        high: int,
        step: int,
        text_of: Callable[[int], str],
        ends: tuple[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._text_of = text_of
        self.slider = _CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(low, high)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(5 * step)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setToolTip(tooltip)
        self.slider.setAccessibleName(name)
        self._value = QLabel()
        self._value.setProperty("role", "secondary")
        theme.use_tabular_figures(self._value)
        top = QHBoxLayout()
        top.addWidget(QLabel(name))
        top.addStretch(1)
        top.addWidget(self._value)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.slider)
        if ends:
            under = QHBoxLayout()
            for position, text in enumerate(ends):
                if position:
                    under.addStretch(1)
                label = QLabel(text)
                label.setProperty("role", "label")
                under.addWidget(label)
            layout.addLayout(under)
        self.slider.valueChanged.connect(self._tell)

    def show_value(self, value: int) -> None:
        """Show a value without reporting it as a change."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._value.setText(self._text_of(value))  # also of one that only the command line allows

    @property
    def value_shown(self) -> str:
        """The value as it stands beside the slider."""
        return self._value.text()

    def _tell(self, value: int) -> None:
        self._value.setText(self._text_of(value))
        self.changed.emit(value)


class _CalmSlider(QSlider):
    """A slider that leaves the mouse wheel to the panel it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class CalmComboBox(QComboBox):
    """A list to choose from that leaves the mouse wheel to the panel it stands in.

    Signals
    -------
    opened : the list is about to be shown.
    """

    opened = Signal()

    def __init__(self, accessible_name: str, tooltip: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(accessible_name)
        self.setToolTip(tooltip)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def setToolTip(self, text: str) -> None:  # noqa: N802
        """Say what is chosen here; to a reader of the screen with the name, which gives way to the entry."""
        super().setToolTip(text)
        self.setAccessibleDescription(f"{self.accessibleName()}. {text}")

    def fill(self, entries: Mapping[str, str], current: str) -> None:
        """Offer entries, value to text, unless they are there already, and show the current one."""
        shown = {self.itemData(i): self.itemText(i) for i in range(self.count())}
        if shown != entries:  # filled again, an open list would close
            self.clear()
            for value, text in entries.items():
                self.addItem(text, value)
        self.setCurrentIndex(self.findData(current))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102, N802
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # a letter is one of the window's keys, not a search among the entries
        else:
            super().keyPressEvent(event)

    def showPopup(self) -> None:  # noqa: D102, N802
        self.opened.emit()
        super().showPopup()


class Fold(QWidget):
    """A heading that opens and closes what is under it."""

    def __init__(self, title: str, tooltip: str, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._button = QPushButton(title)
        theme.set_icon(self._button, "chevron-right", "SECONDARY")
        self._button.setProperty("role", "fold")
        self._button.setIconSize(QSize(14, 14))
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setToolTip(tooltip)
        self._button.setAccessibleName(title)
        self._button.clicked.connect(lambda: self._open(self._content.isHidden()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._button)
        layout.addWidget(content)
        content.hide()

    def _open(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        theme.set_icon(self._button, "chevron-down" if is_open else "chevron-right", "SECONDARY")


def open_out(dialog: QDialog, scroll: QScrollArea) -> None:
    """Make a dialog as large as what it scrolls, or as large as the screen has room for."""
    content = scroll.widget()
    assert content is not None
    around = dialog.sizeHint() - scroll.sizeHint()
    bar = scroll.verticalScrollBar().sizeHint().width()
    wanted = content.sizeHint() + around + QSize(bar, 0)
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * SCREEN_SHARE))


def scrolled(content: QWidget) -> QScrollArea:
    """Return a part that shows as much of a column as there is room for, and the rest by scrolling down."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.viewport().setProperty("role", "clear")
    scroll.setWidget(content)
    return scroll
