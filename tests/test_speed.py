"""The command that times a published network in PyTorch and in ONNX Runtime."""

import re

import pytest

from models.speed import main, untrained


def test_prints_both_times_of_one_run(capsys):
    assert main(["FastMETRO-S-R50-hand", "--threads", "1", "--turns", "1"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("FastMETRO-S-R50-hand, batch 1")
    eager, onnx, ratio = (
        float(number)
        for number in re.match(
            r"1 thread: eager PyTorch (\d+) ms .*, ONNX Runtime (\d+) ms .*: ([\d.]+) times", second
        ).groups()
    )
    assert eager > 0 and onnx > 0
    assert ratio == pytest.approx(eager / onnx, rel=0.05)


def test_other_networks_and_numbers_are_refused():
    with pytest.raises(ValueError, match="not one of the published"):
        untrained("anny-small")
    with pytest.raises(SystemExit) as stopped:
        main(["FastMETRO-S-R50", "--turns", "0"])
    assert stopped.value.code == 2
