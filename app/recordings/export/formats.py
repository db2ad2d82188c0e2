"""FORMATS: everything that is said of an export format; the modules that write them are loaded when used."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from app.recordings.export.influences import FEW, MANY

if TYPE_CHECKING:
    from pathlib import Path

    from app.recordings.export.scene import Scene
    from app.recordings.progress import Progress


Origin = Literal["floor", "camera"]
BoneNames = Literal["anny", "vrm", "mixamo", "unreal", "rokoko"]
Rest = Literal["own", "t", "a"]


class Write(Protocol):
    """Writes a scene into a new file or folder."""

    def __call__(self, scene: Scene, output: Path, progress: Progress) -> None:
        """Write it; ``progress`` is called with (steps done, steps)."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Attributes
    ----------
    name, use : in words for people: what it is called, and for which tools it is.
    function : ``"module.function"`` of this package, a :class:`Write`.
    suffixes : that the file may have; none for a folder.
    together : one file takes all people; otherwise each gets one.
    has_rate : it is written at a constant rate, which can be chosen.
    has_bones : they can have other systems' names and another rest pose.
    influences : how many bones move a vertex of its meshes at most, as common readers take them; None where
        bones move none.
    is_in_room : its origin can lie on the floor or be the camera.
    has_view : it shows the people from somewhere, which can be chosen.
    package : that it needs beside the program's own, and the extra that installs it.
    """

    name: str
    use: str
    function: str
    suffixes: tuple[str, ...]
    together: bool = True
    has_rate: bool = True
    is_in_room: bool = True
    has_bones: bool = False
    has_view: bool = False
    influences: int | None = None
    package: tuple[str, str] | None = None

    def writer(self) -> Write:
        """Return the function that writes it."""
        module, _, function = self.function.partition(".")
        return getattr(importlib.import_module(f"app.recordings.export.{module}"), function)

    @property
    def is_installed(self) -> bool:
        """Whether what it needs is there."""
        return self.package is None or importlib.util.find_spec(self.package[0]) is not None


USD = (".usdc", ".usda", ".usd")
OPEN_USD = ("pxr", "usd")

FORMATS: dict[str, Format] = {
    "glb": Format(
        "GLB",
        "Blender, Unreal, Unity: mesh, skeleton and motion in one file",
        "glb.write",
        (".glb",),
        has_rate=False,
        has_bones=True,
        influences=FEW,  # glTF asks no more of readers, and some then leave the rest out (glTF 2.0, 3.7.3.3)
    ),
    "vrm": Format(
        "VRM",
        "Streaming, virtual worlds: the body as an avatar, without motion",
        "vrm.write",
        (".vrm",),
        together=False,
        has_rate=False,
        is_in_room=False,
        influences=FEW,
    ),
    "usd": Format(
        "USD",
        "Maya, Houdini, Unreal: mesh and skeleton as OpenUSD",
        "usd.write",
        USD,
        has_bones=True,
        influences=MANY,
        package=OPEN_USD,
    ),
    "usd-points": Format(
        "USD points",
        "Houdini: the surface frame by frame, without bones",
        "usd.write_points",
        USD,
        package=OPEN_USD,
    ),
    "bvh": Format(
        "BVH", "Motion retargeters: the bones alone", "bvh.write", (".bvh",), together=False, has_bones=True
    ),
    "npz": Format(
        "NumPy", "Python: every number as arrays, poses as in AMASS", "npz.write", (".npz",), together=False
    ),
    "csv": Format(
        "CSV",
        "Spreadsheets, pandas: joints and angles, a row a person and frame",
        "joint_table.write_wide",
        (".csv",),
        has_rate=False,
        is_in_room=False,
    ),
    "csv-long": Format(
        "CSV, long",
        "R, seaborn, pivot tables: likewise, a row a joint",
        "joint_table.write_long",
        (".csv",),
        has_rate=False,
        is_in_room=False,
    ),
    "pc2": Format(
        "PC2",
        "Blender and 3ds Max: the surface frame by frame as a point cache",
        "pc2.write",
        (".pc2",),
        together=False,
    ),
    "obj": Format("OBJ", "Anything else: a folder with one mesh a frame", "meshes.write_objs", ()),
    "ply": Format(
        "PLY", "MeshLab, CloudCompare, Open3D: likewise, smaller and not rounded", "meshes.write_plys", ()
    ),
    "mp4": Format(
        "MP4",
        "A viewer or a slide: a video of the mesh",
        "mp4.write",
        (".mp4",),
        is_in_room=False,
        has_view=True,
    ),
}
