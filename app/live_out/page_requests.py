"""PageRequest: one request to the page, and its answer."""

from __future__ import annotations

import contextlib
import ipaddress
import json
import logging
import re
import secrets
import select
import string
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import parse_qs, urlsplit

from app.json_records import FORMAT, model_record, result_record
from app.live_out import pictures
from app.live_out.broadcast import MOST_VIEWERS, TooManyViewersError
from app.live_out.handout_answers import HandoutRequest, answer, is_deletion, is_handout_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live_out.broadcast import Shot
    from app.live_out.handouts import Handouts
    from app.live_out.page_server import PageServer
    from app.live_out.pictures import Key

log = logging.getLogger(__name__)

WEB = Path(__file__).parent / "web"
LONGEST_REQUEST = 1 << 14  # bytes; browsers send one or two thousand
SEND_S = 10.0  # for one picture to go, or some bytes of a request to come
PIECE = 1 << 16  # bytes of a file
STILL_S = 2.0  # after which what stands still is sent again, so that nobody thinks that it is gone
BOUNDARY = "picture"
DARK = "#0b0e11"
GREEN: Key = (0, 255, 0)
SAFETY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _RefusedError(Exception):
    """A request is not answered as it was meant; the message is a sentence for people."""

    def __init__(self, status: HTTPStatus, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


class _RequestReader:
    """Reads lines of a request, until they are too long together."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._left = file, LONGEST_REQUEST

    def readline(self, size: int) -> bytes:
        line = self._file.readline(min(size, self._left + 1))
        self._left -= len(line)
        if self._left < 0:
            raise _RefusedError(
                HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                f"A request may have {LONGEST_REQUEST} bytes; this one has more.",
            )
        return line

    def close(self) -> None:
        self._file.close()


class PageRequest(BaseHTTPRequestHandler):
    """Answers GET and HEAD, and the POST that deletes a handout; each connection carries one request."""

    server: PageServer  # pyright: ignore[reportIncompatibleVariableOverride]
    server_version, sys_version = "FastMETRO-Live", ""
    protocol_version = "HTTP/1.1"
    timeout = SEND_S
    disable_nagle_algorithm = True  # the end of a picture goes at once

    def setup(self) -> None:
        """Bound what is read."""
        super().setup()
        self.rfile = _RequestReader(self.rfile)  # pyright: ignore[reportAttributeAccessIssue, reportArgumentType]

    def handle(self) -> None:
        """Answer the request, or say why not."""
        self.close_connection = True
        self.command, self.request_version, self.requestline = "", self.protocol_version, ""
        try:
            self.handle_one_request()
        except _RefusedError as error:
            self._send(error.status, "text/plain; charset=utf-8", f"{error}\n".encode())
        except (TimeoutError, ConnectionError) as error:
            log.debug("a viewer went away (%s)", error)

    def parse_request(self) -> bool:
        """Read the request, and refuse what is not answered here."""
        if not super().parse_request():
            return False
        self.close_connection = True
        is_deletion_wanted = self._handouts is not None and is_deletion(
            self.command, self.path.partition("?")[0]
        )
        if self.command not in ("GET", "HEAD") and not is_deletion_wanted:
            raise _RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "This page can only be looked at.")
        if not self._is_asked_by_name():
            raise _RefusedError(
                HTTPStatus.MISDIRECTED_REQUEST, "Open this page by the address that FastMETRO Live shows."
            )
        return True

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer what was no HTTP request, or one of another version."""
        self.request_version = self.protocol_version
        status = HTTPStatus(code)
        self._send(status, "text/plain; charset=utf-8", f"{message or status.phrase}\n".encode())

    def do_GET(self) -> None:
        """Answer by the path."""
        address = urlsplit(self.path)
        if self._handouts is not None and is_handout_path(address.path):
            self._answer_for_handout(self._handouts, address.path)
            return
        path = self._path_after_token(address.path)
        if not path:  # what the page names lies beside its last slash
            self._send_head(HTTPStatus.MOVED_PERMANENTLY, "text/plain", {"Location": f"{address.path}/"})
            return
        answers: dict[str, Callable[[dict[str, str]], None]] = {
            "/": lambda _: self._send_page("picture", "stream", DARK),
            "/page.js": lambda _: self._send_file("page.js", "text/javascript"),
            "/page.css": lambda _: self._send_file("page.css", "text/css"),
            "/snapshot.jpg": lambda _: self._send_snapshot(),
            "/stream": lambda _: self._stream_pictures(),
            "/mesh": self._send_mesh_page,
            "/mesh/stream": self._stream_mesh,
            "/events": lambda _: self._stream_events(),
            "/joints.json": lambda _: self._send_joints(),
            "/health": lambda _: self._send_health(),
            "/metrics": lambda _: self._send_metrics(),
        }
        answer = answers.get(path)
        if answer is None:
            raise _RefusedError(HTTPStatus.NOT_FOUND, f"There is no page {address.path}.")
        try:
            answer({name: values[-1] for name, values in parse_qs(address.query).items()})
        except TooManyViewersError:
            raise _RefusedError(
                HTTPStatus.SERVICE_UNAVAILABLE,
                f"{MOST_VIEWERS} viewers watch already, and no more can; close one of them.",
            ) from None

    do_HEAD = do_POST = do_GET  # noqa: N815 - http.server's names

    # Who may ask --------------------------------------------------------------------------------------------

    def _is_asked_by_name(self) -> bool:
        """Tell whether a browser means this machine: foreign names may lead here too (DNS rebinding)."""
        with contextlib.suppress(ValueError):
            host = urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""
            with contextlib.suppress(ValueError):
                ipaddress.ip_address(host.partition("%")[0])
                return True
            return host.removesuffix(".") in self.server.names
        return False

    def _path_after_token(self, path: str) -> str:
        if not self.server.token:
            return path
        _, given, *rest = path.split("/", 2)
        if not secrets.compare_digest(given.encode(), self.server.token.encode()):
            raise _RefusedError(
                HTTPStatus.FORBIDDEN, "Open this page by the whole address that FastMETRO Live shows."
            )
        return "".join(f"/{part}" for part in rest)

    @property
    def _handouts(self) -> Handouts | None:
        return self.server.handouts

    # Single answers -----------------------------------------------------------------------------------------

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.server.allow_time(self.connection, SEND_S)
        self._send_head(status, kind, {"Content-Length": str(len(content))})
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_head(self, status: HTTPStatus, kind: str, more: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Connection": "close", **SAFETY, **more}.items():
            self.send_header(name, value)
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()

    def _answer_for_handout(self, handouts: Handouts, path: str) -> None:
        """Send what a handout's address has; a file ends where its handout does."""
        headers = {name.lower(): value for name, value in self.headers.items()}
        given = answer(handouts, HandoutRequest(self.command, path, headers, self.client_address[0]))
        with given.file or contextlib.nullcontext() as file:
            self.server.allow_time(self.connection, SEND_S)
            length = len(given.content) if file is None else given.length
            self._send_head(given.status, "", given.headers | {"Content-Length": str(length)})
            if self.command == "HEAD":
                return
            self.wfile.write(given.content)
            left = 0 if file is None else given.length
            while file is not None and left and handouts.is_open(given.token):
                piece = file.read(min(PIECE, left))
                if not piece:
                    return  # it has been cut
                left -= len(piece)
                self.server.allow_time(self.connection, SEND_S)
                self.wfile.write(piece)

    def _send_file(self, name: str, kind: str) -> None:
        self._send(HTTPStatus.OK, f"{kind}; charset=utf-8", (WEB / name).read_bytes())

    def _send_page(self, kind: str, stream: str, background: str) -> None:
        template = string.Template((WEB / "page.html").read_text(encoding="utf-8"))
        page = template.substitute(kind=kind, stream=stream, background=background)
        self._send(HTTPStatus.OK, "text/html; charset=utf-8", page.encode())

    def _send_mesh_page(self, query: dict[str, str]) -> None:
        key = _key(query)
        if key is None:
            self._send_page("mesh", "mesh/stream", "transparent")
        else:
            digits = bytes(key).hex()
            self._send_page("mesh", f"mesh/stream?background={digits}", f"#{digits}")

    def _send_snapshot(self) -> None:
        shot = self._newest()
        self._send(HTTPStatus.OK, "image/jpeg", _jpeg(shot))

    def _send_joints(self) -> None:
        self.server.broadcast.ask_for_bones()
        shot = self._newest()
        width, height = shot.result.frame.size
        record = {"format": FORMAT, "width": width, "height": height, **_model(shot), **_record(shot)}
        self._send(HTTPStatus.OK, "application/json", _json(record))

    def _send_health(self) -> None:
        is_well, record = self.server.health()
        status = HTTPStatus.OK if is_well else HTTPStatus.SERVICE_UNAVAILABLE
        self._send(status, "application/json", _json(record))

    def _send_metrics(self) -> None:
        text = self.server.metrics()
        if text is None:
            raise _RefusedError(
                HTTPStatus.NOT_IMPLEMENTED,
                "Metrics need the library prometheus-client; install the program's extra 'booth'.",
            )
        self._send(HTTPStatus.OK, "text/plain; version=0.0.4; charset=utf-8", text)

    def _newest(self) -> Shot:
        shot = self.server.broadcast.newest
        if shot is None:
            raise _RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, "There is no picture yet; try again soon.")
        return shot

    # Streams ------------------------------------------------------------------------------------------------

    def _begin_stream(self, kind: str) -> bool:
        """Send the head of a stream, whose pieces may take any time; return whether they are wanted."""
        self.server.allow_time(self.connection, None)
        self._send_head(HTTPStatus.OK, kind, {})
        return self.command != "HEAD"

    def _stream_pictures(self) -> None:
        self._stream("picture", lambda shot: (_jpeg(shot), "image/jpeg", {}))

    def _stream_mesh(self, query: dict[str, str]) -> None:
        key = _key(query)
        if key is None:
            self._stream("mesh", _mesh_png)
        else:
            self._stream("mesh", lambda shot: _mesh_jpeg(shot, key))

    def _stream(self, kind: Any, part_of: Callable[[Shot], tuple[bytes, str, dict[str, str]] | None]) -> None:
        """Send one picture after another, as multipart/x-mixed-replace."""
        broadcast = self.server.broadcast
        with broadcast.viewer(kind) as viewer:
            if not self._begin_stream(f"multipart/x-mixed-replace; boundary={BOUNDARY}"):
                return
            self.wfile.write(f"--{BOUNDARY}\r\n".encode())
            shot: Shot | None = None
            while True:
                shot = viewer.next(STILL_S) or shot
                if broadcast.is_closed:
                    return
                part = None if shot is None else part_of(shot)
                if shot is None or part is None:  # nothing to send, by which it would show who has gone
                    if self._has_gone():
                        return
                    continue
                content, content_kind, more = part
                heads = {"Content-Type": content_kind, "Content-Length": len(content), **more}
                heads["X-Frame"] = shot.result.frame.index
                head = "".join(f"{name}: {value}\r\n" for name, value in heads.items())
                # With the next boundary, so that browsers show a picture at once and not with the next one.
                self.wfile.write(b"%s\r\n%s\r\n--%s\r\n" % (head.encode(), content, BOUNDARY.encode()))

    def _has_gone(self) -> bool:
        """Tell whether the viewer has hung up."""
        with contextlib.suppress(OSError):
            return bool(select.select([self.connection], [], [], 0)[0]) and not self.connection.recv(1)
        return True

    def _stream_events(self) -> None:
        """Send every result as JSON, as server-sent events; before the first one of a model what it is."""
        broadcast = self.server.broadcast
        with broadcast.viewer("events") as viewer:
            if not self._begin_stream("text/event-stream; charset=utf-8"):
                return
            self.wfile.write(b"retry: 1000\n\n")
            about: dict[str, Any] = {}
            while True:
                shot = viewer.next(STILL_S)
                if broadcast.is_closed:
                    return
                if shot is None:
                    self.wfile.write(b":\n\n")  # a comment
                    continue
                width, height = shot.result.frame.size
                now = {"format": FORMAT, "width": width, "height": height, **_model(shot)}
                if now != about:
                    about = now
                    self.wfile.write(b"event: model\ndata: %s\n\n" % _json(now))
                data = shot.once("events", lambda shot=shot: _json(_record(shot)))
                self.wfile.write(b"data: %s\n\n" % data)

    def log_message(self, format: str, *args: Any) -> None:
        """Tell nobody: addresses hold the token."""


def _key(query: dict[str, str]) -> Key | None:
    """Return the colour that is asked for as background; None for none."""
    text = query.get("background", "transparent")
    if text == "transparent":
        return None
    if text == "green":
        return GREEN
    if re.fullmatch("[0-9a-fA-F]{6}", text):
        red, green, blue = bytes.fromhex(text)
        return red, green, blue
    raise _RefusedError(
        HTTPStatus.BAD_REQUEST,
        f"{text!r} is no background; write transparent, green, or six hexadecimal digits such as 00ff00.",
    )


def _jpeg(shot: Shot) -> bytes:
    return shot.once("picture", lambda: pictures.jpeg(shot.result.overlay))


def _mesh_jpeg(shot: Shot, key: Key) -> tuple[bytes, str, dict[str, str]] | None:
    cutout = shot.result.cutout
    if cutout is None:
        return None
    return shot.once(key, lambda: pictures.keyed_jpeg(cutout, key)), "image/jpeg", {}


def _mesh_png(shot: Shot) -> tuple[bytes, str, dict[str, str]] | None:
    cutout = shot.result.cutout
    if cutout is None:
        return None
    content, (left, top) = shot.once("cutout", lambda: pictures.cropped_png(cutout))
    width, height = shot.result.frame.size
    return content, "image/png", {"X-Place": f"{left} {top} {width} {height}"}


def _model(shot: Shot) -> dict[str, Any]:
    return model_record(shot.estimator.info, shot.estimator.template)


def _record(shot: Shot) -> dict[str, Any]:
    return result_record(shot.result, hands=shot.estimator.info.kind == "hand")


def _json(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace")
