"""``bench --glass``: latency from glass to glass, known only by filming the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rich.console import Console

from app.addresses import without_password
from app.cli.stage_table import spread, stage_table
from app.live.pipeline import LivePipeline
from app.live.sources.open import kind_of
from app.system.display import has_display
from app.system.files import write_json
from app.system.machine import describe, machine_facts
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.options import Options


def bench_glass(options: Options, *, pictures: int, json_file: Path | None) -> int:
    """Show time codes, film them with the camera of the options, print latencies, and write JSON if asked.

    Parameters
    ----------
    options : whose camera, model and device are measured.
    pictures : to look at, once the first has shown a code.
    json_file : for the figures.

    Returns
    -------
    The exit code.

    Raises
    ------
    UserError : no display, no camera, or no picture that shows a code.
    """
    if kind_of(options.source) not in ("camera", "stream"):
        raise UserError(
            f"{without_password(options.source)} cannot film this screen; name a camera by --source, or "
            "leave it out for the first one."
        )
    if not has_display():
        raise UserError(
            "There is no display here on which time codes could be filmed; start it on the booth's screen."
        )
    from app.gui.live.glass_window import film_screen

    pipeline = LivePipeline(replace(options, view="overlay", mirror=False))
    pipeline.start()
    try:
        meter, screen = film_screen(pipeline, pictures)
        source, estimator = pipeline.source, pipeline.estimator
    finally:
        pipeline.stop()
    if source is None or estimator is None or not meter.read:
        raise UserError("It was ended before a picture had shown a time code, so there are no figures.")
    report: dict[str, Any] = {
        "machine": machine_facts(),
        "source": source.name,
        "width": source.width,
        "height": source.height,
        "screen": screen._asdict(),
        "model": estimator.info.name,
        "provider": estimator.provider,
        "device": estimator.device_name,
        "pictures": meter.pictures,
        "pictures_with_code": meter.read,
        "screen_to_camera_ms": spread(meter.to_camera),
        "screen_to_screen_ms": spread(meter.to_screen),
    }
    _show(Console(), report)
    write_json(json_file, report)
    return 0


def _show(console: Console, report: dict[str, Any]) -> None:
    screen = report["screen"]
    for line in (
        *describe(report["machine"]),
        f"{report['model']} on {report['device']} ({report['provider']})",
        f"{report['source']} at {report['width']}x{report['height']} films {screen['width']}x"
        f"{screen['height']} at {screen['refresh_hz']:.0f} Hz",
        f"{report['pictures_with_code']} of {report['pictures']} pictures showed a time code",
    ):
        console.print(line, style="dim", highlight=False, soft_wrap=True)
    console.print("\nFrom glass to glass; read too long by up to one refresh of the screen", highlight=False)
    console.print(
        stage_table(
            {
                "painted code to captured picture": report["screen_to_camera_ms"],
                "painted code to painted result": report["screen_to_screen_ms"],
            }
        )
    )
