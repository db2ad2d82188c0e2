"""USD: all people at the recorded moments, as skinned meshes on skeletons (UsdSkel) or as moving points.

Metres, y up, x right, z towards the camera. A second has as many time codes as the recording has frames, so
that the recorded moments lie near whole ones; they are kept as they are. Bones have ``_`` for ``:``, which
USD reserves. The body is dressed, with a material each for skin,
suit and shoes. While a person is away the prim is invisible. Where refining filled a gap its attribute
``userProperties:filled`` is true.
"""

# OpenUSD's Python modules are made at run time and have no types.
# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial.transform import Rotation

from app.recordings.export.influences import strongest_influences
from app.recordings.export.materials import parts_of
from app.recordings.export.rig import Rig
from app.recordings.motion.axes import Y_UP
from app.recordings.motion.template import rigged_template_of
from app.recordings.motion.track import Track
from app.recordings.progress import Progress, shared_progress
from models.body.vertex_normals import VertexNormals
from models.errors import UserError
from models.program import install_line

if TYPE_CHECKING:
    from pathlib import Path

    from pxr import Usd, UsdGeom, UsdSkel, Vt

    from app.recordings.export.scene import Scene

log = logging.getLogger(__name__)

AddPerson = Callable[["Usd.Stage", str, Track, "Scene", Progress], None]


def write(scene: Scene, output: Path, progress: Progress) -> None:
    """Write skinned people; their body needs bones."""
    rigged_template_of(scene.recording.info)  # before a file is made
    _write(scene, output, progress, _add_skinned)


def write_points(scene: Scene, output: Path, progress: Progress) -> None:
    """Write people as the recorded vertices."""
    _write(scene, output, progress, _add_points)


def _write(scene: Scene, output: Path, progress: Progress, add_person: AddPerson) -> None:
    if importlib.util.find_spec("pxr") is None:
        raise UserError(f"Writing USD needs its library: run {install_line('usd')}.")
    from pxr import Tf, Usd, UsdGeom

    tracks, fps = scene.tracks, scene.fps
    stage = Usd.Stage.CreateInMemory()
    UsdGeom.SetStageUpAxis(stage, UsdGeom.Tokens.y)
    UsdGeom.SetStageMetersPerUnit(stage, 1.0)
    stage.SetTimeCodesPerSecond(fps)
    stage.SetFramesPerSecond(fps)
    stage.SetStartTimeCode(min(track.times_s[0] for track in tracks) * fps)
    stage.SetEndTimeCode(max(track.times_s[-1] for track in tracks) * fps)
    stage.SetDefaultPrim(UsdGeom.Xform.Define(stage, "/people").GetPrim())
    for i, track in enumerate(tracks):
        add_person(
            stage, f"/people/person_{track.id}", track, scene, shared_progress(progress, i, len(tracks))
        )
    try:
        written = stage.GetRootLayer().Export(str(output))
    except Tf.ErrorException as error:
        written = False
        log.debug("%s", error)
    if not written:
        raise UserError(f"{output.name} cannot be written; make space, or choose another place.")


def _add_skinned(stage: Usd.Stage, path: str, track: Track, scene: Scene, progress: Progress) -> None:
    from pxr import UsdSkel

    template = rigged_template_of(track.motion.recording.info)
    bones = track.motion.bones(template, progress)
    rig = Rig.of(bones, track, scene)
    person = UsdSkel.Root.Define(stage, path)
    _hide_when_away(person, track, scene.fps)
    _mark_filled(person, track, scene.fps)
    skeleton = _add_skeleton(stage, f"{path}/skeleton", rig, scene.fps)
    _add_skin(stage, f"{path}/mesh", rig, skeleton, scene.influences)
    _add_materials(stage, f"{path}/mesh", f"{path}/materials", track)


def _add_skeleton(stage: Usd.Stage, path: str, rig: Rig, fps: float) -> UsdSkel.Skeleton:
    """Add bones and their animation."""
    from pxr import Gf, UsdSkel

    heads, offsets = rig.heads, rig.offsets
    prim = UsdSkel.Skeleton.Define(stage, path)
    joints: list[str] = []
    for name, parent in zip(rig.names, rig.skeleton.parents, strict=True):
        name = name.replace(":", "_")
        joints.append(f"{joints[parent]}/{name}" if parent >= 0 else name)
    prim.CreateJointsAttr(joints)
    for create, positions in (
        (prim.CreateBindTransformsAttr, heads),
        (prim.CreateRestTransformsAttr, offsets),
    ):
        create([Gf.Matrix4d().SetTranslate(Gf.Vec3d(*map(float, position))) for position in positions])

    animation = UsdSkel.Animation.Define(stage, f"{path}/motion")
    animation.CreateJointsAttr(joints)
    animation.CreateScalesAttr([Gf.Vec3h(1, 1, 1)] * len(joints))
    rotation_attr, translation_attr = animation.CreateRotationsAttr(), animation.CreateTranslationsAttr()
    rotations, root = rig.rotations, rig.root
    quaternions = Rotation.from_matrix(rotations.reshape(-1, 3, 3)).as_quat().reshape(len(root), -1, 4)
    for key, time in enumerate(rig.times_s * fps):
        rotation_attr.Set([Gf.Quatf(w, x, y, z) for x, y, z, w in quaternions[key].tolist()], time)
        offsets[0] = root[key]
        translation_attr.Set(_points(offsets), time)
    UsdSkel.BindingAPI.Apply(prim.GetPrim()).CreateAnimationSourceRel().SetTargets([animation.GetPath()])
    return prim


