"""The stage shows pictures in their shape, and says when they are on the screen."""

import pytest
from PySide6.QtWidgets import QApplication

from app.gui.widgets import theme
from app.gui.widgets.stage_view import StageView
from tests.fakes.live_window import make_result


@pytest.fixture
def stage(dressed, qtbot):
    painted = []
    view = StageView(lambda result, at: painted.append((result, at)), clock=lambda: 12.5)
    view.painted = painted
    qtbot.addWidget(view)
    view.resize(800, 480)
    view.show()
    return view


def test_the_picture_keeps_its_shape(stage):
    stage.show_result(make_result())
    rect = stage.image_rect()
    assert rect.width() / rect.height() == pytest.approx(64 / 48, rel=0.01)
    assert stage.rect().contains(rect)
    pixels = stage.grab().toImage()
    colour = pixels.pixelColor(rect.center())
    assert (colour.red(), colour.green(), colour.blue()) == (200, 40, 40)
    assert pixels.pixelColor(2, pixels.height() // 2).name() == theme.STAGE.lower()


def test_a_picture_is_told_once_when_it_is_painted(stage):
    first, second = make_result(1), make_result(2)
    stage.show_result(first)
    stage.repaint()
    stage.repaint()
    stage.show_result(second)
    assert stage.painted == [(first, 12.5)]  # not yet on the screen
    QApplication.processEvents()
    assert stage.painted == [(first, 12.5), (second, 12.5)]


def test_of_two_pictures_before_a_paint_the_newer_is_shown(stage):
    newer = make_result(2)
    stage.show_result(make_result(1))
    stage.show_result(newer)
    stage.repaint()
    assert stage.painted == [(newer, 12.5)]
