"""Fingers read off rendered people, and the figures that come of it."""

from dataclasses import replace

import numpy as np
import pytest

from models.evaluate.hands import (
    PLACES,
    HandEvaluator,
    HandFigures,
    any_fingers,
    evaluate,
    main,
    show,
    summary,
)
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS


@pytest.fixture(scope="module")
def hands(generator) -> list[HandFigures]:
    evaluator = HandEvaluator(OnnxModel(ASSETS / "anny-small.onnx"), generator.assets)
    found = evaluate(evaluator, generator.assets, first_seed=0, wanted=4)
    evaluator.close()
    return found


def test_every_hand_in_the_picture_is_looked_for_in_both_places(hands):
    by_place = [
        {(hand.seed, hand.is_left) for hand in hands if hand.told_by == told_by} for told_by in PLACES
    ]
    assert 4 <= len(by_place[0]) <= 8
    assert by_place[1] <= by_place[0]
    for hand in hands:
        assert hand.off_deg.shape == ((5, 3) if hand.read else (0,))
        assert np.isfinite(hand.off_deg).all()
        assert hand.palm_px > 0
        assert hand.ms > 0


def test_figures_count_what_is_read_and_what_is_false(capsys):
    off, bends = np.full((5, 3), 20.0), np.zeros((5, 3))
    right = HandFigures(1, True, "model", 40.0, False, True, False, off, 2 * off, 3 * off, bends, 15.0)
    none = bends[:0]
    missed = replace(
        right, read=False, off_deg=none, rest_off_deg=none, mesh_off_deg=none, bends_off_deg=none
    )
    elsewhere = replace(right, is_false=True, off_deg=4 * off)
    hidden = replace(missed, hidden=True)
    report = summary([right, missed, elsewhere, hidden])
    found = report["model"]
    assert (found["hands"], found["seen"], found["read"], found["false"]) == (4, 3, 2, 1)
    assert found["read_of_seen"] == pytest.approx(1 / 3)
    assert (found["off_deg"], found["rest_off_deg"]) == (20, 40)
    assert report["true body"]["hands"] == 0
    show(report)
    assert "| model | 3 of 4 | 33% of seen | 1 (25.0%) | 20 | 40 | 60 | 15 |" in capsys.readouterr().out


def test_fingers_of_every_kind_are_drawn():
    bends = any_fingers(500, np.random.default_rng(0))
    assert bends.shape == (500, 10, 3)
    assert bends.min() < -0.3
    assert bends.max() > 1.2
    apart = np.ptp(bends[:, :5, 0], axis=1)
    assert (apart < 0.8).any()
    assert (apart > 1.0).any()


def test_what_is_missing_is_one_sentence(tmp_path, capsys):
    arguments = ["--clothes", str(tmp_path), "--cache", str(tmp_path)]
    assert main([*arguments, "--model", "nobody"]) == 1
    assert "no model called 'nobody'" in capsys.readouterr().err
    assert main([*arguments, "--count", "0"]) == 1
    assert "--count 0 reads no hand" in capsys.readouterr().err
    assert main([*arguments, "--json", str(tmp_path / "nowhere" / "figures.json")]) == 1
    assert "make it first" in capsys.readouterr().err
