"""How the window looks: dark or light, larger text, and standing still."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from app.gui.appearance import Appearance
from app.gui.settings import Settings, load_settings, save_settings
from app.gui.widgets import theme
from app.gui.widgets.banner import Notice
from app.gui.widgets.palettes import DARK, LIGHT
from app.gui.window import SMALLEST
from tests.fakes.controls import cut_texts
from tests.fakes.doll_recordings import record


@pytest.fixture(autouse=True)
def usual_look(qapp):
    """What a test changes ends with it."""
    yield
    theme.dress(qapp)


def wait_for_look(s) -> None:
    s.qtbot.waitUntil(s.window.updatesEnabled, timeout=60000)


def ground_of(widget) -> str:
    """The colour that most of a widget has."""
    image = widget.grab().toImage()
    seen = Counter(
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 4)
        for y in range(0, image.height(), 4)
    )
    return seen.most_common(1)[0][0]


def test_the_panel_makes_the_window_light_and_dark_again(stand):
    s = stand(settings=Settings(panel_open=True, appearance=Appearance("dark")))
    s.run()
    assert ground_of(s.panel) == DARK.panel
    icon = s.panel.close_button.grab().toImage()
    s.panel.appearance.scheme.button("light").click()
    wait_for_look(s)
    assert ground_of(s.panel) == LIGHT.panel
    assert s.panel.close_button.grab().toImage() != icon
    assert s.window.settings.appearance.scheme == "light"
    s.panel.appearance.scheme.button("dark").click()
    wait_for_look(s)
    assert s.panel.close_button.grab().toImage() == icon


def test_until_another_look_is_on_what_was_seen_before_stays(stand):
    s = stand(settings=Settings(panel_open=True, appearance=Appearance("dark")))
    s.run()
    s.panel.appearance.scheme.button("light").click()
    assert not s.window.updatesEnabled()
    s.panel.appearance.scheme.button("dark").click()  # changed one's mind before it was
    s.panel.appearance.scheme.button("light").click()
    wait_for_look(s)
    assert ground_of(s.panel) == LIGHT.panel
    s.panel.appearance.scheme.button("dark").click()
    s.window.close()  # before it is on
    wait_for_look(s)


@pytest.mark.parametrize("size", ["normal", "large", "larger"])
def test_no_text_of_the_live_page_is_cut_at_any_size_of_text(stand, size):
    s = stand(settings=Settings(panel_open=True, details_open=True))
    s.run()
    height = s.panel.followed.fontMetrics().height()
    s.panel.appearance.text.button(size).click()
    wait_for_look(s)
    s.tick(0.6)
    s.panel.source.show_sample_instead(True)  # the longest that the box says by itself
    s.tick(0.0)
    assert cut_texts(s.window) == []
    scroll = s.panel.findChild(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width()
    assert s.panel.followed.fontMetrics().height() >= height


def test_larger_text_is_larger_and_remembered(stand, tmp_path):
    s = stand(settings=Settings(panel_open=True))
    s.run()
    before = s.panel.followed.fontMetrics().height()
    s.panel.appearance.text.button("larger").click()
    wait_for_look(s)
    assert s.panel.followed.fontMetrics().height() > before
    save_settings(tmp_path / "settings.json", s.window.settings)
    assert load_settings(tmp_path / "settings.json").appearance == Appearance(text="larger")


def test_larger_text_takes_a_larger_window(stand):
    s = stand(settings=Settings(panel_open=True))
    s.run()
    s.window.resize(*SMALLEST["normal"])
    assert s.window.size().toTuple() == SMALLEST["normal"]
    s.panel.appearance.text.button("larger").click()
    wait_for_look(s)
    assert s.window.size().toTuple() == SMALLEST["larger"]


def test_nothing_moves_by_itself_where_that_is_wanted(stand):
    s = stand(settings=Settings(panel_open=True))
    s.run()
    s.panel.appearance.still.click()
    assert theme.motion_ms() == 0
    assert s.window.settings.appearance.is_still


def test_the_colours_are_those_of_the_palette_in_force(qapp):
    theme.dress(qapp, Appearance("light"))
    assert theme.palette() is LIGHT
    assert LIGHT.text == theme.TEXT
    theme.dress(qapp, Appearance("dark"))
    assert DARK.text == theme.TEXT
    with pytest.raises(AttributeError):
        _ = theme.NO_COLOUR


@pytest.mark.parametrize("size", ["normal", "larger"])
def test_the_details_leave_the_bar_its_place_in_the_smallest_window(stand, size):
    s = stand(settings=Settings(details_open=True, appearance=Appearance("dark", size)))
    theme.dress(QApplication.instance(), Appearance("dark", size))
    s.run()
    chart = s.stage.details.minute
    s.window.resize(s.window.minimumSize())
    s.tick(1.0)
    bar = s.stage.bar.height() + theme.EDGE
    assert s.stage.details.geometry().bottom() < s.stage.height() - bar
    s.messages.show_toast(Notice("Recorded 2026-01-02 03-04-05.h5, 12.3 MB", "good", "Play it", lambda: None))
    assert not s.messages.toast.geometry().intersects(s.stage.details.geometry())
    s.window.resize(s.window.width(), 2 * s.window.height())
    s.tick(1.0)
    assert chart.isVisible()  # where there is room it is there again


@pytest.mark.gl
def test_an_export_fits_the_screen_with_its_buttons_and_the_largest_text(open_window, qtbot, doll, tmp_path):
    theme.dress(QApplication.instance(), Appearance("dark", "larger"))
    record(tmp_path / "out" / "a.h5", doll)
    page = open_window(recordings=True).window.play_page
    qtbot.waitUntil(lambda: page.player.summary is not None, timeout=60000)
    page.export()
    dialog, screen = page.dialog, page.screen().availableSize()
    assert dialog.height() < screen.height()
    assert dialog.width() < screen.width()
    for button in (dialog.export_button, dialog.close_button):
        assert dialog.rect().contains(button.geometry())


@pytest.mark.gl
@pytest.mark.parametrize("size", ["normal", "large", "larger"])
def test_no_text_of_the_recordings_is_cut_in_the_smallest_window(open_window, qtbot, doll, tmp_path, size):
    theme.dress(QApplication.instance(), Appearance("dark", size))
    path = record(tmp_path / "out" / "somebody walks up and down and sits on a chair.h5", doll)
    w = open_window(recordings=True)
    w.window.resize(*SMALLEST[size])
    page = w.window.play_page
    qtbot.waitUntil(lambda: page.player.summary is not None, timeout=60000)
    page.player.toggle_curves()
    QApplication.processEvents()
    assert cut_texts(page) == []
    assert page.header.name.toolTip() == path.stem  # of which as much is shown as there is room for
