"""The network: sizes, masks, landmarks, positions, and checkpoints that hold exactly what was learned."""

import dataclasses
import json
import os

import numpy as np
import pytest
import torch
from torch import nn

from models.body.template import load_template, save_template
from models.camera.crop import LANDMARK_RULE, CropBox, crop_from_landmarks
from models.errors import UserError
from models.network.blazepose import FEATURE_CHANNELS, BlazePose
from models.network.checkpoints import checkpoint_record, load_checkpoint
from models.network.config import VARIANTS, FastMetroConfig, find_config
from models.network.fastmetro import FastMetro, SparseUpsampling, attention_mask, build_network
from models.network.prediction import VertexQuerySubset
from models.network.stems import landmark_reach, move_upright
from models.network.transformer import Attention, DecoderLayer, sine_positions

TINY = FastMetroConfig(
    name="tiny", kind="body", stem="landmarks", input_size=256, dims=(32, 16), heads=2, feedforward=2
)


BLAZEPOSE = BlazePose().eval()


@pytest.fixture(scope="module")
def template(anny):
    return anny


def make_network(config, template):
    """An untrained network of the landmarks stem, whose BlazePose is untrained too."""
    return FastMetro(config, template, BLAZEPOSE)


@pytest.fixture
def network(template):
    torch.manual_seed(0)
    return make_network(TINY, template).eval()


def make_landmarks(count, seed=0):
    return torch.randn(count, 33, 8, generator=torch.Generator().manual_seed(seed))


def test_unknown_and_illegal_settings_are_named():
    record = dataclasses.asdict(TINY)
    assert FastMetroConfig.from_dict(record) == TINY
    with pytest.raises(UserError, match=r"setting head; the legal ones are .*heads"):
        FastMetroConfig.from_dict(record | {"head": 3})
    with pytest.raises(UserError, match="lacks kind"):
        FastMetroConfig.from_dict({"name": "x", "stem": "landmarks"})
    with pytest.raises(UserError, match=r"'vgg'; it must be one of .*'resnet50'"):
        dataclasses.replace(TINY, stem="vgg")
    with pytest.raises(UserError, match="multiple of 4 x heads"):
        dataclasses.replace(TINY, dims=(30,))
    for wrong in ({"input_size": 100}, {"dropout": 1.0}, {"decoder_layers": 0}, {"injection_sigma": 0.0}):
        with pytest.raises(UserError, match=next(iter(wrong))):
            dataclasses.replace(TINY, **wrong)
    for key in ("feature_layers", "refine_rounds"):
        with pytest.raises(UserError, match=f"{key} belongs to .* resnet50 reads the image"):
            dataclasses.replace(TINY, stem="resnet50", **{key: 1})
    with pytest.raises(UserError, match="without learned_upsampling"):
        dataclasses.replace(TINY, refine_rounds=1)
    with pytest.raises(UserError, match=r"'FastMETRO-XL'; choose one of anny-small"):
        find_config("FastMETRO-XL")
    assert all(name == config.name for name, config in VARIANTS.items())


def test_outputs_have_the_sizes_of_the_template(network, template):
    full, mid, coarse = template.level_sizes
    found = network.forward_landmarks(make_landmarks(2))
    assert found.camera.shape == (2, 3)
    assert found.joints.shape == (2, 14, 3)
    assert found.coarse.shape == (2, coarse, 3)
    assert found.mid.shape == (2, mid, 3)
    assert found.vertices.shape == (2, full, 3)
    assert (found.camera[:, 0] != 0).all()


def test_gradient_reaches_every_parameter(template):
    config = dataclasses.replace(
        TINY,
        encoder_layers=2,
        decoder_layers=2,
        learned_upsampling=True,
        smpl_head=True,
        condition=5,
        refine_rounds=2,
    )
    network = make_network(config, template)
    for part in (network.refiner.trust, network.refiner.move, network.refiner.zoom):
        torch.nn.init.normal_(part.weight, std=0.1)  # at zero they let no gradient through
    found = network.forward_landmarks(make_landmarks(2), crop=torch.randn(2, 5))
    outputs = (found.camera, found.joints, found.vertices, found.smpl_rotmat, found.smpl_betas)
    sum((value * torch.randn_like(value)).sum() for value in outputs).backward()
    own = [(name, p) for name, p in network.named_parameters() if not name.startswith("stem.blazepose.")]
    assert [name for name, p in own if p.grad is None or not p.grad.any()] == []


