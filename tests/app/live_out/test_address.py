"""Addresses of live outputs: what people may write, and what is refused with a sentence."""

import pytest

from app.live_out.address import parse_address, parse_listening
from models.errors import UserError


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("127.0.0.1", "127.0.0.1:39539"),
        (" studio-pc.local:39540 ", "studio-pc.local:39540"),
        ("::1", "[::1]:39539"),
        ("[fe80::1%eth0]:1", "[fe80::1%eth0]:1"),
        ("localhost:65535", "localhost:65535"),
    ],
)
def test_an_address_may_leave_its_port_out(text, shown):
    address = parse_address(text, 39539)
    assert str(address) == shown
    assert parse_address(shown, 1) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":39539",
        "host:",
        "host:0",
        "host:65536",
        "host:port",
        "osc://host:1",
        "a b",
        "[::1",
        "a:b:c",
        "[x]:1",
    ],
)
def test_anything_else_is_refused_with_what_an_address_looks_like(text):
    with pytest.raises(UserError, match=r"no address such as 127\.0\.0\.1 or 127\.0\.0\.1:39539"):
        parse_address(text, 39539)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8080", "127.0.0.1:8080"),
        (" 0.0.0.0:80 ", "0.0.0.0:80"),
        ("[::1]:8080", "[::1]:8080"),
        ("studio-pc:65535", "studio-pc:65535"),
        ("0", "127.0.0.1:0"),
    ],
)
def test_whoever_listens_may_leave_the_host_out(text, shown):
    assert str(parse_listening(text)) == shown


@pytest.mark.parametrize(
    "text",
    ["", "host", ":8080", "host:", "65536", "-1", "8o80", "::1", "[::1]", "[x]:1", "::1:80", "a b:1", "٨"],
)
def test_what_cannot_be_listened_at_is_refused_with_what_it_looks_like(text):
    with pytest.raises(UserError, match=r"no port such as 8080, .* such as 0\.0\.0\.0:8080"):
        parse_listening(text)
