"""What the timeline shows of a recording: where people are, and where frames were lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.colours import PEOPLE_COLOURS, colour_of
from app.gui.play.timeline import Lane, Mark
from app.recordings.playback import spans
from app.text import counted

if TYPE_CHECKING:
    from app.gui.play.player import RecordingSummary
    from app.options import Options
    from app.recordings.motion.refined_recording import RefinedRecording


def lanes_of(summary: RecordingSummary, options: Options, refined: RefinedRecording | None) -> list[Lane]:
    """Return a lane for each person, with what refined motion filled in, if that is shown."""
    lanes = []
    for index, (person_id, there) in enumerate(summary.present.items()):
        colour = colour_of(index) if options.colour_per_person else PEOPLE_COLOURS[0]
        filled: list[tuple[float, float]] = []
        if refined is not None:
            filled = spans(refined.filled(person_id), summary.times_s, summary.length_s)
        shown = spans(there, summary.times_s, summary.length_s)
        lanes.append(Lane("#{:02X}{:02X}{:02X}".format(*colour), shown, filled))
    return lanes


def marks_of(summary: RecordingSummary) -> list[Mark]:
    """Say in words where frames were lost."""
    return [Mark(drop.time_s, f"{counted(drop.count, 'frame')} lost: {drop.cause}") for drop in summary.drops]
