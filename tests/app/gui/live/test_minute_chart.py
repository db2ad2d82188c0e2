"""The last minute in the details: stages by the second, and the frame rate."""

import numpy as np
import pytest

from app.gui.live.minute_chart import LEAST_TOP_S, SECONDS, MinuteChart, by_second, round_top
from app.gui.live.paint_timings import STAGES, Painted, stage_colour


def painted(at: float, seconds: float = 0.01) -> Painted:
    return Painted(at, seconds * len(STAGES), (seconds,) * len(STAGES))


def test_each_second_has_its_mean_and_its_count():
    history = [painted(99.2, 0.01), painted(99.9, 0.03), painted(95.5, 0.02)]
    stages, fps = by_second(history, 100.0)
    np.testing.assert_allclose(stages[-1], 0.02)
    np.testing.assert_allclose(stages[-5], 0.02)
    assert fps[-1] == 2
    assert fps[-5] == 1
    assert fps.sum() == 3
    assert np.isnan(stages[0]).all()


def test_what_is_older_than_a_minute_is_left_out():
    assert by_second([painted(39.9), painted(100.5)], 100.0)[1].sum() == 0


def test_the_stages_lie_on_each_other_in_their_colours(dressed, qtbot):
    chart = MinuteChart()
    qtbot.addWidget(chart)
    chart.resize(300, chart.height())
    chart.show_history([painted(99.5, 0.004)], 100.0)
    image = chart.grab().toImage()
    column = [image.pixelColor(image.width() - 2, y).name().upper() for y in range(image.height())]
    seen = [name for name in dict.fromkeys(reversed(column)) if name in map(stage_colour, range(len(STAGES)))]
    assert seen == [stage_colour(i) for i in range(len(STAGES))]


@pytest.mark.parametrize(
    ("highest", "before", "top"), [(0.03, 0.05, 0.05), (0.12, 0.05, 0.2), (0.01, 0.4, 0.05)]
)
def test_the_scale_is_round_and_changes_only_when_it_must(highest, before, top):
    assert round_top(highest, before, LEAST_TOP_S) == pytest.approx(top)
    assert round_top(highest, top, LEAST_TOP_S) == pytest.approx(top)
    assert len(by_second((), 0.0)[1]) == SECONDS
