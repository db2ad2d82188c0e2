"""The window at the length of other languages, and from right to left."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from app.booth.pin import TRIES, PinLock, read_pin, store_pin
from app.gui.booth.pin_pad import PinPad
from app.gui.languages.choice import NAMES
from app.gui.languages.language import speak
from app.gui.play.people_dialog import PeopleDialog
from app.gui.settings import Settings
from app.gui.widgets.keys_dialog import KeysDialog
from app.gui.window import SMALLEST
from app.live.sources.base import SourceError
from app.options import Options
from models.program import install_line
from tests.app.gui.live.test_source_picker import Cameras
from tests.fakes.controls import cut_texts, described
from tests.fakes.doll_recordings import record

# What stands there as it is: names of cameras, devices, languages, formats and programs; units and keys.
AS_IT_IS = re.compile(
    r"Front camera|Desk camera|FastMETRO Live|processor|English|Deutsch|Français|Español|\w+\.h5|"
    r"\b(CPU|FPS|MJPG|JPEG|YUYV|UYVY|VMC|OBS|PNG|GLB|VRM|USD|BVH|CSV|PC2|OBJ|PLY|MP4|NumPy|rtsp|http)\b"
)


def texts_of(window: QWidget) -> list[str]:
    """All that is read, shown in a tooltip or spoken."""
    texts = [window.windowTitle()]
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            texts += [widget.itemText(i) for i in range(widget.count())]
        elif isinstance(widget, QSpinBox):
            texts.append(widget.specialValueText())
    return texts


def untranslated(window: QWidget, *names: str) -> set[str]:
    """The texts with an English word that has no accent, as a translated one has."""
    found = set()
    for text in texts_of(window):
        rest = AS_IT_IS.sub(" ", re.sub(r"<[^>]*>", " ", text))
        for name in names:
            rest = rest.replace(name, " ")
        words = [word for word in re.findall(r"[^\W\d_]{3,}", rest) if re.search("[aeiouAEIOU]", word)]
        if words:  # an accent takes the place of every vowel
            found.add(text)
    return found


def live(stand, **chosen):
    s = stand(settings=Settings(options=Options(people=2), panel_open=True, details_open=True, **chosen))
    s.run()
    s.panel.source.stream.show()
    s.panel.source.show_sample_instead(True)
    s.tick(0.6)
    return s


@pytest.fixture
def open_recordings(open_window, doll, tmp_path):
    """Open the recordings page, with a recording of two people and the curves of a joint."""
    record(tmp_path / "out" / "walk.h5", doll, people=lambda row: (1, 2))

    def build():
        w = open_window(recordings=True)
        w.window.resize(960, 600)
        page = w.window.play_page

        def opened() -> bool:
            page.tick()
            return page.stage.result is not None

        w.qtbot.waitUntil(opened, timeout=60000)
        page.player.toggle_curves()
        page.tick()
        return page

    return build


def test_nothing_of_the_live_page_stays_english(pseudo_language, stand):
    s = live(stand)
    assert untranslated(s.window) == set()
    assert len(pseudo_language.asked) > 150


def test_no_text_of_the_live_page_is_cut(pseudo_language, stand):
    s = live(stand)
    assert cut_texts(s.window) == []
    (scroll,) = s.panel.findChildren(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width()


@pytest.mark.gl
def test_the_recordings_page_is_whole_in_every_language(pseudo_language, open_recordings):
    recordings = open_recordings()
    assert untranslated(recordings, "walk", "tiny") == set()
    assert cut_texts(recordings) == []


@pytest.mark.gl
def test_the_export_dialog_is_whole_in_every_language(pseudo_language, open_recordings):
    recordings = open_recordings()
    recordings.export()
    QApplication.processEvents()
    assert untranslated(recordings.dialog, "walk", "pxr", install_line("usd")) == set()
    assert cut_texts(recordings.dialog) == []
    recordings.dialog.reject()


@pytest.mark.gl
def test_the_dialog_of_people_is_whole_in_every_language(pseudo_language, open_recordings):
    recordings = open_recordings()
    recordings.put_people_right()
    QApplication.processEvents()
    (dialog,) = recordings.findChildren(PeopleDialog)
    assert untranslated(dialog, "walk") == set()
    assert cut_texts(dialog) == []
    dialog.reject()


def test_the_list_of_keys_is_whole_in_every_language(pseudo_language, dressed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = KeysDialog(window)
    dialog.show()
    assert untranslated(dialog) == set()
    assert cut_texts(dialog) == []


def test_the_source_picker_is_whole_in_every_language(pseudo_language, stand):
    s = stand(settings=Settings(recent=("walk.mp4",)), make_previews=Cameras().previews)
    s.run()
    s.page.sources.pick()
    QApplication.processEvents()
    assert untranslated(s.page.sources.picker, "walk.mp4") == set()
    assert cut_texts(s.page.sources.picker) == []


def test_the_cards_are_whole_in_every_language(pseudo_language, stand):
    s = stand(welcomed=False, settings=Settings(options=Options(source="walk.mp4")))
    for _ in range(3):
        s.tick()
        card = s.messages.card
        assert untranslated(card) == set()
        assert cut_texts(card) == []
        card.content.choices[0].action()
    s.run()
    s.pipeline.fail(SourceError("There is no file or folder walk.mp4; check the name."))
    s.tick()
    assert untranslated(s.messages.card, "walk.mp4", "SourceError", s.messages.card.content.details) == set()
    assert cut_texts(s.messages.card) == []


def test_what_the_staff_of_a_booth_sees_is_whole_in_every_language(pseudo_language, dressed, qtbot, tmp_path):
    store_pin(tmp_path / "pin.json", "2468")
    pad = PinPad(PinLock(read_pin(tmp_path / "pin.json"), lambda: 0.0))
    qtbot.addWidget(pad)
    pad.show()
    for _ in range(TRIES):
        pad.press("1")
        pad.press("OK")
        assert untranslated(pad) == set()
        assert cut_texts(pad) == []


@pytest.mark.gl
@pytest.mark.parametrize("language", NAMES)
def test_no_text_is_cut_in_any_language_in_the_smallest_window(language, qapp, stand, open_recordings):
    speak(qapp, language)
    s = live(stand)
    s.window.resize(s.window.minimumSize())
    QApplication.processEvents()
    assert cut_texts(s.window) == []
    page = open_recordings()
    page.window().resize(page.window().minimumSize())
    QApplication.processEvents()
    assert page.size() == page.window().size()  # and not larger, as what stands in it asks for
    assert page.window().size().toTuple() == SMALLEST["normal"]
    assert cut_texts(page) == []
    page.export()
    QApplication.processEvents()
    assert cut_texts(page.dialog) == []
    page.dialog.reject()


# From right to left ----------------------------------------------------------------------------------------


@pytest.fixture
def right_to_left(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def misplaced(window: QWidget) -> list[str]:
    """What leaves the widget it stands in and is not scrolled there, or covers what stands beside it."""
    found = []
    for widget in window.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            place = widget.geometry().getRect(), parent.rect().getRect()
            found.append(f"{described(widget)} leaves {described(parent)}: {place}")
        layout = parent.layout()
        if layout is None or layout.indexOf(widget) < 0:
            continue
        for other in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            beside = other is not widget and other.isVisible() and layout.indexOf(other) >= 0
            if beside and other.geometry().intersects(widget.geometry()):
                found.append(f"{described(widget)} covers {described(other)}")
    return found


def test_the_live_page_stands_from_right_to_left(right_to_left, stand):
    s = live(stand)
    assert misplaced(s.window) == []
    assert cut_texts(s.window) == []
    panel = s.panel.mapTo(s.window, QPoint(0, 0)).x()
    assert panel == 0  # the other way round


@pytest.mark.gl
def test_the_recordings_page_stands_from_right_to_left(right_to_left, open_recordings):
    recordings = open_recordings()
    assert misplaced(recordings) == []
    assert cut_texts(recordings) == []
