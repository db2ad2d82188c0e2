"""The axes that motion is given in, as (3, 3) matrices from camera axes: x right, y down, z away."""

import numpy as np

Y_UP = np.diag([1, -1, -1]).astype(np.float32)  # x right, y up, z towards the camera
Z_UP = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32)  # x right, y away, z up


def smpl_in_camera_axes(rotations: np.ndarray) -> np.ndarray:
    """Take an SMPL head's local rotations to those of its template.

    Parameters
    ----------
    rotations : (N, B, 3, 3): SMPL rests in the axes of its file, y up; its root turns it into camera axes.

    Returns
    -------
    (N, B, 3, 3) local rotations of a body that rests in camera axes, as templates do.
    """
    return np.concatenate([rotations[:, :1], Y_UP.T @ rotations[:, 1:]], axis=1) @ Y_UP