def test_samples_of_a_batch_do_not_touch(network):
    landmarks = make_landmarks(3)
    with torch.no_grad():
        together = network.forward_landmarks(landmarks)
        for i in range(3):
            alone = network.forward_landmarks(landmarks[i : i + 1])
            torch.testing.assert_close(alone.vertices[0], together.vertices[i], atol=1e-5, rtol=0)
            torch.testing.assert_close(alone.camera[0], together.camera[i], atol=1e-5, rtol=0)


def test_mask_lets_only_neighbours_and_joints_see_a_vertex(template):
    torch.manual_seed(0)
    joints, size = 14, template.level_sizes[-1]
    mask = attention_mask(joints, torch.from_numpy(template.coarse_mask))
    layer = DecoderLayer(16, 2, 2, 0.0).eval()
    queries, memory, positions = torch.randn(1, joints + size, 16), torch.randn(1, 5, 16), torch.randn(5, 16)
    moved_vertex = 100
    changed = queries.clone()
    changed[0, joints + moved_vertex] = torch.randn(16)
    with torch.no_grad():
        before = layer(queries, mask, memory, positions)
        after = layer(changed, mask, memory, positions)
    moved = ((before - after).abs() > 1e-6).any(-1)[0].numpy()
    assert moved[:joints].all()
    assert (moved[joints:] == ~template.coarse_mask[moved_vertex]).all()
    assert 3 < moved[joints:].sum() < 20


def test_upright_landmarks_stay_where_they_are():
    moved = move_upright(make_landmarks(3)).landmarks
    again = move_upright(moved)
    torch.testing.assert_close(again.landmarks, moved)
    torch.testing.assert_close(again.rotation, torch.eye(2).expand(3, 2, 2))
    reach = (moved[..., :2] - moved[:, [23, 24], :2].mean(1, keepdim=True)).norm(dim=2).amax(1)
    torch.testing.assert_close(reach * 1.3, torch.ones(3))
    spine = moved[:, [11, 12], :2].mean(1) - moved[:, [23, 24], :2].mean(1)
    torch.testing.assert_close(spine[:, 0], torch.zeros(3))
    assert (spine[:, 1] < 0).all()


def test_upright_landmarks_are_those_of_the_crop_that_the_rule_would_have_made():
    """The network's own rule, in torch, is that of the program."""
    pixels = np.random.default_rng(3).normal(size=(33, 2)) * [60, 110] + [320, 240]
    some = CropBox(np.array([300, 260], np.float32), 500.0, 0.4)
    landmarks = make_landmarks(1)
    landmarks[0, :, :2] = torch.from_numpy(some.crop_from_image(pixels))
    wanted = crop_from_landmarks(LANDMARK_RULE, pixels).crop_from_image(pixels)
    found = move_upright(landmarks).landmarks[0, :, :2]
    torch.testing.assert_close(found, torch.from_numpy(wanted), atol=1e-5, rtol=0)


@pytest.mark.parametrize("rounds", [0, 2])
def test_where_the_crop_lay_changes_nothing_but_the_camera(template, rounds):
    """The same person in a crop that is shifted, larger and turned: the same mesh, at the same place."""
    torch.manual_seed(0)
    config = dataclasses.replace(TINY, camera="log_scale", learned_upsampling=True, refine_rounds=rounds)
    network = make_network(config, template).eval()
    landmarks = make_landmarks(2)
    angle, scale, shift = torch.tensor(0.4), 0.7, torch.tensor([0.2, -0.1])
    turn = torch.stack((torch.stack((angle.cos(), -angle.sin())), torch.stack((angle.sin(), angle.cos()))))
    other = landmarks.clone()
    other[..., :2] = landmarks[..., :2] @ turn.T * scale + shift
    other[..., 2] = landmarks[..., 2] * scale
    other[..., 5:7] = landmarks[..., 5:7] @ turn.T
    with torch.no_grad():
        a, b = network.forward_landmarks(landmarks), network.forward_landmarks(other)

    def on_crop(prediction):
        camera = prediction.camera[:, None]
        return camera[..., :1] * (prediction.vertices[..., :2] + camera[..., 1:])

    torch.testing.assert_close(a.vertices[..., 2], b.vertices[..., 2], atol=1e-4, rtol=1e-3)
    torch.testing.assert_close(a.vertices[..., :2] @ turn.T, b.vertices[..., :2], atol=1e-4, rtol=1e-3)
    torch.testing.assert_close(on_crop(a) @ turn.T * scale + shift, on_crop(b), atol=1e-3, rtol=1e-3)


