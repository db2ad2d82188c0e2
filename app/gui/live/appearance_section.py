"""AppearanceSection: dark or light, how large text is, whether anything moves by itself, and the language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.appearance import Appearance
from app.gui.languages.choice import NAMES
from app.gui.languages.language import can_write, tr
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox, Segments, Switch

if TYPE_CHECKING:
    from app.gui.languages.choice import LanguageChoice


class AppearanceSection(QWidget):
    """Shows how the window looks, and reports wishes.

    Signals
    -------
    changed : the :class:`app.gui.appearance.Appearance` that is wanted.
    language_chosen : another language is wanted, as :class:`app.gui.settings.Settings` names it.
    """

    changed = Signal(object)
    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._appearance = Appearance()
        self.scheme = Segments(
            [
                ("system", tr("System"), tr("Dark or light as the system is")),
                ("dark", tr("Dark"), tr("Light text on dark grounds")),
                ("light", tr("Light"), tr("Dark text on light grounds")),
            ],
            tr("Colours"),
        )
        self.scheme.chosen.connect(lambda scheme: self._change(scheme=scheme))
        self.text = Segments(
            [
                ("normal", tr("Normal"), tr("Text of the usual size")),
                ("large", tr("Large"), tr("Text a seventh larger")),
                ("larger", tr("Larger"), tr("Text a third larger")),
            ],
            tr("Text"),
        )
        self.text.chosen.connect(lambda text: self._change(text=text))
        self.still = Switch(tr("Keep still"), tr("Let nothing of the window move by itself"))
        self.still.toggled.connect(lambda on: self._change(is_still=on))
        tooltip = tr("What this window speaks; it opens anew in another language")
        self.language = CalmComboBox(tr("Language"), tooltip)
        offered = {language: name for language, name in NAMES.items() if can_write(language)}
        self.language.fill({"system": tr("As the system"), **offered}, "system")
        self.language.activated.connect(
            lambda index: self.language_chosen.emit(self.language.itemData(index))
        )
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Language")))
        row.addWidget(self.language, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for widget in (self.scheme, self.text, self.still):
            column.addWidget(widget)
        column.addLayout(row)

    def show_appearance(self, appearance: Appearance) -> None:
        """Show what is in force; nothing is reported as changed."""
        self._appearance = appearance
        self.scheme.show_choice(appearance.scheme)
        self.text.show_choice(appearance.text)
        self.still.blockSignals(True)
        self.still.setChecked(appearance.is_still)
        self.still.blockSignals(False)

    def show_language(self, choice: LanguageChoice) -> None:
        """Show which language is chosen; nothing is reported."""
        if choice != "system" and self.language.findData(choice) < 0:  # chosen where a font had its letters
            self.language.addItem(NAMES[choice], choice)
        self.language.setCurrentIndex(self.language.findData(choice))

    def _change(self, **fields: object) -> None:
        self._appearance = replace(self._appearance, **fields)  # type: ignore[arg-type]
        self.changed.emit(self._appearance)
