"""A part of a recording is read as if nothing else had been recorded."""

import numpy as np
import pytest

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.part import Part
from app.recordings.reader import Recording
from app.recordings.schema import Drop, RecordingError
from models.errors import UserError
from tests.fakes.doll_recordings import FRAMES, record

DROPS = (Drop(0.25, 1, "disk too slow"), Drop(1.05, 2, "disk too slow"), Drop(2.2, 3, "disk too slow"))


@pytest.fixture
def path(doll, tmp_path):
    """Ten frames a second, 24 of them; person 7 leaves after frame 9, person 2 comes at frame 5."""
    return record(
        tmp_path / "take.h5",
        doll,
        people=lambda row: (*((7,) if row < 10 else ()), *((2,) if row >= 5 else ())),
        drops=DROPS,
    )


def test_both_ends_are_in_it_and_times_count_from_its_first_frame(path):
    with Recording(path) as whole, Recording(path, Part(1.0, 1.3)) as part:
        assert len(part) == 4
        np.testing.assert_allclose(part.times_s, [0, 0.1, 0.2, 0.3], atol=1e-9)
        assert part.index.tolist() == [10, 11, 12, 13]
        assert part.ids == (2,)
        assert part.everybody == whole.ids == (7, 2)
        assert [(round(drop.time_s, 6), drop.count) for drop in part.drops] == [(0.05, 2)]
        frames, rows = part.rows_of(2)
        assert frames.tolist() == [0, 1, 2, 3]
        np.testing.assert_array_equal(part.table("vertices", rows)[0], whole.frame(10).people[0].vertices)
        np.testing.assert_array_equal(
            part.frame(3).people[0].translation, whole.frame(13).people[0].translation
        )
        assert part.rows_of(7)[1].size == 0


def test_a_part_may_be_open_at_either_end_or_a_single_frame(path):
    for part, rows in ((Part(2.0), 4), (Part(None, 0.2), 3), (Part(0.7, 0.7), 1), (Part(0.0, 99.0), FRAMES)):
        with Recording(path, part) as recording:
            assert len(recording) == rows


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part(2.5), "take.h5 is 2.30 s long; begin before that, not at 2.5 s"),
        (Part(1.5, 1.0), "The end at 1 s is before the beginning at 1.5 s"),
        (Part(1.02, 1.06), "take.h5 has no frame between 1.02 and 1.06 s"),
    ],
)
def test_a_part_that_is_not_there_is_said(path, part, words):
    with pytest.raises(UserError, match=words):
        Recording(path, part)


def test_who_is_not_in_the_part_is_said(doll, path, tmp_path):
    with pytest.raises(UserError, match=r"take.h5 holds no person 7 in this part; it has 2\."):
        export(path, "csv", tmp_path / "a.csv", ExportSettings(person=7, part=Part(1.0)))
    empty = record(tmp_path / "b.h5", doll, people=lambda row: (1,) if row < 5 else ())
    with pytest.raises(RecordingError, match=r"b.h5 has nobody in this part"):
        export(empty, "csv", tmp_path / "a.csv", ExportSettings(part=Part(1.0)))


@pytest.mark.parametrize("kind", ["npz", "csv", "ply", "pc2"])
def test_formats_hold_the_part_alone(path, tmp_path, kind):
    output = tmp_path / ("out" if kind == "ply" else f"out.{kind}")
    written = export(path, kind, output, ExportSettings(person=2, part=Part(1.0, 1.3)))
    if kind == "npz":
        with np.load(written[0]) as data:
            assert data["frame_index"].tolist() == [10, 11, 12, 13]
            assert data["times_s"][0] == 0
    elif kind == "csv":
        lines = written[0].read_text().splitlines()
        assert len(lines) == 5
        assert lines[1].startswith("0.000000,10,2,")
    elif kind == "ply":
        assert sorted(file.name for file in written[0].iterdir()) == [
            f"person2_00000{i}.ply" for i in range(4)
        ]
    else:
        assert int.from_bytes(written[0].read_bytes()[28:32], "little") == 4


@pytest.mark.gl
def test_a_video_holds_the_part_alone_in_the_same_colours(path, tmp_path):
    import av

    def pictures(part):
        settings = ExportSettings(person=2, part=part)
        with av.open(str(export(path, "mp4", tmp_path / "a.mp4", settings)[0])) as container:
            return [frame.to_ndarray(format="rgb24").astype(int) for frame in container.decode(video=0)]

    whole, part = pictures(Part()), pictures(Part(1.0, 1.3))
    assert len(part) == 4
    for one, same in zip(whole[10:14], part, strict=True):
        assert np.abs(one - same).mean() < 2


def test_the_command_takes_seconds_of_the_recording(path, tmp_path, capsys):
    words = ["export", str(path), "--to", "csv", "-o", str(tmp_path / "a.csv"), "--person", "2"]
    assert main.main([*words, "--start", "1", "--end", "1.3"]) == 0
    assert len((tmp_path / "a.csv").read_text().splitlines()) == 5
    assert main.main([*words, "--start", "2", "--end", "1"]) == 1
    assert "The end at 1 s is before the beginning at 2 s" in capsys.readouterr().err
    for wrong in ("-1", "nan", "x", "inf"):
        with pytest.raises(SystemExit, match="2"):
            main.main([*words, "--start", wrong])
        assert "is no moment in seconds from 0 on" in capsys.readouterr().err
