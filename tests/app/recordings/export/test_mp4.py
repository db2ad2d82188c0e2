"""Exported videos show the people at the recorded times, from the wanted side."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.export.scene import VideoView
from app.recordings.reader import Recording
from app.recordings.video_recorder import VideoRecorder, video_name
from app.recordings.writer import RecordingWriter
from models.errors import UserError


@pytest.mark.gl
def test_mp4_shows_the_people_at_the_true_times_from_the_wanted_side(take, tmp_path):
    front, side = tmp_path / "front.mp4", tmp_path / "side.mp4"
    export(take[0], "mp4", front, ExportSettings(fps=30))
    around = VideoView("orbit", 90, 0)
    export(take[0], "mp4", side, ExportSettings(person=1, fps=30, view=around))
    middles = []
    for file in (front, side):
        video = cv2.VideoCapture(str(file))
        assert (video.get(cv2.CAP_PROP_FPS), video.get(cv2.CAP_PROP_FRAME_COUNT)) == (30, 21)
        read, image = video.read()
        assert read
        assert image.shape == (480, 640, 3)
        middles.append(np.argwhere(image.max(axis=2) > 150))  # brighter than the floor
        video.release()
    # The recorded camera sees person 1 at x = 0.3 of 3 metres, the eye from around in the middle.
    assert len(middles[0]) > 1000
    assert middles[0][:, 1].mean() == pytest.approx(319.5 + 600 * 0.3 / 3, abs=20)
    assert len(middles[1]) > 1000
    with pytest.raises(UserError, match="A view or a look is for mp4"):
        export(take[0], "pc2", tmp_path / "a.pc2", ExportSettings(view=VideoView("orbit")))


@pytest.mark.gl
def test_mp4_shows_the_look_that_is_asked_for(take, tmp_path):
    images = []
    for look in ("mannequin", "wireframe"):
        words = ["export", str(take[0]), "--to", "mp4", "-o", str(tmp_path / "a.mp4"), "--look", look]
        assert main.main(words) == 0
        video = cv2.VideoCapture(str(tmp_path / "a.mp4"))
        images.append(video.read()[1].astype(int))
        video.release()
    assert (np.abs(images[0] - images[1]).max(axis=2) > 30).sum() > 500


@pytest.mark.gl
def test_mp4_shows_the_people_over_the_kept_video_of_any_body(take, anny, tmp_path):
    path, output = tmp_path / "filmed.h5", tmp_path / "over.mp4"
    video = VideoRecorder(path.with_name(video_name(path)), 30)
    with Recording(take[0]) as recording:
        info = replace(recording.info, video=video.path.name, template_sha256="not installed")
        writer = RecordingWriter(path, info, anny)
        for recorded in recording.frames():
            video.wait_for_room()
            red = np.full((480, 640, 3), [200, 20, 20], np.uint8)
            writer.append([replace(recorded, video_frame=video.put(red, recorded.time_s))])
    writer.close()
    video.close()
    overlay = VideoView("overlay")
    export(path, "mp4", output, ExportSettings(view=overlay))
    shown = cv2.VideoCapture(str(output))
    read, image = shown.read()
    shown.release()
    assert read
    assert np.abs(image[:40].astype(int) - [20, 20, 200]).max() < 30
    people = np.argwhere(image[..., 1] > 60)
    assert len(people) > 1000
    assert people[:, 1].mean() == pytest.approx(319.5 + 600 * 0.3 / 3, abs=20)
    with pytest.raises(UserError, match=r"The video of take\.h5 was not kept"):
        export(take[0], "mp4", tmp_path / "none.mp4", ExportSettings(view=overlay))
    if video.path.suffix == ".mp4":
        with pytest.raises(UserError, match=r"filmed\.mp4 is the video kept with filmed\.h5"):
            export(path, "mp4", video.path, ExportSettings(view=overlay))
