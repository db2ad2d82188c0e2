"""LiveModel: what the window shows of the model at work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from models.body.finger_angles import has_fingers
from models.inference.providers import CPU

if TYPE_CHECKING:
    from app.live.estimator import MeshEstimator
    from app.server.status import RemoteStatus


@dataclass(frozen=True, slots=True)
class LiveModel:
    """The model at work, and what it runs on.

    Attributes
    ----------
    kind : what it reconstructs.
    device_title, device_name : what runs it as people call it (``CUDA``), and the hardware by name.
    on_cpu : the CPU does the work, and no server.
    cpu_reason : one or two sentences why it does; empty for a GPU.
    no_opengl : one sentence why the processor draws the mesh too; empty where OpenGL does.
    has_fingers : whether the model's body has finger bones.
    server : how the server does that is to do the work; None for no server.
    joint_names : in the order of people's joints.
    """

    kind: Literal["body", "hand"]
    device_title: str
    device_name: str
    on_cpu: bool
    cpu_reason: str
    no_opengl: str = ""
    has_fingers: bool = False
    server: RemoteStatus | None = None
    joint_names: tuple[str, ...] = ()

    @property
    def runs_on(self) -> str:
        """What does the work, in a few words."""
        if self.server is not None:
            return self.server.label
        return "CPU" if self.on_cpu else f"{self.device_title}, {self.device_name}"

    @classmethod
    def of(cls, estimator: MeshEstimator, no_opengl: str) -> LiveModel:
        """Describe the model of an estimator."""
        server = None if estimator.remote is None else estimator.remote.status
        serves = server is not None and server.state == "serving"
        return cls(
            kind=estimator.info.kind,
            device_title=estimator.device_title,
            device_name=estimator.device_name,
            on_cpu=estimator.provider == CPU and not serves,
            cpu_reason=estimator.cpu_reason,
            no_opengl=no_opengl,
            has_fingers=has_fingers(estimator.template),
            server=server,
            joint_names=tuple(estimator.info.joint_names),
        )
