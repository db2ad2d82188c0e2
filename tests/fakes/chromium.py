"""A headless Chromium that is steered through the pipes of its DevTools protocol; no library is needed."""

import base64
import contextlib
import itertools
import json
import os
import shutil
import subprocess

import cv2
import numpy as np

from tests.fakes.waiting import wait_until

PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")


class Chromium:
    """One page of a given size in pixels.

    https://chromedevtools.github.io/devtools-protocol: messages are JSON, each ended by a zero byte.
    """

    def __init__(self, folder, size):
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()

        def give_pipes():  # it reads from 3 and writes to 4
            kept = os.dup(to_browser), os.dup(from_browser)
            os.dup2(kept[0], 3)
            os.dup2(kept[1], 4)

        self._process = subprocess.Popen(
            [
                *(PROGRAM, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe"),
                *(f"--user-data-dir={folder}", f"--window-size={size[0]},{size[1]}", "--no-first-run"),
            ],
            preexec_fn=give_pipes,
            close_fds=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._numbers, self._left = itertools.count(1), b""
        self._session = None
        target = self.call("Target.createTarget", url="about:blank")
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        self.call("Emulation.setDeviceMetricsOverride", **_metrics(size))

    def call(self, method, **parameters):
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self._left:
                piece = os.read(self._in, 1 << 20)
                assert piece, "Chromium ended"
                self._left += piece
            text, _, self._left = self._left.partition(b"\0")
            answer = json.loads(text)
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]

    def open(self, address):
        """Show a page, and wait until it is there."""
        self.call("Page.navigate", url=address)
        there = f"location.href === {json.dumps(address)} && document.readyState === 'complete'"
        wait_until(lambda: self.evaluate(there))

    def evaluate(self, script):
        return self.call("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def see_through(self):
        """Take away the white behind pages, as OBS does."""
        self.call("Emulation.setDefaultBackgroundColorOverride", color={"r": 0, "g": 0, "b": 0, "a": 0})

    def screenshot(self):
        """(H, W, 4) RGBA of what is seen."""
        content = base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])
        image = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_UNCHANGED)
        return cv2.cvtColor(image, cv2.COLOR_BGR2RGBA if image.shape[2] == 3 else cv2.COLOR_BGRA2RGBA)

    def close(self):
        with contextlib.suppress(OSError, AssertionError):
            self.call("Browser.close")
        os.close(self._out)
        os.close(self._in)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _metrics(size):
    return {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False}
