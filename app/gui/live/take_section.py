"""TakeSection: what recordings are called, and how long it takes until one begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.widgets import theme
from app.options import RANGES
from app.recordings.file_names import name_fault

if TYPE_CHECKING:
    from app.options import Options


class TakeSection(QWidget):
    """A name and a number of seconds.

    Signals
    -------
    changed : a dict of changed fields of :class:`app.options.Options`.
    """

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._options: Options | None = None
        self.take_name = QLineEdit()
        self.take_name.setPlaceholderText(tr("Take: by date and time"))
        self.take_name.setToolTip(
            tr(
                "What recordings are called from now on, each with its number, such as “walk 01”. "
                "Empty names them by date and time"
            )
        )
        self.take_name.setAccessibleName(tr("Name of takes"))
        self.take_name.editingFinished.connect(self._enter)
        self.fault = QLabel()
        self.fault.setProperty("role", "danger")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.countdown = QSpinBox()
        low, high = RANGES["countdown_s"]
        self.countdown.setRange(round(low), round(high))
        self.countdown.setSpecialValueText(tr("At once"))
        self.countdown.setSuffix(" s")
        self.countdown.setFixedSize(112, theme.CONTROL)
        self.countdown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.countdown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.countdown.setAccessibleName(tr("Countdown"))
        self.countdown.setToolTip(tr("How long it is counted down before a recording begins"))
        self.countdown.valueChanged.connect(lambda seconds: self.changed.emit({"countdown_s": seconds}))
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Countdown")))
        row.addStretch(1)
        row.addWidget(self.countdown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self.take_name)
        column.addWidget(self.fault)
        column.addLayout(row)

    def show_options(self, options: Options) -> None:
        """Show what is in force; nothing is reported as changed."""
        self._options = options
        if not self.take_name.hasFocus() or not self.take_name.isModified():
            self.take_name.setText(options.take_name)
        self.countdown.blockSignals(True)
        self.countdown.setValue(options.countdown_s)
        self.countdown.blockSignals(False)

    def _enter(self) -> None:
        name = self.take_name.text().strip()
        fault = translated(name_fault(name)) if name else ""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        if not fault and (self._options is None or name != self._options.take_name):
            self.changed.emit({"take_name": name})
