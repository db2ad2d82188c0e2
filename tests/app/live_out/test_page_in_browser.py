"""The page in a real browser: what is seen, what shows through, and that it comes back."""

from types import SimpleNamespace

import numpy as np
import pytest

from app.live_out.page import PageOutput
from app.types import Frame, Result
from tests.fakes import chromium
from tests.fakes.live_window import STAGE_S
from tests.fakes.waiting import wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not installed"),
]

SIZE = (320, 240)
RED, BLUE = (220, 30, 40), (20, 60, 230)
NOBODY = SimpleNamespace(info=SimpleNamespace(name="", body="", kind="body", joint_names=()))


def result(index, colour):
    """A picture of one colour, and somebody of that colour, alone and half transparent at the feet."""
    image = np.full((SIZE[1], SIZE[0], 3), colour, np.uint8)
    cutout = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    cutout[40:200, 200:260] = (*colour, 255)
    cutout[160:200, 200:260] = (*(c // 2 for c in colour), 128)
    return Result(Frame(index, image, 0.0, index / 30), (), image, STAGE_S, cutout=cutout)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    made = chromium.Chromium(tmp_path_factory.mktemp("chromium"), SIZE)
    made.see_through()
    yield made
    made.close()


@pytest.fixture
def page(browser):
    made = PageOutput("0")
    yield made
    browser.open("about:blank")
    made.close()


def shows(browser, x, y, rgba, tolerance=4):
    return bool(np.abs(browser.screenshot()[y, x].astype(int) - rgba).max() <= tolerance)


def test_the_picture_fills_the_window_and_changes(browser, page):
    page.put(result(0, RED), NOBODY)
    browser.open(page.status().link)
    for x, y in ((1, 1), (318, 238)):
        wait_until(lambda x=x, y=y: shows(browser, x, y, (*RED, 255)))
    page.put(result(1, BLUE), NOBODY)
    wait_until(lambda: shows(browser, 160, 120, (*BLUE, 255)))


def test_everything_but_people_is_transparent(browser, page):
    page.put(result(0, RED), NOBODY)
    browser.open(page.status().link + "mesh")
    wait_until(lambda: shows(browser, 230, 100, (*RED, 255)))
    image = browser.screenshot()
    assert not image[:, :190].any()
    assert not image[:, 270:].any()
    assert not image[:30].any()
    assert image[180, 230, 3] == pytest.approx(128, abs=3)
    page.put(result(1, BLUE), NOBODY)
    wait_until(lambda: shows(browser, 230, 100, (*BLUE, 255)))
    assert not browser.screenshot()[:, :190].any()


def test_a_key_stands_behind_people_and_beside_the_picture(browser, page):
    page.put(result(0, RED), NOBODY)
    browser.open(page.status().link + "mesh?background=00ff00")
    wait_until(lambda: shows(browser, 230, 100, (*RED, 255)))
    assert shows(browser, 20, 20, (0, 255, 0, 255))


def test_it_comes_back_when_the_program_does(browser):
    page = PageOutput("0")
    port = page.status().link.rsplit(":", 1)[1].rstrip("/")
    page.put(result(0, RED), NOBODY)
    browser.open(page.status().link)
    wait_until(lambda: shows(browser, 160, 120, (*RED, 255)))
    page.close()
    said = "document.querySelector('p').textContent"
    wait_until(lambda: browser.evaluate(said) == "Waiting for FastMETRO Live.")
    assert not shows(browser, 160, 120, (*RED, 255))
    again = PageOutput(port)
    again.put(result(0, BLUE), NOBODY)
    wait_until(lambda: shows(browser, 160, 120, (*BLUE, 255)))
    assert browser.evaluate(said) == ""
    browser.open("about:blank")
    again.close()


def test_a_network_s_page_finds_its_parts_behind_the_token(browser):
    page = PageOutput("0.0.0.0:0")
    page.put(result(0, RED), NOBODY)
    for path in ("", "mesh"):
        browser.open(page.status().link + path)
        wait_until(lambda: shows(browser, 230, 100, (*RED, 255)))
    browser.open("about:blank")
    page.close()


def test_events_reach_a_script_of_the_page(browser, page, doll):
    page.put(result(0, RED), SimpleNamespace(info=NOBODY.info, template=doll))
    browser.open(page.status().link)
    wait_until(lambda: shows(browser, 160, 120, (*RED, 255)))
    browser.evaluate(
        "window.got = []; const source = new EventSource('events');"
        "source.addEventListener('model', (e) => got.push(JSON.parse(e.data).format));"
        "source.onmessage = (e) => got.push(JSON.parse(e.data).frame);"
    )
    wait_until(lambda: browser.evaluate("got.join()") == "fastmetro-live/1,0")
    page.put(result(5, BLUE), SimpleNamespace(info=NOBODY.info, template=doll))
    wait_until(lambda: browser.evaluate("got.join()") == "fastmetro-live/1,0,5")
    browser.evaluate("source.close()")
