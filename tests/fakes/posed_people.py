"""People of the open body in poses of their own, with the bones that live work finds."""

from dataclasses import replace

import numpy as np

from models.body.pose_follower import BodyPose
from models.body.skinning import Skinner, corpus_rotations
from tests.fakes.recorded_take import make_person


def posed_person(anny, person_id, seed, place=(0.0, 0.0, 3.0)):
    """Somebody whose root is at ``place``, (3,) metres in camera axes."""
    rng = np.random.default_rng(seed)
    rotations = corpus_rotations(anny, rng.normal(0, 0.3, (22, 3)))
    betas = anny.skeleton.population[seed].astype(np.float32)
    posed = Skinner(anny).pose(betas[None], rotations[None])[0][0]
    vertices, root = anny.centred(posed)
    at = np.asarray(place, np.float32)
    pose = BodyPose(betas, rotations, at - root[0], 0.0)
    return replace(make_person(anny, person_id, vertices, at), pose=pose)
