"""Which source a person means by a name."""

import pytest

from app.live.sources.base import SourceError
from app.live.sources.open import KINDS, kind_of, open_source


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder in which the names are said."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.mp4", "b.JPG", "c", "photos/a.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()


@pytest.mark.parametrize(
    ("spec", "kind"),
    [
        ("", "camera"),
        ("0", "camera"),
        ("Desk camera", "camera"),
        ("USB 2.0 Camera", "camera"),
        ("sample", "sample"),
        (" Sample ", "sample"),
        ("rtsp://x/y", "stream"),
        ("HTTP://x/y.mp4", "stream"),
        ("photos", "folder"),
        (".", "folder"),
        ("b.JPG", "image"),
        ("photos/a.png", "image"),
        ("a.mp4", "video"),
        ("c", "video"),  # a file of any other name is tried as a video
        ("missing.mp4", None),
        ("missing.webm", None),
        ("missing.jpg", None),
        ("photos/b", None),
    ],
)
def test_a_kind_is_told_by_what_a_person_names(spec, kind, folder):
    assert kind_of(spec) == kind


@pytest.mark.parametrize(
    ("kind", "spec", "sentence"),
    [
        ("video", "a.mp4", r"a\.mp4 could not be read as a video"),
        ("image", "b.JPG", r"b\.JPG is no picture"),
        ("folder", "photos", r"a\.png is no picture"),
        ("camera", "nobody", r"'nobody' is no file, folder, URL or camera name"),
        ("stream", "http://127.0.0.1:9/x", r"The stream http://127\.0\.0\.1:9/x could not be opened"),
    ],
)
def test_every_kind_says_what_it_cannot_open(kind, spec, sentence, folder):
    with pytest.raises(SourceError, match=sentence):
        KINDS[kind].open(spec, realtime=False, loop=None)


@pytest.mark.parametrize("spec", ["nowhere/at/all", "missing.mp4", "missing.jpg"])
def test_a_missing_file_is_a_sentence(spec):
    with pytest.raises(SourceError, match=f"^There is no file or folder {spec}"):
        open_source(spec, realtime=False)
