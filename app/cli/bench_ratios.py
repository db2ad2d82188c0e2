"""Figures of ``bench`` beside those of a run before, as how many times as fast."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from models.errors import UserError
from models.files import open_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

log = logging.getLogger(__name__)

LARGEST_FILE = 1 << 20  # bytes
SAME = ("width", "height", "people")  # of two runs that can be compared

# What is compared: where it stands in the JSON, and whether more is better (a rate) or less (a time).
FIGURES: dict[str, tuple[tuple[str, ...], bool]] = {
    "mesh": (("one_by_one", "stages_ms", "mesh", "median"), False),
    "place and steady": (("one_by_one", "stages_ms", "smooth", "median"), False),
    "drawing alone": (("drawing", "overlay_ms", "median"), False),
    "frames one by one": (("one_by_one", "fps"), True),
    "live, capture to result": (("live", "stages_ms", "total", "median"), False),
    "live, results a second": (("live", "fps"), True),
    "a file": (("file", "fps"), True),
    "a file with a video written": (("file", "fps_with_video"), True),
    "first mesh in the window": (("window", "first_mesh_s"), False),
    "capture to paint": (("window", "capture_to_paint_ms", "median"), False),
    "painting 1920x1080": (("window", "paint_1080p_ms", "median"), False),
}


def read_report(file: Path, now: Mapping[str, Any]) -> dict[str, Any]:
    """Read the JSON of a run before.

    Parameters
    ----------
    now : the facts of this run, which that one must share.

    Raises
    ------
    UserError : it is no such JSON, or of other frames.
    """
    try:
        with open_plain(file) as opened:
            report = json.loads(opened.read(LARGEST_FILE))
    except OSError as error:
        raise UserError(
            f"{file} could not be read ({error.strerror}); give the JSON of a run before."
        ) from error
    except (ValueError, RecursionError):
        report = None
    if not isinstance(report, dict) or _figure(report, FIGURES["frames one by one"][0]) is None:
        raise UserError(f"{file} is no JSON of 'bench'; give the file that 'bench --json' wrote.")
    report = {"people": 1, **report}
    for name in SAME:
        if report.get(name) != now[name]:
            raise UserError(
                f"{file} was measured with {name} {report.get(name)}, this run with {now[name]}; "
                "give the same --size and --people."
            )
    if report.get("machine") != now["machine"]:
        log.warning("%s was measured on another machine or with other libraries", file)
    return report


def ratios(before: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, float]:
    """Return how many times as fast each figure is that both runs have."""
    found = {}
    for name, (place, is_rate) in FIGURES.items():
        then, today = _figure(before, place), _figure(now, place)
        if then and today:
            found[name] = round(today / then if is_rate else then / today, 3)
    return found


def _figure(report: Any, place: tuple[str, ...]) -> float | None:
    for name in place:
        report = report.get(name) if isinstance(report, dict) else None
    is_number = isinstance(report, int | float) and not isinstance(report, bool)
    return float(report) if is_number and 0 < report < 1e9 else None
