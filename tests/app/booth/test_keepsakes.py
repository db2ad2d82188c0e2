"""What is made of a visit: a clip and photos, drawn by another process, given away and deleted whole."""

import json
import os
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from app.booth.clip_maker import WORK, ClipMaker, ClipOrder
from app.booth.clip_process import NICE
from app.booth.handouts import make_handouts
from app.booth.keepsakes import Keepsakes
from app.booth.retention import LIST
from app.booth.settings import BoothSettings
from app.recordings.video_recorder import video_name
from tests.fakes import doll_recordings
from tests.fakes.waiting import wait_until

NOON = 1_800_000_000.0


class Shelf:
    """Keepsakes of recordings of a doll."""

    def __init__(self, folder, doll, **changes):
        self.folder, self.doll = folder, doll
        folder.mkdir(exist_ok=True)
        kept = {"record": True, "takeaway": True, "folder": str(folder)} | changes
        visitors = replace(BoothSettings().visitors, **kept)
        self.handouts = make_handouts(replace(BoothSettings(), visitors=visitors))
        self.keepsakes = Keepsakes(folder, visitors, "mannequin", self.handouts)

    def record(self, name="a.h5", at=NOON, video=False, photos=()):
        path = self.folder / name
        doll_recordings.record(path, self.doll, video=video)
        kept = path.with_name(video_name(path)) if video else None
        keepsake = self.keepsakes.begin(path, kept, at)
        keepsake.photos.extend(photos)
        self.keepsakes.finish(keepsake)
        return keepsake

    def wait(self, keepsake):
        def is_over():
            self.keepsakes.tick()
            return keepsake.state != "making"

        wait_until(is_over, timeout=3000)

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture
def shelf(tmp_path, doll, monkeypatch):
    # On a machine that is busy with other things the process, which lets them go first, takes minutes.
    monkeypatch.setattr("app.booth.clip_maker.LONGEST_S", 3600.0)
    made = []

    def build(**changes):
        made.append(Shelf(tmp_path / "booth", doll, **changes))
        return made[-1]

    yield build
    for one in made:
        one.keepsakes.close()


def frames(path):
    with av.open(str(path)) as video:
        return [frame.to_ndarray(format="rgb24") for frame in video.decode(video=0)]


def is_green(image):
    return (np.abs(image.astype(int) - doll_recordings.GREEN).max(axis=2) < 30).mean() > 0.3


@pytest.mark.gl
def test_a_clip_and_photos_are_made_and_given_away(shelf):
    s = shelf()
    keepsake = s.record(photos=(0.5, 1.2))
    assert s.handouts.find(keepsake.token, "phone").state == "making"
    s.wait(keepsake)
    assert keepsake.state == "kept"
    given = s.handouts.find(keepsake.token, "phone")
    assert given.state == "ready"
    assert [file.name for file in given.files] == ["clip.mp4", "photo-1.jpg", "photo-2.jpg"]
    clip = frames(given.files[0].path)
    assert len(clip) == doll_recordings.FRAMES
    assert not any(is_green(image) for image in clip)
    assert clip[0].std() > 5  # the mesh is there
    photo = cv2.imread(str(given.files[1].path))
    assert photo.shape == clip[0].shape
    assert s.names() == ["a clip.mp4", "a photo 1.jpg", "a photo 2.jpg", "a.h5", LIST]
    listed = json.loads((s.folder / LIST).read_text())
    assert set(listed) == {"a clip.mp4", "a photo 1.jpg", "a photo 2.jpg", "a.h5"}
    assert set(listed.values()) == {NOON}


@pytest.mark.gl
def test_where_the_picture_was_kept_the_clip_and_photos_have_it(shelf):
    s = shelf()
    keepsake = s.record(video=True, photos=(1.0,))
    s.wait(keepsake)
    clip, photo = (file.path for file in s.handouts.find(keepsake.token, "phone").files)
    assert all(is_green(image) for image in frames(clip))
    assert is_green(cv2.cvtColor(cv2.imread(str(photo)), cv2.COLOR_BGR2RGB))


@pytest.mark.gl
def test_the_clip_goes_with_its_recording(shelf):
    s = shelf(retention_hours=1.0)
    s.wait(s.record(video=True))
    assert len(s.names()) == 4
    s.keepsakes.sweep(NOON + 3599)
    assert len(s.names()) == 4
    s.keepsakes.sweep(NOON + 3600)
    assert s.names() == [LIST]


