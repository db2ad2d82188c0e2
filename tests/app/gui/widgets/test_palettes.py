"""Text stands apart from every ground it lies on, dark and light."""

from itertools import product

import pytest

from app.gui.widgets.palettes import DARK, LIGHT, contrast, over

PALETTES = pytest.mark.parametrize("palette", [DARK, LIGHT], ids=["dark", "light"])
READ = ("text", "secondary", "accent", "warning", "danger")
GROUNDS = ("surface", "panel", "raised", "hover")


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # WCAG's own example of a miss
    assert contrast("#123456", "#123456") == pytest.approx(1)


@PALETTES
@pytest.mark.parametrize(("text", "ground"), list(product(READ, GROUNDS)))
def test_text_can_be_read_on_every_ground(palette, text, ground):
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize(("text", "picture"), list(product(READ, ("#000000", "#808080", "#FFFFFF"))))
def test_text_that_floats_on_pictures_can_be_read_whatever_they_show(palette, text, picture):
    for glass in (palette.glass, palette.glass_hover):
        assert contrast(getattr(palette, text), over(*glass, picture)) >= 4.5


@PALETTES
def test_text_on_what_stands_out_can_be_read(palette):
    for accent in (palette.accent, palette.accent_hover):
        assert contrast(palette.surface, accent) >= 4.5


@PALETTES
def test_what_is_pressed_and_what_has_the_focus_can_be_seen(palette):
    """WCAG 1.4.11 asks three to one of what is not text."""
    for ground in GROUNDS:
        assert contrast(palette.accent, getattr(palette, ground)) >= 3
    assert contrast(palette.rim, palette.panel) >= 3
