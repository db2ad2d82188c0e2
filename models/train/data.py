"""Whom a network learns from: simulated people, and rendered ones, also through BlazePose's predictions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from models.camera.crop import CropRule
from models.synthetic.landmark_simulation import LandmarkSimulator, SimulatedBatch
from models.synthetic.poses import load_poses
from models.synthetic.thunder_noise import Residuals, ThunderNoise
from models.train.blazepose_predictions import (
    HELD_OUT,
    TRAIN,
    BlazePosePredictions,
    FreshPredictions,
    PredictionStream,
    load_predictions,
    predict_batch,
)

if TYPE_CHECKING:  # rendering needs numba, which simulated landmarks do without
    from models.body.template import BodyTemplate
    from models.network.blazepose import BlazePose
    from models.synthetic.generator import SampleGenerator
    from models.synthetic.stream import RenderedBatch, SampleStream
    from models.train.settings import TrainSettings

    Batch = SimulatedBatch | RenderedBatch | BlazePosePredictions
    Stream = SampleStream | PredictionStream | FreshPredictions

SEEDS_OF_A_RUN = 10**9  # samples of runs with different seeds are different
HELD_OUT_SEED = 1234  # of held-out simulated people

MakeGenerator = Callable[[CropRule, bool], "SampleGenerator"]


class TrainingData:
    """The people of one run in an endless row, and those held out.

    Parameters
    ----------
    settings : of the run.
    template : the body.
    simulates : whether there are simulated landmarks.
    crop, input_size : of the images that the network takes.
    make_generator : makes what renders people, given the crop's rule and whether they are held out; it must
        be picklable where ``settings.workers`` is not 0.
    blazepose : predicts for people as they are rendered; None where the network reads images itself, where
        BlazePose is fine-tuned with it, or where the settings name a folder of predictions.

    Attributes
    ----------
    simulator : draws the simulated ones.
    rng : what the run draws from.
    rendered : how many rendered people have been drawn.
    position : where the row of samples or of predictions goes on; some are passed over.
    """

    def __init__(
        self,
        settings: TrainSettings,
        template: BodyTemplate,
        *,
        simulates: bool,
        crop: CropRule,
        input_size: int,
        make_generator: MakeGenerator,
        blazepose: BlazePose | None,
    ):
        self.settings = settings
        self._simulates = simulates
        self._crop, self._input_size = crop, input_size
        self._make_generator = make_generator
        self._blazepose = blazepose
        corpus = load_poses(settings.poses) if settings.poses else None
        noise = ThunderNoise(Residuals.read(settings.residuals)) if settings.residuals else None
        self.simulator = LandmarkSimulator(template, corpus, thunder=noise)
        self._held_out = LandmarkSimulator(template, corpus, held_out=True, thunder=noise)
        self.rng = np.random.default_rng(settings.seed)
        self.rendered, self.position = 0, 0 if settings.predictions else settings.seed * SEEDS_OF_A_RUN
        self._stream: Stream | None = None

    def draw(self, count: int) -> list[Batch]:
        """Draw the next people, the simulated ones by themselves."""
        rendered = self.settings.rendered_of(count)
        batches: list[Batch] = []
        if count > rendered:
            batches.append(self.simulator.sample(count - rendered, self.rng))
        if rendered:
            self._stream = self._stream or self._opened()
            batches.append(self._stream.take(rendered))
            self.rendered, self.position = self.rendered + rendered, self._stream.position
        return batches

    def _opened(self) -> Stream:
        s = self.settings
        if s.predictions:
            return PredictionStream(s.predictions / TRAIN, s.seed, s.min_detected, self.position)
        samples = self._samples(False, self.position)
        if self._blazepose is None:
            return samples
        return FreshPredictions(samples, self._blazepose, s.min_detected)

    def _samples(self, held_out: bool, first: int) -> SampleStream:
        from models.synthetic.stream import SampleStream

        make = partial(self._make_generator, self._crop, held_out)
        return SampleStream(make, self._input_size, first, self.settings.workers)

    def held_out(self) -> Iterator[tuple[Batch, dict[str, np.ndarray]]]:
        """Yield the same held-out people each time, and who of them belongs to which group.

        Simulated people are one group, named with the empty string. Rendered ones are ``clear`` where all of
        the person shows, else ``hidden``; those of whom BlazePose detected ``min_detected`` of the joints are
        ``found`` besides.
        """
        rng = np.random.default_rng(HELD_OUT_SEED)
        for count in split(self.settings.validate_samples, 64) if self._simulates else ():
            yield self._held_out.sample(count, rng), {"": np.ones(count, bool)}
        for batch in self._held_out_rendered() if self.settings.rendered_fraction else ():
            groups = {"clear": batch.clear, "hidden": ~batch.clear}
            if isinstance(batch, BlazePosePredictions):
                groups["found"] = batch.detected() >= self.settings.min_detected
            yield batch, groups

    def _held_out_rendered(self) -> Iterator[RenderedBatch | BlazePosePredictions]:
        if not self.settings.predictions:
            yield from self._held_out_fresh
            return
        for path in sorted((self.settings.predictions / HELD_OUT).glob("*.npz")):
            predictions = load_predictions(path)
            for first in range(0, len(predictions), 64):
                yield predictions[first : first + 64]

    @cached_property
    def _held_out_fresh(self) -> list[RenderedBatch | BlazePosePredictions]:
        stream = self._samples(True, 0)
        try:
            batches = [stream.take(count) for count in split(self.settings.validate_samples, 32)]
        finally:
            stream.close()
        if self._blazepose is None:
            return list(batches)
        return [predict_batch(self._blazepose, batch) for batch in batches]

    def go_on(self, rendered: int, position: int) -> None:
        """Go on where another run was; only ``rng`` is set apart."""
        self.close()
        self.rendered, self.position = rendered, position

    def close(self) -> None:
        """End the processes that render."""
        if self._stream is not None and not isinstance(self._stream, PredictionStream):
            self._stream.close()
        self._stream = None


def split(total: int, most: int) -> list[int]:
    """Return batch sizes of at most ``most`` that sum to ``total``."""
    return [min(most, total - done) for done in range(0, total, most)]
