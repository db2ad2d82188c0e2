"""BoothSettings: everything a booth obeys, with what its file says of each setting."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal

from app.options import RANGES, LookName, Options, View
from models.camera.projection import USUAL_FOV_DEG

Consent = Literal["arms", "button", "both"]
LANGUAGES = ("en", "de", "fr", "es", "ja", "ko", "zh")


def setting(default: Any, comment: str, bounds: tuple[float, float] | None = None) -> Any:
    """Declare a setting: its default, what the file says of it, and the smallest and largest number."""
    return field(default=default, metadata={"comment": comment, "bounds": bounds})


@dataclass(frozen=True, slots=True)
class PictureSettings:
    """What is seen, and how it is drawn."""

    source: str = setting("", "camera index or name, file or stream; empty: the first camera")
    model: str = setting("", "a model's name or .onnx file; empty: the bundled model")
    people: int = setting(3, "how many people are followed; one of them leads", RANGES["people"])
    mirror: bool = setting(True, "show the picture as a mirror does")
    fov_deg: float = setting(
        USUAL_FOV_DEG, "the camera's horizontal field of view in degrees", RANGES["fov_deg"]
    )
    look: LookName = setting("mannequin", "how the mesh looks")  # noqa: RUF009 - a string
    opacity: float = setting(0.9, "of the mesh, 0 to 1", RANGES["opacity"])
    smoothing: float = setting(0.5, "0 (at once, unsteady) to 1 (steady, later)", RANGES["smoothing"])


@dataclass(frozen=True, slots=True)
class VisitSettings:
    """How a visit goes."""

    greet_within_m: float = setting(
        0.0,
        "metres from the camera within which somebody is greeted, so that those who pass by do not end the "
        "idle screen; 0: however far",
        (0.0, 20.0),
    )
    greet_after_s: float = setting(1.0, "seconds somebody stands there before being greeted", (0.0, 60.0))
    greet_s: float = setting(4.0, "seconds the greeting stays", (0.0, 60.0))
    idle_after_s: float = setting(20.0, "seconds without anybody until the idle screen", (5.0, 3600.0))
    views: tuple[View, ...] = setting(
        ("overlay", "orbit", "side_by_side"), "shown one after another while somebody plays"
    )
    change_view_s: float = setting(15.0, "seconds of each view", (3.0, 3600.0))


@dataclass(frozen=True, slots=True)
class IdleSettings:
    """What is shown and said while nobody is there."""

    clip: str = setting("", "a video to invite by, beside this file; empty: the bundled sample")
    languages: tuple[Literal["en", "de", "fr", "es", "ja", "ko", "zh"], ...] = setting(
        LANGUAGES, "what is said is said in each of them in turn"
    )
    change_language_s: float = setting(6.0, "seconds of each language", (2.0, 600.0))
    texts: str = setting("", "a file of your own words, beside this one; empty: the bundled words")


@dataclass(frozen=True, slots=True)
class VisitorSettings:
    """What is kept of visitors."""

    record: bool = setting(
        False,
        "let visitors have their movement recorded, each asking for it on the screen; one of the views must "
        "be overlay",
    )
    consent: Consent = setting(  # noqa: RUF009 - a string
        "arms", "how they ask: both arms raised inside a drawn frame, a button on a touch screen, or either"
    )
    video: bool = setting(
        False, "store the picture too, as long as everybody in view has asked for it by raised arms"
    )
    snapshot: bool = setting(False, "whoever is recorded may have a photo taken by raising one arm")
    folder: str = setting("", "where to, beside this file; empty: FastMETRO Live/booth in your videos")
    retention_hours: float = setting(24.0, "after which what was made of a visit is deleted", (0.1, 8760.0))
    takeaway: bool = setting(
        False,
        "make a short clip at once, for the visitor's phone to fetch by a QR code; needs record, and a page "
        "that phones reach",
    )
    takeaway_minutes: float = setting(30.0, "for which the clip can be fetched", (1.0, 1440.0))
    clip_seconds: float = setting(20.0, "after which a recording for a clip ends", (5.0, 120.0))
    wifi: str = setting("", "the name of the Wi-Fi that phones have to join for it; empty: not told")


@dataclass(frozen=True, slots=True)
class OutSettings:
    """Where results go besides the screen; empty for nowhere."""

    vmc: str = setting("", "HOST[:PORT] of a program that moves an avatar by the leader's bones (VMC)")
    page: str = setting("", "[HOST:]PORT of a page that shows the picture to other programs")


@dataclass(frozen=True, slots=True)
class UpkeepSettings:
    """How the program is kept going."""

    restart_at: str = setting(
        "",
        'local time, such as "04:00", at which the program ends with exit code 75, to be started afresh by '
        "what watches over it; while nobody is there, within an hour; empty: never",
    )
    log_mb: float = setting(
        5.0, "megabytes that the log's files may take together; 0: no log file", (0.0, 1000.0)
    )


@dataclass(frozen=True, slots=True)
class BoothSettings:
    """A booth.

    Attributes
    ----------
    picture, visit, idle, visitors, out, upkeep : the sections of its file.
    """

    picture: PictureSettings = field(
        default_factory=PictureSettings, metadata={"comment": "What is seen, and how it is drawn."}
    )
    visit: VisitSettings = field(default_factory=VisitSettings, metadata={"comment": "How a visit goes."})
    idle: IdleSettings = field(
        default_factory=IdleSettings, metadata={"comment": "What is shown and said while nobody is there."}
    )
    visitors: VisitorSettings = field(
        default_factory=VisitorSettings, metadata={"comment": "What is kept of visitors."}
    )
    out: OutSettings = field(
        default_factory=OutSettings,
        metadata={"comment": "Where results go besides the screen; nothing leaves this machine unasked."},
    )
    upkeep: UpkeepSettings = field(
        default_factory=UpkeepSettings, metadata={"comment": "How the program is kept going."}
    )

    def options(self) -> Options:
        """Return the pipeline's options."""
        picture, out = self.picture, self.out
        return replace(
            Options(),
            source=picture.source,
            model=picture.model,
            people=picture.people,
            mirror=picture.mirror,
            fov_deg=picture.fov_deg,
            look=picture.look,
            opacity=picture.opacity,
            smoothing=picture.smoothing,
            view=self.visit.views[0],
            vmc=out.vmc,
            page=out.page,
        )
