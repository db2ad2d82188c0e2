"""Run by Blender's Python: imports a body, and lets other skeletons follow it by the names of bones.

``python blender_retarget.py FILE OUT.npz NAME NAME ...`` imports FILE and makes two armatures that rest as it
does, but a fifth larger. One has all its bones and plays its action. The other has the bones NAME alone, each
below the nearest of them that is above it in FILE, and each turns as the bone of its name does (by the
constraint "Copy Rotation"). ``OUT.npz`` holds ``names`` (B,) of FILE's bones, ``rest`` (B, 3) their heads at
rest, and at each frame of the action, 30 a second, ``first``, ``played`` and ``followed`` (T, N, 3), heads of
the bones NAME in FILE's armature and in these; world, metres.
"""

import sys
from pathlib import Path

import bpy
import numpy as np

LARGER = 1.2


def load(path: Path) -> None:
    """Import a file as Blender's menus do."""
    if path.suffix == ".glb":
        bpy.ops.import_scene.gltf(filepath=str(path))
    elif path.suffix == ".vrm":
        import io_scene_vrm

        io_scene_vrm.register()
        bpy.ops.import_scene.vrm(filepath=str(path))
    elif path.suffix == ".fbx":
        bpy.ops.import_scene.fbx(filepath=str(path))
    elif path.suffix == ".bvh":
        bpy.ops.import_anim.bvh(filepath=str(path), global_scale=0.01)
    else:
        bpy.ops.wm.usd_import(filepath=str(path))


def larger(first, names):
    """Make an armature with some of the bones of one."""
    bones = first.data.bones
    second = bpy.data.objects.new("second", bpy.data.armatures.new("second"))
    bpy.context.scene.collection.objects.link(second)
    second.matrix_world = first.matrix_world
    bpy.context.view_layer.objects.active = second
    bpy.ops.object.mode_set(mode="EDIT")
    for bone in (bone for bone in bones if bone.name in names):
        made = second.data.edit_bones.new(bone.name)
        made.head, made.tail = (LARGER * end for end in (bone.head_local, bone.tail_local))
        made.matrix = made.matrix.__class__.LocRotScale(
            LARGER * bone.head_local, bone.matrix_local.to_quaternion(), None
        )
        above = bone.parent
        while above is not None and above.name not in names:
            above = above.parent
        if above is not None:
            made.parent = second.data.edit_bones[above.name]
    bpy.ops.object.mode_set(mode="OBJECT")
    return second


def plays(first, second):
    """Let an armature play the action of another one."""
    for bone in second.pose.bones:
        bone.rotation_mode = first.pose.bones[bone.name].rotation_mode
    animation = second.animation_data_create()
    animation.action = first.animation_data.action
    animation.action_slot = first.animation_data.action_slot


def follows(first, second):
    """Let the bones of an armature turn as those of another one with their names."""
    for bone in second.pose.bones:
        constraint = bone.constraints.new("COPY_ROTATION")
        constraint.target, constraint.subtarget = first, bone.name


def heads(armature, names):
    """Return (N, 3) heads of posed bones in the world."""
    now = armature.evaluated_get(bpy.context.evaluated_depsgraph_get())
    return np.array([now.matrix_world @ now.pose.bones[name].head for name in names])


def main() -> None:
    """Import, follow, save."""
    path, output, *names = sys.argv[1:]
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.context.scene.render.fps = 30
    load(Path(path).resolve())
    first = next(thing for thing in bpy.context.scene.objects if thing.type == "ARMATURE")
    bones = first.data.bones
    found = {
        "names": np.array([bone.name for bone in bones]),
        "rest": np.array([first.matrix_world @ bone.head_local for bone in bones]),
        "first": [],
        "played": [],
        "followed": [],
    }
    if set(names) <= set(found["names"]) and first.animation_data and first.animation_data.action:
        player, follower = larger(first, found["names"].tolist()), larger(first, names)
        plays(first, player)
        follows(first, follower)
        start, end = first.animation_data.action.frame_range
        for frame in range(int(start), int(end) + 1):
            bpy.context.scene.frame_set(frame)
            found["first"].append(heads(first, names))
            found["played"].append(heads(player, names))
            found["followed"].append(heads(follower, names))
    np.savez(output, **{name: np.array(values) for name, values in found.items()})


main()
