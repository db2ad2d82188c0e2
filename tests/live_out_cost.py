"""What do the page and avatars cost while they are sent? ``python -m tests.live_out_cost --minutes 10``.

Runs the live pipeline on the sample at 30 frames a second, or as fast as the machine can without leaving
frames out. The whole clip with one viewer of ``/stream`` and with avatars' bones sent by VMC alternates with
the whole clip without, so that frames are the same and whatever else the machine does weighs on both. Viewer
and avatar are another process. Prints the processor time of a frame by thread, with and without, and ends
with 1 where the two differ by more than the limit or anything was dropped (Linux).
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import os
import socket
import sys
import threading
import time
import urllib.request
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from app.cli.bench_clip import BenchClip
from app.live.pipeline import WAIT_S, LivePipeline
from app.live_out.live_out import LiveOut
from app.options import Options
from app.system.machine import cpu_name, usable_cores
from main import prepare_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from app.live.estimator import MeshEstimator
    from app.types import Frame, Result

LIMIT_MS = 4.0  # of processor time a frame
RATE, CLIP_FRAMES, SAMPLE_SIZE = 30.0, 402, (1280, 720)  # of the sample
SETTLE_FRAMES = 45  # after a change; a viewer comes, sockets open
STATE = b"/VMC/Ext/OK\0,iiii\0\0\0" + bytes([0, 0, 0, 1])  # in the datagram of a frame that shows somebody


@dataclass(slots=True)
class Took:
    """Processor time of some stretch of frames.

    Attributes
    ----------
    seconds : by thread; those of libraries together.
    frames : how many there were.
    lasted_s : how long it lasted.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    frames: int = 0
    lasted_s: float = 0.0

    def add(self, other: Took) -> None:
        for thread, seconds in other.seconds.items():
            self.seconds[thread] = self.seconds.get(thread, 0.0) + seconds
        self.frames += other.frames
        self.lasted_s += other.lasted_s

    def ms(self, thread: str | None = None) -> float:
        """Return milliseconds a frame, of one thread or of all."""
        seconds = sum(self.seconds.values()) if thread is None else self.seconds.get(thread, 0.0)
        return 1000 * seconds / max(self.frames, 1)


@dataclass(slots=True)
class Sent:
    """What went out, and what of it arrived."""

    pictures: int = 0
    pictures_arrived: int = 0
    avatars: int = 0
    avatars_arrived: int = 0

    def add(self, other: Sent) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def dropped(self) -> int:
        return self.pictures - self.pictures_arrived + self.avatars - self.avatars_arrived

    def __str__(self) -> str:
        return (
            f"{self.pictures} pictures shown, {self.pictures_arrived} arrived; "
            f"{self.avatars} poses found, {self.avatars_arrived} arrived"
        )


class PacedSample(BenchClip):
    """The sample over and over, all of its frames, each when it is due and not before."""

    def __init__(self) -> None:
        super().__init__(SAMPLE_SIZE, 1, realtime=False)
        self._due = 0.0

    def read(self) -> Frame | None:
        frame = super().read()
        time.sleep(max(self._due - time.perf_counter(), 0.0))
        self._due = max(self._due, time.perf_counter() - 1 / RATE) + 1 / RATE
        return None if frame is None else replace(frame, captured_at=time.perf_counter())


class Threads:
    """The processor time of this process by thread, also of threads that have ended."""

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._last: dict[int, float] = {}

    def lap(self) -> dict[str, float]:
        """Return the seconds since the last call."""
        self._names |= {one.native_id: one.name for one in threading.enumerate() if one.native_id}
        took: defaultdict[str, float] = defaultdict(float)
        now: dict[int, float] = {}
        for task in Path("/proc/self/task").iterdir():
            with contextlib.suppress(OSError):  # it ended meanwhile
                now[int(task.name)] = int((task / "schedstat").read_text().split()[0]) / 1e9
        for number, seconds in now.items():
            took[self._names.get(number, "libraries")] += seconds - self._last.get(number, 0.0)
        self._last = now
        return took


