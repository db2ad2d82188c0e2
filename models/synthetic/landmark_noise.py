"""BlazePose's errors, as a parametric model of correlated landmarks.

Offsets between its points and the body's, spreads that follow the limbs, depth pulled towards the hips, a
log-normal size of the whole error, swapped limbs, points hidden or outside the image. Spreads, correlations
and offsets were measured on renders with known truth; bone lengths, visibility, lean and the bend of straight
knees are those of its predictions on photos.
"""

from __future__ import annotations

import numpy as np

from models.body.skinning import rotation_matrices
from models.camera.crop import HIPS, SHOULDERS

BONE_METRES = 0.309  # mean of the limb bones and the torso in BlazePose's world, whoever the person is

NOSE, L_WRIST, L_KNEE, L_ANKLE = 0, 15, 25, 27
SWAPPED = np.array([0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9, *(i + 1 if i % 2 else i - 1 for i in range(11, 33))])
ARMS = (np.array([13, 15, 17, 19, 21]), np.array([14, 16, 18, 20, 22]))
LEGS = (np.array([25, 27, 29, 31]), np.array([26, 28, 30, 32]))
BONES = np.array([(11, 13), (13, 15), (12, 14), (14, 16), (23, 25), (25, 27), (24, 26), (26, 28)])

# For the left side and the middle: offset of BlazePose's point in the body's frame (x to the left hip, y down
# the spine, z out of the back), spread in space (both mm), spread in the image (half crop sides), the
# landmark whose error this one follows, and how closely.
ERRORS = {
    "face": (range(0, 7), (0, 25, -8), (44, 56, 75), (0.027, 0.032), 0, 0.93),
    "ear": ((7,), (-2, 36, 8), (37, 47, 69), (0.032, 0.026), 0, 0.8),
    "mouth": ((9,), (0, 25, -8), (44, 56, 75), (0.027, 0.032), 0, 0.93),
    "shoulder": ((11,), (8, 19, 4), (32, 36, 48), (0.030, 0.029), None, 0.0),
    "elbow": ((13,), (-5, -2, -5), (39, 38, 53), (0.045, 0.044), 11, 0.45),
    "wrist": ((15,), (-9, -6, -6), (54, 58, 108), (0.047, 0.052), 13, 0.57),
    "finger": ((17, 19, 21), (-13, 1, 8), (58, 62, 113), (0.052, 0.056), 15, 0.95),
    "hip": ((23,), (0, 0, 0), (36, 29, 48), (0.033, 0.030), None, 0.0),
    "knee": ((25,), (-8, 5, 5), (42, 37, 74), (0.039, 0.040), 23, 0.35),
    "ankle": ((27,), (14, -10, 5), (46, 47, 102), (0.035, 0.042), 25, 0.51),
    "heel": ((29,), (28, -18, -22), (46, 47, 102), (0.037, 0.044), 27, 0.98),
    "toe": ((31,), (12, -5, 42), (58, 54, 110), (0.048, 0.048), 27, 0.94),
}
# BlazePose's bones hardly ever come out longer than this, in its own metres: from, to, shortest, longest.
BONE_RANGES = (
    *((11, 13, 0.0, 0.255), (13, 15, 0.0, 0.25), (23, 25, 0.0, 0.42), (25, 27, 0.0, 0.37)),
    *(
        (27, 29, 0.038, 0.048),
        (27, 31, 0.07, 0.185),
        (15, 17, 0.03, 0.085),
        (15, 19, 0.03, 0.085),
        (15, 21, 0.02, 0.05),
    ),
)
LEAN_DEG = (3, 0, 0), (7, 11, 3)  # mean and spread of the whole body's turn; BlazePose leans people forward
# How the error grows as BlazePose's own visibility falls, relative to its mean.
VISIBILITY, GROWTH = (
    np.array([0.0, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0]),
    np.array([2.8, 2.4, 2.0, 1.6, 1.2, 0.86, 0.8]),
)


