"""RunFiles: the files that ``run`` writes a source's results to."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from app.cli.json_lines import JsonLinesWriter
from app.cli.overlay_folder import OverlayFolder
from app.live.start_recording import start_recording
from app.recordings.schema import RecordingError
from app.recordings.video_writer import VideoWriter, write_image
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.live.estimator import MeshEstimator
    from app.live.sources.base import Source
    from app.options import Options
    from app.recordings.recorder import Recorder
    from app.types import Result

log = logging.getLogger(__name__)

USUAL_FPS = 30.0  # of the video of a source that does not know its rate


class RunFiles:
    """The files that results go to; each is begun with the first result, whose size it takes."""

    def __init__(
        self,
        source: Source,
        options: Options,
        max_frames: int | None,
        video: Path | None,
        json_lines: Path | None,
        recording: Path | None,
        missing: str,
        out: Path | None,
    ):
        self._source, self._options = source, options
        self._is_picture = video is not None and video.suffix.lower() != ".mp4"
        if video is not None and self._is_picture and 1 not in (source.frame_count, max_frames):
            raise UserError(
                f"{video.name} holds one picture, but {source.name} has more; name an .mp4 file, or add "
                "--max-frames 1."
            )
        if out is not None and not source.has_photos:
            raise UserError(f"--out takes a picture of each photo, and {source.name} has none; use --video.")
        self._folder = None if out is None else OverlayFolder(out, source.files)
        self._video_file, self._json_file = video, json_lines
        self._video: VideoWriter | None = None
        self._json: JsonLinesWriter | None = None
        self._recording_file, self._missing = recording, missing
        self._recorder: Recorder | None = None

    @property
    def files(self) -> list[Path]:
        """What was asked for."""
        recorded = self._recorder.status() if self._recorder else None
        recording, kept = (recorded.path, recorded.video) if recorded else (self._recording_file, None)
        folder = self._folder.folder if self._folder else None
        files = (self._video_file, self._json_file, recording, kept, folder)
        return [file for file in files if file is not None]

    def write(self, result: Result, estimator: MeshEstimator) -> None:
        """Add a result."""
        if self._folder is not None:
            self._folder.write(result)
        if self._video_file is not None and self._is_picture:
            write_image(self._video_file, result.overlay)
        elif self._video_file is not None:
            if self._video is None:
                self._video = VideoWriter(
                    self._video_file, result.frame.size, self._frames_per_second(), keeps_all=True
                )
            self._video.write(result.overlay, result.frame.time_s)
        if self._json_file is not None:
            if self._json is None:
                self._json = JsonLinesWriter(
                    self._json_file,
                    source=self._source.name,
                    size=result.frame.size,
                    info=estimator.info,
                    template=estimator.template,
                )
            self._json.write(result)
        if self._recording_file is not None:
            if self._recorder is None:
                self._recorder = start_recording(
                    self._recording_file, self._source, estimator, self._options, missing=self._missing
                )
            self._recorder.put(result.frame, result.people)
            self._raise_if_failed(self._recorder)

    @staticmethod
    def _raise_if_failed(recorder: Recorder) -> None:
        if recorder.failure:
            raise RecordingError(recorder.failure)

    def _frames_per_second(self) -> float:
        return self._source.fps or USUAL_FPS

    def close(self) -> None:
        """Finish the files, each whatever becomes of the others."""
        with contextlib.ExitStack() as stack:
            stack.callback(self._finish_recording)
            for writer in (self._video, self._json):
                if writer is not None:
                    stack.callback(writer.close)

    def _finish_recording(self) -> None:
        if self._recorder is not None:
            status = self._recorder.stop()
            self._raise_if_failed(self._recorder)
            if status.video_failure:
                raise RecordingError(status.video_failure)
            if status.video_frames_missing:
                log.warning(
                    "%d of %d frames have no picture in %s, because encoding was too slow",
                    status.video_frames_missing,
                    status.frames,
                    status.video,
                )
