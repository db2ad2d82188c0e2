"""Measure an ONNX model on a benchmark: ``python -m models.evaluate --dataset D --root DIR --model MODEL``.

Prints the figures beside the published ones, each by the benchmark's own definition, and can write them as
JSON.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from models.errors import UserError, exit_code
from models.evaluate import metrics
from models.evaluate.datasets import READERS, Clip
from models.files import require_folder
from models.inference.inputs import Subject
from models.inference.onnx_model import Estimate, OnnxModel, quiet_runtime
from models.inference.providers import CPU, CUDA, cuda_is_built_in
from models.inference.store import find_model
from models.smpl.body_model import BodyModelLayer, read_body_model

BATCH = 8
HIPS14 = (2, 3)  # right and left, of FastMETRO's 14 joints
HIPS24 = (1, 2)  # left and right, of SMPL's 24 joints

# Millimetres; degrees for MPJAE; 10 m/s^3 for jitter; fractions for F and AUC.
PUBLISHED: dict[str, dict[str, dict[str, float]]] = {
    "emdb": {
        "FastMETRO-L": {
            "MPJPE": 108.107, "PA-MPJPE": 66.794, "MVE": 119.23, "PA-MVE": 81.1847, "Jitter": 185.933,
        },
        "FastMETRO-L, SMPL head": {
            "MPJPE": 115.036, "PA-MPJPE": 72.6765, "MVE": 133.566, "PA-MVE": 86.0043, "MPJAE": 25.07,
            "PA-MPJAE": 22.9482, "Jitter": 81.2959,
        },
    },
    "3dpw": {
        "FastMETRO-L-H64 (paper)": {"MPJPE": 73.5, "PA-MPJPE": 44.6, "MPVPE": 84.1},
        "FastMETRO-L-H64 (released)": {"MPJPE": 73.54, "PA-MPJPE": 44.58, "MPVPE": 82.95},
        "FastMETRO-S-R50 (released)": {"PA-MPJPE": 49.1},
        "FastMETRO-L-H64, SMPL head": {"PA-MPJPE": 51.0},
    },
    "h36m": {
        "FastMETRO-L-H64 (paper)": {"PA-MPJPE": 33.7},
        "FastMETRO-L-H64 (released)": {"MPJPE": 52.96, "PA-MPJPE": 33.58},
        "FastMETRO-L-R50 (paper)": {"PA-MPJPE": 37.3},
        "FastMETRO-M-R50 (paper)": {"PA-MPJPE": 38.6},
        "FastMETRO-S-R50 (paper)": {"PA-MPJPE": 39.4},
        "FastMETRO-S-R50 (released)": {"PA-MPJPE": 38.8},
        "FastMETRO-L-H64, SMPL head": {"PA-MPJPE": 36.1},
    },
    "freihand": {
        "FastMETRO-L-H64": {
            "PA-MPJPE": 6.5, "PA-MPVPE": 7.1, "F@5": 0.687, "F@15": 0.983, "AUC joints": 0.871,
            "AUC mesh": 0.858,
        },
    },
}  # fmt: skip


class Bodies:
    """The SMPL models of a folder by gender, each read when first asked for."""

    def __init__(self, folder: Path | None):
        self.folder = folder
        self._layers: dict[str, BodyModelLayer] = {}

    def __getitem__(self, gender: str) -> BodyModelLayer:
        if gender not in self._layers:
            self._layers[gender] = BodyModelLayer(read_body_model(self._find(gender), "SMPL"))
        return self._layers[gender]

    def _find(self, gender: str) -> Path:
        names = {
            "neutral": ("SMPL_NEUTRAL", "basicModel_neutral_lbs_10_207_0_v1.0.0"),
            "male": ("SMPL_MALE", "basicmodel_m_lbs_10_207_0_v1.0.0", "basicModel_m_lbs_10_207_0_v1.0.0"),
            "female": ("SMPL_FEMALE", "basicModel_f_lbs_10_207_0_v1.0.0"),
        }
        if gender not in names:
            raise UserError(f"A body of the gender {gender!r} is asked for; SMPL has {', '.join(names)}.")
        if self.folder is None:
            raise UserError("The true bodies of this data set are SMPL parameters; give --smpl-folder DIR.")
        for name in names[gender]:
            for ending in (".pkl", ".npz"):
                if (self.folder / (name + ending)).is_file():
                    return self.folder / (name + ending)
        raise UserError(f"{self.folder} holds no {gender} SMPL model; expected {names[gender][0]}.pkl.")

    def posed(self, gender: str, pose: np.ndarray, betas: np.ndarray) -> dict[str, np.ndarray]:
        """Return vertices, joints and orientations of (T, 72) or (T, 24, 3, 3) poses and (T, 10) betas."""
        parts: list[dict[str, np.ndarray]] = []
        for i in range(0, len(pose), 64):
            chunk = (torch.from_numpy(np.array(x[i : i + 64], np.float32)) for x in (pose, betas))
            with torch.no_grad():
                parts.append({k: v.numpy() for k, v in self[gender](*chunk)._asdict().items()})
        return {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}


Scores = dict[str, np.ndarray]  # a figure a sample, or one figure for the whole clip
Scorer = Callable[[Clip, Mapping[str, np.ndarray], OnnxModel, Bodies], Scores]


def score_emdb(clip: Clip, found: Mapping[str, np.ndarray], model: OnnxModel, bodies: Bodies) -> Scores:
    """EMDB's own figures: 24 SMPL joints about the hips' middle, meshes aligned as their joints.

    A mesh without SMPL parameters gives its joints by SMPL's regressor, and no angles. As in EMDB's
    evaluation predictions carry no translation when jitter is taken: a mesh is centred at its root.
    """
    assert clip.poses is not None
    assert clip.betas is not None
    true = bodies.posed(clip.gender, clip.poses, clip.betas)
    if "smpl_rotmat" in found:
        body = bodies.posed("neutral", found["smpl_rotmat"], found["smpl_betas"])
        vertices, joints, orientations = body["vertices"], body["joints"], body["orientations"]
    else:
        vertices = model.template.centred(found["vertices"])[0]
        joints, orientations = model.template.joint_sets["smpl24"].regress(vertices), None
    vertices = metrics.centred(vertices, joints, HIPS24)
    true_vertices = metrics.centred(true["vertices"], true["joints"], HIPS24)
    centred = metrics.centred(joints, joints, HIPS24)
    true_centred = metrics.centred(true["joints"], true["joints"], HIPS24)
    aligned = metrics.similarity(centred, true_centred)
    scores = {
        "MPJPE": metrics.mpjpe(centred, true_centred),
        "PA-MPJPE": metrics.mpjpe(aligned.apply(centred), true_centred),
        "MVE": metrics.pve(vertices, true_vertices),
        "PA-MVE": metrics.pa_pve(vertices, true_vertices, by=aligned),
    }
    if orientations is not None:
        scores["MPJAE"] = metrics.mpjae(orientations, true["orientations"])
        scores["PA-MPJAE"] = metrics.pa_mpjae(orientations, true["orientations"], aligned)
    if len(joints) > 3:
        scores["Jitter"] = np.array([metrics.emdb_jitter(joints)])
    return scores


def score_body(clip: Clip, found: Mapping[str, np.ndarray], model: OnnxModel, bodies: Bodies) -> Scores:
    """Human3.6M's and 3DPW's figures by the FastMETRO authors' rules.

    Joints are 14, regressed from the mesh by Human3.6M's matrix and centred at the hips' middle; vertices are
    centred at the pelvis of that matrix.
    """
    joint_sets = model.template.joint_sets
    vertices = found.get("smpl_vertices", found["vertices"])
    joints = joint_sets["fastmetro14"].regress(vertices)
    true_vertices, true_joints = clip.vertices, clip.joints
    if clip.poses is not None and clip.betas is not None:
        true_vertices = bodies.posed(clip.gender, clip.poses, clip.betas)["vertices"]
    if true_joints is None:
        assert true_vertices is not None
        true_joints = joint_sets["fastmetro14"].regress(true_vertices)
    scores = {
        "MPJPE": metrics.mpjpe(
            metrics.centred(joints, joints, HIPS14), metrics.centred(true_joints, true_joints, HIPS14)
        ),
        "PA-MPJPE": metrics.pa_mpjpe(joints, true_joints),
    }
    if true_vertices is not None:
        centred = model.template.centred
        scores["MPVPE"] = metrics.pve(centred(vertices)[0], centred(true_vertices)[0])
    return scores


def score_freihand(clip: Clip, found: Mapping[str, np.ndarray], model: OnnxModel, _bodies: Bodies) -> Scores:
    """FreiHAND's figures: joints and vertices aligned each by itself, mirroring allowed."""
    assert clip.joints is not None
    assert clip.vertices is not None
    vertices = found["vertices"]
    joints = model.template.joint_sets["hand21"].regress(vertices)
    joints = metrics.procrustes_align(joints, clip.joints, reflections=True)
    vertices = metrics.procrustes_align(vertices, clip.vertices, reflections=True)
    return {
        "PA-MPJPE": metrics.mpjpe(joints, clip.joints),
        "PA-MPVPE": metrics.pve(vertices, clip.vertices),
        "F@5": metrics.f_score(vertices, clip.vertices, 5),
        "F@15": metrics.f_score(vertices, clip.vertices, 15),
        # the area under a mean curve is the mean of the areas
        "AUC joints": _areas(joints, clip.joints),
        "AUC mesh": _areas(vertices, clip.vertices),
    }


