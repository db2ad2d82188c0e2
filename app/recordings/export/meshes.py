"""Mesh sequences: a folder with one OBJ or PLY file a frame and person, at a constant rate.

Metres, y up, x right, z towards the camera. ``person1_000000.obj`` is the moment the recording began; frames
in which a person was away have no file; files that refining filled in say so in a comment at their beginning.
PLY is the binary, little-endian kind: smaller, and not rounded.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.axes import Y_UP
from models.errors import UserError

if TYPE_CHECKING:
    from app.recordings.export.scene import Scene
    from app.recordings.progress import Progress

WriteMesh = Callable[[Path, np.ndarray, np.ndarray, str], None]


def write_objs(scene: Scene, output: Path, progress: Progress) -> None:
    """Write all people as OBJ."""
    _write(scene, output, progress, ".obj", write_obj)


def write_plys(scene: Scene, output: Path, progress: Progress) -> None:
    """Write all people as PLY."""
    _write(scene, output, progress, ".ply", write_ply)


def _write(scene: Scene, output: Path, progress: Progress, suffix: str, write_mesh: WriteMesh) -> None:
    fps = scene.fps
    jobs = [
        (track, time)
        for track in scene.tracks
        for times in [track.sample_times(fps)]
        for time in times[track.is_seen(times)]
    ]
    if not jobs:
        raise UserError(f"At {fps:g} frames a second nobody is ever there; choose a higher rate.")
    output.mkdir(exist_ok=True)
    for done, (track, time) in enumerate(jobs):
        name = f"person{track.id}_{round(time * fps):06d}{suffix}"
        is_filled = bool(track.is_filled(np.array([time]))[0])
        comment = "filled in: the person was not found here" if is_filled else ""
        write_mesh(output / name, scene.room.place(track.mesh_at(time), Y_UP), track.faces, comment)
        progress(done + 1, len(jobs))


def write_obj(path: Path, vertices: np.ndarray, faces: np.ndarray, comment: str = "") -> None:
    """Write one (V, 3) mesh with (F, 3) faces, below a comment if there is one."""
    with path.open("w", encoding="ascii", newline="\n") as file:
        if comment:
            file.write(f"# {comment}\n")
        np.savetxt(file, vertices, "v %.5f %.5f %.5f")
        np.savetxt(file, faces + 1, "f %d %d %d")


def write_ply(path: Path, vertices: np.ndarray, faces: np.ndarray, comment: str = "") -> None:
    """Write one (V, 3) mesh with (F, 3) faces, with a comment if there is one."""
    header = [
        "ply",
        "format binary_little_endian 1.0",
        *([f"comment {comment}"] if comment else []),
        f"element vertex {len(vertices)}",
        *(f"property float {axis}" for axis in "xyz"),
        f"element face {len(faces)}",
        "property list uchar int vertex_indices",
        "end_header",
    ]
    triangles = np.empty(len(faces), np.dtype([("corners", "u1"), ("vertices", "<i4", 3)]))
    triangles["corners"], triangles["vertices"] = 3, faces
    content = "\n".join(header).encode() + b"\n" + vertices.astype("<f4").tobytes() + triangles.tobytes()
    path.write_bytes(content)
