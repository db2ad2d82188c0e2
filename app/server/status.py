"""RemoteStatus: how an inference server does, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class RemoteStatus:
    """How a server does.

    Attributes
    ----------
    state : ``away`` and ``refused`` ones are looked for again after a while, and this machine computes.
    label : a few words for the picture's corner.
    sentence : for people.
    """

    state: Literal["connecting", "serving", "away", "refused"]
    label: str
    sentence: str
