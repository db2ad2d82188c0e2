"""Video files of all kinds, shown as they are meant to be seen."""

import struct
from fractions import Fraction

import av
import numpy as np
import pytest

from app.live.sources.base import SourceError
from app.live.sources.decoder import VideoDecoder
from app.live.sources.open import open_source
from tests.app.live.sources.media import drain, write_video

# a, b, c, d of a display matrix: x' = a x + c y, y' = b x + d y, and the same turn by NumPy.
TURNS = {
    (1, 0, 0, 1): lambda image: image,
    (0, 1, -1, 0): lambda image: np.rot90(image, -1),
    (-1, 0, 0, -1): lambda image: np.rot90(image, 2),
    (0, -1, 1, 0): lambda image: np.rot90(image),
    (-1, 0, 0, 1): lambda image: image[:, ::-1],
    (1, 0, 0, -1): lambda image: image[::-1],
    (0, 1, 1, 0): lambda image: image.transpose(1, 0, 2),
    (0, -1, -1, 0): lambda image: image.transpose(1, 0, 2)[::-1, ::-1],
}


def corners(size=(64, 48)) -> np.ndarray:
    """A picture that looks different from each of its eight sides."""
    image = np.full((size[1], size[0], 3), 30, np.uint8)
    image[: size[1] // 4, : size[0] // 2] = 220
    return image


def encode(path, images, codec="mpeg4", rate=25, stamps=None, **settings):
    """Write images as a video; ``settings`` are attributes of its codec context."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.width, stream.height, stream.pix_fmt = images[0].shape[1], images[0].shape[0], "yuv420p"
        for name, value in settings.items():
            setattr(stream.codec_context, name, value)
        for index, image in enumerate(images):
            frame = av.VideoFrame.from_ndarray(image)
            frame.pts = index if stamps is None else stamps[index]
            frame.time_base = Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def pictures(path) -> list[np.ndarray]:
    decoder = VideoDecoder(path)
    found = []
    while (frame := decoder.next()) is not None:
        found.append(decoder.picture(frame))
    decoder.close()
    return found


@pytest.mark.parametrize("turn", TURNS, ids=str)
def test_every_display_matrix_is_followed(tmp_path, turn):
    path = encode(tmp_path / "v.mp4", [corners()] * 3)
    content = bytearray(path.read_bytes())
    one, whole = struct.pack(">i", 1 << 16), struct.pack(">i", 1 << 30)
    upright = one + bytes(12) + one + bytes(12) + whole
    at = content.index(upright, content.index(b"tkhd"))
    a, b, c, d = (value << 16 for value in turn)
    content[at : at + 36] = struct.pack(">9i", a, b, 0, c, d, 0, 0, 0, 1 << 30)
    path.write_bytes(content)
    expected = TURNS[turn](corners())
    for picture in pictures(path):
        assert picture.shape == expected.shape
        assert np.abs(picture.astype(int) - expected).mean() < 6


def test_interlaced_pictures_are_deinterlaced_and_none_is_lost(tmp_path):
    """A bar that moves between the two fields of a frame is a comb until it is deinterlaced."""
    images = []
    for index in range(12):
        image = np.full((64, 96, 3), 40, np.uint8)
        for field in (0, 1):
            at = 8 + 6 * index + 3 * field
            image[field::2, at : at + 12] = 210
        images.append(image)
    path = encode(
        tmp_path / "v.mpg",
        images,
        "mpeg2video",
        flags=av.codec.context.Flags.interlaced_dct | av.codec.context.Flags.interlaced_me,
        bit_rate=8_000_000,
    )

    def comb(image):
        return np.abs(np.diff(image[2:-2].astype(int), 2, axis=0)).mean()

    found = pictures(path)
    assert len(found) == len(images)
    assert max(map(comb, found)) < min(map(comb, images)) / 3


def test_pixels_become_square(tmp_path):
    path = encode(tmp_path / "v.mkv", [corners()] * 3, sample_aspect_ratio=Fraction(4, 3))
    source = open_source(str(path), realtime=False)
    assert (source.width, source.height) == (85, 48)
    assert {frame.size for frame in drain(source)} == {(85, 48)}


def test_colours_that_cannot_be_shown_are_a_sentence(tmp_path):
    path = encode(tmp_path / "v.mp4", [corners()] * 3, "libx264", colorspace=14)  # ICtCp, ITU-T H.273
    with pytest.raises(SourceError, match="colours cannot be shown"):
        open_source(str(path), realtime=False)


def test_a_size_that_changes_is_fitted_with_its_own_proportions(tmp_path):
    wide = encode(tmp_path / "wide.m2v", [np.full((48, 96, 3), 200, np.uint8)] * 4, "mpeg2video")
    tall = encode(tmp_path / "tall.m2v", [np.full((96, 48, 3), 200, np.uint8)] * 4, "mpeg2video")
    (tmp_path / "both.m2v").write_bytes(wide.read_bytes() + tall.read_bytes())
    found = pictures(tmp_path / "both.m2v")
    assert {picture.shape for picture in found} == {(48, 96, 3)}
    bright = (found[-1][..., 1] > 128).any(axis=0).sum(), (found[-1][..., 1] > 128).any(axis=1).sum()
    assert bright == (24, 48)


def test_leaping_time_stamps_are_left_out_and_said(tmp_path, caplog):
    stamps = [*range(5), *range(25 * 90_000, 25 * 90_000 + 5)]
    path = encode(tmp_path / "v.mkv", [corners()] * 10, "ffv1", stamps=stamps)
    times = [frame.time_s for frame in drain(open_source(str(path), realtime=False))]
    np.testing.assert_allclose(np.diff(times), 1 / 25, atol=2e-3)
    assert "time stamps of v.mkv leap by" in caplog.text
    assert "cut short" not in caplog.text


def test_pauses_of_a_variable_rate_are_kept(tmp_path):
    path = encode(tmp_path / "v.mkv", [corners()] * 4, stamps=[0, 1, 101, 102])
    times = [frame.time_s for frame in drain(open_source(str(path), realtime=False))]
    np.testing.assert_allclose(times, [0, 0.04, 4.04, 4.08], atol=2e-3)


def test_a_list_of_other_files_is_not_followed(tmp_path):
    write_video(tmp_path / "secret.avi")
    path = tmp_path / "list.m3u8"
    path.write_text(
        f"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{tmp_path / 'secret.avi'}\n#EXT-X-ENDLIST\n"
    )
    with pytest.raises(SourceError, match=r"^list\.m3u8 "):
        VideoDecoder(path)
