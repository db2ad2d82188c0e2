"""``python -m models.judge``: how well a model sees synthetic people whose true meshes are known.

Poses of held-out clips, on people drawn for this alone, are rendered as pictures and shown to the ONNX file.
Figures are given overall, by how much of a person is hidden, and by group of people, with 95 % intervals
(bootstrap over the pictures); MediaPipe's own landmarks of the same pictures are judged beside them. Some are
then drawn again, in boxes that lie badly and with other skins.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import numpy as np

from models.characters import skin_material, skin_tone
from models.crops import HIPS, SHOULDERS, crop_from_landmarks
from models.drawing import Scene, draw
from models.geometry import CropBox
from models.judge_mesh import Surface
from models.library import ASSETS, find_model
from models.metrics import centred, mpjpe, pa_mpjpe, pa_pve, pve, rotation_angle, similarity
from models.photos import LIMBS, UPRIGHT_DEG, OnnxModel, heading, lean
from models.shading import SKIN as SKIN_MATERIAL
from models.synthetic import (
    POSTURES,
    Description,
    Facts,
    Materials,
    PictureMaker,
    Sample,
    finished,
    load_materials,
)

log = logging.getLogger(__name__)

TRUNK = SHOULDERS + HIPS
HIP_JOINTS = (2, 3)  # of fastmetro14: the middle of the hips is the root
RESAMPLES = 1000
RIGHT = "the right box"
# How a box lies: its side and the shift of its middle, in sides of the true box.
BOXES = {
    RIGHT: (1.0, (0.0, 0.0)),
    **{f"scaled by {scale:g}": (scale, (0.0, 0.0)) for scale in (0.8, 0.9, 1.1, 1.2, 1.4)},
    "10 % to the left": (1.0, (-0.1, 0.0)),
    "10 % to the right": (1.0, (0.1, 0.0)),
    "10 % up": (1.0, (0.0, -0.1)),
    "10 % down": (1.0, (0.0, 0.1)),
}


def band(value: float, limits: Sequence[float], names: Sequence[str]) -> str:
    """Return the name of a number's band; ``limits`` lie between the bands."""
    return names[int(np.searchsorted(limits, value, side="right"))]


SKINS = ("darkest", "dark", "medium", "light", "lightest")
AGES = ("child or youth", "adult", "old")
BUILDS = ("thin", "average", "heavy")
HIDDEN = ("under 2 %", "2 to 15 %", "15 to 35 %", "over 35 %")
ORDER = {name: i for i, name in enumerate((*SKINS, *AGES, *BUILDS, *HIDDEN, *POSTURES))}
HARDNESS: dict[str, Callable[[Facts], str]] = {
    "hidden": lambda facts: band(facts.covered, (0.02, 0.15, 0.35), HIDDEN),
    "cut by the photo's edge": lambda facts: "yes" if facts.truncated else "no",
}
PEOPLE: dict[str, Callable[[Facts], str]] = {
    "skin": lambda facts: band(facts.skin, (0.2, 0.4, 0.6, 0.8), SKINS),
    "age": lambda facts: band(facts.age, (0.6, 0.85), AGES),
    "gender": lambda facts: "woman" if facts.gender > 0.5 else "man",
    "build": lambda facts: band(facts.weight, (0.35, 0.65), BUILDS),
    "clothing": lambda facts: facts.clothing,
    "posture": lambda facts: facts.posture,
}
MEASURES = ("mpjpe_mm", "pa_mpjpe_mm", "pve_mm", "pa_pve_mm", "turn_deg", "facing_within_45", "pck")


