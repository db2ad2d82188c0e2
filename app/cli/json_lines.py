"""JsonLinesWriter: results as JSON Lines, one line a frame after one line about the whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from scipy.spatial.transform import Rotation

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType

    from app.types import Person, Result

FORMAT = "fastmetro-live/1"
PIXEL_DIGITS = 2  # a hundredth of a pixel
SCORE_DIGITS = 4
METRE_DIGITS = 5  # a hundredth of a millimetre
RADIAN_DIGITS = 5
BETA_DIGITS = 4  # of standard deviations


class JsonLinesWriter:
    """Writes a line a frame, each complete on disk before the next one begins.

    Frames of another size than the first line tells, as a folder of photos has, tell their own; a folder's
    photos tell their file's name as ``image``.

    Parameters
    ----------
    path : of the file; one that exists is replaced.
    source : as shown to people.
    size : (width, height) of the frames in pixels.
    model, body : the model's name and its body template's.
    joint_names : of the model, in order; people's ``joint_scores`` are of COCO's joints.
    kind : what the model finds; hands also say whether they are left ones.
    bone_names : of the body, in the order of people's ``pose``; a body without a skeleton has none.

    Raises
    ------
    OSError : the file cannot be written.
    """

    def __init__(
        self,
        path: Path,
        *,
        source: str,
        size: tuple[int, int],
        model: str,
        body: str,
        joint_names: Sequence[str],
        kind: Literal["body", "hand"],
        bone_names: Sequence[str] = (),
    ):
        self._is_hand, self._size = kind == "hand", size
        # What a name has that is not UTF-8 becomes JSON's own escapes.
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        self._write(
            {
                "format": FORMAT,
                "source": source,
                "width": size[0],
                "height": size[1],
                "model": model,
                "body": body,
                "joint_names": list(joint_names),
                **({"bone_names": list(bone_names)} if bone_names else {}),
            }
        )

    def write(self, result: Result) -> None:
        """Add a frame."""
        frame = result.frame
        own_size = {} if frame.size == self._size else {"width": frame.size[0], "height": frame.size[1]}
        image = {} if frame.file_name is None else {"image": frame.file_name}
        people = [self._person_record(person) for person in result.people]
        time_s = round(frame.time_s, 6)
        self._write({"frame": frame.index, **image, "time_s": time_s, **own_size, "people": people})

    def _person_record(self, person: Person) -> dict[str, Any]:
        record = {
            "id": person.id,
            "score": round(float(person.score), SCORE_DIGITS),
            "box_xyxy": _rounded(person.box_xyxy, PIXEL_DIGITS),
            "joints_2d": _rounded(person.joints_2d, PIXEL_DIGITS),
            "joints_3d": _rounded(person.joints, METRE_DIGITS),
            "camera_translation": _rounded(person.translation, METRE_DIGITS),
            "focal_px": round(float(person.focal_px), 3),
        }
        if person.joint_scores is not None:
            record["joint_scores"] = _rounded(person.joint_scores, SCORE_DIGITS)
        if person.pose is not None:
            turns = Rotation.from_matrix(person.pose.rotations).as_rotvec()
            record |= {
                "pose": _rounded(turns, RADIAN_DIGITS),
                "betas": _rounded(person.pose.betas, BETA_DIGITS),
                "root": _rounded(person.pose.translation, METRE_DIGITS),
            }
        return record | {"is_left": person.is_left} if self._is_hand else record

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


def _rounded(values: np.ndarray, digits: int) -> list:
    return np.round(np.asarray(values, np.float64), digits).tolist()
