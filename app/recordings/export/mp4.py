"""MP4 video of the meshes at a constant rate: over the kept video, or alone, also seen from around.

Times are the recorded ones: where frames are missing the picture before stays. Drawn as the player draws it.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import numpy as np

from app.options import Options
from app.recordings.painting import recording_painter, recording_size, under_people
from app.recordings.video_reader import KeptVideo
from app.recordings.video_writer import VideoWriter
from app.types import Frame
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.motion.track import Progress, Track

ALONE = Options(view="mesh", opacity=1.0)


def write(
    tracks: list[Track],
    output: Path,
    fps: float,
    progress: Progress,
    options: Options = ALONE,
) -> None:
    """Draw all people in the view of the options."""
    recording = tracks[0].recording
    with contextlib.ExitStack() as stack:
        kept = None
        if options.view == "overlay":
            kept = KeptVideo.beside(recording)
            if kept is None:
                raise UserError(
                    f"The video of {recording.path.name} was not kept, or is gone; export the meshes alone."
                )
            stack.callback(kept.close)
        painter = recording_painter(recording)
        stack.callback(painter.close)
        size = recording_size(recording.info)
        video = VideoWriter(output, size, fps)
        stack.callback(video.close)
        canvas = np.zeros((size[1], size[0], 3), np.uint8)
        for row, recorded in enumerate(recording.frames()):
            people = [person for track in tracks if (person := track.person(recorded)) is not None]
            picture, view = under_people(recording, kept, row, options)
            image = canvas if picture is None else picture
            frame = Frame(recorded.index, image, recorded.time_s, recorded.time_s)
            video.write(painter.draw(frame, people, view), recorded.time_s)
            progress(row + 1, len(recording))