def make_features(count, seed=1):
    return torch.rand(count, FEATURE_CHANNELS, 8, 8, generator=torch.Generator().manual_seed(seed)) * 6


@pytest.fixture
def attending_network(template):
    torch.manual_seed(0)
    return make_network(dataclasses.replace(TINY, feature_layers=2), template).eval()


def test_untrained_feature_attention_changes_nothing(network, attending_network):
    names = set(network.state_dict())
    attending_network.load_state_dict({**attending_network.state_dict(), **network.state_dict()})
    assert names < set(attending_network.state_dict())
    landmarks = make_landmarks(2)
    with torch.no_grad():
        wanted = network.forward_landmarks(landmarks)
        for features in (None, make_features(2)):
            found = attending_network.forward_landmarks(landmarks, features)
            assert torch.equal(found.vertices, wanted.vertices)
            assert torch.equal(found.camera, wanted.camera)


def test_gradient_reaches_feature_attention_and_the_features(attending_network):
    nn.init.normal_(attending_network.stem.feature_attention.gate.weight, std=0.1)
    features = make_features(2).requires_grad_()
    found = attending_network.forward_landmarks(make_landmarks(2), features)
    sum((value * torch.randn_like(value)).sum() for value in (found.camera, found.vertices)).backward()
    attention = attending_network.stem.feature_attention
    unreached = [name for name, p in attention.named_parameters() if p.grad is None or not p.grad.any()]
    assert unreached == []
    assert features.grad.flatten(1).any(1).all()


def test_feature_attention_sees_where_things_are(attending_network):
    """The same map in a crop that lies elsewhere is another picture of the person."""
    nn.init.normal_(attending_network.stem.feature_attention.gate.weight, std=0.1)
    landmarks, features = make_landmarks(1), make_features(1)
    moved = landmarks.clone()
    moved[..., 0] += 0.5  # which changes nothing for landmarks alone
    with torch.no_grad():
        a, b = (attending_network.forward_landmarks(each, features).joints for each in (landmarks, moved))
        c, d = (attending_network.forward_landmarks(each).joints for each in (landmarks, moved))
    torch.testing.assert_close(c, d)
    assert (a - b).abs().max() > 20 * (c - d).abs().max()


def test_the_whole_network_reads_its_own_feature_maps(attending_network):
    nn.init.normal_(attending_network.stem.feature_attention.gate.weight, std=0.1)
    image = torch.rand(2, 3, 256, 256, generator=torch.Generator().manual_seed(2))
    with torch.no_grad():
        blazepose = attending_network.blazepose.predict(image)
        found = attending_network(image)
        wanted = attending_network.forward_landmarks(blazepose.landmarks, blazepose.features)
        blind = attending_network.forward_landmarks(blazepose.landmarks)
    torch.testing.assert_close(found.vertices, wanted.vertices)
    assert torch.equal(found.presence, blazepose.presence)
    assert (found.vertices - blind.vertices).abs().max() > 1e-3


def test_landmarks_reach_what_lies_near_them(template):
    reach = landmark_reach(template, 0.09)
    assert reach.shape == (14 + template.level_sizes[-1], 33)
    torch.testing.assert_close(reach.sum(1), torch.ones(len(reach)))
    joints = template.joint_sets["fastmetro14"].regress(template.v_template)
    landmarks = template.joint_sets["mediapipe33"].regress(template.v_template)
    nearest = np.linalg.norm(joints[:, None] - landmarks, axis=-1).argmin(1)
    assert (reach[:14].argmax(1).numpy() == nearest).all()


