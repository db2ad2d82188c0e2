"""``python -m models.evaluate.synthetic_people``: how well a model reconstructs rendered people.

Poses of held-out clips, on people drawn for this alone, are rendered as images and shown to the ONNX file.
Figures are given overall, by how much of a person is hidden, and by group of people, with 95 % intervals
(bootstrap over the images); MediaPipe's own landmarks of the same images are measured beside them. Some are
then rendered again: in boxes that lie badly, with other skins, and by a good camera.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from models.errors import UserError, exit_code
from models.evaluate.comparison import MEASURES, MediaPipe, PersonEvaluator
from models.evaluate.controlled_changes import RIGHT, in_boxes, in_skins, landmarks_in_plane, with_good_camera
from models.evaluate.groups import FOUND, SKINS, interval, summary
from models.evaluate.metrics import UPRIGHT_DEG
from models.files import require_folder
from models.inference.onnx_model import OnnxModel
from models.inference.store import find_model
from models.synthetic.assets import RenderAssets, load_assets
from models.synthetic.generator import SampleGenerator, finish
from models.synthetic.options import add_asset_options
from models.synthetic.render_cpu import render

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)


def run(evaluator: PersonEvaluator, assets: RenderAssets, first_seed: int, count: int, redrawn: int) -> dict:
    """Evaluate ``count`` images, and ``redrawn`` people rendered again; return the report."""
    generator = SampleGenerator(assets, characters=count, held_out=True)
    mediapipe, people, seconds = MediaPipe(), [], []
    for seed in range(first_seed, first_seed + count):
        description = generator.describe(seed)
        sample = finish(description, *render(description.scene, assets.skin_masks))
        started = time.process_time()
        predicted = evaluator.predict(sample.image, description.scene.crop, landmarks_in_plane(description))
        seconds.append(time.process_time() - started)
        people.append(evaluator.person_metrics(seed, sample, predicted, mediapipe.figures(sample)))
        if len(people) % 100 == 0:
            log.info("%d of %d images", len(people), count)
    mediapipe.landmarker.close()
    described = (generator.describe(seed) for seed in itertools.count(first_seed))
    alone = list(itertools.islice((d for d in described if len(d.scene.people) == 1), redrawn))
    boxes = [in_boxes(evaluator, assets.skin_masks, d) for d in alone]
    skins = [in_skins(evaluator, assets.skin_masks, d) for d in alone]
    return summary(people) | {
        "boxes": {RIGHT: interval(e[RIGHT] for e in boxes)}
        | {name: interval(e[name] - e[RIGHT] for e in boxes) for name in boxes[0] if name != RIGHT},
        "skins": {name: interval(e[name] for e in skins) for name in SKINS},
        "good_camera": interval(with_good_camera(evaluator, assets.skin_masks, d) for d in alone),
        "cpu_ms": 1000 * float(np.median(seconds)),
        "model": evaluator.model.info.name,
        "training": evaluator.model.info.training,
        "first_seed": first_seed,
        "people": [asdict(p) for p in people],
    }


def show(report: dict) -> None:
    """Print a report as Markdown tables."""
    _show_groups(report)
    _show_trunk_pitch(report["trunk_pitch_of_upright_in_clear"])
    for key, what in (
        ("mediapipe_on_clear", "clear pictures where MediaPipe finds somebody"),
        ("mediapipe_on_found", f"pictures where it finds {FOUND:.0%} of the limb joints"),
    ):
        _show_beside_mediapipe(report[key], what)
    print("\n| surface | model: 5, 50, 95, 99 % | truth: 5, 50, 95, 99 % |\n|---|---|---|")
    for name, found in report["surface_5_50_95_99"].items():
        model, truth = (", ".join(f"{q:.2f}" for q in found[whose]) for whose in ("model", "truth"))
        print(f"| {name} | {model} | {truth} |")
    _show_changes("box", report["boxes"], unchanged=RIGHT)
    _show_changes("skin, all else alike", report["skins"])
    _show_changes("camera, all else alike", {"without a webcam's faults": report["good_camera"]})
    print(f"\nOne crop takes {report['cpu_ms']:.1f} ms of one CPU thread (median).")


def _show_groups(report: dict) -> None:
    titles = ("MPJPE mm", "PA-MPJPE mm", "PVE mm", "PA-PVE mm", "trunk off by deg", "facing right", "PCK")
    print(f"| people | pictures | {' | '.join(titles)} |\n|{'---|' * (len(titles) + 2)}")
    rows = {"all": report["all"], "clear": report["clear"]}
    for group, names in report["groups"].items():
        rows |= {f"{group}: {name}": found for name, found in names.items()}
    for name, found in rows.items():
        cells = []
        for measure in MEASURES:
            digits = 2 if measure in ("yaw_within_45", "pck") else 0
            mean, low, high = (f"{found[measure][key]:.{digits}f}" for key in ("mean", "low", "high"))
            cells.append(f"{mean} ({low}-{high})")
        print(f"| {name} | {found['pck']['count']} | {' | '.join(cells)} |")


def _show_trunk_pitch(pitch: dict) -> None:
    if not pitch:
        return
    way = "towards the camera" if pitch["mean_deg"] > 0 else "away from the camera"
    print(
        f"\nTrunks of {pitch['count']} upright people in clear pictures lean "
        f"{abs(pitch['mean_deg']):.1f} deg too far {way} on average and are "
        f"{pitch['median_abs_deg']:.1f} deg off in the median; "
        f"{pitch['within_limit']:.0%} are within {UPRIGHT_DEG} deg of the truth."
    )


def _show_beside_mediapipe(beside: dict, what: str) -> None:
    if not beside["mediapipe"]:
        return
    print(
        f"\n| {what} ({beside['found']:.0%}) | PA mm, 12 limb joints | trunk off by deg "
        "| facing right | PCK |\n|---|---|---|---|---|"
    )
    for whose in ("mediapipe", "model"):
        means = [f"{found['mean']:.3g}" for found in beside[whose].values()]
        print(f"| {whose} | {' | '.join(means)} |")


def _show_changes(title: str, changes: dict, unchanged: str = "") -> None:
    """Print by how much a figure changes, or, for what is ``unchanged``, the figure itself."""
    print(f"\n| {title} | PA-MPJPE mm, change |\n|---|---|")
    for name, found in changes.items():
        mean, low, high = (found[key] for key in ("mean", "low", "high"))
        sign = "" if name == unchanged else "+"
        print(f"| {name} | {mean:{sign}.1f} ({low:{sign}.1f} to {high:{sign}.1f}) |")


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate.synthetic_people", description=__doc__)
    add_asset_options(parser)
    parser.add_argument("--model", default="anny-small", help="name or ONNX file")
    parser.add_argument("--count", type=int, default=500, help="images")
    parser.add_argument("--redrawn", type=int, default=100, help="people to draw again")
    parser.add_argument("--seed", type=int, default=0, help="of the first image")
    parser.add_argument("--json", type=Path, help="file for the figures, and those of everybody")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    return exit_code(lambda: _evaluate(options))


def _evaluate(options: argparse.Namespace) -> None:
    if min(options.count, options.redrawn) < 1:
        raise UserError("--count and --redrawn must be at least 1.")
    require_folder(options.json)
    model = OnnxModel(find_model(options.model), threads=1)
    assets = load_assets(options.clothes, options.poses, options.hdri, options.cache)
    if model.template.sha256 != assets.template.sha256:
        raise UserError(f"{options.model} gives another body than the one drawn, {assets.template.name}.")
    report = run(PersonEvaluator(model), assets, options.seed, options.count, options.redrawn)
    show(report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=1))


if __name__ == "__main__":
    sys.exit(main())
