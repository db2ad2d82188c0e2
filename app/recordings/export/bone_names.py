"""What other systems call the bones of a body, so that their retargeting finds them by name.

No name has a dot: Blender numbers names by what follows one. Bones that a system has no name for keep the
body's own, with ``_`` for dots and hyphens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.body.humanoid import Humanoid, is_humanoid, vrm_name
from models.errors import UserError

if TYPE_CHECKING:
    from app.recordings.export.formats import BoneNames
    from models.body.template import Skeleton

# Bones of rigs from mixamo.com, after "mixamorig:". Which one is which human bone: pixiv/three-vrm,
# examples/humanoidAnimation/mixamoVRMRigMap.js.
_MIXAMO = {
    "Hips": "Hips",
    "Spine": "Spine",
    "Chest": "Spine1",
    "UpperChest": "Spine2",
    "Neck": "Neck",
    "Head": "Head",
    "Shoulder": "Shoulder",
    "UpperArm": "Arm",
    "LowerArm": "ForeArm",
    "Hand": "Hand",
    "UpperLeg": "UpLeg",
    "LowerLeg": "Leg",
    "Foot": "Foot",
    "Toes": "ToeBase",
}
# The skeleton of Unreal Engine 5's mannequins Manny and Quinn, SK_Mannequin of Epic Games' templates.
_UNREAL = {
    "Hips": "pelvis",
    "Spine": "spine_01",
    "Chest": "spine_03",
    "UpperChest": "spine_05",
    "Neck": "neck_02",
    "Head": "head",
    "Shoulder": "clavicle",
    "UpperArm": "upperarm",
    "LowerArm": "lowerarm",
    "Hand": "hand",
    "UpperLeg": "thigh",
    "LowerLeg": "calf",
    "Foot": "foot",
    "Toes": "ball",
}
_UNREAL_OWN = {  # by the open body's names
    "spine04": "spine_02",
    "spine02": "spine_04",
    "neck01": "neck_01",
    "upperarm02": "upperarm_twist_01",
    "lowerarm02": "lowerarm_twist_01",
    "upperleg02": "thigh_twist_01",
    "lowerleg02": "calf_twist_01",
    "metacarpal1": "index_metacarpal",
    "metacarpal2": "middle_metacarpal",
    "metacarpal3": "ring_metacarpal",
    "metacarpal4": "pinky_metacarpal",
}
# The skeleton "Newton" of FBX files from Rokoko Studio: four bones of the spine, fingers numbered from the
# thumb. Rokoko's plug-in for Blender finds them by core/auto_detect_lists/bones.py of its
# rokoko-studio-live-blender.
_ROKOKO = {
    "Hips": "Hips",
    "Spine": "Spine1",
    "Chest": "Spine2",
    "UpperChest": "Spine4",
    "Neck": "Neck",
    "Head": "Head",
    "Shoulder": "Shoulder",
    "UpperArm": "Arm",
    "LowerArm": "ForeArm",
    "Hand": "Hand",
    "UpperLeg": "Thigh",
    "LowerLeg": "Shin",
    "Foot": "Foot",
    "Toes": "Toe",
}
_ROKOKO_OWN = {
    "spine02": "Spine3",
    **{f"metacarpal{i}": f"Finger{i + 1}Metacarpal" for i in range(1, 5)},
}
_FINGERS = {"Thumb": "thumb", "Index": "index", "Middle": "middle", "Ring": "ring", "Little": "pinky"}
_PHALANGES = ("Proximal", "Intermediate", "Distal")
_RESERVED = str.maketrans(".-", "__")


def bone_names(skeleton: Skeleton, kind: BoneNames) -> tuple[str, ...]:
    """Return what a system calls the bones of a skeleton, in their order.

    Raises
    ------
    UserError : the skeleton is not that of a whole body, and another system's names are asked for.
    """
    names = [name.translate(_RESERVED) for name in skeleton.names]
    if kind == "anny":
        return tuple(names)
    if not is_humanoid(skeleton):
        raise UserError(f"Names of {kind} are for whole bodies; export this one with --names anny.")
    humanoid = Humanoid(skeleton)
    for name, bone in zip(humanoid.names, humanoid.bones.tolist(), strict=True):
        names[bone] = _human_name(kind, name)
    own = {"unreal": _UNREAL_OWN, "rokoko": _ROKOKO_OWN}.get(kind, {})
    for bone, name in enumerate(skeleton.names):
        stem, _, side = name.partition(".")
        if stem in own:
            names[bone] = _on_side(kind, own[stem], side)
    return tuple(names)


def _human_name(kind: BoneNames, name: str) -> str:
    """Return what a system calls a human bone."""
    if kind == "vrm":
        return vrm_name(name)
    side = next((side for side in ("Left", "Right") if name.startswith(side)), "")
    part = name.removeprefix(side)
    table = {"mixamo": _MIXAMO, "unreal": _UNREAL, "rokoko": _ROKOKO}[kind]
    if part in table:
        return _on_side(kind, table[part], side[:1])
    finger = next(finger for finger in _FINGERS if part.startswith(finger))
    number = _PHALANGES.index(part.removeprefix(finger))
    if kind == "mixamo":
        part = f"Hand{'Pinky' if finger == 'Little' else finger}{number + 1}"
    elif kind == "unreal":
        part = f"{_FINGERS[finger]}_0{number + 1}"
    else:
        bones = (
            ("Metacarpal", "Proximal", "Distal") if finger == "Thumb" else ("Proximal", "Medial", "Distal")
        )
        part = f"Finger{list(_FINGERS).index(finger) + 1}{bones[number]}"
    return _on_side(kind, part, side[:1])


def _on_side(kind: BoneNames, part: str, side: str) -> str:
    """Return a part's name with its side (``"L"``, ``"R"`` or none), as a system writes it."""
    if kind == "unreal":
        return f"{part}_{side.lower()}" if side else part
    name = {"L": "Left", "R": "Right", "": ""}[side] + part
    return f"mixamorig:{name}" if kind == "mixamo" else name
