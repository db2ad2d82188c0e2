"""Whom a network learns from: simulated people, rendered ones, and rendered ones as BlazePose reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from models.body.template import BodyTemplate
from models.camera.crop import CropRule
from models.network.blazepose import BlazePose
from models.synthetic.landmark_simulation import LandmarkSimulator, Samples
from models.synthetic.poses import load_poses
from models.train.blazepose_outputs import (
    HELD_OUT,
    TRAIN,
    FreshReadings,
    Readings,
    ReadingStream,
    load_readings,
    read_pictures,
)

if TYPE_CHECKING:  # rendering needs numba, which simulated landmarks do without
    from models.synthetic.generator import PictureMaker
    from models.synthetic.stream import Pictures, PictureStream
    from models.train.trainer import TrainSettings

    People = Samples | Pictures | Readings
    Stream = PictureStream | ReadingStream | FreshReadings

SEEDS_OF_A_RUN = 10**9  # pictures of runs with different seeds are different
HELD_OUT_SEED = 1234  # of held-out simulated people

MakePictures = Callable[[CropRule, bool], "PictureMaker"]


class TrainingData:
    """The people of one run in an endless row, and those held out.

    Parameters
    ----------
    settings : of the run.
    template : the body.
    simulates : whether there are simulated landmarks.
    crop, input_size : of the pictures that the network takes.
    make_pictures : makes what renders people, given the crop's rule and whether they are held out; it must be
        picklable where ``settings.workers`` is not 0.
    blazepose : reads pictures as they are drawn; None where the network reads images itself, where BlazePose
        learns with it, or where the settings name a folder of readings.

    Attributes
    ----------
    simulator : draws the simulated ones.
    rng : what the run draws from.
    rendered : how many rendered people have been drawn.
    position : where the row of pictures or of readings goes on; some are passed over.
    """

    def __init__(
        self,
        settings: TrainSettings,
        template: BodyTemplate,
        *,
        simulates: bool,
        crop: CropRule,
        input_size: int,
        make_pictures: MakePictures,
        blazepose: BlazePose | None,
    ):
        self.settings = settings
        self._simulates = simulates
        self._crop, self._input_size = crop, input_size
        self._make_pictures = make_pictures
        self._blazepose = blazepose
        corpus = load_poses(settings.poses) if settings.poses else None
        self.simulator = LandmarkSimulator(template, corpus)
        self._held_out = LandmarkSimulator(template, corpus, held_out=True)
        self.rng = np.random.default_rng(settings.seed)
        self.rendered, self.position = 0, 0 if settings.readings else settings.seed * SEEDS_OF_A_RUN
        self._stream: Stream | None = None

    def draw(self, count: int) -> list[People]:
        """Draw the next people, the simulated ones by themselves."""
        rendered = self.settings.rendered_of(count)
        groups: list[People] = []
        if count > rendered:
            groups.append(self.simulator.sample(count - rendered, self.rng))
        if rendered:
            self._stream = self._stream or self._opened()
            groups.append(self._stream.take(rendered))
            self.rendered, self.position = self.rendered + rendered, self._stream.position
        return groups

    def _opened(self) -> Stream:
        s = self.settings
        if s.readings:
            return ReadingStream(s.readings / TRAIN, s.seed, s.least_found, self.position)
        pictures = self._pictures(False, self.position)
        if self._blazepose is None:
            return pictures
        return FreshReadings(pictures, self._blazepose, s.least_found)

    def _pictures(self, held_out: bool, first: int) -> PictureStream:
        from models.synthetic.stream import PictureStream

        make = partial(self._make_pictures, self._crop, held_out)
        return PictureStream(make, self._input_size, first, self.settings.workers)

    def held_out(self) -> Iterator[tuple[People, dict[str, np.ndarray]]]:
        """Yield the same held-out people each time, and who of them belongs to which group.

        Simulated people are one group, named with the empty string. Rendered ones are ``clear`` where all of
        the person shows, else ``hidden``; those of whom BlazePose found ``least_found`` of the joints are
        ``found`` besides.
        """
        rng = np.random.default_rng(HELD_OUT_SEED)
        for count in split(self.settings.validate_samples, 64) if self._simulates else ():
            yield self._held_out.sample(count, rng), {"": np.ones(count, bool)}
        for people in self._held_out_rendered() if self.settings.pictures else ():
            groups = {"clear": people.clear, "hidden": ~people.clear}
            if isinstance(people, Readings):
                groups["found"] = people.found() >= self.settings.least_found
            yield people, groups

    def _held_out_rendered(self) -> Iterator[Pictures | Readings]:
        if not self.settings.readings:
            yield from self._held_out_drawn
            return
        for path in sorted((self.settings.readings / HELD_OUT).glob("*.npz")):
            readings = load_readings(path)
            for first in range(0, len(readings), 64):
                yield readings[first : first + 64]

    @cached_property
    def _held_out_drawn(self) -> list[Pictures | Readings]:
        stream = self._pictures(True, 0)
        try:
            drawn = [stream.take(count) for count in split(self.settings.validate_samples, 32)]
        finally:
            stream.close()
        if self._blazepose is None:
            return list(drawn)
        return [read_pictures(self._blazepose, pictures) for pictures in drawn]

    def go_on(self, rendered: int, position: int) -> None:
        """Go on where another run was; only ``rng`` is set apart."""
        self.close()
        self.rendered, self.position = rendered, position

    def close(self) -> None:
        """End the processes that render."""
        if self._stream is not None and not isinstance(self._stream, ReadingStream):
            self._stream.close()
        self._stream = None


def split(total: int, most: int) -> list[int]:
    """Return batch sizes of at most ``most`` that sum to ``total``."""
    return [min(most, total - done) for done in range(0, total, most)]
