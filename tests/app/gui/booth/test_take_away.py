"""A visitor takes a clip along: the code on the screen, what a phone gets, and that it all can be deleted."""

import threading
import urllib.error
import urllib.request
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QImage

from app.booth.retention import LIST
from app.booth.settings import BoothSettings
from app.gui.booth.visitor_recording import TOLD_S
from app.live_out.page import PageOutput
from app.recordings.reader import Recording

CLIP_S = 10.0
ADDRESS = "http://192.168.4.1:8080"


@pytest.fixture
def given(visitors, monkeypatch):
    """A booth from which clips are taken along, however busy the machine is with other things."""
    monkeypatch.setattr("app.booth.clip_maker.LONGEST_S", 3600.0)

    def build(**changes):
        v = visitors(takeaway=True, clip_seconds=CLIP_S, **changes)
        v.handouts.serve(lambda: ADDRESS)
        return v

    return build


def pixels(widget):
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    buffer = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return buffer[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def read_code(v):
    """Return what a code in the real window says; empty without one."""
    return cv2.QRCodeDetector().detectAndDecode(pixels(v.b.one.window))[0]


def consent(v, leader=1, others=()):
    v.go(leader, 7, others=others)
    v.go(leader, 3, arms_up=True, others=others)
    assert v.b.one.session.is_recording


def test_the_code_on_the_screen_leads_to_the_visit(given):
    v = given(wifi="Fair guest")
    consent(v)
    assert not v.recording.card.isVisible()
    v.go(1, 3)
    v.go(None, 1)
    v.finish()
    v.go(None, 1)
    assert v.b.director.state == "thanks"
    assert v.recording.card.isVisible()
    said = v.recording.card.accessibleName()
    assert "Fair guest" in said
    assert "within 30 minutes" in said
    (token,) = [v.recording.own.token]
    assert read_code(v) == f"{ADDRESS}/c/{token}/"


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (960, 600)])
def test_the_code_can_be_read_on_every_screen(given, size):
    v = given()
    v.b.one.window.showNormal()
    v.b.one.window.resize(*size)
    consent(v)
    v.go(None, 1)
    v.finish()
    v.go(None, 0.5)
    card, stage = v.recording.card, v.b.one.stage
    assert read_code(v).startswith(ADDRESS)
    assert stage.rect().contains(card.geometry())
    v.go(1, 0.5)  # who comes back plays on, the code in a corner
    assert v.b.director.state == "active"
    assert read_code(v).startswith(ADDRESS)
    assert stage.rect().contains(card.geometry())


def test_the_recording_of_a_clip_ends_and_the_code_comes_while_the_visitor_plays(given):
    v = given()
    consent(v)
    assert "Your movement is recorded: " in v.recording.offer.accessibleName()
    v.go(1, CLIP_S)
    v.finish()
    v.go(1, 1)
    assert v.b.director.state == "active"
    assert v.recording.card.isVisible()
    assert not v.recording.offer.isVisible()
    v.go(1, 5, arms_up=True)  # once a visit
    assert not v.b.one.session.is_recording
    (name,) = [name for name in v.files() if name.endswith(".h5")]
    with Recording(v.folder / name) as recording:
        assert CLIP_S - 1 <= recording.duration_s <= CLIP_S + 1


def test_nobody_else_sees_the_code(given):
    v = given()
    consent(v)
    v.go(1, CLIP_S)
    v.finish()
    v.go(1, 1)
    assert v.recording.card.isVisible()
    v.go(2, 0.25, others=(1,))
    assert not v.recording.card.isVisible()
    v.go(2, 10)
    v.go(None, 3)
    assert v.b.director.state == "thanks"
    assert not v.recording.card.isVisible()
    assert read_code(v) == ""


def test_the_idle_screen_has_no_code_and_nor_has_the_next_visit_of_the_same_number(given):
    v = given()
    consent(v)
    v.go(None, 2)
    v.finish()
    v.go(None, 30)
    assert v.b.director.state == "idle"
    assert not v.recording.card.isVisible()
    v.go(1, 8)
    assert not v.recording.card.isVisible()


def test_where_no_phone_reaches_the_page_there_is_no_code(given):
    v = given()
    v.handouts.serve(None)
    consent(v)
    v.go(None, 2)
    v.finish()
    v.go(None, 1)
    assert not v.recording.card.isVisible()


def test_without_consent_there_is_nothing_to_take(given):
    v = given()
    v.go(1, 12)
    v.go(None, 3)
    assert not v.recording.card.isVisible()
    assert v.files() == []


@pytest.mark.gl
def test_a_phone_gets_the_clip_and_deletes_it(given):
    v = given()
    page = PageOutput("0.0.0.0:0", v.handouts)
    consent(v)
    v.go(None, 2)
    v.finish()
    v.wait_for(lambda: v.recording.own.state == "kept")
    address = read_code(v).replace(read_code(v).split("/")[2].split(":")[0], "127.0.0.1")
    with urllib.request.urlopen(f"{address}clip.mp4", timeout=30) as answer:
        clip = answer.read()
    assert clip[4:8] == b"ftyp"
    told = []

    def press():
        with urllib.request.urlopen(
            urllib.request.Request(f"{address}delete", method="POST"), timeout=30
        ) as a:
            told.append(a.read().decode())

    pressing = threading.Thread(target=press)
    pressing.start()
    v.wait_for(lambda: told)
    pressing.join()
    assert "Deleted. Nothing of your visit is left." in told[0]
    assert v.files() == [LIST]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address, timeout=30)
    page.close()