class LandmarkNoise:
    """BlazePose's errors, as a parametric model of correlated landmarks."""

    def __init__(self):
        self.offset = np.zeros((33, 3))
        self.spread = np.zeros((33, 3))
        self.spread_2d = np.zeros((33, 2))
        self.leader = np.full(33, -1)
        self.follows = np.zeros(33)
        for points, offset, spread, spread_2d, leader, follows in ERRORS.values():
            for left in points:
                for point, sign in ((left, 1), (int(SWAPPED[left]), -1)):
                    self.offset[point] = np.array(offset) / 1000 * [sign, 1, 1]
                    self.spread[point] = np.array(spread) / 1000
                    self.spread_2d[point] = spread_2d
                    if leader is not None and point != leader:
                        self.leader[point] = leader if sign == 1 or leader == 0 else SWAPPED[leader]
                        self.follows[point] = follows
        self.offset[NOSE, 0] = 0

    def offsets(self, landmarks: np.ndarray) -> np.ndarray:
        """Return (n, 33, 3): from the body's points of (n, 33, 3) to BlazePose's, turned with the trunk."""
        left = landmarks[:, 23] - landmarks[:, 24]
        down = landmarks[:, HIPS].mean(1) - landmarks[:, SHOULDERS].mean(1)
        left, down = (v / np.linalg.norm(v, axis=-1, keepdims=True) for v in (left, down))
        back = np.cross(left, down)
        back /= np.linalg.norm(back, axis=-1, keepdims=True)
        frame = np.stack([np.cross(down, back), down, back], axis=1)
        size = bone_length(landmarks)[:, None, None] / BONE_METRES
        return self.offset @ frame * size

    def spoil(
        self, points: np.ndarray, points_2d: np.ndarray, side_metres: np.ndarray, rng: np.random.Generator
    ) -> np.ndarray:
        """Return (n, 33, 8) landmarks as BlazePose would predict them for true points.

        Parameters
        ----------
        points : (n, 33, 3) metres in crop axes, BlazePose's definitions.
        points_2d : (n, 33, 2) crop coordinates.
        side_metres : (n,) what the crop's side spans at the person's depth.
        rng : source of chance.
        """
        n = len(points)
        visibility, cut = self._visibility(points, points_2d, rng)
        growth = np.interp(visibility, VISIBILITY, GROWTH) * np.where(cut, 1.3, 1)
        luck = rng.normal(size=n)
        # Photos are clearer than the renders that were measured. How deep things lie is as hard to see there.
        in_space = rng.uniform(0.6, 1.15, n) * np.exp(0.42 * luck)
        in_image = rng.uniform(0.3, 0.9, n) * np.exp(0.55 * (0.6 * luck + 0.8 * rng.normal(size=n)))

        unit = self._chained(rng.normal(size=(n, 33, 3)))
        unit_2d = self._chained(0.58 * unit[..., :2] + 0.81 * rng.normal(size=(n, 33, 2)))
        size = BONE_METRES / bone_length(points) * np.exp(rng.normal(0, 0.07, n))
        world = points * size[:, None, None]
        world[..., 2] *= rng.uniform(0.65, 1.0, (n, 1))
        lean = np.radians(LEAN_DEG[0] + rng.normal(size=(n, 3)) * LEAN_DEG[1] * in_space[:, None])
        world = world @ rotation_matrices(lean).transpose(0, 2, 1)
        scale = (in_space[:, None] * growth)[..., None]
        world = world + unit * self.spread * scale
        # Seen from the front, straight knees are predicted a little bent.
        facing = np.clip(-front_depth(points), 0, 1) * rng.uniform(0, 0.06, n)
        world[:, [L_KNEE, L_KNEE + 1], 2] -= facing[:, None]
        noisy_2d = points_2d + unit_2d * self.spread_2d * (in_image[:, None] * growth)[..., None]
        noisy_2d = noisy_2d + rng.normal(size=noisy_2d.shape) * 0.006
        world = world + rng.normal(size=world.shape) * 0.006

        misplace_limbs(world, noisy_2d, rng)
        swap_sides(world, noisy_2d, rng)
        limit_bones(world, size=np.exp(rng.normal(0, 0.05, n)))
        world -= world[:, HIPS].mean(1, keepdims=True)
        # The depth beside the image's x and y is the world's, about 3.3 times exaggerated.
        depth = (
            world[..., 2:]
            * (3.3 * 2 / side_metres / size)[:, None, None]
            * np.exp(rng.normal(0, 0.12, (n, 1, 1)))
        )
        presence = np.where(cut, rng.beta(1, 3, (n, 33)), 1 - rng.beta(1, 300, (n, 33)))
        return np.concatenate([noisy_2d, depth, visibility[..., None], presence[..., None], world], axis=-1)

    def _chained(self, own: np.ndarray) -> np.ndarray:
        """Return (n, 33, k) unit errors that follow their leaders'; in depth, crossed legs err oppositely."""
        own, unit = own.copy(), own.copy()
        if own.shape[-1] == 3:
            for left, fraction in ((L_WRIST, 0.2), (L_KNEE, 0.35), (L_ANKLE, 0.67)):
                own[:, left + 1, 2] = (
                    -fraction * own[:, left, 2] + np.sqrt(1 - fraction**2) * own[:, left + 1, 2]
                )
        for point in np.argsort(self._depth()):
            leader, follows = self.leader[point], self.follows[point]
            if leader >= 0:
                unit[:, point] = follows * unit[:, leader] + np.sqrt(1 - follows**2) * own[:, point]
        return unit

    def _depth(self) -> np.ndarray:
        depth = np.zeros(33, int)
        for point in range(33):
            at = point
            while self.leader[at] >= 0:
                at, depth[point] = self.leader[at], depth[point] + 1
        return depth

    def _visibility(
        self, points: np.ndarray, points_2d: np.ndarray, rng: np.random.Generator
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return (n, 33) visibility in 0..1 and which points lie beyond the photo's edge."""
        n = len(points)
        visibility = 1 - rng.beta(1, 60, (n, 33))
        for limb in (*ARMS, *LEGS):
            behind = np.clip(points[:, limb].mean(1)[:, 2] / 0.15, -1, 1)  # the far limb hides more often
            kind = rng.random(n)
            level = np.where(kind < 0.72 - 0.2 * behind, rng.uniform(0.9, 1, n), rng.uniform(0.4, 0.95, n))
            level = np.where(kind > 0.93 - 0.1 * behind, rng.uniform(0, 0.4, n), level)
            visibility[:, limb] = np.clip(level[:, None] + rng.normal(size=(n, len(limb))) * 0.05, 0.01, 1)
        low = np.full((n, 2), -9.0)
        high = np.full((n, 2), 9.0)
        bottom = rng.random(n) < 0.25  # somebody at a desk, or a portrait
        high[bottom, 1] = rng.uniform(-0.1, 0.8, bottom.sum())
        left, right = rng.random((2, n)) < 0.05
        low[left, 0] = rng.uniform(-0.6, -0.1, left.sum())
        high[right, 0] = rng.uniform(0.1, 0.6, right.sum())
        cut = np.any((points_2d < low[:, None]) | (points_2d > high[:, None]), axis=-1)
        visibility = np.where(cut, visibility * rng.uniform(0, 0.5, (n, 1)), visibility)
        return visibility, cut


def misplace_limbs(world: np.ndarray, landmarks_2d: np.ndarray, rng: np.random.Generator) -> None:
    """Now and then find a whole limb of (n, 33, 3) and (n, 33, 2) landmarks somewhere else, in place."""
    for limb in (*ARMS, *LEGS):
        lost = np.flatnonzero(rng.random(len(world)) < 0.008)
        along = np.linspace(0.5, 1, len(limb))[:, None]
        move = rng.normal(size=(len(lost), 1, 3)) * 0.22
        world[lost[:, None], limb] += move * along
        landmarks_2d[lost[:, None], limb] += (move * along)[..., :2] * 0.9


def swap_sides(world: np.ndarray, landmarks_2d: np.ndarray, rng: np.random.Generator) -> None:
    """Now and then take left for right: arms, legs, all, or all with back for front; in place."""
    whole = np.arange(33)
    for points, mirrored in (
        (whole, True),
        (whole, False),
        (np.concatenate(ARMS), False),
        (np.concatenate(LEGS), False),
    ):
        swapped = np.flatnonzero(rng.random(len(world)) < 0.006)
        for values in (world, landmarks_2d):
            values[swapped[:, None], points] = values[swapped[:, None], SWAPPED[points]]
        if mirrored:
            world[swapped, :, 2] *= -1


def front_depth(points: np.ndarray) -> np.ndarray:
    """Return (n,) z of the unit vector out of the chest of (n, 33, 3) landmarks: -1 faces the camera."""
    left = points[:, 11] - points[:, 12] + points[:, 23] - points[:, 24]
    down = points[:, HIPS].mean(1) - points[:, SHOULDERS].mean(1)
    back = np.cross(left, down)
    return -back[:, 2] / np.maximum(np.linalg.norm(back, axis=-1), 1e-6)


def bone_length(points: np.ndarray) -> np.ndarray:
    """Return (n,) the mean length of eight limb bones and the torso of (n, 33, 3) landmarks."""
    limbs = np.linalg.norm(points[:, BONES[:, 0]] - points[:, BONES[:, 1]], axis=-1)
    torso = np.linalg.norm(points[:, SHOULDERS].mean(1) - points[:, HIPS].mean(1), axis=-1)
    return (limbs.sum(1) + torso) / 9


def limit_bones(points: np.ndarray, size: np.ndarray) -> None:
    """Bring bones of (n, 33, 3) landmarks into BlazePose's lengths, in place; (n,) sizes of the people."""
    for left_from, left_to, shortest, longest in BONE_RANGES:
        for start, end in ((left_from, left_to), (left_from + 1, left_to + 1)):
            bone = points[:, end] - points[:, start]
            length = np.maximum(np.linalg.norm(bone, axis=-1), 1e-6)
            wanted = np.clip(length, shortest * size, longest * size)
            move = bone * (wanted / length - 1)[:, None]
            limb = next(limb for limb in (*ARMS, *LEGS) if end in limb)
            carried = limb if end == limb[0] else limb[1:] if end == limb[1] else np.array([end])
            points[:, carried] += move[:, None]
