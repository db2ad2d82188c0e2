"""The ``bench`` command: what every stage costs on this machine, on the bundled clip, each thing in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from app.cli import bench_parts
from app.cli.bench_networks import NETWORKS, time_network
from app.cli.bench_ratios import ratios, read_report
from app.cli.bench_window import measure_window
from app.cli.stage_table import stage_table
from app.system.files import write_json
from app.system.machine import describe, machine_facts

if TYPE_CHECKING:
    from pathlib import Path

    from app.options import Options


def bench(
    options: Options,
    *,
    frames: int,
    size: tuple[int, int],
    networks: bool = False,
    json_file: Path | None,
    against: Path | None = None,
) -> int:
    """Measure, print tables, and write JSON if a file is given.

    Parameters
    ----------
    options : whose model, device and number of people are measured.
    frames : to measure, after a warm-up.
    size : (width, height) of a frame in pixels; the window shows the clip's own.
    networks : time the published networks too.
    json_file : for the figures.
    against : such a file of before.

    Returns
    -------
    The exit code.

    Raises
    ------
    UserError : something cannot be measured, or ``against`` is no such file or of other frames.
    """
    report: dict[str, Any] = {
        "machine": machine_facts(),
        "width": size[0],
        "height": size[1],
        "people": options.people,
        "frames": frames,
    }
    before = None if against is None else read_report(against, report)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=5 * frames + 1 + len(NETWORKS) * networks)

        def task(what: str) -> bench_parts.Task:
            progress.update(bar, description=what)
            return bench_parts.Task(options, size, frames, lambda: progress.update(bar, advance=1))

        report |= bench_parts.in_turn(task("frames one by one"))
        report["live"] = bench_parts.live(task("live"))
        report["file"] = {
            "fps": bench_parts.file(task("a file"), writes_video=False),
            "fps_with_video": bench_parts.file(task("a file, with a video written"), writes_video=True),
        }
        task("a window")
        report["window"] = measure_window(options, frames)
        progress.update(bar, advance=1)
        if networks:
            report["networks"] = {name: time_network(name, task(name).advance) for name in NETWORKS}
    if before is not None:
        report["against"] = {"file": str(against), "times_as_fast": ratios(before, report)}
    _show(Console(), report)
    write_json(json_file, report)
    return 0


def _show(console: Console, report: dict[str, Any]) -> None:
    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, highlight=False, soft_wrap=True)

    live, drawing, serial = report["live"], report["drawing"], report["one_by_one"]
    people = f", {report['people']} people" * (report["people"] > 1)
    for line in (
        *describe(report["machine"]),
        f"{report['model']} on {report['device']} ({report['provider']}), drawn by {drawing['renderer']}",
        *(trial["reason"] for trial in report["other_devices"]),
        f"sample clip at {report['width']}x{report['height']}{people}, {report['frames']} frames after "
        f"{bench_parts.WARM_UP} to warm up",
    ):
        say(line, "dim")
    titled = {
        f"One by one: {serial['fps']:.1f} frames a second": serial["stages_ms"],
        "Drawing alone": {"overlay": drawing["overlay_ms"]},
        f"Live, fed at {live['source_fps'] or 0:.0f} frames a second: {live['fps']:.1f} results a second, "
        f"{live['frames_left_out']} frames left out; the total is capture to result": live["stages_ms"],
    }
    for title, spreads in titled.items():
        say(f"\n{title}")
        console.print(stage_table(spreads))
    file, window = report["file"], report["window"]
    say(
        f"\nA file, every frame: {file['fps']:.1f} frames a second, "
        f"{file['fps_with_video']:.1f} with a video written"
    )
    say(
        f"\nA window ({window['platform']}): first mesh {window['first_mesh_s']:.1f} s after the start, "
        f"{window['fps']:.1f} pictures a second"
    )
    names = {"capture to paint": "capture_to_paint_ms", "painting 1920x1080": "paint_1080p_ms"}
    console.print(stage_table({title: window[name] for title, name in names.items()}))
    longest = Table("opened or changed", box=None, pad_edge=False)
    longest.add_column("longest ms", justify="right")
    for name, longest_ms in window["longest_ms"].items():
        longest.add_row(name, f"{longest_ms:.1f}")
    say("\nThe longest that nothing else could happen in the window, first when nothing is done")
    console.print(longest)
    for name, timing in report.get("networks", {}).items():
        ratio = f"{timing['times_as_fast']:.2f} times as fast as the authors' way"
        say(f"{name}: {timing['onnx_ms']:.1f} ms, {ratio}")
    if "against" in report:
        say(f"\nAgainst {report['against']['file']}, times as fast (fewer milliseconds, more frames):")
        for name, ratio in report["against"]["times_as_fast"].items():
            say(f"  {name:40} {ratio:.2f}")
