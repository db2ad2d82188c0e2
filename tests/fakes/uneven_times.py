"""Time stamps as cameras give them, with frames left out."""

import numpy as np

FPS = 30


def uneven_times(count, rng):
    """Rising times of about this rate in seconds: some frames are missing, the others a little off."""
    return np.cumsum(rng.choice([1, 1, 1, 2], count)) / FPS + rng.uniform(-0.004, 0.004, count)


def everywhere(times):
    """At each of the times there is a value."""
    return np.ones(len(times), bool)
