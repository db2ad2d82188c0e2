"""Frame rates mean what the industry means by them."""

from fractions import Fraction

import numpy as np
import pytest

from app.frame_rates import nominal_rate, parse_rate
from app.recordings.playback import usual_rate
from tests.app.cli.doll_clip import run


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("30", Fraction(30)),
        ("12.5", Fraction(25, 2)),
        ("29.97", Fraction(30000, 1001)),
        ("30000/1001", Fraction(30000, 1001)),
        ("23.976", Fraction(24000, 1001)),
        ("23.98", Fraction(24000, 1001)),
        ("59.94", Fraction(60000, 1001)),
        ("119.88", Fraction(120000, 1001)),
        ("29.9", Fraction(299, 10)),
        ("1000", Fraction(1000)),
    ],
)
def test_rates_are_read_as_they_are_meant(text, rate):
    assert parse_rate(text) == rate
    assert nominal_rate(float(rate)) == rate  # nothing is lost on the way through a float


@pytest.mark.parametrize(
    "text",
    ["", "fast", "0", "-30", "1001", "30/0", "30000/1001/2", "nan", "inf", "1e9", "1e999999999", "9" * 99],
)
def test_what_is_no_rate_is_wrong_usage_that_says_what_one_is(text, capfd):
    assert parse_rate(text) is None
    assert run("export", "x.h5", "--to", "bvh", "-o", "x.bvh", f"--fps={text}") == 2
    told = capfd.readouterr().err.splitlines()[-1]
    assert "no frame rate up to 1000, such as 30, 29.97 or 30000/1001" in told
    assert repr(text) in told


def test_a_recordings_rate_is_its_sources_where_frames_came_at_it():
    at_ntsc = np.round(np.arange(30) * 1001 / 30000, 3)  # whole milliseconds, as in Matroska
    assert usual_rate(at_ntsc, "30000/1001") == 30000 / 1001
    assert usual_rate(at_ntsc, "") == 30
    assert usual_rate(at_ntsc, "damaged") == 30
    assert usual_rate(at_ntsc * 3, "30000/1001") == 10  # the machine kept up with every third
