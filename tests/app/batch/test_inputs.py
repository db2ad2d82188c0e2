"""find_inputs: what is an input, and what its results are called."""

import os
from pathlib import Path

import pytest
from PIL import Image

from app.batch.inputs import find_inputs
from models.errors import UserError


@pytest.fixture
def folder(tmp_path):
    """A folder of photos, videos and other files."""
    for name in (
        "clip10.mp4",
        "clip9.mp4",
        "a.JPG",
        "a.mp4",
        "sub/a.mp4",
        "notes.txt",
        ".hidden.mp4",
        ".git/b.mp4",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "in"


def names(named, out):
    return [one.name for one in find_inputs(named, out)]


def test_a_folder_is_walked_in_natural_order(folder, tmp_path, caplog):
    found = find_inputs([folder], tmp_path / "out")
    assert [one.name for one in found] == ["a.JPG", "a.mp4", "clip9.mp4", "clip10.mp4", "sub/a.mp4"]
    assert found[-1].file == folder / "sub" / "a.mp4"
    assert len({one.key for one in found}) == 5
    assert "Left out 1 file" in caplog.text
    assert "notes.txt" in caplog.text


def test_a_photo_without_an_ending_is_one(folder, tmp_path):
    Image.new("RGB", (8, 8)).save(folder / "photo", "PNG")
    assert "photo" in names([folder], tmp_path / "out")


def test_of_several_folders_each_keeps_its_name(folder, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.mp4").touch()
    found = names([folder / "sub", tmp_path / "other"], tmp_path / "out")
    assert found == ["other/a.mp4", "sub/a.mp4"]


def test_a_named_file_is_taken_whatever_its_ending(folder, tmp_path):
    assert names([folder / "notes.txt"], tmp_path / "out") == ["notes.txt"]


def test_an_input_named_twice_is_one(folder, tmp_path):
    assert names([folder / "a.mp4", folder / "a.mp4"], tmp_path / "out") == ["a.mp4"]


def test_links_that_lead_in_circles_end(folder, tmp_path):
    (folder / "sub" / "again").symlink_to(folder)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "c.mp4").touch()
    (folder / "linked").symlink_to(tmp_path / "elsewhere")
    found = names([folder], tmp_path / "out")
    assert "linked/c.mp4" in found
    assert len(found) == 6


def test_a_folder_that_cannot_be_read_is_left_out_and_named(folder, tmp_path, caplog, monkeypatch):
    real = os.scandir

    def scandir(path):
        if Path(path) == folder / "sub":  # a folder's mode would not keep root out
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert "sub/a.mp4" not in names([folder], tmp_path / "out")
    assert f"{folder / 'sub'} (Permission denied)" in caplog.text
    with pytest.raises(PermissionError):
        names([folder / "sub"], tmp_path / "out")


def test_results_below_the_inputs_are_no_inputs(folder):
    out = folder / "results"
    out.mkdir()
    (out / "a.mp4.mp4").touch()
    assert "results/a.mp4.mp4" not in names([folder], out)


def test_the_key_is_the_same_wherever_the_folder_lies(folder, tmp_path):
    keys = [one.key for one in find_inputs([folder], tmp_path / "out")]
    moved = folder.rename(tmp_path / "moved")
    assert [one.key for one in find_inputs([moved], tmp_path / "out")] == keys


def test_a_name_that_is_not_utf8_is_an_input(folder, tmp_path):
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.mp4")).touch()
    assert any(os.fsencode(name) == b"caf\xe9.mp4" for name in names([folder], tmp_path / "out"))


@pytest.mark.parametrize(
    ("named", "out", "said"),
    [
        (["none.mp4"], "out", "There is no file or folder"),
        (["in/.git"], "in/out", None),
        (["empty"], "out", "no photo or video"),
        (["in"], "in", "among the inputs"),
        (["in/a.mp4"], "in", "among the inputs"),
        (["in/sub"], "in", None),
        (["in/sub", "in/a.mp4"], ".", None),
        (["in", "in/a.mp4"], ".", "among the inputs"),
        (["in/a.mp4", "in/sub/a.mp4"], "out", "both be called a.mp4"),
    ],
)
def test_what_is_refused(folder, tmp_path, named, out, said):
    (tmp_path / "empty").mkdir()
    inputs = [tmp_path / name for name in named]
    if said is None:
        assert find_inputs(inputs, tmp_path / out)
        return
    with pytest.raises(UserError, match=said):
        find_inputs(inputs, tmp_path / out)
