"""What floats on a moving picture looks as it would, and paints itself only when it changes."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from app.gui.appearance import Appearance
from app.gui.widgets import theme
from app.gui.widgets.kept_look import KeptLook


class Paints(QObject):
    """Counts a widget's paint events."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def stage(dressed, qtbot):
    """A widget, under it a pane of glass with a label on it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.pane = QFrame(widget)
    widget.pane.setProperty("role", "glass")
    widget.pane.setGeometry(20, 30, 200, 100)
    widget.label = QLabel("41 ms", widget.pane)
    widget.label.setGeometry(10, 10, 150, 40)
    widget.show()
    return widget


def pixels(widget: QWidget) -> np.ndarray:
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 4 * image.width()].astype(int)


def test_it_looks_as_it_would_paint_itself(stage):
    painted = pixels(stage)
    KeptLook(stage.pane)
    assert np.abs(pixels(stage) - painted).max() <= 1  # of rounding, where a letter's edge is blended


def test_it_paints_itself_when_it_changes_and_not_when_what_is_under_it_does(stage):
    look, paints = KeptLook(stage.pane), Paints(stage.label)
    for _ in range(5):
        stage.update()
        QApplication.processEvents()
    assert paints.count == 1
    before = pixels(stage)
    stage.label.setText("53 ms")
    look.forget()
    assert (pixels(stage) != before).any()
    assert paints.count == 2


def test_another_look_and_another_size_are_seen_at_once(stage):
    KeptLook(stage.pane)
    dark = pixels(stage)
    theme.dress(QApplication.instance(), Appearance("light"))
    QApplication.processEvents()
    light = pixels(stage.pane)
    assert (pixels(stage)[80, 4 * 150 :][:3] != dark[80, 4 * 150 :][:3]).any()
    stage.pane.resize(260, 100)
    assert pixels(stage.pane).shape[1] > light.shape[1]
    assert (pixels(stage)[80, 4 * 270 : 4 * 270 + 3] == pixels(stage)[80, 4 * 200 : 4 * 200 + 3]).all()
