"""start_recording: begins a recording of what the pipeline makes of a source."""

from __future__ import annotations

import datetime
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING

from app.frame_rates import nominal_rate
from app.recordings.recorder import NOT_PROCESSED, USUAL_FPS, Recorder
from app.recordings.schema import RecordingInfo
from app.recordings.video_recorder import VideoRecorder, video_name
from models.program import program_version

if TYPE_CHECKING:
    from pathlib import Path

    from app.live.estimator import MeshEstimator
    from app.live.sources.base import Source
    from app.options import Options
    from app.recordings.picture_rule import PictureRule

# Of the options: told elsewhere, of no consequence, or addresses that are nobody else's business.
NOT_KEPT = (
    *("source", "camera_width", "camera_height", "camera_fps", "camera_format"),
    *("model", "take_name", "countdown_s", "vmc", "page"),
    *("server", "server_ca", "server_insecure"),
    *("leader_id", "hidden", "forgotten"),
)


def start_recording(
    path: Path,
    source: Source,
    estimator: MeshEstimator,
    options: Options,
    *,
    missing: str = NOT_PROCESSED,
    pictures: PictureRule | None = None,
    waits: bool = True,
) -> Recorder:
    """Begin a recording of what is reconstructed from a source.

    ``missing`` and ``waits`` are as :class:`Recorder` has them. A video is kept where the options say so, or
    a rule of pictures is given, whose choices come with the frames.

    Raises
    ------
    RecordingError : the file that is waited for cannot be made.
    """
    how = {name: value for name, value in asdict(options).items() if name not in NOT_KEPT}
    info = RecordingInfo.of(
        estimator.info,
        source.name,
        (source.width, source.height),
        datetime.datetime.now().astimezone().isoformat(),
        program_version(),
        settings=how,
        frame_rate=str(nominal_rate(source.fps)) if source.fps else "",
    )
    record = partial(
        Recorder, path, template=estimator.template, live=source.is_live, missing=missing, waits=waits
    )
    if not (options.keep_video or pictures is not None):
        return record(info)
    info = replace(info, video=video_name(path))
    held_back_s = 0.0 if pictures is None else pictures.held_back_s
    video = VideoRecorder(path.with_name(info.video), source.fps or USUAL_FPS, held_back_s)
    return record(info, video=video)
