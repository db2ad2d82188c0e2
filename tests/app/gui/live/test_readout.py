"""The details show every figure and every stage, also before anything is known."""

from dataclasses import fields, replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from app.gui.live.paint_timings import STAGES, Summary
from app.gui.live.readout import FIGURES, Details
from app.live.meters import PipelineFigures
from app.live.steadiness import Steadiness
from app.types import StageTimes

PAINTED = Summary(
    display_fps=29.64,
    median=0.0412,
    p95=0.0731,
    stages=(0.004,) * len(STAGES),
    mean=0.024,
    steadiness=Steadiness(acceleration=4.26, raw_acceleration=12.71, skating=0.083),
)
PIPELINE = PipelineFigures(camera_fps=30.04, mesh_fps=24.96, replaced=1)


@pytest.fixture
def parent(qtbot):
    """Kept until the end of the test, as what stands on it goes with it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def details(parent):
    return Details(parent)


def texts(details: Details) -> list[str]:
    return [label.text() for label in details.findChildren(QLabel)]


def test_figures_have_their_digits_and_are_unknown_before():
    known = {figure.label: figure.text(PAINTED, PIPELINE) for figure in FIGURES}
    assert known == {
        "Camera": "30.0",
        "Mesh": "25.0",
        "Display": "29.6",
        "Latency": "41",
        "95 % below": "73",
        "Feet slide": "8.3",
        "Shaking": "4.3",
        "Network's": "12.7",
    }
    assert {figure.text(None, None) for figure in FIGURES} == {"–"}
    nobody = replace(PAINTED, steadiness=Steadiness())
    assert [figure.text(nobody, PIPELINE) for figure in FIGURES[-3:]] == ["–"] * 3


def test_a_figure_of_nothing_is_a_number():
    still = PipelineFigures(camera_fps=0.0, mesh_fps=0.0, replaced=0)
    assert FIGURES[0].text(PAINTED, still) == "0.0"


def test_every_stage_of_the_pipeline_has_its_title_and_its_time(details):
    details.show_figures(PAINTED, PIPELINE, (), now=0.0)
    shown = texts(details)
    assert list(STAGES) == [*(stage.name for stage in fields(StageTimes)), "paint"]
    for title in STAGES.values():
        assert title
        assert title in shown
    assert shown.count("4.0 ms") == len(STAGES)
    assert "24.0 ms" in shown
    assert "1 frame replaced by newer ones" in shown


def test_before_the_first_picture_nothing_is_made_up(details):
    details.show_figures(None, None, (), now=0.0)
    assert texts(details).count("– ms") == len(STAGES) + 1


def test_the_total_is_that_of_all_stages():
    times = StageTimes(*(2.0**place for place in range(len(fields(StageTimes)))))
    assert times.total == 2 ** len(fields(StageTimes)) - 1


def test_newer_figures_are_on_the_screen_at_once(dressed, parent, details):
    parent.resize(400, 700)
    details.show_figures(PAINTED, PIPELINE, (), 0.0)
    details.adjustSize()
    parent.show()
    before = parent.grab().toImage()
    details.show_figures(replace(PAINTED, median=0.0978), PIPELINE, (), 0.0)
    assert parent.grab().toImage() != before
    details.show_figures(PAINTED, PIPELINE, (), 0.0)
    assert parent.grab().toImage() == before


def test_what_has_room_is_shown_whatever_the_height_was_before(dressed, parent, details):
    """Each height is asked for after one that has room for all, and after one that has room for little."""
    parent.show()
    details.show_figures(PAINTED, PIPELINE, (), 0.0)
    layout = details.layout()

    def height_in(height: int, before: int) -> int:
        details.fit(before)
        details.fit(height)
        return layout.sizeHint().height()

    all_of_it, least = height_in(2000, before=2000), height_in(0, before=2000)
    for height in range(least, all_of_it, 20):
        assert least <= height_in(height, before=0) == height_in(height, before=2000) <= height
    assert height_in(all_of_it - 1, before=2000) >= all_of_it - details.minute.height() - layout.spacing()
