"""Recordings of a sheet whose every frame is known, in mesh and image, and what checks them."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from app.recordings.reader import Recording
from app.recordings.recorder import Recorder
from app.recordings.schema import RecordingInfo
from app.recordings.video_recorder import VideoRecorder, video_name
from app.types import Person
from models.body.template import BodyTemplate, JointSet, SparseRows
from models.camera.crop import CropBox

FPS = 30.0


def grid_template(side: int = 20) -> BodyTemplate:
    """Make a sheet of ``side`` x ``side`` vertices, big enough to record."""
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, side), np.linspace(-0.9, 0.9, side))
    corner = (np.arange(side - 1)[:, None] * side + np.arange(side - 1)).reshape(-1, 1)
    faces = np.concatenate([corner + np.array([0, 1, side]), corner + np.array([1, side + 1, side])])
    one = SparseRows(np.zeros((1, 1), np.int32), np.ones((1, 1), np.float32))
    return BodyTemplate(
        name="sheet",
        kind="body",
        v_template=np.stack([x, y, np.zeros_like(x)], -1).reshape(-1, 3).astype(np.float32),
        faces=(faces.astype(np.int32),),
        level_index=(),
        upsampling=(),
        coarse_adjacency=np.zeros((1, 2), np.int32),
        joint_sets={"fastmetro14": JointSet(("R_Ankle",), one)},
        root=one,
        skeleton=None,
        sha256="",
    )


def recording_info(template: BodyTemplate) -> RecordingInfo:
    """Describe a recording of the template."""
    return RecordingInfo(
        source="trial",
        width=640,
        height=480,
        model="none",
        model_version="1",
        body=template.name,
        kind="body",
        template_sha256="",
        joint_names=("R_Ankle",),
        started_at="2026-01-01T00:00:00+00:00",
        settings={"people": 2},
    )


def person(template: BodyTemplate, index: int, person_id: int = 1) -> Person:
    """Return the person that frame ``index`` must hold, the same every time."""
    rng = np.random.default_rng([index, person_id])
    vertices = template.v_template + rng.normal(0, 0.01, template.v_template.shape).astype(np.float32)
    return Person(
        id=person_id,
        score=0.9,
        crop=CropBox(np.array([320.0, 240.0], np.float32), 200.0, 0.1),
        vertices=vertices,
        joints=vertices[:1],
        camera=np.array([0.9, 0.0, 0.1], np.float32),
        translation=np.array([0.1, 0.2, 3.0 + index / 1000], np.float32),
        focal_px=500.0,
        joints_2d=np.zeros((1, 2), np.float32),
        box_xyxy=np.array([0, 0, 10, 10], np.float32),
    )


def numbered_image(index: int) -> np.ndarray:
    """Return an image that shows a number as 16 blocks, black or white, and survives compression."""
    bits = np.array([index >> bit & 1 for bit in range(16)], np.uint8).reshape(4, 4)
    return np.repeat(np.kron(255 * bits, np.ones((16, 16), np.uint8))[..., None], 3, axis=2)


def number_shown(image: np.ndarray) -> int:
    """Return the number that a :func:`numbered_image` shows."""
    return sum(int(value > 127) << bit for bit, value in enumerate(image[8::16, 8::16, 1].ravel()))


def filmed_recorder(path: Path, *, live: bool = True) -> Recorder:
    """Begin a recording that keeps the video too."""
    template = grid_template()
    video = VideoRecorder(path.with_name(video_name(path)), FPS)
    info = replace(recording_info(template), video=video.path.name)
    return Recorder(path, info, template, live=live, video=video)


def check_content(path: Path, people: int) -> int:
    """Compare every frame of a recording with what was recorded; return how many there are."""
    template = grid_template()
    with Recording(path) as recording:
        for frame in recording.frames():
            assert len(frame.people) == people, f"frame {frame.index} has {len(frame.people)} people"
            for found in frame.people:
                expected = person(template, frame.index, found.id)
                error = np.abs(found.vertices - expected.vertices).max()
                assert error < 1e-4, f"frame {frame.index} is off by {error} m"
                np.testing.assert_array_equal(found.translation, expected.translation)
        return len(recording)


def check_video(path: Path) -> int:
    """Compare the kept images with the frames they belong to; return how many the video holds."""
    with Recording(path) as recording:
        assert recording.video_path is not None
        video = cv2.VideoCapture(str(recording.video_path))
        numbers = []
        while (read := video.read())[0]:
            numbers.append(number_shown(read[1]))
        video.release()
        for row, index in enumerate(recording.index):
            place = recording.video_frame(row)
            if place is not None and place < len(numbers):
                assert numbers[place] == index, f"frame {index} has the picture of frame {numbers[place]}"
        return len(numbers)