@pytest.mark.parametrize("rounds", [0, 2])
def test_a_subset_of_all_vertices_is_no_subset(template, rounds):
    torch.manual_seed(0)
    config = dataclasses.replace(TINY, learned_upsampling=True, refine_rounds=rounds)
    network = make_network(config, template).eval()
    landmarks, to_mid = make_landmarks(2), network.upsample.weight.detach()
    everything = VertexQuerySubset(
        torch.arange(template.level_sizes[-1]), torch.from_numpy(template.coarse_mask), to_mid
    )
    with torch.no_grad():
        whole = network.forward_landmarks(landmarks)
        subset = network.forward_landmarks(landmarks, subset=everything)
        torch.testing.assert_close(subset.coarse, whole.coarse)
        torch.testing.assert_close(subset.camera, whole.camera)
        assert subset.vertices is None
        assert subset.mid is None

        chosen = torch.arange(0, template.level_sizes[-1], 5)
        few = network.forward_landmarks(
            landmarks, subset=VertexQuerySubset(chosen, everything.mask[chosen][:, chosen], to_mid[:, chosen])
        )
        assert few.coarse.shape == (2, len(chosen), 3)
        if not rounds:  # the camera token never sees the queries
            assert torch.equal(few.camera, whole.camera)


def test_attention_is_that_of_pytorch():
    torch.manual_seed(0)
    ours, theirs = Attention(32, 4, 0.0).eval(), nn.MultiheadAttention(32, 4, batch_first=True).eval()
    nn.init.normal_(ours.in_proj_bias)
    theirs.load_state_dict(ours.state_dict())
    query, key, value = torch.randn(2, 6, 32), torch.randn(2, 9, 32), torch.randn(2, 9, 32)
    mask = torch.zeros(6, 9).masked_fill_(torch.rand(6, 9) < 0.4, -torch.inf)
    mask[:, 0] = 0
    with torch.no_grad():
        found = ours.attend(ours.project(query, 0), ours.project(key, 1), ours.project(value, 2), mask)
        wanted, _ = theirs(query, key, value, attn_mask=mask)
    torch.testing.assert_close(found, wanted)