LANDMARK_MEASURES = ("limb_pa_mm", "turn_deg", "facing_within_45", "pck")


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one mesh compares with the truth.

    Attributes
    ----------
    seed : of the picture.
    facts : who is in it.
    clear : nothing covers them, and nobody else is in the picture.
    figures : MEASURES, those of :func:`landmark_figures` and of :class:`models.judge_mesh.Surface`.
    true_surface : the latter of the true mesh.
    teacher : :func:`landmark_figures` of MediaPipe's own landmarks, empty where it found nobody.
    """

    seed: int
    facts: Facts
    clear: bool
    figures: dict[str, float]
    true_surface: dict[str, float]
    teacher: dict[str, float] = field(default_factory=dict)


class Judge:
    """Compares what a model says with what is true."""

    def __init__(self, model: OnnxModel):
        self.model = model
        self.surface = Surface(model.template)
        self.joints, self.landmarks = (model.template.joint_sets[n] for n in ("fastmetro14", "mediapipe33"))

    def figures(self, sample: Sample, vertices: np.ndarray, places: np.ndarray) -> dict[str, float]:
        """Return MEASURES, and those of :func:`landmark_figures`, of a mesh.

        Joints are FastMETRO's 14 about the middle of the hips; vertices are about the template's root.

        Parameters
        ----------
        sample : what was shown.
        vertices : (V, 3) root-centred metres in crop axes.
        places : (V, 2) crop coordinates of them.
        """
        true_vertices = self.model.template.centred(sample.vertices)[0]
        joints, true_joints = (self.joints.regress(v) for v in (vertices, true_vertices))
        return {
            "mpjpe_mm": float(mpjpe(*(centred(j, j, HIP_JOINTS) for j in (joints, true_joints)))),
            "pa_mpjpe_mm": float(pa_mpjpe(joints, true_joints)),
            "pve_mm": float(pve(vertices, true_vertices)),
            "pa_pve_mm": float(pa_pve(vertices, true_vertices)),
        } | landmark_figures(sample, self.landmarks.regress(vertices), self.landmarks.regress(places))

    def judgement(
        self, seed: int, sample: Sample, seen: tuple[np.ndarray, np.ndarray], teacher: dict[str, float]
    ) -> Judgement:
        """Return all about what the model, and MediaPipe, saw in the sample of a seed."""
        figures = self.figures(sample, *seen) | self.surface.figures(seen[0])
        true_surface = self.surface.figures(sample.vertices)
        return Judgement(seed, sample.facts, sample.clear, figures, true_surface, teacher)

    def limbs_off(self, vertices: np.ndarray, description: Description) -> float:
        """Return the PA-MPJPE in mm of (V, 3) vertices that the model saw in a picture of a description."""
        return float(pa_mpjpe(self.joints.regress(vertices), self.joints.regress(description.vertices)))


def in_boxes(judge: Judge, paint: np.ndarray, description: Description) -> dict[str, float]:
    """Draw somebody as each of BOXES shows them; return the model's PA-MPJPE in mm.

    The smallest and the largest box are followed by the one that the model's own mesh asks for next, as in
    the program's next frame.
    """
    unit = 1000.0  # pixels: the rule thinks in them, while the picture has focal length 1

    def look(box: CropBox) -> tuple[float, CropBox]:
        crop = CropBox((box.center / unit).astype(np.float32), box.size / unit, box.angle)
        image = drawn_anew(description, replace(description.scene, crop=crop), paint)
        vertices, places = judge.model.see(image)
        marks = box.image_from_crop(judge.landmarks.regress(places))
        return judge.limbs_off(vertices, description), crop_from_landmarks(judge.model.info.crop, marks)

    marks = description.scene.crop.image_from_crop(description.landmarks_2d) * unit
    right = crop_from_landmarks(judge.model.info.crop, marks)
    errors = {}
    for name, (size, shift) in BOXES.items():
        centre = right.image_from_crop(2 * np.array(shift)).astype(np.float32)
        errors[name], following = look(CropBox(centre, right.size * size, right.angle))
        if size in (0.8, 1.4):
            errors[f"{name}, next frame"], _ = look(following)
    return errors


def in_skins(judge: Judge, paint: np.ndarray, description: Description) -> dict[str, float]:
    """Draw somebody with each of five skins and nothing else changed; return the PA-MPJPE in mm."""
    errors = {}
    for place, name in zip(np.arange(0.1, 1, 0.2), SKINS, strict=True):
        person, *others = description.scene.people
        materials, tone = person.materials.copy(), skin_tone(1 - place)
        materials[materials[:, 0] == SKIN_MATERIAL, 1:7] = skin_material(tone, tone, 0, 0, 0, 0)[1:7]
        people = (replace(person, materials=materials), *others)
        image = drawn_anew(description, replace(description.scene, people=people), paint)
        errors[name] = judge.limbs_off(judge.model.see(image)[0], description)
    return errors


def drawn_anew(description: Description, scene: Scene, paint: np.ndarray) -> np.ndarray:
    """Return the picture of a changed scene, with nothing held before the camera and no edge of the photo."""
    changed = replace(description, scene=scene, covers=(), edge=None)
    return finished(changed, *draw(scene, paint)).image


def landmark_figures(sample: Sample, landmarks: np.ndarray, places: np.ndarray) -> dict[str, float]:
    """Compare (33, 3) landmarks in crop axes and their (33, 2) crop coordinates with a sample's.

    Returns
    -------
    limb_pa_mm : error of the 12 limb joints after similarity alignment.
    turn_deg : error of the trunk's orientation.
    facing_within_45 : 1 if its heading is right within 45 degrees, else 0.
    pck : share of the limb joints within 0.2 lengths of the trunk in the picture.
    lean_error_deg : by how much the trunk leans too far towards the camera.
    """
    truth = sample.landmarks
    trunk = np.linalg.norm(sample.landmarks_2d[SHOULDERS].mean(0) - sample.landmarks_2d[HIPS].mean(0))
    error = np.linalg.norm(places - sample.landmarks_2d, axis=1)[LIMBS]
    off = np.degrees(heading(landmarks) - heading(truth))
    turn = similarity(landmarks[TRUNK], truth[TRUNK]).rotation
    return {
        "limb_pa_mm": float(pa_mpjpe(landmarks[LIMBS], truth[LIMBS])),
        "turn_deg": float(rotation_angle(turn, np.eye(3))),
        "facing_within_45": float(abs((off + 180) % 360 - 180) < 45),
        "pck": float((error < 0.2 * trunk).mean()),
        "lean_error_deg": lean(landmarks) - lean(truth),
    }


class MediaPipe:
    """MediaPipe's PoseLandmarker on single pictures, as a measure beside the model."""

    def __init__(self) -> None:
        from mediapipe.tasks.python import BaseOptions, vision

        options = vision.PoseLandmarkerOptions(
            base_options=BaseOptions(model_asset_path=str(ASSETS / "pose_landmarker_full.task"))
        )
        self.landmarker = vision.PoseLandmarker.create_from_options(options)

    def figures(self, sample: Sample) -> dict[str, float]:
        """Return :func:`landmark_figures` of what it sees; empty if it finds nobody."""
        import mediapipe as mp

        found = self.landmarker.detect(mp.Image(image_format=mp.ImageFormat.SRGB, data=sample.image))
        if not found.pose_landmarks:
            return {}
        world = np.array([[p.x, p.y, p.z] for p in found.pose_world_landmarks[0]])
        places = np.array([[p.x, p.y] for p in found.pose_landmarks[0]]) * 2 - 1
        return landmark_figures(sample, world, places)


