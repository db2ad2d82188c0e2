"""``python -m models.evaluate.hands``: how well fingers are read off pictures of rendered people.

People with every kind of bent fingers are rendered, as a camera of good quality sees them, so that the bones
of their hands are known. The reader is told where hands are, once by the true body and once by a model's
mesh, as in the program. Figures: how many hands are read; how many of these are false, which is when the hand
is hidden or what was read lies elsewhere; and by how many degrees the finger bones are off against the palm,
beside those of the hand at rest and those that the model's own mesh has.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from scipy.spatial.transform import Rotation

from models.body.finger_angles import BEND, END, MIDDLE, FingerRig
from models.body.gauss_newton import Fitter
from models.body.pose_follower import PoseFollower
from models.body.skinning import Skinner
from models.errors import UserError, exit_code
from models.evaluate.controlled_changes import landmarks_in_plane
from models.files import require_folder
from models.inference.hand_reader import LEAST_PALM_PX, HandPlace, HandReader
from models.inference.inputs import Subject
from models.inference.onnx_model import OnnxModel
from models.inference.paths import ASSETS, HANDS
from models.inference.store import find_model
from models.synthetic.assets import RenderAssets, load_assets
from models.synthetic.generator import SampleGenerator
from models.synthetic.options import add_asset_options
from models.synthetic.rasteriser import new_buffers, rasterise
from models.synthetic.render_cpu import crop_pixels, project, render, scene_mesh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from models.body.pose_follower import BodyPose
    from models.synthetic.render_cpu import Scene
    from models.synthetic.sample import Description

log = logging.getLogger(__name__)

SIZE = 1024  # pixels of the pictures; a whole person's hand is then about 100 long
MODEL_SIZE = 256  # of those that the model is shown
HIDDEN = 0.1  # fraction of a hand's vertices seen, below which it counts as hidden; half look away
SAME_DEPTH = 0.01  # of the distance, by which what is seen may lie before a vertex
ELSEWHERE = 0.65  # palms beside the true hand, from which a reading is false
PLACES = ("true body", "model")


@dataclass(frozen=True, slots=True, eq=False)
class HandFigures:
    """One hand, looked for in one place.

    Attributes
    ----------
    seed, is_left, told_by : which; the last one of :data:`PLACES`.
    palm_px : the true palm's length.
    hidden : whether the hand cannot be seen.
    read : whether the reader read something; is_false : and it was not this hand.
    off_deg, rest_off_deg, mesh_off_deg : (5, 3) by finger and bone, of what was read, of the hand at rest and
        of the fingers that the model's own mesh has; empty if nothing was read.
    bends_off_deg : (5, 3) by finger and joint, bend found less true bend; likewise.
    ms : that reading took of one thread.
    """

    seed: int
    is_left: bool
    told_by: str
    palm_px: float
    hidden: bool
    read: bool
    is_false: bool
    off_deg: np.ndarray
    rest_off_deg: np.ndarray
    mesh_off_deg: np.ndarray
    bends_off_deg: np.ndarray
    ms: float


def any_fingers(people: int, rng: np.random.Generator) -> np.ndarray:
    """Draw (people, 10, 3) bends: half of the hands close or open as a whole, of the others each finger."""
    together = np.repeat(rng.uniform(-0.5, 1.3, (people, 2, 1, 1)), 5, axis=2).reshape(people, 10, 1)
    together = together * [1, 1, 0.7] + rng.normal(size=(people, 10, 3)) * 0.1
    apart = rng.uniform(-0.5, 1.3, (people, 10, 1)) * rng.uniform(0.6, 1.2, (people, 10, 3))
    apart[:, ::5] *= 0.5
    is_whole = np.repeat(rng.random((people, 2)) < 0.5, 5, axis=1)
    return np.where(is_whole[..., None], together, apart)


class HandEvaluator:
    """Reads the hands of rendered people.

    Parameters
    ----------
    model : of the open body, whose meshes tell where hands are.
    assets : of the people.
    """

    def __init__(self, model: OnnxModel, assets: RenderAssets) -> None:
        template = model.template
        self._model, self._assets, self._coarse = model, assets, template.level_index[-1]
        self._rig, self._fitter = FingerRig(template), Fitter(template)
        self._bones = Skinner(template, np.zeros(0, int))
        self._reader = HandReader(ASSETS / HANDS)
        self._knuckles = self._rig.bones.reshape(2, 5, 3)[:, 1:, 0]
        self._hands = [
            {*bones.tolist(), *self._rig.wrists[side : side + 1].tolist()}
            for side, bones in enumerate(self._rig.bones.reshape(2, 15))
        ]

    def hands(self, seed: int, description: Description) -> Iterator[HandFigures]:
        """Render a person and read both hands, told where they are by the true body and by the model."""
        scene = description.scene
        image, _, _ = render(scene, self._assets.skin_masks, SIZE)
        transforms = scene.transforms[0]
        heads = (transforms[:, :, :3] @ scene.people[0].heads[..., None])[..., 0] + transforms[:, :, 3]
        points = (heads - scene.position) @ scene.axes.T
        true_px = self._pixels(scene.crop.crop_from_image(points[:, :2] / points[:, 2:]))
        pose, model_px = self._model_body(image, description)
        seen = self._seen(scene)
        for side in (0, 1):
            palm = np.linalg.norm(points[self._knuckles[side]].mean(0) - points[self._rig.wrists[side]])
            palm_px = float(palm / points[self._rig.wrists[side], 2] / scene.crop.size * SIZE)
            true_place = self._place(true_px, palm_px, side)
            for told_by, pixels in zip(PLACES, (true_px, model_px), strict=True):
                place = self._place(pixels, palm_px, side)
                if palm_px < LEAST_PALM_PX or not ((place.knuckles >= 0) & (place.knuckles < SIZE)).all():
                    continue
                started = time.process_time()
                landmarks = self._reader.read(image, place)
                ms = 1000 * (time.process_time() - started)
                hidden = bool(seen[side] < HIDDEN)
                common = seed, side == 0, told_by, palm_px, hidden
                if landmarks is None:
                    nothing = np.zeros(0)
                    yield HandFigures(*common, False, False, nothing, nothing, nothing, nothing, ms)
                    continue
                is_elsewhere = float(np.linalg.norm(true_place.off(landmarks))) > ELSEWHERE * palm_px
                figures = self._compared(landmarks, pose, transforms[:, :, :3], side)
                yield HandFigures(*common, True, hidden or is_elsewhere, *figures, ms)

    def _model_body(self, image: np.ndarray, description: Description) -> tuple[BodyPose, np.ndarray]:
        """Return the pose of the model's mesh and the (B, 2) pixels of its bones' heads."""
        small = cv2.resize(image, (MODEL_SIZE, MODEL_SIZE), interpolation=cv2.INTER_AREA)
        subject = Subject.of_crop(small, description.scene.crop, landmarks_in_plane(description))
        (estimate,) = self._model.estimate([subject])
        pose = PoseFollower(self._fitter).follow(estimate.vertices[self._coarse])
        heads = self._bones.pose(pose.betas[None], pose.rotations[None])[1][0] + pose.translation
        return pose, self._pixels(estimate.crop.crop_from_image(estimate.on_image(heads)))

    @staticmethod
    def _pixels(points: np.ndarray) -> np.ndarray:
        return (points + 1) * (SIZE / 2)

    def _place(self, pixels: np.ndarray, palm_px: float, side: int) -> HandPlace:
        wrist, knuckles = pixels[self._rig.wrists[side]], pixels[self._knuckles[side]].mean(0)
        return HandPlace(wrist, knuckles, palm_px, side == 0)

    def _seen(self, scene: Scene) -> list[float]:
        """Return which fraction of the vertices of each hand nothing hides."""
        mesh, person = scene_mesh(scene), scene.people[0]
        to_pixels = crop_pixels(scene.crop, SIZE)
        axes = scene.axes.astype(np.float32)
        xy, inverse_depth = project(mesh.vertices, scene.position.astype(np.float32), axes, to_pixels)
        buffer, face = new_buffers(SIZE, SIZE)
        rasterise(xy, inverse_depth, mesh.faces, buffer, face, 0)
        used = np.unique(mesh.faces[: mesh.own_faces])
        bone = person.bones[used, person.weights[used].argmax(1)]
        column, row = np.clip(xy[used].round().astype(int), 0, SIZE - 1).T
        is_seen = inverse_depth[used] >= buffer[row, column] * (1 - SAME_DEPTH)
        is_seen &= ((xy[used] >= 0) & (xy[used] < SIZE)).all(1)
        return [float(is_seen[np.isin(bone, list(bones))].mean()) for bones in self._hands]

    def _compared(
        self, landmarks: np.ndarray, pose: BodyPose, turns: np.ndarray, side: int
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Return the figures of a hand from what was read, the model's pose and the (B, 3, 3) true turns."""
        rig = self._rig
        angles = np.zeros((2, 5, 4), np.float32)
        angles[side] = rig.angles(landmarks, side == 0)
        bones = rig.bones.reshape(2, 5, 3)[side]
        turned = turns[rig.wrists[side]].T @ turns[bones]  # against the hand, (5, 3, 3, 3)
        true = (turned @ rig.segments[side][..., None])[..., 0]
        local = turned.copy()
        local[:, 1:] = turned[:, :-1].swapaxes(-1, -2) @ turned[:, 1:]
        vectors = Rotation.from_matrix(local.reshape(-1, 3, 3)).as_rotvec().reshape(5, 3, 3)
        bends = (vectors * rig.axes[side][:, None]).sum(-1)
        found = angles[side][:, [BEND, MIDDLE, END]]
        of_mesh = pose.rotations[bones]
        for joint in (1, 2):
            of_mesh[:, joint] = of_mesh[:, joint - 1] @ of_mesh[:, joint]
        return (
            _between(rig.directions(angles)[side], true),
            _between(rig.segments[side], true),
            _between((of_mesh @ rig.segments[side][..., None])[..., 0], true),
            np.degrees(found - bends),
        )

    def close(self) -> None:
        """Give the reader back."""
        self._reader.close()


