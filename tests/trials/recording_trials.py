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

import cv2
import numpy as np

from app.live.session import make_live_pipeline
from app.options import Options
from app.recordings.reader import Recording
from app.recordings.recorder import Recorder, RecorderStatus
from app.recordings.schema import RecordingInfo
from app.recordings.video_recorder import VideoKeeper, video_name
from app.system.native_memory import return_large_blocks
from app.types import Frame, Person
from main import prepare_environment
from models.body.template import BodyTemplate, JointSet, SparseRows
from models.camera.crop import CropBox

ROOT = Path(__file__).resolve().parents[2]
FPS = 30.0


def grid_template(side: int = 20) -> BodyTemplate:
    """Make a sheet of ``side`` x ``side`` vertices, big enough to record."""
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, side), np.linspace(-0.9, 0.9, side))
    corner = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).reshape(-1, 1)
    faces = np.concatenate([corner + np.array([0, 1, side]), corner + np.array([1, side + 1, side])])
    one = SparseRows(np.zeros((1, 1), np.int32), np.ones((1, 1), np.float32))
    return BodyTemplate(
        name="sheet",
        kind="body",
        v_template=np.stack([x, y, np.zeros_like(x)], -1).reshape(-1, 3).astype(np.float32),
        faces=(faces.astype(np.int32),),
        level_index=(),
        upsampling=(),
        coarse_adjacency=np.zeros((1, 2), np.int32),
        joint_sets={"fastmetro14": JointSet(("R_Ankle",), one)},
        root=one,
        skeleton=None,
        sha256="",
    )


def recording_info(template: BodyTemplate) -> RecordingInfo:
    """Describe a recording of the template."""
    return RecordingInfo(
        source="trial",
        width=640,
        height=480,
        model="none",
        model_version="1",
        body=template.name,
        kind="body",
        template_sha256="",
        joint_names=("R_Ankle",),
        started_at="2026-01-01T00:00:00+00:00",
        settings={"people": 2},
    )


def person(template: BodyTemplate, index: int, person_id: int = 1) -> Person:
    """Return the person that frame ``index`` must hold, the same every time."""
    rng = np.random.default_rng([index, person_id])
    vertices = template.v_template + rng.normal(0, 0.01, template.v_template.shape).astype(np.float32)
    return Person(
        id=person_id,
        score=0.9,
        crop=CropBox(np.array([320.0, 240.0], np.float32), 200.0, 0.1),
        vertices=vertices,
        joints=vertices[:1],
        camera=np.array([0.9, 0.0, 0.1], np.float32),
        translation=np.array([0.1, 0.2, 3.0 + index / 1000], np.float32),
        focal_px=500.0,
        joints_2d=np.zeros((1, 2), np.float32),
        box_xyxy=np.array([0, 0, 10, 10], np.float32),
    )


def picture(index: int) -> np.ndarray:
    """Return a picture that shows a number as 16 blocks, black or white, and survives compression."""
    bits = np.array([index >> bit & 1 for bit in range(16)], np.uint8).reshape(4, 4)
    return np.repeat(np.kron(255 * bits, np.ones((16, 16), np.uint8))[..., None], 3, axis=2)


def number_shown(image: np.ndarray) -> int:
    """Return the number that a :func:`picture` shows."""
    return sum(int(value > 127) << bit for bit, value in enumerate(image[8::16, 8::16, 1].ravel()))


def filmed_recorder(path: Path, *, live: bool = True) -> Recorder:
    """Begin a recording that keeps the video too."""
    template = grid_template()
    video = VideoKeeper(path.with_name(video_name(path)), FPS)
    info = replace(recording_info(template), video=video.path.name)
    return Recorder(path, info, template, live=live, video=video)


def break_disk(path: Path, in_place: Path) -> None:
    """Let this process find a file or folder in place of one that it writes, as if its disk died (Linux)."""
    for descriptor in os.listdir("/proc/self/fd"):
        if os.path.realpath(f"/proc/self/fd/{descriptor}") == str(path.resolve()):
            broken = os.open(in_place, os.O_RDONLY)
            os.dup2(broken, int(descriptor))
            os.close(broken)


def record_forever(
    path: Path, people: int, *, with_video: bool = False, breaks_at: int = -1, in_place: Path | None = None
) -> None:
    """Record at 30 frames a second, printing each frame's number, until killed or the disk fails.

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
            Frame(index, picture(index), now, now - began),
            tuple(person(template, index, i + 1) for i in range(people)),
        )
        print(index, flush=True)
        if index == breaks_at:
            break_disk(path, in_place or path)
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


def check_content(path: Path, people: int) -> int:
    """Compare every frame of a recording with what was recorded; return how many there are."""
    template = grid_template()
    with Recording(path) as recording:
        for frame in recording.frames():
            assert len(frame.people) == people, f"frame {frame.index} has {len(frame.people)} people"
            for found in frame.people:
                expected = person(template, frame.index, found.id)
                error = np.abs(found.vertices - expected.vertices).max()
                assert error < 1e-4, f"frame {frame.index} is off by {error} m"
                np.testing.assert_array_equal(found.translation, expected.translation)
        return len(recording)


def check_video(path: Path) -> int:
    """Compare the kept pictures with the frames they belong to; return how many the video holds."""
    with Recording(path) as recording:
        assert recording.video_path is not None
        video = cv2.VideoCapture(str(recording.video_path))
        numbers = []
        while (read := video.read())[0]:
            numbers.append(number_shown(read[1]))
        video.release()
        for row, index in enumerate(recording.index):
            place = recording.video_frame(row)
            if place is not None and place < len(numbers):
                assert numbers[place] == index, f"frame {index} has the picture of frame {numbers[place]}"
        return len(numbers)


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
        with open(fill, "ab", buffering=0) as file, contextlib.suppress(OSError):
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
    step = MeshStep(options, draw=False)
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
        for trial in range(args.kills):
            given, found, pictures = kill_trial(folder, rng.uniform(0.5, 4.0), with_video=args.with_video)
            print(f"kill {trial + 1}: {given} frames given, {found} kept, {pictures} pictures")
        for trial in range(args.dying_disks):
            given, found, sentence = dying_disk_trial(folder, rng.randrange(10, 120), is_dead=trial % 2 == 1)
            print(f"dying disk {trial + 1}: {given} frames given, {found} kept: {sentence}")
        if args.full_disks:
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
        if args.minutes:
            return_large_blocks()
            motion = motion_of(args.motion, frames=300)
            live = make_live_pipeline(Options(source="sample"))
            if args.live:
                prepare_environment()
                live.start()
                while live.state == "loading":
                    time.sleep(0.1)
            long_trial(folder / "long.h5", motion, args.people, args.minutes, print)
            if args.live:
                if live.error is not None:
                    raise live.error
                rate = live.meters.mesh.rate(time.perf_counter())
                print(f"the live pipeline beside it made {rate:.1f} meshes a second at the end")
                live.stop()


if __name__ == "__main__":
    main()
