"""What the page gives away: to whoever has an address, for its time, and nothing else."""

import re
import socket
import threading

import pytest

from app.live_out.handouts import MOST_PLACES, MOST_WRONG, WRONG_S, HandoutFile, Handouts, HandoutWords
from app.live_out.page import PageOutput
from tests.app.live_out.test_page_safety import code_of, exchange, port_of
from tests.fakes.waiting import wait_until

WORDS = {
    "en": HandoutWords(
        "in the making", "ready", "failed", "Save", "Delete", "all gone", "not yet", "nothing"
    ),
    "de": HandoutWords("in Arbeit", "da", "ging nicht", "Speichern", "Löschen", "weg", "später", "nichts"),
}
CLIP = bytes(range(256)) * 1000


class Stand:
    """A page that gives a clip away, and a hand on the clock."""

    def __init__(self, folder):
        self.now = 1000.0
        self.handouts = Handouts(WORDS, lambda: self.now)
        self.page = PageOutput("0.0.0.0:0", self.handouts)
        self.clip = folder / "2026-01-01 clip.mp4"
        self.clip.write_bytes(CLIP)

    def give(self, seconds=1800.0):
        token = self.handouts.open(seconds).token
        self.handouts.fill(token, (HandoutFile("clip.mp4", "video/mp4", self.clip),))
        return token

    def ask(self, path, method="GET", **headers):
        lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
        return exchange(self.page, f"{method} {path} HTTP/1.1\r\nHost: localhost\r\n{lines}\r\n".encode())


@pytest.fixture
def stand(tmp_path):
    made = Stand(tmp_path)
    yield made
    made.page.close()


def parts(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    names = (line.partition(": ") for line in head.decode().split("\r\n")[1:])
    return {name.lower(): value for name, _, value in names}, body


def test_an_address_is_whole_unguessable_and_needs_no_other_token(stand):
    token = stand.give()
    address = stand.handouts.address(token)
    assert re.fullmatch(rf"http://[\d.]+:{port_of(stand.page)}/c/[\w-]{{22}}/", address)  # 128 bits
    page_token = stand.page.status().link.split("/")[3]
    assert page_token not in address
    assert len({stand.handouts.open(1.0).token for _ in range(100)}) == 100


def test_the_page_shows_and_saves_the_clip(stand):
    token = stand.give()
    heads, body = parts(stand.ask(f"/c/{token}/"))
    page = body.decode()
    assert '<video src="clip.mp4" controls loop playsinline>' in page
    assert 'download="clip.mp4">Save</a>' in page
    assert '<form method="post" action="delete"><button>Delete</button>' in page
    assert heads["cache-control"] == "no-store"
    assert heads["referrer-policy"] == "no-referrer"
    assert "default-src 'none'" in heads["content-security-policy"]
    heads, body = parts(stand.ask(f"/c/{token}/clip.mp4"))
    assert body == CLIP
    assert heads["content-type"] == "video/mp4"
    assert heads["content-length"] == str(len(CLIP))
    assert heads["content-disposition"] == 'inline; filename="clip.mp4"'
    assert heads["accept-ranges"] == "bytes"
    assert heads["cache-control"] == "no-store"
    assert heads["x-content-type-options"] == "nosniff"
    assert f"\r\nLocation: /c/{token}/\r\n".encode() in stand.ask(f"/c/{token}")


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-1", (0, 1)),  # what an iPhone asks first
        ("bytes=1000-1999", (1000, 1999)),
        ("bytes=255999-", (255999, 255999)),
        ("bytes=0-", (0, 255999)),
        ("bytes=-500", (255500, 255999)),
        ("bytes=-9999999", (0, 255999)),
        ("bytes=100-99999999", (100, 255999)),
    ],
)
def test_phones_get_the_part_that_they_ask_for(stand, asked, part):
    answer = stand.ask(f"/c/{stand.give()}/clip.mp4", Range=asked)
    heads, body = parts(answer)
    first, last = part
    assert code_of(answer) == 206
    assert heads["content-range"] == f"bytes {first}-{last}/{len(CLIP)}"
    assert heads["content-length"] == str(last - first + 1)
    assert body == CLIP[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=256000-", "bytes=300000-400000", "bytes=-0", "bytes=20-10"])
def test_a_part_that_is_not_there_is_refused(stand, asked):
    answer = stand.ask(f"/c/{stand.give()}/clip.mp4", Range=asked)
    assert code_of(answer) == 416
    assert parts(answer)[0]["content-range"] == f"bytes */{len(CLIP)}"


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "lines=0-1", "bytes=a-b", "bytes=-", "bytes=" + "9" * 50])
def test_other_ranges_get_the_whole(stand, asked):
    answer = stand.ask(f"/c/{stand.give()}/clip.mp4", Range=asked)
    assert code_of(answer) == 200
    assert parts(answer)[1] == CLIP


