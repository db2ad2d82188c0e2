"""``python -m models.evaluate.synthetic_people``: how well a model sees rendered people of known meshes.

Poses of held-out clips, on people drawn for this alone, are rendered as pictures and shown to the ONNX file.
Figures are given overall, by how much of a person is hidden, and by group of people, with 95 % intervals
(bootstrap over the pictures); MediaPipe's own landmarks of the same pictures are judged beside them. Some are
then drawn again: in boxes that lie badly, with other skins, and by a good camera.
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
from models.evaluate.comparison import MEASURES, Judge, MediaPipe
from models.evaluate.controlled_changes import RIGHT, by_good_camera, in_boxes, in_skins, landmarks_in_plane
from models.evaluate.groups import FOUND, SKINS, interval, summary
from models.evaluate.photos import UPRIGHT_DEG
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


def run(judge: Judge, assets: RenderAssets, first_seed: int, count: int, redrawn: int) -> dict:
    """Judge ``count`` pictures, and ``redrawn`` people drawn again; return the report."""
    generator = SampleGenerator(assets, characters=count, held_out=True)
    mediapipe, people, seconds = MediaPipe(), [], []
    for seed in range(first_seed, first_seed + count):
        description = generator.describe(seed)
        sample = finish(description, *render(description.scene, assets.skin_masks))
        started = time.process_time()
        seen = judge.predict(sample.image, description.scene.crop, landmarks_in_plane(description))
        seconds.append(time.process_time() - started)
        people.append(judge.judgement(seed, sample, seen, mediapipe.figures(sample)))
        if len(people) % 100 == 0:
            log.info("%d of %d pictures", len(people), count)
    mediapipe.landmarker.close()
    described = (generator.describe(seed) for seed in itertools.count(first_seed))
    alone = list(itertools.islice((d for d in described if len(d.scene.people) == 1), redrawn))
    boxes = [in_boxes(judge, assets.skin_masks, d) for d in alone]
    skins = [in_skins(judge, assets.skin_masks, d) for d in alone]
    return summary(people) | {
        "boxes": {RIGHT: interval(e[RIGHT] for e in boxes)}
        | {name: interval(e[name] - e[RIGHT] for e in boxes) for name in boxes[0] if name != RIGHT},
        "skins": {name: interval(e[name] for e in skins) for name in SKINS},
        "good_camera": interval(by_good_camera(judge, assets.skin_masks, d) for d in alone),
        "cpu_ms": 1000 * float(np.median(seconds)),
        "model": judge.model.info.name,
        "training": judge.model.info.training,
        "first_seed": first_seed,
        "people": [asdict(p) for p in people],
    }


def show(report: dict) -> None:
    """Print a report as Markdown tables."""
    titles = ("MPJPE mm", "PA-MPJPE mm", "PVE mm", "PA-PVE mm", "trunk off by deg", "facing right", "PCK")
    print(f"| people | pictures | {' | '.join(titles)} |\n|{'---|' * (len(titles) + 2)}")

    def row(name: str, found: dict) -> None:
        cells = []
        for measure in MEASURES:
            digits = 2 if measure in ("facing_within_45", "pck") else 0
            mean, low, high = (f"{found[measure][key]:.{digits}f}" for key in ("mean", "low", "high"))
            cells.append(f"{mean} ({low}-{high})")
        print(f"| {name} | {found['pck']['count']} | {' | '.join(cells)} |")

    row("all", report["all"])
    row("clear", report["clear"])
    for group, names in report["groups"].items():
        for name, found in names.items():
            row(f"{group}: {name}", found)
    leaning = report["lean_of_upright_in_clear"]
    if leaning:
        way = "towards the camera" if leaning["mean_deg"] > 0 else "away from the camera"
        print(
            f"\nTrunks of {leaning['count']} upright people in clear pictures lean "
            f"{abs(leaning['mean_deg']):.1f} deg too far {way} on average and are "
            f"{leaning['median_abs_deg']:.1f} deg off in the median; "
            f"{leaning['within_limit']:.0%} are within {UPRIGHT_DEG} deg of the truth."
        )
    for key, what in (
        ("mediapipe_on_clear", "clear pictures where MediaPipe finds somebody"),
        ("mediapipe_on_found", f"pictures where it finds {FOUND:.0%} of the limb joints"),
    ):
        beside = report[key]
        if not beside["mediapipe"]:
            continue
        print(
            f"\n| {what} ({beside['found']:.0%}) | PA mm, 12 limb joints | trunk off by deg "
            "| facing right | PCK |\n|---|---|---|---|---|"
        )
        for whose in ("mediapipe", "model"):
            means = [f"{found['mean']:.3g}" for found in beside[whose].values()]
            print(f"| {whose} | {' | '.join(means)} |")
    print("\n| surface | model: 5, 50, 95, 99 % | truth: 5, 50, 95, 99 % |\n|---|---|---|")
    for name, found in report["surface_5_50_95_99"].items():
        model, truth = (", ".join(f"{q:.2f}" for q in found[whose]) for whose in ("model", "truth"))
        print(f"| {name} | {model} | {truth} |")
    for title, changes, itself in (
        ("box", report["boxes"], RIGHT),
        ("skin, all else alike", report["skins"], ""),
        ("camera, all else alike", {"without a webcam's faults": report["good_camera"]}, ""),
    ):
        print(f"\n| {title} | PA-MPJPE mm, change |\n|---|---|")
        for name, found in changes.items():
            mean, low, high = (found[key] for key in ("mean", "low", "high"))
            sign = "" if name == itself else "+"
            print(f"| {name} | {mean:{sign}.1f} ({low:{sign}.1f} to {high:{sign}.1f}) |")
    print(f"\nOne crop takes {report['cpu_ms']:.1f} ms of one CPU thread (median).")


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate.synthetic_people", description=__doc__)
    add_asset_options(parser)
    parser.add_argument("--model", default="anny-small", help="name or ONNX file")
    parser.add_argument("--count", type=int, default=500, help="pictures")
    parser.add_argument("--redrawn", type=int, default=100, help="people to draw again")
    parser.add_argument("--seed", type=int, default=0, help="of the first picture")
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
    report = run(Judge(model), assets, options.seed, options.count, options.redrawn)
    show(report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=1))


if __name__ == "__main__":
    sys.exit(main())
