"""SMPL and MANO files are read as distributed, and their bodies posed by linear blend skinning."""

from dataclasses import fields, replace

import numpy as np
import pytest
import torch
from scipy.spatial.transform import Rotation

from models.errors import UserError
from models.smpl.body_model import BodyModelLayer, axis_angle_to_matrix, read_body_model
from tests.fakes import published_files
from tests.fakes.published_files import python2_pickle


@pytest.fixture(scope="module")
def smpl(tmp_path_factory):
    path = tmp_path_factory.mktemp("smpl") / "basicModel_neutral_lbs_10_207_0_v1.0.0.pkl"
    content = published_files.write_smpl(path)
    return read_body_model(path, "SMPL"), content


@pytest.fixture(scope="module")
def mano(tmp_path_factory):
    path = tmp_path_factory.mktemp("mano") / "MANO_RIGHT.pkl"
    content = published_files.write_mano(path)
    return read_body_model(path, "MANO"), content


def skinned(content, parents, rotations, betas):
    """Linear blend skinning of one body in float64, by 4 x 4 matrices as the papers write it."""
    shaped = content["v_template"] + content["shapedirs"] @ betas
    joints = content["J_regressor"] @ shaped
    bent = shaped + content["posedirs"] @ (rotations[1:] - np.eye(3)).ravel()
    world = []
    for i, parent in enumerate(parents):
        local = np.eye(4)
        local[:3, :3] = rotations[i]
        local[:3, 3] = joints[i] - (joints[parent] if parent >= 0 else 0)
        world.append(local if parent < 0 else world[parent] @ local)
    relative = []
    for matrix, joint in zip(world, joints, strict=True):
        back = np.eye(4)
        back[:3, 3] = -joint
        relative.append(matrix @ back)
    blended = np.einsum("vb,bij->vij", content["weights"], relative)
    vertices = np.einsum("vij,vj->vi", blended, np.c_[bent, np.ones(len(bent))])[:, :3]
    return vertices, np.array(world)[:, :3, 3], np.array(world)[:, :3, :3]


def test_file_as_distributed_is_read(smpl):
    model, content = smpl
    assert model.parents.tolist() == list(published_files.SMPL_PARENTS)
    np.testing.assert_allclose(model.joint_regressor, content["J_regressor"].toarray(), atol=1e-7)
    np.testing.assert_array_equal(model.shapedirs, content["shapedirs"].astype(np.float32))
    assert model.faces.shape == (13776, 3)
    assert model.faces.dtype == np.int32


@pytest.mark.parametrize(("kind", "parents"), [
    ("smpl", published_files.SMPL_PARENTS), ("mano", published_files.MANO_PARENTS),
])  # fmt: skip
def test_posed_batch_equals_the_definition(request, kind, parents):
    model, content = request.getfixturevalue(kind)
    rng = np.random.default_rng(4)
    rotations = Rotation.random(3 * len(parents), random_state=2).as_matrix().reshape(3, -1, 3, 3)
    betas = rng.normal(size=(3, 10))
    posed = BodyModelLayer(model)(torch.tensor(rotations).float(), torch.tensor(betas).float())
    for i in range(3):
        expected = skinned(content, parents, rotations[i], betas[i])
        for found, wanted in zip(posed, expected, strict=True):
            np.testing.assert_allclose(found[i].numpy(), wanted, atol=2e-5 * np.abs(wanted).max())


def test_rest_pose_is_the_shaped_template(mano):
    model, content = mano
    posed = BodyModelLayer(model)(torch.zeros(1, 48), torch.ones(1, 10))
    np.testing.assert_allclose(
        posed.vertices[0], content["v_template"] + content["shapedirs"].sum(-1), atol=1e-6
    )


def test_turning_the_root_turns_the_body_about_it(mano):
    layer = BodyModelLayer(mano[0])
    pose = torch.randn(2, 48, generator=torch.Generator().manual_seed(0)) * 0.5
    turned = pose.clone()
    turned[:, :3] = torch.tensor([0.3, -1.2, 0.7])
    betas = torch.zeros(2, 10)
    before, after = layer(pose, betas), layer(turned, betas)
    turn = after.orientations[:, 0] @ before.orientations[:, 0].mT
    root = before.joints[:, :1]
    torch.testing.assert_close(
        after.vertices, (before.vertices - root) @ turn.mT + root, atol=1e-6, rtol=1e-5
    )


