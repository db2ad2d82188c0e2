"""LiveOut: the outputs that the options name, opened, fed and closed together."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING, Protocol

from app.live.outputs import OutputStatus, Receiver
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.estimator import MeshEstimator
    from app.live_out.handouts import Handouts
    from app.options import Options
    from app.types import Result


class Output(Receiver, Protocol):
    """One way out, at one address. Its work is done in a thread of its own."""

    def status(self) -> OutputStatus:
        """Return how it does; from any thread."""
        ...

    def close(self) -> None:
        """Say good-bye and end its thread, without waiting for anybody who hangs."""
        ...


def _open_vmc(address: str) -> Output:
    from app.live_out.vmc import VmcOutput

    return VmcOutput(address)


def _open_page(address: str, handouts: Handouts | None = None) -> Output:
    from app.live_out.page import PageOutput

    return PageOutput(address, handouts)


# By the field of Options that holds the address. Each fails with a UserError, whose sentence is shown.
OPENERS: dict[str, Callable[[str], Output]] = {"vmc": _open_vmc, "page": _open_page}


def openers_with(handouts: Handouts | None) -> dict[str, Callable[[str], Output]]:
    """Return them, where the page gives something away."""
    return {**OPENERS, "page": partial(_open_page, handouts=handouts)}


class LiveOut:
    """Hands every result to each output; see :class:`app.live.outputs.Outputs`.

    Parameters
    ----------
    openers : what opens the output of an address, by the field of the options that holds it.
    tell : is told where somebody can look, once it is open.
    """

    def __init__(
        self,
        openers: dict[str, Callable[[str], Output]] = OPENERS,
        tell: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._openers, self._tell = openers, tell
        self._addresses: dict[str, str] = {}
        self._failures: dict[str, str] = {}
        self._outputs: dict[str, Output] = {}  # exchanged whole, as another thread reads it

    @property
    def wants_bones(self) -> bool:
        """Whether one of them does."""
        return any(output.wants_bones for output in self._outputs.values())

    @property
    def wants_cutout(self) -> bool:
        """Whether one of them does."""
        return any(output.wants_cutout for output in self._outputs.values())

    def put(self, result: Result, estimator: MeshEstimator) -> None:
        """Hand a result to each of them."""
        for output in self._outputs.values():
            output.put(result, estimator)

    def open(self, options: Options) -> None:
        """Open what the options name now, and close what they do not name any more."""
        for name, opener in self._openers.items():
            address = getattr(options, name)
            if address == self._addresses.get(name, ""):
                continue
            self._close(name)
            if not address:
                continue
            self._addresses[name] = address
            try:
                output = opener(address)
            except UserError as error:
                self._failures[name] = str(error)
                continue
            self._outputs = {**self._outputs, name: output}
            if (status := output.status()).link:
                self._tell(f"{status.link} {status.sentence}")

    def statuses(self) -> dict[str, OutputStatus]:
        """Return how those that are named do, by the names of their options."""
        failed = {name: OutputStatus("failed", sentence) for name, sentence in self._failures.items()}
        return failed | {name: output.status() for name, output in self._outputs.items()}

    def raise_failure(self) -> None:
        """Raise the failure of any of them, for who cannot go on without.

        Raises
        ------
        UserError : with its sentence.
        """
        for status in self.statuses().values():
            if status.state == "failed":
                raise UserError(status.sentence)

    def close(self) -> None:
        """Close everything, until the next :meth:`open`."""
        with contextlib.ExitStack() as stack:
            for name in tuple(self._addresses):
                stack.callback(self._close, name)

    def _close(self, name: str) -> None:
        self._addresses.pop(name, None)
        self._failures.pop(name, None)
        output = self._outputs.get(name)
        if output is not None:
            self._outputs = {other: kept for other, kept in self._outputs.items() if other != name}
            output.close()