def test_a_part_of_another_version_gets_the_whole(stand):
    answer = stand.ask(f"/c/{stand.give()}/clip.mp4", Range="bytes=0-1", If_Range='"x"')
    assert code_of(answer) == 200


def test_a_head_is_the_same_without_what_follows(stand):
    heads, body = parts(stand.ask(f"/c/{stand.give()}/clip.mp4", method="HEAD"))
    assert body == b""
    assert heads["content-length"] == str(len(CLIP))


def test_while_it_is_made_the_page_comes_again_by_itself(stand):
    token = stand.handouts.open(60.0).token
    heads, body = parts(stand.ask(f"/c/{token}/"))
    assert "in the making" in body.decode()
    assert heads["refresh"] == "2"
    assert code_of(stand.ask(f"/c/{token}/clip.mp4")) == 404
    stand.handouts.fill(token, ())
    heads, body = parts(stand.ask(f"/c/{token}/"))
    assert "failed" in body.decode()
    assert "refresh" not in heads


@pytest.mark.parametrize(
    ("accepted", "said"),
    [
        ("de-CH,de;q=0.9,en;q=0.8", "da"),
        ("fr, en;q=0.5, de;q=0.7", "da"),
        ("ja", "ready"),
        ("", "ready"),
        ("de;q=x, en", "ready"),
        ("," * 500, "ready"),
    ],
)
def test_it_speaks_the_phone_s_language(stand, accepted, said):
    page = parts(stand.ask(f"/c/{stand.give()}/", Accept_Language=accepted))[1].decode()
    assert f"<p>{said}</p>" in page


def test_the_address_ends_with_its_time(stand):
    token = stand.give(seconds=1800.0)
    stand.now += 1799
    assert code_of(stand.ask(f"/c/{token}/clip.mp4")) == 200
    stand.now += 1
    for path in (f"/c/{token}", f"/c/{token}/", f"/c/{token}/clip.mp4"):
        answer = stand.ask(path)
        assert code_of(answer) == 404
        assert b"nothing" in answer
    assert not stand.handouts.is_open(token)


@pytest.mark.parametrize(
    "path",
    [
        "/c/", "/c/x", "/c/x/clip.mp4", "/c//clip.mp4", "/c/%00/", "/c/" + "A" * 22 + "/",
        "/c/TOKEN/other.mp4", "/c/TOKEN/../../etc/passwd", "/c/TOKEN/2026-01-01%20clip.mp4",
        "/c/TOKEN/clip.mp4/", "/c/TOKEN//clip.mp4", "/c/TOKEN/%2e%2e/clip.mp4", "/c/TOKEN/handout.css",
    ],
)  # fmt: skip
def test_nothing_else_is_there(stand, path):
    assert code_of(stand.ask(path.replace("TOKEN", stand.give()))) == 404


def test_wrong_addresses_are_no_answer_after_a_while_and_for_a_while(stand):
    token = stand.give()
    for _ in range(MOST_WRONG):
        assert code_of(stand.ask("/c/wrong/")) == 404
    answer = stand.ask(f"/c/{token}/")
    assert code_of(answer) == 429  # the right one too: it would tell
    assert parts(answer)[0]["retry-after"] == "60"
    stand.now += WRONG_S
    assert code_of(stand.ask(f"/c/{token}/")) == 200


