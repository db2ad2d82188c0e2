"""The data that travels through the live pipeline, from a captured frame to a drawn result.

One convention throughout: images are RGB uint8 (OpenCV's BGR is converted once, at the source); pixels are
(x right, y down) with centres at integers; camera axes are x right, y down, z away from the camera; lengths
are metres; times are seconds of ``time.perf_counter()``. Arrays are treated as read-only.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from models.body.pose_follower import BodyPose
    from models.camera.crop import CropBox
    from models.inference.onnx_model import Estimate


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One image of a source.

    Attributes
    ----------
    index : counts the source's frames from 0, those too that could not be read from a file.
    image : (H, W, 3) uint8 RGB.
    captured_at : seconds of ``perf_counter``, stamped once right after the frame was read.
    time_s : seconds on the source's own clock: the time stamp in a file, or since the start of a stream.
    fov_deg : the camera's horizontal field of view in degrees, where the file tells it.
    file_name : of the photo, where the source is a folder of them.
    """

    index: int
    image: np.ndarray
    captured_at: float
    time_s: float
    fov_deg: float | None = None
    file_name: str | None = None

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.image.shape[1], self.image.shape[0]


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """A person (or hand) found by the detector.

    Attributes
    ----------
    landmarks : (33, 2) float32 image pixels (21 for a hand), in MediaPipe's order.
    visibility : (33,) float32, 0 to 1.
    score : 0 to 1.
    is_left : the left hand; False for bodies.
    """

    landmarks: np.ndarray
    visibility: np.ndarray
    score: float
    is_left: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One reconstructed person (or hand) in one frame.

    Attributes
    ----------
    id : stays with the person from frame to frame.
    score : the network's own belief that somebody is in the crop, 0 to 1.
    crop : the square the network saw.
    vertices : (V, 3) float32 metres, root-centred, camera axes.
    joints : (J, 3) float32 metres, root-centred, camera axes; the model's ``joint_names``, which begin
        with FastMETRO's 14 for bodies.
    camera : (3,) float32, FastMETRO's weak-perspective (s, tx, ty) of the crop.
    translation : (3,) float32 metres; ``vertices + translation`` lie in the full frame's camera.
    focal_px : focal length of that camera in pixels.
    joints_2d : (J, 2) float32 image pixels, the joints projected by that camera.
    box_xyxy : (4,) float32 image pixels around the projected mesh.
    is_left : a left hand, whose mesh was mirrored back.
    parameters : further outputs of the model, such as ``smpl_rotmat`` and ``smpl_betas``.
    joint_scores : one of them, where the model has it: (17,) float32, how surely each of COCO's joints was
        seen, 0 to 1.
    pose : the shape and the bones that explain the mesh, placed in the full frame's camera; where they were
        asked for and the body has bones.
    raw_joints : (J, 3) float32 metres, as ``joints`` before they were steadied; live.
    feet : (4, 3) float32 metres, root-centred, camera axes: the points of
        :data:`app.recordings.motion.foot_contacts.FOOT_POINTS`; live, of bodies that have them.
    """

    id: int
    score: float
    crop: CropBox
    vertices: np.ndarray
    joints: np.ndarray
    camera: np.ndarray
    translation: np.ndarray
    focal_px: float
    joints_2d: np.ndarray
    box_xyxy: np.ndarray
    is_left: bool = False
    parameters: dict[str, np.ndarray] = field(default_factory=dict)
    pose: BodyPose | None = None
    raw_joints: np.ndarray | None = None
    feet: np.ndarray | None = None

    @property
    def joint_scores(self) -> np.ndarray | None:  # noqa: D102 - see above
        return self.parameters.get("joint_scores")


def _stage(title: str) -> float:
    """Declare a stage and what it is called in the window."""
    return field(default=0.0, metadata={"title": title})


@dataclass(frozen=True, slots=True)
class StageTimes:
    """Seconds a frame spent in each stage; ``wait`` is before the first of them, placing and drawing."""

    wait: float = _stage("Wait for its turn")
    detect: float = _stage("Find people")
    mesh: float = _stage("Mesh")
    smooth: float = _stage("Smooth")
    hands: float = _stage("Hands")
    draw: float = _stage("Draw")

    @property
    def total(self) -> float:
        """Capture to result, in seconds."""
        return sum(getattr(self, stage.name) for stage in fields(self))


@dataclass(frozen=True, slots=True, eq=False)
class Tracked:
    """A frame with what the network saw of everybody in it, who are still to be placed.

    Attributes
    ----------
    frame : what the source gave.
    focal_px : focal length of its camera in pixels.
    seen : everybody who is there, by id: the id, and what the network saw.
    followed : the ids of all who are followed, those too who are lost for a moment.
    times : where the time went until here.
    detected : the detector ran on this frame.
    """

    frame: Frame
    focal_px: float
    seen: tuple[tuple[int, Estimate], ...]
    followed: frozenset[int]
    times: StageTimes
    detected: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """A frame with everything found in it.

    Attributes
    ----------
    frame : what the source gave.
    people : nobody gives an empty tuple.
    overlay : (H, W, 3) uint8 RGB, the frame with the mesh drawn as the view asks; the frame's own image until
        it is drawn.
    times : where the time went.
    detected : the detector ran on this frame.
    leader : the id of who leads (:mod:`app.live.leading`); of somebody who has just left, too, for a moment.
    joint_pixels : (J, 2) pixels of the overlay where joints lie, by the person's id; where it was asked for.
    colours : that people are drawn in, by their ids, RGB 0 to 255; None until they are drawn.
    cutout : (H, W, 4) uint8, the people alone with colours that are multiplied by alpha; where it was asked
        for and drawn.
    """

    frame: Frame
    people: tuple[Person, ...]
    overlay: np.ndarray
    times: StageTimes
    detected: bool = False
    leader: int | None = None
    cutout: np.ndarray | None = None
    joint_pixels: dict[int, np.ndarray] | None = None
    colours: dict[int, tuple[int, int, int]] | None = None
