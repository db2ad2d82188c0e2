"""A process that draws a visitor's clip and photos from a recording, and lets everything else go first.

``python -m app.booth.clip_process ORDER`` with an order in JSON: ``recording``, ``clip`` (or null), ``look``
and ``photos``, a list of [seconds of the recording, file]. It says ``{"done": true}``, or an ``error``.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from models.helper_process import end_with_parent, limit_time

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.options import LookName
    from app.recordings.export.scene import VideoView

# A tenth of the weight of the live picture, which on two cores takes all that there is: a lower priority
# would never be done beside it.
NICE = 10
LONGEST_S = 600  # of the processor's time


def draw_keepsakes(
    recording: Path, clip: Path | None, look: LookName, photos: Iterable[tuple[float, Path]]
) -> None:
    """Draw a clip of a whole recording, if one is wanted, and photos of its moments.

    They are drawn over the recording's video if one was kept, else alone.

    Raises
    ------
    UserError, OSError : with a sentence for people.
    """
    from app.recordings.export.exporter import ExportSettings, export
    from app.recordings.export.scene import VideoView
    from app.recordings.reader import Recording

    with Recording(recording) as opened:
        view = VideoView("mesh" if opened.video_path is None else "overlay", look=look)
    if clip is not None:
        export(recording, "mp4", clip, ExportSettings(view=view))
    for seconds, file in photos:
        draw_photo(recording, seconds, view, file)


def draw_photo(recording: Path, seconds: float, view: VideoView, file: Path) -> None:
    """Draw the frame nearest to a moment, as a clip of the same view has it."""
    from app.recordings.export.mp4 import view_options
    from app.recordings.painting import background_image, recording_painter, recording_size
    from app.recordings.reader import Recording
    from app.recordings.video_reader import VideoReader
    from app.recordings.video_writer import write_image
    from app.types import Frame

    with Recording(recording) as opened, contextlib.ExitStack() as stack:
        row = int(np.abs(opened.times_s - seconds).argmin())
        kept = VideoReader.beside(opened)
        if kept is not None:
            stack.callback(kept.close)
        painter = recording_painter(opened)
        stack.callback(painter.close)
        image, options = background_image(opened, kept, row, view_options(view))
        recorded = opened.frame(row)
        width, height = recording_size(opened.info)
        if image is None:
            image = np.zeros((height, width, 3), np.uint8)
        frame = Frame(recorded.index, image, recorded.time_s, recorded.time_s)
        write_image(file, painter.draw(frame, recorded.people, options))


def _let_others_go_first() -> None:
    with contextlib.suppress(AttributeError, OSError):  # Windows has no such thing
        os.nice(max(NICE - os.nice(0), 0))
    # Linux may weigh a session against others, and this process is the only one of its own.
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(NICE))
    os.environ["LP_NUM_THREADS"] = "1"  # of Mesa's OpenGL on the processor
    if sys.platform.startswith("linux"):
        os.environ.setdefault("PYOPENGL_PLATFORM", "egl")


def _main(order: dict[str, Any]) -> None:
    from app.system.errors import sentence

    clip = None if order["clip"] is None else Path(order["clip"])
    photos = [(seconds, Path(file)) for seconds, file in order["photos"]]
    try:
        draw_keepsakes(Path(order["recording"]), clip, order["look"], photos)
    except Exception as error:  # whatever it is, whoever ordered it keeps it in the log
        print(json.dumps({"error": sentence(error)}), flush=True)
    else:
        print(json.dumps({"done": True}), flush=True)


if __name__ == "__main__":
    _let_others_go_first()
    limit_time(LONGEST_S)
    end_with_parent()
    _main(json.loads(sys.argv[1]))
