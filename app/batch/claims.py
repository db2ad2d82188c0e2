"""Claims: who works on an input, so that programs that share a disk, on one machine or several, do it once.

A claim is a file that only one program can make. Its owner touches it while it works; one that is touched no
longer, or whose owner's process is gone from this machine, may be taken over. Should two programs work on one
input all the same, as after a machine slept, each does so in a folder of its own and moves whole files.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import shutil
import threading
import time
import uuid
from typing import TYPE_CHECKING, Any

from app.system.processes import start_of

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from app.batch.records import Records

BEAT_S = 10.0
STALE_S = 180.0  # network disks may show a file's time a minute late
# The owner of a claim that was made a moment ago, or by a program that died at that moment.
_UNKNOWN = "unknown"
_UNKNOWN_S = 15.0  # after which it died


@contextlib.contextmanager
def claimed(claims: Path, key: str, stale: str) -> Generator[str | None]:
    """Hold an input while the block runs; yields the claim's token, or None if another program holds it.

    Parameters
    ----------
    claims : the folder of all claims.
    stale : the token of a claim to be taken over, as of :meth:`ClaimWatch.takeable`.
    """
    path, token = claims / key, uuid.uuid4().hex
    owner = json.dumps({"token": token, "host": platform.node(), **_process(os.getpid())})
    if stale:
        _remove(path, stale)
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(owner)
    except FileExistsError:
        yield None
        return
    over = threading.Event()
    beat = threading.Thread(target=_beat, args=(path, token, over), name="claim", daemon=True)
    beat.start()
    try:
        yield token
    finally:
        over.set()
        beat.join()
        if _owner(path).get("token") == token:
            path.unlink(missing_ok=True)


def _process(pid: int) -> dict[str, Any]:
    return {"pid": pid, "started": start_of(pid)}


def _beat(path: Path, token: str, over: threading.Event) -> None:
    while not over.wait(BEAT_S):
        if _owner(path).get("token") == token:  # or this machine slept and lost it
            with contextlib.suppress(OSError):
                os.utime(path)


def _owner(path: Path) -> dict[str, Any]:
    """Return what a claim says of its owner; empty if there is none."""
    try:
        owner = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        return {"token": _UNKNOWN}
    return owner if isinstance(owner, dict) and "token" in owner else {"token": _UNKNOWN}


def _is_dead(owner: dict[str, Any]) -> bool:
    """Whether a claim's owner was a process of this machine that is gone."""
    pid = owner.get("pid")
    return owner.get("host") == platform.node() and isinstance(pid, int) and owner != owner | _process(pid)


def _remove(path: Path, token: str) -> None:
    """Remove a claim if it still has this token; a newer one that came meanwhile is given back."""
    aside = path.with_name(f"{path.name}.{uuid.uuid4().hex}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    if _owner(aside).get("token") != token:
        with contextlib.suppress(OSError):
            os.link(aside, path)
    aside.unlink(missing_ok=True)


class ClaimWatch:
    """Tells which claims are held, by whether they were touched while it looked: clocks may differ.

    Parameters
    ----------
    claims : the folder of all claims.
    stale_s : seconds after which a claim that is not touched is nobody's.
    """

    def __init__(self, claims: Path, stale_s: float = STALE_S) -> None:
        self._claims, self._stale_s = claims, stale_s
        self._seen: dict[str, tuple[int, float]] = {}  # the time a claim tells, and when that was first seen

    def takeable(self, key: str) -> str | None:
        """Return "" if an input is free, the token of a claim that may be taken over, None if it is held."""
        path = self._claims / key
        owner = _owner(path)
        if not owner:
            return ""
        try:
            told = path.stat().st_mtime_ns
        except FileNotFoundError:
            return ""
        seen, since = self._seen.get(key, (None, 0.0))
        if told != seen:
            since = time.monotonic()
            self._seen[key] = (told, since)
        most = min(_UNKNOWN_S, self._stale_s) if owner["token"] == _UNKNOWN else self._stale_s
        is_stale = _is_dead(owner) or time.monotonic() - since >= most
        return owner["token"] if is_stale else None


def sweep(records: Records) -> None:
    """Remove what dead programs left: claims of this machine, unclaimed work, and tries that ended."""
    records.forget_settled_tries()
    work = list(records.work.iterdir())  # before the claims: none of it is older than its claim
    tokens: set[str] = set()
    for path in list(records.claims.iterdir()):
        owner = _owner(path)
        if _is_dead(owner):
            _remove(path, owner["token"])
        elif owner:
            tokens.add(owner["token"])
    for left in work:
        if left.name.partition(".")[2] in tokens:
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)