def run(judge: Judge, materials: Materials, first_seed: int, count: int, redrawn: int) -> dict:
    """Judge ``count`` pictures, and ``redrawn`` people in other boxes and skins; return the report."""
    maker = PictureMaker(materials, characters=count, held_out=True)
    mediapipe, people, seconds = MediaPipe(), [], []
    for seed in range(first_seed, first_seed + count):
        sample = maker.sample(seed)
        started = time.process_time()
        seen = judge.model.see(sample.image)
        seconds.append(time.process_time() - started)
        people.append(judge.judgement(seed, sample, seen, mediapipe.figures(sample)))
        if len(people) % 100 == 0:
            log.info("%d of %d pictures", len(people), count)
    mediapipe.landmarker.close()
    described = (maker.describe(seed) for seed in itertools.count(first_seed))
    alone = list(itertools.islice((d for d in described if len(d.scene.people) == 1), redrawn))
    boxes = [in_boxes(judge, materials.paint, d) for d in alone]
    skins = [in_skins(judge, materials.paint, d) for d in alone]
    return summary(people) | {
        "boxes": {RIGHT: interval(e[RIGHT] for e in boxes)}
        | {name: interval(e[name] - e[RIGHT] for e in boxes) for name in boxes[0] if name != RIGHT},
        "skins": {name: interval(e[name] - np.mean(list(e.values())) for e in skins) for name in SKINS},
        "cpu_ms": 1000 * float(np.median(seconds)),
        "model": judge.model.info.name,
        "training": judge.model.info.training,
        "first_seed": first_seed,
        "people": [asdict(p) for p in people],
    }


def interval(values: Iterable[float]) -> dict[str, float]:
    """Return mean, count and the 95 % interval of the mean by bootstrap."""
    values = np.array(list(values))
    rng = np.random.default_rng(0)
    means = values[rng.integers(len(values), size=(RESAMPLES, len(values)))].mean(1)
    low, high = np.percentile(means, (2.5, 97.5))
    return {"mean": float(values.mean()), "low": float(low), "high": float(high), "count": len(values)}


