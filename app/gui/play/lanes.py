"""What the timeline shows of a recording: where people are and how they move, and where frames were lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.colours import PEOPLE_COLOURS, colour_of
from app.gui.languages.language import tr
from app.gui.languages.sentences import translated
from app.gui.play.timeline import Lane, Mark
from app.recordings.playback import spans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.gui.play.player import RecordingSummary
    from app.options import Options
    from app.recordings.motion.activity import Activity
    from app.recordings.motion.refined_recording import RefinedRecording


def lanes_of(
    summary: RecordingSummary,
    options: Options,
    refined: RefinedRecording | None,
    activity: Mapping[int, Activity] | None,
) -> list[Lane]:
    """Return a lane for each person, with how they moved as recorded once that has been found.

    What refined motion filled in is marked where it is shown.
    """
    lanes = []
    for index, (person_id, there) in enumerate(summary.present.items()):
        colour = colour_of(index) if options.colour_per_person else PEOPLE_COLOURS[0]
        filled: list[tuple[float, float]] = []
        if refined is not None:
            filled = spans(refined.filled(person_id), summary.times_s, summary.length_s)
        lanes.append(
            Lane(
                name=tr("Person {number}").format(number=person_id),
                colour="#{:02X}{:02X}{:02X}".format(*colour),
                there=spans(there, summary.times_s, summary.length_s),
                filled=filled,
                activity=None if activity is None else activity.get(person_id),
            )
        )
    return lanes


def marks_of(summary: RecordingSummary) -> list[Mark]:
    """Say in words where frames were lost."""
    return [
        Mark(
            drop.time_s,
            tr("%n frames lost: {cause}", "", drop.count).format(cause=translated(drop.cause)),
        )
        for drop in summary.drops
    ]
