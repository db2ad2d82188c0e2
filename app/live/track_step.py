"""TrackStep: the first step of a frame, with the network at work: find people and follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.live.loaded_model import LoadedModel
from app.live.stopwatch import Stopwatch
from app.live.tracker import Tracker
from app.server.address import server_of
from app.types import Detection, Frame, Tracked
from models.camera.projection import Pinhole
from models.inference.providers import CPU
from models.inference.store import find_model

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np

    from app.live.loaded_model import Detector
    from app.live.search import Region
    from app.options import Options
    from models.inference.inputs import Subject
    from models.inference.onnx_model import Estimate


class TrackStep:
    """Finds the people of a frame and follows them. Built, used and closed by one thread.

    Parameters
    ----------
    options : see :class:`app.options.Options`; :attr:`options` may be exchanged between frames.
    live : no frame may take long, so a search for people is spread over several.
    detector : another detector than the bundled one.
    on_status : is told in words what is being loaded.
    loaded : the options' model, which whoever lends it closes; None to load it.

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
        detector: Detector | None = None,
        on_status: Callable[[str], None] = lambda _: None,
        loaded: LoadedModel | None = None,
    ) -> None:
        self.options = options
        self._is_lent = loaded is not None
        self._loaded = loaded or LoadedModel(
            find_model(options.model),
            device=options.device,
            server=server_of(options),
            live=live,
            detector=detector,
            on_status=on_status,
        )
        self.estimator, self._detector = self._loaded.estimator, self._loaded.detector
        self._tracker = Tracker(
            self.estimator.info, self.estimator.template, self._estimate, self._detect, live=live
        )
        # Of the frame at work.
        self._watch: Stopwatch
        self._has_detected = False

    def step(self, frame: Frame) -> Tracked:
        """Track the people of a frame, who are still to be placed."""
        self._watch, self._has_detected = Stopwatch(frame), False
        camera = Pinhole.of_photo(frame.size, self.options.fov_of(frame))
        self._tracker.forget(self.options.forgotten)
        tracks = self._tracker.track(frame, camera, self.options.people)
        self._watch.lap("mesh")
        # Not the tracks themselves, which go on with the next frame.
        return Tracked(
            frame,
            camera.focal_px,
            tuple((track.id, track.estimate) for track in tracks),
            frozenset(track.id for track in self._tracker.tracks),
            self._watch.times,
            self._has_detected,
        )

    def _estimate(self, subjects: Sequence[Subject]) -> list[Estimate]:
        # A GPU plans its work again for each batch size, so there it is always the same; on a CPU empty
        # places would cost time.
        batch = None if self.estimator.provider == CPU else self.options.people
        return self.estimator.estimate(subjects, batch=batch)

    def _detect(self, image: np.ndarray, regions: Sequence[Region]) -> list[Detection]:
        self._watch.lap("mesh")
        found = self._detector.detect(image, regions)
        self._watch.lap("detect")
        self._has_detected = True
        return found

    def close(self) -> None:
        """Give the detector back, unless it is lent."""
        del self._tracker  # which asks this step, so that only the garbage collector would free the two
        if not self._is_lent:
            self._loaded.close()