def _areas(predicted: np.ndarray, target: np.ndarray) -> np.ndarray:
    return np.array([metrics.auc(errors) for errors in metrics.distances(predicted, target)])


SCORERS: dict[str, Scorer] = {
    "emdb": score_emdb,
    "3dpw": score_body,
    "h36m": score_body,
    "freihand": score_freihand,
}


def evaluate(
    dataset: str,
    root: Path,
    model_file: Path,
    smpl_folder: Path | None = None,
    neutral: bool = False,
    report: Callable[[str, int, int], None] = lambda _name, _done, _total: None,
) -> dict[str, float | int]:
    """Measure a model on a data set.

    Parameters
    ----------
    dataset : emdb, 3dpw, h36m or freihand.
    root : its folder; see :mod:`models.evaluate.datasets` for the layouts.
    model_file : the ONNX file, with its template beside it.
    smpl_folder : holds SMPL_NEUTRAL.pkl, SMPL_MALE.pkl and SMPL_FEMALE.pkl, where the data set gives SMPL
        parameters.
    neutral : pose the true bodies with the neutral model whatever their gender, as the FastMETRO authors do.
    report : called with the clip's name, and frames done and to do of it.

    Returns
    -------
    Figures by name, and the number of ``samples``.
    """
    model = OnnxModel(model_file, providers=[CUDA, CPU] if cuda_is_built_in() else [CPU])
    wanted = "mano" if dataset == "freihand" else "smpl"
    if model.info.body != wanted:
        raise UserError(
            f"{model.info.name} reconstructs {model.info.body!r} meshes; {dataset} is measured on {wanted!r}."
        )
    bodies = Bodies(smpl_folder)
    gathered: dict[str, list[np.ndarray]] = {}
    samples = 0
    for clip in READERS[dataset](root):
        if neutral:
            clip = replace(clip, gender="neutral")
        found = predictions(model, clip, report)
        samples += len(clip.images)
        for name, values in SCORERS[dataset](clip, found, model, bodies).items():
            gathered.setdefault(name, []).append(values)
    if not samples:
        raise UserError(f"{root} holds no usable frames of {dataset}.")
    return {name: float(np.concatenate(values).mean()) for name, values in gathered.items()} | {
        "samples": samples
    }


