"""ClothingLayer: what people wear over the open body, so that its mesh covers them as they are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from models.body.vertex_normals import VertexNormals

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

# By how the names of bones begin, the millimetres of cloth over what they move; head, hands and feet stay
# bare.
# Chosen on rendered people by models.evaluate.silhouettes: this much covers clothed people better,
# and makes up for the hips and legs of the bundled network, 5 to 7 % too slim; see docs/model_card.md.
_MILLIMETRES = {
    "spine": 6.0, "clavicle": 6.0, "shoulder": 6.0, "root": 6.0, "pelvis": 6.0,
    "upperarm": 1.0, "lowerarm": 2.0, "upperleg": 8.0, "lowerleg": 8.0,
}  # fmt: skip


class ClothingLayer:
    """Moves the vertices of posed bodies outwards, along the surface's normals; joints stay where they are.

    Parameters
    ----------
    template : of the open body, with a skeleton and faces of its middle level.
    """

    def __init__(self, template: BodyTemplate) -> None:
        skeleton = template.require_skeleton()
        by_bone = [
            next((mm for start, mm in _MILLIMETRES.items() if name.startswith(start)), 0.0)
            for name in skeleton.names
        ]
        weights, self._kept = skeleton.weights, template.level_index[0]
        thickness = (weights.weight * np.array(by_bone)[weights.index]).sum(1) / 1000
        self._thickness = thickness[self._kept, None].astype(np.float32)
        # Cloth is smooth: the middle level tells the normals, in a quarter of the time.
        count = len(self._kept)
        self._normals = VertexNormals(template.faces[1], count)
        rows = template.upsampling[0]
        row = np.repeat(np.arange(len(rows.index)), rows.index.shape[1])
        self._upsampling = csr_array(
            (rows.weight.ravel(), (row, rows.index.ravel())), (template.num_vertices, count)
        )

    def over(self, vertices: np.ndarray) -> np.ndarray:
        """Return the (V, 3) float32 surface of the clothes over (V, 3) vertices in metres, in any pose."""
        normals = self._normals(vertices.take(self._kept, axis=0))
        return vertices + self._upsampling @ (self._thickness * normals)


def clothing_of(template: BodyTemplate) -> ClothingLayer | None:
    """Return what is worn over the open body's meshes; None for other bodies, which come as they are."""
    skeleton = template.skeleton
    is_open = skeleton is not None and skeleton.population is not None and len(template.faces) > 1
    return ClothingLayer(template) if is_open else None
