"""Run by Blender's Python: imports a file and saves where its meshes and bones are at given moments.

``python blender_look.py FILE OUT.npz FPS TIME TIME ...`` takes seconds. ``OUT.npz`` holds in the scene's
world, metres, z up, ``mesh/PERSON`` (T, V, 3), ``bones/PERSON`` (T, B, 3), the bones' heads, and
``names/PERSON`` (B,); the person is who the mesh or armature, or what it hangs on, is named after.
"""

import re
import sys
from pathlib import Path

import bpy
import numpy as np


def load(path: Path) -> None:
    """Import with the choices that Blender's own menu offers first, but for the unit of BVH."""
    kind = path.suffix
    if kind == ".glb":
        bpy.ops.import_scene.gltf(filepath=str(path))
    elif kind == ".bvh":
        # BVH knows no unit; ours are centimetres. A key is then a frame of the scene, the first at 1.
        bpy.ops.import_anim.bvh(filepath=str(path), global_scale=0.01)
    else:
        bpy.ops.wm.usd_import(filepath=str(path))


def person_of(thing) -> str:
    """Return "person" and the number, or the name of a file that holds one person; empty for neither."""
    for named in filter(None, (thing, thing.parent)):
        if found := re.match(r"person[ _](\d+)", named.name):
            return f"person {found[1]}"
    return thing.name if thing.type == "ARMATURE" else ""


def posed(thing) -> np.ndarray:
    """Return the (N, 3) vertices of a mesh or heads of an armature's bones, as the scene has them now."""
    now = thing.evaluated_get(bpy.context.evaluated_depsgraph_get())
    world = np.array(now.matrix_world)
    if thing.type == "ARMATURE":
        points = np.array([bone.head for bone in now.pose.bones])
    else:
        mesh = now.to_mesh()
        points = np.empty(3 * len(mesh.vertices))
        mesh.vertices.foreach_get("co", points)
        now.to_mesh_clear()
    return points.reshape(-1, 3) @ world[:3, :3].T + world[:3, 3]


def main() -> None:
    """Import, step through the moments, save."""
    path, output, fps, *times = sys.argv[1:]
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.fps = int(fps)
    load(Path(path).resolve())
    first = 1 if path.endswith(".bvh") else 0
    props = {
        f"{'bones' if thing.type == 'ARMATURE' else 'mesh'}/{person}": thing
        for thing in scene.objects
        if thing.type in ("ARMATURE", "MESH") and (person := person_of(thing))
    }
    found = {name: [] for name in props}
    for time in times:
        whole, part = divmod(first + float(time) * scene.render.fps, 1)
        scene.frame_set(int(whole), subframe=part)
        for name, thing in props.items():
            found[name].append(posed(thing))
    arrays = {name: np.array(places) for name, places in found.items()}
    for name, thing in props.items():
        if thing.type == "ARMATURE":
            arrays[name.replace("bones", "names")] = np.array([bone.name for bone in thing.pose.bones])
    np.savez(output, **arrays)


main()
