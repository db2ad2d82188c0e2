"""A booth's window on scripted pipelines."""

from dataclasses import replace

import pytest

from app.booth.settings import BoothSettings
from tests.fakes.live_window import SOMEBODY, make_result


class Booth:
    """Brings people before a booth, and moves the clock."""

    def __init__(self, one):
        self.one, self.director, self.index = one, one.window.director, 0
        one.pipeline.state, one.pipeline.status = "running", ""

    def go(self, leader, seconds, step=0.25):
        """Let somebody, or None, stand there for so many seconds; return the state."""
        for _ in range(round(seconds / step)):
            people = () if leader is None else (replace(SOMEBODY[0], id=leader),)
            self.index += 1
            result = make_result(self.index, people, captured_at=self.one.now)
            self.one.pipeline.results = [replace(result, leader=leader)]
            self.one.tick(step)
            self.director.tick()
        return self.director.state

    def wait(self, seconds, step=0.25):
        """Let time pass without a picture."""
        for _ in range(round(seconds / step)):
            self.one.tick(step)
            self.director.tick()
        return self.director.state


@pytest.fixture
def booth(stand):
    def build(settings=BoothSettings(), **chosen) -> Booth:  # noqa: B008
        return Booth(stand(booth=settings, **chosen))

    return build
