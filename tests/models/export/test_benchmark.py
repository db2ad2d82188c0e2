"""The command that times a published network in PyTorch and in ONNX Runtime."""

import re

import pytest
import torch

from models.errors import UserError
from models.export.benchmark import as_released, main, untrained


def test_prints_the_times_of_one_run(capsys):
    assert main(["FastMETRO-S-R50-hand", "--threads", "1", "--turns", "1"]) == 0
    title, threads, *rows = capsys.readouterr().out.splitlines()
    assert title.startswith("FastMETRO-S-R50-hand, batch 1")
    assert threads == "1 thread"
    released, *others = (float(re.search(r" ([\d.]+) ms", row)[1]) for row in rows)
    names = ("authors' way", "this program's network", "ONNX Runtime  ", "ONNX Runtime, in integers")
    assert all(name in row for name, row in zip(names, rows, strict=True))
    for time, row in zip(others, rows[1:], strict=True):
        ratio = float(re.search(r"; ([\d.]+) times", row)[1])
        assert ratio == pytest.approx(released / time, rel=0.02)


@pytest.mark.parametrize("name", ["FastMETRO-M-R50", "FastMETRO-S-R50-hand"])
def test_the_authors_way_gives_the_same(name):
    network = untrained(name)[0]
    image = torch.randn(2, 3, 224, 224, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        wanted, found = network(image), as_released(network)(image)
    for part in ("camera", "joints", "vertices"):
        torch.testing.assert_close(getattr(found, part), getattr(wanted, part), atol=1e-4, rtol=1e-4)


def test_other_networks_and_numbers_are_refused():
    with pytest.raises(UserError, match="not one of the published"):
        untrained("anny-small")
    with pytest.raises(SystemExit) as stopped:
        main(["FastMETRO-S-R50", "--turns", "0"])
    assert stopped.value.code == 2
