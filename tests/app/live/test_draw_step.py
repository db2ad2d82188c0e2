"""The last step of a frame: people drawn as the options say, and the time that it took."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from app.live.draw_step import DrawStep
from app.live.mesh_step import MeshStep
from app.types import Frame
from tests.app.live.doll_frames import doll_at, empty
from tests.fakes.tiny_model import DollDetector

pytestmark = pytest.mark.gl


@pytest.fixture
def step(options, template):
    """A step whose results can be drawn."""
    made = MeshStep(options, detector=DollDetector(template))
    yield made
    made.close()


@pytest.fixture
def drawing(options, step):
    made = DrawStep(options, step.estimator)
    yield made
    made.close()


def test_mirroring_changes_the_picture_alone(options, step, drawing, template):
    image = doll_at(template, 100)
    result = step.step(Frame(0, image, 0.0, 0.0))
    assert result.overlay is image  # it is still to be drawn
    plain = drawing.step(result)
    drawing.options = replace(options, mirror=True)
    mirrored = drawing.step(result)
    assert plain.people is mirrored.people is result.people
    np.testing.assert_allclose(plain.overlay, mirrored.overlay[:, ::-1], atol=2)
    assert np.abs(plain.overlay.astype(int) - image).max() > 20  # something was drawn


def test_a_result_is_drawn_again_as_the_options_now_say(options, step, drawing, template):
    first = drawing.step(step.step(Frame(0, doll_at(template, 160), 0.0, 0.0)))
    drawing.options = replace(options, view="mesh")
    again = drawing.redraw(first)
    assert again.people == first.people
    assert again.times == first.times
    assert not np.array_equal(again.overlay, first.overlay)


def test_people_alone_are_drawn_where_that_is_wanted(step, drawing, template):
    result = step.step(Frame(0, doll_at(template, 160), 0.0, 0.0))
    assert drawing.step(result).cutout is None
    drawing.cutout_wanted = True
    cutout = drawing.step(result).cutout
    assert cutout.shape == (240, 320, 4)
    assert (cutout[..., 3] == 255).any()
    assert (cutout[..., 3] == 0).any()


def test_pictures_of_one_pixel_and_of_changing_size_are_no_trouble(step, drawing):
    for i, size in enumerate([(1, 1), (320, 240), (64, 200), (320, 240)]):
        result = step.step(Frame(i, empty(size), 0.0, i / 30))
        assert drawing.step(result).overlay.shape == (size[1], size[0], 3)


def test_without_drawing_the_picture_stays(options, step, template):
    result = step.step(Frame(0, doll_at(template, 160), 0.0, 0.0))
    drawing = DrawStep(options, step.estimator, draws=False)
    assert drawing.step(result).overlay is result.frame.image
    assert drawing.no_opengl == ""
    drawing.close()


def test_a_renderer_that_is_lent_is_given_back_whole(options, step, template):
    from app.drawing.painter import body_renderer

    result = step.step(Frame(0, doll_at(template, 160), 0.0, 0.0))
    renderer = body_renderer(template, 1)
    for _ in range(2):
        drawing = DrawStep(options, step.estimator, renderer=renderer)
        assert (drawing.step(result).overlay != result.frame.image).any()
        drawing.close()
    renderer.close()


def test_waiting_and_drawing_are_told_with_the_other_times(step, drawing, template, monkeypatch):
    ticks = []
    clock = SimpleNamespace(perf_counter=lambda: ticks.append(None) or float(len(ticks)))  # a second a look
    monkeypatch.setattr("app.live.stopwatch.time", clock)
    result = step.step(Frame(0, doll_at(template, 160), 0.0, 0.0))
    ticks.extend([None] * 7)  # seconds in which nobody draws it
    drawn = drawing.step(result)
    assert drawn.times.wait == result.times.wait + 8
    assert drawn.times.draw == 1
    assert drawn.times.mesh == result.times.mesh
    assert drawn.times.total == len(ticks)
