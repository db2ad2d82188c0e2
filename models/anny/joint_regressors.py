"""Joint regressors: few vertices whose weighted mean follows a joint or landmark of a moving body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import nnls

from models.anny.vertex_maps import sparse_rows
from models.body.joints import BODY22, COCO17, FASTMETRO14, MEDIAPIPE33
from models.body.template import BodyTemplate, JointSet

if TYPE_CHECKING:
    from models.anny.moving_bodies import MovingBodies

# The bone whose head is the joint.
BONE_OF_JOINT = {
    "hip": "upperleg01", "knee": "lowerleg01", "ankle": "foot", "shoulder": "upperarm01",
    "elbow": "lowerarm01", "wrist": "wrist", "collar": "clavicle", "pelvis": "root", "spine1": "spine03",
    "spine2": "spine02", "spine3": "spine01", "neck": "neck01", "head": "head",
    "pinky": "finger5-1", "index": "finger2-1", "thumb": "finger1-2", "foot": "toe2-1",
}  # fmt: skip
# Where MediaPipe's pose network (pose_landmarker_full) sees landmarks of the left side, against the hip joint
# and COCO's ankle, heel and big toe: fractions of the torso (root to neck), in rest axes of the bone that
# carries them. Measured by robust least squares on images of 260 random people of this body in everyday
# poses seen from -75 to 75 degrees, both sides averaged. Elsewhere the differences are smaller, or, at ears
# and hands, not to be trusted on bald figures with small hands.
MEDIAPIPE_OFFSETS = {
    "left_hip": ("root", (-0.033, -0.053, -0.062)),
    "left_ankle": ("lowerleg02.L", (-0.007, -0.030, 0.0)),
    "left_heel": ("foot.L", (-0.009, -0.036, 0.002)),
    "left_foot_index": ("foot.L", (0.013, 0.011, 0.050)),
}


def _fit_joint(target: np.ndarray, vertices: np.ndarray, count: int = 16) -> tuple[np.ndarray, np.ndarray]:
    """Find non-negative weights of few vertices that sum to 1 and follow a joint.

    Parameters
    ----------
    target : (N, 3) metres, the joint of moving bodies.
    vertices : (N, V, 3) metres.
    count : non-zeros at most.
    """
    apart = ((vertices - target[:, None]) ** 2).sum(-1).mean(0)
    near = np.argpartition(apart, 600)[:600]
    strongest = near[np.argsort(_non_negative_weights(target, vertices[:, near]))[::-1][:count]]
    weights = _non_negative_weights(target, vertices[:, strongest])
    used = weights > 1e-4
    return strongest[used], weights[used] / weights[used].sum()


def _non_negative_weights(target: np.ndarray, vertices: np.ndarray) -> np.ndarray:
    """Return the (V,) non-negative weights of (N, V, 3) vertices that make (N, 3) targets best."""
    count = vertices.shape[1]
    columns = (vertices - target[:, None]).transpose(0, 2, 1).reshape(-1, count)
    # A heavy equation makes the weights sum to 1; a light one for each keeps them spread.
    system = np.concatenate([columns, np.full((1, count), 100.0), 0.01 * np.eye(count)])
    return nnls(system, np.append(np.zeros(len(columns)), [100.0, *np.zeros(count)]))[0]


def fit_joint_sets(body: BodyTemplate, moving: MovingBodies, mirror: np.ndarray) -> dict[str, JointSet]:
    """Make the joint sets; the right side mirrors the left."""
    assert body.skeleton is not None
    bones, rest = body.skeleton.names, body.v_template
    some = slice(200)
    vertices = moving.vertices[some]

    def left_bone(kind: str) -> np.ndarray:
        base = BONE_OF_JOINT[kind]
        return moving.heads[some, bones.index(f"{base}.L" if f"{base}.L" in bones else base)]

    def both_sides(
        names: tuple[str, ...], targets: dict[str, np.ndarray]
    ) -> list[tuple[np.ndarray, np.ndarray]]:
        """Fit the left and middle joints, mirror the right ones."""
        rows = []
        for name in names:
            left = name.replace("R_", "L_").replace("right", "left")
            used, weight = _fit_joint(targets[left], vertices)
            rows.append((used if left == name else mirror[used], weight))
        return rows

    body22 = both_sides(
        BODY22, {n: left_bone(n.rpartition("_")[2]) for n in BODY22 if not n.startswith("R_")}
    )
    middle = np.flatnonzero(mirror == np.arange(len(mirror)))
    crown = rest[middle[rest[middle, 1].argmin()]]
    top = np.argsort(((rest - crown) ** 2).sum(-1))[:5]
    of_bone = dict(zip(BODY22, body22, strict=True))
    renamed = {"Neck": of_bone["neck"], "Head": (top, np.full(5, 0.2))}
    fastmetro14 = [renamed.get(n) or of_bone[n[:2] + n[2:].lower()] for n in FASTMETRO14]

    landmarks = {name: values[some] for name, values in moving.landmarks.items()}
    coco17 = both_sides(COCO17, landmarks)
    of_bones = {f"left_{kind}": left_bone(kind) for kind in ("hip", "pinky", "index", "thumb")}
    of_bones["left_foot_index"] = landmarks["left_big_toe"]
    targets = landmarks | of_bones
    for name, (bone, offset) in MEDIAPIPE_OFFSETS.items():
        shift = moving.rotations[some, bones.index(bone)] @ np.array(offset)
        targets[name] = targets[name] + shift * moving.torso[some, None]
    mediapipe33 = both_sides(MEDIAPIPE33, targets)
    return {
        "fastmetro14": JointSet(FASTMETRO14, sparse_rows(fastmetro14)),
        "coco17": JointSet(COCO17, sparse_rows(coco17)),
        "mediapipe33": JointSet(MEDIAPIPE33, sparse_rows(mediapipe33)),
        "body22": JointSet(BODY22, sparse_rows(body22)),
    }
