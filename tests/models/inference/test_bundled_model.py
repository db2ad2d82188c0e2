"""The bundled network: its weights are those of its file, and what it promises of its body holds."""

import numpy as np
import torch

from models.camera.crop import HIPS, SHOULDERS, CropBox
from models.evaluate.photos import frames
from models.inference.inputs import Subject
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS
from models.network.checkpoints import load_checkpoint
from models.network.config import find_config
from models.synthetic.landmark_noise import bone_length

PLANE = CropBox(np.zeros(2, np.float32), 1.0)  # the crop before a camera of focal length 1
AROUND = np.float32([[-0.35, -0.42], [0.35, 0.42]])  # of the person, in that plane


def clip_frames(tmp_path, count):
    """Some frames of the bundled clip, with crops about the person as the program would take them."""
    import cv2

    (tmp_path / "sample.mp4").write_bytes((ASSETS / "sample.mp4").read_bytes())
    for _, image in frames(tmp_path, count):
        side = min(image.shape[:2])
        left = (image.shape[1] - side) // 2
        yield cv2.resize(image[:side, left : left + side], (256, 256), interpolation=cv2.INTER_AREA)


def test_the_weights_are_those_of_the_file(anny, tmp_path):
    network, facts = load_checkpoint(ASSETS / "anny-small.pt", anny)
    assert network.config == find_config("anny-small")
    assert facts["samples"] > 0
    crop = next(clip_frames(tmp_path, 1))
    model = OnnxModel(ASSETS / "anny-small.onnx")
    somebody = Subject.of_crop(crop, PLANE, AROUND)
    fed = {name: one.compute(name, somebody)[None] for name, one in model.inputs.items()}
    found = model.run(fed)
    with torch.no_grad():
        wanted = network(**{name: torch.from_numpy(value) for name, value in fed.items()})
    # In the file Thunder computes in integers, so joints lie a little elsewhere.
    furthest = {"vertices": 0.015, "camera": 0.015, "presence": 0.03, "keypoints": 0.05, "joint_scores": 0.1}
    for name, most in furthest.items():
        assert np.abs(found[name] - getattr(wanted, name).numpy()).mean() < most, name


def test_nobody_grows_or_shrinks_from_frame_to_frame(tmp_path):
    model = OnnxModel(ASSETS / "anny-small.onnx")
    landmarks_of = model.template.joint_sets["mediapipe33"]
    meshes = model.estimate([Subject.of_crop(crop, PLANE, AROUND) for crop in clip_frames(tmp_path, 12)])
    landmarks = np.stack([landmarks_of.regress(mesh.vertices) for mesh in meshes])
    sizes = bone_length(landmarks)
    assert np.ptp(sizes) < 0.06 * sizes.mean()
    upright = landmarks[:, SHOULDERS].mean(1) - landmarks[:, HIPS].mean(1)
    assert (upright[:, 1] < 0).all()
