"""Trials of recordings: kills at random moments, full and dying disks, and long takes of real motion.

``python -m tests.trials.recording_trials --kills 20 --full-disks 5 --dying-disks 5`` prints one line a trial
and fails when anything sound was lost. ``--minutes 10 --people 2`` records the meshes of the bundled clip, to
and fro at the rate of a camera, and prints what was dropped, how large the file grows and how much memory is
used. The tests run the same at small size.
"""

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.live.session import make_live_pipeline, make_step_threads
from app.options import Options
from app.recordings.recorder import Recorder, RecorderStatus
from app.recordings.schema import RecordingInfo
from app.system.native_memory import return_large_blocks
from app.types import Frame, Person
from main import prepare_environment
from models.body.template import BodyTemplate
from tests.fakes.sheet_recordings import (
    FPS,
    check_content,
    check_video,
    filmed_recorder,
    grid_template,
    numbered_image,
    person,
    recording_info,
)

if TYPE_CHECKING:
    from app.live.pipeline import LivePipeline

ROOT = Path(__file__).resolve().parents[2]


def break_disk(path: Path, in_place: Path) -> None:
    """Let this process find a file or folder in place of one that it writes, as if its disk died (Linux)."""
    for descriptor in list(Path("/proc/self/fd").iterdir()):
        if descriptor.resolve() == path.resolve():
            broken = os.open(in_place, os.O_RDONLY)
            os.dup2(broken, int(descriptor.name))
            os.close(broken)


def record_forever(
    path: Path,
    people: int,
    *,
    with_video: bool = False,
    breaks_at: int = -1,
    in_place: Path | None = None,
    most_ahead: int = 0,
) -> None:
    """Record at 30 frames a second, printing each frame's number, until killed or the disk fails.

    With ``most_ahead`` it waits, however slow the machine, while so many frames are still to be written.

    At the frame ``breaks_at`` the disk dies: the file can still be read, or, with a folder ``in_place`` of
    it, not even that.
    """
    template = grid_template()
    if with_video:
        recorder = filmed_recorder(path)
    else:
        recorder = Recorder(path, recording_info(template), template, live=True)
    began = time.perf_counter()
    for index in range(10**9):
        time.sleep(max(0.0, began + index / FPS - time.perf_counter()))
        now = time.perf_counter()
        recorder.put(
            Frame(index, numbered_image(index), now, now - began),
            tuple(person(template, index, i + 1) for i in range(people)),
        )
        print(index, flush=True)
        if index == breaks_at:
            break_disk(path, in_place or path)
        while most_ahead and index - (status := recorder.status()).frames >= most_ahead:
            if status.state == "failed":
                break
            time.sleep(0.01)
        if recorder.status().state == "failed":
            print(recorder.status().message, flush=True)
            return


