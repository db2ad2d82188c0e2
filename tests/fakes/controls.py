"""Walks over what people operate in a window, for laws that hold of all of it."""

from PySide6.QtCore import Qt
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


def cut_texts(window: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    cut = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
            elides = isinstance(widget, ElidedLabel)
            if not elides and widget.width() < widget.minimumSizeHint().width():
                cut.append(f"{widget.text()!r}: {widget.width()} of {widget.minimumSizeHint().width()}")
        elif isinstance(widget, QComboBox):
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + ARROW
            if widget.width() < needed:
                cut.append(f"{widget.currentText()!r}: {widget.width()} of {needed}")
        elif isinstance(widget, QAbstractButton) and widget.text():
            needed = widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, widget.text()).width()
            if widget.width() < needed:
                cut.append(f"{widget.text()!r}: {widget.width()} of {needed}")
    return cut
