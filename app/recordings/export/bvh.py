"""BVH: one person's skeleton and its motion at a constant rate, without the mesh.

Centimetres, y up, x right, z towards the camera. Joints are the body's bones; all point as in the rest
pose where their angles are zero. Angles are degrees, to be applied in the order of the channels:
z, then x, then y, each about the axes as rotated before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

import numpy as np
from scipy.spatial.transform import Rotation

from app.recordings.export.rig import Rig
from app.recordings.motion.template import rigged_template_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene
    from app.recordings.progress import Progress

CM = 100.0
ANGLES = "Zrotation Xrotation Yrotation"


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Write one person."""
    track = scene.person
    template = rigged_template_of(scene.recording.info)
    bones = track.motion.bones(template, progress).at(track.sample_times(scene.fps))
    rig = Rig.of(bones, track, scene)
    root = rig.root
    angles = Rotation.from_matrix(rig.rotations.reshape(-1, 3, 3)).as_euler("ZXY", degrees=True)
    order = _depth_first(rig.skeleton.parents)
    # Tools go from one frame's angles to the next one's, so these must not jump by whole turns.
    angles = np.unwrap(angles.reshape(len(root), -1, 3), axis=0, period=360)
    angles = angles[:, order].reshape(len(root), -1)
    with output.open("w", encoding="ascii", newline="\n") as file:
        file.write("HIERARCHY\n")
        _write_joint(file, rig, 0, 0)
        file.write(f"MOTION\nFrames: {len(root)}\nFrame Time: {1 / scene.fps:.8f}\n")
        np.savetxt(file, np.concatenate([root * CM, angles], axis=1), "%.5f")


def _depth_first(parents: np.ndarray) -> list[int]:
    """Return the bones in the order in which the hierarchy names them."""
    order, waiting = [], [0]
    while waiting:
        bone = waiting.pop()
        order.append(bone)
        waiting.extend(np.flatnonzero(parents == bone)[::-1].tolist())
    return order


def _write_joint(file: TextIO, rig: Rig, bone: int, depth: int) -> None:
    indent = "  " * depth
    # The root's position is in its channels.
    offset = CM * rig.offsets[bone] if bone else np.zeros(3)
    file.write(f"{indent}{'JOINT' if bone else 'ROOT'} {rig.names[bone]}\n{indent}{{\n")
    file.write(f"{indent}  OFFSET {offset[0]:.5f} {offset[1]:.5f} {offset[2]:.5f}\n")
    channels = f"3 {ANGLES}" if bone else f"6 Xposition Yposition Zposition {ANGLES}"
    file.write(f"{indent}  CHANNELS {channels}\n")
    children = np.flatnonzero(rig.skeleton.parents == bone).tolist()
    for child in children:
        _write_joint(file, rig, child, depth + 1)
    if not children:
        x, y, z = CM * (rig.tails[bone] - rig.heads[bone])
        file.write(
            f"{indent}  End Site\n{indent}  {{\n{indent}    OFFSET {x:.5f} {y:.5f} {z:.5f}\n{indent}  }}\n"
        )
    file.write(f"{indent}}}\n")
