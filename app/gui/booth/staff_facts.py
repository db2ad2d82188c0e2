"""What a booth tells its staff of how it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.addresses import without_password
from app.gui.languages.language import number, tr
from app.gui.languages.sentences import translated

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
    source = without_password(page.options.source) or tr("the first camera")
    visitors = director.visitor_recording
    return {
        tr("Source"): tr("no camera; the sample plays") if page.watch.shows_sample_instead else source,
        tr("Camera"): tr("no picture")
        if figures is None
        else tr("{rate} frames a second").format(rate=number(figures.camera_fps)),
        tr("Mesh"): "–"
        if figures is None
        else tr("{rate} frames a second").format(rate=number(figures.mesh_fps)),
        tr("Network"): "–" if model is None else translated(model.runs_on),
        tr("Runs for"): _hours(director.runs_for_s),
        tr("Visits"): str(director.visits),
        tr("Kept of visits"): str(visitors.visits),
        tr("Last deletion"): visitors.last_deletion or "–",
        tr("Restarts"): str(restarts),
    }


def _hours(seconds: float) -> str:
    hours, minutes = divmod(int(seconds / 60), 60)
    return tr("{time} hours", "on a clock").format(time=f"{hours}:{minutes:02d}")
