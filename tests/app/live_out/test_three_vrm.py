"""An avatar of three-vrm, which takes what is sent by npm's osc, stands as the person in the sample does."""

import json
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from app.live.mesh_step import MeshStep
from app.live.sources.open import open_source
from app.live_out.avatar_pose import AvatarPose
from app.live_out.vmc import VmcOutput
from app.options import Options
from models.body.humanoid import HUMAN_PARENTS, Humanoid, vrm_name
from tests.fakes.human_kinematics import body_heads, t_pose_heads

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("npm") is None, reason="needs Node.js and npm"),
]
AVATAR = Path(__file__).resolve().parents[2] / "avatar"
GLTF_FROM_CAMERA = np.array([1.0, -1.0, -1.0])  # VRM 1.0: x the avatar's left, y up, z where it looks
NAMES = [vrm_name(name) for name in HUMAN_PARENTS]


@pytest.fixture(scope="module")
def receiver_folder(tmp_path_factory):
    """The receiver with its packages."""
    folder = tmp_path_factory.mktemp("avatar")
    for file in ("package.json", "package-lock.json", "receive.mjs"):
        shutil.copy(AVATAR / file, folder)
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True, capture_output=True, timeout=300
    )
    return folder


@pytest.fixture(scope="module")
def people():
    """Somebody in every sixth frame of the sample."""
    step, source = MeshStep(Options(), bones=True), open_source("sample", realtime=False)
    found = []
    while (frame := source.read()) is not None:
        if frame.index % 6 == 0:
            found += step.step(frame).people[:1]
    step.close()
    source.close()
    assert len(found) > 40
    return found


@contextmanager
def avatar(folder, skeleton, betas):
    """Run a receiver with an avatar of this shape; yields its port and what reads its next line."""
    rest = {
        vrm_name(name): [
            vrm_name(parent) if (parent := HUMAN_PARENTS[name]) else "",
            *(at * GLTF_FROM_CAMERA),
        ]
        for name, at in t_pose_heads(skeleton, betas).items()
    }
    (folder / "rest.json").write_text(json.dumps(rest))
    with subprocess.Popen(
        ["node", "receive.mjs", "rest.json"], cwd=folder, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield json.loads(process.stdout.readline())["port"], lambda: json.loads(process.stdout.readline())
        finally:
            process.kill()


def apart_mm(folder, anny, people):
    """(frames, bones) distances between the avatar's bones and the people's."""
    humanoid, betas = Humanoid(anny.skeleton), people[-1].pose.betas
    apart = []
    with avatar(folder, anny.skeleton, betas) as (port, next_frame):
        vmc = VmcOutput(f"127.0.0.1:{port}")
        for person in people:
            vmc.send([person], anny, person.id)
            heads = next_frame()["heads"]
            shown = np.array([heads[name] for name in NAMES])
            true = body_heads(anny.skeleton, person.pose.betas, person.pose.rotations)[humanoid.bones]
            true = true * GLTF_FROM_CAMERA
            apart.append(1000 * np.linalg.norm(shown - shown[0] - (true - true[0]), axis=1))
        vmc.close()
    return np.array(apart)


def test_its_bones_are_where_the_persons_are(receiver_folder, anny, people):
    apart = apart_mm(receiver_folder, anny, people)
    print(f"median {np.median(apart):.1f} mm, p95 {np.percentile(apart, 95):.1f}, max {apart.max():.1f}")
    assert np.median(apart) < 10
    assert np.percentile(apart, 95) < 25


@pytest.mark.parametrize(
    ("mutation", "least_mm"),
    [([-1, 1, 1, 1], 30), ([1, -1, -1, 1], 30), ([-1, -1, -1, 1], 30)],
    ids=["x mirrored", "as VRM 0 or glTF", "inverse"],
)
def test_rotations_of_other_axes_would_be_seen(
    receiver_folder, anny, people, monkeypatch, mutation, least_mm
):
    of = AvatarPose.of

    def mutated(self, *args):
        pose = of(self, *args)
        pose.quaternions[:] *= mutation
        return pose

    monkeypatch.setattr(AvatarPose, "of", mutated)
    assert np.median(apart_mm(receiver_folder, anny, people[:10])) > least_mm


def test_palms_that_face_up_would_be_seen(receiver_folder, anny, people, monkeypatch):
    """The avatar keeps its own T-pose; only what is sent has the other sign."""
    hand_back = Humanoid._hand_back  # noqa: SLF001
    t_pose = t_pose_heads
    rest = t_pose(anny.skeleton, people[-1].pose.betas)
    monkeypatch.setitem(globals(), "t_pose_heads", lambda *_: rest)
    monkeypatch.setattr(Humanoid, "_hand_back", lambda self, side: -hand_back(self, side))
    apart = apart_mm(receiver_folder, anny, people[:10])
    fingers = [i for i, name in enumerate(NAMES) if "Distal" in name]
    assert np.median(apart[:, fingers]) > 15
