"""GLB (glTF 2.0): all people as skinned meshes on their skeletons, animated at the recorded moments.

Metres, y up, x right, z towards the camera, as glTF asks; seconds since the recording began. Each person has
a mesh, a skin with 4 influences a vertex (or 8), and the body's bones, their names followed by the
person's id where there are several people. The body is
dressed, with a material each for skin, suit and shoes. A person who was away moves on from the last pose to
the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.recordings.export.gltf_file import GltfFile
from app.recordings.export.rig import Rig
from app.recordings.motion.template import rigged_template_of
from app.recordings.progress import Progress, shared_progress

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Write all people at the recorded moments."""
    template = rigged_template_of(scene.recording.info)
    file, people = GltfFile(scene.influences), len(scene.tracks)
    for i, track in enumerate(scene.tracks):
        bones = track.motion.bones(template, shared_progress(progress, i, people))
        file.add_person(Rig.of(bones, track, scene), track, f" {track.id}" if people > 1 else "")
    output.write_bytes(file.content())
