"""What cannot be imported is refused in one sentence, and nothing is left behind."""

import os
import pickle
import shutil

import numpy as np
import pytest
import torch

from models.errors import UserError
from models.export.published import (
    read_state_dict,
    run_import,
)
from models.smpl.safe_pickle import UnsafeFileError
from tests.fakes import published_files
from tests.fakes.licensed_files import arguments, authors_network, body_file


@pytest.fixture(scope="module")
def small_checkpoint(tmp_path_factory):
    """A checkpoint that fits no network, for errors that come before or at the weights."""
    path = tmp_path_factory.mktemp("checkpoint") / "wrong_state_dict.bin"
    torch.save({"conv_1x1.weight": torch.zeros(512, 1024, 1, 1), "module.extra": torch.zeros(1)}, path)
    return path


@pytest.fixture
def attempt(licensed, small_checkpoint, tmp_path, monkeypatch):
    """Run the command; change what is given by keywords."""
    monkeypatch.setenv("FASTMETRO_MODELS", str(tmp_path / "models"))

    def attempt(*more, variant="FastMETRO-S-R50", **changes):
        given = {
            "checkpoint": small_checkpoint,
            "smpl": body_file(licensed),
            "fastmetro-data": licensed[0] / "data",
            "output": "mine",
        } | {key.replace("_", "-"): value for key, value in changes.items()}
        words = [word for key, value in given.items() if value for word in (f"--{key}", value)]
        return run_import(arguments("--variant", variant, *words, *more))

    yield attempt
    assert not list(tmp_path.glob("models/*")), "a failed import left files behind"


def test_weights_of_another_network_are_listed(attempt):
    with pytest.raises(UserError, match="FastMETRO-S-R50") as caught:
        attempt()
    text = str(caught.value)
    assert "cam_token_embed.weight" in text or "missing" in text
    assert "module.extra" in text
    assert "conv_1x1.weight (512, 1024, 1, 1) instead of (512, 2048, 1, 1)" in text


@pytest.mark.parametrize(
    ("held", "options"),
    [
        ({"size": "M"}, "FastMETRO-M-R50 without the SMPL head; give --variant FastMETRO-M-R50 --smpl FILE"),
        ({"size": "S", "smpl_head": True}, "FastMETRO-S-R50 with the SMPL head; give .* --smpl-head"),
        ({"size": "S", "hand": True}, "FastMETRO-S-R50 for hands; give --variant FastMETRO-S-R50 --mano"),
    ],
)
def test_checkpoint_of_another_published_network_is_named(attempt, licensed, tmp_path, held, options):
    path = tmp_path / "FastMETRO_state_dict.bin"
    torch.save(authors_network(licensed, **held).state_dict(), path)
    with pytest.raises(UserError, match=rf"^FastMETRO_state_dict\.bin holds {options}"):
        attempt(checkpoint=path)


@pytest.mark.parametrize("name", ["anny-small", "Anny-Small"])
def test_name_of_the_bundled_model_is_refused(attempt, name):
    # Models are found by their names in either case, the bundled one first.
    with pytest.raises(UserError, match=f"'{name}' is the name of the bundled model"):
        attempt("--replace", output=name)


def test_wrong_files_are_named(attempt, licensed, tmp_path):
    folder = licensed[0]
    with pytest.raises(UserError, match=r"MANO_RIGHT\.pkl is not a SMPL model"):
        attempt(smpl=folder / "MANO_RIGHT.pkl")
    with pytest.raises(UserError, match="is not a MANO model"):
        attempt(smpl=None, mano=body_file(licensed))
    with pytest.raises(UserError, match="nowhere"):
        attempt(fastmetro_data=tmp_path / "nowhere")
    with pytest.raises(UserError, match=r"lacks mesh_downsampling\.npz"):
        attempt(fastmetro_data=tmp_path)
    with pytest.raises(UserError, match=r"missing\.bin"):
        attempt(checkpoint=tmp_path / "missing.bin")
    with pytest.raises(UserError, match=r"no\.jpg"):
        attempt("--photo", tmp_path / "no.jpg")
    (tmp_path / "text.bin").write_text("hello")
    with pytest.raises(UserError, match=r"text\.bin"):
        attempt(checkpoint=tmp_path / "text.bin")
    torch.save([torch.zeros(1)], tmp_path / "list.bin")
    with pytest.raises(UserError, match=r"list\.bin holds something else than named tensors"):
        attempt(checkpoint=tmp_path / "list.bin")
    with pytest.raises(UserError, match="cannot be a model's name"):
        attempt(output="../mine")
    with pytest.raises(UserError, match="hands have no SMPL"):
        attempt("--smpl-head", smpl=None, mano=folder / "MANO_RIGHT.pkl")


