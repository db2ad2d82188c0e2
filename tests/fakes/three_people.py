"""Three people in three rooms beside each other: the bundled clip at three of its moments, as file or stream.

``python -m tests.fakes.three_people FOLDER`` serves the pictures of a folder as MJPEG over HTTP, and says the
port; ended by whoever started it, it is a camera that was unplugged.
"""

import contextlib
import http.server
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from app.recordings.video_writer import VideoWriter, write_image
from models.inference.paths import ASSETS

SIZE = (640, 360)  # of each room
FPS = 15.0


def three_people(count: int) -> Iterator[np.ndarray]:
    """Yield (360, 1920, 3) uint8 RGB pictures."""
    with av.open(str(ASSETS / "sample.mp4")) as clip:
        rooms = [
            frame.to_ndarray(format="rgb24", width=SIZE[0], height=SIZE[1])
            for i, frame in enumerate(clip.decode(video=0))
            if i % 2 == 0
        ]
    for i in range(count):
        yield np.hstack([rooms[(i + third * len(rooms) // 3) % len(rooms)] for third in range(3)])


def write_clip(path: Path, count: int) -> None:
    """Write so many pictures into a video file."""
    writer = VideoWriter(path, (3 * SIZE[0], SIZE[1]), FPS)
    for i, image in enumerate(three_people(count)):
        writer.write(image, i / FPS)
    writer.close()


def write_pictures(folder: Path, count: int) -> None:
    """Write so many pictures as JPEG files that are sorted by name."""
    for i, image in enumerate(three_people(count)):
        write_image(folder / f"{i:03}.jpg", image)


def serve(pictures: list[bytes], port: int) -> None:
    """Serve JPEG pictures over and over until killed; prints the port."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                while True:
                    for picture in pictures:
                        self.wfile.write(b"--frame\r\nContent-Type: image/jpeg\r\n")
                        self.wfile.write(b"Content-Length: %d\r\n\r\n" % len(picture) + picture + b"\r\n")
                        time.sleep(1 / FPS)

        def log_message(self, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    serve([file.read_bytes() for file in sorted(Path(sys.argv[1]).glob("*.jpg"))], int(sys.argv[2]))
