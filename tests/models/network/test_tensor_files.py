"""PyTorch's files of others: read whole in both formats, and refused before what they ask for is made."""

import collections
import os
import resource
import zipfile

import pytest
import torch

from models.errors import UserError
from models.network.checkpoints import read_checkpoint
from models.network.tensor_files import DamagedTensorsError, RefusedTensorsError, load_tensors
from tests.fakes.tensor_bombs import BOMBS, archive, tensor_bomb

FORMATS = pytest.mark.parametrize("is_zip", [True, False], ids=["zip", "earlier"])


@FORMATS
def test_what_trainings_keep_is_read_as_it_was_written(tmp_path, is_zip):
    shared = torch.arange(12.0).reshape(3, 4)
    network = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    optimiser = torch.optim.AdamW(network.parameters())
    network(torch.ones(4, 3)).sum().backward()
    optimiser.step()
    record = {
        "model": network.state_dict(),
        "optimiser": optimiser.state_dict(),
        "part": shared[1:, ::2].T,
        "whole": shared,
        "parameter": torch.nn.Parameter(torch.ones(2)),
        "empty": torch.zeros(0, 5),
        "size": torch.Size((2, 3)),
        "kinds": (torch.float16, torch.device("cpu"), {1, 2}, b"bytes", 1 + 2j, None, True, "text", 1e300),
        "counts": collections.Counter({1: 2}),
        **{
            str(kind): torch.ones(3).to(kind) for kind in (torch.half, torch.bfloat16, torch.int8, torch.bool)
        },
    }
    torch.save(record, tmp_path / "x.pt", _use_new_zipfile_serialization=is_zip)
    found = load_tensors(tmp_path / "x.pt")
    assert found.keys() == record.keys()
    assert found["kinds"] == record["kinds"]
    assert found["counts"] == record["counts"]
    assert found["size"] == record["size"]
    for name in ("part", "whole", "parameter", "empty", "torch.float16", "torch.bfloat16", "torch.bool"):
        assert torch.equal(found[name], record[name])
        assert found[name].dtype == record[name].dtype
    for name, value in record["model"].items():
        assert torch.equal(found["model"][name], value)
    assert torch.equal(found["optimiser"]["state"][0]["exp_avg"], record["optimiser"]["state"][0]["exp_avg"])


@FORMATS
@pytest.mark.parametrize("name", [name for name, (_, said) in BOMBS.items() if said])
def test_what_asks_for_more_than_it_holds_is_refused(tmp_path, name, is_zip):
    (tmp_path / "x.pt").write_bytes(tensor_bomb(name, is_zip))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises((RefusedTensorsError, DamagedTensorsError), match=BOMBS[name][1]):
        load_tensors(tmp_path / "x.pt")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < before + 50_000  # kB
    with pytest.raises(UserError, match=r"^x\.pt is not a checkpoint of this program \(.*\.$"):
        read_checkpoint(tmp_path / "x.pt")


@FORMATS
def test_lists_of_themselves_are_never_written_into_a_sentence(tmp_path, is_zip):
    (tmp_path / "x.pt").write_bytes(tensor_bomb("lists of lists", is_zip))
    with pytest.raises(UserError, match=r"^x\.pt has format list; "):
        read_checkpoint(tmp_path / "x.pt")


def test_members_that_swell_or_have_the_same_name_are_refused(tmp_path):
    path = tmp_path / "x.pt"
    path.write_bytes(archive(b"\x80\x02N.", bytes(1 << 26), zipfile.ZIP_DEFLATED))
    assert path.stat().st_size < 1 << 17
    with pytest.raises(RefusedTensorsError, match="members that take more memory than the file"):
        load_tensors(path)
    path.write_bytes(archive(b"\x80\x02N.", b""))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("x/DATA.pkl", b"\x80\x02K\x01.")
    with pytest.raises(DamagedTensorsError, match="same names"):
        load_tensors(path)


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"text", b"\x80\x02N."])
def test_what_is_no_pytorch_file_is_told(tmp_path, content):
    (tmp_path / "x.pt").write_bytes(content)
    with pytest.raises(DamagedTensorsError):
        load_tensors(tmp_path / "x.pt")


@FORMATS
def test_a_file_that_is_cut_off_is_damaged(tmp_path, is_zip):
    path = tmp_path / "x.pt"
    torch.save({"a": torch.ones(500)}, path, _use_new_zipfile_serialization=is_zip)
    content = path.read_bytes()
    for length in range(0, len(content), 97):
        path.write_bytes(content[:length])
        with pytest.raises((DamagedTensorsError, RefusedTensorsError)):
            load_tensors(path)


def test_a_pipe_is_refused(tmp_path):
    os.mkfifo(tmp_path / "x.pt")
    with pytest.raises(UserError, match="is a pipe or device"):
        load_tensors(tmp_path / "x.pt")
