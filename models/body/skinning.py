"""Poses the open body: shape coefficients and bone rotations to vertices, by linear blend skinning.

A rotation is local and acts in camera axes: a bone carries its children along, so the turn of bone ``b``
against the rest pose is ``G[b] = G[parent] @ rotations[b]``. Identity gives the rest pose, in which every
bone points the same way whatever the shape.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.body.joints import BODY22

if TYPE_CHECKING:
    from models.body.template import BodyTemplate, Skeleton

# The open body's axes x (its left), y (its back), z (up) as columns in camera axes.
CAMERA_FROM_BODY = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], np.float32)

# Bones that share one joint's rotation in equal parts.
_SHARED = {
    "pelvis": ("root",),
    "spine1": ("spine05", "spine04"),
    "spine2": ("spine03", "spine02"),
    "spine3": ("spine01",),
    "neck": ("neck01", "neck02"),
    "head": ("head",),
    "collar": ("clavicle",),
    "ankle": ("foot",),
    "wrist": ("wrist",),
}
# Bones of a limb's segment: the first one swings, the twist about the segment is shared; then the next joint.
_TWISTED = {
    "hip": ("upperleg01", "upperleg02", "lowerleg01"),
    "knee": ("lowerleg01", "lowerleg02", "foot"),
    "shoulder": ("upperarm01", "upperarm02", "lowerarm01"),
    "elbow": ("lowerarm01", "lowerarm02", "wrist"),
}
_TOES = tuple(f"toe{i}-1" for i in range(1, 6))

FINGERS = tuple(
    tuple(f"finger{finger}-{joint}.{side}" for joint in (1, 2, 3)) for side in "LR" for finger in range(1, 6)
)
"""Bones of the ten fingers from knuckle to tip: left thumb to little finger, then right."""


# (3, 9), of each of x, y, z what it adds to the nine of [v]x.
_CROSS = np.cross(np.eye(3)[:, None], np.eye(3)[None]).transpose(0, 2, 1).reshape(3, 9).astype(np.float32)


def cross_matrices(vectors: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) matrices [v]x with [v]x w = v x w for (..., 3) vectors."""
    return (vectors @ _CROSS).reshape(*vectors.shape, 3)


def axial_vectors(matrices: np.ndarray) -> np.ndarray:
    """Return the (..., 3) sums of a x b from (..., 3, 3) sums of outer products a b^T."""
    return matrices.reshape(*matrices.shape[:-2], 9) @ -_CROSS.T


def rotation_matrices(rotvecs: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) float32 rotations about (..., 3) vectors by their lengths in radians (Rodrigues)."""
    rotvecs = np.asarray(rotvecs, np.float32)
    half = 0.5 * np.sqrt(np.einsum("...i,...i", rotvecs, rotvecs))[..., None, None]
    half = np.maximum(half, np.float32(1e-10))  # which changes nothing but the division by 0
    sine = np.sin(half) / half
    cross = cross_matrices(rotvecs)
    # sin(a) = 2 sin(a/2) cos(a/2), 1 - cos(a) = 2 sin(a/2)^2
    return np.eye(3, dtype=np.float32) + sine * np.cos(half) * cross + 0.5 * sine**2 * (cross @ cross)


def chain(parents: np.ndarray, heads: np.ndarray, rotations: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Follow the bones from the root.

    Parameters
    ----------
    parents : (B,) with parents before children.
    heads : (N, B, 3) metres, rest pose.
    rotations : (N, B, 3, 3) local.

    Returns
    -------
    global_rotations : (N, B, 3, 3), each bone's rotation against the rest pose.
    posed_heads : (N, B, 3) metres; the root's stays where it is.
    """
    global_rotations = np.empty_like(rotations)
    posed = np.empty_like(heads)
    global_rotations[:, 0], posed[:, 0] = rotations[:, 0], heads[:, 0]
    depth = np.zeros(len(parents), int)
    for bone in range(1, len(parents)):
        depth[bone] = depth[parents[bone]] + 1
    for level in range(1, depth.max() + 1):
        bones = np.flatnonzero(depth == level)
        above = parents[bones]
        global_rotations[:, bones] = global_rotations[:, above] @ rotations[:, bones]
        offset = heads[:, bones] - heads[:, above]
        posed[:, bones] = posed[:, above] + (global_rotations[:, above] @ offset[..., None])[..., 0]
    return global_rotations, posed