def predictions(
    model: OnnxModel, clip: Clip, report: Callable[[str, int, int], None] = lambda _name, _done, _total: None
) -> dict[str, np.ndarray]:
    """Return the model's outputs for the T frames of a clip.

    Returns
    -------
    ``vertices`` (T, V, 3) and ``joints`` (T, J, 3) metres about the root, camera axes; further outputs by
    their names.
    """
    total, found = len(clip.images), []
    # A model that remembers people sees the frames of a video one after another.
    batch = 1 if model.has_state and clip.is_video else BATCH
    last: Estimate | None = None
    for start in range(0, total, batch):
        subjects = [
            _subject(model, clip, i, last.state if last and clip.is_video else {})
            for i in range(start, min(start + batch, total))
        ]
        found += model.estimate(subjects)
        last = found[-1]
        report(clip.name, len(found), total)
    arrays = [{"vertices": e.vertices, "joints": e.joints, **e.parameters} for e in found]
    return {key: np.stack([one[key] for one in arrays]) for key in arrays[0]}


def _subject(model: OnnxModel, clip: Clip, i: int, state: Mapping[str, np.ndarray]) -> Subject:
    image = clip.images[i]()
    return Subject(
        image,
        clip.crop(i, model.info.crop),
        clip.camera(image.shape[1::-1]),
        clip.corners(i),
        state=state,
    )


