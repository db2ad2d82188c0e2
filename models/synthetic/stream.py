"""Rendered people for training: crops with their targets in an endless row, rendered by worker processes."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import count, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

import cv2
import numpy as np
from threadpoolctl import threadpool_limits

from models.errors import UserError
from models.synthetic.assets import load_assets
from models.synthetic.generator import SampleGenerator
from models.synthetic.sample import Sample, project_to_crop
from models.synthetic.targets import Targets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from models.body.template import BodyTemplate
    from models.camera.crop import CropRule

AHEAD = 64  # samples that are rendered before they are asked for, for each process


@dataclass(frozen=True, slots=True, eq=False)
class RenderedBatch(Targets[np.ndarray]):
    """Rendered people.

    Attributes
    ----------
    image : (N, S, S, 3) uint8 RGB crops.
    clear : (N,) bool, nothing hides any of the person, and nobody else is in the image.
    """

    image: np.ndarray
    clear: np.ndarray


def make_generator(
    clothes: Path | None,
    poses: Path | None,
    hdri: Path | None,
    cache: Path,
    characters: int,
    device: str,
    rule: CropRule,
    held_out: bool,
) -> SampleGenerator:
    """Return what renders people, from folders and files; see :class:`SampleGenerator`."""
    if clothes is None:
        raise UserError("Rendering people takes clothes; give --clothes, a folder of MakeHuman's.")
    return SampleGenerator(load_assets(clothes, poses, hdri, cache), characters, held_out, rule, device)


def batch_of_one(sample: Sample, template: BodyTemplate, size: int) -> RenderedBatch:
    """Return a sample as training takes it, its image at (size, size) pixels."""
    image = sample.image
    if len(image) != size:
        image = cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA)
    joints = template.joint_sets["fastmetro14"].regress(sample.vertices)
    root = template.root.apply(sample.vertices)
    mid = sample.vertices[template.level_index[0]]
    targets = (
        mid - root,
        joints - root,
        sample.landmarks - root,
        project_to_crop(joints, sample.crop),
        sample.landmarks_2d,
    )
    return RenderedBatch(
        *(values[None].astype(np.float32) for values in targets),
        image=image[None],
        clear=np.array([sample.clear]),
    )


class SampleStream:
    """An endless row of samples, the same whoever renders them.

    Parameters
    ----------
    make : makes a :class:`SampleGenerator`; it goes to the worker processes, so it must be picklable.
    size : pixels of an image's side.
    first : the first seed; sample i of the row is that of seed ``first + i``.
    workers : processes; with 0 the samples are rendered where they are asked for.

    Attributes
    ----------
    position : the seed of the next sample.
    """

    def __init__(self, make: Callable[[], SampleGenerator], size: int, first: int, workers: int):
        self.position = first
        self._pool: ProcessPoolExecutor | None = None
        if workers:
            self._pool = ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (make,))
            self._row = self._rendered_ahead(self._pool, size, first, workers * AHEAD)
        else:
            generator = make()
            self._row = (_render(generator, seed, size) for seed in count(first))

    @staticmethod
    def _rendered_ahead(
        pool: ProcessPoolExecutor, size: int, first: int, ahead: int
    ) -> Iterator[RenderedBatch]:
        seeds = count(first)
        waiting: deque[Future[RenderedBatch]] = deque(
            pool.submit(_render_in_worker, seed, size) for seed in islice(seeds, ahead)
        )
        while True:
            waiting.append(pool.submit(_render_in_worker, next(seeds), size))
            yield waiting.popleft().result()

    def take(self, number: int) -> RenderedBatch:
        """Return the next samples.

        Raises
        ------
        UserError : a worker process died.
        """
        try:
            taken = RenderedBatch.concatenate(list(islice(self._row, number)))
        except BrokenProcessPool as error:
            raise UserError(
                "A process that renders died, most likely for lack of memory; use fewer --workers."
            ) from error
        self.position += number
        return taken

    def close(self) -> None:
        """End the worker processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def _render(generator: SampleGenerator, seed: int, size: int) -> RenderedBatch:
    return batch_of_one(generator.sample(seed), generator.assets.template, size)


_generator: SampleGenerator | Exception | None = None  # of a worker process, or why it has none


def _start_worker(make: Callable[[], SampleGenerator]) -> None:
    global _generator
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the trainer ends its workers itself
    cv2.setNumThreads(1)
    threadpool_limits(1)
    try:
        _generator = make()
    except Exception as error:  # raised where the samples are asked for
        _generator = error


def _end_with_parent() -> None:
    """End this process when the trainer has ended, however it did; else it would wait for work for ever."""
    trainer = parent_process()
    if trainer is not None:
        trainer.join()
        os._exit(1)


def _render_in_worker(seed: int, size: int) -> RenderedBatch:
    if isinstance(_generator, Exception):
        raise _generator
    assert _generator is not None
    return _render(_generator, seed, size)
