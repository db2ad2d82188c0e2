"""Which source a session is kept at: what is asked for, or the sample in a camera's place."""

from types import SimpleNamespace

import pytest

from app.gui.live.source_watch import BOOTH_RETRY_S, SourceWatch
from app.live.sources.base import SourceError
from app.options import Options
from tests.fakes.live_window import make_result, person

NO_CAMERA = SourceError("No camera was found.")


class Session:
    """A session that notes what it is asked for."""

    def __init__(self) -> None:
        self.state, self.error, self.camera_is_there = "running", None, False
        self.opened, self.looks, self.results, self.options = [], 0, [], None

    def open(self, options: Options, gives_up: bool = False) -> None:
        self.opened.append(options.source)
        self.state, self.error = "loading", None

    def set_options(self, options: Options) -> None:
        self.options = options

    def search(self) -> None: ...

    def look_for_camera(self) -> None:
        self.looks += 1

    def take(self):
        return self.results.pop() if self.results else None

    def fail(self, error: Exception) -> None:
        self.state, self.error = "failed", error

    def end(self) -> None:
        self.state = "stopped"


@pytest.fixture
def begin():
    def build(options: Options = Options(), is_booth: bool = False) -> SimpleNamespace:  # noqa: B008
        one = SimpleNamespace(session=Session(), now=100.0, begun=0, failures=[])
        one.watch = SourceWatch(
            one.session,
            options,
            is_booth=is_booth,
            clock=lambda: one.now,
            on_open=lambda: setattr(one, "begun", one.begun + 1),
            on_failure=one.failures.append,
        )
        one.watch.open()
        return one

    return build


def show(one, people=()) -> None:
    """Let a frame come."""
    one.session.state = "running"
    one.session.results.append(make_result(people=people))
    assert one.watch.take() is not None


def test_what_is_asked_for_is_opened_once_and_followed(begin):
    one = begin(Options(source="clip.mp4"))
    assert one.watch.awaits_frame
    assert one.watch.shown_since is None
    one.now += 2
    show(one)
    assert not one.watch.awaits_frame
    assert (one.watch.opened_at, one.watch.shown_since) == (100.0, 102.0)
    one.watch.follow()
    assert one.session.opened == ["clip.mp4"]
    assert one.begun == 1


def test_only_another_source_or_model_is_opened(begin):
    one = begin()
    one.watch.change(Options(mirror=True))
    assert one.session.opened == [""]
    assert one.session.options == Options(mirror=True)
    one.watch.change(Options(mirror=True, model="mine"))
    one.watch.change(Options(source="1", model="mine"))
    assert one.session.opened == ["", "", "1"]
    assert one.begun == 3


def test_how_long_nobody_has_been_in_view_begins_with_the_source(begin):
    one = begin()
    one.now += 3
    show(one)
    assert one.watch.person_seen_at == 100.0
    show(one, [person()])
    assert one.watch.person_seen_at == 103.0


def test_without_any_camera_the_sample_comes_and_stays(begin):
    one = begin()
    one.session.fail(NO_CAMERA)
    one.watch.follow()
    assert one.session.opened == ["", "sample"]
    assert one.watch.shows_sample_instead
    assert not one.failures
    one.watch.change(Options(mirror=True))
    assert one.session.options.source == "sample"
    assert one.watch.options.source == ""
    one.watch.retry()
    assert one.session.opened[-1] == ""
    assert not one.watch.shows_sample_instead


def test_a_chosen_camera_that_is_missing_is_a_failure(begin):
    one = begin(Options(source="Desk camera"))
    one.session.fail(NO_CAMERA)
    for _ in range(3):
        one.watch.follow()
    assert one.failures == [NO_CAMERA]
    assert one.watch.has_failed
    assert one.session.opened == ["Desk camera"]
    one.watch.retry()
    assert not one.watch.has_failed


def test_a_sample_that_fails_is_a_failure(begin):
    one = begin()
    one.session.fail(NO_CAMERA)
    one.watch.follow()
    broken = SourceError("The sample is damaged.")
    one.session.fail(broken)
    one.watch.follow()
    assert one.failures == [broken]


def test_a_booth_tries_again_for_ever_and_logs_once(begin, caplog):
    one = begin(Options(source="0"), is_booth=True)
    for attempt in range(1, 5):
        one.session.fail(RuntimeError("driver"))
        one.watch.follow()
        one.now += 0.9 * BOOTH_RETRY_S
        one.watch.follow()
        assert len(one.session.opened) == attempt
        one.now += 0.2 * BOOTH_RETRY_S
        one.watch.follow()
        assert len(one.session.opened) == attempt + 1
    assert caplog.text.count("RuntimeError: driver") == 1


def test_outside_a_booth_nothing_is_tried_again(begin):
    one = begin(Options(source="clip.mp4"))
    show(one)
    one.session.end()
    one.watch.follow()
    one.session.fail(RuntimeError("driver"))
    one.watch.follow()
    one.now += 1000
    one.watch.follow()
    assert one.session.opened == ["clip.mp4"]


def test_a_booth_begins_again_what_has_ended(begin):
    one = begin(Options(source="clip.mp4"), is_booth=True)
    show(one)
    one.session.end()
    one.watch.follow()
    assert one.session.opened == ["clip.mp4", "clip.mp4"]


def test_a_booth_goes_over_from_the_sample_to_a_camera_that_has_come(begin):
    one = begin(is_booth=True)
    one.session.fail(NO_CAMERA)
    one.watch.follow()
    show(one)
    for looks in (1, 1, 2):
        one.watch.follow()
        assert one.session.looks == looks
        one.now += 0.6 * BOOTH_RETRY_S
    one.session.camera_is_there = True
    one.watch.follow()
    assert one.session.opened == ["", "sample", ""]
