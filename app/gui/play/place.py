"""Place: a recording, and where in it the player is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.recordings.part import WHOLE, Part

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """What is opened, and how.

    Attributes
    ----------
    path : of the recording.
    plays : it plays rather than standing still.
    position_s : from its beginning.
    part : from in to out point.
    """

    path: Path
    plays: bool = False
    position_s: float = 0.0
    part: Part = WHOLE
