"""PC2 point cache: one person's vertices at a constant rate, with the mesh it belongs to as OBJ beside it.

Metres, y up, x right, z towards the camera, in the cache and in the OBJ alike. The first sample is the
person's first frame; while the person was away the mesh is interpolated. Header: ``POINTCACHE2`` and a
zero byte, then version 1, vertices (int32), first frame, sampling (float32), samples (int32); all
little-endian, and so are the float32 coordinates.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from app.recordings.export.meshes import write_obj
from app.recordings.motion.axes import Y_UP

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene
    from app.recordings.progress import Progress


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Write one person."""
    track, fps = scene.person, scene.fps
    times = track.sample_times(fps)
    first = scene.room.place(track.mesh_at(times[0]), Y_UP)
    write_obj(output.with_suffix(".obj"), first, track.faces)
    with output.open("wb") as file:
        start = float(round(times[0] * fps))
        file.write(struct.pack("<12siiffi", b"POINTCACHE2\0", 1, len(first), start, 1.0, len(times)))
        for done, time in enumerate(times):
            file.write(scene.room.place(track.mesh_at(time), Y_UP).astype("<f4").tobytes())
            progress(done + 1, len(times))
