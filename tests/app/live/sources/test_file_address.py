"""file:// addresses mean files."""

import os

import pytest

from app.live.sources.base import SourceError
from app.live.sources.file_address import path_of
from app.live.sources.open import kind_of, open_source
from tests.app.live.sources.media import drain, write_video


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///home/me/walk.mp4", "/home/me/walk.mp4"),
        ("FILE://localhost/home/me/walk.mp4", "/home/me/walk.mp4"),
        ("file:/home/me/walk.mp4", "/home/me/walk.mp4"),
        ("file:///home/me/a%20100%25%20w%C3%A4lk%23.mp4", "/home/me/a 100% wälk#.mp4"),
        ("file:///home/me/wälk.mp4", "/home/me/wälk.mp4"),
        ("file:///home/%FF.mp4", os.fsdecode(b"/home/\xff.mp4")),
    ],
)
def test_an_address_is_the_path_that_it_means(address, path):
    assert path_of(address, windows=False) == path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("file:///C:/My%20clips/walk.mp4", "C:/My clips/walk.mp4"),
        ("file:///c|/walk.mp4", "c:/walk.mp4"),
        ("file://C:/walk.mp4", "C:/walk.mp4"),
        ("file://server/share/walk.mp4", "//server/share/walk.mp4"),
    ],
)
def test_windows_has_drives_and_servers(address, path):
    assert path_of(address, windows=True) == path


def test_a_file_of_another_machine_is_a_sentence():
    address = "file://nas/clips/walk.mp4"
    assert kind_of(address) is None
    with pytest.raises(
        SourceError, match=r"^The address file://nas/clips/walk\.mp4 names a file of the mach"
    ):
        open_source(address, realtime=False)


def test_files_and_folders_are_opened_by_their_addresses(tmp_path):
    path = write_video(tmp_path / "a walk #1.avi", count=3)
    address = path.as_uri()
    assert kind_of(address) == "video"
    source = open_source(f" {address} ", realtime=False)
    assert (source.name, source.files) == (path.name, (path,))
    assert len(drain(source)) == 3
    assert kind_of(tmp_path.as_uri()) == "folder"
    with pytest.raises(SourceError, match=f"^There is no file or folder {tmp_path}/none.mp4"):
        open_source(f"{tmp_path.as_uri()}/none.mp4", realtime=False)