def test_whole_networks_and_empty_files_are_refused(tmp_path):
    torch.save(torch.nn.Linear(2, 2), tmp_path / "whole.bin")
    with pytest.raises(UnsafeFileError, match=r"whole\.bin was refused because it holds torch\.nn\.modules"):
        read_state_dict(tmp_path / "whole.bin")
    torch.save({}, tmp_path / "empty.bin")
    with pytest.raises(UserError, match="something else than named tensors"):
        read_state_dict(tmp_path / "empty.bin")


@pytest.fixture
def spoilt(licensed, tmp_path):
    """A copy of the authors' data to spoil."""
    return shutil.copytree(licensed[0] / "data", tmp_path / "data")


def test_data_that_does_not_fit_is_named(attempt, licensed, spoilt):
    def fails(name, write, error, message):
        (spoilt / name).unlink()
        write(spoilt / name)
        with pytest.raises(error, match=message):
            attempt(fastmetro_data=spoilt)
        shutil.copy(licensed[0] / "data" / name, spoilt / name)

    name = "J_regressor_extra.npy"
    fails(name, lambda path: None, UserError, r"lacks J_regressor_extra\.npy")
    fails(
        name, lambda path: np.save(path, np.zeros((14, 10))), UserError,
        r"J_regressor_extra\.npy is float64 \(14, 10\)",
    )  # fmt: skip
    fails(
        "smpl_431_adjmat_size.pt", lambda path: torch.save(torch.Size((195, 195)), path), UserError,
        r"smpl_431_adjmat_size\.pt says \(195, 195\)",
    )  # fmt: skip
    fails(
        "smpl_431_adjmat_indices.pt", lambda path: torch.save(torch.full((2, 3005), 431), path), UserError,
        "vertices outside 0 to 430",
    )  # fmt: skip
    fails(
        "mesh_downsampling.npz", lambda path: shutil.copy(spoilt / "mano_downsampling.npz", path), UserError,
        r"mesh_downsampling\.npz does not fit: U\[0\] is \(778, 195\)",
    )  # fmt: skip


class Hostile:
    def __init__(self, flag):
        self.flag = flag

    def __reduce__(self):
        return os.system, (f"touch {self.flag}",)


def test_hostile_files_are_refused_at_every_place(attempt, licensed, spoilt, tmp_path):
    flag = tmp_path / "ran"

    def refused(name, said="system", **changes):
        with pytest.raises(UnsafeFileError) as caught:
            attempt(**changes)
        assert name in str(caught.value)
        assert said in str(caught.value)
        assert not flag.exists()

    for content in (Hostile(flag), {"v_template": Hostile(flag)}, {"f": [({"x": Hostile(flag)},)]}):
        (tmp_path / "body.pkl").write_bytes(pickle.dumps(content))
        refused("body.pkl", smpl=tmp_path / "body.pkl")
        refused("body.pkl", smpl=None, mano=tmp_path / "body.pkl")
    np.savez(tmp_path / "body.npz", v_template=published_files.object_array([Hostile(flag)]))
    refused("body.npz", smpl=tmp_path / "body.npz")
    for content in (
        {"conv_1x1.weight": Hostile(flag)},
        {"state_dict": {"a": [torch.zeros(1), Hostile(flag)]}},
    ):
        torch.save(content, tmp_path / "new.bin")
        refused("new.bin", checkpoint=tmp_path / "new.bin")
    torch.save({"a": Hostile(flag)}, tmp_path / "old.bin", _use_new_zipfile_serialization=False)
    refused("old.bin", checkpoint=tmp_path / "old.bin")
    (tmp_path / "bare.bin").write_bytes(pickle.dumps(Hostile(flag), protocol=2))
    refused("bare.bin", "not a PyTorch file", checkpoint=tmp_path / "bare.bin")

    hand = {"smpl": None, "mano": body_file(licensed, hand=True)}
    for kind, name in [
        *(({}, f"smpl_431_adjmat_{part}.pt") for part in ("indices", "values", "size")),
        *((hand, f"mano_195_adjmat_{part}.pt") for part in ("indices", "values", "size")),
        ({}, "J_regressor_extra.npy"),
        ({}, "J_regressor_h36m_correct.npy"),
    ]:
        if name.endswith(".pt"):
            torch.save([Hostile(flag)], spoilt / name)
        else:
            np.save(spoilt / name, published_files.object_array([Hostile(flag)]))
        refused(name, fastmetro_data=spoilt, **kind)
        shutil.copy(licensed[0] / "data" / name, spoilt / name)
    nested = published_files.object_array([[Hostile(flag)]])
    for kind, name in (({}, "mesh_downsampling.npz"), (hand, "mano_downsampling.npz")):
        for arrays in ({"U": Hostile(flag), "D": None}, {"U": nested, "D": nested}):
            published_files.write_object_npz(spoilt / name, arrays)
            refused(name, fastmetro_data=spoilt, **kind)
