"""TakeAwayCard: the code that leads a phone to what was made of a visit, and a button that deletes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

QUIET = 4  # modules of white around a code, as its standard asks
LARGE, SMALL = 0.36, 0.24  # of the screen's shorter side, for the code
SMALLEST_MODULE_PX = 3  # read by phones from a metre away on usual screens


class TakeAwayCard(QFrame):
    """Lies over the live picture.

    Parameters
    ----------
    stage : over which it lies.

    Signals
    -------
    delete_wanted : all of the visit shall be deleted now.
    """

    delete_wanted = Signal()

    def __init__(self, stage: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self.setProperty("role", "card")
        self._shown: tuple[object, ...] = ()
        self._code, self._words, self.button = QLabel(), QLabel(), QPushButton()
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys stay with the stage
        self.button.clicked.connect(self.delete_wanted)
        layout = QVBoxLayout(self)
        for widget in (self._code, self._words, self.button):
            layout.addWidget(widget)
        self.hide()

    def offer(self, address: str, words: str, delete: str, *, is_large: bool) -> None:
        """Show the code of an address, what to do with it, and what the button says."""
        self._show(address, words, delete, is_large=is_large)

    def tell(self, words: str) -> None:
        """Say something, without a code."""
        self._show("", words, "", is_large=True)

    def withdraw(self) -> None:
        """Show nothing; what was shown is forgotten."""
        if self._shown:
            self._shown = ()
            self._code.clear()
            self.setAccessibleName("")
        self.hide()

    def _show(self, address: str, words: str, delete: str, *, is_large: bool) -> None:
        shown = address, words, delete, is_large, self._stage.size()
        if shown != self._shown:
            self._shown = shown
            side = min(self._stage.width(), self._stage.height())
            code_px = round(side * (LARGE if is_large else SMALL))
            text_px = max(round(side * (0.026 if is_large else 0.02)), 12)
            if address:
                self._code.setPixmap(code_of(address, code_px))
            self._code.setVisible(bool(address))
            self._words.setText(words)
            self._words.setFixedWidth(max(code_px, self._code.sizeHint().width()))
            self._words.setStyleSheet(f"font-size: {text_px}px; font-weight: 600;")
            self.button.setText(delete)
            self.button.setStyleSheet(f"font-size: {text_px}px; min-height: {2 * text_px}px;")
            self.button.setVisible(bool(delete))
            self.setAccessibleName(words)
            self._arrange(is_large)
        if self.isHidden():
            self.show()
            self.raise_()

    def _arrange(self, is_large: bool) -> None:
        """Stand in the middle above the words at the foot, or in the corner out of the way."""
        stage = self._stage
        self.adjustSize()
        edge = round(min(stage.width(), stage.height()) * 0.03)
        left = (stage.width() - self.width()) // 2 if is_large else stage.width() - self.width() - edge
        self.move(left, edge)


def code_of(text: str, side_px: int) -> QPixmap:
    """Return the QR code of a text, as large as whole pixels of its modules allow within a side."""
    rows = [bytes(row) for row in segno.make_qr(text, error="m").matrix_iter(scale=1, border=QUIET)]
    modules = len(rows)
    image = QImage(modules, modules, QImage.Format.Format_Grayscale8)
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            image.setPixel(x, y, 0xFF000000 if is_dark else 0xFFFFFFFF)
    side = modules * max(side_px // modules, SMALLEST_MODULE_PX)
    return QPixmap.fromImage(image.scaled(side, side))
