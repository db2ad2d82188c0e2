"""OnnxModel with a real ONNX network: what it shows the network, how it reads the answer, what it refuses."""

import dataclasses
import os
from pathlib import Path

import numpy as np
import onnx
import pytest

from models.camera.crop import CropBox, CropRule
from models.camera.projection import Pinhole
from models.inference.inputs import Subject
from models.inference.onnx_model import OnnxModel
from models.inference.store import ModelError
from tests.fakes.tiny_model import draw_doll, make_model

HIPS, SCALE = (330.0, 250.0), 200.0


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> OnnxModel:
    return OnnxModel(make_model(tmp_path_factory.mktemp("model")))


@pytest.fixture
def scene(model):
    """A picture with the doll, and the (V, 2) pixels of its vertices."""
    image = np.full((480, 640, 3), 90, np.uint8)
    return image, draw_doll(image, model.template, HIPS, SCALE)


def box(x=320, y=240, size=520.0, angle=0.0) -> CropBox:
    return CropBox(np.array([x, y], np.float32), size, angle)


def subject(image, crop=None, is_left=False) -> Subject:
    return Subject(image, crop or box(), Pinhole.of_photo(image.shape[1::-1]), is_left=is_left)


def test_the_mesh_lies_where_the_doll_is(model, scene):
    image, pixels = scene
    (estimate,) = model.estimate([subject(image)])
    assert np.abs(estimate.on_image(estimate.vertices) - pixels).max() < 6
    assert estimate.presence == pytest.approx(1, abs=0.01)


def test_the_mesh_stays_in_place_whatever_the_crop(model, scene):
    image, pixels = scene
    for crop in (box(300, 260, 600), box(angle=0.2), box(350, 230, 480, angle=-0.3)):
        (estimate,) = model.estimate([subject(image, crop)])
        middle = estimate.on_image(estimate.vertices).mean(0)
        assert np.abs(middle - pixels.mean(0)).max() < 8


def test_meshes_are_centred_on_the_root_and_joints_move_along(model, scene):
    (estimate,) = model.estimate([subject(scene[0])])
    np.testing.assert_allclose(model.template.root.apply(estimate.vertices), 0, atol=1e-5)
    joints = model.template.joint_sets["fastmetro14"].regress(estimate.vertices)
    np.testing.assert_allclose(estimate.joints, joints, atol=1e-5)


def test_a_turned_crop_gives_a_mesh_turned_back_to_the_camera(model, scene):
    """The network sees an upright doll in a turned crop of a leaning one: the mesh must lean."""
    image, angle = scene[0], 0.4
    upright = model.template.centred(model.template.v_template)[0]
    (estimate,) = model.estimate([subject(image, box(angle=angle))])
    c, s = np.cos(angle), np.sin(angle)
    np.testing.assert_allclose(
        estimate.vertices, upright @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]), atol=1e-5
    )


def test_an_empty_crop_has_nobody_in_it(model):
    (estimate,) = model.estimate([subject(np.full((480, 640, 3), 90, np.uint8))])
    assert estimate.presence < 0.01


def test_crops_are_answered_in_order_and_batches_change_nothing(model, scene):
    crops = [box(300 + 10 * i) for i in range(5)]
    alone = [model.estimate([subject(scene[0], crop)])[0] for crop in crops]
    for batch in (None, 1, 2, 5, 8):
        together = model.estimate([subject(scene[0], crop) for crop in crops], batch=batch)
        assert [e.crop for e in together] == crops
        for one, same in zip(alone, together, strict=True):
            np.testing.assert_allclose(one.camera, same.camera, atol=1e-5)


def test_nobody_gives_no_estimates(model):
    assert model.estimate([]) == []
    assert model.estimate([], batch=3) == []


def test_a_left_hand_is_shown_mirrored_and_mirrored_back(model):
    """Where a left hand is, its mirror picture has a right one: meshes of the two are mirror images."""
    image = np.full((480, 640, 3), 90, np.uint8)
    draw_doll(image, model.template, (380, 250), SCALE)
    flipped = np.ascontiguousarray(image[:, ::-1])
    (right,) = model.estimate([subject(flipped, box(319))])
    (left,) = model.estimate([subject(image, box(320), is_left=True)])
    assert left.is_left
    assert not right.is_left
    np.testing.assert_allclose(left.vertices, right.vertices * [-1, 1, 1], atol=1e-5)
    mirrored = right.on_image(right.vertices) * [-1, 1] + [639, 0]
    np.testing.assert_allclose(left.on_image(left.vertices), mirrored, atol=0.01)
    (turned,) = model.estimate([subject(image, box(320, angle=0.3), is_left=True)])
    (other,) = model.estimate([subject(flipped, box(319, angle=-0.3))])
    mirrored = other.on_image(other.vertices) * [-1, 1] + [639, 0]
    np.testing.assert_allclose(turned.on_image(turned.vertices), mirrored, atol=0.01)


# Files that cannot be used


def test_a_missing_template_is_a_sentence(tmp_path):
    path = make_model(tmp_path)
    (tmp_path / "doll.npz").unlink()
    with pytest.raises(ModelError, match=r"body template doll\.npz is missing"):
        OnnxModel(path)


def test_another_template_of_the_same_name_is_a_sentence(tmp_path):
    path = make_model(tmp_path, template_sha256="0" * 64)
    with pytest.raises(ModelError, match=r"doll\.npz is not the body that tiny\.onnx was made for"):
        OnnxModel(path)


def test_a_template_that_is_no_template_is_a_sentence(tmp_path):
    path = make_model(tmp_path)
    np.savez(tmp_path / "doll.npz", something=np.zeros(3))
    with pytest.raises(ModelError, match=r"doll\.npz is not a body template"):
        OnnxModel(path)


