"""An export that is stopped or would replace other files leaves what was there."""

import pytest

from app.recordings.export.exporter import ExportSettings, export
from models.errors import UserError
from tests.fakes.doll_recordings import record


def test_a_stopped_export_leaves_nothing_and_what_was_there_stays(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll)
    (tmp_path / "out.npz").write_text("before")

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(path, "obj", tmp_path / "meshes", progress=stop)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.h5", "out.npz"]
    assert (tmp_path / "out.npz").read_text() == "before"


def test_an_export_replaces_no_files_of_other_names_unasked(doll, tmp_path):
    path = record(tmp_path / "a.h5", doll, people=lambda row: (1, 2))
    (tmp_path / "out-2.npz").write_text("mine")
    begun = []
    with pytest.raises(UserError, match=r"out-2\.npz exists already"):
        export(
            path,
            "npz",
            tmp_path / "out.npz",
            ExportSettings(replaces=False),
            progress=lambda *done: begun.append(done),
        )
    assert not begun  # refused before the work
    assert (tmp_path / "out-2.npz").read_text() == "mine"
    assert not (tmp_path / "out-1.npz").exists()
    (tmp_path / "new").mkdir()
    files = export(path, "npz", tmp_path / "new" / "out.npz", ExportSettings(replaces=False))
    assert sorted(file.name for file in files) == ["out-1.npz", "out-2.npz"]
