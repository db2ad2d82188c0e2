"""Cards fit the picture that they stand on."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from app.gui.widgets.card import Card, CardContent, Choice

LONG = "\n".join(f"Person {number}: all that was changed, in figures" for number in range(40))


@pytest.fixture
def stage(dressed, qtbot):
    stage = QWidget()
    stage.resize(640, 300)
    qtbot.addWidget(stage)
    stage.show()
    return stage


def show(stage, text) -> Card:
    card = Card(stage)
    card.give_room(stage.width(), stage.height())
    card.show_content(CardContent("Refined", text, (Choice("Got it", lambda: None, "Close this"),)))
    return card


def test_a_long_text_scrolls_and_leaves_the_buttons_where_they_can_be_pressed(stage):
    card = show(stage, LONG)
    (button,) = card.findChildren(QPushButton)
    assert card.height() <= stage.height()
    assert card.rect().contains(button.geometry())


def test_a_short_text_takes_what_it_needs(stage):
    short, longer = show(stage, "A word."), show(stage, "A word.\nAnd another.")
    assert short.height() < longer.height() < stage.height()