def table(dataset: str, name: str, figures: Mapping[str, float]) -> Table:
    """Return the figures of model ``name`` beside the published ones."""
    columns = [key for key in figures if key != "samples"]
    for published in PUBLISHED[dataset].values():
        columns += [key for key in published if key not in columns]
    shown = Table(title=f"{dataset}, {figures['samples']:,} frames")
    shown.add_column("model")
    for column in columns:
        shown.add_column(column, justify="right")

    def row(label: str, values: Mapping[str, float], write: Callable[[str, float], str]) -> list[str]:
        return [label, *(write(column, values[column]) if column in values else "" for column in columns)]

    def measured(column: str, value: float) -> str:
        return f"{value:.3f}" if column.startswith(("F@", "AUC")) else f"{value:.2f}"

    shown.add_row(*row(name, figures, measured), style="bold")
    shown.add_section()
    for label, values in PUBLISHED[dataset].items():
        shown.add_row(*row(label, values, lambda _column, value: f"{value:g}"))  # as it was published
    return shown


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate", description=__doc__)
    parser.add_argument("--dataset", required=True, choices=sorted(READERS))
    parser.add_argument("--root", required=True, type=Path, help="the data set's folder, as unpacked")
    parser.add_argument("--model", required=True, help="an imported model's name, or an ONNX file")
    parser.add_argument(
        "--smpl-folder",
        type=Path,
        metavar="DIR",
        help="holds SMPL_NEUTRAL.pkl, SMPL_MALE.pkl, SMPL_FEMALE.pkl",
    )
    parser.add_argument(
        "--neutral", action="store_true", help="pose true bodies with the neutral SMPL, as the authors do"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to this file")
    args = parser.parse_args(arguments)
    quiet_runtime()  # a GPU that cannot be used is no error here
    return exit_code(lambda: _measure(args))


def _measure(args: argparse.Namespace) -> None:
    require_folder(args.json)
    model_file = find_model(args.model)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading")

        def report(name: str, done: int, total: int) -> None:
            progress.update(task, description=name, completed=done, total=total)

        figures = evaluate(args.dataset, args.root, model_file, args.smpl_folder, args.neutral, report)
    Console().print(table(args.dataset, args.model, figures))
    if args.json:
        record = {
            "dataset": args.dataset,
            "model": str(args.model),
            "figures": figures,
            "published": PUBLISHED[args.dataset],
        }
        args.json.write_text(json.dumps(record, indent=2) + "\n")
