"""Keeps the native libraries' chatter off the screen; what matters reaches people as our own sentences."""

from __future__ import annotations

import os

import cv2


def quiet_native_logs() -> None:
    """Ask OpenCV, FFmpeg and MediaPipe for errors only. Called once by the program, before they start work.

    A variable that the user has set stays as it is, so ``OPENCV_FFMPEG_LOGLEVEL=32`` brings the notes back.
    """
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "8")  # AV_LOG_FATAL: a cut file is reported by us
    os.environ.setdefault("GLOG_minloglevel", "2")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    if "OPENCV_LOG_LEVEL" not in os.environ:
        cv2.setLogLevel(2)  # errors
