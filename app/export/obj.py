"""OBJ sequence: a folder with one file a frame and person, at a constant rate.

Metres, y up, x right, z towards the camera. ``person1_000000.obj`` is the moment the recording began; frames
in which a person was away have no file.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.export.motion import Y_UP, Progress, Track


def write(tracks: list[Track], output: Path, fps: float, progress: Progress) -> None:
    """Write all people."""
    output.mkdir(exist_ok=True)
    jobs = [
        (track, time)
        for track in tracks
        for times in [track.sample_times(fps)]
        for time in times[track.is_seen(times)]
    ]
    for done, (track, time) in enumerate(jobs):
        name = f"person{track.id}_{round(time * fps):06d}.obj"
        write_mesh(output / name, track.mesh_at(time) @ Y_UP.T, track.recording.faces)
        progress(done + 1, len(jobs))


def write_mesh(path: Path, vertices: np.ndarray, faces: np.ndarray) -> None:
    """Write one (V, 3) mesh with (F, 3) faces."""
    with open(path, "w", encoding="ascii", newline="\n") as file:
        np.savetxt(file, vertices, "v %.5f %.5f %.5f")
        np.savetxt(file, faces + 1, "f %d %d %d")
