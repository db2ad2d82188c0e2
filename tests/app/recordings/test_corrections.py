"""Who is who is put right by a file beside the recording, which everything obeys."""

import json

import numpy as np
import pytest

import main
from app.recordings.corrections import (
    Correction,
    corrections_file,
    read_corrections,
    write_corrections,
)
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.file_names import files_of, rename
from app.recordings.part import Part
from app.recordings.reader import Recording
from models.errors import UserError
from tests.fakes.doll_recordings import record


@pytest.fixture
def path(doll, tmp_path):
    """Persons 1 and 2, who really change places at frame 10; 1 is away from 15 to 19, and then called 3."""

    def people(row):
        if row >= 20:
            return (3, 2)
        return (2,) if row >= 15 else (1, 2)

    return record(tmp_path / "take.h5", doll, people=people)


def places(recording, person_id):
    """The x at which somebody is in each frame; dolls stand a metre apart by their recorded number."""
    frames, rows = recording.rows_of(person_id)
    return dict(
        zip(frames.tolist(), recording.table("translation", rows)[:, 0].round().tolist(), strict=True)
    )


def test_steps_are_taken_in_their_order(path):
    before = path.read_bytes()
    steps = (Correction("merge", (1, 3)), Correction("swap", (1, 2), 10), Correction("split", (2, 9), 22))
    write_corrections(path, steps)
    assert read_corrections(path) == steps
    with Recording(path) as recording:
        assert recording.ids == (1, 2, 9)
        first, second, third = (places(recording, person_id) for person_id in (1, 2, 9))
        assert {first[i] for i in range(10)} == {0}  # as recorded
        assert {first[i] for i in range(10, 24)} == {1}  # the other one's places
        assert {second[i] for i in range(10)} == {1}
        assert sorted(second) == [*range(15), 20, 21]
        assert sorted(third) == [22, 23]
        assert [person.id for person in recording.frame(12).people] == [2, 1]
        assert [person.id for person in recording.frame(23).people] == [9, 1]
    assert path.read_bytes() == before
    with Recording(path, Part(2.0)) as part:
        assert part.ids == (2, 1, 9)
        assert [person.id for person in part.frame(3).people] == [9, 1]


def test_exports_and_facts_obey_it(path, tmp_path, capsys):
    write_corrections(path, (Correction("merge", (1, 3)),))
    (file,) = export(path, "npz", tmp_path / "a.npz", ExportSettings(person=1))
    with np.load(file) as data:
        assert len(data["vertices"]) == 19
    assert main.main(["info", str(path)]) == 0
    assert "3" not in [line.split()[0] for line in capsys.readouterr().out.splitlines() if line.strip()]


def test_without_steps_no_file_is_left(path):
    write_corrections(path, (Correction("swap", (1, 2)),))
    assert corrections_file(path).name == "take.people.json"
    write_corrections(path, ())
    assert not corrections_file(path).exists()
    assert read_corrections(path) == ()


def test_it_is_renamed_and_deleted_with_the_recording(path):
    write_corrections(path, (Correction("swap", (1, 2)),))
    new = rename(path, "walk")
    assert [file.name for file in files_of(new)] == ["walk.h5", "walk.people.json"]
    assert read_corrections(new) == (Correction("swap", (1, 2)),)
    new.with_name("run.people.json").write_text("{}")
    with pytest.raises(UserError, match=r"There is a file run\.people\.json already"):
        rename(new, "run")


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Correction("merge", (1, 2)), "Persons 1 and 2 are both in 15 frames, so they are not one"),
        (Correction("swap", (1, 7)), "Persons 1 and 7 are not both there from frame 0 on"),
        (Correction("swap", (1, 3), 20), "Persons 1 and 3 are not both there from frame 20 on"),
        (Correction("split", (1, 2)), "1 must be there, and 2 nowhere"),
        (Correction("split", (1, 4), 16), "From frame 16 on 1 cannot be 4"),
    ],
)
def test_steps_that_do_not_fit_are_said(path, step, words):
    write_corrections(path, (step,))
    with pytest.raises(UserError, match=rf"take\.people\.json does not fit: .*{words}"):
        Recording(path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format": "fastmetro-live-people/1"}',
        b'{"format": "fastmetro-live-people/2", "steps": []}',
        b'{"format": "fastmetro-live-people/1", "steps": 3}',
        b" " * (1 << 21),
        *(
            json.dumps({"format": "fastmetro-live-people/1", "steps": [step]}).encode()
            for step in (
                3,
                {},
                {"do": "kill", "people": [1, 2]},
                {"do": "swap", "people": [1]},
                {"do": "swap", "people": [1, 1]},
                {"do": "swap", "people": [1, "2"]},
                {"do": "swap", "people": [1, -2]},
                {"do": "swap", "people": [1, 2**40]},
                {"do": "swap", "people": [1, 2], "frame": 0.5},
                {"do": "swap", "people": [1, 2], "frame": True},
                {"do": ["swap"], "people": [1, 2]},
            )
        ),
    ],
)
def test_what_is_no_file_of_corrections_is_said(path, content):
    corrections_file(path).write_bytes(content)
    with pytest.raises(
        UserError, match=r"take\.people\.json, which says who is who, cannot be used .*delete it"
    ):
        Recording(path)
