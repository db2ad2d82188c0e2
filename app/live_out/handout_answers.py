"""What the page answers to whoever asks for a handout: its page, its files or parts of them, its end."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import html
import os
import re
import string
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from app.live_out.handouts import PATH, WRONG_S, TooManyWrongError
from models.errors import UserError
from models.files import open_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.live_out.handouts import Handout, HandoutFile, Handouts, HandoutWords

WEB = Path(__file__).parent / "web"
REFRESH_S = 2  # between two looks of a page whose files are being made
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True, slots=True)
class HandoutRequest:
    """What is asked.

    Attributes
    ----------
    method : ``GET``, ``HEAD`` or ``POST``.
    path : of the address, which begins with a handout's.
    headers : by their names in small letters.
    asker : the number of the machine that asks.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    asker: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back.

    Attributes
    ----------
    status, headers : of HTTP, those that every answer has left out.
    content : all of it; or else
    file, length : that is sent on from where it stands, so many bytes; whoever sends it closes it.
    token : of the handout that the file belongs to.
    """

    status: HTTPStatus
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    file: BinaryIO | None = None
    length: int = 0
    token: str = ""


def is_handout_path(path: str) -> bool:
    """Whether a path is that of a handout, if there is one."""
    return path.startswith(f"/{PATH}/")


def is_deletion(method: str, path: str) -> bool:
    """Whether a request asks to delete what a handout is of; it alone changes something."""
    return method == "POST" and is_handout_path(path) and path.endswith("/delete")


def answer(handouts: Handouts, request: HandoutRequest) -> Answer:
    """Answer a request for a handout."""
    language, words = _words(handouts.words, request.headers.get("accept-language", ""))
    _, _, token, *rest = request.path.split("/")
    try:
        handout = handouts.find(token, request.asker)
    except TooManyWrongError:
        headers = {"Retry-After": f"{WRONG_S:.0f}"}
        return Answer(HTTPStatus.TOO_MANY_REQUESTS, headers | _TEXT, b"Too many wrong addresses; wait.\n")
    gone = _page(HTTPStatus.NOT_FOUND, language, words.gone)
    if handout is None:
        return gone
    if request.method == "POST":
        is_done = handouts.delete(handout)
        return _page(HTTPStatus.OK, language, words.deleted if is_done else words.not_deleted)
    if rest == []:  # what the page names lies beside its last slash
        return Answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{request.path}/"} | _TEXT)
    if rest == [""]:
        return _handout_page(handout, language, words)
    for file in handout.files:
        if rest == [file.name]:
            return _file_answer(file, handout.token, request.headers) or gone
    return gone


_TEXT = {"Content-Type": "text/plain; charset=utf-8"}


def _words(words: Mapping[str, HandoutWords], accepted: str) -> tuple[str, HandoutWords]:
    """Return the language that a browser likes best of those there are, and its words."""
    wanted: list[tuple[float, str]] = []
    for each in accepted.split(",")[:20]:
        name, _, quality = each.strip().partition(";q=")
        with contextlib.suppress(ValueError):
            wanted.append((float(quality or 1), name[:2].lower()))
    for _, language in sorted(wanted, key=lambda each: -each[0]):
        if language in words:
            return language, words[language]
    return next(iter(words.items()))


def _handout_page(handout: Handout, language: str, words: HandoutWords) -> Answer:
    said = {"making": words.making, "ready": words.ready, "failed": words.failed}[handout.state]
    shown: list[str] = []
    for file in handout.files:
        name = html.escape(file.name)
        is_video = file.kind.startswith("video/")
        see = f'<video src="{name}" controls loop playsinline></video>' if is_video else f'<img src="{name}">'
        shown.append(f'{see}\n<a href="{name}" download="{name}">{html.escape(words.save)}</a>')
    shown.append(f'<form method="post" action="delete"><button>{html.escape(words.delete)}</button></form>')
    headers = {"Refresh": str(REFRESH_S)} if handout.state == "making" else {}
    return _page(HTTPStatus.OK, language, said, "\n".join(shown), headers)


def _page(
    status: HTTPStatus, language: str, said: str, more: str = "", headers: Mapping[str, str] | None = None
) -> Answer:
    style = (WEB / "handout.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = string.Template((WEB / "handout.html").read_text(encoding="utf-8"))
    page = template.substitute(language=language, style=style, said=html.escape(said), more=more)
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data:; media-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    kinds = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
    return Answer(status, kinds | dict(headers or {}), page.encode())


def _file_answer(file: HandoutFile, token: str, headers: Mapping[str, str]) -> Answer | None:
    """Return a file or the part of it that is asked for, as phones do to play a video; None if it is gone."""
    try:
        opened = open_plain(file.path)
    except (OSError, UserError):
        return None
    size = os.fstat(opened.fileno()).st_size
    about = {
        "Content-Type": file.kind,
        "Content-Disposition": f'inline; filename="{file.name}"',
        "Accept-Ranges": "bytes",
    }
    # A part of what was there before is not asked for in vain: no version is told, so none can be meant.
    asked = "" if "if-range" in headers else headers.get("range", "")
    match = _RANGE.fullmatch(asked.replace(" ", ""))
    if match is None or match.groups() == ("", ""):
        return Answer(HTTPStatus.OK, about, file=opened, length=size, token=token)
    first, last = match.groups()
    begin = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if not begin <= end:
        opened.close()
        about["Content-Range"] = f"bytes */{size}"
        return Answer(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, about)
    opened.seek(begin)
    about["Content-Range"] = f"bytes {begin}-{end}/{size}"
    return Answer(HTTPStatus.PARTIAL_CONTENT, about, file=opened, length=end - begin + 1, token=token)
