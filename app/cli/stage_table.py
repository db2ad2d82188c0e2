"""Where the time of many frames went: minimum, median and 95th percentile of each stage."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import numpy as np
from rich.table import Table

from app.types import StageTimes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Spread = dict[str, float]  # "min", "median" and "p95" in milliseconds


def spread(seconds: Sequence[float]) -> Spread:
    """Return the spread of durations given in seconds, in milliseconds; empty for none."""
    if not len(seconds):
        return {}
    low, median, high = np.percentile(np.asarray(seconds) * 1000, [0, 50, 95])
    return {"min": round(low, 3), "median": round(median, 3), "p95": round(high, 3)}


def stage_spreads(times: Sequence[StageTimes]) -> dict[str, Spread]:
    """Return the spread of each stage and of ``"total"``, capture to result."""
    names = [*(field.name for field in fields(StageTimes)), "total"]
    return {name: spread([getattr(t, name) for t in times]) for name in names}


def stage_table(spreads: Mapping[str, Spread]) -> Table:
    """Return a table with a row a stage; stages that took no time at all are left out."""
    table = Table("stage", box=None, pad_edge=False)
    for column in ("min", "median", "p95"):
        table.add_column(f"{column} ms", justify="right")
    for name, values in spreads.items():
        if values and values["p95"] >= 0.005:
            style = "bold" if name == "total" else ""
            table.add_row(name, *(f"{values[c]:.2f}" for c in ("min", "median", "p95")), style=style)
    return table
