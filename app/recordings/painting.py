"""How a recording is drawn, alike in the player and in an exported video.

What a recording itself knows is enough: the body in it need not be installed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.drawing.painter import Painter

if TYPE_CHECKING:
    import numpy as np

    from app.options import Options
    from app.recordings.reader import Recording
    from app.recordings.schema import RecordingInfo
    from app.recordings.video_reader import VideoReader

UNKNOWN_SIZE = (1280, 720)  # of the images of a repaired recording that has lost it


def recording_painter(recording: Recording) -> Painter:
    """Return what draws the people of a recording, each in the same colour throughout."""
    body = RecordedBody.of(recording)
    return Painter(body, recording.info.joint_names, has_floor=True, ids=recording.everybody)


def background_image(
    recording: Recording, video: VideoReader | None, row: int, options: Options
) -> tuple[np.ndarray | None, Options]:
    """Return the image of a frame if the view shows it; where there is none, the mesh alone is the view.

    Parameters
    ----------
    video : kept beside the recording, if it was.
    row : of the frame.
    options : with the view.
    """
    if options.view not in ("overlay", "side_by_side"):
        return None, options
    number = None if video is None else recording.video_frame(row)
    image = None if video is None or number is None else video.read(number)
    return image, options if image is not None else replace(options, view="mesh")


def recording_size(info: RecordingInfo) -> tuple[int, int]:
    """Return (width, height) of the recorded frames in pixels."""
    return (info.width, info.height) if info.width > 0 and info.height > 0 else UNKNOWN_SIZE


@dataclass(frozen=True, slots=True, eq=False)
class RecordedBody:
    """The body in a recording, without what only its template knows.

    Attributes
    ----------
    faces : the (F, 3) triangles of the mesh, alone.
    num_vertices : of the mesh.
    kind : ``"body"`` or ``"hand"``.
    """

    faces: tuple[np.ndarray, ...]
    num_vertices: int
    kind: str

    @classmethod
    def of(cls, recording: Recording) -> RecordedBody:
        """Take it from a recording."""
        return cls((recording.faces,), recording.num_vertices, recording.info.kind)