class Counted:
    """Hands results on and keeps which ones went out."""

    def __init__(self, live_out: LiveOut) -> None:
        self._live_out = live_out
        self.is_open = False
        self.pictures: list[int] = []
        self.avatars = self.frames = 0

    @property
    def wants_bones(self) -> bool:
        return self._live_out.wants_bones

    @property
    def wants_cutout(self) -> bool:
        return self._live_out.wants_cutout

    def put(self, result: Result, estimator: MeshEstimator) -> None:
        self.frames += 1
        if self.is_open:
            self.pictures.append(result.frame.index)
            leads = [one for one in result.people if one.id == result.leader and one.pose is not None]
            self.avatars += len(leads)
        self._live_out.put(result, estimator)


def watch(pipe: Connection) -> None:
    """Be the viewer and the avatar, in a process of its own: told when to come and to go."""
    channel = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    channel.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
    channel.bind(("127.0.0.1", 0))
    avatars = [0]

    def receive() -> None:
        while True:
            avatars[0] += STATE in channel.recv(1 << 16)

    threading.Thread(target=receive, daemon=True).start()
    pipe.send(channel.getsockname()[1])
    while (address := pipe.recv()) is not None:
        seen: list[int] = []
        avatars[0] = 0
        viewer = threading.Thread(target=_look, args=(address, seen), daemon=True)
        viewer.start()
        pipe.recv()  # the page is closed now
        viewer.join(10.0)
        time.sleep(0.2)
        pipe.send((seen, avatars[0]))


def _look(address: str, seen: list[int]) -> None:
    seen.extend(frames_of(address))


def frames_of(address: str) -> Iterator[int]:
    """Yield the number of each picture of a stream, until it ends."""
    with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}stream") as stream:
        while stream.readline():  # a boundary
            head: dict[str, str] = {}
            while line := stream.readline().decode().strip():
                name, _, value = line.partition(": ")
                head[name] = value
            size = int(head.get("Content-Length", 0))
            if not size or len(stream.read(size)) < size:
                return
            yield int(head["X-Frame"])
            stream.readline()


class Measurement:
    """Runs the pipeline and takes stretches with and without outputs.

    Parameters
    ----------
    pipe : to the process of :func:`watch`.
    """

    def __init__(self, pipe: Connection) -> None:
        self._pipe, port = pipe, pipe.recv()
        self._options = Options(source="sample", model="anny-small", device="cpu")
        self._sends = replace(self._options, page="0", vmc=f"127.0.0.1:{port}")
        self._address = ""
        self._live_out = LiveOut(tell=self._learn)
        self._counted = Counted(self._live_out)
        self._threads = Threads()
        self._pipeline = LivePipeline(self._options, every_frame=True, open_source=lambda _: PacedSample())
        self._pipeline.send_to(self._counted)
        self.sent = Sent()

    def _learn(self, sentence: str) -> None:
        self._address = sentence.split()[0]

    def run(self, pairs: int) -> tuple[list[Took], list[Took]]:
        """Return the stretches with outputs and those without."""
        took: dict[bool, list[Took]] = defaultdict(list)
        self._pipeline.start()
        taking = threading.Thread(target=self._take, name="take", daemon=True)
        taking.start()
        self._wait(SETTLE_FRAMES)
        for pair in range(pairs):
            for sends in (False, True) if pair % 2 else (True, False):
                took[sends].append(self._stretch(sends=sends))
            shown = " ".join(f"{took[sends][-1].ms():6.2f}" for sends in (True, False))
            print(f"{pair + 1:4}: with and without {shown} ms a frame; {self.sent}", flush=True)
        self._pipeline.stop()
        taking.join()
        return took[True], took[False]

    def _take(self) -> None:
        while not self._pipeline.is_over:
            self._pipeline.take(WAIT_S)

    def _wait(self, frames: int) -> None:
        until = self._counted.frames + frames
        while self._counted.frames < until:
            if self._pipeline.error is not None:
                raise self._pipeline.error
            time.sleep(0.005)

    def _stretch(self, *, sends: bool) -> Took:
        counted = self._counted
        if sends:
            self._live_out.open(self._sends)
            self._live_out.raise_failure()
            self._pipe.send(self._address)
            counted.pictures, counted.avatars, counted.is_open = [], 0, True
        self._wait(SETTLE_FRAMES)
        self._threads.lap()
        begun, began = counted.frames, time.perf_counter()
        self._wait(CLIP_FRAMES)
        took = Took(self._threads.lap(), counted.frames - begun, time.perf_counter() - began)
        if sends:
            counted.is_open = False
            time.sleep(0.2)  # what is on its way arrives
            shown, avatars = counted.pictures, counted.avatars
            self._live_out.open(self._options)
            self._pipe.send("")
            seen, arrived = self._pipe.recv()
            self.sent.add(sent(shown, seen, avatars, arrived))
        return took


