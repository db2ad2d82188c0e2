"""NumPy archive: the motion as AMASS stores it, and plain arrays of everything that was recorded.

AMASS part, only for a body with bones: ``poses`` (T, 3 B) rotation vectors of the bones in ``bone_names``,
``betas`` (S,), ``trans`` (T, 3) metres, ``mocap_framerate``, ``gender``; at a constant rate. A body posed
with ``poses`` and ``betas`` from the rest pose of its own file (SMPL's, MANO's, the open body's) and
moved by ``trans`` lies in the room, z up: x right, y away from the camera. ``present`` (T,) is false
where the person was away and the motion is interpolated, ``poses_filled`` (T,) true where refining
filled a gap.

Recorded part, at the recorded moments and in camera axes (x right, y down, z away), metres: ``times_s``,
``frame_index``, ``vertices`` (N, V, 3) root-centred, ``translation``, ``joints``, ``camera``, ``crop``,
``box``, ``score``, further outputs of the model, ``faces``, ``joint_names``, ``focal_px``, ``image_size``; of
a body ``angles`` (N, 9) degrees, named and explained by :data:`models.body.joint_angles.ANGLES`, not a number
where one has no meaning; with bones ``pose`` (N, B, 3) rotation vectors of the bones in ``bone_names`` and
``root`` (N, 3) metres, which are those of JSON lines: the template posed by ``betas`` and ``pose``, moved by
``root``, is the person before the camera.
Refined motion has ``filled`` (N,), and not what only the network predicts: camera, crop, box, score, outputs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from app.recordings.motion.axes import Y_UP, Z_UP
from app.recordings.motion.template import template_of
from models.body.joint_angles import ANGLES, has_joint_angles, joint_angles
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene
    from app.recordings.motion.track import Track
    from app.recordings.progress import Progress

# Camera axes to those in which bodies rest in their own files: the open body z up with its back to y, SMPL
# and MANO y up and facing z.
_REST_AXES = {"smpl": Y_UP, "mano": Y_UP}


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Write one person."""
    track, recording = scene.person, scene.recording
    arrays = track.motion.tables() | {
        "vertices": track.motion.centred_meshes(),
        "times_s": track.times_s,
        "faces": track.faces,
        "joint_names": np.array(recording.info.joint_names),
        "image_size": np.array([recording.info.width, recording.info.height]),
        "person_id": np.array(track.id),
        "body": np.array(recording.info.body),
    }
    if has_joint_angles(recording.info.joint_names):
        angles = joint_angles(arrays["joints"], recording.info.joint_names)
        arrays |= {"angles": angles.astype(np.float32), "angle_names": np.array(ANGLES)}
    arrays |= _of_bones(track, scene, progress)
    with output.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)


def _of_bones(track: Track, scene: Scene, progress: Progress) -> dict[str, np.ndarray]:
    try:
        template = template_of(track.motion.recording.info)
    except UserError:  # the recorded part does without
        return {}
    if template.skeleton is None:
        return {}
    recorded = track.motion.bones(template, progress)
    turns = Rotation.from_matrix(recorded.fitted.rotations.reshape(-1, 3, 3)).as_rotvec()
    times = track.sample_times(scene.fps)
    bones = recorded.at(times)
    rest_axes = _REST_AXES.get(template.name, Z_UP)
    rotations, root = scene.room.bones(bones, Z_UP, rest_axes)
    rotvecs = Rotation.from_matrix(rotations.reshape(-1, 3, 3)).as_rotvec()
    return {
        "poses": rotvecs.reshape(len(times), -1).astype(np.float32),
        "betas": bones.fitted.betas,
        "trans": root - bones.rest_root @ rest_axes.T,
        "mocap_framerate": np.array(scene.fps),
        "gender": np.array("neutral"),
        "bone_names": np.array(template.skeleton.names),
        "start_s": np.array(times[0]),
        "present": track.is_seen(times),
        "poses_filled": track.is_filled(times),
        "pose": turns.reshape(len(track.times_s), -1, 3).astype(np.float32),
        "root": recorded.fitted.translation,
    }
