"""Shoes for the open body at rest: the toes become a cap, the foot a little thicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import spsolve

from models.anny.smoothing import cotangent_laplacian, falloff, smooth_step
from models.body.vertex_normals import VertexNormals

if TYPE_CHECKING:
    from models.body.template import BodyTemplate, Skeleton

SIDES = ("L", "R")
BEHIND_TOES = 0.02  # metres from the toes' joints back to where the cap begins
TOE_HEIGHT = 0.016  # of the cap's foremost point
BLUNTNESS = 0.75  # exponent of the cap's superellipse; 1 is an ellipsoid
ROUNDING = 0.011  # metres, to which the cap is smoothed
THICKNESS = 0.004
SHAFT = 0.03  # metres by which shoes reach above the ankles' joints


def bone(skeleton: Skeleton, name: str) -> np.ndarray:
    """Return where a bone starts at rest, (3,) metres."""
    return skeleton.heads[skeleton.names.index(name)].astype(np.float64)


def feet(template: BodyTemplate, side: str) -> np.ndarray:
    """Return (V,) bool, the vertices that move with the bones of a foot and its toes."""
    skeleton = template.skeleton
    assert skeleton is not None
    own = [
        i for i, name in enumerate(skeleton.names) if name.startswith(("foot", "toe")) and name[-1] == side
    ]
    return skeleton.weights.dense(len(skeleton.names))[:, own].sum(axis=1) > 0.5


def shod(template: BodyTemplate) -> np.ndarray:
    """Return the (V, 3) vertices at rest, in shoes."""
    skeleton, faces = template.skeleton, template.faces[0]
    assert skeleton is not None
    points = template.v_template.astype(np.float64)
    for side in SIDES:
        inside, places = _toe_cap(template, side)
        points[inside] = places
    middles = [(bone(skeleton, f"toe1-1.{s}") + bone(skeleton, f"toe5-1.{s}")) / 2 for s in SIDES]
    around = [
        falloff(points, middle + np.array([0, 0, -0.035]), np.array([0.09, 0.06, 0.10])) for middle in middles
    ]
    hold = np.maximum(ROUNDING * np.max(around, axis=0), 0.002) ** -4.0
    for _ in range(3):  # each time the plate bends anew from where it lies
        laplacian, area = cotangent_laplacian(points, faces)
        held = sparse.diags(area * hold)
        bending = laplacian.T @ sparse.diags(1 / area) @ laplacian
        points = np.asarray(spsolve((held + bending).tocsc(), held @ points))
    shaft = bone(skeleton, "foot.L")[1] - SHAFT
    in_shoe = smooth_step(points[:, 1], shaft - 0.008, shaft + 0.008)
    normals = VertexNormals(faces, len(points))(points.astype(np.float32))
    return points + THICKNESS * in_shoe[:, None] * normals


def _toe_cap(template: BodyTemplate, side: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the vertices of the toes, and (N, 3) places for them on a rounded cap over all five."""
    skeleton, points = template.skeleton, template.v_template.astype(np.float64)
    assert skeleton is not None
    foot = feet(template, side)
    big, small = bone(skeleton, f"toe1-1.{side}"), bone(skeleton, f"toe5-1.{side}")
    across = (small - big) * (1, 0, 1)
    across /= np.linalg.norm(across)
    ahead = np.array([across[2], 0, -across[0]])
    ahead *= -np.sign(ahead[2])  # the body looks to -z
    toes = foot & ((points - (big + small) / 2) @ ahead > -BEHIND_TOES)
    patch = template.faces[0][toes[template.faces[0]].all(axis=1)]
    loop = _boundary(patch)
    inside, radius, angle = _disc(patch, loop, points)
    ring = points[loop]
    middle = (ring.min(axis=0) + ring.max(axis=0)) / 2
    forward = (points[toes] - middle) @ ahead
    foremost = points[toes][forward.argmax()]
    tip = middle + ahead * forward.max() + across * (0.55 * ((foremost - middle) @ across))
    tip[1] = points[foot, 1].max() - TOE_HEIGHT
    base = tip - ahead * ((tip - middle) @ ahead)
    base += across * (0.6 * ((middle - base) @ across))
    arc = _arc(ring)
    around = np.stack(
        [np.interp(angle, np.append(arc, 2 * np.pi), np.append(ring[:, k], ring[0, k])) for k in range(3)],
        axis=1,
    )
    height = radius * np.pi / 2
    out, along = np.sin(height) ** BLUNTNESS, np.cos(height) ** BLUNTNESS
    return inside, base + out[:, None] * (around - base) + along[:, None] * (tip - base)


def _boundary(patch: np.ndarray) -> np.ndarray:
    """Return the vertices around (F, 3) triangles of a disc, in order."""
    edges = set(map(tuple, patch[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2).tolist()))
    following = {a: b for a, b in edges if (b, a) not in edges}
    loop = [min(following)]
    while (after := following[loop[-1]]) != loop[0]:
        loop.append(after)
    if len(loop) != len(following):
        raise ValueError(f"the toes have {len(following)} edges around them, {len(loop)} of them in one ring")
    return np.array(loop)


def _arc(ring: np.ndarray) -> np.ndarray:
    """Return the angle of each of (N, 3) points by its way along the ring."""
    way = np.cumsum(np.linalg.norm(np.roll(ring, -1, axis=0) - ring, axis=1))
    return 2 * np.pi * np.append(0, way[:-1]) / way[-1]


def _disc(patch: np.ndarray, loop: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, ...]:
    """Lay a patch flat on a disc (Tutte 1963), spread evenly: inner vertices, their radius and angle."""
    edges = np.unique(np.sort(patch[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1), axis=0)
    ends = np.concatenate([edges, edges[:, ::-1]]).T
    adjacency = sparse.csr_matrix((np.ones(ends.shape[1]), tuple(ends)), (len(points), len(points)))
    laplacian = sparse.csr_matrix(sparse.diags(np.asarray(adjacency.sum(axis=1)).ravel()) - adjacency)
    arc = _arc(points[loop])
    inside = np.setdiff1d(patch, loop)
    inner = laplacian[inside]
    ring = np.stack([np.cos(arc), np.sin(arc)], axis=1)
    flat = np.asarray(spsolve(inner[:, inside].tocsc(), -inner[:, loop] @ ring))
    rank = np.argsort(np.argsort(np.linalg.norm(flat, axis=1)))
    radius = 0.97 * np.sqrt((rank + 0.5) / len(rank))
    return inside, radius, np.arctan2(flat[:, 1], flat[:, 0]) % (2 * np.pi)
