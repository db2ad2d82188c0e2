"""Rendered people for training: crops with their truth in an endless row, drawn by worker processes."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import count, islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

import cv2
import numpy as np
from threadpoolctl import threadpool_limits

from models.camera.crop import CropRule
from models.errors import UserError
from models.synthetic.generator import PictureMaker, Sample, load_materials, similar
from models.synthetic.targets import Truth

AHEAD = 64  # pictures that are drawn before they are asked for, for each process


@dataclass(frozen=True, slots=True, eq=False)
class Pictures(Truth):
    """Rendered people.

    Attributes
    ----------
    image : (N, S, S, 3) uint8 RGB crops.
    clear : (N,) bool, nothing hides any of the person, and nobody else is in the picture.
    """

    image: np.ndarray
    clear: np.ndarray


def make_pictures(
    clothes: Path | None,
    poses: Path | None,
    hdri: Path | None,
    cache: Path,
    characters: int,
    device: str,
    rule: CropRule,
    held_out: bool,
) -> PictureMaker:
    """Return what draws people, from folders and files; see :class:`PictureMaker`."""
    if clothes is None:
        raise UserError("Rendering people takes clothes; give --clothes, a folder of MakeHuman's.")
    return PictureMaker(load_materials(clothes, poses, hdri, cache), characters, held_out, rule, device)


def as_pictures(maker: PictureMaker, sample: Sample, size: int) -> Pictures:
    """Return one sample as training takes it, its picture at (size, size) pixels."""
    template = maker.materials.template
    image = sample.image
    if len(image) != size:
        image = cv2.resize(image, (size, size), interpolation=cv2.INTER_AREA)
    joints = template.joint_sets["fastmetro14"].regress(sample.vertices)
    root = template.root.apply(sample.vertices)

    # Where the crop lies in its photo follows from where it shows the landmarks.
    flat = sample.landmarks[:, :2] / sample.landmarks[:, 2:]
    scale, offset = similar(flat, sample.landmarks_2d)
    joints_2d = joints[:, :2] / joints[:, 2:] * scale + offset
    mid = sample.vertices[template.level_index[0]]
    truth = (mid - root, joints - root, sample.landmarks - root, joints_2d, sample.landmarks_2d)
    known = (value[None].astype(np.float32) for value in truth)
    return Pictures(*known, image=image[None], clear=np.array([sample.clear]))


class PictureStream:
    """An endless row of pictures, the same whoever draws them.

    Parameters
    ----------
    make : makes a :class:`PictureMaker`; it goes to the worker processes, so it must be picklable.
    size : pixels of a picture's side.
    first : the first seed; picture i of the row is that of seed ``first + i``.
    workers : processes; with 0 the pictures are drawn where they are asked for.

    Attributes
    ----------
    position : the seed of the next picture.
    """

    def __init__(self, make: Callable[[], PictureMaker], size: int, first: int, workers: int):
        self.position = first
        self._pool: ProcessPoolExecutor | None = None
        if workers:
            self._pool = ProcessPoolExecutor(workers, get_context("spawn"), _start_worker, (make,))
            self._row = self._drawn_ahead(self._pool, size, first, workers * AHEAD)
        else:
            maker = make()
            self._row = (as_pictures(maker, maker.sample(seed), size) for seed in count(first))

    @staticmethod
    def _drawn_ahead(pool: ProcessPoolExecutor, size: int, first: int, ahead: int) -> Iterator[Pictures]:
        seeds = count(first)
        waiting: deque[Future[Pictures]] = deque(
            pool.submit(_draw, seed, size) for seed in islice(seeds, ahead)
        )
        while True:
            waiting.append(pool.submit(_draw, next(seeds), size))
            yield waiting.popleft().result()

    def take(self, number: int) -> Pictures:
        """Return the next pictures.

        Raises
        ------
        UserError : a worker process died.
        """
        try:
            taken = Pictures.joined(list(islice(self._row, number)))
        except BrokenProcessPool as error:
            raise UserError(
                "A process that draws pictures died, most likely for lack of memory; use fewer --workers."
            ) from error
        self.position += number
        return taken

    def close(self) -> None:
        """End the worker processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


_maker: PictureMaker | Exception | None = None  # of a worker process, or why it has none


def _start_worker(make: Callable[[], PictureMaker]) -> None:
    global _maker
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the trainer ends its workers itself
    cv2.setNumThreads(1)
    threadpool_limits(1)
    try:
        _maker = make()
    except Exception as error:  # raised where the pictures are asked for
        _maker = error


def _end_with_parent() -> None:
    """End this process when the trainer has ended, however it did; else it would wait for work for ever."""
    trainer = parent_process()
    if trainer is not None:
        trainer.join()
        os._exit(1)


def _draw(seed: int, size: int) -> Pictures:
    if isinstance(_maker, Exception):
        raise _maker
    assert _maker is not None
    return as_pictures(_maker, _maker.sample(seed), size)
