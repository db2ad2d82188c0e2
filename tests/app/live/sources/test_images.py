"""Images and folders of images: read as they are, shown for a while."""

import struct

import cv2
import numpy as np
import pytest
from PIL import Image

from app.live.sources import images
from app.live.sources.base import SourceError
from app.live.sources.images import ImageSource
from app.live.sources.open import open_source
from app.live.tracker import GAP_S
from tests.app.live.sources.media import BLUE, GREEN, RED, bgr, drain, plain
from tests.fakes.hand_clock import HandClock


def test_a_photo_is_delivered_once(tmp_path):
    cv2.imwrite(str(tmp_path / "p.png"), bgr(plain(GREEN)))
    source = open_source(str(tmp_path / "p.png"), realtime=False)
    frames = drain(source)
    assert len(frames) == 1
    assert tuple(frames[0].image[0, 0]) == GREEN
    assert (source.width, source.height, source.is_live) == (64, 48, False)


def test_a_photo_shown_live_comes_again_and_again(tmp_path):
    cv2.imwrite(str(tmp_path / "p.png"), bgr(plain(GREEN)))
    source = ImageSource([tmp_path / "p.png"], "p.png", realtime=True, clock=HandClock())
    frames = [source.read() for _ in range(3)]
    assert [f.index for f in frames] == [0, 1, 2]
    assert frames[2].captured_at - frames[0].captured_at == pytest.approx(0.2, abs=1e-6)
    source.close()


@pytest.mark.parametrize(
    ("name", "array"),
    [
        ("grey.png", np.full((6, 8), 128, np.uint8)),
        ("alpha.png", np.full((6, 8, 4), 128, np.uint8)),
        ("deep.png", np.full((6, 8, 3), 128 * 257, np.uint16)),
        ("deep_grey.tif", np.full((6, 8), 128 * 257, np.uint16)),
        ("dot.png", np.full((1, 1, 3), 128, np.uint8)),
    ],
)
def test_photos_of_every_depth_become_rgb(tmp_path, name, array):
    cv2.imwrite(str(tmp_path / name), array)
    (frame,) = drain(open_source(str(tmp_path / name), realtime=False))
    assert frame.image.shape == (*array.shape[:2], 3)
    assert frame.image.dtype == np.uint8
    assert np.abs(frame.image.astype(int) - 128).max() <= 1


def exif(**entries):
    """EXIF of the focal length as of 35 mm film, and of how the camera was held."""
    record = Image.Exif()
    if "orientation" in entries:
        record[0x0112] = entries["orientation"]
    if "focal_mm" in entries:
        record.get_ifd(0x8769)[0xA405] = entries["focal_mm"]
    return record


@pytest.mark.parametrize("focal_mm", [24, 28, 85])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("ending", ["jpg", "png", "webp"])
def test_the_field_of_view_is_what_the_photo_tells(tmp_path, focal_mm, orientation, ending):
    """A photo of film's shape sees as film did: 36 mm across, or 24 mm if the camera was turned."""
    path = tmp_path / f"p.{ending}"
    Image.new("RGB", (360, 240)).save(path, exif=exif(focal_mm=focal_mm, orientation=orientation))
    (frame,) = drain(open_source(str(path), realtime=False))
    across_mm = {360: 36, 240: 24}[frame.size[0]]
    assert frame.fov_deg == pytest.approx(np.degrees(2 * np.arctan(across_mm / 2 / focal_mm)))


@pytest.mark.parametrize("record", [{}, {"focal_mm": 0}, {"focal_mm": 1}, {"focal_mm": 65535}])
def test_a_photo_that_tells_no_field_of_view_has_none(tmp_path, record):
    Image.new("RGB", (360, 240)).save(tmp_path / "p.jpg", exif=exif(**record))
    (frame,) = drain(open_source(str(tmp_path / "p.jpg"), realtime=False))
    assert frame.fov_deg is None


def test_a_damaged_record_leaves_the_photo_as_it_is(tmp_path):
    path = tmp_path / "p.jpg"
    Image.new("RGB", (360, 240)).save(path, exif=exif(focal_mm=50))
    content = path.read_bytes()
    record = exif(focal_mm=50).tobytes()
    start = content.index(record)
    for place in range(start + len(b"Exif\0\0"), start + len(record)):
        path.write_bytes(content[:place] + b"\xff" + content[place + 1 :])
        (frame,) = drain(open_source(str(path), realtime=False))
        assert sorted(frame.size) == [240, 360]
        assert frame.fov_deg is None or 5 <= frame.fov_deg <= 150


