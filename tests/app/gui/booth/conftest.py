"""A booth's window on scripted pipelines."""

import datetime
import time
from dataclasses import replace

import numpy as np
import pytest

from app.booth.handouts import make_handouts
from app.booth.settings import BoothSettings
from app.gui.settings import Settings
from app.recordings.recorder import Recorder, new_recording_path
from app.recordings.schema import RecordingInfo
from app.recordings.video_recorder import VideoRecorder, video_name
from models.body.joints import FASTMETRO14
from tests.fakes.doll_recordings import person as doll_person
from tests.fakes.live_window import SOMEBODY, make_result
from tests.fakes.waiting import wait_until

SIZE = (64, 48)


class Booth:
    """Brings people before a booth, and moves the clock."""

    def __init__(self, one):
        self.one, self.director, self.index = one, one.window.director, 0
        self.metres = 2.0
        one.pipeline.state, one.pipeline.status = "running", ""

    def go(self, leader, seconds, step=0.25):
        """Let somebody, or None, stand there for so many seconds; return the state."""
        for _ in range(round(seconds / step)):
            place = np.array([0.0, 0.0, self.metres], np.float32)
            people = () if leader is None else (replace(SOMEBODY[0], id=leader, translation=place),)
            self.index += 1
            result = make_result(self.index, people, captured_at=self.one.now)
            self.one.pipeline.results = [replace(result, leader=leader)]
            self.one.tick(step)
            self.director.tick()
        return self.director.state

    def wait(self, seconds, step=0.25):
        """Let time pass without a picture."""
        for _ in range(round(seconds / step)):
            self.one.tick(step)
            self.director.tick()
        return self.director.state


@pytest.fixture
def booth(stand):
    def build(of=BoothSettings(), **chosen) -> Booth:  # noqa: B008
        return Booth(stand(booth=of, **chosen))

    return build


@pytest.fixture
def visitors(booth, tmp_path, doll):
    """A booth that records into a folder with real recorders."""
    folder = tmp_path / "booth"

    def build(*, settings=BoothSettings(), **changes):  # noqa: B008
        kept = replace(settings.visitors, record=True, folder=str(folder), **changes)
        idle = replace(settings.idle, languages=("en",))
        settings = replace(settings, visitors=kept, idle=idle)
        handouts = make_handouts(settings)
        b = booth(settings, handouts=handouts, settings=Settings(options=settings.options()))
        v = Visitors(b, folder, doll, handouts)
        b.one.recorder = v.begin
        return v

    return build


class Visitors:
    """Brings people before a booth that records them, at four frames a second."""

    def __init__(self, b, folder, doll, handouts):
        self.b, self.folder, self.doll, self.handouts, self.index = b, folder, doll, handouts, 0
        self.recording, self.recorders = b.director.visitor_recording, []

    def begin(self, into):
        """Make a recorder as the program does, with a video where a rule of pictures is given."""
        facts = {"source": "test", "width": SIZE[0], "height": SIZE[1], "model": "tiny", "model_version": "1"}
        body = {"body": self.doll.name, "kind": "body", "template_sha256": self.doll.sha256}
        at = "2026-01-02T03:04:05+00:00"
        path, pictures, video = new_recording_path(into, datetime.datetime.now()), self.b.one.pictures, None
        name = "" if pictures is None else video_name(path)
        if pictures is not None:
            video = VideoRecorder(path.with_name(name), 4.0, pictures.held_back_s)
        info = RecordingInfo(**facts, **body, joint_names=FASTMETRO14, started_at=at, video=name)
        self.recorders.append(Recorder(path, info, self.doll, live=True, video=video))
        return self.recorders[-1]

    def go(self, leader, seconds, arms_up=False, others=(), one_arm=False, raising=(), colour=(200, 40, 40)):
        """Let people stand there; who is in front may hold arms up, and so may the ids in ``raising``."""
        one = self.b.one
        for _ in range(round(seconds / 0.25)):
            self.index += 1
            ids = [i for i in (leader, *others) if i is not None]
            raised = {*raising, *((leader,) if arms_up else ())}
            people = tuple(self.person(i, i in raised, one_arm and i == leader) for i in ids)
            result = make_result(self.index, people, SIZE, colour, captured_at=one.now)
            result = replace(result, frame=replace(result.frame, time_s=one.now), leader=leader)
            pipeline = one.pipeline
            if pipeline.recorder is not None:
                picture = "keep"
                if pipeline.pictures is not None:
                    picture = pipeline.pictures.choose(people, result.frame.time_s)
                recorded = tuple(p for p in people if pipeline.only in (None, p.id))
                pipeline.recorder.put(result.frame, recorded, picture)
            pipeline.results = [result]
            one.tick(0.25)
            self.b.director.tick()

    def person(self, person_id, arms_up, one_arm=False):
        joints = np.full((14, 2), (32, 30), np.float32)
        for side, is_up in (("L", arms_up), ("R", arms_up or one_arm)):
            joints[FASTMETRO14.index(f"{side}_Wrist")] = (32, 10 if is_up else 40)
        joints[FASTMETRO14.index("Head")] = (32, 20)
        return replace(doll_person(self.doll, self.index, person_id), joints_2d=joints)

    def finish(self):
        """Wait for a recording that has been asked to end; the booth's clock hardly moves meanwhile."""
        wait_until(lambda: all(one.status().state != "recording" for one in self.recorders))
        self.wait_for(lambda: not self.b.one.session.is_recording, step=0.3)

    def wait_for(self, condition, step=0.0, timeout=3000.0):
        """Let the window go on until something is so."""
        deadline = time.monotonic() + timeout
        while not condition():
            assert time.monotonic() < deadline, "waited in vain"
            self.b.one.tick(step)
            self.b.director.tick()

    def files(self):
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.exists() else []
