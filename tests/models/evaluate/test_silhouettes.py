"""Meshes against the silhouettes and the builds of rendered people."""

from dataclasses import replace

import numpy as np
import pytest

from models.evaluate import silhouettes
from models.evaluate.silhouettes import FitEvaluator, fits, main, show
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS


@pytest.fixture(scope="module")
def evaluator() -> FitEvaluator:
    return FitEvaluator(OnnxModel(ASSETS / "anny-small.onnx"))


def test_the_true_body_lies_on_the_person(evaluator, generator, capsys):
    found = list(fits(evaluator, generator.assets, first_seed=0, wanted=2))
    assert len(found) == 2
    for fit in found:
        assert 0.85 < fit.true_area < 1.1, fit
        assert fit.true_overlap > 0.85, fit
        assert fit.off.keys() == fit.mean_off.keys()
        assert all(np.isfinite(value) and value >= 0 for value in (*fit.off.values(), fit.area, fit.overlap))
    show([replace(fit, pck=1.0) for fit in found])
    said = capsys.readouterr().out
    assert "| all | 2 |" in said
    assert "| people | pictures | height | shoulder width |" in said


def test_a_body_of_the_mean_build_is_off_by_nothing(evaluator, generator, monkeypatch):
    description = next(
        d for d in map(generator.describe, range(50))
        if len(d.scene.people) == 1 and not d.occluders and d.truncation is None
    )  # fmt: skip
    monkeypatch.setattr(silhouettes, "LEAST_SHOWN", 0.0)
    mean = generator.assets.template.v_template
    fit = evaluator.fit(0, description, generator.assets.skin_masks, 1.3 * mean)
    assert fit.mean_off.pop("height") == pytest.approx(1 - 1 / 1.3, abs=1e-3)
    assert max(fit.mean_off.values()) < 1e-3  # the same build at another height


def test_what_is_missing_is_one_sentence(tmp_path, capsys):
    arguments = ["--clothes", str(tmp_path), "--cache", str(tmp_path)]
    assert main([*arguments, "--model", "nobody"]) == 1
    assert "no model called 'nobody'" in capsys.readouterr().err
    assert main([*arguments, "--count", "0"]) == 1
    assert "--count is 0" in capsys.readouterr().err
    assert main([*arguments, "--json", str(tmp_path / "nowhere" / "figures.json")]) == 1
    assert "make it first" in capsys.readouterr().err
