"""Runs a booth whose steps hang: ``python -m tests.fakes.stuck_booth TIMES [ARGUMENT ...]``

Each of the first TIMES pipelines makes three frames and then hangs for ever. The arguments follow
``live --booth``.
"""

import sys
import threading

import main
from app.live.track_step import TrackStep

times = int(sys.argv[1])
makes = TrackStep.__init__
steps = TrackStep.step
counts: dict[int, int] = {}
order: list[int] = []


def begin(self, *args, **chosen):
    makes(self, *args, **chosen)
    order.append(id(self))


def step(self, frame):
    counts[id(self)] = counts.get(id(self), 0) + 1
    if counts[id(self)] > 3 and order.index(id(self)) < times:
        threading.Event().wait()
    return steps(self, frame)


TrackStep.__init__, TrackStep.step = begin, step
sys.exit(main.main(["live", "--booth", *sys.argv[2:]]))