def test_a_template_that_would_run_a_program_is_refused(tmp_path):
    class Hostile:
        def __reduce__(self):
            return os.system, (f"touch {tmp_path / 'ran'}",)

    path = make_model(tmp_path)
    arrays = dict(np.load(tmp_path / "doll.npz"))
    arrays["v_template"] = np.array([Hostile()], object)
    np.savez(tmp_path / "doll.npz", **arrays)
    with pytest.raises(ModelError, match=r"doll\.npz is not a body template"):
        OnnxModel(path)
    assert not (tmp_path / "ran").exists()


def test_a_network_cut_in_the_middle_is_a_sentence(tmp_path):
    path = make_model(tmp_path)
    model = onnx.load(path)
    model.graph.ClearField("node")
    onnx.save(model, path)
    with pytest.raises(ModelError, match=r"^tiny\.onnx is damaged"):
        OnnxModel(path)


def edited(path: Path, change) -> Path:
    model = onnx.load(path)
    change(model)
    onnx.save(model, path)
    return path


def test_a_network_that_lacks_an_output_is_a_sentence(tmp_path):
    def rename(model):
        model.graph.node[-1].output[0] = "belief_of_presence"
        model.graph.output[-1].name = "belief_of_presence"
        del model.graph.output[0]

    with pytest.raises(ModelError, match=r"^tiny\.onnx lacks the output camera; export it again"):
        OnnxModel(edited(make_model(tmp_path), rename))


def test_a_record_that_does_not_fit_the_network_is_a_sentence(tmp_path):
    with pytest.raises(ModelError, match=r"takes the input image of .*64.*, its record says .*128"):
        OnnxModel(make_model(tmp_path, input_size=128))
    model = OnnxModel(make_model(tmp_path, joint_names=("a", "b")))
    with pytest.raises(ModelError, match=r"gives joints of \[1, 14, 3\], .* \[1, 2, 3\];"):
        model.estimate([subject(np.zeros((480, 640, 3), np.uint8))])


def test_outputs_of_another_shape_are_a_sentence(tmp_path):
    def widen(model):
        presence = next(node for node in model.graph.node if "presence" in node.output)
        presence.output[0] = "narrow"
        model.graph.node.add(op_type="Identity", input=["vertices"], output=["presence"])
        next(output for output in model.graph.output if output.name == "presence").type.CopyFrom(
            next(output for output in model.graph.output if output.name == "vertices").type
        )

    model = OnnxModel(edited(make_model(tmp_path), widen))
    with pytest.raises(ModelError, match=r"gives presence of \[1, 420, 3\], .* say \[1\]; export it again"):
        model.estimate([subject(np.zeros((480, 640, 3), np.uint8))])


def test_keypoints_of_another_shape_are_a_sentence(tmp_path):
    def add(model):
        vertices = next(output for output in model.graph.output if output.name == "vertices")
        model.graph.node.add(op_type="Identity", input=["vertices"], output=["keypoints"])
        model.graph.output.add(name="keypoints", type=vertices.type)

    model = OnnxModel(edited(make_model(tmp_path), add))
    with pytest.raises(ModelError, match=r"gives keypoints of \[1, 420, 3\], .* say \[1, 17, 2\]; export"):
        model.estimate([subject(np.zeros((480, 640, 3), np.uint8))])


def test_an_input_of_which_the_record_says_nothing_is_a_sentence(tmp_path):
    def rename(model):
        model.graph.input[0].name = "sound"
        model.graph.node[0].input[0] = "sound"

    with pytest.raises(ModelError, match=r"wants the input sound, of which its record says nothing"):
        OnnxModel(edited(make_model(tmp_path), rename))


def test_normalisation_and_channel_order_come_from_the_record(tmp_path):
    """The doll is red, so a network that is shown BGR must be told so to find it."""
    rule = CropRule("landmarks", 1.3)
    image = np.full((480, 640, 3), 90, np.uint8)
    plain = OnnxModel(make_model(tmp_path, name="plain", crop=rule))
    draw_doll(image, plain.template, HIPS, SCALE)
    swapped = OnnxModel(make_model(tmp_path, name="bgr", crop=rule, channel_order="BGR"))
    halved = OnnxModel(make_model(tmp_path, name="half", crop=rule, mean=(0.5,) * 3, std=(2.0,) * 3))
    assert plain.estimate([subject(image)])[0].presence > 0.9
    assert swapped.estimate([subject(image)])[0].presence < 0.1
    assert swapped.estimate([subject(np.ascontiguousarray(image[..., ::-1]))])[0].presence > 0.9
    assert halved.estimate([subject(image)])[0].presence < 0.1  # half the contrast is below its threshold
    assert dataclasses.asdict(halved.info)["std"] == (2.0, 2.0, 2.0)


def test_weights_in_a_file_of_their_own_are_named_where_they_are_missing_or_damaged(tmp_path, scene):
    plain = make_model(tmp_path)
    content = onnx.load(plain)
    file = tmp_path / "large.onnx"
    onnx.save(content, file, save_as_external_data=True, location="large.onnx.data", size_threshold=1000)
    weights = file.with_name("large.onnx.data")
    assert len(OnnxModel(file).estimate([subject(scene[0])])) == 1
    weights.write_bytes(weights.read_bytes()[:10])
    with pytest.raises(ModelError, match=r"^large\.onnx, or large\.onnx\.data beside it, is damaged"):
        OnnxModel(file)
    weights.unlink()
    with pytest.raises(ModelError, match=r"^large\.onnx keeps its weights in large\.onnx\.data, which"):
        OnnxModel(file)
