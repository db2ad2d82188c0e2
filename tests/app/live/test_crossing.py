"""Somebody passes behind somebody else before the real networks, at few frames a second."""

import pytest

from app.live.mesh_step import MeshStep
from app.options import Options
from app.types import Frame
from tests.fakes.booth_visitors import ASIDE_PX, FPS, Room

BESIDE_PX = 60  # of where somebody stands; who passes is farther away before and afterwards


@pytest.fixture(scope="module")
def pictures():
    room = Room()
    return [*room.scene("right"), *room.scene("right_and_passing")]


@pytest.mark.parametrize(("step", "first"), [(4, 1), (5, 0)])
def test_whoever_passes_behind_takes_no_ones_id(pictures, step, first):
    mesh_step = MeshStep(Options(people=2), live=True)
    try:
        for index in range(first, len(pictures), step):
            time_s = index / FPS
            people = mesh_step.step(Frame(index, pictures[index], time_s, time_s)).people
            beside = {
                person.id: person.focal_px * person.translation[0] / person.translation[2] - ASIDE_PX
                for person in people
            }
            assert abs(beside.get(1, 0.0)) < BESIDE_PX
        assert beside.keys() == {1, 2}
    finally:
        mesh_step.close()