def _add_skin(stage: Usd.Stage, path: str, rig: Rig, skeleton: UsdSkel.Skeleton, influences: int) -> None:
    """Add the mesh at rest, bound to the bones."""
    from pxr import Gf, UsdGeom, UsdSkel, Vt

    faces, vertices = rig.template.faces[0], rig.vertices
    mesh = _add_mesh(stage, path, faces)
    mesh.CreatePointsAttr(_points(vertices))
    mesh.CreateNormalsAttr(_points(VertexNormals(faces, len(vertices))(vertices)))
    mesh.SetNormalsInterpolation(UsdGeom.Tokens.vertex)
    mesh.CreateExtentAttr(_points(np.stack([vertices.min(axis=0), vertices.max(axis=0)])))
    binding = UsdSkel.BindingAPI.Apply(mesh.GetPrim())
    binding.CreateSkeletonRel().SetTargets([skeleton.GetPath()])
    influences = min(influences, rig.skeleton.weights.index.shape[1])
    joints, weights = strongest_influences(rig.skeleton, influences)
    binding.CreateJointIndicesPrimvar(False, influences).Set(
        Vt.IntArray.FromNumpy(joints.astype(np.int32).ravel())
    )
    binding.CreateJointWeightsPrimvar(False, influences).Set(
        Vt.FloatArray.FromNumpy(weights.astype(np.float32).ravel())
    )
    binding.CreateGeomBindTransformAttr(Gf.Matrix4d(1))


def _add_points(stage: Usd.Stage, path: str, track: Track, scene: Scene, progress: Progress) -> None:
    mesh = _add_mesh(stage, path, track.faces)
    _add_materials(stage, path, f"{path}/materials", track)
    _hide_when_away(mesh, track, scene.fps)
    _mark_filled(mesh, track, scene.fps)
    points, extent = mesh.CreatePointsAttr(), mesh.CreateExtentAttr()
    for key, time in enumerate(track.times_s * scene.fps):
        vertices = scene.room.place(track.mesh(key), Y_UP)
        points.Set(_points(vertices), time)
        extent.Set(_points(np.stack([vertices.min(axis=0), vertices.max(axis=0)])), time)
        progress(key + 1, len(track.times_s))


def _add_mesh(stage: Usd.Stage, path: str, faces: np.ndarray) -> UsdGeom.Mesh:
    from pxr import UsdGeom, Vt

    mesh = UsdGeom.Mesh.Define(stage, path)
    mesh.CreateFaceVertexCountsAttr(Vt.IntArray(len(faces), 3))
    mesh.CreateFaceVertexIndicesAttr(Vt.IntArray.FromNumpy(faces.astype(np.int32).ravel()))
    mesh.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    return mesh


def _add_materials(stage: Usd.Stage, mesh_path: str, path: str, track: Track) -> None:
    """Give the faces of a mesh the materials of their parts, which lie below a path."""
    from pxr import Gf, Sdf, UsdGeom, UsdShade, Vt

    mesh = UsdGeom.Mesh.Get(stage, mesh_path)
    UsdGeom.Scope.Define(stage, path)
    for part in parts_of(track):
        material = UsdShade.Material.Define(stage, f"{path}/{part.name}")
        shader = UsdShade.Shader.Define(stage, f"{path}/{part.name}/surface")
        shader.CreateIdAttr("UsdPreviewSurface")
        shader.CreateInput("diffuseColor", Sdf.ValueTypeNames.Color3f).Set(Gf.Vec3f(*part.colour))
        shader.CreateInput("roughness", Sdf.ValueTypeNames.Float).Set(part.roughness)
        material.CreateSurfaceOutput().ConnectToSource(shader.ConnectableAPI(), "surface")
        subset = UsdGeom.Subset.CreateGeomSubset(
            mesh,
            part.name,
            UsdGeom.Tokens.face,
            Vt.IntArray.FromNumpy(part.rows),
            "materialBind",
            "partition",
        )
        UsdShade.MaterialBindingAPI.Apply(subset.GetPrim()).Bind(material)


def _hide_when_away(prim: UsdGeom.Imageable, track: Track, fps: float) -> None:
    from pxr import UsdGeom

    shown = prim.CreateVisibilityAttr()
    absences = track.absences()
    if absences:  # USD holds the first sample for all the time before it
        shown.Set(UsdGeom.Tokens.inherited, track.times_s[0] * fps)
    for start, end in absences:
        shown.Set(UsdGeom.Tokens.invisible, start * fps)
        if end is not None:
            shown.Set(UsdGeom.Tokens.inherited, end * fps)


def _mark_filled(prim: UsdGeom.Imageable, track: Track, fps: float) -> None:
    from pxr import Sdf

    spans = track.fillings()
    if spans:
        filled = prim.GetPrim().CreateAttribute("userProperties:filled", Sdf.ValueTypeNames.Bool)
        filled.Set(False, track.times_s[0] * fps)
        for start, end in spans:
            filled.Set(True, start * fps)
            filled.Set(False, end * fps)


def _points(values: np.ndarray) -> Vt.Vec3fArray:
    from pxr import Vt

    return Vt.Vec3fArray.FromNumpy(np.ascontiguousarray(values, np.float32))
