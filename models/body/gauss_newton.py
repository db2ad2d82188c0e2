"""Gauss-Newton steps towards the shape and the bone rotations of a body that explain given meshes.

Frames are independent but for the shape. Vertices are those of the coarsest level; a step towards them is
taken over bones alone (:mod:`models.body.moments`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.linalg import get_lapack_funcs
from scipy.sparse import csr_array

from models.body.moments import BoneMoments, RestMoments, added_up
from models.body.skinning import FINGERS, Skinner, axial_vectors, cross_matrices, rotation_matrices
from models.camera.projection import nearest_rotation

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

# Bones of the open body that turn alike are one unknown. First the middle, then what both sides have.
_MIDDLE = (
    ("root",), ("spine05", "spine04"), ("spine03", "spine02"), ("spine01",), ("neck01", "neck02"), ("head",),
)  # fmt: skip
_SIDES = (
    ("clavicle",), ("upperarm01",), ("upperarm02",), ("lowerarm01",), ("lowerarm02",), ("wrist",),
    ("upperleg01",), ("upperleg02",), ("lowerleg01",), ("lowerleg02",), ("foot",),
    ("toe3-1", "toe1-1", "toe2-1", "toe4-1", "toe5-1"),
)  # fmt: skip
_TRUNK = ("root", "spine05", "spine04")  # the pelvis is carried by the root
_SEGMENT_END = {"upperarm": "lowerarm01", "lowerarm": "wrist", "upperleg": "lowerleg01", "lowerleg": "foot"}

# What is believed before seeing a mesh (standard deviations, metres and radians): vertices are off by some
# millimetres; joints turn freely, those named less; the second half of a limb's segment only twists,
# about as much as the first; from frame to frame a joint turns a little.
_VERTEX_NOISE = 0.005
_JOINT_SPREAD = 2.0
_SPREADS = {
    "spine": 0.4, "neck": 0.4, "head": 0.7, "clavicle": 0.2, "collar": 0.2, "toe": 0.4, "finger": 0.5,
}  # fmt: skip
_BEND_OF_TWISTING_BONE = 0.02
_TWIST_DIFFERENCE = 0.3
_CHANGE_PER_FRAME = 0.5
_SHAPE_SPREAD = 3.0
_LARGEST_ROTATION = 0.8  # radians a step
_NO_CHANGE = 0.002  # radians or metres; after a smaller step there is nothing to be gained by another

(_posv,) = get_lapack_funcs(("posv",), dtype=np.float32)  # solves by Cholesky factors


@dataclass(slots=True, eq=False)
class State:
    """Unknowns of N frames: betas (S,), rotations (N, B, 3, 3), translation (N, 3); and their looks.

    Attributes
    ----------
    rest, transforms : of :class:`models.body.moments.BoneMoments`, before the translation.
    """

    betas: np.ndarray
    rotations: np.ndarray
    translation: np.ndarray
    rest: RestMoments
    transforms: np.ndarray


class Fitter:
    """Gauss-Newton steps for one template; frames are independent but for the shape.

    Only bones that turn count here. The others move as one with the nearest turning bone above them, which
    takes over their weights.
    """

    def __init__(self, template: BodyTemplate) -> None:
        coarse = template.level_index[-1]
        self._skinner = Skinner(template, coarse)
        skeleton = self._skinner.skeleton
        self.shapes = len(skeleton.shape_dirs)
        names = _groups(skeleton.names)
        turning = {name for group in names for name in group}
        self._kept = np.array([i for i, name in enumerate(skeleton.names) if name in turning])
        self._all_bones = len(skeleton.names)
        rank = np.zeros(self._all_bones, int)  # of the turning bone that carries each bone, among the kept
        rank[self._kept] = np.arange(len(self._kept))
        for bone in np.setdiff1d(np.arange(self._all_bones), self._kept):
            rank[bone] = rank[skeleton.parents[bone]]
        above = skeleton.parents[self._kept]
        self._parents = np.where(above < 0, -1, rank[above])
        self._weights = np.zeros((len(coarse), len(self._kept)), np.float32)
        np.add.at(self._weights.T, rank, skeleton.weights.dense(self._all_bones)[coarse].T)
        # (V, 3, S) and (B, 3, S).
        self._shape_dirs = np.ascontiguousarray(skeleton.shape_dirs[:, coarse].transpose(1, 2, 0))
        self._head_dirs = np.ascontiguousarray(skeleton.head_dirs[:, self._kept].transpose(1, 2, 0))
        index_of = {skeleton.names[bone]: i for i, bone in enumerate(self._kept)}
        groups = [[index_of[name] for name in group] for group in names]
        self._first = np.array([group[0] for group in groups])
        self._group_of = np.empty(len(self._kept), int)
        for g, group in enumerate(groups):
            self._group_of[group] = g
        trunk = [index_of[name] for name in _TRUNK if name in index_of] or [0]
        # Bones whose own vertices tell how they lie, and these.
        own = {b: self._weights[:, [b] if b else trunk].sum(1) > 0.3 for b in self._first.tolist()}
        self._parts = [(b, np.flatnonzero(is_own)) for b, is_own in own.items() if is_own.sum() >= 4]
        self._moments = BoneMoments(self._parents, self._weights, self._group_of)
        self._in_group = np.float32(np.arange(len(groups))[:, None] == self._group_of)  # (G, B)
        # Blocks of the equations: of two groups, the first not before the second, all pairs of their bones.
        of_pair = self._group_of[self._moments.first] * len(groups) + self._group_of[self._moments.second]
        block = np.unique(of_pair)
        self._in_block = csr_array(np.float32(block[:, None] == of_pair))
        row, column = np.divmod(block, len(groups))
        size = len(groups) + 1, 3, len(groups) + 1, 3
        self._place = np.arange(np.prod(size)).reshape(size)[row, :, column].ravel()
        self._prior = _prior(names, skeleton.heads[self._kept], index_of)
        self._prior_blocks = self._prior.reshape(len(groups), 3, len(groups), 3)[row, :, column]
        is_joint = (row == column) & (row > 0)
        self._change_blocks = np.float32(np.eye(3) * is_joint[:, None, None] * _CHANGE_PER_FRAME**-2)

    @property
    def turning_bones(self) -> np.ndarray:
        """(K,) indices of the bones that turn, among the skeleton's."""
        return self._kept

    def of_all_bones(self, rotations: np.ndarray) -> np.ndarray:
        """Return (N, B, 3, 3) local rotations of all bones from those that turn."""
        whole = np.tile(np.eye(3, dtype=np.float32), (len(rotations), self._all_bones, 1, 1))
        whole[:, self._kept] = rotations
        return whole

    def state(self, betas: np.ndarray, rotations: np.ndarray, translation: np.ndarray) -> State:
        """Pose a body."""
        vertices, heads = self._skinner.rest(betas[None])
        rest = self._moments.of_shape(vertices[0], heads[0, self._kept])
        return self._posed(betas, rest, rotations, translation)

    def _posed(
        self, betas: np.ndarray, rest: RestMoments, rotations: np.ndarray, translation: np.ndarray
    ) -> State:
        return State(betas, rotations, translation, rest, self._moments.transforms(rest, rotations))

    def vertices(self, state: State) -> np.ndarray:
        """Return the (N, C, 3) coarse vertices in metres."""
        return self._moments.vertices(state.rest, state.transforms) + state.translation[:, None]

    def error(self, state: State, targets: np.ndarray) -> np.ndarray:
        """Return the (N,) mean vertex distance in metres."""
        return np.linalg.norm(targets - self.vertices(state), axis=-1).mean(-1)

    def found(self, targets: np.ndarray, betas: np.ndarray) -> State:
        """Start afresh: turn every part of the body onto its place by itself (Kabsch 1976)."""
        rest, _ = self._skinner.rest(betas[None])
        found = np.empty((len(targets), len(self._parts), 3, 3), np.float32)
        for i, (_, own) in enumerate(self._parts):
            source = rest[0, own] - rest[0, own].mean(0)
            target = targets[:, own] - targets[:, own].mean(1, keepdims=True)
            found[:, i] = target.transpose(0, 2, 1) @ source
        found = nearest_rotation(found)
        part_of = {bone: i for i, (bone, _) in enumerate(self._parts)}
        bone_rotations = np.empty((len(targets), len(self._parents), 3, 3), np.float32)
        for bone, above in enumerate(self._parents):
            part = part_of.get(bone)
            bone_rotations[:, bone] = bone_rotations[:, above] if part is None else found[:, part]
        rotations = np.empty_like(bone_rotations)
        rotations[:, 0] = bone_rotations[:, 0]
        rotations[:, 1:] = bone_rotations[:, self._parents[1:]].transpose(0, 1, 3, 2) @ bone_rotations[:, 1:]
        alike = rotations[:, self._first[self._group_of]]
        state = self.state(betas, alike, np.zeros((len(targets), 3), np.float32))
        state.translation = (targets - self.vertices(state)).mean(1)
        return state

    def followed(self, state: State, targets: np.ndarray, steps: int, *, is_before: bool = False) -> State:
        """Improve the poses by some Gauss-Newton steps, fewer where they have arrived.

        Parameters
        ----------
        state : where to begin.
        targets : (N, C, 3) metres, the coarse vertices.
        steps : how many at most.
        is_before : the state is that of the frame before, from which a joint turns little.
        """
        pulled = self._moments.pulled(state.rest, targets)
        turned = np.zeros((len(targets), 3 * len(self._first)), np.float32) if is_before else None
        for _ in range(steps):
            system, right = self._equations(state, pulled, turned)
            change = _solved(system, right[..., None])[..., 0]
            state = self._changed(state, change)
            if np.abs(change).max() < _NO_CHANGE:
                break
            if turned is not None:
                turned += _limited(change[:, :-3])  # small rotations add up
        return state

    def step_with_shape(self, state: State, targets: np.ndarray) -> State:
        """Improve the poses and the shape that all frames share by one Gauss-Newton step."""
        own, right, solved = self._shape_equations(state, targets)
        change = self.likely_shape(own, right + own @ state.betas) - state.betas
        moved = self._changed(state, solved[..., -1] - solved[..., :-1] @ change)
        return self.state(state.betas + change, moved.rotations, moved.translation)

    def shape_evidence(self, state: State, targets: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what the frames tell of the shape, whatever the poses are.

        Returns
        -------
        information : (S, S), the inverse covariance of the shape that explains these frames.
        evidence : (S,), the information times that shape. Both may be added up over frames.
        """
        own, right, _ = self._shape_equations(state, targets)
        return own, right + own @ state.betas

    def likely_shape(self, information: np.ndarray, evidence: np.ndarray) -> np.ndarray:
        """Return the (S,) shape that the evidence tells, and how people are."""
        prior = np.eye(self.shapes) * _SHAPE_SPREAD**-2
        return np.linalg.solve(information + prior, evidence).astype(np.float32)

    def _shape_equations(
        self, state: State, targets: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the normal equations (S, S) and (S,) of the shape, and (N, 3G + 3, S + 1) for the poses.

        The poses are eliminated (Schur complement): a small system for the shape remains. A change of shape
        by d then changes the poses by the last column less the others times d.
        """
        difference = targets - self.vertices(state)
        system, right = self._equations(state, self._moments.pulled(state.rest, targets), None)
        columns = self._shape_columns(state.transforms[:, :-1, :3, :3])
        frames, count = difference.shape[:2]
        arms = self._moments.arms(state.rest, state.transforms).reshape(frames, -1, count)
        by_arm = (arms @ columns.reshape(frames, count, -1)).reshape(frames, -1, 3, 3, self.shapes)
        mixed = np.empty((*right.shape, self.shapes), np.float32)
        turns = axial_vectors(np.moveaxis(by_arm, -1, 2)).transpose(0, 1, 3, 2)
        mixed[:, :-3] = self._to_groups(turns, self._above(state))
        mixed[:, -3:] = columns.sum(1)
        mixed *= _VERTEX_NOISE**-2
        stacked = columns.reshape(-1, self.shapes)
        own = stacked.T @ stacked * _VERTEX_NOISE**-2
        own_right = stacked.T @ difference.reshape(-1) * _VERTEX_NOISE**-2
        solved = _solved(system, np.concatenate([mixed, right[..., None]], -1))
        left = mixed.transpose(0, 2, 1)
        own = own - (left @ solved[..., :-1]).sum(0)
        own_right = own_right - (left @ solved[..., -1:]).sum(0)[:, 0]
        return own, own_right, solved

    def _equations(
        self, state: State, pulled: np.ndarray, turned: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the normal equations of the turns of groups and the translation.

        Turned by w about its head, a bone moves a vertex by w x a, with a its arm. So the block of bones k
        and l is the sum over vertices of (a_k . a_l) I - a_l a_k^T; all bones of a group turn alike.

        Parameters
        ----------
        state : about which they are linear.
        pulled : of the targets, as :meth:`BoneMoments.torques` needs it.
        turned : (N, 3G) by how much groups have turned since the frame before; None: there was none.

        Returns
        -------
        system : (N, 3G + 3, 3G + 3), the lower triangle alone.
        right : (N, 3G + 3).
        """
        moments, frames, size = self._moments, len(state.rotations), 3 * len(self._first) + 3
        above = self._above(state)
        products = moments.arm_products(state.rest, state.transforms)
        blocks = np.empty_like(products)
        np.negative(products.transpose(0, 1, 3, 2), out=blocks)
        blocks.reshape(frames, -1, 9)[..., ::4] += np.einsum("nrii->nr", products)[..., None]
        down = np.ascontiguousarray(above.transpose(0, 1, 3, 2))
        blocks = down.take(moments.first, axis=1) @ blocks @ above.take(moments.second, axis=1)
        blocks = added_up(self._in_block, blocks) * _VERTEX_NOISE**-2 + self._prior_blocks
        if turned is not None:
            blocks += self._change_blocks
        system = np.zeros((frames, size, size), np.float32)
        system.reshape(frames, -1)[:, self._place] = blocks.reshape(frames, -1)
        torques, force = moments.torques(state.rest, state.transforms, state.translation, pulled)
        arms = moments.arm_sums(state.rest, state.transforms)
        rows = self._to_groups(np.concatenate([cross_matrices(arms), torques[..., None]], axis=-1), above)
        rows *= _VERTEX_NOISE**-2
        system[:, -3:, :-3] = rows[..., :3].transpose(0, 2, 1)
        system[:, -3:, -3:] = len(self._weights) * _VERTEX_NOISE**-2 * np.eye(3)
        right = np.empty(system.shape[:2], np.float32)
        right[:, -3:] = force * _VERTEX_NOISE**-2
        now = _rotation_vectors(state.rotations[:, self._first]).reshape(frames, -1)
        right[:, :-3] = rows[..., 3] - now @ self._prior
        if turned is not None:
            right[:, 3:-3] -= turned[:, 3:] * _CHANGE_PER_FRAME**-2
        return system, right

    def _above(self, state: State) -> np.ndarray:
        """Return the (N, B, 3, 3) rotations G of what carries each bone: by d of its own it turns by G d."""
        # What carries the root is the last one, which stands still.
        return np.ascontiguousarray(state.transforms[:, self._parents, :3, :3])

    def _to_groups(self, rows: np.ndarray, above: np.ndarray) -> np.ndarray:
        """Take rows (N, B, 3, M) of turns of bones in camera axes to (N, 3G, M) of the groups' own turns."""
        local = (above.transpose(0, 1, 3, 2) @ rows).reshape(len(rows), len(self._parents), -1)
        return (self._in_group @ local).reshape(len(rows), 3 * len(self._first), -1)

    def _changed(self, state: State, change: np.ndarray) -> State:
        vectors = _limited(change[:, :-3]).reshape(len(change), -1, 3)
        rotated = rotation_matrices(vectors) @ state.rotations[:, self._first]
        # Rounding adds up over an hour of frames; this brings it back (Newton's iteration for polar factors).
        rotated = 1.5 * rotated - 0.5 * rotated @ (rotated.transpose(0, 1, 3, 2) @ rotated)
        return self._posed(
            state.betas, state.rest, rotated[:, self._group_of], state.translation + change[:, -3:]
        )

    def _shape_columns(self, bone_rotations: np.ndarray) -> np.ndarray:
        """Return (N, C, 3, S): how the vertices move with the shape in the present pose."""
        heads = np.empty((*bone_rotations.shape[:2], 3, self.shapes), np.float32)
        heads[:, 0] = self._head_dirs[0]
        for bone in range(1, len(self._parents)):
            above = self._parents[bone]
            heads[:, bone] = heads[:, above] + bone_rotations[:, above] @ (
                self._head_dirs[bone] - self._head_dirs[above]
            )
        shift = heads - bone_rotations @ self._head_dirs
        frames, count = len(bone_rotations), len(self._weights)
        blended = (self._weights @ bone_rotations.reshape(frames, -1, 9)).reshape(frames, count, 3, 3)
        shifted = (self._weights @ shift.reshape(frames, len(self._parents), -1)).reshape(
            frames, count, 3, -1
        )
        return blended @ self._shape_dirs + shifted


def _limited(turns: np.ndarray) -> np.ndarray:
    return np.clip(turns, -_LARGEST_ROTATION, _LARGEST_ROTATION)


def _solved(systems: np.ndarray, rights: np.ndarray) -> np.ndarray:
    """Return the (N, U, M) solutions of positive definite systems of which the lower triangle is known.

    Where numbers overflow or rounding leaves none, nothing is to be changed: zeros.
    """
    solutions = np.zeros_like(rights)
    for i, (system, right) in enumerate(zip(systems, rights, strict=True)):
        _, solution, failed = _posv(system.T, right, overwrite_a=True)
        if not failed and np.isfinite(solution).all():
            solutions[i] = solution
    return solutions


def _groups(bones: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the bones that turn, the root first; those that turn alike together."""
    if not set(_TRUNK) <= set(bones):
        return [(bone,) for bone in bones]
    return [
        *_MIDDLE,
        *(tuple(f"{bone}.{side}" for bone in bones) for side in "LR" for bones in _SIDES),
        *(part for finger in FINGERS for part in (finger[:1], finger[1:])),
    ]


def _prior(names: list[tuple[str, ...]], heads: np.ndarray, index_of: dict[str, int]) -> np.ndarray:
    """Return the (3G, 3G) precision of the groups' rotation vectors."""
    group_of = {group[0]: g for g, group in enumerate(names)}
    precision = np.zeros((len(names), 3, len(names), 3), np.float32)
    for g, (name, *_) in enumerate(names):
        kind = name.casefold().removeprefix("l_").removeprefix("r_")
        spread = next((s for start, s in _SPREADS.items() if kind.startswith(start)), _JOINT_SPREAD)
        precision[g, :, g, :] += np.eye(3) * (spread**-2 if g else 0)  # people face any way
        base, _, side = name.partition(".")
        segment = base.removesuffix("02")
        if segment in _SEGMENT_END and segment != base:
            axis = heads[index_of[f"{_SEGMENT_END[segment]}.{side}"]] - heads[index_of[f"{segment}01.{side}"]]
            along = np.outer(axis, axis) / (axis @ axis)
            f = group_of[f"{segment}01.{side}"]
            precision[g, :, g, :] += (np.eye(3) - along) * _BEND_OF_TWISTING_BONE**-2
            for i, j, sign in ((g, g, 1), (f, f, 1), (f, g, -1), (g, f, -1)):
                precision[i, :, j, :] += sign * along * _TWIST_DIFFERENCE**-2
    return precision.reshape(3 * len(names), -1)


def _rotation_vectors(matrices: np.ndarray) -> np.ndarray:
    """Return (..., 3) rotation vectors; rotations by 180 degrees, whose axis is lost, come out short."""
    sine = -0.5 * axial_vectors(matrices)
    length = np.sqrt(np.einsum("...i,...i", sine, sine))
    cosine = 0.5 * (np.einsum("...ii", matrices) - 1)
    return sine * (np.arctan2(length, cosine) / np.maximum(length, 1e-8))[..., None]
