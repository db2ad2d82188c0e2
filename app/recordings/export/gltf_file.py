"""GltfFile: a glTF document with skinned people, and its binary buffer, growing.

Metres, y up, x right, z forward or towards the camera, as glTF asks; seconds.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from app.recordings.export.influences import FEW, strongest_influences
from app.recordings.export.materials import parts_of
from app.recordings.motion.smoothing_spline import continuous_quaternions
from models.body.vertex_normals import VertexNormals

if TYPE_CHECKING:
    from app.recordings.export.materials import Part
    from app.recordings.export.rig import Rig
    from app.recordings.motion.track import Track

# glTF 2.0 specification, sections 3.6 and 5.1.
_COMPONENT = {"float32": 5126, "uint8": 5121, "uint16": 5123}
_KIND = {(): "SCALAR", (3,): "VEC3", (4,): "VEC4", (4, 4): "MAT4"}
_VERTEX_DATA, _INDICES = 34962, 34963
_STILL = 1e-6  # a bone whose quaternions differ by less from its node's is not animated
_UPRIGHT = np.array([0, 0, 0, 1], np.float32)


class GltfFile:
    """A document and its buffer.

    Parameters
    ----------
    influences : how many bones move a vertex at most.

    Attributes
    ----------
    document : as its JSON, without the buffer.
    """

    def __init__(self, influences: int) -> None:
        self._influences = influences
        self._buffer = bytearray()
        self._animation: dict[str, Any] = {"name": "recording", "samplers": [], "channels": []}
        self.document: dict[str, Any] = {
            "asset": {"version": "2.0", "generator": "FastMETRO Live"},
            "scene": 0,
            "scenes": [{"nodes": []}],
            "nodes": [],
            "meshes": [],
            "skins": [],
            "materials": [],
            "accessors": [],
            "bufferViews": [],
        }

    def add_person(self, rig: Rig, track: Track, suffix: str = "", is_animated: bool = True) -> int:
        """Add a mesh, its bones and, if it is animated, their motion.

        Bones are called as the rig says, followed by the suffix. Without motion they are at rest.

        Returns
        -------
        The node of the first bone; the others follow it in their order.
        """
        person_id = track.id
        nodes, heads = self.document["nodes"], rig.heads
        quaternions = continuous_quaternions(rig.rotations).astype(np.float32)
        # What is shown before the motion plays, and what some readers take for the rest pose.
        pose = np.tile(_UPRIGHT, (len(heads), 1)) if rig.is_at_rest else quaternions[0]
        places = rig.offsets
        if is_animated:
            places[0] = rig.root[0]
        # Bones hang on a node of their own: without it Blender puts all people's bones into one armature.
        holder = len(nodes) + 1
        first_bone = holder + 1
        self.document["scenes"][0]["nodes"] += [len(nodes), holder]
        nodes.append(
            {
                "name": f"person {person_id}",
                "mesh": len(self.document["meshes"]),
                "skin": len(self.document["skins"]),
            }
        )
        nodes.append({"name": f"person {person_id} bones", "children": [first_bone]})
        self._add_mesh(rig, track)
        for bone, name in enumerate(rig.names):
            node: dict[str, Any] = {
                "name": name + suffix,
                "translation": places[bone].astype(float).tolist(),
                "rotation": pose[bone].astype(float).tolist(),
            }
            children = np.flatnonzero(rig.skeleton.parents == bone)
            if len(children):
                node["children"] = (children + first_bone).tolist()
            nodes.append(node)
        unbind = np.tile(np.eye(4, dtype=np.float32), (len(heads), 1, 1))
        unbind[:, 3, :3] = -heads  # column-major
        self.document["skins"].append(
            {
                "name": f"person {person_id}",
                "skeleton": first_bone,
                "joints": list(range(first_bone, first_bone + len(heads))),
                "inverseBindMatrices": self._add(unbind),
            }
        )
        if is_animated:
            self._animate_bones(rig, first_bone, quaternions, pose)
        return first_bone

    def _animate_bones(self, rig: Rig, first_bone: int, quaternions: np.ndarray, pose: np.ndarray) -> None:
        """Move the (B,) bones by (T, B, 4) quaternions, which nodes at rest have as ``pose``."""
        times = self._add(rig.times_s.astype(np.float32), bounds=True)
        self._animate(first_bone, "translation", times, rig.root)
        for bone in np.flatnonzero(np.abs(quaternions - pose).max(axis=(0, 2)) > _STILL).tolist():
            self._animate(first_bone + bone, "rotation", times, quaternions[:, bone])

    def _add_mesh(self, rig: Rig, track: Track) -> None:
        faces, vertices = rig.template.faces[0], rig.vertices
        joints, weights = strongest_influences(rig.skeleton, self._influences)
        attributes = {
            "POSITION": self._add(vertices.astype(np.float32), _VERTEX_DATA, bounds=True),
            "NORMAL": self._add(
                VertexNormals(faces, len(vertices))(vertices.astype(np.float32)), _VERTEX_DATA
            ),
        }
        for half in range(2 if (weights[:, FEW:] > 0).any() else 1):
            part = slice(FEW * half, FEW * half + FEW)
            attributes[f"JOINTS_{half}"] = self._add(joints[:, part].astype(np.uint8), _VERTEX_DATA)
            attributes[f"WEIGHTS_{half}"] = self._add(weights[:, part].astype(np.float32), _VERTEX_DATA)
        primitives = [
            {
                "attributes": attributes,
                "indices": self._add(faces[part.rows].astype(np.uint16).reshape(-1), _INDICES),
                "material": self._add_material(part, track.id),
            }
            for part in parts_of(track)
        ]
        self.document["meshes"].append({"name": f"person {track.id}", "primitives": primitives})

    def _add_material(self, part: Part, person_id: int) -> int:
        materials = self.document["materials"]
        surface = {
            "baseColorFactor": [*part.colour, 1.0],
            "metallicFactor": 0.0,
            "roughnessFactor": part.roughness,
        }
        materials.append({"name": f"{part.name} {person_id}", "pbrMetallicRoughness": surface})
        return len(materials) - 1

    def _animate(self, node: int, path: str, times: int, values: np.ndarray) -> None:
        self._animation["channels"].append(
            {"sampler": len(self._animation["samplers"]), "target": {"node": node, "path": path}}
        )
        self._animation["samplers"].append({"input": times, "output": self._add(values.astype(np.float32))})

    def _add(self, values: np.ndarray, target: int | None = None, bounds: bool = False) -> int:
        """Put an array into the buffer and return its accessor."""
        values = np.ascontiguousarray(values)
        view: dict[str, Any] = {"buffer": 0, "byteOffset": len(self._buffer), "byteLength": values.nbytes}
        if target:
            view["target"] = target
        accessor: dict[str, Any] = {
            "bufferView": len(self.document["bufferViews"]),
            "componentType": _COMPONENT[values.dtype.name],
            "count": len(values),
            "type": _KIND[values.shape[1:]],
        }
        if bounds:
            accessor["min"] = np.atleast_1d(values.min(axis=0)).astype(float).tolist()
            accessor["max"] = np.atleast_1d(values.max(axis=0)).astype(float).tolist()
        self._buffer += values.tobytes()
        self._buffer += bytes(-len(self._buffer) % 4)
        self.document["bufferViews"].append(view)
        self.document["accessors"].append(accessor)
        return len(self.document["accessors"]) - 1

    def content(self) -> bytes:
        """Return the file: a header, then the JSON and the binary chunk (glTF 2.0, section 4.4)."""
        document = {**self.document, "buffers": [{"byteLength": len(self._buffer)}]}
        if self._animation["channels"]:
            document["animations"] = [self._animation]
        text = json.dumps(document, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 4)
        chunks = [(b"JSON", text), (b"BIN\0", bytes(self._buffer))]
        body = b"".join(len(data).to_bytes(4, "little") + kind + data for kind, data in chunks)
        return b"glTF" + (2).to_bytes(4, "little") + (12 + len(body)).to_bytes(4, "little") + body
