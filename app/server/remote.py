"""RemoteModel: a model on an inference server, and when to do without it.

A thread of its own looks for the server, again and again while it is away, and hands a connection over only
once the server has proved by a made-up picture that it has the right model and gives the local results. Who
asks never waits for that, and for an answer no longer than a frame may take.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

import numpy as np

from app.server.connection import Connection, ServerError, ServerLateError, ServerRefusalError
from app.server.status import RemoteStatus
from models.errors import UserError
from models.inference.served_model import MOST_PEOPLE, ServedModel
from models.inference.store import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.server.address import ServerAddress
    from app.server.proof import Proof
    from models.inference.inputs import Subject
    from models.inference.onnx_model import Estimate, OnnxModel

log = logging.getLogger(__name__)

FRAME_S = 1 / 30  # a live picture waits no longer for an answer
PATIENT_S = 2.0  # where every frame of a file is taken
CONNECT_S = 5.0  # for each question before the first picture is sent
RETRY_S = (5.0, 60.0)  # the first wait, which doubles each time, and the longest
MOST_LATE = 3  # answers in a row
TRIALS = 3
CLOSE_S = 1.0


class RemoteModel:
    """A model on a server. Made, asked and closed by one thread; its status is for any.

    Parameters
    ----------
    address : of the server.
    model : the same model here.
    proof : what the server has to give first.
    deadline_s : how long an answer may take.
    retry_s : the first and the longest wait before the server is looked for again.

    Attributes
    ----------
    address : the same.
    status : how the server does.
    answered : for how many crops.

    Raises
    ------
    OSError : the model's file cannot be read.
    """

    def __init__(
        self,
        address: ServerAddress,
        model: OnnxModel,
        proof: Proof,
        *,
        deadline_s: float = FRAME_S,
        retry_s: tuple[float, float] = RETRY_S,
        connect: Callable[[ServerAddress, ServedModel], Connection] = Connection,
    ) -> None:
        self.address, self._model, self._proof, self._connect = address, model, proof, connect
        self._deadline_s, self._retry_s = deadline_s, retry_s
        self._served = ServedModel.of(model)
        self._connection: Connection | None = None  # the asking thread's own, once it is handed over
        self._late = 0  # answers in a row
        self.answered = 0
        self.status = RemoteStatus(
            "connecting", "Looking for the server", f"Looking for the server {address}."
        )
        self._lock = threading.Lock()  # a status is of the connection that stands beside it
        self._tried = threading.Event()
        self._lost = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="server", daemon=True)
        self._thread.start()

    def estimate(self, model: OnnxModel, subjects: Sequence[Subject]) -> list[Estimate] | None:
        """Have people reconstructed by the server; None where the local network has to do it.

        Parameters
        ----------
        model : the local model, which cuts the crops and reads the answers.
        """
        connection = self._connection
        if connection is None or not subjects:
            return None
        deadline = time.monotonic() + self._deadline_s
        estimates: list[Estimate] = []
        try:
            for start in range(0, len(subjects), MOST_PEOPLE):
                chosen = subjects[start : start + MOST_PEOPLE]
                feed = {
                    name: np.stack([one.to_send(name, subject) for subject in chosen])
                    for name, one in model.inputs.items()
                }
                values = connection.infer(feed, max(deadline - time.monotonic(), 0.001))
                _check(model, values, len(chosen))
                estimates += model.decode(values, chosen)
        except ServerLateError as error:
            self._late += 1
            if self._late >= MOST_LATE:
                self._drop(error)
            return None
        except ServerError as error:
            self._drop(error)
            return None
        self._late = 0
        self.answered += len(estimates)
        return estimates

    def wait_for_first_try(self) -> None:
        """Wait until it is known whether the server is there.

        Raises
        ------
        UserError : it is, but cannot be used.
        """
        self._tried.wait()
        if self.status.state == "refused":
            raise UserError(self.status.sentence)

    def close(self) -> None:
        """Ask nobody any more."""
        self._closing.set()
        self._lost.set()
        self._thread.join(CLOSE_S)  # one that waits for an answer ends by itself
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _drop(self, error: ServerError) -> None:
        """Do without the server until the thread has found it again."""
        with self._lock:
            connection, self._connection = self._connection, None
            self._note_absence(error)
        if connection is not None:
            connection.close()
        self._late = 0
        self._lost.set()

    # The thread that looks for the server ------------------------------------------------------------------

    def _run(self) -> None:
        first, longest = self._retry_s
        pause, wait = 0.0, first
        while not self._closing.wait(pause):
            began = time.monotonic()
            if self._look():
                self._tried.set()
                self._lost.wait()
                if time.monotonic() - began > longest:  # it was well, so this is another matter
                    wait = first
            self._tried.set()
            pause, wait = wait, min(2 * wait, longest)

    def _look(self) -> bool:
        """Try the server once, and hand the connection over if it is well."""
        connection = None
        try:
            connection = self._connect(self.address, self._served)
            connection.check(CONNECT_S)
            self._prove(connection)
        except Exception as error:  # whatever it is, this thread goes on looking
            if not isinstance(error, ServerError):
                log.exception("looking for the server failed")
                error = ServerError("cannot be asked")
            self._note_absence(error)
            if connection is not None:
                connection.close()
            return False
        self._lost.clear()
        if self._closing.is_set():
            connection.close()
            return False
        came_back = self.status.state != "connecting"
        label, sentence = f"Server {self.address.target}", f"The server {self.address} computes."
        if not self.address.is_here:
            label = f"{label} · pictures leave this machine"
            sentence = f"The server {self.address} computes; people's pictures leave this machine."
        status = RemoteStatus("serving", label, sentence)
        with self._lock:
            self._connection, self.status = connection, status
        (log.warning if came_back else log.info)("%s", status.sentence)
        return True

    def _prove(self, connection: Connection) -> None:
        """Have nobody's picture reconstructed as this machine has done.

        Raises
        ------
        ServerError : the server does not answer, not in time, or otherwise than this machine.
        """
        feed = dict(self._proof.feed)
        quickest, values = float("inf"), {}
        for _ in range(TRIALS):
            began = time.monotonic()
            values = connection.infer(feed, CONNECT_S)
            quickest = min(quickest, time.monotonic() - began)
        _check(self._model, values, 1)
        if not self._proof.holds_for(values["vertices"]):
            raise ServerRefusalError("gives other results than this machine; look at its log")
        if quickest > self._deadline_s:
            raise ServerLateError(
                f"takes {1000 * quickest:.0f} ms for an answer, and a frame {1000 * self._deadline_s:.0f} ms"
            )

    def _note_absence(self, error: ServerError) -> None:
        is_refused = isinstance(error, ServerRefusalError)
        status = RemoteStatus(
            "refused" if is_refused else "away",
            f"Server {'of no use' if is_refused else 'away'}; this machine computes",
            f"The server {self.address} {error}.",
        )
        if status != self.status:
            log.warning("%s This machine computes meanwhile.", status.sentence)
        self.status = status


def _check(model: OnnxModel, values: dict[str, np.ndarray], people: int) -> None:
    """Compare the shapes of answers with what record and template promise."""
    try:
        model.check_outputs(values, people)
    except ModelError as error:
        raise ServerRefusalError("answers in other shapes than the model's; write its files anew") from error
