"""A booth whose network runs elsewhere tells its visitors, and its staff how the server does."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from app.booth.settings import LANGUAGES, BoothSettings
from app.booth.texts import read_words
from app.gui.booth.staff_facts import staff_facts
from app.server.status import RemoteStatus

GOES = "The camera's picture goes to another computer"


def idle_in(*languages: str) -> BoothSettings:
    usual = BoothSettings()
    return replace(usual, idle=replace(usual.idle, languages=languages))


@pytest.mark.parametrize(
    ("server", "leaves"), [("", False), ("grpc://127.0.0.1:8001", False), ("grpcs://gpu:8001", True)]
)
def test_visitors_are_told_on_the_idle_screen_and_in_the_greeting(booth, server, leaves):
    b = booth(idle_in("en"))
    b.one.page.change(server=server)
    b.go(None, 5)
    assert (GOES in b.director.idle_screen.accessibleDescription()) == leaves
    assert "Stand in front of the camera" in b.director.idle_screen.accessibleDescription()
    assert b.go(1, 2) == "greet"
    assert (GOES in b.director.caption.accessibleName()) == leaves


def test_every_language_has_words_for_it():
    words = read_words(LANGUAGES)
    assert len({said.server for said in words.values()}) == len(LANGUAGES)
    assert all(said.server for said in words.values())


def test_the_staff_see_what_runs_the_network(booth):
    b = booth()
    away = RemoteStatus("away", "Server away; this machine computes", "The server does not answer.")
    b.one.pipeline.estimator.remote = SimpleNamespace(status=away)
    b.go(None, 1)
    session = b.one.session
    facts = staff_facts(b.one.page, b.director, None, 0, session.model)
    assert facts["Network"] == "Server away; this machine computes"
    assert staff_facts(b.one.page, b.director, None, 0, None)["Network"] == "–"
