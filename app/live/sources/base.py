"""Source: frames, one after another, whatever they come from.

Every source delivers RGB frames with true time stamps and is used by one thread; only :meth:`Source.cancel`
may be called from another. A camera or stream that goes away is a state (``"lost"``), not an error: the
source keeps trying to get it back.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal

from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.types import Frame

State = Literal["ok", "lost"]


class SourceError(UserError):
    """A source that cannot be used; the message is one sentence for people."""


class Source(ABC):
    """Frames, one after another.

    Attributes
    ----------
    name : as shown to people.
    width, height : pixels of the last frame, or of the first one to come.
    is_live : a camera or stream, which does not wait for anybody.
    files : that it reads, so that nobody writes over them.
    has_photos : each frame is one of the files.
    frame_count : None where it is unknown.
    fps : nominal frames a second, None where it is unknown; true times are in the frames.
    state : ``"lost"`` while a camera or stream is away.
    gives : size, format and rate of a camera or stream, as its driver says; empty of others.
    """

    name: str
    width: int = 0
    height: int = 0
    is_live: bool = False
    files: tuple[Path, ...] = ()
    has_photos: bool = False
    frame_count: int | None = None
    fps: float | None = None
    state: State = "ok"
    gives: str = ""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    @abstractmethod
    def read(self) -> Frame | None:
        """Wait for the next frame; None at the end, and soon after :meth:`cancel`."""

    def cancel(self) -> None:
        """Make a waiting :meth:`read` return; may be called from any thread."""
        self._cancelled.set()

    def resume(self) -> None:  # noqa: B027 - only recorded sources have a clock to set
        """Go on after a pause in reading without making up for the time that passed."""

    def close(self) -> None:
        """Give the device or file back."""
        self.cancel()
