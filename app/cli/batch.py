"""The ``batch`` command: many photos and videos, with a bar over the files."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from app.batch.inputs import Input, find_inputs
from app.batch.loop import run_batch
from app.batch.pools import LocalPool, Pool, usual_jobs
from app.batch.process_input import Job, Outcome
from app.batch.progress import BatchProgress
from app.batch.records import Records
from app.recordings.export.formats import FORMATS
from app.server.address import server_of
from app.system.stop_signals import stop_request
from app.text import counted
from models.errors import UserError
from models.inference.store import find_model, read_model_info
from models.program import install_line

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from app.batch.settings import BatchSettings

STOPPED = 130


def batch(
    named: Sequence[Path],
    out: Path,
    settings: BatchSettings,
    *,
    jobs: int | None = None,
    ray: str | None = None,
    shard: tuple[int, int] = (1, 1),
    retry_failed: bool = False,
) -> int:
    """Do many photos and videos.

    Parameters
    ----------
    named : files and folders.
    out : the folder of the results.
    settings : what is made of every input.
    jobs : how many at once; None takes what suits the machine.
    ray : address of the Ray cluster that does them; None does them on this machine.
    shard : (which part from 1 on, of how many) to do.
    retry_failed : forget what failed before.

    Returns
    -------
    The exit code: 0, 1 if some failed, 130 if it was stopped.

    Raises
    ------
    UserError, OSError : with a sentence for people.
    """
    _refuse_what_would_fail_each_time(settings)
    if Path(settings.model).suffix.lower() == ".onnx":  # other machines work in other folders
        settings = replace(settings, model=str(find_model(settings.model).absolute()))
    inputs = find_inputs(named, out)
    out = Path(os.path.abspath(out))  # noqa: PTH100 - without dots, and as it was called
    records = Records(out)
    if retry_failed:
        for one in inputs[shard[0] - 1 :: shard[1]]:
            records.forgive(one)
    progress = BatchProgress(records, settings, inputs, shard)
    console = Console(stderr=True)
    pool = _pool(Job(out, settings), jobs, ray)  # before the signals: Ray has a handler of its own
    with stop_request() as stop, _shown(progress, console) as show:
        try:
            run_batch(records, progress, pool, stop, show)
        except KeyboardInterrupt:  # a second Ctrl+C
            stop.set()
    _summarise(progress, out, console)
    if stop.is_set():
        console.print("Stopped; the same command goes on from here.")
        return STOPPED
    return 1 if progress.failed else 0


def _pool(job: Job, jobs: int | None, ray: str | None) -> Pool:
    if ray is None:
        return LocalPool(job, jobs or usual_jobs())
    from app.batch.ray_pool import RayPool

    return RayPool(job, jobs, ray)


def _refuse_what_would_fail_each_time(settings: BatchSettings) -> None:
    read_model_info(find_model(settings.model))
    server_of(settings.options())
    for kind in settings.write:
        form = FORMATS.get(kind)
        if form is not None and form.package is not None and not form.is_installed:
            package, extra = form.package
            raise UserError(f"Writing {kind} needs the package {package}: run {install_line(extra)}.")


@contextlib.contextmanager
def _shown(
    progress: BatchProgress, console: Console
) -> Generator[Callable[[Input | None, Outcome | None], None]]:
    """Show a bar over the files, and say what fails; yields what is called with what became of an input."""
    columns = (
        TextColumn("batch"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("files, {task.fields[rate]:.3g} frames a second"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task: TaskID = bar.add_task("", total=len(progress.mine), completed=progress.done, rate=0.0)

        def show(one: Input | None, outcome: Outcome | None) -> None:
            if one is not None and outcome is not None and outcome.state == "failed":
                console.print(f"{one.name}: {outcome.reason}", highlight=False, markup=False, soft_wrap=True)
            bar.update(task, completed=progress.done, rate=progress.frames_per_second)

        yield show


def _summarise(progress: BatchProgress, out: Path, console: Console) -> None:
    """Say what was done, and where to read what failed."""
    finished = progress.done - progress.failed
    before = f" ({progress.before} before)" if progress.before else ""
    rate = (
        f"; {counted(progress.frames, 'frame')}, {progress.frames_per_second:.3g} a second"
        if progress.frames
        else ""
    )
    failed = f", {progress.failed} failed, see {out / 'failed.jsonl'}" if progress.failed else ""
    console.print(
        f"{counted(len(progress.mine), 'file')}: {finished} finished{before}{failed}{rate}.",
        highlight=False,
        markup=False,
        soft_wrap=True,
    )