class BoneChain:
    """Follows bones from the root as :func:`chain` does, quicker for few poses.

    Each bone's transform is put before its own, then those of the bone that the first one hung on, and so on:
    after ``n`` rounds ``2 ** n`` bones are gathered in each, instead of one level of the skeleton a round.

    Parameters
    ----------
    parents : (B,), -1 for the root.
    """

    def __init__(self, parents: np.ndarray) -> None:
        self._parents = parents
        bones = len(parents)
        above = np.append(np.where(parents < 0, bones, parents), bones)  # the last one stands still
        self._rounds: list[np.ndarray] = []
        while (above[:-1] < bones).any():
            self._rounds.append(above[:-1])
            above = above[above]

    def offsets(self, heads: np.ndarray) -> np.ndarray:
        """Return what :meth:`transforms` needs of (B, 3) heads in the rest pose."""
        return heads - np.where(self._parents[:, None] < 0, 0, heads[self._parents])

    def transforms(self, offsets: np.ndarray, rotations: np.ndarray) -> np.ndarray:
        """Return (N, B + 1, 4, 4) float32: from each bone's axes about its head to the root's; then identity.

        Parameters
        ----------
        offsets : (B, 3) metres in the rest pose from the head of each bone's parent to its own; of the root
            its head.
        rotations : (N, B, 3, 3) local.
        """
        count, bones = rotations.shape[:2]
        transforms = np.zeros((count, bones + 1, 4, 4), np.float32)
        transforms[:, :bones, :3, :3] = rotations
        transforms[:, :bones, :3, 3] = offsets
        transforms[:, bones, (0, 1, 2), (0, 1, 2)] = 1
        transforms[:, :, 3, 3] = 1
        for above in self._rounds:
            transforms[:, :bones] = transforms[:, above] @ transforms[:, :bones]
        return transforms


def blend(
    vertices: np.ndarray,
    heads: np.ndarray,
    global_rotations: np.ndarray,
    posed_heads: np.ndarray,
    weights: np.ndarray,
) -> np.ndarray:
    """Move (N, V, 3) rest vertices with their bones; ``weights`` is dense (V, B). Returns (N, V, 3)."""
    shift = posed_heads - (global_rotations @ heads[..., None])[..., 0]
    transforms = np.concatenate([global_rotations, shift[..., None]], -1).reshape(
        *global_rotations.shape[:2], 12
    )
    blended = (weights @ transforms).reshape(*vertices.shape[:2], 3, 4)
    return np.einsum("nvij,nvj->nvi", blended[..., :3], vertices) + blended[..., 3]


def _skeleton(template: BodyTemplate) -> Skeleton:
    if template.skeleton is None:
        raise ValueError(f"template {template.name} has no skeleton, so it cannot be posed")
    return template.skeleton


