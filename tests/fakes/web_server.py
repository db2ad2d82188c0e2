"""A web server on this machine, which serves a folder's files as Python's own does: whole, from the start."""

import base64
import contextlib
import functools
import http.server
import threading


@contextlib.contextmanager
def serve(folder, *, user="", endless=b""):
    """Yield the server's host and port.

    ``user`` ("name:password") is asked for where given; ``endless`` is sent again and again, without a
    length, under every address that ends in ``live``.
    """
    stopping = threading.Event()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            expected = f"Basic {base64.b64encode(user.encode()).decode()}" if user else None
            if self.headers["Authorization"] != expected:
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="clips"')
                self.send_header("Content-Length", "0")
                self.end_headers()
            elif self.path.endswith("live"):
                self.send_response(200)
                self.end_headers()
                with contextlib.suppress(OSError):
                    while not stopping.wait(0.01):
                        self.wfile.write(endless)
            else:
                super().do_GET()

        def log_message(self, *args):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
