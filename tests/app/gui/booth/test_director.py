"""A visit in the window: what is shown and said, and that the last visitor is not."""

import logging
from dataclasses import replace
from itertools import pairwise

import numpy as np
from PySide6.QtGui import QImage

from app.booth.settings import BoothSettings
from app.live.sources.base import SourceError
from tests.fakes.live_window import make_result

VISITOR = (250, 0, 250)  # a colour that nothing else on the screen has


def pixels(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    buffer = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return buffer[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def shows_visitor(stage):
    return (np.abs(pixels(stage).astype(int) - VISITOR).max(axis=2) < 40).mean() > 0.001


def test_a_visit_from_the_idle_screen_to_the_idle_screen(booth):
    b = booth()
    d = b.director
    assert b.go(None, 5) == "idle"
    assert d.idle_screen.isVisible()
    assert not d.caption.isVisible()
    assert b.go(1, 2) == "greet"
    assert not d.idle_screen.isVisible()
    assert d.caption.isVisible()
    assert "Hello · Hallo · Bonjour" in d.caption.accessibleName()
    assert b.go(1, 5) == "active"
    assert not d.caption.isVisible()
    assert b.go(None, 1) == "thanks"
    assert "Thank you · Danke" in d.caption.accessibleName()
    assert b.go(None, 19.5) == "idle"
    assert d.idle_screen.isVisible()
    assert d.visits == 1


def test_the_idle_screen_covers_what_the_page_says_of_its_source(booth):
    b = booth()
    b.one.pipeline.fail(RuntimeError("driver"))
    b.wait(1)
    assert b.one.card() == "Just a moment"
    order = b.one.stage.children()
    assert order.index(b.director.idle_screen) > order.index(b.one.messages.card)


def test_the_clip_plays_and_the_camera_is_small_in_a_corner(booth, qtbot):
    b = booth()
    b.go(None, 1)
    idle = b.director.idle_screen

    def clip_has_come():
        b.go(None, 0.25)
        image = pixels(idle)
        return image[: image.shape[0] // 3, : image.shape[1] // 3].std() > 5

    qtbot.waitUntil(clip_has_come, timeout=60000)
    corner = idle.camera_rect()
    assert corner.width() < idle.width() / 3
    seen = pixels(idle)[corner.center().y(), corner.center().x()]
    np.testing.assert_allclose(seen, (200, 40, 40), atol=4)  # the scripted camera's colour


def test_the_idle_screen_never_shows_the_last_visitor(booth):
    b = booth()
    stage = b.one.stage
    b.go(1, 8)
    b.one.pipeline.results = [make_result(999, (), colour=VISITOR)]
    b.wait(0.25)
    assert shows_visitor(stage)
    assert b.wait(24) == "idle"  # the camera is away: no new picture comes
    assert not shows_visitor(stage)
    assert not b.director.idle_screen.shows_camera


def test_while_somebody_plays_the_views_take_turns(booth):
    b = booth()
    settings = BoothSettings().visit
    b.go(1, 8)
    seen = []
    for _ in range(24):
        b.go(1, 2, step=2)
        seen.append(b.one.page.options.view)
    changes = [view for i, view in enumerate(seen) if i == 0 or view != seen[i - 1]]
    assert changes[:4] == [*settings.views, settings.views[0]]
    b.go(None, 30)
    assert b.one.page.options.view == settings.views[0]


def test_the_invitation_is_said_in_one_language_after_another(booth):
    idle = replace(BoothSettings().idle, languages=("de", "en"), change_language_s=5.0)
    b = booth(replace(BoothSettings(), idle=idle))
    said = []
    for _ in range(12):
        b.go(None, 1)
        said.append(b.director.idle_screen.accessibleDescription())
    assert len({*said}) == 2
    assert said[0].startswith("Sieh dich")
    assert sum(a != b for a, b in pairwise(said)) == 2


def test_the_sample_in_place_of_a_camera_is_no_visitor(booth):
    b = booth()
    b.one.pipeline.fail(SourceError("No camera was found."))
    b.one.tick()
    b.one.settle()
    assert b.go(1, 10) == "idle"
    assert not b.director.idle_screen.shows_camera


def test_a_clip_that_cannot_be_played_is_told_and_the_booth_goes_on(booth, tmp_path, caplog, qtbot):
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(b"no video")
    idle = replace(BoothSettings().idle, clip=str(clip))
    b = booth(replace(BoothSettings(), idle=idle))
    qtbot.waitUntil(lambda: "the booth's clip cannot be played" in caplog.text, timeout=60000)
    assert b.go(1, 8) == "active"
    assert b.go(None, 30) == "idle"
    assert caplog.text.count("cannot be played") == 1


def test_own_words_are_said(booth, tmp_path):
    texts = tmp_path / "texts.toml"
    texts.write_text('[en]\ninvite = "Welcome to the fair"\n')
    idle = replace(BoothSettings().idle, languages=("en",), texts=str(texts))
    b = booth(replace(BoothSettings(), idle=idle))
    said = b.director.idle_screen.accessibleDescription()
    assert said == "Welcome to the fair. Stand in front of the camera"


def test_languages_without_a_font_are_left_out_and_told(booth, monkeypatch, caplog):
    monkeypatch.setattr("app.gui.booth.director.can_write", lambda language: language != "ja")
    with caplog.at_level(logging.WARNING):
        b = booth()
    assert "letters of ja" in caplog.text
    b.go(1, 3)
    assert "こんにちは" not in b.director.caption.accessibleName()