def test_sine_positions_follow_their_formula():
    height, width, dim = 3, 5, 16
    table = sine_positions(height, width, dim)
    assert table.shape == (height * width, dim)
    half = dim // 2
    for row, column, channel in ((0, 0, 0), (2, 1, 3), (1, 4, 8), (2, 4, 15)):
        place, count = (row, height) if channel < half else (column, width)
        k = channel % half
        angle = (place + 1) / (count + 1e-6) * 2 * np.pi / 10000 ** (2 * (k // 2) / half)
        wanted = np.cos(angle) if k % 2 else np.sin(angle)
        assert table[row * width + column, channel] == pytest.approx(wanted, abs=1e-5)


def test_sparse_upsampling_is_the_matrix(template):
    rows, size = template.upsampling[0], template.level_sizes[1]
    vertices = torch.randn(2, size, 3)
    wanted = torch.from_numpy(rows.dense(size)) @ vertices
    torch.testing.assert_close(SparseUpsampling(rows)(vertices), wanted, atol=1e-5, rtol=0)


def test_learned_upsampling_starts_as_the_template(template):
    torch.manual_seed(0)
    learned = make_network(dataclasses.replace(TINY, learned_upsampling=True), template).eval()
    fixed = make_network(TINY, template).eval()
    fixed.load_state_dict({k: v for k, v in learned.state_dict().items() if not k.startswith("upsample")})
    with torch.no_grad():
        a, b = (network.forward_landmarks(make_landmarks(1)).vertices for network in (learned, fixed))
    torch.testing.assert_close(a, b, atol=1e-5, rtol=0)


def test_log_scale_camera_says_the_same_in_other_numbers(template):
    torch.manual_seed(0)
    direct = make_network(TINY, template).eval()
    logarithmic = make_network(dataclasses.replace(TINY, camera="log_scale"), template).eval()
    logarithmic.load_state_dict(direct.state_dict())
    with torch.no_grad():
        landmarks = move_upright(make_landmarks(4)).landmarks  # for which the crop is where it should be
        a = direct.forward_landmarks(landmarks).camera
        s, tx, ty = logarithmic.forward_landmarks(landmarks).camera.T
    assert (s > 0).all()
    torch.testing.assert_close(torch.stack((s.log(), s * tx, s * ty), 1), a)


def test_misuse_is_explained(network, template):
    with pytest.raises(UserError, match=r"needs a hand template; 'anny' is a body"):
        FastMetro(find_config("FastMETRO-S-R50-hand"), template)
    with pytest.raises(ValueError, match="only 'landmarks' takes a BlazePose"):
        FastMetro(TINY, template)
    with pytest.raises(UserError, match="takes 0 numbers"):
        network.forward_landmarks(make_landmarks(1), crop=torch.zeros(1, 3))
    bare = dataclasses.replace(template, joint_sets={})
    with pytest.raises(UserError, match="has no joints 'fastmetro14'"):
        build_network(TINY, bare)


def test_checkpoint_comes_back_the_same(network, template, tmp_path):
    path = tmp_path / "checkpoint.pt"
    torch.save(checkpoint_record(network, template, {"samples": 12}) | {"step": 3}, path)
    again, training = load_checkpoint(path, template)
    assert training == {"samples": 12}
    assert again.config == network.config
    with torch.no_grad():
        a, b = (each.forward_landmarks(make_landmarks(1)).vertices for each in (network, again))
    assert torch.equal(a, b)


FORMER_NAMES = (
    ("refiner.identity", "realign.names"),
    ("refiner.", "realign."),
    ("stem.position_embeddings.", "stem.places."),
    ("feature_attention.position.", "reader.place."),
    ("feature_attention.rotation.", "reader.turn."),
    ("feature_attention.identity", "reader.names"),
    ("feature_attention.", "reader."),
)


def test_a_checkpoint_of_an_earlier_version_is_read(template, tmp_path):
    """Parameters and settings were called otherwise before."""
    torch.manual_seed(0)
    network = build_network(find_config("anny-small"), template).eval()
    record = checkpoint_record(network, template, {})
    settings = json.loads(record["config"])
    settings["picture_layers"] = settings.pop("feature_layers")
    settings["realign_rounds"] = settings.pop("refine_rounds")
    weights = {}
    for name, value in record["model"].items():
        for now, before in FORMER_NAMES:
            name = name.replace(now, before)
        weights[name] = value
    assert {"realign.names", "stem.reader.names", "stem.reader.turn.weight", "stem.places.0"} <= set(weights)
    record |= {"config": json.dumps(settings), "model": weights}
    torch.save(record, tmp_path / "former.pt")
    again, _ = load_checkpoint(tmp_path / "former.pt", template)
    assert again.config == network.config
    for name, value in network.state_dict().items():
        assert torch.equal(again.state_dict()[name], value), name


def test_a_checkpoint_that_would_run_a_program_is_refused(template, tmp_path):
    class Hostile:
        def __reduce__(self):
            return os.system, (f"touch {tmp_path / 'ran'}",)

    torch.save({"format": "fastmetro-checkpoint/1", "model": {"a": [Hostile()]}}, tmp_path / "checkpoint.pt")
    with pytest.raises(UserError, match=r"checkpoint\.pt is not a checkpoint"):
        load_checkpoint(tmp_path / "checkpoint.pt", template)
    assert not (tmp_path / "ran").exists()


def test_wrong_checkpoints_are_refused_with_the_reason(network, template, tmp_path):
    path = tmp_path / "checkpoint.pt"
    with pytest.raises(UserError, match=r"checkpoint\.pt does not exist"):
        load_checkpoint(path, template)
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(UserError, match="is not a checkpoint"):
        load_checkpoint(path, template)
    torch.save({"step": 1}, path)
    with pytest.raises(UserError, match="has format None"):
        load_checkpoint(path, template)

    record = checkpoint_record(network, template, {})
    torch.save(record, path)
    save_template(tmp_path / "other.npz", dataclasses.replace(template, v_template=template.v_template * 2))
    with pytest.raises(UserError, match="trained on another template"):
        load_checkpoint(path, load_template(tmp_path / "other.npz"))

    for size, said in (
        ({"dims": [2048] * 8, "feedforward": 16, "encoder_layers": 16}, "has more weights than the file"),
        ({"a" * 3000: 1}, r"^Unknown network setting a{1,100}; "),
    ):
        config = json.dumps(json.loads(record["config"]) | size)
        torch.save(record | {"config": config}, path)
        with pytest.raises(UserError, match=said):
            load_checkpoint(path, template)

    state = dict(record["model"])
    state["camera_head.bias"] = state.pop("camera_token")
    state["extra"] = torch.zeros(1)
    torch.save(record | {"model": state}, path)
    with pytest.raises(UserError) as failure:
        load_checkpoint(path, template)
    message = str(failure.value)
    assert "1 missing: camera_token" in message
    assert "1 unknown: extra" in message
    assert "camera_head.bias (1, 32) instead of (3,)" in message
