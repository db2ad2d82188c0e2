"""A short clip of a red doll, and the command line on it."""

from pathlib import Path

import cv2
import numpy as np

import main as command_line
from tests.fakes.tiny_model import draw_doll

ROOT = Path(__file__).resolve().parents[3]
SIZE = (192, 128)
FRAMES = 12
SCALE = 60.0  # pixels a metre


def hips(index):
    return (70.0 + 3 * index, 70.0)


def doll_frame(template, index):
    image = np.full((SIZE[1], SIZE[0], 3), 60, np.uint8)
    draw_doll(image, template, hips(index), SCALE)
    return image


def run(*words):
    """Run a command in this process; return the exit code, also that of wrong usage."""
    try:
        return command_line.main([str(word) for word in words])
    except SystemExit as leaving:
        return leaving.code


def count_frames(path):
    capture = cv2.VideoCapture(str(path))
    count = 0
    while capture.read()[0]:
        count += 1
    capture.release()
    return count
