"""A camera that gives pictures until it is released, or does what else the test says."""

import threading

import cv2
import numpy as np


class EndlessCamera:
    """A capture of one colour.

    ``hangs`` lets every read wait until the event is set, as a driver that is stuck; ``gives`` False lets
    every read fail.
    """

    def __init__(self, colour=(200, 40, 40), size=(640, 360), *, opened=True, gives=True, hangs=None):
        self.opened, self.gives, self.hangs = opened, gives, hangs
        self.released = threading.Event()
        self.image = np.full((size[1], size[0], 3), colour[::-1], np.uint8)  # BGR, as OpenCV gives them

    def isOpened(self):  # noqa: N802
        return self.opened

    def read(self):
        if self.hangs is not None:
            self.hangs.wait()
        self.released.wait(0.002)
        return self.gives, self.image if self.gives else None

    def grab(self):
        return self.gives

    def get(self, prop):
        return float(cv2.VideoWriter.fourcc(*"MJPG")) if prop == cv2.CAP_PROP_FOURCC else 0.0

    def release(self):
        self.released.set()