class Skinner:
    """Poses a fixed set of a template's vertices, quickly and many bodies at once.

    Parameters
    ----------
    template : with a skeleton.
    vertices : indices of the vertices of the finest mesh that are wanted, in order; None = all.
    """

    def __init__(self, template: BodyTemplate, vertices: np.ndarray | None = None) -> None:
        self.skeleton = _skeleton(template)
        chosen = slice(None) if vertices is None else vertices
        self._template = template.v_template[chosen]
        self._shape_dirs = self.skeleton.shape_dirs[:, chosen].reshape(len(self.skeleton.shape_dirs), -1)
        self._head_dirs = self.skeleton.head_dirs.reshape(len(self.skeleton.head_dirs), -1)
        self._weights = self.skeleton.weights.dense(len(self.skeleton.names))[chosen]

    def rest(self, betas: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (N, V, 3) vertices and (N, B, 3) bone heads of (N, S) shapes in the rest pose, metres."""
        betas = np.asarray(betas, np.float32)
        vertices = self._template + (betas @ self._shape_dirs).reshape(len(betas), -1, 3)
        heads = self.skeleton.heads + (betas @ self._head_dirs).reshape(len(betas), -1, 3)
        return vertices, heads

    def pose(self, betas: np.ndarray, rotations: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return (N, V, 3) vertices and (N, B, 3) bone heads of posed bodies.

        Parameters
        ----------
        betas : (N, S) standard deviations of shape.
        rotations : (N, B, 3, 3) local rotations.
        """
        vertices, heads = self.rest(betas)
        global_rotations, posed = chain(self.skeleton.parents, heads, np.asarray(rotations, np.float32))
        return blend(vertices, heads, global_rotations, posed, self._weights), posed


def pose_body(
    template: BodyTemplate, betas: np.ndarray, rotations: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Pose the open body.

    Parameters
    ----------
    template : with a skeleton.
    betas : (..., S) shape coefficients in standard deviations.
    rotations : (..., B, 3, 3) local bone rotations, camera axes.

    Returns
    -------
    vertices : (..., V, 3) float32 metres, camera axes; the root bone's head stays where the shape has it.
    bone_heads : (..., B, 3) likewise.

    Notes
    -----
    For many calls, or for some of the vertices, keep a :class:`Skinner`.
    """
    betas, rotations = np.asarray(betas, np.float32), np.asarray(rotations, np.float32)
    shape = np.broadcast_shapes(betas.shape[:-1], rotations.shape[:-3])
    flat_betas = np.broadcast_to(betas, (*shape, betas.shape[-1])).reshape(-1, betas.shape[-1])
    flat_rotations = np.broadcast_to(rotations, (*shape, *rotations.shape[-3:]))
    vertices, heads = Skinner(template).pose(flat_betas, flat_rotations.reshape(-1, *rotations.shape[-3:]))
    return vertices.reshape(*shape, -1, 3), heads.reshape(*shape, -1, 3)


def corpus_rotations(template: BodyTemplate, rotvecs: np.ndarray) -> np.ndarray:
    """Give the open body's bones the rotations of 22 body joints.

    Parameters
    ----------
    template : with the open body's skeleton.
    rotvecs : (..., 22, 3) radians, local rotations of the joints :data:`BODY22` from the rest pose, in the
        body's axes: x its left, y its back, z up.

    Returns
    -------
    (..., B, 3, 3) float32 local rotations in camera axes. The spine and neck share their joints' rotations
    among several bones; along the upper and lower arms and legs half of the twist comes at the
    middle of the segment, so that the skin does not wring at the joint. The pelvis turns the whole body.
    """
    skeleton = _skeleton(template)
    names, heads = skeleton.names, skeleton.heads
    index_of = {name: i for i, name in enumerate(names)}
    rotvecs = np.asarray(rotvecs, np.float32) @ CAMERA_FROM_BODY.T
    rotations = np.empty((*rotvecs.shape[:-2], len(names), 3, 3), np.float32)
    rotations[:] = np.eye(3, dtype=np.float32)
    kinds = [joint.rpartition("_") for joint in BODY22]
    parts = [len(_SHARED.get(kind, "1")) for _, _, kind in kinds]
    whole = rotation_matrices(rotvecs / np.array(parts, np.float32)[:, None])
    twisted = [i for i, (_, _, kind) in enumerate(kinds) if kind in _TWISTED]
    segments = [[index_of[f"{bone}.{kinds[i][0]}"] for bone in _TWISTED[kinds[i][2]]] for i in twisted]
    first, second, after = np.array(segments).T
    axis = heads[after] - heads[first]
    axis /= np.linalg.norm(axis, axis=-1, keepdims=True)
    half = rotation_matrices(axis * (_twist(rotvecs[..., twisted, :], axis)[..., None] / 2))
    rotations[..., first, :, :] = whole[..., twisted, :, :] @ np.swapaxes(half, -1, -2)
    rotations[..., second, :, :] = half
    for i, (side, _, kind) in enumerate(kinds):
        if kind not in _TWISTED:
            suffix = f".{side}" if side else ""
            bones = [index_of[bone + suffix] for bone in (_TOES if kind == "foot" else _SHARED[kind])]
            rotations[..., bones, :, :] = whole[..., i, None, :, :]
    return rotations


def _twist(rotvecs: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """Return the (...) radians in (-pi, pi) that rotations turn about unit axes (swing-twist split)."""
    angle = np.linalg.norm(rotvecs, axis=-1)
    along = 0.5 * np.sinc(angle / (2 * np.pi)) * (rotvecs * axis).sum(-1)
    return 2 * np.arctan(along / np.maximum(np.cos(angle / 2), 1e-4))


def curl_fingers(template: BodyTemplate, curls: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Bend fingers towards the palm.

    Parameters
    ----------
    template : with the open body's skeleton.
    curls : (..., 10, 3) radians for the knuckle, middle and end joint of the fingers of :data:`FINGERS`;
        0 is the half-open hand of the rest pose, positive closes it.

    Returns
    -------
    bones : (30,) indices of the finger bones.
    rotations : (..., 30, 3, 3) float32 local rotations, to be set with ``all_rotations[..., bones, :, :] =``.
    """
    skeleton = _skeleton(template)
    index_of = {name: i for i, name in enumerate(skeleton.names)}
    bones = np.array([[index_of[name] for name in finger] for finger in FINGERS])
    direction = skeleton.tails[bones] - skeleton.heads[bones]
    # The hand rests half open, so the bend already in each finger tells about which axis it bends.
    axis = np.cross(direction[:, 0], direction[:, 2])
    axis /= np.linalg.norm(axis, axis=-1, keepdims=True)
    rotvecs = np.asarray(curls, np.float32)[..., None] * axis[:, None, :]
    return bones.reshape(-1), rotation_matrices(rotvecs).reshape(*rotvecs.shape[:-3], 30, 3, 3)
