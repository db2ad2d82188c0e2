"""The published family: sizes to the last parameter, names, and the rotations' rule."""

import pytest
import torch

from models.errors import UserError
from models.network.checkpoints import load_published
from models.network.config import VARIANTS, find_config
from models.network.fastmetro import FastMetro
from models.network.hrnet import HRNet
from models.network.resnet import ResNet50
from models.network.sizes import main, published_parameters, sizes_only_template
from models.network.smpl_head import authors_rotation


def published(name):
    """A published network without values: sizes and names only."""
    config = find_config(name)
    with torch.device("meta"):
        return FastMetro(config, sizes_only_template(config.kind))


# Counted on the authors' own networks.
PARAMETERS = {
    "FastMETRO-S-R50": (23_508_032, 10_041_366),
    "FastMETRO-M-R50": (23_508_032, 17_860_630),
    "FastMETRO-L-R50": (23_508_032, 25_679_894),
    "FastMETRO-L-H64": (128_059_944, 25_679_894),
    "FastMETRO-L-H64-smpl": (128_059_944, 25_679_894 + 9_734_370),
    "FastMETRO-S-R50-hand": (23_508_032, 9_179_782),
    "FastMETRO-M-R50-hand": (23_508_032, 16_999_046),
    "FastMETRO-L-H64-hand": (128_059_944, 24_818_310),
}
TENSORS = {
    "FastMETRO-S-R50": 403,
    "FastMETRO-M-R50": 463,
    "FastMETRO-L-R50": 523,
    "FastMETRO-S-R50-smpl": 440,
    "FastMETRO-L-R50-smpl": 560,
    "FastMETRO-S-R50-hand": 401,
    "FastMETRO-L-R50-hand": 521,
    "FastMETRO-L-H64-smpl": 2198,
    "FastMETRO-L-H64-hand": 2159,
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters_are_the_authors_to_the_last(name):
    assert published_parameters(find_config(name)) == PARAMETERS[name]


@pytest.mark.parametrize("name", TENSORS)
def test_checkpoints_hold_as_many_tensors_as_the_authors(name):
    assert len(published(name).state_dict()) == TENSORS[name]


def test_table_lists_every_published_network(capsys):
    main()
    table = capsys.readouterr().out
    assert "FastMETRO-L-H64             128,059,944   25,679,894  153,739,838" in table
    assert len(table.splitlines()) == 1 + sum(config.stem != "landmarks" for config in VARIANTS.values())


@pytest.mark.parametrize("backbone", [ResNet50, HRNet])
def test_backbones_halve_the_image_five_times(backbone):
    with torch.device("meta"):
        assert backbone()(torch.zeros(2, 3, 96, 64)).shape == (2, 2048, 3, 2)


def test_weights_of_another_network_are_listed_by_the_authors_names():
    network = published("FastMETRO-S-R50-smpl")
    state = {"backbone.0.weight": torch.zeros(64, 3, 3, 3), "backbone.conv1.weight": torch.zeros(64, 3, 7, 7)}
    with pytest.raises(UserError) as failure:
        load_published(network, state)
    message = str(failure.value)
    assert "FastMETRO-S-R50-smpl" in message
    assert "439 missing: " in message
    assert "cam_token_embed.weight" in message
    assert "1 unknown: backbone.conv1.weight" in message
    assert "backbone.0.weight (64, 3, 3, 3) instead of (64, 3, 7, 7)" in message


def by_svd(matrices):
    """The authors' rule, in double precision."""
    u, _, v = torch.linalg.svd(matrices.double())
    r = u @ v
    return (r * torch.linalg.det(r)[..., None, None]).float()


def test_rotations_follow_the_authors_rule_for_both_signs_of_the_determinant():
    torch.manual_seed(0)
    matrices = torch.randn(500, 3, 3) * torch.logspace(-3, 3, 500)[:, None, None]
    assert 100 < (torch.linalg.det(matrices) < 0).sum() < 400
    found = authors_rotation(matrices)
    torch.testing.assert_close(found, by_svd(matrices), atol=1.5e-3, rtol=0)
    torch.testing.assert_close(found @ found.mT, torch.eye(3).expand(500, 3, 3), atol=1e-5, rtol=0)
    torch.testing.assert_close(torch.linalg.det(found), torch.ones(500), atol=1e-5, rtol=0)


@pytest.mark.parametrize("smallest", [1e-1, 1e-2, 1e-3])
def test_rotations_of_nearly_flat_matrices(smallest):
    torch.manual_seed(1)
    u, _, v = torch.linalg.svd(torch.randn(200, 3, 3))
    signs = torch.where(torch.arange(200) % 2 == 0, 1.0, -1.0)
    scales = torch.stack((torch.ones(200), torch.full((200,), 0.5), smallest * signs), 1)
    matrices = u * scales[:, None] @ v
    torch.testing.assert_close(authors_rotation(matrices), by_svd(matrices), atol=1.5e-3, rtol=0)


def test_rotations_pass_gradients():
    torch.manual_seed(2)
    matrices = torch.randn(4, 3, 3, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(authors_rotation, (matrices,))
