"""Appearance: how the window shall look to whoever sits before it. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scheme = Literal["system", "dark", "light"]
TextSize = Literal["normal", "large", "larger"]

TEXT_FACTORS: dict[TextSize, float] = {"normal": 1.0, "large": 1.15, "larger": 1.3}


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a person may choose.

    Attributes
    ----------
    scheme : dark or light, or as the system is.
    text : how large.
    is_still : nothing moves by itself, also where the system does not ask for that.
    """

    scheme: Scheme = "system"
    text: TextSize = "normal"
    is_still: bool = False
