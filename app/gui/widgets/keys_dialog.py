"""KeysDialog: the list of all keys, by where they apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.gui.languages.language import later, tr
from app.gui.shortcuts import EVERYWHERE, LIVE, RECORDINGS, SHORTCUTS, KeyBindings, Page, hint
from app.gui.widgets import theme
from app.gui.widgets.controls import open_out

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

HEADINGS: dict[tuple[Page, ...], str] = {
    LIVE: later("LIVE"),
    RECORDINGS: later("RECORDINGS"),
    EVERYWHERE: later("EVERYWHERE"),
}
COLUMNS = ((LIVE, EVERYWHERE), (RECORDINGS,))


class KeysDialog(QDialog):
    """Shows what every key does; the key that opens it closes it too, as Esc does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keys"))
        self.setAccessibleName(tr("Keys"))
        self._keys = KeyBindings({"show_keys": self.reject})
        content = QWidget()
        content.setProperty("role", "clear")
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 2 * theme.GRID, 0)
        columns.setSpacing(5 * theme.GRID)
        for column in COLUMNS:
            stack = QVBoxLayout()
            stack.setSpacing(2 * theme.GRID)
            for pages in column:
                stack.addLayout(_list(pages))
            stack.addStretch(1)
            columns.addLayout(stack)
        close = theme.text_button(tr("Close"), hint(tr("Close this"), "step_back"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(2 * theme.GRID)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("Keys and what they do"))
        scroll.viewport().setProperty("role", "clear")
        scroll.setWidget(content)
        layout.addWidget(scroll, 1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        open_out(self, scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if not self._keys.press(event):
            super().keyPressEvent(event)


def _list(pages: tuple[Page, ...]) -> QVBoxLayout:
    """Return the shortcuts that apply on these pages, a line each."""
    title = QLabel(tr(HEADINGS[pages]))
    title.setProperty("role", "section")
    lines = QGridLayout()
    lines.setHorizontalSpacing(2 * theme.GRID)
    lines.setVerticalSpacing(6)
    shortcuts = [shortcut for shortcut in SHORTCUTS.values() if shortcut.pages == pages]
    for row, shortcut in enumerate(shortcuts):
        key, text = QLabel(shortcut.label), QLabel(tr(shortcut.text))
        key.setProperty("role", "key")
        text.setProperty("role", "secondary")
        lines.addWidget(key, row, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(text, row, 1)
    column = QVBoxLayout()
    column.setSpacing(theme.GRID)
    column.addWidget(title)
    column.addLayout(lines)
    return column
