"""Images and videos of few pixels, and all the frames of a source."""

import cv2
import numpy as np

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def plain(colour=RED, size=(64, 48)) -> np.ndarray:
    """(H, W, 3) RGB of one colour."""
    return np.full((size[1], size[0], 3), colour, np.uint8)


def bgr(image: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(image[..., ::-1])


def write_video(path, count=20, fps=20.0, size=(64, 48)):
    """Frames whose grey value counts: 5, 10, 15 ..."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), fps, size)
    for i in range(count):
        writer.write(np.full((size[1], size[0], 3), 5 * (i + 1), np.uint8))
    writer.release()
    return path


def drain(source, limit=1000):
    frames = []
    while (frame := source.read()) is not None and len(frames) < limit:
        frames.append(frame)
    source.close()
    return frames
