"""What a model and its results are called in JSON, the same in files and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.spatial.transform import Rotation

if TYPE_CHECKING:
    from app.types import Person, Result
    from models.body.template import BodyTemplate
    from models.inference.model_info import ModelInfo

FORMAT = "fastmetro-live/1"
PIXEL_DIGITS = 2  # a hundredth of a pixel
SCORE_DIGITS = 4
METRE_DIGITS = 5  # a hundredth of a millimetre
RADIAN_DIGITS = 5
BETA_DIGITS = 4  # of standard deviations


def model_record(info: ModelInfo, template: BodyTemplate) -> dict[str, Any]:
    """Return what says how people's numbers are to be read: names of the model, its joints and bones.

    A body without a skeleton names no bones.
    """
    bones = {"bone_names": list(template.skeleton.names)} if template.skeleton else {}
    return {"model": info.name, "body": info.body, "joint_names": list(info.joint_names), **bones}


def result_record(result: Result, *, hands: bool) -> dict[str, Any]:
    """Return a frame and the people found in it; of hands also which are left ones."""
    frame = result.frame
    image = {} if frame.file_name is None else {"image": frame.file_name}
    people = [_person_record(person, hands=hands) for person in result.people]
    return {"frame": frame.index, **image, "time_s": round(frame.time_s, 6), "people": people}


def _person_record(person: Person, *, hands: bool) -> dict[str, Any]:
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
    return record | {"is_left": person.is_left} if hands else record


def _rounded(values: np.ndarray, digits: int) -> list:
    return np.round(np.asarray(values, np.float64), digits).tolist()
