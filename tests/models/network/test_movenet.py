"""MoveNet's networks: the answers of an independent conversion, their shapes, damaged and other files."""

import json
import shutil

import cv2
import numpy as np
import pytest
import torch

from models.errors import UserError
from models.inference.paths import ASSETS
from models.network.movenet import NUM_PEAKS, THUNDER, MultiPose, Thunder, load_multipose, load_thunder

# Joints of the sample's frame 30, in the square in its middle, in thousandths of the crop and of the score.
# Computed by another converter, which turns the published graph into ONNX operator by operator, run by ONNX
# Runtime, and decoded in NumPy.
REFERENCE = np.array(
    [
        [-289, -365, 630],
        [-272, -383, 644],
        [-302, -383, 585],
        [-239, -372, 651],
        [-325, -363, 587],
        [-192, -249, 377],
        [-363, -249, 487],
        [-142, -90, 421],
        [-406, -114, 432],
        [-152, 26, 457],
        [-432, 30, 517],
        [-217, 43, 610],
        [-333, 47, 651],
        [-206, 281, 541],
        [-325, 295, 423],
        [-72, 428, 352],
        [-306, 510, 562],
    ]
)


@pytest.fixture(scope="module")
def thunder():
    return load_thunder()


@pytest.fixture(scope="module")
def crop():
    """The square in the middle of the sample's frame 30, 256 pixels."""
    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    clip.set(cv2.CAP_PROP_POS_FRAMES, 30)
    frame = clip.read()[1][..., ::-1]
    clip.release()
    side = min(frame.shape[:2])
    top, left = ((n - side) // 2 for n in frame.shape[:2])
    square = np.ascontiguousarray(frame[top : top + side, left : left + side])
    return cv2.resize(square, (256, 256), interpolation=cv2.INTER_AREA)


def as_tensor(crop):
    return torch.from_numpy(crop.astype(np.float32) / 255).permute(2, 0, 1)[None]


def test_joints_are_those_of_the_published_network(thunder, crop):
    with torch.no_grad():
        joints = thunder.predict(as_tensor(crop))
    assert joints.shape == (1, 17, 3)
    assert np.abs(1000 * joints[0].numpy() - REFERENCE).max() < 1


def test_people_of_a_batch_are_read_each_by_itself(thunder, crop):
    mirrored = np.ascontiguousarray(crop[:, ::-1])
    with torch.no_grad():
        alone = [thunder.predict(as_tensor(image)) for image in (crop, mirrored)]
        together = thunder.predict(torch.cat([as_tensor(crop), as_tensor(mirrored)]))
    assert torch.allclose(together, torch.cat(alone), atol=1e-4)


def test_network_is_frozen_and_whole(thunder):
    assert not any(p.requires_grad for p in thunder.parameters())
    assert not thunder.training
    assert not any(p.is_meta for p in thunder.parameters())  # every weight comes from the file


def test_multipose_proposes_each_blob_once():
    """With maps of our own making: two people, one of them small; the joints lie on the regressed places."""

    class Drawn(MultiPose):
        def maps(self, image):
            height, width = (n // 4 for n in image.shape[-2:])
            maps = {
                "center": torch.full((1, 1, height, width), -20.0),
                "kpt_heatmap": torch.full((1, 17, height, width), -20.0),
                "kpt_regress": torch.zeros(1, 34, height, width),
                "kpt_offset": torch.full((1, 34, height, width), 0.25),
            }
            for (row, column), logit in (((10, 12), 2.0), ((10, 13), 1.0), ((20, 30), 3.0)):
                maps["center"][0, 0, row, column] = logit
            for (row, column), size in (((10, 12), 6), ((20, 30), 3)):
                for j in range(17):
                    down, right = j % 4 * size // 4, j // 4 * size // 4
                    maps["kpt_regress"][0, 2 * j, row, column] = down
                    maps["kpt_regress"][0, 2 * j + 1, row, column] = right
                    maps["kpt_heatmap"][0, j, row + down, column + right] = 1.0
            return maps

    with torch.no_grad():
        joints, scores = Drawn()(torch.zeros(1, 3, 128, 192))
    assert joints.shape == (NUM_PEAKS, 17, 3)
    assert scores.tolist()[:2] == pytest.approx(torch.tensor([3.0, 2.0]).sigmoid().tolist())
    assert scores[2:].max() < 1e-6  # the neighbour of a hotter centre is nobody
    for found, (row, column), size in ((joints[0], (20, 30), 3), (joints[1], (10, 12), 6)):
        for j in range(17):
            x = 4 * (column + j // 4 * size // 4 + 0.25)
            y = 4 * (row + j % 4 * size // 4 + 0.25)
            assert found[j].tolist() == pytest.approx([x, y, torch.tensor(1.0).sigmoid().item()])


def copied(folder):
    for suffix in (".json", ".bin"):
        shutil.copy(THUNDER.with_suffix(suffix), folder / f"thunder{suffix}")
    return folder / "thunder.json"


@pytest.mark.parametrize("lost", ["thunder.json", "thunder.bin"])
def test_missing_file_is_named(tmp_path, lost):
    path = copied(tmp_path)
    (tmp_path / lost).unlink()
    with pytest.raises(UserError, match=rf"{lost} is missing"):
        load_thunder(path)


def test_damaged_files_are_named(tmp_path):
    path = copied(tmp_path)
    stored = path.with_suffix(".bin")
    stored.write_bytes(stored.read_bytes()[:-2])
    with pytest.raises(UserError, match=r"thunder\.bin has 12477110 bytes, .* describes 12477112"):
        load_thunder(path)
    for content in (b"\x93\x00", b"{", b"[]", b'{"weightsManifest": [{"weights": [{"name": "a"}]}]}'):
        path.write_bytes(content)
        with pytest.raises(UserError, match=r"thunder\.json describes no graph model"):
            load_thunder(path)


def test_numbers_of_another_format_are_refused(tmp_path):
    path = copied(tmp_path)
    record = json.loads(path.read_text())
    record["weightsManifest"][0]["weights"][0]["quantization"] = {"dtype": "uint8", "scale": 1, "min": 0}
    path.write_text(json.dumps(record))
    with pytest.raises(UserError, match="float16 or float32"):
        load_thunder(path)


def test_other_network_is_refused(tmp_path):
    with pytest.raises(UserError, match=r"movenet_thunder\.json holds another network \(.* does not fit\)"):
        load_multipose(THUNDER)
    path = copied(tmp_path)
    record = json.loads(path.read_text())
    for entry in record["weightsManifest"][0]["weights"]:
        if entry["name"].endswith("Conv1/Conv2D_weights"):
            entry["name"] = "renamed"
    path.write_text(json.dumps(record))
    with pytest.raises(UserError, match=r"Conv1/Conv2D_weights does not fit"):
        load_thunder(path)


def test_gradient_passes_through_the_network():
    torch.manual_seed(0)
    image = torch.rand(1, 3, 256, 256, requires_grad=True)
    Thunder().predict(image).sum().backward()
    assert image.grad.abs().sum() > 0
