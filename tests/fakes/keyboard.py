"""A key that is held down, which QTest cannot do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def hold_key(widget: QWidget, key: Qt.Key, modifier=NO_MODIFIER, repeats: int = 1) -> None:
    """Press a key and let the keyboard repeat it, as it does after half a second."""
    QTest.keyPress(widget, key, modifier)
    for _ in range(repeats):
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", True))
    QTest.keyRelease(widget, key, modifier)