def _between(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the (...) degrees between (..., 3) unit vectors."""
    return np.degrees(np.arccos(np.clip((one * other).sum(-1), -1, 1)))


def evaluate(
    evaluator: HandEvaluator, assets: RenderAssets, first_seed: int, wanted: int
) -> list[HandFigures]:
    """Draw held-out people, each alone and whole, and read their hands."""
    generator = SampleGenerator(assets, characters=200, held_out=True, fingers=any_fingers)
    hands: list[HandFigures] = []
    done = 0
    for seed in count(first_seed):
        if done == wanted:
            break
        description = generator.describe(seed)
        if len(description.scene.people) != 1 or description.occluders or description.truncation is not None:
            continue
        hands += evaluator.hands(seed, description)
        done += 1
        if done % 50 == 0:
            log.info("%d of %d people", done, wanted)
    return hands


def summary(hands: Sequence[HandFigures]) -> dict[str, dict]:
    """Return the figures by who told where hands are."""
    report = {}
    for told_by in PLACES:
        tried = [hand for hand in hands if hand.told_by == told_by]
        read = [hand for hand in tried if hand.read]
        right = [hand for hand in read if not hand.is_false]
        seen = [hand for hand in tried if not hand.hidden]
        figures = {
            "hands": len(tried),
            "seen": len(seen),
            "read": len(read),
            "read_of_seen": len([hand for hand in right if not hand.hidden]) / max(len(seen), 1),
            "false": len(read) - len(right),
            "false_of_tried": (len(read) - len(right)) / max(len(tried), 1),
            "ms": float(np.median([hand.ms for hand in tried])) if tried else None,
        }
        if right:
            off, rest, mesh, bends = (
                np.stack([getattr(hand, name) for hand in right])
                for name in ("off_deg", "rest_off_deg", "mesh_off_deg", "bends_off_deg")
            )
            figures |= {
                "off_deg": float(np.median(off)),
                "rest_off_deg": float(np.median(rest)),
                "mesh_off_deg": float(np.median(mesh)),
                "off_deg_by_finger": np.median(off, (0, 2)).tolist(),
                "rest_off_deg_by_finger": np.median(rest, (0, 2)).tolist(),
                "bends_off_deg": np.median(bends, 0).tolist(),
            }
        report[told_by] = figures
    return report


def show(report: dict[str, dict]) -> None:
    """Print the figures as a Markdown table."""
    print(
        "| hands placed by | seen | read | false | finger bones off by deg | hand at rest | model's own mesh "
        "| ms a hand |\n|---|---|---|---|---|---|---|---|"
    )
    for told_by, found in report.items():
        off, rest, mesh = (
            f"{found[key]:.0f}" if key in found else "-"
            for key in ("off_deg", "rest_off_deg", "mesh_off_deg")
        )
        print(
            f"| {told_by} | {found['seen']} of {found['hands']} | {found['read_of_seen']:.0%} of seen "
            f"| {found['false']} ({found['false_of_tried']:.1%}) | {off} | {rest} | {mesh} "
            f"| {found['ms'] or 0:.0f} |"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate.hands", description=__doc__)
    add_asset_options(parser)
    parser.add_argument("--model", default="anny-small", help="name or ONNX file")
    parser.add_argument("--count", type=int, default=200, help="people")
    parser.add_argument("--seed", type=int, default=0, help="of the first person")
    parser.add_argument("--json", type=Path, help="file for the figures, and those of every hand")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    return exit_code(lambda: _evaluate(options))


def _evaluate(options: argparse.Namespace) -> None:
    if options.count < 1:
        raise UserError(f"--count {options.count} reads no hand; give at least 1.")
    require_folder(options.json)
    model = OnnxModel(find_model(options.model), threads=1)
    assets = load_assets(options.clothes, options.poses, options.hdri, options.cache)
    if model.template.sha256 != assets.template.sha256:
        raise UserError(f"{options.model} gives another body than the one drawn, {assets.template.name}.")
    evaluator = HandEvaluator(model, assets)
    hands = evaluate(evaluator, assets, options.seed, options.count)
    evaluator.close()
    report = summary(hands)
    show(report)
    if options.json:
        every = [
            {name: v.tolist() if isinstance(v, np.ndarray) else v for name, v in asdict(hand).items()}
            for hand in hands
        ]
        options.json.write_text(json.dumps(report | {"every_hand": every}, indent=1))


if __name__ == "__main__":
    sys.exit(main())
