"""What a pipeline's results are sent to outside of the window, as the pipeline and the window know it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.live.estimator import MeshEstimator
    from app.options import Options
    from app.types import Result


@dataclass(frozen=True, slots=True)
class OutputStatus:
    """How an output does.

    Attributes
    ----------
    state : ``opening`` before anything could be sent; ``sending``; ``waiting`` with nothing to send at
        present; ``failed``, for good: only another address helps.
    sentence : for people, such as ``Sending to 127.0.0.1:39539, 30 a second.``
    link : an address that a browser opens; empty where there is none.
    """

    state: Literal["opening", "sending", "waiting", "failed"]
    sentence: str
    link: str = ""


class Receiver(Protocol):
    """Gets results as they are made. Nothing here ever waits: it is called between two frames."""

    @property
    def wants_bones(self) -> bool:
        """Whether people's bones are to be found, which takes time in every frame."""
        ...

    @property
    def wants_cutout(self) -> bool:
        """Whether people are to be drawn alone too, which takes time in every frame."""
        ...

    def put(self, result: Result, estimator: MeshEstimator) -> None:
        """Take a result, in the thread that made it; also one that was drawn again."""
        ...


class Outputs(Receiver, Protocol):
    """All outputs that options name. They stay open while one source is exchanged for another.

    But for :meth:`put` one thread calls, the one that changes the options.
    """

    def open(self, options: Options) -> None:
        """Open what the options name now, and close what they do not name any more."""
        ...

    def statuses(self) -> Mapping[str, OutputStatus]:
        """Return how those that are named do, by the names of their options."""
        ...

    def close(self) -> None:
        """Close everything, until the next :meth:`open`."""
        ...
