"""Captures of real videos of which a test changes something."""

import cv2

open_capture = cv2.VideoCapture  # the true one, whatever takes its place meanwhile


class WrappedCapture:
    """A capture that does what OpenCV's does; a subclass changes one method."""

    def __init__(self, *words):
        self.capture = open_capture(*words)

    def __getattr__(self, name):
        return getattr(self.capture, name)
