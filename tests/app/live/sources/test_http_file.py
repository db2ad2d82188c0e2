"""What a web server has as a file is played like a file; a stream stays a stream."""

import logging

import numpy as np
import pytest

from app.live.sources.base import SourceError
from app.live.sources.live_source import LiveSource
from app.live.sources.open import open_source
from tests.app.live.sources.media import drain, write_noise, write_ntsc
from tests.fakes.web_server import serve

STAMPS = [0, 100, 167, 500, 533]  # milliseconds


@pytest.mark.parametrize("realtime", [False, True])
def test_a_served_file_is_played_once_with_every_frame_at_its_own_time(tmp_path, realtime):
    write_ntsc(tmp_path / "walk.mp4")
    with serve(tmp_path) as host:
        source = open_source(f"http://{host}/walk.mp4", realtime=realtime)
        assert (source.is_live, source.frame_count, source.fps) == (False, 6, 30000 / 1001)
        frames = drain(source)
    assert [frame.index for frame in frames] == list(range(6))
    np.testing.assert_allclose([frame.time_s for frame in frames], np.arange(6) * 1001 / 30000, atol=1e-6)
    np.testing.assert_allclose([f.image.mean() for f in frames], 20 * np.arange(1, 7), atol=6)


def test_pauses_of_a_served_file_are_its_own(tmp_path):
    write_noise(tmp_path / "uneven.mkv", stamps=STAMPS)
    with serve(tmp_path) as host:
        frames = drain(open_source(f"http://{host}/uneven.mkv", realtime=False))
    np.testing.assert_allclose([frame.time_s for frame in frames], np.array(STAMPS) / 1000, atol=1e-6)


def test_a_file_whose_index_is_at_its_end_is_read_from_a_server_that_sends_no_parts(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    path = write_noise(tmp_path / "phone.mp4", size=(320, 240))
    content = path.read_bytes()
    assert content.index(b"moov") > content.index(b"mdat") + 100_000
    with serve(tmp_path, user="me:s3cret word") as host:
        source = open_source(f"http://me:s3cret%20word@{host}/phone.mp4?token=s3cret", realtime=False)
        assert source.name == f"http://{host}/phone.mp4?token="
        assert len(drain(source)) == 5
    assert "phone.mp4" in caplog.text
    assert "s3cret" not in caplog.text


def test_what_a_server_sends_without_an_end_stays_a_stream(tmp_path):
    clip = write_noise(tmp_path / "a.ts").read_bytes()
    with serve(tmp_path, endless=clip) as host:
        source = open_source(f"http://{host}/live", realtime=False)
        assert isinstance(source, LiveSource)
        assert source.read().size == (64, 48)
        source.close()


@pytest.mark.parametrize("name", ["missing.mp4", "page.html", "cut.mp4"])
def test_what_cannot_be_read_is_a_sentence_without_its_password(tmp_path, name, caplog):
    caplog.set_level(logging.DEBUG)
    (tmp_path / "page.html").write_text("<html>No video here</html>")
    (tmp_path / "cut.mp4").write_bytes(write_noise(tmp_path / "a.mp4", size=(320, 240)).read_bytes()[:90_000])
    with serve(tmp_path) as host, pytest.raises(SourceError) as caught:
        open_source(f"http://me:s3cret@{host}/{name}?key=s3cret", realtime=False)
    assert f"{host}/{name}" in str(caught.value)
    assert "s3cret" not in str(caught.value) + caplog.text


def test_a_served_list_of_pieces_is_one_video_and_opens_no_file_of_this_machine(tmp_path):
    mine = write_noise(tmp_path / "mine.ts")
    head = "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:0.5,\n"
    (tmp_path / "served").mkdir()
    (tmp_path / "served" / "piece.ts").write_bytes(mine.read_bytes())
    (tmp_path / "served" / "good.m3u8").write_text(f"{head}piece.ts\n#EXT-X-ENDLIST\n")
    (tmp_path / "served" / "bad.m3u8").write_text(f"{head}file:{mine}\n#EXT-X-ENDLIST\n")
    with serve(tmp_path / "served") as host:
        assert len(drain(open_source(f"http://{host}/good.m3u8", realtime=False))) == 5
        with pytest.raises(SourceError, match="could not be opened"):
            open_source(f"http://{host}/bad.m3u8", realtime=False)