def start(path: Path, people: int, *words: str, with_video: bool = False) -> subprocess.Popen:
    """Start :func:`record_forever` in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "tests.trials.recording_trials",
        "--record",
        str(path),
        "--people",
        str(people),
    ]
    command += words
    if with_video:
        command.append("--with-video")
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_trial(
    folder: Path, seconds: float, people: int = 2, *, with_video: bool = False
) -> tuple[int, int, int]:
    """Kill a recording after some seconds; return frames handed over, frames found and pictures found."""
    path = folder / "killed.h5"
    for file in folder.glob("killed.*"):
        file.unlink()
    process = start(path, people, with_video=with_video)
    assert process.stdout is not None
    process.stdout.readline()  # it records
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    given = sum(1 for _ in process.stdout) + 1
    process.wait()
    process.stdout.close()
    found = check_content(path, people)
    assert found >= given - FPS - 1, f"{given} frames were given, {found} are left"
    pictures = check_video(path) if with_video else 0
    if with_video:
        assert pictures >= given - FPS - 1, f"{given} pictures were given, {pictures} are left"
    return given, found, pictures


def full_disk_trial(
    disk: Path, megabytes_left: float, fill_after: float | None, *, with_video: bool = False
) -> tuple[int, int, str]:
    """Record onto a nearly full disk until it is full; return frames given, found, and the sentence.

    With ``fill_after`` another program takes all the space that is left after so many seconds.
    """
    path = disk / "full.h5"
    for file in disk.iterdir():
        file.unlink()
    fill = disk / "fill"
    free = int(subprocess.check_output(["df", "--output=avail", "-B1", disk], text=True).split()[-1])
    fill.write_bytes(bytes(max(0, free - int(megabytes_left * 1e6))))
    process = start(path, 2, with_video=with_video)
    assert process.stdout is not None
    if fill_after is not None:
        process.stdout.readline()
        time.sleep(fill_after)
        with fill.open("ab", buffering=0) as file, contextlib.suppress(OSError):
            while file.write(bytes(4096)) == 4096:
                pass
    lines = process.stdout.read().splitlines()
    process.stdout.close()
    process.wait()
    found = check_content(path, 2)
    given = sum(line.isdigit() for line in lines)
    assert "disk is full" in lines[-1], lines[-1]
    assert found >= given - 2 * FPS, f"{given} frames were given, {found} are left"
    if with_video:
        assert check_video(path) >= given - 2 * FPS
    return given, found, lines[-1]


def dying_disk_trial(folder: Path, frame: int, *, is_dead: bool) -> tuple[int, int, str]:
    """Let the disk die at a frame; return frames given, found, and the sentence.

    It takes nothing any more, and a dead one does not give anything back either. The program has to end
    as usual after that.
    """
    path = folder / "dying.h5"
    path.unlink(missing_ok=True)
    in_place = ["--in-place", str(folder)] if is_dead else []
    process = start(path, 2, "--breaks-at", str(frame), *in_place)
    lines = process.communicate()[0].splitlines()
    assert process.returncode == 0, f"the program ended with {process.returncode}"
    found = check_content(path, 2)
    assert "The disk failed" in lines[-1], lines[-1]
    assert found >= frame - FPS, f"{frame} frames were given before, {found} are left"
    return sum(line.isdigit() for line in lines), found, lines[-1]


@dataclass(frozen=True)
class Motion:
    """Real meshes of one person, and what is needed to record them."""

    info: RecordingInfo
    template: BodyTemplate
    poses: list[Person]

    def people(self, index: int, count: int) -> tuple[Person, ...]:
        """Return the people of a frame: all move alike, each at another moment, to and fro."""
        turn = 2 * len(self.poses) - 2
        moments = [(index + i * turn // count) % turn for i in range(count)]
        return tuple(
            replace(self.poses[min(moment, turn - moment)], id=i + 1) for i, moment in enumerate(moments)
        )


def motion_of(source: str, frames: int) -> Motion:
    """Let the bundled model follow the person of a video."""
    from app.live.mesh_step import MeshStep  # here, as a recording that is to be killed starts sooner without
    from app.live.sources.open import open_source

    options = Options(source=source)
    video = open_source(source, realtime=False, loop=False)
    step = MeshStep(options)
    try:
        poses = []
        while len(poses) < frames and (frame := video.read()) is not None:
            poses.extend(step.step(frame).people)
        info = RecordingInfo.of(
            step.estimator.info, video.name, (video.width, video.height), "2026-01-01T00:00:00+00:00"
        )
        return Motion(info, step.estimator.template, poses)
    finally:
        step.close()
        video.close()


def long_trial(
    path: Path, motion: Motion, people: int, minutes: float, each_minute: Callable[[str], None]
) -> RecorderStatus:
    """Record real motion at 30 frames a second of the clock; report each minute, return the end's status.

    Where the whole process stood still, as on a machine that was put to sleep, no camera would catch up with
    the frames of that time in one burst, and neither does this.
    """
    recorder = Recorder(path, motion.info, motion.template, live=True)
    image = np.zeros((4, 4, 3), np.uint8)
    frames = round(minutes * 60 * FPS)
    cpu, began = time.process_time(), time.perf_counter()
    stood_still = 0.0
    for index in range(frames):
        time.sleep(max(0.0, began + index / FPS - time.perf_counter()))
        now = time.perf_counter()
        late = now - began - index / FPS
        if late > 1:
            began += late
            stood_still += late
        recorder.put(Frame(index, image, now, now - began), motion.people(index, people))
        if index % round(60 * FPS) == 0:
            each_minute(f"minute {index / FPS / 60:.0f}: {resident_mb():.1f} MB of memory")
    status = recorder.stop()
    cpu = time.process_time() - cpu
    each_minute(
        f"end: {resident_mb():.1f} MB of memory; {status.frames} of {frames} frames written, dropped "
        f"{status.drops}; at most {status.most_waiting} waited; "
        f"{status.size_bytes / 1e6 / minutes / people:.1f} MB a minute and person; "
        f"{1000 * cpu / frames / people:.2f} ms of CPU time a mesh in the whole process; "
        f"the process stood still for {stood_still:.1f} s"
    )
    return status


def resident_mb() -> float:
    """Return the memory this process holds (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def run_kills(folder: Path, args: argparse.Namespace, rng: random.Random) -> None:
    """Kill recordings at random moments."""
    for trial in range(args.kills):
        given, found, images = kill_trial(folder, rng.uniform(0.5, 4.0), with_video=args.with_video)
        print(f"kill {trial + 1}: {given} frames given, {found} kept, {images} images")


def run_dying_disks(folder: Path, args: argparse.Namespace, rng: random.Random) -> None:
    """Let disks die at random frames, read-only and dead ones in turn."""
    for trial in range(args.dying_disks):
        given, found, sentence = dying_disk_trial(folder, rng.randrange(10, 120), is_dead=trial % 2 == 1)
        print(f"dying disk {trial + 1}: {given} frames given, {found} kept: {sentence}")


def run_full_disks(folder: Path, args: argparse.Namespace, rng: random.Random) -> None:
    """Let a small disk fill up slowly and suddenly in turn."""
    if not args.full_disks:
        return
    disk = folder / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], check=True)
    try:
        for trial in range(args.full_disks):
            suddenly = rng.uniform(1.0, 4.0) if trial % 2 else None
            given, found, sentence = full_disk_trial(
                disk, rng.uniform(7.0, 9.0), suddenly, with_video=args.with_video
            )
            print(f"full disk {trial + 1}: {given} frames given, {found} kept: {sentence}")
    finally:
        subprocess.run(["umount", disk], check=True)


