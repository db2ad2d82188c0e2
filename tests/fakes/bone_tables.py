"""Names of bones as other systems document them, written down apart from the program's own tables.

``DOCUMENTED`` are the bones of each system that the open body has; ``UNNAMED`` the body's bones that the
system has no name for, so that they keep their own.
"""

SIDES = (("Left", "L"), ("Right", "R"))
_TOES = {f"toe{i}-{j}.{side}" for _, side in SIDES for i in range(1, 6) for j in (1, 2, 3)}
_TOES -= {f"toe1-3.{side}" for _, side in SIDES}  # a big toe has two
_TOES -= {f"toe3-1.{side}" for _, side in SIDES}  # the ball of the foot


def _of_sides(*names):
    return {f"{name}.{side}" for name in names for _, side in SIDES}


_ALWAYS = _TOES | _of_sides("pelvis", "shoulder01", "eye") | {"neck03"}
_TWIST = _of_sides("upperarm02", "lowerarm02", "upperleg02", "lowerleg02")
_PALM = _of_sides(*(f"metacarpal{i}" for i in range(1, 5)))

UNNAMED = {
    "vrm": _ALWAYS | _TWIST | _PALM | {"spine04", "spine02", "neck01"},
    "mixamo": _ALWAYS | _TWIST | _PALM | {"spine04", "spine02", "neck01"},
    "unreal": _ALWAYS,
    "rokoko": _ALWAYS | _TWIST | {"spine04", "neck01"},
}

# https://github.com/vrm-c/vrm-specification/blob/master/specification/VRMC_vrm-1.0/humanoid.md
_VRM = ["hips", "spine", "chest", "upperChest", "neck", "head"]
for _side in ("left", "right"):
    _VRM += [f"{_side}{part}" for part in ("UpperLeg", "LowerLeg", "Foot", "Toes")]
    _VRM += [f"{_side}{part}" for part in ("Shoulder", "UpperArm", "LowerArm", "Hand")]
    _VRM += [f"{_side}Thumb{part}" for part in ("Metacarpal", "Proximal", "Distal")]
    _VRM += [
        f"{_side}{finger}{part}"
        for finger in ("Index", "Middle", "Ring", "Little")
        for part in ("Proximal", "Intermediate", "Distal")
    ]

# https://github.com/pixiv/three-vrm, examples/humanoidAnimation/mixamoVRMRigMap.js, of rigs from mixamo.com
_MIXAMO = ["Hips", "Spine", "Spine1", "Spine2", "Neck", "Head"]
for _side in ("Left", "Right"):
    _MIXAMO += [f"{_side}{part}" for part in ("UpLeg", "Leg", "Foot", "ToeBase")]
    _MIXAMO += [f"{_side}{part}" for part in ("Shoulder", "Arm", "ForeArm", "Hand")]
    _MIXAMO += [
        f"{_side}Hand{finger}{i}"
        for finger in ("Thumb", "Index", "Middle", "Ring", "Pinky")
        for i in (1, 2, 3)
    ]

# SKM_Manny of Unreal Engine 5, without the second twist bones, IK bones and correctives
_UNREAL = ["pelvis", *(f"spine_0{i}" for i in range(1, 6)), "neck_01", "neck_02", "head"]
for _side in "lr":
    _UNREAL += [f"{part}_{_side}" for part in ("thigh", "calf", "foot", "ball")]
    _UNREAL += [f"{part}_{_side}" for part in ("clavicle", "upperarm", "lowerarm", "hand")]
    _UNREAL += [f"{part}_twist_01_{_side}" for part in ("thigh", "calf", "upperarm", "lowerarm")]
    _UNREAL += [f"{finger}_metacarpal_{_side}" for finger in ("index", "middle", "ring", "pinky")]
    _UNREAL += [
        f"{finger}_0{i}_{_side}"
        for finger in ("thumb", "index", "middle", "ring", "pinky")
        for i in (1, 2, 3)
    ]

# Skeleton "Newton" of FBX files from Rokoko Studio
_ROKOKO = ["Hips", "Spine1", "Spine2", "Spine3", "Spine4", "Neck", "Head"]
for _side in ("Left", "Right"):
    _ROKOKO += [f"{_side}{part}" for part in ("Thigh", "Shin", "Foot", "Toe")]
    _ROKOKO += [f"{_side}{part}" for part in ("Shoulder", "Arm", "ForeArm", "Hand")]
    _ROKOKO += [f"{_side}Finger1{part}" for part in ("Metacarpal", "Proximal", "Distal")]
    _ROKOKO += [
        f"{_side}Finger{i}{part}"
        for i in range(2, 6)
        for part in ("Metacarpal", "Proximal", "Medial", "Distal")
    ]

DOCUMENTED = {
    "vrm": set(_VRM),
    "mixamo": {f"mixamorig:{name}" for name in _MIXAMO},
    "unreal": set(_UNREAL),
    "rokoko": set(_ROKOKO),
}
