"""LoadedModel: what takes a while to load and remembers nobody: network and detector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from app.live.detector import PersonDetector
from app.live.estimator import MeshEstimator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np

    from app.live.search import Region
    from app.options import Device
    from app.types import Detection


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
        detector: Detector | None = None,
        on_status: Callable[[str], None] = lambda _: None,
    ) -> None:
        on_status("Loading the mesh model")
        self.estimator = MeshEstimator(file, device=device)
        on_status("Loading the person detector")
        self.detector: Detector = detector or PersonDetector(self.estimator.info.kind)

    def close(self) -> None:
        """Give the detector back."""
        self.detector.close()
