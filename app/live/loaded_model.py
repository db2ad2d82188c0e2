"""LoadedModel: what takes a while to load and remembers nobody: network and detector."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from app.live.detector import PersonDetector
from app.live.estimator import MeshEstimator
from app.live.server_proof import proof_of
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np

    from app.live.search import Region
    from app.options import Device
    from app.server.address import ServerAddress
    from app.server.remote import RemoteModel
    from app.types import Detection
    from models.inference.onnx_model import OnnxModel


class Detector(Protocol):
    """What finds people; :class:`app.live.detector.PersonDetector` in the program."""

    def detect(self, image: np.ndarray, regions: Sequence[Region] | None = None) -> list[Detection]: ...  # noqa: D102
    def close(self) -> None: ...  # noqa: D102


class LoadedModel:
    """A model that is ready to work, for one source after another. Built, used and closed by one thread.

    Parameters
    ----------
    file : the model's ONNX file.
    device : see :class:`app.options.Options`.
    server : computes the network's part; None for this machine alone.
    live : a server has a frame's time for an answer, and its absence is no error.
    detector : another detector than the bundled one.
    on_status : is told in words what is being loaded.

    Attributes
    ----------
    estimator, detector : of the people in a picture.

    Raises
    ------
    models.inference.store.ModelError : the model or the detector cannot be used.
    UserError : the device was asked for and cannot be used.
    """

    def __init__(
        self,
        file: Path,
        *,
        device: Device = "auto",
        server: ServerAddress | None = None,
        live: bool = True,
        detector: Detector | None = None,
        on_status: Callable[[str], None] = lambda _: None,
    ) -> None:
        on_status("Loading the mesh model")
        remote = None if server is None else partial(_remote_model, server, live)
        self.estimator = MeshEstimator(file, device=device, remote=remote)
        on_status("Loading the person detector")
        self.detector: Detector = detector or PersonDetector(self.estimator.info.kind)

    def close(self) -> None:
        """Give the detector back, and leave the server."""
        if self.estimator.remote is not None:
            self.estimator.remote.close()
        self.detector.close()


def _remote_model(server: ServerAddress, live: bool, model: OnnxModel) -> RemoteModel:
    """Look for a server; where every frame of a file is taken, wait for what comes of it.

    Raises
    ------
    UserError : the server is there and cannot be used, and nobody could change that while a file is done.
    """
    from app.server.remote import FRAME_S, PATIENT_S, RemoteModel  # its library is an extra's

    remote = RemoteModel(server, model, proof_of(model), deadline_s=FRAME_S if live else PATIENT_S)
    if not live:
        try:
            remote.wait_for_first_try()
        except UserError:
            remote.close()
            raise
    return remote
