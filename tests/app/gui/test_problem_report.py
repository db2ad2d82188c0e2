"""A report of a problem holds what helps, and nothing that is private."""

import datetime

import pytest

from app.gui.problem_report import report_text, write_report
from app.gui.settings import Settings
from app.live.sources.base import SourceError
from app.options import Options

NOW = datetime.datetime(2026, 5, 4, 12, 30)


def test_it_says_versions_settings_the_error_and_the_log():
    settings = Settings(options=Options(people=3, view="orbit"), panel_open=True)
    text = report_text(settings, ["12:00 app.live WARNING: the camera was lost"], SourceError("It is away."))
    for part in (
        "numpy: ",
        "python: ",
        '"people": 3',
        '"view": "orbit"',
        "It is away.",
        "the camera was lost",
    ):
        assert part in text


@pytest.mark.parametrize("private", ["s3cret", "anna", "porch", "Videos", "10.1.2.3"])
def test_nothing_private_is_in_it(private):
    settings = Settings(
        options=Options(
            source="rtsp://anna:s3cret@porch/1",
            take_name="anna walks",
            vmc="10.1.2.3",
            model="/home/anna/m.onnx",
        ),
        last_file="/home/anna/Videos/porch.mp4",
        last_stream="rtsp://anna:s3cret@porch/1",
        recent=("rtsp://anna:s3cret@porch/1", "/home/anna/Videos/porch.mp4"),
        recordings_folder="/home/anna/Videos",
    )
    log = [
        "cannot open /home/anna/Videos/clip.mp4",
        "reading http://cam/v?token=s3cret and rtsp://u:s3cret@cam/1",
    ]
    assert private not in report_text(settings, log, OSError("/home/anna/Videos/clip.mp4 is away"))


def test_two_of_one_second_are_two_files(tmp_path):
    folder = tmp_path / "out" / "deep"
    first = write_report(folder, Settings(), [], None, NOW)
    second = write_report(folder, Settings(), [], None, NOW)
    assert first.name == "FastMETRO Live report 2026-05-04 12-30-00.txt"
    assert sorted(folder.iterdir()) == sorted([first, second])
