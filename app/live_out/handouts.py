"""Handouts: files that the page gives to whoever has their address, for a while; for any thread."""

from __future__ import annotations

import secrets
import threading
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PATH = "c"  # the first part of every handout's address, which needs no other token
TOKEN_BYTES = 16  # 128 bits: nobody guesses them
MOST_WRONG = 30  # addresses that are none, from one place,
WRONG_S = 60.0  # within so many seconds; then it gets no answer for as long
MOST_PLACES = 1000  # that are remembered to have asked for wrong ones
DELETE_S = 8.0  # for files to be deleted before whoever asked for it is told that it takes longer


@dataclass(frozen=True, slots=True)
class HandoutWords:
    """What a handout's page says in one language."""

    making: str
    ready: str
    failed: str
    save: str
    delete: str
    deleted: str
    not_deleted: str
    gone: str


@dataclass(frozen=True, slots=True)
class HandoutFile:
    """A file that is given away.

    Attributes
    ----------
    name : by which it is asked for, and under which it is saved.
    kind : its media type.
    path : where it lies.
    """

    name: str
    kind: str
    path: Path


@dataclass(frozen=True, slots=True)
class Handout:
    """What is to be had at one address.

    Attributes
    ----------
    token : that nobody guesses.
    until_s : when the address ends, on the handouts' clock.
    state : whether the files are there, or never will be.
    files : what is given away.
    """

    token: str
    until_s: float
    state: Literal["making", "ready", "failed"] = "making"
    files: tuple[HandoutFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Deletion:
    """Somebody asked that all that a handout is of be deleted; whoever owns the files answers."""

    token: str
    done: threading.Event = field(default_factory=threading.Event)


class TooManyWrongError(Exception):
    """Somebody has asked for so many addresses that are none that no answer is given for a while."""


class Handouts:
    """Keeps handouts until their time is over, or they are closed.

    Parameters
    ----------
    words : what the pages say, by language; the first is that of whoever wants another one.
    clock : seconds that only go forwards.
    """

    def __init__(
        self, words: Mapping[str, HandoutWords], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.words, self._clock = words, clock
        self._lock = threading.Lock()
        self._handouts: dict[str, Handout] = {}
        self._wrong: dict[str, tuple[float, int]] = {}  # since when, and how many, by whoever asked
        self._deletions: list[Deletion] = []
        self._where: Callable[[], str] | None = None

    # For whoever has something to give ----------------------------------------------------------------------

    def open(self, seconds: float) -> Handout:
        """Open an address for so long; its page says that the files are being made."""
        handout = Handout(secrets.token_urlsafe(TOKEN_BYTES), self._clock() + seconds)
        with self._lock:
            self._forget_old()
            self._handouts[handout.token] = handout
        return handout

    def fill(self, token: str, files: tuple[HandoutFile, ...]) -> None:
        """Give files away, or say that there are none, if the address is open still."""
        with self._lock:
            if (handout := self._handouts.get(token)) is not None:
                state = "ready" if files else "failed"
                self._handouts[token] = replace(handout, state=state, files=files)

    def close(self, token: str) -> None:
        """End an address."""
        with self._lock:
            self._handouts.pop(token, None)

    def is_open(self, token: str) -> bool:
        """Whether an address can be asked for."""
        with self._lock:
            self._forget_old()
            return token in self._handouts

    def address(self, token: str) -> str:
        """Return the whole address, as other machines of the network reach it; empty where none does."""
        where = self._where
        return "" if where is None else f"{where()}/{PATH}/{token}/"

    def deletions(self) -> list[Deletion]:
        """Return what is to be deleted, once."""
        with self._lock:
            asked, self._deletions = self._deletions, []
        return asked

    # For the page -------------------------------------------------------------------------------------------

    def serve(self, where: Callable[[], str] | None) -> None:
        """Take note of who gives them away: what returns its address, None for nobody any more."""
        self._where = where

    def find(self, token: str, asker: str) -> Handout | None:
        """Return what is to be had at an address, None if it is none, or none any more.

        Parameters
        ----------
        token : that is asked for; how long the answer takes does not tell how much of it is right.
        asker : the number of the machine that asks.

        Raises
        ------
        TooManyWrongError : this one has asked for too many that are none.
        """
        now = self._clock()
        with self._lock:
            self._forget_old()
            since, wrong = self._wrong.get(asker, (now, 0))
            if now - since >= WRONG_S:
                since, wrong = now, 0
            if wrong >= MOST_WRONG:
                raise TooManyWrongError
            found = None
            for known, handout in self._handouts.items():  # all of them, wherever the right one stands
                if secrets.compare_digest(known.encode(), token.encode("utf-8", "replace")):
                    found = handout
            if found is None:
                self._wrong.pop(asker, None)  # so that the oldest ones stand first
                self._wrong[asker] = since, wrong + 1
                while len(self._wrong) > MOST_PLACES:
                    del self._wrong[next(iter(self._wrong))]
            return found

    def delete(self, handout: Handout) -> bool:
        """Close an address and have all that it is of deleted; return whether nothing is left."""
        deletion = Deletion(handout.token)
        with self._lock:
            self._handouts.pop(handout.token, None)
            self._deletions.append(deletion)
        return deletion.done.wait(DELETE_S)

    def _forget_old(self) -> None:
        now = self._clock()
        for token in [token for token, handout in self._handouts.items() if handout.until_s <= now]:
            del self._handouts[token]
