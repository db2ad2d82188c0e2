"""Where a server may be, and what keeps pictures and tokens from going there unprotected."""

import importlib.util

import pytest

from app.options import Options
from app.server.address import TOKEN, parse_server, server_of
from models.errors import UserError
from tests.app.cli.doll_clip import run

needs_client = pytest.mark.skipif(
    importlib.util.find_spec("tritonclient") is None, reason="needs the extra 'server'"
)


@pytest.mark.parametrize(
    ("text", "shown", "here"),
    [
        ("grpc://127.0.0.1:8001", "grpc://127.0.0.1:8001", True),
        ("grpc://localhost:1", "grpc://localhost:1", True),
        ("grpc://[::1]:8001", "grpc://[::1]:8001", True),
        (" grpcs://GPU-box.local:65535/ ", "grpcs://gpu-box.local:65535", False),
        ("grpcs://10.0.0.7:8001", "grpcs://10.0.0.7:8001", False),
        ("grpc://localhost.example.org:8001", "grpc://localhost.example.org:8001", False),
    ],
)
def test_an_address_names_how_where_and_the_port(text, shown, here):
    address = parse_server(text)
    assert str(address) == shown
    assert address.is_here == here
    assert parse_server(shown) == address


@pytest.mark.parametrize(
    "text",
    [
        *("", "gpu:8001", "grpc://", "grpc://host", "grpc://host:0", "grpc://host:65536", "grpc://:8001"),
        *("http://host:8001", "grpc://host:8001/path", "grpc://host:80?x=1", "grpc://[::1", "grpc://a b:1"),
        "grpc://me:secret@host:8001",
    ],
)
def test_anything_else_is_refused_and_not_repeated(text):
    with pytest.raises(UserError, match=r"no server's address such as grpcs://gpu-box:8001;") as refused:
        parse_server(text)
    assert "secret" not in str(refused.value)


def test_wrong_addresses_are_wrong_usage(capfd):
    assert run("run", "sample", "--server", "gpu-box") == 2
    assert "no server's address such as" in capfd.readouterr().err


def test_no_server_is_named_unless_asked_for(monkeypatch):
    monkeypatch.setenv(TOKEN, "abc")
    assert server_of(Options()) is None


@needs_client
def test_pictures_go_unencrypted_to_this_machine_alone_unless_allowed():
    assert server_of(Options(server="grpc://127.0.0.1:8001")).port == 8001
    assert server_of(Options(server="grpcs://gpu:8001")).is_encrypted
    with pytest.raises(UserError, match=r"grpc://gpu:8001 would get people's pictures unencrypted"):
        server_of(Options(server="grpc://gpu:8001"))
    assert not server_of(Options(server="grpc://gpu:8001", server_insecure=True)).is_encrypted


@needs_client
def test_a_token_is_taken_from_the_environment_and_shown_nowhere(monkeypatch):
    monkeypatch.setenv(TOKEN, "s3cret")
    address = server_of(Options(server="grpcs://gpu:8001"))
    assert address.token == "s3cret"
    assert "s3cret" not in f"{address} {address!r}"
    with pytest.raises(UserError, match="would go to grpc://gpu:8001 unencrypted") as refused:
        server_of(Options(server="grpc://gpu:8001", server_insecure=True))
    assert "s3cret" not in str(refused.value)
    for wrong in ("two words", "line\n", "größe"):
        monkeypatch.setenv(TOKEN, wrong)
        with pytest.raises(UserError, match=f"{TOKEN} holds spaces") as refused:
            server_of(Options(server="grpcs://gpu:8001"))
        assert wrong not in str(refused.value)


@needs_client
def test_root_certificates_are_read_or_refused(tmp_path):
    pem = tmp_path / "root.pem"
    with pytest.raises(UserError, match=r"root\.pem cannot be read \(No such file"):
        server_of(Options(server="grpcs://gpu:8001", server_ca=str(pem)))
    pem.write_text("nothing")
    with pytest.raises(UserError, match="holds no certificate in PEM"):
        server_of(Options(server="grpcs://gpu:8001", server_ca=str(pem)))
    pem.write_text("-----BEGIN CERTIFICATE-----\n")
    with pytest.raises(UserError, match="is for a server with TLS; write grpcs://127"):
        server_of(Options(server="grpc://127.0.0.1:8001", server_ca=str(pem)))
    assert server_of(Options(server="grpcs://gpu:8001", server_ca=str(pem))).root_certificates
    with pytest.raises(UserError, match="is a folder"):
        server_of(Options(server="grpcs://gpu:8001", server_ca=str(tmp_path)))


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(UserError, match=r"tritonclient: .*\[server"):
        server_of(Options(server="grpc://127.0.0.1:8001"))
