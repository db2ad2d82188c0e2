"""Meshes of the scenes before a booth's camera, made once and shown again, to spare the network."""

import time
from dataclasses import replace
from pathlib import Path

from app.live.leading import Leading
from app.live.mesh_step import MeshStep
from app.live.place_step import PlaceStep
from app.live.sources.photo import read_image
from app.live.track_step import TrackStep
from app.options import Options
from app.types import Frame, Person, Result, StageTimes, Tracked
from tests.fakes.booth_visitors import FPS, SCENES, number_of

SCENE_S = 60.0  # from one to the next: nobody is remembered
NOBODY_S = 2.0  # after which whoever comes is somebody else


def replay_meshes(folder: Path) -> None:
    """Make the meshes of all scenes, and let every pipeline of this process show them instead of its own."""
    made: dict[int, tuple[Person, ...]] = {}
    step = MeshStep(Options(people=2), bones=True)
    for number, name in enumerate(SCENES):
        for index, file in enumerate(sorted((folder / name).glob("*.jpg"))):
            image, _ = read_image(file)
            frame = Frame(index, image, time.perf_counter(), number * SCENE_S + index / FPS)
            made[number_of(image)] = step.step(frame).people
    step.close()
    replay = Replay(made)
    TrackStep.step = lambda _, frame: not_tracked(frame)  # type: ignore[method-assign]
    PlaceStep.step = lambda _, tracked: replay.step(tracked.frame)  # type: ignore[method-assign]


def not_tracked(frame: Frame) -> Tracked:
    """Return a frame that was not looked at."""
    return Tracked(frame, 1.0, (), frozenset(), StageTimes())


class Replay:
    """Makes results of people who are known; whoever comes after nobody was there is somebody else."""

    def __init__(self, made: dict[int, tuple[Person, ...]]) -> None:
        self._made, self._leading = made, Leading()
        self._visit, self._seen_s = 0, 0.0

    def step(self, frame: Frame) -> Result:
        """Return the people of a picture, the nearest first."""
        people = sorted(self._made[number_of(frame.image)], key=lambda person: person.translation[2])
        now = frame.captured_at
        if people:
            self._visit += now - self._seen_s > NOBODY_S
            self._seen_s = max(now, self._seen_s)  # a step that hung works on an old picture
        known = tuple(replace(each, id=2 * self._visit + i) for i, each in enumerate(people))
        leader = self._leading.follow(known, frame.size[0], now)
        return Result(frame, known, frame.image, StageTimes(wait=time.perf_counter() - now), False, leader)
