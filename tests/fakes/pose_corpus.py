"""A tiny file of motion capture, whose clips can be told apart."""

from pathlib import Path

import numpy as np

from models.body.joints import BODY22
from models.synthetic.poses import JOINT


def write_corpus(path: Path, clips: int = 16, frames: int = 5) -> Path:
    """Write poses whose spine1 x rotation tells the clip."""
    clip = np.repeat(np.arange(clips), frames)
    rotvec = np.zeros((len(clip), 22, 3), np.float16)
    rotvec[:, JOINT["spine1"], 0] = clip / 100
    np.savez(path, rotvec=rotvec, clip=clip.astype(np.int16), joints=np.array(BODY22))
    return path
