"""Sentences from below the window are said in the language in force."""

import errno
import os
import re
from pathlib import Path

import pytest

from app.gui.languages.catalogue import TEMPLATES
from app.gui.languages.language import speak
from app.gui.languages.sentences import reason_of, translated
from app.live.outputs import OutputStatus
from app.recordings.file_names import name_fault
from app.recordings.motion.refine import RefineFigures
from app.recordings.reader import Recording
from app.recordings.repair import RepairReport
from app.recordings.schema import RecordingError
from app.system import errors
from models.errors import UserError
from tests.fakes.pseudo_language import pseudo

ACCENT = re.compile("[áçéíñóúýÁÇÉÍÑÓÚÝ]")


def english_words(text: str) -> list[str]:
    """The words of some length that have the letters of the language, and none of its accents."""
    words = re.findall(r"[A-Za-záçéíñóúýö]{4,}", text)
    return [word for word in words if re.search("[aeiou]", word) and not ACCENT.search(word)]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_found_with_its_values(template, pseudo_language):
    """Whatever the values are; which of two alike templates is found does not matter."""
    holes = sorted(set(re.findall(r"\{(\d+)\}", template)))
    values = [f"x{hole}.mp4" for hole in holes]
    said = translated(template.format(*values))
    for value in values:
        assert value in said
    assert english_words(re.sub(r"x\d\.mp4", "", said)) == []


def test_an_error_is_said_whole(tmp_path, pseudo_language):
    with pytest.raises(RecordingError) as caught:
        Recording(tmp_path / "walk.h5")
    said = translated(errors.sentence(caught.value))
    assert said.startswith(pseudo("There is no recording {0}; give the path of an .h5 file.")[:8])
    assert "walk.h5" in said
    assert english_words(said.replace("walk.h5", "")) == []


def test_the_reasons_of_the_system_are_said_too(tmp_path, pseudo_language):
    error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path / "walk.h5"))
    said = translated(errors.sentence(error))
    assert english_words(said.replace("walk.h5", "")) == []
    assert reason_of(error) == pseudo("no space left on device")
    assert reason_of(OSError()) == pseudo("unknown reason")


def test_sentences_within_sentences_and_joined_ones_are_said(pseudo_language):
    report = RepairReport(Path("x1.h5"), 30, 2, 28, 1, ("poses",))
    figures = RefineFigures(1, 30, 4, 0.25, 1, 3.0, 120.0, 20.0, 2.5, 30.0, 1.0)
    for sentence in (
        report.sentence().replace("poses", "x1"),
        figures.sentence(),
        *figures.changes(),
        "The disk is full; what was recorded until then is kept in x1.h5.",
        "Waiting for the first picture. Anybody in this network who has this address sees the picture.",
        "No camera was found; plug one in, or choose a video file or 'sample' instead.",
        name_fault(""),
        OutputStatus("sending", "Sending to 127.0.0.1:39539, 30 a second.").sentence,
    ):
        assert english_words(translated(sentence)) == [], sentence


def test_numbers_in_sentences_have_the_comma_of_the_language(qapp):
    speak(qapp, "de")
    figures = RefineFigures(1, 30, 4, 0.25, 0, 3.0, None, None, 0.0, None, None)
    assert "0,25" in translated(figures.changes()[0])


def test_what_is_not_known_stays_english(pseudo_language):
    for text in ("", "Hello", "walk 01.h5", "http://127.0.0.1:8080/", "NVIDIA GeForce RTX 4070"):
        assert translated(text) == text


def test_a_file_may_be_called_like_a_placeholder(pseudo_language):
    error = UserError("There is a file {1}{0}.h5 already; choose another name.")
    assert "{1}{0}.h5" in translated(errors.sentence(error))