@pytest.mark.gl
def test_delete_now_leaves_nothing(shelf):
    s = shelf()
    keepsake = s.record(video=True, photos=(0.5,))
    other = s.record("b.h5", at=NOON + 60)
    s.wait(keepsake)
    s.wait(other)
    assert s.keepsakes.visits == 2
    assert s.keepsakes.delete(keepsake)
    assert keepsake.state == "deleted"
    assert s.names() == ["b clip.mp4", "b.h5", LIST]
    assert s.handouts.find(keepsake.token, "phone") is None
    assert s.handouts.find(other.token, "phone") is not None
    assert s.keepsakes.visits == 1


def test_what_is_being_drawn_is_deleted_too(shelf):
    s = shelf()
    keepsake = s.record()
    wait_until(lambda: s.keepsakes.tick() or (s.folder / WORK).exists())
    assert s.keepsakes.delete(keepsake)
    assert s.names() == [LIST]
    for _ in range(20):
        s.keepsakes.tick()
        time.sleep(0.01)
    assert s.names() == [LIST]


def test_a_phone_may_ask_for_it(shelf):
    s = shelf()
    keepsake = s.record()
    handout = s.handouts.find(keepsake.token, "phone")
    told = []
    asking = threading.Thread(target=lambda: told.append(s.handouts.delete(handout)))
    asking.start()
    wait_until(lambda: s.keepsakes.tick() or told)
    asking.join()
    assert told == [True]
    assert s.names() == [LIST]


def test_the_staff_may_delete_the_last_visit_also_after_a_restart(shelf):
    s = shelf()
    s.record("a.h5", at=NOON)
    s.record("b.h5", at=NOON + 60)
    s.keepsakes.close()
    again = shelf()
    assert again.keepsakes.delete_last()
    assert again.names() == ["a.h5", LIST]
    assert again.keepsakes.delete_last()
    assert again.names() == [LIST]
    assert again.keepsakes.delete_last() is None


def test_a_recording_in_progress_is_deleted_when_it_has_ended(shelf):
    s = shelf()
    path = s.folder / "a.h5"
    path.write_bytes(b"x")
    keepsake = s.keepsakes.begin(path, None, NOON)
    assert not s.keepsakes.delete(keepsake)
    assert path.exists()
    s.keepsakes.finish(keepsake)
    assert keepsake.state == "deleted"
    assert s.names() == [LIST]


def test_what_cannot_be_deleted_is_said_and_tried_again(shelf):
    s = shelf()
    keepsake = s.record()
    s.keepsakes.close()
    (s.folder / "a.h5").unlink()
    (s.folder / "a.h5").mkdir()  # nobody's permission helps to unlink a folder
    assert not s.keepsakes.delete(keepsake)
    assert keepsake.state == "not_deleted"
    (s.folder / "a.h5").rmdir()
    (s.folder / "a.h5").write_bytes(b"x")
    s.keepsakes.sweep(NOON)
    assert s.names() == [LIST]


def test_a_recording_without_a_frame_is_no_visit(shelf):
    s = shelf()
    keepsake = s.keepsakes.begin(s.folder / "gone.h5", None, NOON)
    s.keepsakes.finish(keepsake)
    assert s.keepsakes.visits == 0
    assert not s.keepsakes.is_given(keepsake)


def test_a_clip_that_cannot_be_drawn_is_said(shelf, caplog):
    s = shelf()
    (s.folder / "a.h5").write_bytes(b"no recording")
    keepsake = s.keepsakes.begin(s.folder / "a.h5", None, NOON)
    s.keepsakes.finish(keepsake)
    s.wait(keepsake)
    assert keepsake.state == "failed"
    assert s.handouts.find(keepsake.token, "phone").state == "failed"
    assert "a clip could not be drawn" in caplog.text
    assert s.names() == ["a.h5", LIST]


def test_without_take_away_a_recording_is_only_kept(shelf):
    s = shelf(takeaway=False)
    keepsake = s.record()
    assert keepsake.state == "kept"
    assert not keepsake.token
    assert s.names() == ["a.h5", LIST]


def test_what_a_killed_program_was_drawing_is_cleared(tmp_path, doll):
    work = tmp_path / WORK
    work.mkdir()
    (work / "half a clip.mp4").write_bytes(b"x")
    ClipMaker(tmp_path, "mannequin")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="it is found by /proc")
def test_the_process_lets_others_go_first(tmp_path, doll):
    doll_recordings.record(tmp_path / "a.h5", doll)
    maker = ClipMaker(tmp_path, "mannequin")
    maker.order(ClipOrder(tmp_path / "a.h5", tmp_path / "a clip.mp4"))
    maker.tick()
    pids = children()
    wait_until(lambda: any(os.getpriority(os.PRIO_PROCESS, pid) >= NICE for pid in pids))
    maker.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.h5"]


def children():
    """Return the processes that this one has started."""
    own = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return [int(pid) for pid in own.split()]
