"""BoneMoments: sums over the vertices of a skinned body that cost as much as its bones, not its vertices.

By linear blend skinning bone ``b`` takes a vertex to ``T[b] x[b]``, where ``x[b]`` is its place from the
bone's head in the rest pose, with a 1 below, and the vertex follows by its weight ``w[b]``. So the sum over
vertices of a product of what two bones do is ``T[b] M[b, c] T[c]^T`` with moments ``M[b, c]``, the sums of
``w[b] w[c] x[b] x[c]^T``. They are 4 x 4, few, as most bones share no vertex, and last as long as a shape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from models.body.skinning import BoneChain, axial_vectors


@dataclass(frozen=True, slots=True, eq=False)
class RestMoments:
    """A body of one shape in its rest pose: B bones and C vertices, metres.

    Attributes
    ----------
    offsets : (B, 3), from the head of each bone's parent to its own; of the root its place.
    weighted : (4B, C), of each bone the weights times the places from its head, and 1.
    moments : (4B, 4B), the sums over vertices of the products of these.
    paired : (P, 4, 4), those of them that are not 0: of two bones that share vertices.
    masses : (4B, 1), the sums over vertices of ``weighted``.
    """

    offsets: np.ndarray
    weighted: np.ndarray
    moments: np.ndarray
    paired: np.ndarray
    masses: np.ndarray


class BoneMoments:
    """Takes the sums for one skeleton and one set of weights.

    A bone carries its own vertices and those of all bones below it, which turn with it. The arm of a bone to
    a vertex is the part of the vertex that the bone carries, seen from the bone's head.

    Parameters
    ----------
    parents : (B,), parents before children; -1 for the root.
    weights : (C, B) float32.
    ranks : (B,) int, for which pairs of bones products are taken: the second one's is not the higher.

    Attributes
    ----------
    first, second : (R,) int, those pairs; both carry something of one vertex.
    """

    def __init__(self, parents: np.ndarray, weights: np.ndarray, ranks: np.ndarray) -> None:
        self._parents, self._weights = parents, weights
        self._chain = BoneChain(parents)
        self._carried = np.eye(len(parents), dtype=np.float32)  # 1 where a bone carries another
        for bone in range(len(parents) - 1, 0, -1):
            self._carried[parents[bone]] += self._carried[bone]
        sharing = weights.T @ weights > 0
        np.fill_diagonal(sharing, True)  # also of a bone that has no vertex
        self._one, self._other = np.nonzero(sharing)
        is_pair = (self._carried @ sharing @ self._carried.T > 0) & (ranks[:, None] >= ranks)
        self.first, self.second = np.nonzero(is_pair)
        self._sums = csr_array(
            self._carried[self.first][:, self._one] * self._carried[self.second][:, self._other]
        )

    def of_shape(self, vertices: np.ndarray, heads: np.ndarray) -> RestMoments:
        """Return what (C, 3) vertices and (B, 3) heads of the rest pose give."""
        bones, count = len(heads), len(vertices)
        weighted = np.empty((bones, 4, count), np.float32)
        np.multiply(vertices.T - heads[..., None], self._weights.T[:, None], out=weighted[:, :3])
        weighted[:, 3] = self._weights.T
        weighted = weighted.reshape(4 * bones, count)
        moments = weighted @ weighted.T
        paired = moments.reshape(bones, 4, bones, 4)[self._one, :, self._other]
        masses = weighted.sum(axis=1, keepdims=True)
        return RestMoments(
            self._chain.offsets(heads), weighted, moments, np.ascontiguousarray(paired), masses
        )

    def transforms(self, rest: RestMoments, rotations: np.ndarray) -> np.ndarray:
        """Return (N, B + 1, 4, 4) of (N, B, 3, 3) local rotations; see :class:`BoneChain`."""
        return self._chain.transforms(rest.offsets, rotations)

    def vertices(self, rest: RestMoments, transforms: np.ndarray) -> np.ndarray:
        """Return the (N, C, 3) posed vertices."""
        return rest.weighted.T @ _columns(transforms)

    def arms(self, rest: RestMoments, transforms: np.ndarray) -> np.ndarray:
        """Return the (N, B, 3, C) arms of all bones to all vertices."""
        posed = transforms[:, :-1] @ rest.weighted.reshape(len(self._parents), 4, -1)
        return _from_heads(self._carry(posed), transforms)

    def arm_sums(self, rest: RestMoments, transforms: np.ndarray) -> np.ndarray:
        """Return the (N, B, 3) sums of arms over vertices."""
        posed = transforms[:, :-1] @ rest.masses.reshape(-1, 4, 1)
        return _from_heads(self._carry(posed), transforms)[..., 0]

    def arm_products(self, rest: RestMoments, transforms: np.ndarray) -> np.ndarray:
        """Return the (N, R, 3, 3) sums over vertices of a b^T of two bones' arms, for each pair of bones."""
        # A product of many small matrices is slow where one of them lies turned in memory.
        turned = np.ascontiguousarray(transforms.transpose(0, 1, 3, 2))
        posed = transforms.take(self._one, axis=1) @ rest.paired @ turned.take(self._other, axis=1)
        carried = added_up(self._sums, posed)
        from_head = np.empty((len(transforms), len(self._parents), 3, 4), np.float32)
        from_head[..., :3] = np.eye(3)
        from_head[..., 3] = -transforms[:, :-1, :3, 3]
        turned = np.ascontiguousarray(from_head.transpose(0, 1, 3, 2))
        return from_head.take(self.first, axis=1) @ carried @ turned.take(self.second, axis=1)

    def pulled(self, rest: RestMoments, targets: np.ndarray) -> np.ndarray:
        """Return what :meth:`torques` needs of (N, C, 3) targets: (N, 4B, 3)."""
        return rest.weighted @ targets

    def torques(
        self, rest: RestMoments, transforms: np.ndarray, translation: np.ndarray, pulled: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return how vertices turn and move the body that are drawn as far as they miss their targets.

        Parameters
        ----------
        rest, transforms, translation : where the vertices are; the last is (N, 3) metres.
        pulled : of the targets.

        Returns
        -------
        torques : (N, B, 3) the sums over vertices of a x d: the arm of each bone, and by what it is missed.
        force : (N, 3) the sum of d.
        """
        missed = pulled - rest.moments @ _columns(transforms) - rest.masses * translation[:, None]
        outer = self._carry(transforms[:, :-1] @ missed.reshape(len(missed), -1, 4, 3))
        return axial_vectors(_from_heads(outer, transforms)), outer[:, 0, 3]

    def _carry(self, own: np.ndarray) -> np.ndarray:
        """Return the sums of (N, B, ...) over all that each bone carries."""
        return (self._carried @ own.reshape(*own.shape[:2], -1)).reshape(own.shape)


def added_up(which: csr_array, values: np.ndarray) -> np.ndarray:
    """Return (N, K, ...) sums of (N, P, ...) values, as (K, P) ones tell."""
    sums = np.stack([which @ frame for frame in values.reshape(*values.shape[:2], -1)])
    return sums.reshape(len(values), -1, *values.shape[2:])


def _from_heads(carried: np.ndarray, transforms: np.ndarray) -> np.ndarray:
    """Return (N, B, 3, M) seen from the bones' heads of (N, B, 4, M), places with their weights below."""
    return carried[:, :, :3] - transforms[:, :-1, :3, 3:] * carried[:, :, 3:]


def _columns(transforms: np.ndarray) -> np.ndarray:
    """Return transforms as (N, 4B, 3), so that a product with what they move moves it."""
    return transforms[:, :-1, :3].transpose(0, 1, 3, 2).reshape(len(transforms), -1, 3)
