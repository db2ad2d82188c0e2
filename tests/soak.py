"""The window for hours: does it keep its memory, threads, descriptors and latency?

``python -m tests.soak --minutes 30`` shows three people, records them, exchanges sources, unplugs a stream
and plugs it in again, and asks for a source that cannot be reached for half of every minute. It prints what
the process takes, minute by minute, and ends with 1 where that grows after the fifth, with 2 where it was too
short to tell (Linux).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan
from pathlib import Path
from statistics import median

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from scipy.stats import theilslopes

from app.gui.settings import Settings
from app.gui.widgets import theme
from app.gui.window import MainWindow
from app.live.pipeline import LivePipeline
from app.live.session import LiveSession
from app.options import Options
from app.recordings.reader import Recording
from app.system.native_memory import return_large_blocks
from main import prepare_environment, start_logging
from tests.fakes.three_people import write_clip, write_pictures

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = "http://127.0.0.1:9/stream"  # the discard port, where nobody listens
PICTURES = 60  # four seconds
RETRY_S = 5.0  # as a booth does
WARM_UP = 5  # minutes in which everything has been done for the first time
LEAST = WARM_UP + 3  # minutes, below which there is no slope to speak of
# What each figure may grow a minute. Latency depends on what else the machine does.
LIMITS = {"memory_mb": 1.0, "threads": 0.2, "descriptors": 0.2, "latency_ms": 10.0}


@dataclass(frozen=True, slots=True)
class Minute:
    """What the process took in a minute: medians over its seconds, but for the counts."""

    memory_mb: float
    threads: int
    descriptors: int
    latency_ms: float
    recorded: int  # frames
    opened: int  # sources

    def __str__(self) -> str:
        return (
            f"{self.memory_mb:8.1f} MB {self.threads:4} threads {self.descriptors:4} descriptors "
            f"{self.latency_ms:7.0f} ms {self.recorded:6} frames recorded {self.opened:4} sources opened"
        )


def growth(minutes: Sequence[Minute]) -> dict[str, float]:
    """Return by how much each figure grows a minute once warm: the median of all slopes (Theil and Sen)."""
    grown = {}
    for name in LIMITS:
        known = [(i, value) for i, one in enumerate(minutes) if not isnan(value := getattr(one, name))]
        at, values = zip(*known[WARM_UP:], strict=True)  # no latency where the machine came to no frame
        grown[name] = float(theilslopes(values, at).slope)
    return grown


def what_grows(grown: dict[str, float]) -> list[str]:
    """Return the figures that grow by more than they may, or of which nothing is known."""
    return [name for name, slope in grown.items() if not slope <= LIMITS[name]]


def resident_mb() -> float:
    """Return the memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


class MinuteMeter:
    """Gathers what the process takes, second by second, into minutes.

    Attributes
    ----------
    minutes : those that have ended.
    """

    def __init__(self) -> None:
        self.minutes: list[Minute] = []
        self._samples: list[tuple[float, int, int, float]] = []

    def sample(self, pipeline: LivePipeline | None) -> None:
        """Take what there is now."""
        latency_s = pipeline.meters.latency.median if pipeline is not None else 0.0
        threads, descriptors = (len([*Path("/proc/self", of).iterdir()]) for of in ("task", "fd"))
        self._samples.append((resident_mb(), threads, descriptors, latency_s))

    def end_minute(self, *, recorded: int, opened: int) -> None:
        """End a minute, in which so many frames were recorded and sources opened, and print it."""
        memory, threads, descriptors, latencies = zip(*self._samples, strict=True)
        shown = [latency for latency in latencies if latency > 0]
        self.minutes.append(
            Minute(
                memory_mb=median(memory),
                threads=round(median(threads)),
                descriptors=round(median(descriptors)),
                latency_ms=1000 * median(shown) if shown else float("nan"),
                recorded=recorded,
                opened=opened,
            )
        )
        self._samples.clear()
        print(f"minute {len(self.minutes):3}: {self.minutes[-1]}", flush=True)


