"""What happens to programs that record, and what must be left of their recordings.

Every trial is given a folder of its own and a random generator, and fails by an AssertionError.
"""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import SimpleNamespace

from app.recordings.guarded_repair import guarded_repair
from app.recordings.inspection import inspect
from app.recordings.reader import Recording
from app.recordings.schema import RecordingError
from tests.fakes.sheet_recordings import check_content
from tests.faults.victims import Victim, recorder, run_command, window
from tests.trials.recording_trials import break_disk

LONGEST_S = 1.5  # of a recording until something happens
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def frames_left(path: Path, people: int | None = None) -> int:
    """Open a recording, after repair if it needs that; return its frames, whose content is compared."""
    if inspect(path).state != "sound":
        path = guarded_repair(path).path
    if people is not None:
        return check_content(path, people)
    with Recording(path) as recording:
        indices = [frame.index for frame in recording.frames()]
    assert indices == sorted(set(indices))
    return len(indices)


def expect(path: Path, victim: Victim, people: int | None = None, *, all_of_it: bool = False) -> str:
    """Check that what was flushed is there, or all of it and nothing else in the folder; tell how many."""
    if victim.flushed <= 0 and victim.told.get("state") == "failed" and not path.exists():
        return "failed before its first frame, and left no file"
    try:
        found = frames_left(path, people)
    except RecordingError as error:
        if victim.flushed > 0:
            raise AssertionError(f"{victim.flushed} frames were flushed") from error
        return "nothing was flushed, and nothing is left"
    assert found >= victim.flushed, f"{victim.flushed} frames were flushed, {found} are left"
    if all_of_it:
        assert found == victim.flushed
        assert inspect(path).state == "sound"
        beside = [file.name for file in path.parent.iterdir() if file.suffix not in (".h5", ".mp4", ".json")]
        assert not beside, f"{beside} was left"
    return f"{victim.flushed} flushed, {found} left"


def begun(work: Callable[..., int], rng: Random, frames: int = 0) -> Victim:
    """Start a program, and wait until it has recorded for a random time."""
    victim = Victim(work)
    victim.wait_for(frames)
    time.sleep(rng.uniform(0, LONGEST_S))
    return victim


def killed(folder: Path, rng: Random) -> str:
    """SIGKILL at any moment, also amid a flush."""
    path, people = folder / "a.h5", rng.randint(1, 3)
    flush_every_s, with_video = rng.choice([0.0, 0.02, 0.5]), rng.random() < 0.25
    victim = begun(recorder(path, people, flush_every_s=flush_every_s, with_video=with_video), rng)
    victim.send(signal.SIGKILL)
    assert victim.end() == -signal.SIGKILL
    return expect(path, victim, people)


