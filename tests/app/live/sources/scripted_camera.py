"""A camera that does what the test says."""

import cv2


class ScriptedCamera:
    """A capture that gives some frames and then fails, as one that is unplugged."""

    def __init__(self, reads: list, opened: bool = True):
        self.reads, self.opened, self.released = list(reads), opened, False

    def isOpened(self):  # noqa: N802
        return self.opened

    def read(self):
        image = self.reads.pop(0) if self.reads else None
        return image is not None, image

    def get(self, prop):
        return {cv2.CAP_PROP_FRAME_WIDTH: 64.0, cv2.CAP_PROP_FRAME_HEIGHT: 48.0}.get(prop, 0.0)

    def release(self):
        self.released = True
