"""RefinedRecording: the people of a recording, their motion refined, to be played before it is exported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.motion import RecordedMotion
from app.recordings.motion.refine import RefineFigures, RefineSettings, refine_motion
from app.recordings.progress import Progress, shared_progress
from app.recordings.reader import Recording

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.motion.refined_motion import RefinedMotion
    from app.recordings.schema import RecordedFrame
    from app.types import Person


@dataclass(frozen=True, slots=True, eq=False)
class RefinedRecording:
    """The refined people, and the recording that they are read from; used by one thread at a time.

    Attributes
    ----------
    recording : stays open as long as this is used.
    motions : a person each.
    figures : what refining changed, for each of them.
    """

    recording: Recording
    motions: tuple[RefinedMotion, ...]
    figures: tuple[RefineFigures, ...]

    @classmethod
    def of(cls, path: Path, settings: RefineSettings, progress: Progress) -> RefinedRecording:
        """Refine everybody's motion.

        Raises
        ------
        RecordingError, UserError, OSError : with a sentence for people.
        """
        recording = Recording(path)
        try:
            ids = recording.ids
            refined = [
                refine_motion(
                    RecordedMotion(recording, person_id), settings, shared_progress(progress, i, len(ids))
                )
                for i, person_id in enumerate(ids)
            ]
        except BaseException:
            recording.close()
            raise
        return cls(
            recording, tuple(motion for motion, _ in refined), tuple(figures for _, figures in refined)
        )

    def people(self, frame: RecordedFrame) -> tuple[Person, ...]:
        """Return everybody in a frame of the recording, as refined."""
        found = (motion.person(frame) for motion in self.motions)
        return tuple(person for person in found if person is not None)

    def filled(self, person_id: int) -> np.ndarray:
        """Tell for each of the recording's (T,) frames whether a person was filled in there."""
        marked = [motion.times_s[motion.filled] for motion in self.motions if motion.id == person_id]
        return np.isin(self.recording.times_s, np.concatenate(marked))

    def changes(self) -> list[str]:
        """Say for each person what refining changed."""
        return ["\n".join((f"Person {figures.person}", *figures.changes())) for figures in self.figures]

    def close(self) -> None:
        """Close the recording."""
        self.recording.close()
