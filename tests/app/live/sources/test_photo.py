"""A photo's file: told by its content, turned upright in every format, refused where it is none."""

import os
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from app.live.sources.base import SourceError
from app.live.sources.open import kind_of, open_source
from tests.app.live.sources.media import drain

UPRIGHT = np.zeros((24, 36, 3), np.uint8)
UPRIGHT[:8, :12], UPRIGHT[16:, 24:], UPRIGHT[:8, 24:] = (250, 0, 0), (0, 250, 0), (0, 0, 250)
# EXIF 2.3: where the stored picture has what is on top and on the left of the upright one.
STORED = {
    1: UPRIGHT,
    2: UPRIGHT[:, ::-1],
    3: UPRIGHT[::-1, ::-1],
    4: UPRIGHT[::-1],
    5: UPRIGHT.swapaxes(0, 1),
    6: np.rot90(UPRIGHT),
    7: UPRIGHT[::-1, ::-1].swapaxes(0, 1),
    8: np.rot90(UPRIGHT, -1),
}


def read(path):
    (frame,) = drain(open_source(str(path), realtime=False))
    return frame.image


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp", ".tif", ".avif"])
@pytest.mark.parametrize("orientation", STORED)
def test_every_orientation_of_every_format_is_shown_upright(tmp_path, suffix, orientation):
    record = Image.Exif()
    record[0x0112] = orientation
    stored = Image.fromarray(np.ascontiguousarray(STORED[orientation]))
    stored.save(tmp_path / f"p{suffix}", exif=record)
    image = read(tmp_path / f"p{suffix}")
    assert image.shape == UPRIGHT.shape
    assert np.abs(image.astype(int) - UPRIGHT).mean() < 12


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF", "PPM", "BMP", "JPEG2000"])
@pytest.mark.parametrize("name", ["photo", "photo.jpg", "photo.txt", "photo.jfif"])
def test_a_photo_is_told_by_its_content(tmp_path, kind, name):
    path = tmp_path / name
    Image.fromarray(UPRIGHT).save(path, kind)
    assert kind_of(str(path)) == "image"
    assert np.abs(read(path).astype(int) - UPRIGHT).mean() < 12


def test_a_moving_gif_is_a_video_and_in_a_folder_its_first_picture(tmp_path):
    first, second = Image.fromarray(UPRIGHT), Image.fromarray(UPRIGHT[::-1])
    first.save(tmp_path / "p.gif", save_all=True, append_images=[second])
    assert kind_of(str(tmp_path / "p.gif")) == "video"
    assert np.abs(read(tmp_path).astype(int) - UPRIGHT).mean() < 12


@pytest.mark.parametrize("name", ["p.heic", "p.jpg", "p"])
def test_a_heic_photo_is_a_sentence(tmp_path, name):
    (tmp_path / name).write_bytes(struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + bytes(100))
    with pytest.raises(SourceError, match=rf"^{name} is a HEIC photo.* save it as JPEG or PNG\.$"):
        open_source(str(tmp_path / name), realtime=False)


@pytest.mark.parametrize("size", [(10001, 10000), (60000, 60000)])
def test_a_photo_that_claims_to_be_huge_is_refused_before_it_is_decoded(tmp_path, size):
    header = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    (tmp_path / "p.png").write_bytes(png)
    with pytest.raises(SourceError, match=r"^p\.png claims to have more than 100 million pixels; make it"):
        open_source(str(tmp_path / "p.png"), realtime=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("name", ["p.jp2", "p.jpg", "p.mp4", "p"])
def test_a_photo_whose_header_claims_more_than_any_memory_is_a_sentence(tmp_path, name):
    start = b"\0\0\0\x0cjP  \r\n\x87\n"
    (tmp_path / name).write_bytes(start + struct.pack(">I4sQ", 1, b"jp2h", 1 << 62) + bytes(100))
    with pytest.raises(SourceError, match=r"^[^\n]+\.$"):
        open_source(str(tmp_path / name), realtime=False)


@pytest.mark.parametrize("name", ["p.jpg", "pipe"])
def test_a_pipe_is_a_sentence(tmp_path, monkeypatch, name):
    os.mkfifo(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for spec in (name, str(tmp_path / name)):
        with pytest.raises(SourceError, match=r" is a pipe or device and no file; name a file, or a camera"):
            open_source(spec, realtime=False)


def test_a_folder_says_in_one_line_what_it_left_out_and_why(tmp_path, caplog):
    Image.fromarray(UPRIGHT).save(tmp_path / "a.png")
    for name in ("1.txt", "2.txt", "3.txt", "4.txt", ".hidden"):
        (tmp_path / name).write_text("not a picture")
    (tmp_path / "p.heic").write_bytes(struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic")
    (tmp_path / "sub").mkdir()
    assert len(drain(open_source(str(tmp_path), realtime=False))) == 1
    assert caplog.messages == [
        f"Left out of the folder {tmp_path.name}: 1.txt, 2.txt, 3.txt and 1 more (no picture); "
        "p.heic (HEIC, save as JPEG first); sub (a folder)."
    ]