def sent(shown: list[int], seen: list[int], avatars: int, arrived: int) -> Sent:
    """Count pictures from the first to the last that a viewer saw, and poses.

    Two poses may be lost where the sender opens and closes.
    """
    wanted = [index for index in shown if seen and seen[0] <= index <= seen[-1]]
    missing = Counter(wanted) - Counter(seen)
    avatars -= min(max(avatars - arrived, 0), 2)
    return Sent(len(wanted), len(wanted) - missing.total(), avatars, min(arrived, avatars))


def table(with_outputs: list[Took], without: list[Took]) -> tuple[str, float]:
    """Return the threads' milliseconds a frame as lines, and by how much all of them together differ."""
    sums = Took(), Took()
    for total, parts in zip(sums, (with_outputs, without), strict=True):
        for part in parts:
            total.add(part)
    names = sorted({name for total in sums for name in total.seconds}, key=lambda name: -sums[0].ms(name))
    lines = ["thread                with  without  difference  (ms of processor time a frame)"]
    for name in [*names, None]:
        both = [total.ms(name) for total in sums]
        if max(both) >= 0.01:
            lines.append(f"{name or 'all':18}{both[0]:8.2f} {both[1]:8.2f} {both[0] - both[1]:11.2f}")
    pairs = [one.ms() - other.ms() for one, other in zip(with_outputs, without, strict=True)]
    lines.append(f"median of {len(pairs)} pairs {median(pairs):24.2f}")
    return "\n".join(lines), sums[0].ms() - sums[1].ms()


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.live_out_cost",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--minutes", type=float, default=10.0, help="with outputs; as many without (%(default)g)"
    )
    parser.add_argument(
        "--limit", type=float, default=LIMIT_MS, metavar="MS", help="of a frame (%(default)g)"
    )
    given = parser.parse_args(arguments)
    prepare_environment()
    print(f"{cpu_name()}, {usable_cores()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    watcher = context.Process(target=watch, args=(there,), daemon=True)
    watcher.start()
    measurement = Measurement(here)
    began = time.monotonic()
    stretches = measurement.run(max(round(60 * given.minutes * RATE / CLIP_FRAMES), 1))
    here.send(None)
    watcher.join(5.0)
    text, difference = table(*stretches)
    rate = sum(took.frames for took in stretches[0]) / sum(took.lasted_s for took in stretches[0])
    print(text)
    print(f"{rate:.1f} frames a second, {(time.monotonic() - began) / 60:.1f} minutes; {measurement.sent}")
    all_sent = measurement.sent.pictures > 0 and measurement.sent.avatars > 0 and not measurement.sent.dropped
    return int(difference > given.limit or not all_sent)


if __name__ == "__main__":
    sys.exit(main())
