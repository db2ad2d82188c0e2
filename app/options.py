"""Options: what a person can change while the pipeline runs, in one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from models.camera.projection import USUAL_FOV_DEG

if TYPE_CHECKING:
    from app.types import Frame

View = Literal["overlay", "mesh", "side_by_side", "orbit"]
Show = Literal["mesh", "skeleton", "both"]
LookName = Literal[
    "mannequin", "clay", "figurine", "hologram", "wireframe"
]  # models.rendering.looks says more

Device = Literal["auto", "cpu", "cuda", "tensorrt-rtx", "webgpu"]

PixelFormat = Literal["auto", "MJPG", "YUYV", "UYVY", "NV12"]  # those that OpenCV's V4L2 reads, by FourCC

MOST_PEOPLE = 6  # as many as there are colours that a colour-blind person can tell apart

RANGES: dict[str, tuple[float, float]] = {
    "people": (1, MOST_PEOPLE),
    "camera_width": (16, 8192),
    "camera_height": (16, 8192),
    "camera_fps": (1.0, 240.0),
    "fov_deg": (20.0, 150.0),
    "height_cm": (40.0, 260.0),
    "smoothing": (0.0, 1.0),
    "opacity": (0.0, 1.0),
    "countdown_s": (0, 60),
    "orbit_pitch_deg": (-89.0, 89.0),
    "orbit_zoom": (0.2, 5.0),
}


@dataclass(frozen=True, slots=True)
class Options:
    """Everything the pipeline obeys.

    A change of what is :attr:`opened_with` needs a new pipeline; all else takes effect with the next frame.

    Attributes
    ----------
    source : camera index or name, image, folder, video, URL, ``"sample"``; empty for the first camera.
    model : name or file; empty for the bundled model.
    device : what the network runs on: ``"auto"`` is the quickest that gives the CPU's results; any other
        fails where it does not work.
    camera_width, camera_height, camera_fps : pixels and frames a second that a camera is asked for; it may
        give others.
    camera_format : how a camera is asked to send its pixels; ``"auto"`` takes JPEG where raw pictures would
        be too many bytes for USB 2.
    server : the inference server that runs the network, ``grpc://HOST:PORT`` or ``grpcs://HOST:PORT``; empty
        for this machine alone, which takes over where the server is away.
    server_ca : PEM file of who vouches for it; empty for whom gRPC trusts.
    server_insecure : pictures may go to it unencrypted over the network.
    people : how many people are followed at once.
    mirror : show the picture as a mirror does. Only the picture: results stay unmirrored.
    fov_deg : the camera's horizontal field of view in degrees; None takes what the photo's file tells, or
        else the usual one.
    height_cm : how tall the person who leads is, without shoes; None leaves it to the network's guess.
    hands : read the fingers of people's hands too, where the model's body has fingers.
    smoothing : 0 (quick, unsmoothed) to 1 (steady).
    show : what is drawn.
    view : over the picture, the mesh alone, picture and mesh side by side, or seen from around.
    look : how the mesh is shaded.
    opacity : of the mesh, 0 to 1.
    colour_per_person : one colour a person rather than one for all.
    lead : who leads of several people, near and in the middle, is drawn as ever and the others pale.
    keep_video : recordings keep the source's pictures too, as a video beside the meshes.
    take_name : what recordings are called, each with its number; empty names them by date and time.
    countdown_s : so many seconds are counted down before a recording begins.
    vmc : where the leading person's bones are sent for avatars, ``HOST[:PORT]``; empty for nowhere.
    page : where a page shows the picture to other programs, ``[HOST:]PORT``; empty for nowhere.
    leader_id : the number of who leads while there, whoever stands nearer; 0 for nobody in particular. This
        and what follows is about people of the present source, and never stored.
    hidden : numbers of people who are followed but not drawn.
    forgotten : numbers of people who are to be somebody new from now on.
    orbit_yaw_deg, orbit_pitch_deg, orbit_zoom : the view camera of ``"orbit"``; zoom 1 fits the people.
    """

    source: str = ""
    model: str = ""
    device: Device = "auto"
    camera_width: int = 1280
    camera_height: int = 720
    camera_fps: float = 30.0
    camera_format: PixelFormat = "auto"
    server: str = ""  # no picture leaves the machine unless asked for
    server_ca: str = ""
    server_insecure: bool = False
    people: int = 1
    mirror: bool = False
    fov_deg: float | None = None
    height_cm: float | None = None
    hands: bool = False  # takes about as long as the mesh itself on a CPU
    smoothing: float = 0.5
    show: Show = "mesh"
    view: View = "overlay"
    look: LookName = "mannequin"
    opacity: float = 0.9
    colour_per_person: bool = True
    lead: bool = False
    keep_video: bool = False  # nobody's picture is stored unless asked for
    take_name: str = ""
    countdown_s: int = 0
    vmc: str = ""  # nothing leaves the program unless asked for
    page: str = ""
    leader_id: int = 0
    hidden: tuple[int, ...] = ()
    forgotten: tuple[int, ...] = ()
    orbit_yaw_deg: float = 30.0
    orbit_pitch_deg: float = 10.0
    orbit_zoom: float = 1.0

    @property
    def opened_with(self) -> tuple[object, ...]:
        """What a pipeline is opened with, once and for all."""
        return (
            *(self.source, self.model, self.device),
            *(self.camera_width, self.camera_height, self.camera_fps, self.camera_format),
            *(self.server, self.server_ca, self.server_insecure),
        )

    def fov_of(self, frame: Frame) -> float:
        """Return the horizontal field of view in degrees that a frame is taken to have."""
        return self.fov_deg or frame.fov_deg or USUAL_FOV_DEG
