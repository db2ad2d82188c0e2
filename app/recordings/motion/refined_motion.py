"""RefinedMotion: a refined person, at the moments of the recorded one and those filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.recordings.motion.motion import blocks
from models.camera.projection import box_in_image, project

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.recordings.motion.bone_motion import BoneMotion
    from app.recordings.motion.motion import RecordedMotion
    from app.recordings.motion.timeline import Timeline
    from app.recordings.progress import Progress
    from app.recordings.schema import RecordedFrame
    from app.types import Person
    from models.body.template import BodyTemplate


class RefinedMotion:
    """A refined person: see :class:`app.recordings.motion.motion.Motion`.

    Parameters
    ----------
    recorded : the motion that was refined.
    timeline : the moments.
    translation : (N, 3) metres, about which meshes and joints are centred.
    joints : (N, J, 3) metres from there.
    meshes : gives the (n, V, 3) meshes in the room of a span of moments.
    at_once : how many of them are made at a time, at least. Making one may cost as much as making many, but
        a player waits for them.
    bones : the refined bones, where the body has some.
    """

    def __init__(
        self,
        recorded: RecordedMotion,
        timeline: Timeline,
        translation: np.ndarray,
        joints: np.ndarray,
        meshes: Callable[[slice], np.ndarray],
        at_once: int,
        bones: BoneMotion | None,
    ) -> None:
        self.id, self.recording, self.is_left = recorded.id, recorded.recording, recorded.is_left
        self.times_s, self.filled = timeline.times_s, ~timeline.known
        self._recorded, self._frames = recorded, timeline.frames
        # What is not refined comes from the last frame in which the person was found.
        self._last_found = timeline.last_found
        self._translation, self._joints = translation.astype(np.float32), joints.astype(np.float32)
        self._made, self._at_once, self._bones = meshes, at_once, bones
        self._block: tuple[slice, np.ndarray] = slice(0, 0), np.empty((0, 0, 3), np.float32)

    def meshes(self, first: int, last: int) -> np.ndarray:
        """Return (n, V, 3) metres of the moments ``first`` to before ``last``, camera axes."""
        last = min(last, len(self.times_s))
        if first < self._block[0].start or last > self._block[0].stop:
            span = slice(first, min(max(last, first + self._at_once), len(self.times_s)))
            self._block = span, self._made(span).astype(np.float32)
        start = self._block[0].start
        return self._block[1][first - start : last - start]

    def bones(self, template: BodyTemplate, progress: Progress) -> BoneMotion:
        """Return the refined bones."""
        assert self._bones is not None, f"{template.name} was refined without its bones"
        progress(1, 1)
        return self._bones

    def person(self, frame: RecordedFrame) -> Person | None:
        """Return the person as refined in a frame of the recording, None if away."""
        i = int(np.searchsorted(self.times_s, frame.time_s))
        if i == len(self.times_s) or self.times_s[i] != frame.time_s:
            return None
        person = self._recorded.person(frame)
        if person is None:
            last_frame = int(self._recorded.frames[self._last_found[i]])
            person = self._recorded.person(self.recording.frame(last_frame))
        assert person is not None
        mesh, translation = self.meshes(i, i + 1)[0], self._translation[i]
        size = self.recording.info.width, self.recording.info.height
        return replace(
            person,
            vertices=mesh - translation,
            translation=translation,
            joints=self._joints[i],
            joints_2d=project(self._joints[i] + translation, person.focal_px, size),
            box_xyxy=box_in_image(mesh, person.focal_px, size),
            pose=None,  # of the recorded mesh
        )

    def joint_positions(self) -> np.ndarray:
        """Return the (N, J, 3) joints in metres, camera axes; nothing is read for them."""
        return self._joints + self._translation[:, None]

    def tables(self) -> dict[str, np.ndarray]:
        """Return what is refined but the meshes; what the network saw in the image is not among it."""
        same = {name: self._recorded.table(name)[self._last_found] for name in ("focal_px", "is_left")}
        return same | {
            "translation": self._translation,
            "joints": self._joints,
            "frame_index": np.where(self._frames >= 0, self.recording.index[self._frames], -1),
            "filled": self.filled,
        }

    def centred_meshes(self) -> np.ndarray:
        """Return the (N, V, 3) meshes in metres from the ``translation`` of the tables, camera axes."""
        meshes = np.concatenate(list(blocks(self)))
        meshes -= self._translation[:, None]
        return meshes
