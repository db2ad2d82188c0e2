"""Folders of photos: a picture of each with its mesh, and folders that are the frames of one video."""

import json
import os

import av
import cv2
import numpy as np
import pytest
from PIL import Image

from app.recordings.reader import Recording
from models.body.template import load_template
from tests.app.cli.doll_clip import SIZE, doll_frame, run
from tests.app.live.sources.media import write_ntsc

pytestmark = pytest.mark.gl


@pytest.fixture
def photos(models, tmp_path):
    """A folder of dolls, whose numbers sort otherwise than their names."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for index, number in enumerate((1, 2, 10)):
        image = doll_frame(load_template(models / "doll.npz"), index)
        cv2.imwrite(str(folder / f"p{number}.png"), image[..., ::-1])
    return folder


def test_each_photo_gets_a_picture_of_its_own_size_and_name(photos, finds_doll, tmp_path, capfd):
    with Image.open(photos / "p1.png") as photo:
        photo.save(photos / "p1.gif")
        photo.save(photos / "P1.JPG")
        photo.crop((0, 0, 150, 128)).save(photos / "p1.jpg")
    before = {path.name: path.read_bytes() for path in photos.iterdir()}
    out = tmp_path / "drawn"
    out.mkdir()
    (out / "p2.png").write_text("of an earlier run")
    assert run("run", photos, "--model", "tiny", "--out", out) == 0
    assert {path.name: path.read_bytes() for path in photos.iterdir()} == before
    expected = ["P1.JPG", "p1 (2).jpg", "p1.gif.png", "p1.png", "p10.png", "p2.png"]
    written = sorted(path.name for path in out.iterdir())
    assert written in (expected, sorted(["p1.jpg", "P1 (2).JPG", *expected[2:]]))
    sizes = sorted(cv2.imread(str(path)).shape[1::-1] for path in out.iterdir())
    assert sizes == [(150, 128), *[SIZE] * 5]
    drawn, photo = (cv2.imread(str(folder / "p2.png")).astype(int) for folder in (out, photos))
    assert np.abs(drawn - photo).max() > 50
    assert f"wrote {out}" in capfd.readouterr().err


def test_a_photo_alone_gets_its_picture_too(photos, finds_doll, tmp_path):
    assert run("run", photos / "p1.png", "--model", "tiny", "--out", tmp_path / "drawn") == 0
    assert [path.name for path in (tmp_path / "drawn").iterdir()] == ["p1.png"]


def test_no_photo_is_ever_written_over(photos, finds_doll, tmp_path, capfd):
    before = {path.name: path.read_bytes() for path in photos.iterdir()}
    assert run("run", photos, "--model", "tiny", "--out", photos) == 1
    assert "is the folder of the photos; name another one for --out." in capfd.readouterr().err
    linked = tmp_path / "linked"
    linked.mkdir()
    os.link(photos / "p10.png", linked / "p2.png")
    assert run("run", photos, "--model", "tiny", "--out", linked) == 1
    assert "p2.png is a photo of the source; name another folder" in capfd.readouterr().err
    assert {path.name: path.read_bytes() for path in photos.iterdir()} == before


def test_what_out_cannot_do_is_a_sentence(clip, photos, tmp_path, capfd):
    assert run("run", clip, "--model", "tiny", "--out", tmp_path / "drawn") == 1
    assert "--out takes a picture of each photo, and doll.avi has none" in capfd.readouterr().err
    assert not (tmp_path / "drawn").exists()
    (tmp_path / "file").touch()
    assert run("run", photos, "--model", "tiny", "--out", tmp_path / "file") == 1
    assert "cannot be made" in capfd.readouterr().err


def test_a_folder_can_be_the_frames_of_one_video(photos, finds_doll, tmp_path):
    (photos / "p3.png").write_text("damaged")
    lines, video, file = (tmp_path / name for name in ("out.jsonl", "out.mp4", "take.h5"))
    outputs = ("--json", lines, "--video", video, "--record", file)
    assert run("run", photos, "--model", "tiny", "--frames-at", "29.97", *outputs) == 0
    _, *frames = [json.loads(line) for line in lines.read_text().splitlines()]
    assert [(frame["frame"], frame["image"]) for frame in frames] == [
        (0, "p1.png"),
        (1, "p2.png"),
        (3, "p10.png"),
    ]
    times = np.array([0, 1, 3]) * 1001 / 30000
    np.testing.assert_allclose([frame["time_s"] for frame in frames], times, atol=1e-6)
    assert len({person["id"] for frame in frames for person in frame["people"]}) == 1  # followed through
    with av.open(str(video)) as container:
        np.testing.assert_allclose(
            [frame.time for frame in container.decode(video=0)], np.arange(4) * 1001 / 30000, atol=1e-4
        )
    with Recording(file) as recording:
        assert recording.info.frame_rate == "30000/1001"
        np.testing.assert_allclose(recording.times_s, times)
        assert [(drop.count, drop.cause) for drop in recording.drops] == [(1, "could not be read")]


def test_frames_at_wants_a_folder_of_images(clip, tmp_path, capfd):
    assert run("run", clip, "--frames-at", "30") == 1
    assert "doll.avi is no folder of images, as --frames-at takes it." in capfd.readouterr().err
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "1.png").write_text("damaged")
    assert run("run", tmp_path / "bad", "--frames-at", "30") == 1
    assert "No picture of the folder bad can be read" in capfd.readouterr().err


def test_a_folder_of_videos_names_batch(tmp_path, capfd):
    write_ntsc(tmp_path / "a.mp4")
    assert run("run", tmp_path) == 1
    told = capfd.readouterr().err
    assert "holds videos and no pictures" in told
    assert f"batch {tmp_path} --out" in told