def summary(people: Sequence[Judgement]) -> dict:
    """Return the figures overall, by how hard the pictures are, and by group of people in clear pictures.

    What hides people strikes all groups alike and would only widen the intervals.
    """

    def measured(chosen: Sequence[Judgement]) -> dict:
        return {name: interval(p.figures[name] for p in chosen) for name in MEASURES}

    clear = [p for p in people if p.clear]
    if not clear:
        raise ValueError(f"None of {len(people)} pictures shows somebody whole; judge more of them.")
    groups: dict[str, dict[str, dict]] = {}
    for named, chosen in ((HARDNESS, people), (PEOPLE, clear)):
        for group, name_of in named.items():
            members: dict[str, list[Judgement]] = {}
            for person in chosen:
                members.setdefault(name_of(person.facts), []).append(person)
            groups[group] = {
                name: measured(members[name])
                for name in sorted(members, key=lambda n: (ORDER.get(n, len(ORDER)), n))
            }
    surface = {
        name: {
            whose: [round(float(q), 3) for q in np.percentile([f[name] for f in found], (5, 50, 95, 99))]
            for whose, found in (
                ("model", [p.figures for p in people]),
                ("truth", [p.true_surface for p in people]),
            )
        }
        for name in people[0].true_surface
    }
    leaning = np.array([p.figures["lean_error_deg"] for p in clear if p.facts.posture == "upright"])
    return {
        "all": measured(people),
        "clear": measured(clear),
        "lean_of_upright_in_clear": {
            "count": len(leaning),
            "mean_deg": float(leaning.mean()),
            "median_abs_deg": float(np.median(np.abs(leaning))),
            "within_limit": float(np.mean(np.abs(leaning) <= UPRIGHT_DEG)),
        }
        if len(leaning)
        else {},
        "mediapipe_on_clear": {
            "found": float(np.mean([bool(p.teacher) for p in clear])),
            "mediapipe": teachers(clear, lambda p: p.teacher),
            "model": teachers(clear, lambda p: p.figures),
        },
        "groups": groups,
        "surface_5_50_95_99": surface,
    }


def teachers(people: Sequence[Judgement], whose: Callable[[Judgement], dict[str, float]]) -> dict:
    """Return the mean figures of the landmarks of people whom MediaPipe found."""
    found = [whose(p) for p in people if p.teacher]
    return {name: interval(f[name] for f in found) for name in LANDMARK_MEASURES} if found else {}


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
        print(
            f"\nTrunks of {leaning['count']} upright people in clear pictures lean "
            f"{leaning['mean_deg']:+.1f} deg too far towards the camera on average, "
            f"{leaning['median_abs_deg']:.1f} deg off in the median; "
            f"{leaning['within_limit']:.0%} are within {UPRIGHT_DEG} deg of the truth."
        )
    beside = report["mediapipe_on_clear"]
    if beside["found"]:
        print(
            f"\n| clear pictures where MediaPipe finds somebody ({beside['found']:.0%}) "
            "| PA mm, 12 limb joints | trunk off by deg | facing right | PCK |\n|---|---|---|---|---|"
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
    ):
        print(f"\n| {title} | PA-MPJPE mm, change |\n|---|---|")
        for name, found in changes.items():
            mean, low, high = (found[key] for key in ("mean", "low", "high"))
            sign = "" if name == itself else "+"
            print(f"| {name} | {mean:{sign}.1f} ({low:{sign}.1f} to {high:{sign}.1f}) |")
    print(f"\nOne crop takes {report['cpu_ms']:.1f} ms of one CPU thread (median).")


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.judge", description=__doc__)
    parser.add_argument("--clothes", type=Path, required=True, help="folder of MakeHuman's clothes and hair")
    parser.add_argument("--cache", type=Path, required=True, help="folder for what takes long to build")
    parser.add_argument("--poses", type=Path, help="pose corpus (.npz); without it postures are procedural")
    parser.add_argument("--hdri", type=Path, help="folder of .exr surroundings")
    parser.add_argument("--model", default="anny-small", help="name or ONNX file")
    parser.add_argument("--count", type=int, default=500, help="pictures")
    parser.add_argument("--redrawn", type=int, default=100, help="people to draw in other boxes and skins")
    parser.add_argument("--seed", type=int, default=0, help="of the first picture")
    parser.add_argument("--json", type=Path, help="file for the figures, and those of everybody")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        if min(options.count, options.redrawn) < 1:
            raise ValueError("--count and --redrawn must be at least 1.")
        model = OnnxModel(find_model(options.model))
        materials = load_materials(options.clothes, options.poses, options.hdri, options.cache)
        if model.template.sha256 != materials.template.sha256:
            raise ValueError(
                f"{options.model} gives another body than the one drawn, {materials.template.name}."
            )
        judge = Judge(model)
        report = run(judge, materials, options.seed, options.count, options.redrawn)
    except (OSError, ValueError, ImportError) as error:
        print(error, file=sys.stderr)
        return 1
    show(report)
    if options.json:
        options.json.write_text(json.dumps(report, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
