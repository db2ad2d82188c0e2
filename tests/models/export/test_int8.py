"""Published networks in integers: what they compute stays, or nothing is written."""

from collections import Counter

import cv2
import numpy as np
import onnx
import pytest

from models.body.template import load_template, save_template
from models.errors import UserError
from models.export import int8
from models.export.benchmark import untrained
from models.export.int8 import people_in_photos, quantise_file
from models.export.onnx_export import describe, export_onnx
from models.inference.paths import ASSETS


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A small published network with random weights, whose meshes lie within metres as people's do."""
    folder = tmp_path_factory.mktemp("network")
    network, template = untrained("FastMETRO-S-R50")
    save_template(folder / "template.npz", template)
    info = describe(network, load_template(folder / "template.npz"), "template.npz")
    export_onnx(network, info, folder / "network.onnx")
    return folder / "network.onnx", info


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    folder = tmp_path_factory.mktemp("photos")
    clip = cv2.VideoCapture(str(ASSETS / "sample.mp4"))
    for number in range(0, 360, 24):
        clip.set(cv2.CAP_PROP_POS_FRAMES, number)
        cv2.imwrite(str(folder / f"{number}.jpg"), clip.read()[1])
    clip.release()
    return folder


@pytest.fixture(scope="module")
def feeds(exported, photos):
    return people_in_photos(exported[1], photos)


def test_people_are_cut_as_live(feeds, exported):
    assert len(feeds) >= int8.FEWEST
    (one,) = exported[1].whole_inputs().values()
    assert all(feed["image"].shape == (1, *one.shape) for feed in feeds)
    assert all(0.2 < feed["image"].std() < 2 for feed in feeds)  # normalised, somebody on it


def test_the_folder_must_hold_people(exported, tmp_path):
    with pytest.raises(UserError, match=r"no folder .*; give --calibrate"):
        people_in_photos(exported[1], tmp_path / "none")
    cv2.imwrite(str(tmp_path / "grey.png"), np.full((200, 300, 3), 90, np.uint8))
    with pytest.raises(UserError, match="show 0 people and 12 are needed"):
        people_in_photos(exported[1], tmp_path)
    (tmp_path / "cut.jpg").write_bytes(b"no photo")
    with pytest.raises(UserError, match=r"cut\.jpg cannot be read"):
        people_in_photos(exported[1], tmp_path)


@pytest.mark.slow
def test_layers_are_in_integers_and_the_meshes_alike(exported, feeds, tmp_path, monkeypatch):
    file, _ = exported
    monkeypatch.setattr(int8, "LIMIT_MM", 1e6)  # random weights tell nothing of a trained network's error
    rounding = quantise_file(file, tmp_path / "integers.onnx", feeds)
    print(rounding.describe())
    kinds = Counter(node.op_type for node in onnx.load(tmp_path / "integers.onnx").graph.node)
    assert kinds["MatMulInteger"] >= 20
    assert kinds["QuantizeLinear"] >= 50
    assert rounding.with_linear


@pytest.mark.slow
def test_nothing_is_written_where_the_meshes_move_too_far(exported, feeds, tmp_path, monkeypatch):
    monkeypatch.setattr(int8, "LIMIT_MM", 0.0)
    with pytest.raises(UserError, match=r"integers\.onnx move by .* mm in the mean"):
        quantise_file(exported[0], tmp_path / "integers.onnx", feeds)
    assert not list(tmp_path.iterdir())
