"""One set of landmarks from two readings: BlazePose's, and Thunder's joints with their lifted depth.

Thunder reads the joints of COCO more surely, and does not take left for right; BlazePose knows hands, feet
and face, and guesses what lies outside the picture. So Thunder's joints come first, unless it hardly sees
them, and the landmarks that only BlazePose has go along with the joints that they hang on.
"""

from __future__ import annotations

import torch
from torch import Tensor

from models.body.joints import COCO17, MEDIAPIPE33, mirror_indices
from models.network.devices import in_float32
from models.network.lifter import SHARED, Lifter, certainty_of, rotation_to_axis

# MediaPipe's landmarks with left and right exchanged.
MIRRORED = mirror_indices(MEDIAPIPE33)
# What of MediaPipe's landmarks hangs on which joint.
LEADER = {
    **dict.fromkeys(("pinky", "index", "thumb"), "wrist"),
    **dict.fromkeys(("heel", "foot_index"), "ankle"),
}
FACE = tuple(range(5))  # of COCO17
SIDES = (5, 6, 11, 12, 13, 14)  # of COCO17: shoulders, hips and knees, which tell left from right
BONE_METRES = 0.309  # mean of the limb bones and the trunk in BlazePose's world, whoever the person is
DEPTH_SCALE = 3.3  # times the world's depth is BlazePose's depth beside the crop's x and y
SMALLEST = 0.05  # crop units a metre
# Thunder's score from which on its joints lie nearer than BlazePose's, and by what the logarithm of the odds
# grows a unit.
EVEN_TRUST, TRUST_SLOPE = 0.1, 30.0
# Somebody is there if the surest joints are: how many, the mean score of even odds, and by what the logarithm
# of the odds grows a unit.
SUREST, EVEN_MEAN, MEAN_SLOPE = 4, 0.381, 10.4


def _leaders() -> list[list[float]]:
    """Return (33, 17) weights: by which of COCO's joints a landmark of MediaPipe is carried along."""
    rows = []
    for name in MEDIAPIPE33:
        side, _, part = name.partition("_")
        if name in COCO17:
            carried = [COCO17.index(name)]
        elif part in LEADER:
            carried = [COCO17.index(f"{side}_{LEADER[part]}")]
        else:
            carried = list(FACE)
        rows.append([float(i in carried) / len(carried) for i in range(len(COCO17))])
    return rows


LEADERS = _leaders()
IS_SHARED = [name in COCO17 for name in MEDIAPIPE33]


def presence_of(scores: Tensor) -> Tensor:
    """Return (B,) in 0..1: whether somebody is there, by (B, 17) scores of Thunder."""
    return ((scores.topk(SUREST, 1).values.mean(1) - EVEN_MEAN) * MEAN_SLOPE).sigmoid()


def rotation_in_plane(place: Tensor) -> Tensor:
    """Return (B, 2, 2) rotations from a crop's axes to the camera's, of (B, 5) places."""
    c, s = place[:, 3], place[:, 4]
    return torch.stack((torch.stack((c, -s), 1), torch.stack((s, c), 1)), 1)


def rays_through(points: Tensor, place: Tensor, axes: Tensor) -> Tensor:
    """Return (B, P, 2) x / z and y / z of points of a crop, in the axes of another.

    Parameters
    ----------
    points : (B, P, 2) in crop units.
    place : (B, 5) of their crop; see :class:`models.inference.inputs.CropPlace`.
    axes : (B, 5) of the crop whose axes the rays are given in.
    """
    plane = place[:, None, :2] + points * place[:, None, 2:3] / 2
    return plane @ rotation_in_plane(place).transpose(1, 2) @ rotation_in_plane(axes)


def points_of(rays: Tensor, place: Tensor) -> Tensor:
    """Return (B, P, 2) points of a crop in its units, of rays through them in its axes."""
    return (rays - place[:, None, :2]) * (2 / place[:, None, 2:3])


@in_float32
def keypoints_of(joints: Tensor, crop: Tensor, upright_crop: Tensor) -> Tensor:
    """Return Thunder's (B, 17, 2) joints in the units of BlazePose's crop; see :func:`combine`."""
    return points_of(rays_through(joints[..., :2], upright_crop, crop), crop)


@in_float32
def combine(landmarks: Tensor, joints: Tensor, crop: Tensor, upright_crop: Tensor, lifter: Lifter) -> Tensor:
    """Put Thunder's joints, lifted, in the place of BlazePose's.

    Parameters
    ----------
    landmarks : (B, 33, 8) of BlazePose in its crop.
    joints : (B, 17, 3) of Thunder in the upright crop: x, y in its units, score.
    crop, upright_crop : (B, 5) the places of both crops.
    lifter : gives the joints their depth.

    Returns
    -------
    (B, 33, 8) landmarks in BlazePose's crop.
    """
    certainty = certainty_of(joints[..., 2])
    rays = rays_through(joints[..., :2], upright_crop, crop)
    points = points_of(rays, crop)
    up = -rotation_in_plane(crop)[:, 1]  # the photo's, in the axes of the crop
    # What BlazePose sees, it sees straight on.
    world = lifter(rays, certainty, up) @ rotation_to_axis(crop[:, :2]).transpose(1, 2) * BONE_METRES

    landmarks = face_as(landmarks, points, certainty)
    leaders = torch.tensor(LEADERS, device=landmarks.device)
    shared = landmarks[:, list(SHARED)]
    trust = ((joints[..., 2:] - EVEN_TRUST) * TRUST_SLOPE).sigmoid()
    moved = landmarks[..., :2] + leaders @ ((points - shared[..., :2]) * trust)
    carried = landmarks[..., 5:] + leaders @ (world - shared[..., 5:])
    depth = carried[..., 2:] * DEPTH_SCALE * crop_units_per_metre(points, world, certainty)
    # What is Thunder's counts whole: the mesh is to follow it.
    sure = leaders @ trust
    own = torch.where(torch.tensor(IS_SHARED, device=landmarks.device)[:, None], 1.0, landmarks[..., 3:5])
    return torch.cat((moved, depth, own * sure, carried), -1)


def face_as(landmarks: Tensor, points: Tensor, certainty: Tensor) -> Tensor:
    """Exchange BlazePose's left and right, and front and back, where they lie nearer to Thunder's other side.

    Parameters
    ----------
    landmarks : (B, 33, 8).
    points, certainty : (B, 17, 2) in the same crop, and (B, 17).
    """
    weight = certainty[:, SIDES]
    turned = torch.tensor([1.0, 1, -1, 1, 1, 1, 1, -1], device=landmarks.device)
    opposite = landmarks[:, list(MIRRORED)] * turned

    def distance(other: Tensor) -> Tensor:
        places = other[:, [SHARED[i] for i in SIDES], :2]
        return ((places - points[:, SIDES]).norm(dim=-1) * weight).sum(1)

    return torch.where((distance(opposite) < distance(landmarks))[:, None, None], opposite, landmarks)


def crop_units_per_metre(points: Tensor, world: Tensor, certainty: Tensor) -> Tensor:
    """Return (B, 1, 1): by which (B, 17, 3) joints in metres are largest alike to (B, 17, 2) in the crop."""
    weight = certainty[..., None] + 1e-3
    weight = weight / weight.sum(1, keepdim=True)
    flat = world[..., :2] - (world[..., :2] * weight).sum(1, keepdim=True)
    seen = points - (points * weight).sum(1, keepdim=True)
    scale = (flat * seen * weight).sum((1, 2)) / (flat**2 * weight).sum((1, 2)).clamp(min=1e-4)
    return scale.clamp(min=SMALLEST)[:, None, None]
