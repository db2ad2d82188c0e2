"""MP4 video of the meshes at a constant rate: over the kept video, or alone, also seen from around.

Times are the recorded ones: where frames are missing the image before stays. Drawn as the player draws it.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import numpy as np

from app.options import Options
from app.recordings.painting import background_image, recording_painter, recording_size
from app.recordings.video_reader import VideoReader
from app.recordings.video_writer import VideoWriter
from app.types import Frame
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene, VideoView
    from app.recordings.progress import Progress


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Draw all people as the view says."""
    recording, options = scene.recording, view_options(scene.view)
    with contextlib.ExitStack() as stack:
        kept = None
        if scene.view.kind == "overlay":
            kept = VideoReader.beside(recording)
            if kept is None:
                raise UserError(
                    f"The video of {recording.path.name} was not kept, or is gone; export the meshes alone."
                )
            stack.callback(kept.close)
        painter = recording_painter(recording)
        stack.callback(painter.close)
        size = recording_size(recording.info)
        video = VideoWriter(output, size, scene.fps)
        stack.callback(video.close)
        canvas = np.zeros((size[1], size[0], 3), np.uint8)
        for row, recorded in enumerate(recording.frames()):
            people = [
                person for track in scene.tracks if (person := track.motion.person(recorded)) is not None
            ]
            image, view = background_image(recording, kept, row, options)
            frame = Frame(
                recorded.index, canvas if image is None else image, recorded.time_s, recorded.time_s
            )
            video.write(painter.draw(frame, people, view), recorded.time_s)
            progress(row + 1, len(recording))


def view_options(view: VideoView) -> Options:
    """Return how the painter draws a view; only what lies over a video lets it shine through."""
    opacity = Options().opacity if view.kind == "overlay" else 1.0
    return Options(
        view=view.kind,
        look=view.look,
        opacity=opacity,
        orbit_yaw_deg=view.yaw_deg,
        orbit_pitch_deg=view.pitch_deg,
        orbit_zoom=view.zoom,
    )
