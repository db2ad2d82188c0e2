"""The page with real clients: pictures, people alone and numbers arrive, and nobody holds anybody up."""

import contextlib
import http.client
import json
import re
import socket
import threading
import time
import urllib.error
import urllib.request
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from app.live_out import page_requests, pictures
from app.live_out.broadcast import MOST_VIEWERS
from app.live_out.page import PageOutput
from app.types import Frame, Result
from tests.fakes.live_window import SOMEBODY, STAGE_S, make_result
from tests.fakes.waiting import wait_until

SIZE = (64, 48)


@pytest.fixture(scope="module")
def estimator(doll):
    info = SimpleNamespace(name="doll model", body="doll", kind="body", joint_names=("hip", "head"))
    return SimpleNamespace(info=info, template=doll, provider="CPUExecutionProvider")


@pytest.fixture
def page():
    before = set(threading.enumerate())
    made = PageOutput("0")
    yield made
    made.close()
    assert set(threading.enumerate()) <= before


def place(page) -> tuple[str, int]:
    host, port = re.fullmatch(r"http://([\d.]+):(\d+)/", page.status().link).groups()
    return host, int(port)


def get(page, path):
    with urllib.request.urlopen(page.status().link + path, timeout=10) as answer:
        return answer, answer.read()


def refused(page, path):
    with pytest.raises(urllib.error.HTTPError) as caught:
        get(page, path)
    with caught.value as error:
        return error.code, error.read().decode()


class Feeder:
    """Puts results as a pipeline does, until told to stop; pictures that are no noise tell the index."""

    def __init__(self, page, estimator, period_s=0.005, size=SIZE, cutout=False, noisy=False):
        self.page, self.estimator, self.period_s = page, estimator, period_s
        self.size, self.cutout, self.noisy = size, cutout, noisy
        self.count = 0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stopping.set()
        self._thread.join()

    def _run(self):
        width, height = self.size
        noise = np.random.default_rng(0).integers(0, 200, (height, width, 3), np.uint8)
        while not self._stopping.wait(self.period_s):
            cutout = np.zeros((height, width, 4), np.uint8)
            cutout[10:20, 30:40] = (100, 50, 0, 128)  # half of (200, 100, 0)
            self.count += 1
            frame = Frame(self.count, noise, time.perf_counter(), self.count / 30)
            drawn = noise if self.noisy else np.full_like(noise, self.count % 200)
            result = Result(frame, SOMEBODY, drawn, STAGE_S, cutout=cutout if self.cutout else None)
            self.page.put(result, self.estimator)


class Parts:
    """Reads a multipart stream with the standard library's client."""

    def __init__(self, page, path):
        self.connection = http.client.HTTPConnection(*place(page), timeout=10)
        self.connection.request("GET", "/" + path)
        self.answer = self.connection.getresponse()
        self.kind = self.answer.headers["Content-Type"]
        self.boundary = self.kind.partition("boundary=")[2]
        assert self.answer.readline() == f"--{self.boundary}\r\n".encode()

    def read(self):
        heads = http.client.parse_headers(self.answer)
        content = self.answer.read(int(heads["Content-Length"]))
        assert self.answer.readline() == b"\r\n"
        assert self.answer.readline() == f"--{self.boundary}\r\n".encode()
        return heads, content

    def close(self):
        self.answer.close()
        self.connection.close()


def decoded(content, flags=cv2.IMREAD_UNCHANGED):
    return cv2.imdecode(np.frombuffer(content, np.uint8), flags)


def test_thirty_pictures_in_a_row_are_ever_newer_ones(page, estimator):
    with Feeder(page, estimator):
        parts = Parts(page, "stream")
        frames = []
        for _ in range(30):
            heads, content = parts.read()
            assert heads["Content-Type"] == "image/jpeg"
            frames.append(int(heads["X-Frame"]))
            grey = decoded(content).mean()
            assert grey == pytest.approx(frames[-1] % 200, abs=2)
        parts.close()
    assert frames == sorted(set(frames))
    assert len(frames) == 30


def test_opencv_reads_the_stream_as_a_camera(page, estimator):
    with Feeder(page, estimator, 0.02):
        reader = cv2.VideoCapture(page.status().link + "stream", cv2.CAP_FFMPEG)
        seen = []
        for _ in range(5):
            there, image = reader.read()
            assert there
            assert image.shape == (SIZE[1], SIZE[0], 3)
            seen.append(image.mean())
        reader.release()
    assert seen == sorted(seen)
    assert seen[-1] > seen[0]


