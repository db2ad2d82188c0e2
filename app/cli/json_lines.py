"""JsonLinesWriter: results as JSON Lines, one line a frame after one line about the whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.json_records import FORMAT, model_record, result_record

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from app.types import Result
    from models.body.template import BodyTemplate
    from models.inference.model_info import ModelInfo


class JsonLinesWriter:
    """Writes a line a frame, each complete on disk before the next one begins.

    Frames of another size than the first line tells, as a folder of photos has, tell their own; a folder's
    photos tell their file's name as ``image``.

    Parameters
    ----------
    path : of the file; one that exists is replaced.
    source : as shown to people.
    size : (width, height) of the frames in pixels.
    info, template : of the model; its ``joint_names`` and ``bone_names`` are in the order of people's joints
        and ``pose``, people's ``joint_scores`` are of COCO's joints.

    Raises
    ------
    OSError : the file cannot be written.
    """

    def __init__(
        self, path: Path, *, source: str, size: tuple[int, int], info: ModelInfo, template: BodyTemplate
    ):
        self._is_hand, self._size = info.kind == "hand", size
        # What a name has that is not UTF-8 becomes JSON's own escapes.
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        about = {"format": FORMAT, "source": source, "width": size[0], "height": size[1]}
        self._write(about | model_record(info, template))

    def write(self, result: Result) -> None:
        """Add a frame."""
        size = result.frame.size
        own_size = {} if size == self._size else {"width": size[0], "height": size[1]}
        self._write(result_record(result, hands=self._is_hand) | own_size)

    def _write(self, record: dict[str, Any]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Finish the file."""
        self._file.close()

    def __enter__(self) -> JsonLinesWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
