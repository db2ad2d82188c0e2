"""How sound a mesh is as a surface: spikes, folds, and hands and head that lost their volume.

The figures compare a mesh with its own template at rest and so need no truth. Bending stretches and folds the
skin of true bodies too: read them beside those of true bodies in like postures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

FOLD_DEG = 120.0  # between the normals of neighbouring faces
HAND = ("wrist", "finger", "metacarpal")
PARTS = {"left hand": (HAND, ".L"), "right hand": (HAND, ".R"), "head": (("head", "eye"), "")}


class Surface:
    """The finest mesh of a template, ready to measure meshes of it.

    Parameters
    ----------
    template : of any body; where hands and head are is told by the bones of the open one.
    """

    def __init__(self, template: BodyTemplate):
        self.faces = template.faces[0]
        self.edges, self.neighbours = _edges(self.faces)
        self.parts = _parts(template)
        rest = np.asarray(template.v_template, np.float64)
        self.lengths, self.folded = self._lengths(rest), self._folded(rest)
        self.volumes = {part: self._volume(rest, part) for part in self.parts}

    def figures(self, vertices: np.ndarray) -> dict[str, float]:
        """Measure (V, 3) vertices in any unit.

        Returns
        -------
        stretch : 99.9th percentile of edge lengths relative to rest, after taking the body's own size out.
        worst_stretch : the largest.
        folds_per_mille : neighbouring faces that are folded onto each other and are not at rest.
        hand, head : volume relative to rest at the body's own size; of the hands the smaller. 0 is crushed,
            below 0 is inside out. Left out for bodies without the open one's bones.
        """
        vertices = np.asarray(vertices, np.float64)
        ratio = self._lengths(vertices) / self.lengths
        size = float(np.median(ratio))
        figures = {
            "stretch": float(np.percentile(ratio, 99.9)) / size,
            "worst_stretch": float(ratio.max()) / size,
            "folds_per_mille": 1000 * float((self._folded(vertices) & ~self.folded).mean()),
        }
        volumes = {part: self._volume(vertices, part) / v / size**3 for part, v in self.volumes.items()}
        if volumes:
            figures["hand"] = min(volumes["left hand"], volumes["right hand"])
            figures["head"] = volumes["head"]
        return figures

    def _lengths(self, vertices: np.ndarray) -> np.ndarray:
        return np.linalg.norm(vertices[self.edges[:, 0]] - vertices[self.edges[:, 1]], axis=1)

    def _folded(self, vertices: np.ndarray) -> np.ndarray:
        a, b, c = (vertices[self.faces[:, i]] for i in range(3))
        normals = np.cross(b - a, c - a)
        normals /= np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
        cosine = (normals[self.neighbours[:, 0]] * normals[self.neighbours[:, 1]]).sum(1)
        return cosine < np.cos(np.radians(FOLD_DEG))

    def _volume(self, vertices: np.ndarray, part: str) -> float:
        """Return the signed volume between a part's skin and the middle of its rim."""
        faces, rim = self.parts[part]
        a, b, c = (vertices[faces[:, i]] - vertices[rim].mean(0) for i in range(3))
        return float((a * np.cross(b, c)).sum() / 6)


def _parts(template: BodyTemplate) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return each part's (F, 3) faces, and the vertices of the rim where the rest of the body begins."""
    if template.skeleton is None or not {"wrist.L", "wrist.R", "head"} <= set(template.skeleton.names):
        return {}
    weights, parts = template.skeleton.weights, {}
    bones = weights.index[np.arange(template.num_vertices), weights.weight.argmax(1)]
    for part, (words, side) in PARTS.items():
        wanted = np.array([n.startswith(words) and n.endswith(side) for n in template.skeleton.names])
        inside = wanted[bones][template.faces[0]]
        rim = np.unique(template.faces[0][inside.any(1) & ~inside.all(1)])
        parts[part] = (template.faces[0][inside.all(1)], rim)
    return parts


def _edges(faces: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (E, 2) vertices of every edge, and (N, 2) faces that share one."""
    sides = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    owner = np.tile(np.arange(len(faces)), 3)
    edges, edge, count = np.unique(sides, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(edge.ravel(), kind="stable")
    first = np.concatenate([[0], np.cumsum(count)[:-1]])[count == 2]
    return edges, np.stack([owner[order[first]], owner[order[first + 1]]], axis=1)
