"""Scene: what a format writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.recordings.export.influences import MANY
from app.recordings.motion.room import CAMERA, Room

if TYPE_CHECKING:
    from app.options import LookName
    from app.recordings.export.formats import BoneNames, Rest
    from app.recordings.motion.track import Track
    from app.recordings.reader import Recording


@dataclass(frozen=True, slots=True)
class VideoView:
    """How a video shows the people, and from where.

    Attributes
    ----------
    kind : ``"mesh"``, the people alone from the recorded camera; ``"overlay"``, from there over the kept
        video; ``"orbit"``, alone from around them.
    yaw_deg, pitch_deg, zoom : of the view ``"orbit"``, as in :class:`app.options.Options`.
    look : likewise.
    """

    kind: Literal["mesh", "overlay", "orbit"] = "mesh"
    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    zoom: float = 1.0
    look: LookName = "mannequin"


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """People of a recording, and how they are written where the format leaves that open.

    Attributes
    ----------
    recording : where the people are from.
    tracks : a person each.
    fps : frames a second of a format with a constant rate.
    view : of a video.
    influences : how many bones move a vertex of a skinned mesh at most.
    room : where the origin is and which way is forward, of formats that are not bound to the picture.
    names : whose names bones have.
    rest : the pose in which bones and skin rest: the body's own, a T- or an A-pose.
    """

    recording: Recording
    tracks: tuple[Track, ...]
    fps: float
    view: VideoView = VideoView()
    influences: int = MANY
    room: Room = CAMERA
    names: BoneNames = "anny"
    rest: Rest = "own"

    @property
    def person(self) -> Track:
        """The only person, for a format that holds one."""
        (track,) = self.tracks
        return track
