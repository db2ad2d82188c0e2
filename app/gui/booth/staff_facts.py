"""What a booth tells its staff of how it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.addresses import without_password

if TYPE_CHECKING:
    from app.gui.booth.director import Director
    from app.gui.live.page import LivePage
    from app.live.live_model import LiveModel
    from app.live.meters import PipelineFigures


def staff_facts(
    page: LivePage,
    director: Director,
    figures: PipelineFigures | None,
    restarts: int,
    model: LiveModel | None,
) -> dict[str, str]:
    """Return facts by their names."""
    source = without_password(page.options.source) or "the first camera"
    visitors = director.visitor_recording
    return {
        "Source": "no camera; the sample plays" if page.watch.shows_sample_instead else source,
        "Camera": "no picture" if figures is None else f"{figures.camera_fps:.0f} frames a second",
        "Mesh": "–" if figures is None else f"{figures.mesh_fps:.0f} frames a second",
        "Network": "–" if model is None else model.runs_on,
        "Runs for": _hours(director.runs_for_s),
        "Visits": str(director.visits),
        "Kept of visits": str(visitors.visits),
        "Last deletion": visitors.last_deletion or "–",
        "Restarts": str(restarts),
    }


def _hours(seconds: float) -> str:
    hours, minutes = divmod(int(seconds / 60), 60)
    return f"{hours}:{minutes:02d} hours"
