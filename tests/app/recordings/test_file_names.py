"""Names of recordings: which are refused, and that a video goes along."""

import pytest

from app.recordings.file_names import rename
from models.errors import UserError
from tests.fakes.doll_recordings import record


@pytest.mark.parametrize(
    ("name", "reason"),
    [("b", "already"), ("x/y", "cannot hold /"), ("", "at least"), ("a" * 200, "too long")],
)
def test_names_that_cannot_be_are_refused_in_a_sentence(doll, tmp_path, name, reason):
    record(tmp_path / "b.h5", doll)
    path = record(tmp_path / "a.h5", doll)
    with pytest.raises(UserError, match=reason):
        rename(path, name)
    assert path.is_file()


def test_spaces_around_a_name_do_not_count(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    assert rename(path, " a ") == path