def test_a_second_viewer_costs_no_second_encoding_and_nobody_none(page, estimator, monkeypatch):
    encoded = []
    original = pictures.jpeg
    monkeypatch.setattr(pictures, "jpeg", lambda image: encoded.append(image) or original(image))
    for index in range(1, 4):
        page.put(make_result(index), estimator)
    assert not encoded
    viewers = [Parts(page, "stream") for _ in range(3)]
    assert {viewer.read()[1] for viewer in viewers} == {original(make_result().overlay)}
    assert len(encoded) == 1
    page.put(make_result(4), estimator)
    assert {viewer.read()[0]["X-Frame"] for viewer in viewers} == {"4"}
    assert get(page, "snapshot.jpg")[1] == original(make_result().overlay)
    assert len(encoded) == 2
    for viewer in viewers:
        viewer.close()


def test_who_is_slow_leaves_pictures_out_and_holds_nobody_up(page, estimator, monkeypatch):
    monkeypatch.setattr(page_requests.PageRequest, "timeout", 60.0)
    with Feeder(page, estimator, 0.01, size=(640, 480), noisy=True) as feeder:  # half a megabyte a picture
        slow = socket.create_connection(place(page))
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 14)
        slow.sendall(b"GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
        wait_until(lambda: page.status().state == "sending")
        quick = Parts(page, "stream")
        first = int(quick.read()[0]["X-Frame"])
        wait_until(lambda: int(quick.read()[0]["X-Frame"]) > first + 40)
        assert page.status().sentence.startswith("2 viewers.")
        assert feeder.count > 40
        quick.close()
        # What was on its way comes first, then it goes on where everybody is.
        received, frames = bytearray(), [0]
        while np.diff(frames).max(initial=0) <= 20:
            piece = slow.recv(1 << 20)
            assert piece, "the page hung up"
            received += piece
            frames = [int(frame) for frame in re.findall(rb"X-Frame: (\d+)\r", received)]
        assert frames == sorted(set(frames))
        slow.close()


def test_a_picture_that_stands_still_is_sent_again(page, estimator, monkeypatch):
    monkeypatch.setattr(page_requests, "STILL_S", 0.05)
    page.put(make_result(7), estimator)
    parts = Parts(page, "stream")
    pictures_sent = [parts.read() for _ in range(3)]
    assert {heads["X-Frame"] for heads, _ in pictures_sent} == {"7"}
    assert len({content for _, content in pictures_sent}) == 1
    parts.close()


def test_people_alone_are_drawn_only_while_somebody_watches_them(page, estimator):
    assert not page.wants_cutout
    with Feeder(page, estimator, cutout=True):
        picture = Parts(page, "stream")
        picture.read()
        assert not page.wants_cutout
        parts = Parts(page, "mesh/stream")
        assert page.wants_cutout
        heads, content = parts.read()
        assert heads["Content-Type"] == "image/png"
        assert heads["X-Place"] == "30 10 64 48"
        assert np.array_equal(decoded(content)[0, 0], (0, 100, 199, 128))
        assert decoded(content).shape == (10, 10, 4)
        parts.close()
        wait_until(lambda: not page.wants_cutout)
        picture.close()


@pytest.mark.parametrize(("background", "colour"), [("green", (0, 255, 0)), ("ff8000", (0, 128, 255))])
def test_people_stand_before_a_colour_that_another_program_takes_away(page, estimator, background, colour):
    with Feeder(page, estimator, cutout=True):
        parts = Parts(page, f"mesh/stream?background={background}")
        heads, content = parts.read()
        parts.close()
    image = decoded(content)
    assert heads["Content-Type"] == "image/jpeg"
    assert image.shape == (SIZE[1], SIZE[0], 3)
    assert np.abs(image[40, 5].astype(int) - colour).max() <= 3
    mixed = np.array([0, 50, 100]) + np.array(colour) * 127 / 255
    assert np.abs(image[15, 35] - mixed).max() <= 6
    # Colours are not halved in resolution, so the key begins right beside the people.
    assert np.abs(image[15, 42].astype(int) - colour).max() <= 20


def test_results_come_as_events_in_the_words_of_the_files(page, estimator):
    assert not page.wants_bones
    with Feeder(page, estimator):
        with urllib.request.urlopen(page.status().link + "events", timeout=10) as answer:
            assert answer.headers["Content-Type"].startswith("text/event-stream")
            lines = [answer.readline().decode().rstrip("\n") for _ in range(10)]
            assert page.wants_bones
        assert lines[2] == "event: model"
        about = json.loads(lines[3].removeprefix("data: "))
        assert about["format"] == "fastmetro-live/1"
        assert about["joint_names"] == ["hip", "head"]
        assert (about["width"], about["height"]) == SIZE
        first, second = (json.loads(lines[i].removeprefix("data: ")) for i in (5, 7))
        assert second["frame"] > first["frame"]
        assert first["people"][0]["id"] == 1
        assert len(first["people"][0]["joints_3d"]) == 14
        wait_until(lambda: not page.wants_bones)


def test_the_newest_numbers_can_be_asked_for_alone(page, estimator):
    page.put(make_result(5, SOMEBODY), estimator)
    assert not page.wants_bones
    answer, content = get(page, "joints.json")
    assert answer.headers["Content-Type"] == "application/json"
    record = json.loads(content)
    assert record["frame"] == 5
    assert record["model"] == "doll model"
    assert record["people"][0]["box_xyxy"] == [0, 0, 0, 0]
    assert page.wants_bones


def test_who_watches_nothing_and_goes_away_is_a_viewer_no_more(page, monkeypatch):
    monkeypatch.setattr(page_requests, "STILL_S", 0.05)
    for path in ("stream", "mesh/stream", "events"):
        viewer = socket.create_connection(place(page))
        viewer.sendall(f"GET /{path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        wait_until(lambda: page.viewers == 1)
        viewer.close()
        wait_until(lambda: page.viewers == 0)


def test_before_the_first_picture_that_is_said(page):
    assert page.status().state == "opening"
    for path in ("snapshot.jpg", "joints.json"):
        code, sentence = refused(page, path)
        assert code == 503
        assert "no picture yet" in sentence


def test_pages_hold_nothing_but_the_picture(page):
    for path, stream in (("", "stream"), ("mesh", "mesh/stream"), ("mesh?background=green", "00ff00")):
        answer, content = get(page, path)
        text = content.decode()
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert f'data-stream="{stream}' in text or f"background={stream}" in text
        assert "$" not in text
        assert "<button" not in text
    assert 'data-background="transparent"' in get(page, "mesh")[1].decode()
    for name in ("page.js", "page.css"):
        assert get(page, name)[1]


def test_a_background_that_is_none_is_refused(page):
    for path in ("mesh?background=blue2", "mesh/stream?background=%3Cscript%3E"):
        code, sentence = refused(page, path)
        assert code == 400
        assert "is no background; write transparent, green" in sentence


def test_further_viewers_are_told_that_there_are_too_many(page, estimator, monkeypatch):
    monkeypatch.setattr(page_requests, "STILL_S", 0.05)
    page.put(make_result(), estimator)
    viewers = [Parts(page, "stream") for _ in range(MOST_VIEWERS)]
    assert page.status().sentence.startswith(f"{MOST_VIEWERS} viewers.")
    for path in ("stream", "mesh/stream", "events"):
        code, sentence = refused(page, path)
        assert code == 503
        assert f"{MOST_VIEWERS} viewers watch already" in sentence
    assert get(page, "snapshot.jpg")[1]  # which is no stream
    viewers.pop().close()
    page.put(make_result(1), estimator)
    wait_until(lambda: page.status().sentence.startswith(f"{MOST_VIEWERS - 1} viewers."))
    Parts(page, "stream").close()
    for viewer in viewers:
        viewer.close()


def test_closing_ends_every_stream_and_the_port_is_free_again(estimator):
    page = PageOutput("0")
    page.put(make_result(), estimator)
    address = page.status().link.removeprefix("http://").rstrip("/")
    port = address.rpartition(":")[2]
    viewers = [Parts(page, "stream"), Parts(page, "stream")]
    with socket.create_connection(place(page)) as stuck:  # asks for nothing
        page.close()
        for viewer in viewers:
            viewer.answer.read()
            viewer.close()
        with contextlib.suppress(ConnectionResetError):  # had not been answered at all
            assert stuck.recv(1) == b""
    again = PageOutput(port)
    again.close()
