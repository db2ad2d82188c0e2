"""PageOutput: a page that shows the picture, the people alone and their numbers to browsers and OBS."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any

from app.live.outputs import OutputStatus
from app.live_out.address import parse_listening
from app.live_out.broadcast import Broadcast
from app.live_out.page_server import PageServer
from app.live_out.vitals import Vitals
from app.text import counted

if TYPE_CHECKING:
    from app.live.estimator import MeshEstimator
    from app.live_out.handouts import Handouts
    from app.live_out.metrics import Metrics
    from app.types import Result

OPEN_TO_NETWORK = "Anybody in this network who has this address sees the picture."


class PageOutput:
    """Serves a page at one address. Pictures are encoded by the threads of those who watch.

    Parameters
    ----------
    address : ``[HOST:]PORT``; this machine alone can ask unless a host says otherwise.
    handouts : what is given to other machines beside it, each at an address of its own.

    Raises
    ------
    UserError : it is no address, or it cannot be listened at.
    """

    def __init__(self, address: str, handouts: Handouts | None = None) -> None:
        self._broadcast, self._vitals = Broadcast(), Vitals()
        self._metrics = _metrics(self._vitals, self._broadcast)
        self._server = PageServer(
            parse_listening(address), self._broadcast, self.health, self.metrics, handouts
        )
        self._handouts = handouts
        if handouts is not None and self._server.is_open_to_network:
            handouts.serve(lambda: self._server.place)

    @property
    def wants_bones(self) -> bool:
        """Whether somebody reads people's numbers."""
        return self._broadcast.wants_bones

    @property
    def wants_cutout(self) -> bool:
        """Whether somebody watches the people alone."""
        return self._broadcast.viewers("mesh") > 0

    @property
    def viewers(self) -> int:
        """How many watch."""
        return self._broadcast.viewers()

    def put(self, result: Result, estimator: MeshEstimator) -> None:
        """Take a result of the pipeline."""
        if self._vitals.put(result, estimator) and self._metrics is not None:
            self._metrics.add(result.times)
        self._broadcast.put(result, estimator)

    def status(self) -> OutputStatus:
        """Return how many watch, and at which address."""
        told = f" {OPEN_TO_NETWORK}" if self._server.is_open_to_network else ""
        if self._broadcast.newest is None:
            return OutputStatus("opening", f"Waiting for the first picture.{told}", self._server.link)
        if self.viewers == 0:
            return OutputStatus("waiting", f"Nobody watches.{told}", self._server.link)
        return OutputStatus("sending", f"{counted(self.viewers, 'viewer')}.{told}", self._server.link)

    def health(self) -> tuple[bool, dict[str, Any]]:
        """Return whether there was a result of late, and how everything does in the words of JSON."""
        left_out = {"not_processed": self._vitals.not_processed, "viewer_too_slow": self._broadcast.left_out}
        more = {"left_out": left_out, "viewers": self.viewers}
        return self._vitals.state == "running", self._vitals.record() | more

    def metrics(self) -> bytes | None:
        """Return how everything does as Prometheus reads it; None without its library."""
        return None if self._metrics is None else self._metrics.text()

    def close(self) -> None:
        """Hang up on everybody and give the port back."""
        if self._handouts is not None:
            self._handouts.serve(None)
        self._server.stop()


def _metrics(vitals: Vitals, broadcast: Broadcast) -> Metrics | None:
    if importlib.util.find_spec("prometheus_client") is None:
        return None
    from app.live_out.metrics import Metrics

    return Metrics(vitals, broadcast)
