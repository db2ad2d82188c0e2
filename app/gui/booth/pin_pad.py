"""PinPad: takes the staff's PIN, by touch or by keyboard."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from app.booth.pin import LENGTHS
from app.gui.languages.language import tr
from app.gui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.booth.pin import PinLock

KEY_PX = 64  # for fingers
DIGITS = "123456789"


class PinPad(QFrame):
    """A pad of digits.

    Parameters
    ----------
    lock : tries what is entered.

    Signals
    -------
    opened : the PIN was right.
    left : somebody does not want to enter one.
    used : a key was pressed.
    """

    opened = Signal()
    left = Signal()
    used = Signal()

    def __init__(self, lock: PinLock) -> None:
        super().__init__()
        self._lock, self._digits = lock, ""
        self._is_waiting = False  # until another PIN may be tried
        self.setProperty("role", "card")
        self.setAccessibleName(tr("Staff PIN"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        heading, self._dots, self._told = QLabel(tr("Staff PIN")), QLabel(), QLabel()
        heading.setProperty("role", "heading")
        self._dots.setProperty("role", "readout")
        self._told.setProperty("role", "secondary")
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(2 * self._told.fontMetrics().lineSpacing())
        for label in (heading, self._dots, self._told):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keys = QGridLayout()
        keys.setSpacing(theme.GRID)
        for i, digit in enumerate(DIGITS):
            keys.addWidget(self._key(digit, digit), i // 3, i % 3)
        keys.addWidget(self._key("Delete", "⌫", tr("Delete")), 3, 0)
        keys.addWidget(self._key("0", "0"), 3, 1)
        keys.addWidget(self._key("OK", tr("OK")), 3, 2)
        cancel = QPushButton(tr("Back"))
        cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cancel.clicked.connect(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(theme.GRID)
        for widget in (heading, self._dots, self._told):
            layout.addWidget(widget)
        layout.addLayout(keys)
        layout.addWidget(cancel)
        self.begin()

    @property
    def told(self) -> str:
        """What is said under the dots."""
        return self._told.text()

    def begin(self) -> None:
        """Take a PIN from the first digit on."""
        self._digits = ""
        self._told.setText(" ")
        self.refresh()

    def refresh(self) -> None:
        """Show how much has been entered, and how long everybody waits."""
        self._dots.setText("●" * len(self._digits) or "–")
        if self._lock.wait_s > 0:
            self._is_waiting = True
            self._told.setText(tr("Too many tries; wait %n seconds", "", math.ceil(self._lock.wait_s)))
        elif self._is_waiting:
            self._is_waiting = False
            self._told.setText(" ")

    def press(self, name: str) -> None:
        """Press a key of the pad: a digit, ``Delete`` or ``OK``."""
        self.used.emit()
        if name == "OK":
            self._try()
        elif name == "Delete":
            self._digits = self._digits[:-1]
        elif len(self._digits) < LENGTHS[1]:
            self._digits += name
        self.refresh()

    def _try(self) -> None:
        tried, self._digits = self._digits, ""
        if not tried or self._lock.wait_s > 0:
            return
        if self._lock.opens(tried):
            self.opened.emit()
        else:
            self._told.setText(tr("Wrong; %n tries left", "", self._lock.tries_left))

    def _key(self, name: str, text: str, accessible_name: str = "") -> QPushButton:
        key = QPushButton(text)
        inside = KEY_PX - 2  # of the border; the program's style sheet would make it flat
        key.setStyleSheet(f"min-height: {inside}px; min-width: {inside}px; padding: 0; font-size: 20px;")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # digits of a keyboard go to the pad
        key.setAccessibleName(accessible_name or text)
        key.clicked.connect(lambda: self.press(name))
        return key

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102, N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press("OK")
        elif event.key() == Qt.Key.Key_Backspace:
            self.press("Delete")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in tuple("0123456789"):
            self.press(event.text())
        # No other key goes on to the window while a PIN is asked for.
