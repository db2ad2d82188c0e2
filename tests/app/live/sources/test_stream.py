"""Streams from another program, over the network."""

import http.server
import socketserver
import threading
import time

import cv2
import numpy as np
import pytest

from app.live.sources import live_source
from app.live.sources.base import SourceError
from app.live.sources.open import open_source
from tests.app.live.sources.media import BLUE, bgr, plain
from tests.fakes.waiting import wait_until


class Sender:
    """An MJPEG stream over HTTP on this machine, which can be switched off and on."""

    def __init__(self):
        self.port, self.server = 0, None

    def start(self):
        self.streaming = streaming = threading.Event()
        streaming.set()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                self.end_headers()
                jpeg = cv2.imencode(".jpg", bgr(plain(BLUE, (160, 120))))[1].tobytes()
                try:
                    while streaming.is_set():
                        self.wfile.write(b"--frame\r\nContent-Type: image/jpeg\r\n")
                        self.wfile.write(b"Content-Length: %d\r\n\r\n" % len(jpeg) + jpeg + b"\r\n")
                        time.sleep(0.01)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def log_message(self, *args):
                pass

        class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
            daemon_threads = True

        self.server = Server(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def stop(self):
        self.streaming.clear()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def test_a_stream_is_read_lost_and_read_again(monkeypatch):
    monkeypatch.setattr(live_source, "RETRY_S", (0.02,))
    sender = Sender()
    sender.start()
    source = open_source(f"http://127.0.0.1:{sender.port}/v.mjpg", realtime=True)
    frame = source.read()
    assert frame.size == (160, 120)
    assert np.abs(frame.image[60, 80].astype(int) - BLUE).max() < 10
    sender.stop()
    reader = threading.Thread(target=lambda: [None for _ in iter(source.read, None)])
    reader.start()
    wait_until(lambda: source.state == "lost")
    sender.start()
    wait_until(lambda: source.state == "ok")
    source.cancel()
    reader.join(5)
    assert not reader.is_alive()
    source.close()
    sender.stop()


def test_a_dead_stream_is_a_sentence_without_its_password():
    with pytest.raises(SourceError, match=r"The stream http://127\.0\.0\.1:9/x could not be opened"):
        open_source("http://me:secret@127.0.0.1:9/x", realtime=True)


@pytest.mark.parametrize("address", ["me:s3cret@cam/1", "me:s3cret@cam", "cam/v?access_token=s3cret"])
def test_an_address_without_its_scheme_is_a_sentence_without_its_password(address):
    with pytest.raises(SourceError) as caught:
        open_source(address, realtime=True)
    assert "s3cret" not in str(caught.value)
