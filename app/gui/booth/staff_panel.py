"""StaffPanel: how the booth does, and what its staff may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from app.gui.languages.language import tr
from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class StaffPanel(QFrame):
    """Facts and buttons.

    Parameters
    ----------
    actions : what each button does, by its text; the first stands out.
    """

    def __init__(self, actions: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Staff"))
        heading = QLabel(tr("Staff"))
        heading.setProperty("role", "heading")
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(3 * theme.GRID)
        self._values: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(heading)
        layout.addLayout(self._lines)
        self.buttons: dict[str, QPushButton] = {}
        for text, action in actions.items():
            button = QPushButton(text)
            if not self.buttons:
                button.setProperty("role", "primary")
            button.setMinimumWidth(40 * theme.GRID)
            button.clicked.connect(action)
            layout.addWidget(button)
            self.buttons[text] = button

    def show_facts(self, facts: Mapping[str, str]) -> None:
        """Show a line for each fact, by its name."""
        for name, value in facts.items():
            if name not in self._values:
                row = len(self._values)
                label, self._values[name] = QLabel(name), QLabel()
                label.setProperty("role", "secondary")
                self._lines.addWidget(label, row, 0)
                self._lines.addWidget(self._values[name], row, 1)
            self._values[name].setText(value)

    @property
    def facts(self) -> dict[str, str]:
        """What is shown."""
        return {name: label.text() for name, label in self._values.items()}
