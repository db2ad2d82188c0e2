"""PictureRule: decides, frame by frame, whether a recording keeps the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.types import Person

PictureChoice = Literal["keep", "leave_out", "end"]


class PictureRule(Protocol):
    """Is asked in the thread that makes results, and answers at once.

    Attributes
    ----------
    held_back_s : for so long a picture that is kept may still be taken back by an end; it reaches no disk.
    """

    held_back_s: float

    def choose(self, people: Sequence[Person], time_s: float) -> PictureChoice:
        """Choose for the next frame; after an ``end`` no picture of the recording is kept any more.

        Parameters
        ----------
        people : everybody who was found in it.
        time_s : of the frame, on the source's clock.
        """
        ...
