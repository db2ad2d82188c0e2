"""Writes recordings of dolls that walk a centimetre a frame, with a green video where it is asked for."""

from pathlib import Path

import numpy as np

from app.recordings.schema import Drop, RecordedFrame, RecordingInfo
from app.recordings.video_recorder import VideoRecorder, video_name
from app.recordings.writer import RecordingWriter
from app.types import Person
from models.body.joints import FASTMETRO14
from models.body.template import BodyTemplate
from models.camera.crop import CropBox

FRAMES = 24
FLUSHED = 8  # frames at a time, as a recorder does within a second
SIZE = (128, 96)
GREEN = (20, 160, 40)


def person(template: BodyTemplate, row: int, person_id: int = 1) -> Person:
    """Return a doll that walks to the right, a centimetre a frame."""
    joints = template.joint_sets["fastmetro14"].regress(template.v_template)
    vertices = template.v_template.copy()
    vertices[0] += 0.001 * row  # tells the row
    return Person(
        id=person_id,
        score=1.0,
        crop=CropBox(np.array([64.0, 48.0], np.float32), 90.0),
        vertices=vertices,
        joints=joints.astype(np.float32),
        camera=np.ones(3, np.float32),
        translation=np.array([0.01 * row + person_id - 1, 0, 4], np.float32),
        focal_px=100.0,
        joints_2d=np.zeros((14, 2), np.float32),
        box_xyxy=np.array([40, 10, 90, 90], np.float32),
    )


def record(
    path: Path,
    template: BodyTemplate,
    *,
    frames: int = FRAMES,
    people=lambda row: (1,),
    started_at: str = "2026-01-02T03:04:05+00:00",
    video: bool = False,
    drops: tuple[Drop, ...] = (),
) -> Path:
    """Write a recording of dolls at ten frames a second; ``people`` names who is in each row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    info = RecordingInfo(
        source="test",
        width=SIZE[0],
        height=SIZE[1],
        model="tiny",
        model_version="1",
        body=template.name,
        kind="body",
        template_sha256=template.sha256,
        joint_names=tuple(FASTMETRO14),
        started_at=started_at,
        video=video_name(path) if video else "",
    )
    keeper = VideoRecorder(path.with_name(info.video), 10) if video else None
    rows = []
    for row in range(frames):
        number = -1
        if keeper is not None:
            keeper.wait_for_room()
            number = keeper.put(np.full((SIZE[1], SIZE[0], 3), GREEN, np.uint8), row / 10)
        there = tuple(person(template, row, who) for who in people(row))
        rows.append(RecordedFrame(row / 10, row / 10, row, there, number))
    if keeper is not None:
        keeper.close()
    writer = RecordingWriter(path, info, template)
    for begin in range(0, max(len(rows), 1), FLUSHED):
        writer.append(rows[begin : begin + FLUSHED], () if begin else drops)
        writer.flush()
    writer.close()
    return path


def damage(path: Path) -> Path:
    """Cut a recording off, as a copy that was interrupted; its first frames are whole."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 7 // 8])
    return path
