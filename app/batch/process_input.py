"""process_input: takes an input, has it done by a process of its own, and writes down what became of it."""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from app.batch.child import COMMAND, ChildReport, run_child
from app.batch.claims import claimed
from app.batch.records import MOST_TRIES, Failed, Finished, Records
from app.system.files import free_bytes
from models.errors import UserError, sentence

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

    from app.batch.inputs import Input
    from app.batch.settings import BatchSettings

LEAST_BYTES = 32 << 20  # on a disk that is not full

State = Literal["finished", "failed", "died", "stopped", "taken"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for, and where its results go; the same for every input.

    Attributes
    ----------
    out : the folder of results.
    settings : what is made of an input.
    command : that starts the process of an input, see :func:`app.batch.child.run_child`.
    """

    out: Path
    settings: BatchSettings
    command: tuple[str, ...] = COMMAND


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input.

    Attributes
    ----------
    state : ``died`` and ``stopped`` ones are to be tried again, ``taken`` ones are with another program.
    reason : why it failed, one sentence.
    frames : that were done here.
    """

    state: State
    reason: str = ""
    frames: int = 0


def process_input(
    job: Job,
    one: Input,
    stale: str,
    environment: Mapping[str, str],
    stop: threading.Event,
    on_frames: Callable[[int], None],
) -> Outcome:
    """Do an input, unless another program does or has done it.

    Parameters
    ----------
    job, one : what to do.
    stale : the token of a claim to be taken over, as of :meth:`app.batch.claims.ClaimWatch.takeable`.
    environment : variables of the process beside the user's own.
    stop : ends the work; the try then does not count.
    on_frames : called with the number of further frames that are done.

    Raises
    ------
    OSError, UserError : the folder of results cannot be used, or its disk is full.
    """
    records = Records(job.out)
    fingerprint = job.settings.fingerprint(one)
    with claimed(records.claims, one.key, stale) as token:
        if token is None:
            return Outcome("taken")
        match records.outcome(one, fingerprint):
            case Finished():
                return Outcome("finished")
            case Failed(error=error):
                return Outcome("failed", error)
            case None:
                pass
        if records.tries(one, fingerprint) >= MOST_TRIES:  # and no program lived to see how they ended
            return _given_up(records, one, fingerprint, "it ended the program that read it, or its machine")
        return _tried(job, records, one, token, environment, stop, on_frames)


def _tried(
    job: Job,
    records: Records,
    one: Input,
    token: str,
    environment: Mapping[str, str],
    stop: threading.Event,
    on_frames: Callable[[int], None],
) -> Outcome:
    """Try an input once, in a folder beside the results."""
    fingerprint = job.settings.fingerprint(one)
    work = records.work / f"{one.key}.{token}"
    made = work / "made"
    made.mkdir(parents=True)
    attempt = records.attempt(one, fingerprint, token)
    task = {
        "source": str(one.file),
        "name": Path(one.name).name,
        "folder": str(made),
        "attempt": str(attempt),
        "settings": asdict(job.settings),
    }
    try:
        report = run_child(task, attempt.touch, environment, stop, on_frames, job.command)
        if report.end == "died":
            attempt.touch()  # its process may have taken it back and died of its own end
        else:
            attempt.unlink(missing_ok=True)
        return _recorded(records, one, fingerprint, made, report)
    except BaseException:  # of who stops it, or of the disk
        attempt.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _recorded(records: Records, one: Input, fingerprint: str, made: Path, report: ChildReport) -> Outcome:
    """Write down how a try ended."""
    deaths = records.tries(one, fingerprint)
    match report.end:
        case "stopped":
            return Outcome("stopped", frames=report.frames)
        case "died" if deaths < MOST_TRIES:
            return Outcome("died", report.reason, report.frames)
        case "died":
            return _given_up(records, one, fingerprint, report.reason, report.frames)
        case "failed":
            return _failed(records, one, fingerprint, report.reason, deaths + 1, report.frames)
        case "done":
            try:
                records.finish(one, fingerprint, made, report.frames)
            except OSError as error:
                reason = sentence(error) or str(error)
                return _failed(records, one, fingerprint, reason, deaths + 1, report.frames)
            return Outcome("finished", frames=report.frames)


def _given_up(records: Records, one: Input, fingerprint: str, how: str, frames: int = 0) -> Outcome:
    reason = f"{Path(one.name).name} was tried {MOST_TRIES} times: {how}; look at the file, or leave it out."
    return _failed(records, one, fingerprint, reason, MOST_TRIES, frames)


def _failed(records: Records, one: Input, fingerprint: str, reason: str, tries: int, frames: int) -> Outcome:
    left = free_bytes(records.out)
    if left is not None and left < LEAST_BYTES:  # the inputs that follow would fail of it too
        raise UserError(
            f"The disk of {records.out} is full; free some space and give the same command again."
        )
    records.fail(one, fingerprint, reason, tries)
    return Outcome("failed", reason, frames)
