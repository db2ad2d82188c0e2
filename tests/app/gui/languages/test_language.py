"""Which language the window speaks, and how."""

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from app.gui.application import WindowInTurn
from app.gui.languages.choice import NAMES
from app.gui.languages.language import number, short_number, shown_size, speak, system_language, tr
from app.gui.live.appearance_section import AppearanceSection
from app.gui.settings import Settings, load_settings, save_settings
from tests.fakes.live_window import SOMEBODY


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        (["de-AT", "de", "en"], "de"),
        (["fr-CA"], "fr"),
        (["pt-BR", "es-MX", "en"], "es"),
        (["ja-JP"], "ja"),
        (["ko-Kore-KR", "ko"], "ko"),
        (["zh-Hans-CN"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh-TW", "en"], "en"),  # other characters
        (["zh-Hant-HK", "ja"], "ja"),
        (["en-GB", "de"], "en"),
        (["pt-PT"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_system_chooses(wanted, spoken):
    assert system_language(wanted) == spoken


@pytest.mark.parametrize("language", NAMES)
def test_each_language_can_be_spoken(qapp, language, caplog):
    assert speak(qapp, language) == language
    assert not caplog.records


@pytest.mark.parametrize(("language", "point"), [("en", "."), ("de", ",")])
def test_numbers_are_those_of_the_language(qapp, language, point):
    speak(qapp, language)
    assert number(1234.56, 1) == f"1234{point}6"
    assert short_number(23.976) == f"23{point}976"
    assert shown_size(1_500_000_000) == f"1{point}5 GB"
    assert shown_size(400_000_000) == "400 MB"


def test_english_knows_one_from_several(qapp):
    assert [tr("%n frames", "", count) for count in (0, 1, 2)] == ["0 frames", "1 frame", "2 frames"]


def test_dialogs_of_qt_speak_it_too(qapp, qtbot):
    speak(qapp, "de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_the_choice_is_remembered(tmp_path):
    file = tmp_path / "settings.json"
    save_settings(file, Settings(language="ja"))
    assert load_settings(file).language == "ja"
    file.write_text('{"version": 1, "language": "tlh"}')
    assert load_settings(file).language == "system"


def choose(panel, language: str) -> None:
    box = panel.appearance.language
    box.setCurrentIndex(box.findData(language))
    box.activated.emit(box.currentIndex())


def test_another_window_in_the_chosen_language_takes_the_place_of_the_first(
    qapp, open_window, pseudo_language
):
    """The one before has given the camera back by then."""
    qapp.removeTranslator(pseudo_language)
    made = []

    def make_window(settings):
        qapp.installTranslator(pseudo_language)
        made.append(open_window(settings=settings))
        return made[-1].window

    first = open_window(settings=Settings(panel_open=True))
    first.run()
    shown = WindowInTurn(qapp, make_window, first.window)
    choose(first.panel, "de")
    first.qtbot.waitUntil(lambda: len(made) == 1, timeout=60000)
    assert shown.window is made[0].window
    assert shown.window.isVisible()
    assert first.made[0].stopped
    assert shown.window.settings.language == "de"
    assert made[0].panel.appearance.language.currentData() == "de"
    assert made[0].panel.accessibleName() != "Settings"
    assert QApplication.quitOnLastWindowClosed()


def test_a_recording_is_not_cut_off_by_another_language(open_window, monkeypatch):
    w = open_window(settings=Settings(panel_open=True))
    w.run(SOMEBODY)
    monkeypatch.setattr(type(w.page), "is_recording", True)
    with w.qtbot.assertNotEmitted(w.window.language_chosen):
        choose(w.panel, "de")
    assert w.panel.appearance.language.currentData() == "system"
    assert "recording" in w.messages.toast.notice.text


def test_a_language_that_no_font_can_write_is_not_offered(dressed, qtbot, monkeypatch):
    monkeypatch.setattr("app.gui.live.appearance_section.can_write", lambda language: language != "ko")
    section = AppearanceSection()
    qtbot.addWidget(section)
    offered = [section.language.itemText(i) for i in range(section.language.count())]
    assert "日本語" in offered
    assert "한국어" not in offered
    section.show_language("ko")  # chosen on another machine
    assert section.language.currentText() == "한국어"
