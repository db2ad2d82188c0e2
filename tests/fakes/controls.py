"""Walks over what people operate in a window, for laws that hold of all of it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QWidget,
)

from app.gui.widgets.controls import Switch
from app.gui.widgets.elided_label import ElidedLabel

ARROW = 38  # pixels of a box beside its text
KINDS = (QAbstractButton, QComboBox, QLineEdit, QSpinBox, QAbstractSlider, QListWidget, QPlainTextEdit)


def controls_of(window: QWidget) -> list[QWidget]:
    """All that is seen and operated, but for the inner parts of Qt's own widgets."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, KINDS)
        and widget.isVisible()
        and not isinstance(widget, QScrollBar)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), (QSpinBox, QComboBox))
    ]


def described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def room_and_need(widget: QWidget) -> tuple[str, int, int]:
    """A widget's text, and how many pixels it has and wants; none where that does not matter."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLabel) and not widget.wordWrap() and not isinstance(widget, ElidedLabel):
        return widget.text(), widget.width(), widget.minimumSizeHint().width() if widget.text() else 0
    if isinstance(widget, QComboBox):
        return widget.currentText(), widget.width(), metrics.horizontalAdvance(widget.currentText()) + ARROW
    if isinstance(widget, QSpinBox):
        longest = max(widget.specialValueText(), f"{widget.maximum()}{widget.suffix()}", key=len)
        return longest, widget.lineEdit().width(), metrics.horizontalAdvance(longest)
    if isinstance(widget, Switch):  # its text may take two lines
        room = QRect(0, 0, widget.width() - widget.TRACK.width() - 16, 0)
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, widget.text())
        is_cut = lines.height() > widget.height() or lines.width() > room.width()
        return widget.text(), room.width(), room.width() + is_cut
    if isinstance(widget, QAbstractButton) and widget.text():
        return (
            widget.text(),
            widget.width(),
            metrics.size(Qt.TextFlag.TextShowMnemonic, widget.text()).width(),
        )
    return "", 0, 0


def cut_texts(window: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    visible = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    return [
        f"{text!r}: {room} of {needed}" for text, room, needed in map(room_and_need, visible) if room < needed
    ]