def test_the_button_on_the_screen_deletes_it_and_says_so(given):
    v = given()
    consent(v)
    v.go(None, 2)
    v.finish()
    v.go(None, 1)
    token, card = v.recording.own.token, v.recording.card
    assert len(v.files()) >= 2
    card.button.click()
    v.go(None, 0.5)
    assert v.files() == [LIST]
    assert not v.handouts.is_open(token)
    assert card.accessibleName() == "Deleted. Nothing of your visit is left."
    assert read_code(v) == ""
    v.go(None, TOLD_S)
    assert not card.isVisible()


def test_the_staff_deletes_the_last_visit(given):
    v = given()
    consent(v)
    v.go(None, 2)
    v.finish()
    kiosk_facts = v.b.one.window.kiosk
    assert kiosk_facts is not None
    assert v.recording.visits == 1
    v.recording.delete_last()
    assert v.files() == [LIST]
    assert v.recording.visits == 0
    assert v.recording.last_deletion.endswith("nothing is left")
    v.recording.delete_last()
    assert v.recording.last_deletion.endswith("there was nothing")


def test_the_staff_ends_and_deletes_a_recording_that_goes_on(given):
    v = given()
    consent(v)
    v.go(1, 2)
    v.recording.delete_last()
    assert v.recording.last_deletion.endswith("not all could be deleted yet")
    v.go(1, 0.5)
    v.finish()
    v.go(1, 0.5)
    assert v.files() == [LIST]
    assert v.recording.last_deletion.endswith("nothing is left")
    v.go(1, 5, arms_up=True)
    assert v.files() == [LIST]  # not again in this visit


@pytest.mark.parametrize(
    ("way", "by_button", "by_arms"), [("button", True, False), ("both", True, True), ("arms", False, True)]
)
def test_consent_by_button_by_arms_or_by_either(visitors, way, by_button, by_arms):
    v = visitors(consent=way)
    offer = v.recording.offer
    v.go(1, 7)
    assert offer.isVisible()
    assert offer.button.isVisible() is by_button
    assert ("Hold both hands up" in offer.accessibleName()) is by_arms
    assert ("Touch the button" in offer.accessibleName()) is not by_arms
    v.go(1, 3, arms_up=True)
    assert v.b.one.session.is_recording is by_arms
    v.go(None, 2)
    v.finish()
    v.go(None, 22)
    assert not offer.button.isVisible()
    v.go(2, 7)
    offer.button.click()
    v.go(2, 1)
    assert v.b.one.session.is_recording is by_button
    assert not offer.button.isVisible() or not by_button
    v.go(None, 2)
    v.finish()


def test_a_button_that_is_pressed_when_nobody_is_asked_means_nothing(visitors):
    v = visitors(consent="button")
    v.go(1, 7)
    v.go(None, 0.25)
    v.recording.offer.button.click()
    v.go(2, 1)
    assert v.files() == []


def test_a_photo_is_taken_after_a_countdown(given):
    v = given(snapshot=True)
    consent(v)
    assert "Raise one arm for a photo" in v.recording.offer.accessibleName()
    v.go(1, 1)
    v.go(1, 2, one_arm=True)
    assert v.recording.countdown.isVisible()
    assert v.recording.countdown.text() in ("2", "3")
    assert "photo" not in v.recording.offer.accessibleName()
    v.go(1, 3)
    assert not v.recording.countdown.isVisible()
    assert len(v.recording.own.photos) == 1
    assert not v.recording.own.photos[0] > CLIP_S
    v.go(None, 2)
    v.finish()
    assert [name for name in v.recording.own.files if name.endswith("photo 1.jpg")]


@pytest.mark.parametrize("snapshot", [True, False])
def test_nobody_is_photographed_without_consent(visitors, snapshot):
    v = visitors(snapshot=snapshot)
    v.go(1, 7)
    v.go(1, 8, one_arm=True)
    assert not v.recording.countdown.isVisible()
    assert v.files() == []


def test_who_leaves_during_the_countdown_is_not_photographed(given):
    v = given(snapshot=True)
    consent(v)
    v.go(1, 1)
    v.go(1, 2, one_arm=True)
    assert v.recording.countdown.isVisible()
    v.go(None, 0.5)
    v.go(None, 4)
    assert not v.recording.countdown.isVisible()
    assert v.recording.own.photos == []


def test_those_who_pass_by_are_not_greeted(booth):
    visit = replace(BoothSettings().visit, greet_within_m=3.0)
    b = booth(replace(BoothSettings(), visit=visit))
    b.metres = 6.0
    assert b.go(1, 10) == "idle"
    b.metres = 2.0
    assert b.go(1, 8) == "active"
    b.metres = 6.0
    assert b.go(1, 1) == "thanks"
