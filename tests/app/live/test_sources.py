"""Sources: what they deliver, how they fail, and how they come back."""

import http.server
import socketserver
import struct
import threading
import time
from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from app.live import sources
from app.live.sources import Camera, LiveSource, PhotoSource, SourceError, VideoSource, is_camera, open_source
from app.live.tracker import GAP_S
from tests.fakes.wrapped_capture import WrappedCapture

RED, GREEN, BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)


def picture(colour=RED, size=(64, 48)) -> np.ndarray:
    """(H, W, 3) RGB of one colour."""
    return np.full((size[1], size[0], 3), colour, np.uint8)


def bgr(image: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(image[..., ::-1])


def write_video(path, count=20, fps=20.0, size=(64, 48)):
    """Frames whose grey value counts: 5, 10, 15 ..."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), fps, size)
    for i in range(count):
        writer.write(np.full((size[1], size[0], 3), 5 * (i + 1), np.uint8))
    writer.release()
    return path


def drain(source, limit=1000):
    frames = []
    while (frame := source.read()) is not None and len(frames) < limit:
        frames.append(frame)
    source.close()
    return frames


def wait_until(condition, timeout=10.0):
    deadline = time.perf_counter() + timeout
    while not condition():
        assert time.perf_counter() < deadline, "waited in vain"
        time.sleep(0.002)


# Cameras and streams


class ScriptedCamera:
    """A capture that gives some frames and then fails, as one that is unplugged."""

    def __init__(self, reads: list, opened: bool = True):
        self.reads, self.opened, self.released = list(reads), opened, False

    def isOpened(self):  # noqa: N802
        return self.opened

    def read(self):
        image = self.reads.pop(0) if self.reads else None
        return image is not None, image

    def get(self, prop):
        return {cv2.CAP_PROP_FRAME_WIDTH: 64.0, cv2.CAP_PROP_FRAME_HEIGHT: 48.0}.get(prop, 0.0)

    def release(self):
        self.released = True


def plugged(*captures):
    """A source over captures that are opened one after another."""
    waiting = list(captures)
    return LiveSource("camera", lambda: waiting.pop(0), "It could not be opened.", retry_s=(0.001,))


def test_a_camera_delivers_rgb_with_rising_times():
    source = plugged(ScriptedCamera([bgr(picture(RED)), bgr(picture(BLUE))]))
    before = time.perf_counter()
    first, second = source.read(), source.read()
    assert tuple(first.image[0, 0]) == RED
    assert tuple(second.image[0, 0]) == BLUE
    assert (first.index, second.index) == (0, 1)
    assert before <= first.captured_at <= second.captured_at <= time.perf_counter()
    assert first.time_s == 0
    assert second.time_s == second.captured_at - first.captured_at
    assert source.is_live
    assert (source.width, source.height) == (64, 48)


def test_one_broken_frame_is_no_loss():
    source = plugged(ScriptedCamera([bgr(picture()), None, None, bgr(picture(GREEN))]))
    source.read()
    assert tuple(source.read().image[0, 0]) == GREEN
    assert source.state == "ok"


def test_an_unplugged_camera_is_lost_and_comes_back():
    unplugged, gone = ScriptedCamera([bgr(picture())]), ScriptedCamera([], opened=False)
    states = []

    class Back(ScriptedCamera):
        def read(self):
            states.append(source.state)
            return super().read()

    source = plugged(unplugged, gone, Back([bgr(picture(GREEN, size=(32, 24)))]))
    assert source.read().index == 0
    frame = source.read()  # waits until it is back
    assert states == ["lost"]
    assert source.state == "ok"
    assert frame.index == 1
    assert tuple(frame.image[0, 0]) == GREEN
    assert (source.width, source.height) == (32, 24)  # another size after replugging
    assert unplugged.released
    assert gone.released


def test_waiting_for_a_lost_camera_ends_when_cancelled():
    source = LiveSource("camera", Supply(ScriptedCamera([bgr(picture())])), "", retry_s=(30.0,))
    source.read()
    results = []
    thread = threading.Thread(target=lambda: results.append(source.read()))
    thread.start()
    wait_until(lambda: source.state == "lost")
    source.cancel()
    thread.join(2)
    assert results == [None]


class Supply:
    """Gives one capture, then ones that never open."""

    def __init__(self, first):
        self.first = first

    def __call__(self):
        capture, self.first = self.first, ScriptedCamera([], opened=False)
        return capture


def test_a_camera_that_cannot_be_opened_is_a_sentence():
    with pytest.raises(SourceError, match=r"^It could not be opened\.$"):
        plugged(ScriptedCamera([], opened=False))


@pytest.fixture
def two_cameras(monkeypatch):
    """Two cameras of which the opened one gives a frame of its own colour."""
    cameras = [Camera(0, "Built-in", 0), Camera(2, "Logi C920", 0)]
    colours = {0: RED, 2: GREEN}
    monkeypatch.setattr(sources, "list_cameras", lambda: list(cameras))
    monkeypatch.setattr(
        sources, "open_camera", lambda camera: ScriptedCamera([bgr(picture(colours[camera.index]))])
    )
    return cameras


@pytest.mark.parametrize(
    ("spec", "colour"),
    [("", RED), ("0", RED), ("2", GREEN), ("Logi C920", GREEN), ("logi", GREEN)],
)
def test_cameras_are_chosen_by_index_or_name(two_cameras, spec, colour):
    source = open_source(spec, realtime=True)
    assert tuple(source.read().image[0, 0]) == colour
    source.close()


def test_a_replugged_camera_is_found_at_its_new_index(two_cameras, monkeypatch):
    monkeypatch.setattr(sources, "RETRY_S", (0.001,))
    source = open_source("Logi", realtime=True)
    opened = []
    monkeypatch.setattr(
        sources, "open_camera", lambda c: opened.append(c.index) or ScriptedCamera([bgr(picture())])
    )
    two_cameras[1] = Camera(5, "Logi C920", 0)
    source.read()
    source.read()
    assert opened == [5]
    source.close()


def test_another_camera_at_the_lost_ones_index_is_left_alone(two_cameras, monkeypatch):
    monkeypatch.setattr(sources, "RETRY_S", (0.001,))
    source = open_source("Built-in", realtime=True)
    opened = []
    monkeypatch.setattr(
        sources, "open_camera", lambda c: opened.append(c.name) or ScriptedCamera([bgr(picture(BLUE))])
    )
    source.read()
    looks = []

    def list_again():
        looks.append(None)
        return [Camera(0, "Logi C920", 0)] if len(looks) < 3 else [Camera(1, "Built-in", 0)]

    monkeypatch.setattr(sources, "list_cameras", list_again)
    assert tuple(source.read().image[0, 0]) == BLUE
    assert len(looks) == 3
    assert opened == ["Built-in"]
    source.close()


def test_a_camera_without_a_name_comes_back_at_its_index(monkeypatch):
    monkeypatch.setattr(sources, "RETRY_S", (0.001,))
    nameless = [SimpleNamespace(index=0, name=""), SimpleNamespace(index=1, name="")]
    lists = [nameless, nameless, nameless[:1], nameless]  # found, opened, lost, back
    monkeypatch.setattr("cv2_enumerate_cameras.enumerate_cameras", lambda backend: lists.pop(0))
    opened = []
    monkeypatch.setattr(
        sources, "open_camera", lambda c: opened.append(c.index) or ScriptedCamera([bgr(picture())])
    )
    source = open_source("1", realtime=True)
    source.read()
    source.read()
    assert opened == [1, 1]
    assert not lists
    source.close()


def test_unknown_cameras_are_named_with_those_there_are(two_cameras):
    with pytest.raises(SourceError, match=r"no camera 7; the cameras here are 0 \(Built-in\), 2 \(Logi"):
        open_source("7", realtime=True)
    with pytest.raises(SourceError, match=r"'Brio' is no file.*Built-in"):
        open_source("Brio", realtime=True)


@pytest.mark.parametrize(
    ("spec", "camera"),
    [
        ("", True),
        ("0", True),
        ("Desk camera", True),
        ("USB 2.0 Camera", True),
        ("sample", False),
        ("Sample", False),
        ("a.mp4", False),
        ("missing.webm", False),
        ("photos/a", False),
        ("PLACE", False),
        ("rtsp://x/y", False),
    ],
)
def test_cameras_are_told_from_files_and_streams(spec, camera, tmp_path):
    assert is_camera(spec.replace("PLACE", str(tmp_path))) is camera


def test_no_camera_at_all_says_what_to_do(monkeypatch):
    monkeypatch.setattr(sources, "list_cameras", list)
    with pytest.raises(SourceError, match=r"No camera was found.*'sample'"):
        open_source("", realtime=True)


class Sender:
    """An MJPEG stream over HTTP on this machine, which can be switched off and on."""

    def __init__(self):
        self.port, self.server = 0, None

    def start(self):
        self.streaming = streaming = threading.Event()
        streaming.set()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                self.end_headers()
                jpeg = cv2.imencode(".jpg", bgr(picture(BLUE, (160, 120))))[1].tobytes()
                try:
                    while streaming.is_set():
                        self.wfile.write(b"--frame\r\nContent-Type: image/jpeg\r\n")
                        self.wfile.write(b"Content-Length: %d\r\n\r\n" % len(jpeg) + jpeg + b"\r\n")
                        time.sleep(0.01)
                except (BrokenPipeError, ConnectionResetError):
                    pass

            def log_message(self, *args):
                pass

        class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
            daemon_threads = True

        self.server = Server(("127.0.0.1", self.port), Handler)
        self.port = self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def stop(self):
        self.streaming.clear()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


def test_a_stream_is_read_lost_and_read_again(monkeypatch):
    monkeypatch.setattr(sources, "RETRY_S", (0.02,))
    sender = Sender()
    sender.start()
    source = open_source(f"http://127.0.0.1:{sender.port}/v.mjpg", realtime=True)
    frame = source.read()
    assert frame.size == (160, 120)
    assert np.abs(frame.image[60, 80].astype(int) - BLUE).max() < 10
    sender.stop()
    reader = threading.Thread(target=lambda: [None for _ in iter(source.read, None)])
    reader.start()
    wait_until(lambda: source.state == "lost")
    sender.start()
    wait_until(lambda: source.state == "ok")
    source.cancel()
    reader.join(5)
    assert not reader.is_alive()
    source.close()
    sender.stop()


def test_a_dead_stream_is_a_sentence_without_its_password():
    with pytest.raises(SourceError, match=r"The stream http://127\.0\.0\.1:9/x could not be opened"):
        open_source("http://me:secret@127.0.0.1:9/x", realtime=True)


# Videos


def test_every_frame_of_a_video_comes_with_its_own_time(tmp_path):
    source = open_source(str(write_video(tmp_path / "v.avi")), realtime=False)
    assert (source.width, source.height, source.frame_count, source.fps) == (64, 48, 20, 20.0)
    frames = drain(source)
    assert [f.index for f in frames] == list(range(20))
    np.testing.assert_allclose([f.time_s for f in frames], np.arange(20) / 20, atol=1e-3)
    np.testing.assert_allclose([f.image.mean() for f in frames], 5 * np.arange(1, 21), atol=3)


def test_in_real_time_a_video_keeps_to_its_clock_and_leaves_out_late_frames(tmp_path):
    source = VideoSource(write_video(tmp_path / "v.avi", count=20, fps=20), realtime=True)
    first = source.read()
    time.sleep(0.5)  # ten frames long
    rest = drain(source)
    indices = [f.index for f in rest]
    assert indices[0] >= 8
    assert indices[-1] == 19
    for frame in rest[1:]:  # none comes before its time
        assert frame.captured_at - first.captured_at >= frame.time_s - first.time_s - 0.01


def test_a_looped_video_goes_on_counting(tmp_path):
    source = VideoSource(write_video(tmp_path / "v.avi", count=5), realtime=False, loop=True)
    frames = drain(source, limit=12)
    assert [f.index for f in frames] == list(range(12))
    np.testing.assert_allclose([f.time_s for f in frames], np.arange(12) / 20, atol=1e-3)


def test_a_pause_is_not_made_up_for(tmp_path):
    source = VideoSource(write_video(tmp_path / "v.avi", count=6, fps=50), realtime=True)
    source.read()
    time.sleep(0.2)
    source.resume()
    assert [f.index for f in drain(source)] == [1, 2, 3, 4, 5]


def test_a_video_that_is_decoded_too_slowly_never_stands_still_for_long(tmp_path, monkeypatch):
    class SlowCapture(WrappedCapture):
        def grab(self):
            time.sleep(0.03)  # a frame and a half
            return self.capture.grab()

    monkeypatch.setattr(cv2, "VideoCapture", SlowCapture)
    frames = drain(VideoSource(write_video(tmp_path / "v.avi", count=50, fps=50), realtime=True))
    assert len(frames) >= 10
    assert np.diff([frame.captured_at for frame in frames]).max() < 0.6


@pytest.mark.parametrize("kind", ["video", "photo"])
def test_what_was_shown_before_the_machine_slept_goes_on_where_it_was(tmp_path, monkeypatch, kind):
    if kind == "video":
        source = VideoSource(write_video(tmp_path / "v.avi", count=30, fps=10), realtime=True)
    else:
        cv2.imwrite(str(tmp_path / "p.png"), picture())
        source = open_source(str(tmp_path / "p.png"), realtime=True)
    clock = time.perf_counter
    before = [source.read() for _ in range(2)]
    monkeypatch.setattr(time, "perf_counter", lambda: clock() + 7200)
    after = [source.read() for _ in range(3)]
    source.close()
    assert [frame.index for frame in (*before, *after)] == list(range(5))
    assert after[2].captured_at - after[0].captured_at >= 0.19


def test_a_file_that_is_no_video_is_a_sentence(tmp_path):
    (tmp_path / "v.mp4").write_bytes(b"not a video" * 100)
    with pytest.raises(SourceError, match=r"^v\.mp4 could not be read as a video"):
        open_source(str(tmp_path / "v.mp4"), realtime=False)


def test_a_video_cut_short_gives_what_is_sound_and_says_so(tmp_path, caplog):
    whole = write_video(tmp_path / "whole.avi", count=50, size=(320, 240)).read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) * 6 // 10])
    source = open_source(str(tmp_path / "cut.avi"), realtime=False)
    frames = drain(source)
    assert 20 <= len(frames) <= 32
    np.testing.assert_allclose([f.image.mean() for f in frames[:-1]], 5 * np.arange(1, len(frames)), atol=3)
    assert f"cut.avi ends after {len(frames)} of 50 frames" in caplog.text


def test_what_is_wrong_with_a_repeated_source_is_said_once(tmp_path, caplog, monkeypatch):
    whole = write_video(tmp_path / "whole.avi", count=50, size=(320, 240)).read_bytes()
    (tmp_path / "cut.avi").write_bytes(whole[: len(whole) * 6 // 10])
    assert len(drain(open_source(str(tmp_path / "cut.avi"), realtime=False, loop=True), limit=100)) == 100
    assert caplog.text.count("it was cut short") == 1
    monkeypatch.setattr(sources, "PHOTO_SHOWN_S", 1 / sources.PHOTO_FPS)
    monkeypatch.setattr(sources._Pace, "wait", lambda pace, time_s: True)
    (tmp_path / "photos").mkdir()
    cv2.imwrite(str(tmp_path / "photos" / "a.png"), picture())
    (tmp_path / "photos" / "b.jpg").write_bytes(b"text")
    assert len(drain(open_source(str(tmp_path / "photos"), realtime=True), limit=6)) == 6
    assert caplog.text.count("b.jpg is no picture") == 1


def test_a_closed_video_ends(tmp_path):
    source = VideoSource(write_video(tmp_path / "v.avi"), realtime=True)
    source.read()
    source.cancel()
    assert source.read() is None
    source.close()


# Photos


def test_a_photo_is_delivered_once(tmp_path):
    cv2.imwrite(str(tmp_path / "p.png"), bgr(picture(GREEN)))
    source = open_source(str(tmp_path / "p.png"), realtime=False)
    frames = drain(source)
    assert len(frames) == 1
    assert tuple(frames[0].image[0, 0]) == GREEN
    assert (source.width, source.height, source.is_live) == (64, 48, False)


def test_a_photo_shown_live_comes_again_and_again(tmp_path):
    cv2.imwrite(str(tmp_path / "p.png"), bgr(picture(GREEN)))
    source = open_source(str(tmp_path / "p.png"), realtime=True)
    frames = [source.read() for _ in range(3)]
    assert [f.index for f in frames] == [0, 1, 2]
    assert frames[2].captured_at - frames[0].captured_at >= 0.19
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


def test_a_photo_is_turned_as_its_camera_says(tmp_path):
    image = picture(RED, size=(40, 20))
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
        cv2.imwrite(str(tmp_path / f"photo{number}.png"), picture((number, 0, 0)))
    (tmp_path / "notes.txt").write_text("not a picture")
    frames = drain(open_source(str(tmp_path), realtime=False))
    assert [f.image[0, 0].max() for f in frames] == [1, 9, 10]
    assert np.diff([f.time_s for f in frames]).min() > GAP_S


def test_a_folder_leaves_out_what_cannot_be_read(tmp_path, caplog):
    cv2.imwrite(str(tmp_path / "a.png"), picture())
    (tmp_path / "b.jpg").write_bytes(b"text")
    cv2.imwrite(str(tmp_path / "c.png"), picture())
    frames = drain(open_source(str(tmp_path), realtime=False))
    assert [frame.index for frame in frames] == [0, 2]  # their places in the folder
    assert "b.jpg is no picture" in caplog.text


def test_an_empty_folder_is_a_sentence(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match=r"^The folder empty holds no pictures"):
        open_source(str(tmp_path / "empty"), realtime=False)


def test_photos_shown_live_end_after_one_round_where_that_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "PHOTO_SHOWN_S", 0.02)
    monkeypatch.setattr(sources, "PHOTO_FPS", 100.0)
    for name in ("1.png", "2.png"):
        cv2.imwrite(str(tmp_path / name), picture())
    for spec, count in ((tmp_path, 4), (tmp_path / "1.png", 2)):
        source = open_source(str(spec), realtime=True, loop=False)
        assert len(drain(source, limit=20)) == source.frame_count == count


def test_a_folder_shown_live_goes_round(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "PHOTO_SHOWN_S", 0.02)
    monkeypatch.setattr(sources, "PHOTO_FPS", 100.0)
    paths = []
    for number in (1, 2):
        paths.append(tmp_path / f"{number}.png")
        cv2.imwrite(str(paths[-1]), picture((0, 0, number)))
    source = PhotoSource(paths, "folder", realtime=True, loop=True)
    assert [source.read().image[0, 0].max() for _ in range(6)] == [1, 1, 2, 2, 1, 1]
    source.close()


@pytest.mark.parametrize("spec", ["nowhere/at/all", "missing.mp4", "missing.jpg"])
def test_a_missing_file_is_a_sentence(spec):
    with pytest.raises(SourceError, match=f"^There is no file or folder {spec}"):
        open_source(spec, realtime=False)
