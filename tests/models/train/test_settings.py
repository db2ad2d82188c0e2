"""Every setting is an option with its words, and wrong ones are refused."""

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import get_type_hints

import numpy as np
import pytest

from models.train.__main__ import main, parse_settings
from models.train.settings import LossWeights, TrainSettings
from tests.fakes.tiny_training import TINY


def test_the_rate_rises_then_falls_to_zero():
    settings = replace(TINY, steps=1000, warmup=100, lr=1e-3)
    rates = [settings.learning_rate(step) for step in range(1001)]
    assert max(rates) == pytest.approx(1e-3)
    assert np.argmax(rates) in (99, 100)
    assert rates[-1] == pytest.approx(0, abs=1e-9)
    assert (np.diff(rates[100:]) <= 0).all()


def test_all_queries_come_in_the_last_part():
    settings = replace(TINY, steps=100, full_fraction=0.2)
    assert [settings.is_full(step) for step in (0, 79, 80, 99)] == [False, False, True, True]


def test_every_setting_is_an_option():
    options = "--out a --poses b.npz --steps 7 --lr 0.5 --loss.normals 3 --device cuda"
    settings = parse_settings(options.split())
    assert settings == TrainSettings(
        out=Path("a"), poses=Path("b.npz"), steps=7, lr=0.5, loss=LossWeights(normals=3.0), device="cuda"
    )
    assert parse_settings([]) == TrainSettings()


def test_the_help_explains_every_option_and_shows_its_default(capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "1000")  # no line is broken
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = " ".join(capsys.readouterr().out.split())
    for kind, prefix in ((TrainSettings, "--"), (LossWeights, "--loss.")):
        hints = get_type_hints(kind, include_extras=True)
        for f in fields(kind):
            if f.name == "loss":
                continue
            (text,) = hints[f.name].__metadata__
            option = prefix + f.name.replace("_", "-")
            pattern = rf"{re.escape(option)} [A-Z]+ {re.escape(text)} \(default: "
            assert re.search(pattern, shown), f"{option} is not explained"
            default = "none" if f.default is None else f"{f.default:g}" if f.type == "float" else None
            assert default is None or re.search(pattern + re.escape(default), shown), option


@pytest.mark.parametrize(
    "options",
    [
        *("--steps 0", "--full-fraction 2", "--poses nowhere.npz", "--network huge", "--device abacus"),
        *("--threads 0", "--clothes nowhere", "--predictions nowhere", "--photos nowhere"),
        "--rendered-fraction 0.5 --predictions nowhere --clothes nowhere",
    ],
)
def test_a_wrong_setting_is_one_sentence(options, tmp_path, capsys):
    assert main(["--out", str(tmp_path), *options.split()]) == 1
    message = capsys.readouterr().err
    assert message.count("\n") == 1
    assert "Traceback" not in message


def test_blazepose_learns_from_rendered_people_only(tmp_path, capsys):
    for options in ("", " --network FastMETRO-S-R50 --rendered-fraction 1"):
        assert main(["--out", str(tmp_path), "--blazepose-lr-factor", "0.1", *options.split()]) == 1
        assert "give --rendered-fraction and --clothes" in capsys.readouterr().err


def test_a_network_that_reads_images_wants_rendered_people(capsys, tmp_path):
    options = ["--out", str(tmp_path), "--pca-bodies", "40"]
    assert main([*options, "--network", "FastMETRO-S-R50"]) == 1
    assert "give --rendered-fraction 1" in capsys.readouterr().err
    assert (
        main([*options, "--rendered-fraction", "0.5", "--workers", "0", "--subsets", "1", "--batch", "2"])
        == 1
    )
    assert "give --clothes" in capsys.readouterr().err
    assert main([*options, "--network", "FastMETRO-S-R50-hand"]) == 1
    assert "cannot be trained here" in capsys.readouterr().err
