"""``python -m models.evaluate.silhouettes``: how well meshes cover rendered people, and fit their build.

People whose bodies are known are rendered in clothes, with nothing before them. The silhouette of a mesh, as
the program draws it, is compared with the clothed person's: area (mesh by person) and intersection over
union. The true body in its true pose is measured beside; it wears nothing. How tall people come out, and
their lengths and girths by height, are compared with the true body's, beside those of the mean body.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from models.body.clothing import clothing_of
from models.body.gauss_newton import Fitter
from models.body.measures import Measures
from models.body.pose_follower import PoseFollower
from models.body.silhouette import area_and_overlap, silhouette
from models.body.skinning import Skinner
from models.body.stature import Stature
from models.errors import UserError, exit_code
from models.evaluate.comparison import PersonEvaluator
from models.evaluate.controlled_changes import landmarks_in_plane
from models.evaluate.groups import AGES, BUILDS, PEOPLE
from models.evaluate.metrics import limb_pck
from models.files import require_folder
from models.inference.inputs import Subject
from models.inference.onnx_model import OnnxModel
from models.inference.store import find_model
from models.synthetic.assets import RenderAssets, load_assets
from models.synthetic.generator import SampleGenerator, finish
from models.synthetic.options import add_asset_options
from models.synthetic.render_cpu import render
from models.synthetic.sample import project_to_crop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.synthetic.sample import Description, SampleFacts

log = logging.getLogger(__name__)

SIZE = 320  # pixels of the masks
LEAST_PIXELS = 400  # of a person; fewer tell no shape
LEAST_SHOWN = 0.98  # of a person's pixels; furniture may hide the rest
RIGHT_POSE = 0.8  # fraction of the limb joints in place from which a pose counts as right


@dataclass(frozen=True, slots=True)
class Fit:
    """How one mesh fits a rendered person.

    Attributes
    ----------
    seed, facts : of the sample.
    pck : fraction of the limb joints within 0.2 torso lengths in the image.
    area, overlap : of the model's mesh.
    true_area, true_overlap : of the true body, which wears nothing.
    off, mean_off : by measure, the absolute relative error of the model's and of the mean body's; the height
        is that of the mesh, all else by height that of the body that is fitted to it.
    """

    seed: int
    facts: SampleFacts
    pck: float
    area: float
    overlap: float
    true_area: float
    true_overlap: float
    off: dict[str, float]
    mean_off: dict[str, float]


class FitEvaluator:
    """Measures the meshes of one model of the open body on samples."""

    def __init__(self, model: OnnxModel) -> None:
        self._people = PersonEvaluator(model)
        template = model.template
        self._clothes = clothing_of(template)
        self._faces, self._coarse = template.faces[0], template.level_index[-1]
        self._fitter, self._skinner, self._measures = Fitter(template), Skinner(template), Measures(template)
        self._stature = Stature(template)
        self._mean_height, self._mean = self._build(template.v_template)

    def fit(
        self, seed: int, description: Description, skin_masks: np.ndarray, rest: np.ndarray
    ) -> Fit | None:
        """Render a person and measure; None where too little of them shows.

        Parameters
        ----------
        rest : (V, 3) the person's true body at rest.
        """
        image, alone, visible = render(description.scene, skin_masks, SIZE)
        if alone.sum() < LEAST_PIXELS or visible.sum() < LEAST_SHOWN * alone.sum():
            return None
        person = alone.copy()
        sample = finish(description, image, alone, visible)
        crop = description.scene.crop
        subject = Subject.of_crop(sample.image, crop, landmarks_in_plane(description))
        (estimate,) = self._people.model.estimate([subject])
        vertices = estimate.vertices if self._clothes is None else self._clothes.over(estimate.vertices)
        points = estimate.crop.crop_from_image(estimate.on_image(vertices))
        true_points = project_to_crop(sample.vertices, crop)
        area, overlap = area_and_overlap(silhouette(points, self._faces, SIZE), person)
        true_area, true_overlap = area_and_overlap(silhouette(true_points, self._faces, SIZE), person)
        betas = PoseFollower(self._fitter).follow(vertices[self._coarse]).betas
        true_height, truth = self._build(rest)
        height = self._stature.of(estimate.vertices)
        _, found = self._build(self._skinner.rest(betas[None])[0][0])
        return Fit(
            seed=seed,
            facts=sample.facts,
            pck=float(limb_pck(self._people.landmarks.regress(points), sample.landmarks_2d)),
            area=area,
            overlap=overlap,
            true_area=true_area,
            true_overlap=true_overlap,
            off=_off(height, found, true_height, truth),
            mean_off=_off(self._mean_height, self._mean, true_height, truth),
        )

    def _build(self, rest: np.ndarray) -> tuple[float, dict[str, float]]:
        """Return a body's height in metres and its measures by it: one picture tells of these alone."""
        measures = self._measures.of(rest)
        height = measures.pop("height")
        return height, {name: value / height for name, value in measures.items()}


