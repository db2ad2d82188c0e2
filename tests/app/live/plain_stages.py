"""Sources and steps of a pipeline that find nobody, for tests of the threads around them."""

import time

from app.live.sources.base import Source
from app.types import Frame, Result, StageTimes, Tracked
from tests.fakes.waiting import wait_until


class ListSource(Source):
    """Frames of a list, one every ``period_s``; then the end, or None of it with ``endless``."""

    def __init__(self, images, period_s=0.0, endless=False):
        super().__init__()
        self.name, self.images, self.period_s, self.endless = "list", images, period_s, endless
        self.is_live = endless
        self.index, self.closed, self.first_read_at = 0, False, None

    def read(self):
        if not self.endless and self.index >= len(self.images):
            return None
        if self._cancelled.wait(self.period_s):
            return None
        image = self.images[self.index % len(self.images)]
        now = time.perf_counter()
        self.first_read_at = self.first_read_at or now
        frame = Frame(self.index, image, now, now)
        self.index += 1
        return frame

    def close(self):
        super().close()
        self.closed = True


class PlainStep:
    """A step that finds nobody."""

    def __init__(self, options, on_status):
        self.options, self.estimator = options, object()

    def step(self, frame):
        return Tracked(frame, 300.0, (), frozenset(), StageTimes())

    def close(self):
        pass


class PlainPlacing:
    """A step that places nobody."""

    def __init__(self, options, estimator, on_status):
        self.options = options

    def step(self, tracked):
        return Result(tracked.frame, (), tracked.frame.image, tracked.times)

    def close(self):
        pass


class PlainDrawing:
    """A drawing step that changes nothing."""

    no_opengl = ""

    def __init__(self, options, estimator):
        self.options = options

    def step(self, result):
        return result

    def redraw(self, result):
        return result

    def close(self):
        pass


def next_result(pipeline) -> Result:
    results = []
    wait_until(lambda: (r := pipeline.take()) is not None and not results.append(r))
    return results[0]
