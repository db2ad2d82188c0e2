"""Images and videos of few pixels, and all the frames of a source."""

from fractions import Fraction

import av
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


def write_ntsc(path, count=6, size=(64, 48)):
    """A clip of exactly 30000/1001 frames a second, each greyer than the one before."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=Fraction(30000, 1001))
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for i in range(count):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(plain((20 * i + 20,) * 3, size))))
        container.mux(stream.encode(None))
    return path


def write_noise(path, stamps=(0, 40, 80, 120, 160), size=(64, 48)):
    """A large clip for its length; ``stamps`` are milliseconds."""
    random = np.random.default_rng(0)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=1000)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.codec_context.qmin = stream.codec_context.qmax = 2
        for stamp in stamps:
            frame = av.VideoFrame.from_ndarray(random.integers(0, 256, (size[1], size[0], 3), np.uint8))
            frame.pts, frame.time_base = stamp, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
