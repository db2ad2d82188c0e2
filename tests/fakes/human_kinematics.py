"""Forward kinematics as an avatar's: a T-pose of its own lengths, and local rotations."""

import numpy as np

from models.body.humanoid import HUMAN_PARENTS, Humanoid
from models.body.skinning import chain


def body_heads(skeleton, betas, rotations):
    """(B, 3) metres of a body of this shape after (B, 3, 3) local rotations, camera axes."""
    rest = skeleton.heads + np.einsum("s,sbk->bk", betas, skeleton.head_dirs)
    return chain(skeleton.parents, rest[None].astype(np.float64), rotations[None].astype(np.float64))[1][0]


def t_pose_heads(skeleton, betas):
    """{human bone: (3,) metres} of a body of this shape, standing in the T-pose, camera axes."""
    humanoid = Humanoid(skeleton)
    heads = body_heads(skeleton, betas, humanoid.t_pose())
    return dict(zip(humanoid.names, heads[humanoid.bones], strict=True))


def posed_heads(skeleton, betas, local_rotations):
    """(H, 3) metres of that body's human bones after (H, 3, 3) local rotations; the hips stay."""
    rest = t_pose_heads(skeleton, betas)
    turns, heads = {}, {}
    for (name, at), local in zip(rest.items(), local_rotations, strict=True):
        parent = HUMAN_PARENTS[name]
        turns[name] = turns[parent] @ local if parent else local
        heads[name] = heads[parent] + turns[parent] @ (at - rest[parent]) if parent else at
    return np.stack(list(heads.values()))