def test_axis_angle_agrees_with_scipy_and_is_defined_at_zero():
    vectors = np.random.default_rng(0).normal(size=(50, 3)) * 2
    found = axis_angle_to_matrix(torch.tensor(vectors))
    np.testing.assert_allclose(found, Rotation.from_rotvec(vectors).as_matrix(), atol=1e-7)
    zero = torch.zeros(1, 3, requires_grad=True)
    matrix = axis_angle_to_matrix(zero)
    torch.testing.assert_close(matrix[0], torch.eye(3))
    matrix.sum().backward()
    assert torch.isfinite(zero.grad).all()


def test_gradients_reach_pose_and_shape(mano):
    model = replace(
        mano[0],
        v_template=mano[0].v_template[:5],
        shapedirs=mano[0].shapedirs[:5],
        posedirs=mano[0].posedirs[:5],
        joint_regressor=np.full((16, 5), 0.2, np.float32),
        weights=mano[0].weights[:5],
    )
    layer = BodyModelLayer(model).double()
    generator = torch.Generator().manual_seed(1)
    pose = torch.randn(2, 48, generator=generator, dtype=torch.float64, requires_grad=True)
    betas = torch.randn(2, 10, generator=generator, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(lambda p, b: layer(p, b).vertices, (pose, betas))


def test_npz_with_more_shape_directions_is_read(tmp_path, mano):
    content = dict(mano[1])
    content["J_regressor"] = content["J_regressor"].toarray()
    content["shapedirs"] = np.concatenate([content["shapedirs"], np.zeros((778, 3, 30))], 2)
    np.savez(tmp_path / "MANO_RIGHT.npz", **content)
    model = read_body_model(tmp_path / "MANO_RIGHT.npz", "MANO")
    np.testing.assert_array_equal(model.shapedirs, mano[0].shapedirs)


@pytest.mark.parametrize("name", ["MANO.npz", "MANO.NPZ", "MANO.pkl", "mano"])
def test_an_archive_made_of_the_pickle_is_read_whatever_it_is_called(tmp_path, mano, name):
    """np.savez keeps a sparse matrix as an array of one object."""
    with (tmp_path / name).open("wb") as file:
        np.savez(file, **mano[1])
    model = read_body_model(tmp_path / name, "MANO")
    for field in fields(model):
        np.testing.assert_array_equal(getattr(model, field.name), getattr(mano[0], field.name))


def test_a_pickle_may_be_called_an_archive(tmp_path, mano):
    path = tmp_path / "MANO_RIGHT.npz"
    published_files.write_mano(path)
    np.testing.assert_array_equal(read_body_model(path, "MANO").v_template, mano[0].v_template)


def broken(content, **changes):
    content = {key: value for key, value in content.items() if key not in changes or changes[key] is not None}
    return content | {key: value for key, value in changes.items() if value is not None}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"shapedirs": None}, "lacks shapedirs"),
        ({"posedirs": np.zeros((778, 3, 207))}, r"posedirs is .*not 778 x 3 x 135 numbers"),
        ({"weights": "none"}, "weights"),
        ({"shapedirs": np.zeros((778, 3, 4))}, "4 shape directions"),
        ({"f": np.full((3, 3), 778)}, "faces"),
        ({"kintree_table": np.zeros((2, 16), int)}, "joint 1 of kintree_table has no parent"),
    ],
)  # fmt: skip
def test_files_that_do_not_fit_are_named(tmp_path, mano, changes, message):
    path = tmp_path / "MANO_RIGHT.pkl"
    path.write_bytes(python2_pickle(broken(mano[1], **changes)))
    with pytest.raises(UserError, match=message) as caught:
        read_body_model(path, "MANO")
    assert "MANO_RIGHT.pkl" in str(caught.value)


def test_hand_file_given_as_body_is_named(tmp_path, mano):
    path = tmp_path / "MANO_RIGHT.pkl"
    path.write_bytes(python2_pickle(mano[1]))
    with pytest.raises(UserError, match=r"is not a SMPL model: v_template is float64 \(778, 3\)"):
        read_body_model(path, "SMPL")
