"""Part: from when to when of a recording."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.errors import UserError

_SAME_S = 1e-6  # moments as near as this are the same one


@dataclass(frozen=True, slots=True)
class Part:
    """The frames between two moments, both included.

    Attributes
    ----------
    start_s, end_s : seconds from the recording's first frame; None for its beginning and its end.
    """

    start_s: float | None = None
    end_s: float | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.start_s is None and self.end_s is None

    def bounds(self, length_s: float) -> tuple[float, float]:
        """Return both moments in a recording that is so many seconds long."""
        return 0.0 if self.start_s is None else self.start_s, length_s if self.end_s is None else self.end_s

    def rows(self, times_s: np.ndarray, name: str) -> slice:
        """Return which frames of a recording are in it.

        Parameters
        ----------
        times_s : (T,) rising times of the recording's frames.
        name : of the recording, to be told.

        Raises
        ------
        UserError : the moments do not follow each other, or no frame lies between them.
        """
        if self.is_whole or not len(times_s):
            return slice(0, len(times_s))
        length_s = float(times_s[-1] - times_s[0])
        start_s, end_s = self.bounds(length_s)
        if start_s > length_s + _SAME_S:
            raise UserError(f"{name} is {length_s:.2f} s long; begin before that, not at {start_s:g} s.")
        if end_s < start_s:
            raise UserError(
                f"The end at {end_s:g} s is before the beginning at {start_s:g} s; give a later end."
            )
        bounds = float(times_s[0]) + np.array([start_s - _SAME_S, end_s + _SAME_S])
        first, last = np.searchsorted(times_s, bounds).tolist()
        if first == last:
            raise UserError(
                f"{name} has no frame between {start_s:g} and {end_s:g} s; give a longer stretch."
            )
        return slice(first, last)


WHOLE = Part()
