"""Visitors before a booth's camera: people of the bundled clip who come, stand, raise their arms and cross.

``python -m tests.fakes.booth_visitors FOLDER PORT`` serves what :func:`write_scenes` has written as MJPEG
over HTTP, and says the port. Each line of its input names the scene that follows, or that the camera is
``unplugged`` until the next.
"""

import http.server
import itertools
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import av
import cv2
import numpy as np

from app.recordings.video_writer import VideoWriter, write_image
from models.inference.paths import ASSETS

SIZE = (640, 360)
FPS = 15.0
CLIP_FPS = 2.0
STEP = 2  # frames of the clip, which has 30 a second
# Frames of the clip that between them show all of the empty room.
EMPTY_BETWEEN = (0, 30, 375)
STANDING = range(270, 330, 2 * STEP)  # with the arms low
ARMS_UP = range(178, 196, STEP)
ASIDE_PX = 90  # where visitors stand, to the left or right of the clip's own person
PASSING_PX = 190  # how far to both sides somebody walks who crosses behind
PASSING_SIZE = 0.72
TAG_BITS, TAG_PX = 10, 8  # squares at the upper left that number the pictures
DIFFERENCE = 14  # of levels, from the empty room: somebody's

UNPLUGGED = "unplugged"
SCENES = ("nobody", "left", "right", "right_arms_up", "right_and_passing")


class Room:
    """The clip's room, and its person to be put elsewhere in it."""

    def __init__(self) -> None:
        with av.open(str(ASSETS / "sample.mp4")) as clip:
            self._frames = [
                frame.to_ndarray(format="rgb24", width=SIZE[0], height=SIZE[1])
                for frame in clip.decode(video=0)
            ]
        self.empty = np.median([self._frames[i] for i in EMPTY_BETWEEN], axis=0).astype(np.uint8)

    def with_person(self, room: np.ndarray, index: int, right_px: float, size: float = 1.0) -> np.ndarray:
        """Return a picture of a room with the person of a frame, moved, and smaller as from farther away."""
        frame = self._frames[index]
        differs = np.abs(frame.astype(int) - self.empty).max(axis=2) > DIFFERENCE
        part = cv2.morphologyEx(differs.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
        alpha = cv2.GaussianBlur(part.astype(np.float32), (3, 3), 0)
        # About the middle of the picture and the horizon, on which people shrink as they go away.
        middle, horizon = SIZE[0] / 2, 0.45 * SIZE[1]
        move = np.array([[size, 0, middle * (1 - size) + right_px], [0, size, horizon * (1 - size)]])
        alpha = cv2.warpAffine(alpha, move, SIZE)[..., None]
        person = cv2.warpAffine(frame, move, SIZE)
        return (room + alpha * (person.astype(np.float32) - room)).astype(np.uint8)

    def scene(self, name: str) -> Iterator[np.ndarray]:
        """Yield the (360, 640, 3) uint8 RGB pictures of a scene, which may begin again after the last."""
        if name == "nobody":
            yield self.empty
        elif name in ("left", "right"):
            for index in _to_and_fro(STANDING):
                yield self.with_person(self.empty, index, ASIDE_PX if name == "right" else -ASIDE_PX)
        elif name == "right_arms_up":
            for index in _to_and_fro(ARMS_UP):
                yield self.with_person(self.empty, index, ASIDE_PX)
        elif name == "right_and_passing":
            indices = [*_to_and_fro(STANDING)] * 2
            there = np.cos(np.linspace(0, 2 * np.pi, len(indices), endpoint=False))
            for index, place in zip(indices, there, strict=True):
                behind = self.with_person(self.empty, STANDING[0], -PASSING_PX * place, PASSING_SIZE)
                yield self.with_person(behind, index, ASIDE_PX)


def _to_and_fro(indices: range) -> Iterator[int]:
    yield from indices
    yield from reversed(indices)


def write_scenes(folder: Path) -> None:
    """Write the pictures of all scenes, as folders of JPEG files that are sorted by name."""
    room, numbers = Room(), itertools.count()
    for name in SCENES:
        (folder / name).mkdir(parents=True)
        for i, image in enumerate(room.scene(name)):
            tagged = image.copy()
            for bit, one in enumerate(f"{next(numbers):0{TAG_BITS}b}"):
                tagged[:TAG_PX, bit * TAG_PX : (bit + 1) * TAG_PX] = 255 * int(one)
            write_image(folder / name / f"{i:03}.jpg", tagged)


def number_of(image: np.ndarray) -> int:
    """Return the number that a picture is tagged with."""
    squares = image[:TAG_PX, : TAG_BITS * TAG_PX].reshape(TAG_PX, TAG_BITS, TAG_PX, 3)
    return int("".join(str(int(bright)) for bright in squares.mean(axis=(0, 2, 3)) > 127), 2)


def write_clip(path: Path) -> None:
    """Write a clip that a booth may invite by; small and slow, to leave the machine to what is tried."""
    room = Room()
    writer = VideoWriter(path, SIZE, CLIP_FPS)
    for i, image in enumerate(room.scene("left")):
        writer.write(image, i / CLIP_FPS)
    writer.close()


def serve(folder: Path, port: int) -> None:
    """Serve the scene that was named last, until killed; prints the port."""
    scenes = {name: [file.read_bytes() for file in sorted((folder / name).glob("*.jpg"))] for name in SCENES}
    shown = [SCENES[0]]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if shown[0] == UNPLUGGED:
                return
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            count, name = 0, shown[0]
            while shown[0] != UNPLUGGED:
                if name != shown[0]:
                    count, name = 0, shown[0]
                picture = scenes[name][count % len(scenes[name])]
                count += 1
                self.wfile.write(b"--frame\r\nContent-Type: image/jpeg\r\n")
                self.wfile.write(b"Content-Length: %d\r\n\r\n" % len(picture) + picture + b"\r\n")
                time.sleep(1 / FPS)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            pass  # whoever looked has gone

    server = Server(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    for line in sys.stdin:
        shown[0] = line.strip()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
