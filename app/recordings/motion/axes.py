"""The axes that motion is given in, as (3, 3) matrices from camera axes: x right, y down, z away."""

import numpy as np

Y_UP = np.diag([1, -1, -1]).astype(np.float32)  # x right, y up, z towards the camera
Z_UP = np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0]], np.float32)  # x right, y away, z up