def test_so_many_places_ask_for_wrong_ones_as_are_remembered():
    handouts = Handouts(WORDS, lambda: 0.0)
    for place in range(3 * MOST_PLACES):
        assert handouts.find("wrong", f"10.0.{place // 256}.{place % 256}") is None
    for _ in range(MOST_WRONG - 1):
        assert handouts.find("wrong", "10.0.11.183") is None  # the last one of them


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "POST"])
def test_nothing_else_can_be_done_to_it(stand, method):
    token = stand.give()
    assert code_of(stand.ask(f"/c/{token}/clip.mp4", method=method)) == 405
    assert code_of(stand.ask(f"/c/{token}/clip.mp4")) == 200


def test_looking_at_where_it_is_deleted_deletes_nothing(stand):
    token = stand.give()
    assert code_of(stand.ask(f"/c/{token}/delete")) == 404
    assert code_of(stand.ask(f"/c/{token}/")) == 200


def test_who_asks_for_deletion_is_told_once_it_is_done(stand):
    token = stand.give()
    answers = []
    asking = threading.Thread(target=lambda: answers.append(stand.ask(f"/c/{token}/delete", method="POST")))
    asking.start()
    found = []
    wait_until(lambda: found.extend(stand.handouts.deletions()) or found)
    assert not answers
    assert code_of(stand.ask(f"/c/{token}/")) == 404  # at once
    found[0].done.set()
    asking.join()
    assert b"all gone" in answers[0]
    assert code_of(answers[0]) == 200


def test_who_asks_for_deletion_is_told_when_it_takes_longer(stand, monkeypatch):
    monkeypatch.setattr("app.live_out.handouts.DELETE_S", 0.05)
    answer = stand.ask(f"/c/{stand.give()}/delete", method="POST")
    assert b"not yet" in answer


def test_a_file_that_is_being_sent_ends_with_its_handout(stand, tmp_path):
    large = tmp_path / "large clip.mp4"
    large.write_bytes(bytes(50_000_000))
    token = stand.handouts.open(600.0).token
    stand.handouts.fill(token, (HandoutFile("clip.mp4", "video/mp4", large),))
    with socket.create_connection(("127.0.0.1", port_of(stand.page)), timeout=30) as connection:
        connection.sendall(f"GET /c/{token}/clip.mp4 HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        got = len(connection.recv(1 << 16))
        stand.handouts.close(token)
        while piece := connection.recv(1 << 20):
            got += len(piece)
    assert got < 50_000_000


def test_a_file_that_was_taken_away_is_not_there(stand):
    token = stand.give()
    stand.clip.unlink()
    assert code_of(stand.ask(f"/c/{token}/clip.mp4")) == 404
    stand.clip.mkdir()
    assert code_of(stand.ask(f"/c/{token}/clip.mp4")) == 404


def test_what_is_said_is_text(stand):
    stand.handouts.words = {"en": HandoutWords(*(f"<b>{n}&" for n in range(8)))}
    page = parts(stand.ask(f"/c/{stand.give()}/"))[1].decode()
    assert "<b>" not in page
    assert "&lt;b&gt;1&amp;" in page


def test_a_page_for_this_machine_alone_gives_nothing_to_phones(tmp_path):
    handouts = Handouts(WORDS)
    page = PageOutput("0", handouts)
    assert handouts.address(handouts.open(60.0).token) == ""
    page.close()


def test_a_page_that_closes_gives_nothing_any_more(stand):
    token = stand.give()
    stand.page.close()
    assert stand.handouts.address(token) == ""


def test_a_page_without_handouts_knows_no_such_addresses():
    page = PageOutput("0")
    request = b"%s /c/x/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    assert code_of(exchange(page, request % b"GET")) == 404
    assert code_of(exchange(page, b"POST /c/x/delete HTTP/1.1\r\nHost: localhost\r\n\r\n")) == 405
    page.close()
