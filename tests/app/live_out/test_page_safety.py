"""Who may look at the page, and what strange requests and places get."""

import re
import socket
import urllib.error
import urllib.request

import pytest

from app.live_out import page_server
from app.live_out.page import PageOutput
from models.errors import UserError
from tests.fakes.waiting import wait_until


@pytest.fixture
def page():
    made = PageOutput("0")
    yield made
    made.close()


@pytest.fixture
def open_page():
    """One that the network may look at."""
    made = PageOutput("0.0.0.0:0")
    yield made
    made.close()


def port_of(page):
    return int(re.search(r":(\d+)/", page.status().link)[1])


def exchange(page, request: bytes) -> bytes:
    """Send bytes and return all that comes until the other side hangs up."""
    with socket.create_connection(("127.0.0.1", port_of(page)), timeout=30) as connection:
        connection.sendall(request)
        answer = bytearray()
        while piece := connection.recv(1 << 16):
            answer += piece
        return bytes(answer)


def code_of(answer: bytes) -> int:
    return int(re.match(rb"HTTP/1\.1 (\d+) ", answer)[1])


def asked(page, path="/", host="localhost", method="GET"):
    return exchange(page, f"{method} {path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())


def test_this_machine_alone_can_ask_unless_told_otherwise(page):
    assert page.status().link == f"http://127.0.0.1:{port_of(page)}/"
    assert "network" not in page.status().sentence


def test_a_network_needs_the_token_and_is_told_what_that_means(open_page):
    status = open_page.status()
    assert "Anybody in this network who has this address sees the picture." in status.sentence
    path = re.fullmatch(r"http://[\d.]+:\d+(/[\w-]{20,}/)", status.link)[1]
    for wrong in ("/", "/stream", "/joints.json", "/" + "x" * 22 + "/", path[:-2] + "/"):
        answer = asked(open_page, wrong)
        assert code_of(answer) == 403, wrong
        assert b"whole address that FastMETRO Live shows" in answer
    for right in (path, path + "mesh", path + "page.js"):
        assert code_of(asked(open_page, right)) == 200, right
    assert f"\r\nLocation: {path}\r\n".encode() in asked(open_page, path.rstrip("/"))


def test_the_token_is_new_in_every_program_and_stays_while_it_runs(open_page):
    link, port = open_page.status().link, port_of(open_page)
    open_page.close()
    again = PageOutput(f"0.0.0.0:{port}")
    assert again.status().link == link
    again.close()
    page_server.page_token.cache_clear()
    other = PageOutput("0.0.0.0:0")
    assert other.status().link.split("/")[3] != link.split("/")[3]
    other.close()


@pytest.mark.parametrize(
    "host", ["attacker.example", "127.0.0.1.attacker.example", "", "[", "localhost@evil", "a b"]
)
def test_a_foreign_name_that_leads_here_is_refused(page, host):
    answer = asked(page, "/joints.json", host)
    assert code_of(answer) == 421
    assert b"address that FastMETRO Live shows" in answer


@pytest.mark.parametrize(
    "host", ["localhost:1", "127.0.0.1", "[::1]:8080", "LOCALHOST.", socket.gethostname()]
)
def test_own_names_and_numbers_are_answered(page, host):
    assert code_of(asked(page, "/", host)) == 200


def test_nobody_else_s_pages_may_read_or_hold_it(page):
    head = asked(page).partition(b"\r\n\r\n")[0].lower()
    assert b"access-control-allow-origin" not in head
    assert b"cross-origin-resource-policy: same-origin" in head
    assert b"frame-ancestors 'none'" in head
    assert b"cache-control: no-store" in head
    assert b"python" not in head


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_it_can_only_be_looked_at(page, method):
    answer = asked(page, method=method)
    assert code_of(answer) == 405
    assert b"\r\nAllow: GET, HEAD\r\n" in answer


@pytest.mark.parametrize("path", ["/", "/page.js", "/stream", "/mesh/stream", "/events"])
def test_a_head_is_the_same_without_what_follows(page, path):
    answer = asked(page, path, method="HEAD")
    assert code_of(answer) == 200
    assert answer.endswith(b"\r\n\r\n")
    wait_until(lambda: page.viewers == 0)


@pytest.mark.parametrize(
    "path",
    ["/nothing", "/../page.py", "/web/page.js", "/page.html", "/stream/", "/%2e%2e/app", "/\x7f"],
)
def test_there_is_nothing_else(page, path):
    assert code_of(asked(page, path)) == 404


@pytest.mark.parametrize(
    ("request_bytes", "code"),
    [
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X: y\r\n" * 10_000 + b"\r\n", 431),
        (b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n", 431),
        (b"GET / HTTP/9.1\r\n\r\n", 505),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 hello\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 421),
    ],
    ids=["many headers", "a long line", "a version to come", "TLS", "no host"],
)
def test_what_is_no_usual_request_is_refused(page, request_bytes, code):
    try:
        answer = exchange(page, request_bytes)
    except ConnectionResetError:  # it hung up while more was on its way
        answer = b""
    assert not answer or code_of(answer) == code
    assert code_of(asked(page)) == 200


def test_who_sends_a_request_too_slowly_is_hung_up_on(monkeypatch):
    monkeypatch.setattr(page_server, "ANSWER_S", 0.2)
    page = PageOutput("0")
    with socket.create_connection(("127.0.0.1", port_of(page)), timeout=30) as connection:
        connection.sendall(b"GET / HT")
        assert connection.recv(1) == b""
    page.close()


def test_more_connections_than_there_are_threads_for_are_closed_at_once(page, monkeypatch):
    monkeypatch.setattr(page_server, "MOST_CONNECTIONS", 2)
    held = [socket.create_connection(("127.0.0.1", port_of(page)), timeout=30) for _ in range(3)]
    assert held[2].recv(1) == b""
    for connection in held:
        connection.close()
    wait_until(lambda: code_of(asked_or_refused(page)) == 200)


def asked_or_refused(page):
    try:
        return asked(page) or b"HTTP/1.1 0 "
    except ConnectionError:
        return b"HTTP/1.1 0 "


def test_a_port_in_use_is_said_with_another_one(page):
    port = port_of(page)
    with pytest.raises(
        UserError, match=f"Port {port} is in use by another program; give another one, such as"
    ):
        PageOutput(str(port))


@pytest.mark.parametrize("host", ["203.0.113.7", "nowhere.invalid"])
def test_an_address_of_another_machine_is_said(host):
    with pytest.raises(UserError, match=f"{host} is no address of this machine; give 0.0.0.0 for all"):
        PageOutput(f"{host}:0")


def test_a_name_in_the_network_and_ipv6_serve_too():
    page = PageOutput("[::1]:0")
    with urllib.request.urlopen(page.status().link, timeout=10) as answer:
        assert answer.status == 200
    assert page.status().link.startswith("http://[::1]:")
    page.close()
