"""Addresses of live outputs: what people may write, and what is refused with a sentence."""

import pytest

from app.live_out.address import parse_address
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