def full_disk(folder: Path, rng: Random) -> str:
    """The disk fills up slowly or suddenly; in half of the trials only the system's refusal tells."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={rng.randint(6500, 8000)}k", "tmpfs", disk]
    subprocess.run(mount, check=True)
    try:
        path = disk / "a.h5"
        work = recorder(path, 10)
        if rng.random() < 0.5:
            work = _blind_to_space(work)
        victim = begun(work, rng)
        if rng.random() < 0.5:
            with (disk / "fill").open("wb", buffering=0) as file:
                try:
                    while file.write(bytes(4096)) == 4096:
                        pass
                except OSError:
                    pass
        assert victim.end() == 0
        assert victim.told.get("state") == "failed", victim.told
        assert "The disk is full" in victim.told["message"], victim.told
        (disk / "fill").unlink(missing_ok=True)
        return expect(path, victim, 10)
    finally:
        subprocess.run(["umount", disk], check=True)


def _blind_to_space(work: Callable[..., int]) -> Callable[..., int]:
    """Let a recorder believe that there is room."""

    def patched(tell: Callable[..., None]) -> int:
        import app.recordings.recorder as module

        module.shutil = SimpleNamespace(disk_usage=lambda _: SimpleNamespace(free=10**12))  # type: ignore
        return work(tell)

    return patched


def dying_disk(folder: Path, rng: Random) -> str:
    """The disk takes nothing more, and a dead one gives nothing back either."""
    path, people, last = folder / "a.h5", rng.randint(1, 3), rng.randrange(1, 150)
    in_place = rng.choice([path, folder])

    def die(index: int) -> None:
        if index == last:
            break_disk(path, in_place)

    victim = begun(recorder(path, people, flush_every_s=rng.choice([0.0, 0.1]), at_frame=die), rng)
    assert victim.end() == 0, victim.told
    assert "The disk failed" in victim.told["message"], victim.told
    return expect(path, victim, people)


def slow_disk(folder: Path, rng: Random) -> str:
    """Every flush takes up to a second; the recording is killed, or stopped with every drop counted."""
    path, people, frames = folder / "a.h5", rng.randint(1, 3), rng.randint(20, 400)
    slowest, seed, is_killed = rng.uniform(0.1, 1.0), rng.random(), rng.random() < 0.5
    work = recorder(path, people, frames=frames)

    def patched(tell: Callable[..., None]) -> int:
        import app.recordings.recorder as module

        module.QUEUE_FRAMES = 20
        sync, delays = os.fsync, Random(seed)

        def slow_sync(descriptor: int) -> None:
            time.sleep(delays.uniform(0, slowest))
            sync(descriptor)

        os.fsync = slow_sync
        return work(tell)

    victim = begun(patched, rng)
    if is_killed:
        victim.send(signal.SIGKILL)
        victim.end()
        return expect(path, victim, people)
    assert victim.end() == 0
    told = victim.told
    assert told["frames"] + told["dropped"] == told["given"] == frames, told
    return expect(path, victim, people, all_of_it=True) + f", {told['dropped']} dropped and counted"


def folder_gone(folder: Path, rng: Random) -> str:
    """The folder is deleted, which is said, or gets another name, which changes nothing."""
    path, people, fate = (
        folder / "takes" / "a.h5",
        rng.randint(1, 3),
        rng.choice(["deleted", "moved", "killed"]),
    )
    path.parent.mkdir()
    frames = 10**9 if fate == "deleted" else rng.randint(100, 400)
    victim = begun(recorder(path, people, frames=frames), rng)
    if fate == "deleted":
        shutil.rmtree(path.parent)
        assert victim.end() == 0
        assert "was deleted while" in victim.told["message"], victim.told
        return "deleted, and said"
    new = path.parent.rename(folder / "moved") / path.name
    if fate == "killed":
        time.sleep(rng.uniform(0, 0.5))
        victim.send(signal.SIGKILL)
        victim.end()
        return "moved: " + expect(new, victim, people)
    assert victim.end() == 0
    assert victim.told["state"] == "finished", victim.told
    return "moved: " + expect(new, victim, people, all_of_it=True)


def run_stopped(folder: Path, rng: Random) -> str:
    """``run`` is killed, or asked to end by a signal."""
    from tests.fakes.tiny_model import make_model

    make_model(folder)
    (folder / "out").mkdir()
    path, number = folder / "out" / "a.h5", rng.choice([signal.SIGKILL, *STOPS])
    victim = begun(run_command(path, folder), rng, frames=1)
    victim.send(number)
    code = victim.end()
    assert code == (-number if number == signal.SIGKILL else 1), (code, victim.told)
    return f"{number.name}: " + expect(path, victim, all_of_it=number != signal.SIGKILL)


def window_stopped(folder: Path, rng: Random) -> str:
    """The window is killed, asked to end by a signal, or closed."""
    from tests.fakes.tiny_model import make_model

    make_model(folder)
    takes, settings = folder / "takes", folder / "settings.json"
    number = rng.choice([signal.SIGKILL, *STOPS, signal.SIGUSR1])
    victim = begun(window(settings, takes, folder), rng, frames=1)
    victim.send(number)
    code = victim.end()
    assert code == (-number if number == signal.SIGKILL else 0), (code, victim.told)
    assert settings.exists() == (number != signal.SIGKILL)
    (path,) = takes.glob("*.h5")
    name = "closed" if number == signal.SIGUSR1 else number.name
    return f"{name}: " + expect(path, victim, all_of_it=number != signal.SIGKILL)


# By what they cost: of a hundred trials so many.
SHARES: dict[Callable[[Path, Random], str], int] = {
    killed: 30,
    folder_gone: 16,
    slow_disk: 14,
    dying_disk: 14,
    full_disk: 14,
    run_stopped: 6,
    window_stopped: 6,
}