def run_long_take(folder: Path, args: argparse.Namespace) -> None:
    """Record real motion, if asked for beside the live pipeline."""
    if not args.minutes:
        return
    return_large_blocks()
    motion = motion_of(args.motion, frames=300)
    live = start_live_pipeline() if args.live else None
    long_trial(folder / "long.h5", motion, args.people, args.minutes, print)
    if live is not None:
        if live.error is not None:
            raise live.error
        rate = live.meters.mesh.rate(time.perf_counter())
        print(f"the live pipeline beside it made {rate:.1f} meshes a second at the end")
        live.stop()


def start_live_pipeline() -> "LivePipeline":
    """Start the live pipeline on the sample clip, and wait until it is ready."""
    prepare_environment()
    live = make_live_pipeline(Options(source="sample"), make_step_threads())
    live.start()
    while live.state == "loading":
        time.sleep(0.1)
    return live


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--full-disks", type=int, default=0, help="needs the right to mount a tmpfs")
    parser.add_argument("--dying-disks", type=int, default=0, help="needs Linux")
    parser.add_argument("--with-video", action="store_true", help="keep the video too")
    parser.add_argument("--minutes", type=float, default=0.0, help="length of a take of real motion")
    parser.add_argument("--people", type=int, default=2, help="how many are recorded")
    parser.add_argument("--motion", default="sample", metavar="SOURCE", help="video of the real motion")
    parser.add_argument("--live", action="store_true", help="run the live pipeline beside the long take")
    parser.add_argument("--seed", type=int, default=0)
    for name, kind in (("--record", Path), ("--breaks-at", int), ("--in-place", Path)):
        parser.add_argument(name, type=kind, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.record:
        record_forever(
            args.record,
            args.people,
            with_video=args.with_video,
            breaks_at=-1 if args.breaks_at is None else args.breaks_at,
            in_place=args.in_place,
        )
        return
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run_kills(folder, args, rng)
        run_dying_disks(folder, args, rng)
        run_full_disks(folder, args, rng)
        run_long_take(folder, args)


if __name__ == "__main__":
    main()