def test_a_photo_is_turned_as_its_camera_says(tmp_path):
    image = plain(RED, size=(40, 20))
    image[:, 20:] = BLUE
    jpeg = cv2.imencode(".jpg", bgr(image))[1].tobytes()
    # EXIF with one entry: orientation 6, the camera was held turned; shown upright the left is on top.
    tiff = b"II*\0" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, 6, 0, 0)
    exif = b"Exif\0\0" + tiff
    turned = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]
    (tmp_path / "p.jpg").write_bytes(turned)
    (frame,) = drain(open_source(str(tmp_path / "p.jpg"), realtime=False))
    assert frame.size == (20, 40)
    assert frame.image[5, 10, 0] > 200
    assert frame.image[35, 10, 2] > 200


@pytest.mark.parametrize("content", [b"this is text, not a picture", b""])
def test_a_text_file_named_jpg_is_a_sentence(tmp_path, content):
    (tmp_path / "p.jpg").write_bytes(content)
    with pytest.raises(SourceError, match=r"^p\.jpg is no picture that can be read; choose a JPEG"):
        open_source(str(tmp_path / "p.jpg"), realtime=False)


def test_a_folder_gives_its_pictures_in_natural_order_as_separate_scenes(tmp_path):
    for number in (10, 9, 1):
        cv2.imwrite(str(tmp_path / f"photo{number}.png"), plain((number, 0, 0)))
    (tmp_path / "notes.txt").write_text("not a picture")
    frames = drain(open_source(str(tmp_path), realtime=False))
    assert [f.image[0, 0].max() for f in frames] == [1, 9, 10]
    assert np.diff([f.time_s for f in frames]).min() > GAP_S


def test_a_folder_leaves_out_what_cannot_be_read(tmp_path, caplog):
    cv2.imwrite(str(tmp_path / "a.png"), plain())
    (tmp_path / "b.jpg").write_bytes(b"text")
    cv2.imwrite(str(tmp_path / "c.png"), plain())
    frames = drain(open_source(str(tmp_path), realtime=False))
    assert [frame.index for frame in frames] == [0, 2]  # their places in the folder
    assert "b.jpg is no picture" in caplog.text


def test_what_is_wrong_with_a_folder_that_goes_round_is_said_once(tmp_path, caplog):
    cv2.imwrite(str(tmp_path / "a.png"), plain())
    (tmp_path / "b.jpg").write_bytes(b"text")
    paths = [tmp_path / "a.png", tmp_path / "b.jpg"]
    source = ImageSource(paths, "folder", realtime=True, loop=True, clock=HandClock())
    assert len(drain(source, limit=100)) == 100  # three rounds
    assert caplog.text.count("b.jpg is no picture") == 1


def test_an_empty_folder_is_a_sentence(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"^The folder empty holds no pictures"):
        open_source(str(tmp_path / "empty"), realtime=False)


def test_photos_shown_live_end_after_one_round_where_that_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(images, "IMAGE_SHOWN_S", 0.02)
    monkeypatch.setattr(images, "IMAGE_FPS", 100.0)
    for name in ("1.png", "2.png"):
        cv2.imwrite(str(tmp_path / name), plain())
    for spec, count in ((tmp_path, 4), (tmp_path / "1.png", 2)):
        source = open_source(str(spec), realtime=True, loop=False)
        assert len(drain(source, limit=20)) == source.frame_count == count


def test_a_folder_shown_live_goes_round(tmp_path, monkeypatch):
    monkeypatch.setattr(images, "IMAGE_SHOWN_S", 0.02)
    monkeypatch.setattr(images, "IMAGE_FPS", 100.0)
    paths = []
    for number in (1, 2):
        paths.append(tmp_path / f"{number}.png")
        cv2.imwrite(str(paths[-1]), plain((0, 0, number)))
    source = ImageSource(paths, "folder", realtime=True, loop=True)
    assert [source.read().image[0, 0].max() for _ in range(6)] == [1, 1, 2, 2, 1, 1]
    source.close()
