"""MP4 video of the meshes, seen by the recorded camera or from around, at a constant rate.

Times are the recorded ones: where frames are missing the picture before stays.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from app.drawing import Painter
from app.export.motion import Progress, Track, template_of
from app.options import Options
from app.types import Frame
from app.video_writer import VideoWriter


def write(
    tracks: list[Track],
    output: Path,
    fps: float,
    progress: Progress,
    orbit: tuple[float, float] | None = None,
) -> None:
    """Draw all people; ``orbit`` is the yaw and pitch in degrees of the eye, the recorded camera if None."""
    recording = tracks[0].recording
    info = recording.info
    options = Options(view="mesh", opacity=1.0)
    if orbit is not None:
        options = replace(options, view="orbit", orbit_yaw_deg=orbit[0], orbit_pitch_deg=orbit[1])
    painter = Painter(template_of(info), info.joint_names, len(tracks))
    try:
        video = VideoWriter(output, (info.width, info.height), fps)
        try:
            canvas = np.zeros((info.height, info.width, 3), np.uint8)
            for done, recorded in enumerate(recording.frames()):
                people = [person for track in tracks if (person := track.person(recorded)) is not None]
                frame = Frame(recorded.index, canvas, recorded.time_s, recorded.time_s)
                video.write(painter.draw(frame, people, options), recorded.time_s)
                progress(done + 1, len(recording))
        finally:
            video.close()
    finally:
        painter.close()
