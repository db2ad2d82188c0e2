"""The command that does all GPU work, tried on the CPU."""

import json

import numpy as np
import pytest

from tests import gpu


def test_without_a_gpu_it_says_why_and_writes_nothing(tmp_path, capsys):
    if not gpu.why_no_cuda():
        pytest.skip("there is a GPU")
    assert gpu.main(["-o", str(tmp_path / "gpu.json")]) == 1
    assert "--device cpu tries this command" in capsys.readouterr().out
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_a_network_is_timed_and_compared_in_every_way_beside_the_paper(tmp_path, capsys):
    words = ["--device", "cpu", "--networks", "FastMETRO-S-R50", "--calls", "2", "--only-networks"]
    assert gpu.main(["-o", str(tmp_path / "gpu.json"), *words]) == 0
    rows = json.loads((tmp_path / "gpu.json").read_text())["networks"]
    assert [(row["precision"], row["way"], row["people"]) for row in rows] == [
        (precision, way, people)
        for precision in ("float32", "half")
        for way in ("CPU", "CPU, memory kept")
        for people in gpu.PEOPLE
    ]
    for row in rows:
        assert row["failure"] == ""
        assert row["fps"] == pytest.approx(1e3 / row["median_ms"], rel=0.02, abs=0.01)
        assert row["differs"] < {"float32": 1e-4, "half": 2e-2}[row["precision"]]
        if row["people"] == 1:
            assert row["times_paper"] == pytest.approx(row["fps"] / 58.5, abs=0.02)
        else:
            assert row["times_paper"] is None
    assert "FastMETRO-S-R50" in capsys.readouterr().out


def test_a_way_that_does_not_work_is_told_in_its_row():
    if not gpu.why_no_cuda():
        pytest.skip("there is a GPU")
    model = gpu.ASSETS / "anny-small.onnx"
    for way, load in gpu.ways("cuda").items():
        row = gpu.measured(gpu.Row("anny-small", "as shipped", way, 1), load, model, np.zeros(3), 1)
        assert row.failure
        assert row.fps == 0