class Stream:
    """Pictures as a network camera: a process of its own, to be pulled out and plugged in again.

    Parameters
    ----------
    pictures : the folder that is served.
    module : what serves it.
    """

    def __init__(self, pictures: Path, module: str = "tests.fakes.three_people") -> None:
        self._pictures, self._module, self._port = pictures, module, 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/live"

    def plug_in(self) -> None:
        if self._process is None:
            command = [sys.executable, "-m", self._module, self._pictures, str(self._port)]
            self._process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
            assert self._process.stdout is not None
            self._port = int(self._process.stdout.readline())

    def say(self, line: str) -> None:
        """Tell what serves something, unless it is unplugged."""
        if self._process is not None:
            assert self._process.stdin is not None
            self._process.stdin.write(f"{line}\n")
            self._process.stdin.flush()

    def pull_out(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None


class Soak:
    """Somebody who uses the window, the same in every minute."""

    def __init__(self, folder: Path, minutes: int) -> None:
        self._clip, self._takes = folder / "people.mp4", folder / "takes"
        pictures = folder / "pictures"
        pictures.mkdir()
        write_clip(self._clip, PICTURES)
        write_pictures(pictures, PICTURES)
        self._stream = Stream(pictures)
        self._stream.plug_in()
        self._wanted = minutes
        self._meter = MinuteMeter()
        self.minutes = self._meter.minutes
        self._session = LiveSession()
        options = Options(source=str(self._clip), people=3)
        self._window = MainWindow(
            Settings(options=options, recordings_folder=str(self._takes)), self._session
        )
        self._window.show()
        self._opened = 1
        # By the second of a minute; the second half of it goes by in retries.
        self._acts: dict[int, Callable[[], object]] = {
            0: lambda: self._open(str(self._clip)),
            4: self._page.toggle_recording,
            12: self._page.toggle_recording,
            14: lambda: self._open(self._stream.address),
            18: self._page.toggle_recording,
            20: self._stream.pull_out,
            23: self._page.next_view,
            25: self._stream.plug_in,
            28: self._page.toggle_recording,
            30: lambda: self._open(UNREACHABLE),
        }
        self._second = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(1000)

    @property
    def _page(self):
        return self._window.live_page

    def _open(self, source: str) -> None:
        self._opened += 1
        self._page.change(source=source)

    def _tick(self) -> None:
        self._meter.sample(self._session.pipeline)
        act = self._acts.get(self._second)
        if act is not None:
            act()
        elif self._second > 30 and self._second % RETRY_S == 0:
            self._retry()
        self._second += 1
        if self._second == 60:
            self._end_minute()

    def _retry(self) -> None:
        card = self._page.stage.messages.card.content
        if self._session.state == "failed" and card is not None:
            self._opened += 1
            next(choice.action for choice in card.choices if choice.text == "Retry")()

    def _end_minute(self) -> None:
        self._meter.end_minute(recorded=self._check_takes(), opened=self._opened)
        self._second, self._opened = 0, 0
        if len(self.minutes) == self._wanted:
            self._timer.stop()
            self._window.close()
            self._stream.pull_out()

    def _check_takes(self) -> int:
        """Open what was recorded in this minute, take it away, and return its frames."""
        frames = 0
        for path in self._takes.glob("*.h5"):
            with Recording(path) as recording:
                frames += len(recording)
            path.unlink()
        left = sorted(path.name for path in self._takes.iterdir())
        assert not left, f"recordings left {left}"
        return frames


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--minutes", type=int, default=30, help=f"at least {LEAST} for a verdict (%(default)s)"
    )
    wanted = parser.parse_args().minutes
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    prepare_environment()
    return_large_blocks()  # as the window does
    start_logging(debug=False)
    application = QApplication([])
    theme.dress(application)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder), wanted)
        application.exec()
    print(f"{len(soak.minutes)} minutes, {time.monotonic() - began:.0f} s of the clock")
    if len(soak.minutes) < LEAST:
        print(f"too short for a verdict, which takes {LEAST} minutes")
        return 2
    grown = growth(soak.minutes)
    for name, slope in grown.items():
        print(f"{name}: {slope:+.2f} a minute, {LIMITS[name]} are allowed")
    too_much = what_grows(grown)
    print(f"{', '.join(too_much)} grew" if too_much else "nothing grew")
    return int(bool(too_much))


if __name__ == "__main__":
    sys.exit(main())
