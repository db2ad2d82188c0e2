"""MeshStep: from what a camera gave to the people in it, for frames that are worked through one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.live.place_step import PlaceStep
from app.live.track_step import TrackStep

if TYPE_CHECKING:
    from app.live.loaded_model import Detector
    from app.options import Options
    from app.types import Frame, Result


class MeshStep:
    """A :class:`TrackStep` and a :class:`PlaceStep` in turn. Built, used and closed by one thread.

    Parameters
    ----------
    options : see :class:`app.options.Options`; :attr:`options` may be exchanged between frames.
    live, bones, detector : as the two steps have them.

    Attributes
    ----------
    estimator : the loaded model's.

    Raises
    ------
    models.inference.store.ModelError : the model or the detector cannot be used.
    """

    def __init__(
        self,
        options: Options,
        *,
        live: bool = False,
        bones: bool = False,
        detector: Detector | None = None,
    ) -> None:
        self.options = options
        self._tracking = TrackStep(options, live=live, detector=detector)
        self.estimator = self._tracking.estimator
        self._placing = PlaceStep(options, self.estimator, live=live, bones=bones)

    def step(self, frame: Frame) -> Result:
        """Track the people of a frame, place and smooth them; the result is still to be drawn."""
        self._tracking.options = self._placing.options = self.options
        return self._placing.step(self._tracking.step(frame))

    def close(self) -> None:
        """Give back what was loaded."""
        self._placing.close()
        self._tracking.close()
