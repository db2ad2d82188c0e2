"""The landmark network: MediaPipe's own answers on a person, refinement by heatmaps, damaged bundles."""

import math
import zipfile

import cv2
import numpy as np
import pytest
import torch

from models.camera.crop import CropBox
from models.errors import UserError
from models.inference.paths import ASSETS
from models.network.blazepose import NETWORK_FILE, BlazePose, load_blazepose, refine

BUNDLE = ASSETS / "pose_landmarker_full.task"


@pytest.fixture(scope="module")
def blazepose():
    return load_blazepose(BUNDLE)


@pytest.fixture(scope="module")
def person():
    """A frame with a person, and MediaPipe's landmarks of it: (33, 2) pixels, (33, 3) metres, image axes."""
    import mediapipe
    from mediapipe.tasks.python import BaseOptions, vision

    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    clip.set(cv2.CAP_PROP_POS_FRAMES, 30)
    frame = np.ascontiguousarray(clip.read()[1][..., ::-1])
    clip.release()
    image = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=frame)
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(BUNDLE)), running_mode=vision.RunningMode.VIDEO
    )
    with vision.PoseLandmarker.create_from_options(options) as landmarker:
        # The same frame again and again: tracking and smoothing come to rest.
        results = [landmarker.detect_for_video(image, 33 * i) for i in range(20)]
    assert results[-1].pose_landmarks, "MediaPipe finds nobody in the sample"
    height, width = frame.shape[:2]
    pixels = np.array([[p.x * width, p.y * height] for p in results[-1].pose_landmarks[0]], np.float32)
    world = np.array([[p.x, p.y, p.z] for p in results[-1].pose_world_landmarks[0]], np.float32)
    return frame, pixels, world


def box_around(centre, above, scale):
    """The square that MediaPipe tracks a person in: about the hips' centre, a second point straight above."""
    x, y = above - centre
    return CropBox(centre, float(2 * scale * np.hypot(x, y)), math.atan2(x, -y))


def as_tensor(crop):
    return torch.from_numpy(crop.astype(np.float32) / 255).permute(2, 0, 1)[None]


def test_landmarks_are_those_of_mediapipe(blazepose, person):
    frame, pixels, world = person
    box = box_around(pixels[23:25].mean(0), pixels[11:13].mean(0), 2.5)
    with torch.no_grad():
        for _ in range(10):  # to rest in the same square
            image = as_tensor(box.cut(frame, 256))
            points = blazepose(image).points[0, :, :2].numpy()
            centre, above = box.image_from_crop(points[33:35] / 128 - 1)
            box = box_around(centre, above, 1.25)
        landmarks, presence, _ = blazepose.predict(as_tensor(box.cut(frame, 256)))
    assert presence[0] > 0.9
    landmarks = landmarks[0].numpy()
    error = np.linalg.norm(box.image_from_crop(landmarks[:, :2]) - pixels, axis=1) / box.size
    assert np.median(error) < 0.005
    metres = landmarks[:, 5:].copy()
    metres[:, :2] = metres[:, :2] @ box.rotation().T
    assert np.median(np.linalg.norm(metres - world, axis=1)) < 0.03
    assert np.abs(metres[[23, 24]].mean(0)).max() < 0.01  # centred between the hips
    assert landmarks[[11, 12, 23, 24], 3].min() > 0.9  # the trunk is visible


def test_nobody_in_noise(blazepose):
    noise = torch.rand(2, 3, 256, 256, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        landmarks, presence, _ = blazepose.predict(noise)
    assert landmarks.shape == (2, 33, 8)
    assert (presence < 0.5).all()
    assert ((landmarks[..., 3:5] >= 0) & (landmarks[..., 3:5] <= 1)).all()


def test_network_is_frozen_and_whole(blazepose):
    assert not any(p.requires_grad for p in blazepose.parameters())
    assert not blazepose.training
    own = {id(p) for p in blazepose.parameters()}
    listed = {id(p) for conv in blazepose.file_order() for p in conv.parameters()}
    assert own == listed  # every weight comes from the file
    with torch.no_grad():
        out = blazepose(torch.zeros(1, 3, 256, 256))
    assert out.points.shape == (1, 39, 5)
    assert out.world.shape == (1, 39, 3)
    assert out.heatmap.shape == (1, 39, 64, 64)
    assert out.s16.shape == (1, 88, 16, 16)
    assert out.s32x.shape == (1, 864, 8, 8)


def test_loading_leaves_random_numbers_alone():
    torch.manual_seed(5)
    wanted = torch.rand(3)
    torch.manual_seed(5)
    load_blazepose()
    assert torch.equal(torch.rand(3), wanted)


def refine_one(x, y, heat):
    """The rule, landmark by landmark: x, y in units of the side; (H, W) heat in 0..1."""
    height, width = heat.shape
    column, row = int(x * width), int(y * height)
    if not (0 <= column < width and 0 <= row < height):
        return x, y
    columns = np.arange(max(column - 3, 0), min(column + 4, width))
    rows = np.arange(max(row - 3, 0), min(row + 4, height))
    window = heat[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if window.max() < 0.5:
        return x, y
    total = window.sum()
    return (window.sum(0) @ columns) / total / width, (window.sum(1) @ rows) / total / height


def test_refinement_follows_the_heat_nearby():
    generator = torch.Generator().manual_seed(0)
    count = 200
    xy = torch.rand(2, count, 2, generator=generator) * 1.3 - 0.15  # some outside the crop
    logits = torch.randn(2, count, 16, 12, generator=generator) * 3 - 6
    found = refine(xy, logits).numpy()
    heat = logits.sigmoid().numpy()
    moved = 0
    for b in range(2):
        for i in range(count):
            x, y = xy[b, i].tolist()
            wanted = refine_one(x, y, heat[b, i])
            assert found[b, i] == pytest.approx(wanted, abs=1e-5)
            moved += wanted != (x, y)
    assert 50 < moved < 350  # both cases occur


def test_wrong_bundles_are_named(tmp_path):
    with pytest.raises(UserError, match=r"lost\.task is missing"):
        load_blazepose(tmp_path / "lost.task")
    (tmp_path / "text.task").write_text("no archive")
    with pytest.raises(UserError, match=r"text\.task holds no pose_landmarks_detector\.tflite"):
        load_blazepose(tmp_path / "text.task")
    with pytest.raises(UserError, match=r"hand_landmarker_full\.task holds no"):
        load_blazepose(ASSETS / "hand_landmarker_full.task")
    # The person detector in the landmark network's place.
    with zipfile.ZipFile(BUNDLE) as bundle, zipfile.ZipFile(tmp_path / "mixed.task", "w") as mixed:
        mixed.writestr(NETWORK_FILE, bundle.read("pose_detector.tflite"))
    with pytest.raises(UserError, match="2 outputs instead of 5"):
        load_blazepose(tmp_path / "mixed.task")


def test_gradient_passes_through_the_network():
    torch.manual_seed(0)
    network = BlazePose()
    image = torch.rand(1, 3, 256, 256, requires_grad=True)
    landmarks, presence, _ = network.predict(image)
    (landmarks.sum() + presence.sum()).backward()
    assert image.grad.abs().sum() > 0
