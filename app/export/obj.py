"""OBJ sequence: a folder with one file a frame and person, at a constant rate.

Metres, y up, x right, z towards the camera. ``person1_000000.obj`` is the moment the recording began; frames
in which a person was away have no file; files that refining filled in say so in their first line.
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
        is_filled = bool(track.is_filled(np.array([time]))[0])
        comment = "filled in: the person was not found here" if is_filled else ""
        write_mesh(output / name, track.mesh_at(time) @ Y_UP.T, track.recording.faces, comment)
        progress(done + 1, len(jobs))


def write_mesh(path: Path, vertices: np.ndarray, faces: np.ndarray, comment: str = "") -> None:
    """Write one (V, 3) mesh with (F, 3) faces, below a comment if there is one."""
    with open(path, "w", encoding="ascii", newline="\n") as file:
        if comment:
            file.write(f"# {comment}\n")
        np.savetxt(file, vertices, "v %.5f %.5f %.5f")
        np.savetxt(file, faces + 1, "f %d %d %d")
