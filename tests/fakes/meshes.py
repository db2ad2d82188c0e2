"""What tests of exported meshes compare them by."""

import numpy as np

from models.inference.store import mannequin_of

Y_UP = np.array([1, -1, -1])  # from camera axes, and back


def apart_mm(one, two):
    return 1000 * np.linalg.norm(one - two, axis=-1)


def sampled(meshes, times, at):
    """Linear interpolation of recorded meshes."""
    flat = meshes.reshape(len(meshes), -1)
    i = min(np.searchsorted(times, at, side="right") - 1, len(times) - 2)
    fraction = (at - times[i]) / (times[i + 1] - times[i])
    return ((1 - fraction) * flat[i] + fraction * flat[i + 1]).reshape(-1, 3)


def dressed(meshes, faces):
    """Meshes of the open body as they are shown."""
    return mannequin_of(faces).shape(meshes)


def faces_in_obj(file):
    lines = file.read_text().splitlines()
    return np.array([line.split()[1:] for line in lines if line.startswith("f ")], int) - 1
