"""Gauss-Newton steps towards the shape and the bone rotations of a body that explain given meshes.

Frames are independent but for the shape. Vertices are those of the coarsest level.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from models.body.skinning import FINGERS, Skinner, chain, rotation_matrices
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


@dataclass(slots=True, eq=False)
class _Posed:
    """What a state looks like: (N, C, 3) vertices and what the derivatives need.

    Attributes
    ----------
    bone_rotations, heads : (N, B, 3, 3) and (N, B, 3) of the bones.
    arms : (N, K, 3, C), what each turning bone carries of each vertex, from the bone's head.
    """

    vertices: np.ndarray
    bone_rotations: np.ndarray
    heads: np.ndarray
    arms: np.ndarray


@dataclass(slots=True, eq=False)
class State:
    """Unknowns of N frames: betas (S,), rotations (N, B, 3, 3), translation (N, 3); and their looks."""

    betas: np.ndarray
    rotations: np.ndarray
    translation: np.ndarray
    posed: _Posed


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
        self._members = np.array([bone for group in groups for bone in group])
        self._group_of_member = np.array([g for g, group in enumerate(groups) for _ in group])
        self._trunk = [index_of[name] for name in _TRUNK if name in index_of] or [0]
        # Bones whose turning the derivatives look at: the first of each group, then the second ones. The
        # five toes of a foot turn beside each other, each about its own head.
        chained = [(g, group[1]) for g, group in enumerate(groups) if len(group) == 2]
        self._seconds = np.array([g for g, _ in chained], int)
        self._turning = np.concatenate([self._first, np.array([bone for _, bone in chained], int)])
        carried = np.eye(len(self._kept), dtype=np.float32)
        for bone in range(len(self._kept) - 1, 0, -1):
            carried[self._parents[bone]] += carried[bone]
        self._carried_weight = carried[self._turning] @ self._weights.T
        self._toes = [
            (g, toes, carried[toes] @ self._weights.T) for g, toes in enumerate(groups) if len(toes) == 5
        ]
        self._precision = self._prior(names, skeleton.heads[self._kept], index_of)

    @property
    def turning_bones(self) -> np.ndarray:
        """(K,) indices of the bones that turn, among the skeleton's."""
        return self._kept

    def of_all_bones(self, rotations: np.ndarray) -> np.ndarray:
        """Return (N, B, 3, 3) local rotations of all bones from those that turn."""
        whole = np.tile(np.eye(3, dtype=np.float32), (len(rotations), self._all_bones, 1, 1))
        whole[:, self._kept] = rotations
        return whole

    def _prior(self, names: list[tuple[str, ...]], heads: np.ndarray, index_of: dict[str, int]) -> np.ndarray:
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
                axis = (
                    heads[index_of[f"{_SEGMENT_END[segment]}.{side}"]]
                    - heads[index_of[f"{segment}01.{side}"]]
                )
                along = np.outer(axis, axis) / (axis @ axis)
                f = group_of[f"{segment}01.{side}"]
                precision[g, :, g, :] += (np.eye(3) - along) * _BEND_OF_TWISTING_BONE**-2
                for i, j, sign in ((g, g, 1), (f, f, 1), (f, g, -1), (g, f, -1)):
                    precision[i, :, j, :] += sign * along * _TWIST_DIFFERENCE**-2
        return precision.reshape(3 * len(names), -1)

    def state(self, betas: np.ndarray, rotations: np.ndarray, translation: np.ndarray) -> State:
        """Pose the coarse vertices."""
        rest, rest_heads = self._skinner.rest(betas[None])
        rest_heads = rest_heads[:, self._kept]
        heads = np.broadcast_to(rest_heads, (len(rotations), *rest_heads.shape[1:]))
        bone_rotations, heads = chain(self._parents, heads, rotations)
        heads += translation[:, None]
        shift = heads - (bone_rotations @ rest_heads[..., None])[..., 0]
        # (N, B, 3, C): what each bone adds to each vertex, then what it carries with all that hangs on it.
        parts = (bone_rotations.reshape(len(bone_rotations), -1, 3) @ rest[0].T).reshape(
            *shift.shape, -1
        ) + shift[..., None]
        parts *= self._weights.T[:, None]
        for bone in range(len(self._parents) - 1, 0, -1):
            parts[:, self._parents[bone]] += parts[:, bone]
        vertices = parts[:, 0].transpose(0, 2, 1).copy()
        arms = parts[:, self._turning]
        arms -= self._carried_weight[:, None] * heads[:, self._turning, :, None]
        for g, toes, fractions in self._toes:
            arms[:, g] = (parts[:, toes] - fractions[:, None] * heads[:, toes, :, None]).sum(1)
        return State(betas, rotations, translation, _Posed(vertices, bone_rotations, heads, arms))

    def error(self, state: State, targets: np.ndarray) -> np.ndarray:
        """Return the (N,) mean vertex distance in metres."""
        return np.linalg.norm(targets - state.posed.vertices, axis=-1).mean(-1)

    def found(self, targets: np.ndarray, betas: np.ndarray) -> State:
        """Start afresh: turn every part of the body onto its place by itself (Kabsch 1976)."""
        rest, _ = self._skinner.rest(betas[None])
        bone_rotations = np.empty((len(targets), len(self._parents), 3, 3), np.float32)
        for bone, above in enumerate(self._parents):
            own = np.flatnonzero(self._weights[:, self._trunk if bone == 0 else [bone]].sum(1) > 0.3)
            if bone not in self._first or len(own) < 4:
                bone_rotations[:, bone] = bone_rotations[:, above]
                continue
            source = rest[0, own] - rest[0, own].mean(0)
            target = targets[:, own] - targets[:, own].mean(1, keepdims=True)
            bone_rotations[:, bone] = nearest_rotation(target.transpose(0, 2, 1) @ source)
        rotations = np.empty_like(bone_rotations)
        rotations[:, 0] = bone_rotations[:, 0]
        rotations[:, 1:] = bone_rotations[:, self._parents[1:]].transpose(0, 1, 3, 2) @ bone_rotations[:, 1:]
        rotations[:, self._members] = rotations[:, self._first[self._group_of_member]]
        state = self.state(betas, rotations, np.zeros((len(targets), 3), np.float32))
        return self.state(betas, rotations, (targets - state.posed.vertices).mean(1))

    def followed(
        self, state: State, targets: np.ndarray, steps: int, before: np.ndarray | None = None
    ) -> State:
        """Improve the poses by some Gauss-Newton steps."""
        for _ in range(steps):
            state = self.step(state, targets, before)
        return state

    def step(self, state: State, targets: np.ndarray, before: np.ndarray | None = None) -> State:
        """Improve the poses by one Gauss-Newton step; ``before`` are the rotations of the previous frame."""
        system, right = self._pose_equations(state, targets - state.posed.vertices, before)
        return self._changed(state, state.betas, np.linalg.solve(system, right[..., None])[..., 0])

    def step_with_shape(self, state: State, targets: np.ndarray) -> State:
        """Improve the poses and the shape that all frames share by one Gauss-Newton step."""
        own, right, solved = self._shape_equations(state, targets)
        change = self.likely_shape(own, right + own @ state.betas) - state.betas
        return self._changed(state, state.betas + change, solved[..., -1] - solved[..., :-1] @ change)

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
        posed = state.posed
        difference = targets - posed.vertices
        system, right = self._pose_equations(state, difference, None)
        columns = self._shape_columns(posed.bone_rotations)
        frames, count = difference.shape[:2]
        by_arm = posed.arms.reshape(frames, -1, count) @ columns.reshape(frames, count, -1)
        mixed = np.empty((*right.shape, self.shapes), np.float32)
        mixed[:, :-3] = self._to_groups(
            _axial(by_arm.reshape(frames, -1, 3, 3, self.shapes)), posed.bone_rotations
        )
        mixed[:, -3:] = columns.sum(1)
        mixed *= _VERTEX_NOISE**-2
        stacked = columns.reshape(-1, self.shapes)
        own = stacked.T @ stacked * _VERTEX_NOISE**-2
        own_right = stacked.T @ difference.reshape(-1) * _VERTEX_NOISE**-2
        solved = np.linalg.solve(system, np.concatenate([mixed, right[..., None]], -1))
        left = mixed.transpose(0, 2, 1)
        own = own - (left @ solved[..., :-1]).sum(0)
        own_right = own_right - (left @ solved[..., -1:]).sum(0)[:, 0]
        return own, own_right, solved

    def _pose_equations(
        self, state: State, difference: np.ndarray, before: np.ndarray | None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the normal equations (N, 3G + 3, 3G + 3) and (N, 3G + 3) of group rotations and translation.

        Turned by w about its head, a bone moves a vertex by w x a, with a its arm. All sums over vertices
        that the equations need follow from one product of the arms: the block of bones k and l is the sum of
        (a_k . a_l) I - a_l a_k^T.
        """
        posed = state.posed
        frames, bones = posed.arms.shape[:2]
        flat = posed.arms.reshape(frames, 3 * bones, -1)
        product = (flat @ flat.transpose(0, 2, 1)).reshape(frames, bones, 3, bones, 3)
        normal = -product.transpose(0, 1, 4, 3, 2)
        trace = product[:, :, 0, :, 0] + product[:, :, 1, :, 1] + product[:, :, 2, :, 2]
        for axis in range(3):
            normal[:, :, axis, :, axis] += trace
        half = self._to_groups(normal.reshape(frames, bones, 3, 3 * bones), posed.bone_rotations)
        half = half.transpose(0, 2, 1).reshape(frames, bones, 3, -1)
        size = 3 * len(self._first) + 3
        system = np.empty((frames, size, size), np.float32)
        right = np.empty((frames, size), np.float32)
        system[:, :-3, :-3] = self._to_groups(half, posed.bone_rotations)
        coupling = self._to_groups(
            _cross_matrix(flat.sum(-1).reshape(frames, bones, 3)), posed.bone_rotations
        )
        system[:, :-3, -3:], system[:, -3:, :-3] = coupling, coupling.transpose(0, 2, 1)
        system[:, -3:, -3:] = difference.shape[1] * np.eye(3)
        by_arm = (flat @ difference).reshape(frames, bones, 3, 3, 1)
        right[:, :-3] = self._to_groups(_axial(by_arm), posed.bone_rotations)[..., 0]
        right[:, -3:] = difference.sum(1)
        system *= _VERTEX_NOISE**-2
        right *= _VERTEX_NOISE**-2
        now = state.rotations[:, self._first]
        system[:, :-3, :-3] += self._precision
        right[:, :-3] -= _rotation_vectors(now).reshape(frames, -1) @ self._precision
        if before is not None:
            changed = _rotation_vectors(now @ before[:, self._first].transpose(0, 1, 3, 2))
            joints = np.arange(3, size - 3)
            system[:, joints, joints] += _CHANGE_PER_FRAME**-2
            right[:, 3:-3] -= changed.reshape(frames, -1)[:, 3:] * _CHANGE_PER_FRAME**-2
        return system, right

    def _to_groups(self, rows: np.ndarray, bone_rotations: np.ndarray) -> np.ndarray:
        """Take rows (N, K, 3, M) of bones rotating in camera axes to (N, 3G, M) of the groups' own rotations.

        A local turn d is w = G[parent] d in camera axes, and both bones of a group turn alike.
        """
        above = bone_rotations[:, self._parents[self._turning]]
        above[:, 0] = np.eye(3)
        local = above.transpose(0, 1, 3, 2) @ rows
        groups = len(self._first)
        local[:, self._seconds] += local[:, groups:]
        return local[:, :groups].reshape(len(rows), 3 * groups, -1)

    def _changed(self, state: State, betas: np.ndarray, change: np.ndarray) -> State:
        vectors = np.clip(change[:, :-3], -_LARGEST_ROTATION, _LARGEST_ROTATION).reshape(len(change), -1, 3)
        rotated = rotation_matrices(vectors) @ state.rotations[:, self._first]
        rotations = state.rotations.copy()
        rotations[:, self._members] = rotated[:, self._group_of_member]
        return self.state(betas, rotations, state.translation + change[:, -3:])

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


def _groups(bones: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the bones that turn, the root first; those that turn alike together."""
    if not set(_TRUNK) <= set(bones):
        return [(bone,) for bone in bones]
    return [
        *_MIDDLE,
        *(tuple(f"{bone}.{side}" for bone in bones) for side in "LR" for bones in _SIDES),
        *(part for finger in FINGERS for part in (finger[:1], finger[1:])),
    ]


def _rotation_vectors(matrices: np.ndarray) -> np.ndarray:
    """Return (..., 3) rotation vectors; rotations by 180 degrees, whose axis is lost, come out short."""
    m = matrices
    sine = 0.5 * np.stack(
        [m[..., 2, 1] - m[..., 1, 2], m[..., 0, 2] - m[..., 2, 0], m[..., 1, 0] - m[..., 0, 1]], -1
    )
    length = np.linalg.norm(sine, axis=-1)
    cosine = 0.5 * (m[..., 0, 0] + m[..., 1, 1] + m[..., 2, 2] - 1)
    return sine * (np.arctan2(length, cosine) / np.maximum(length, 1e-8))[..., None]


def _axial(products: np.ndarray) -> np.ndarray:
    """Return sums of a x b (N, K, 3, M) from the sums of outer products a b^T (N, K, 3, 3, M)."""
    p = products
    return np.stack(
        [p[:, :, 1, 2] - p[:, :, 2, 1], p[:, :, 2, 0] - p[:, :, 0, 2], p[:, :, 0, 1] - p[:, :, 1, 0]], 2
    )


def _cross_matrix(vectors: np.ndarray) -> np.ndarray:
    """Return (..., 3, 3) matrices [v]x with [v]x w = v x w."""
    x, y, z = np.moveaxis(vectors, -1, 0)
    zero = np.zeros_like(x)
    return np.stack([zero, -z, y, z, zero, -x, -y, x, zero], -1).reshape(*x.shape, 3, 3)