def _off(
    height: float, build: dict[str, float], true_height: float, true_build: dict[str, float]
) -> dict[str, float]:
    """Return absolute relative errors of a height, and of measures by height."""
    errors = {name: abs(build[name] / true - 1) for name, true in true_build.items()}
    return {"height": abs(height / true_height - 1)} | errors


def fits(evaluator: FitEvaluator, assets: RenderAssets, first_seed: int, wanted: int) -> Iterator[Fit]:
    """Draw held-out people, each alone, whole and uncovered, and measure the model's meshes of them."""
    generator, done = SampleGenerator(assets, characters=600, held_out=True), 0
    for seed in count(first_seed):
        if done == wanted:
            return
        description = generator.describe(seed)
        scene = description.scene
        if len(scene.people) != 1 or description.occluders or description.truncation is not None:
            continue
        fit = evaluator.fit(seed, description, assets.skin_masks, scene.people[0].rest[assets.rows])
        if fit is not None:
            done += 1
            yield fit
            if done % 50 == 0:
                log.info("%d of %d people", done, wanted)


def show(people: Sequence[Fit]) -> None:
    """Print the figures as Markdown tables."""
    right = [fit for fit in people if fit.pck >= RIGHT_POSE]
    groups = {"all": list(people), "pose right": right} | {
        f"pose right: {name}": members
        for group in ("build", "age", "gender")
        for name in (*BUILDS, *AGES, "man", "woman")
        if (members := [fit for fit in right if PEOPLE[group](fit.facts) == name])
    }
    print("| people | pictures | area | IoU | area of the true body | IoU |\n|---|---|---|---|---|---|")
    for name, members in groups.items():
        if members:
            columns = ("area", "overlap", "true_area", "true_overlap")
            cells = [f"{np.median([getattr(fit, column) for fit in members]):.2f}" for column in columns]
            print(f"| {name} | {len(members)} | {' | '.join(cells)} |")
    if not right:
        return
    measures = list(right[0].off)
    print("\nMedian errors of the model, and of the mean body:\n")
    print(f"| people | pictures | {' | '.join(measures)} |\n|{'---|' * (len(measures) + 2)}")
    del groups["all"]
    for name, members in groups.items():
        cells = [
            f"{np.median([fit.off[measure] for fit in members]):.1%}, "
            f"{np.median([fit.mean_off[measure] for fit in members]):.1%}"
            for measure in measures
        ]
        print(f"| {name} | {len(members)} | {' | '.join(cells)} |")


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate.silhouettes", description=__doc__)
    add_asset_options(parser)
    parser.add_argument("--model", default="anny-small", help="name or ONNX file")
    parser.add_argument("--count", type=int, default=120, help="people")
    parser.add_argument("--seed", type=int, default=0, help="of the first image that is tried")
    parser.add_argument("--json", type=Path, help="file for the figures of everybody")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    return exit_code(lambda: _evaluate(options))


def _evaluate(options: argparse.Namespace) -> None:
    require_folder(options.json)
    if options.count < 1:
        raise UserError(f"--count is {options.count}; give 1 or more people.")
    model = OnnxModel(find_model(options.model))
    assets = load_assets(options.clothes, options.poses, options.hdri, options.cache)
    if model.template.sha256 != assets.template.sha256:
        raise UserError(f"{options.model} gives another body than the one drawn, {assets.template.name}.")
    people = list(fits(FitEvaluator(model), assets, options.seed, options.count))
    show(people)
    if options.json:
        options.json.write_text(json.dumps([asdict(fit) for fit in people], indent=1))


if __name__ == "__main__":
    sys.exit(main())
