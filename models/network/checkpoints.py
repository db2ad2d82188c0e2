"""Checkpoints: reading and writing this program's, and reading the weights of FastMETRO's authors."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from models.errors import UserError
from models.files import replacing
from models.network.blazepose import LANDMARKER, BlazePose, load_blazepose
from models.network.config import VARIANTS, FastMetroConfig
from models.network.fastmetro import FastMetro
from models.network.movenet import load_thunder
from models.network.sizes import sizes_only_template
from models.network.tensor_files import DamagedTensorsError, RefusedTensorsError, load_tensors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from models.body.template import BodyTemplate

FORMAT = "fastmetro-checkpoint/1"
BLAZEPOSE = "stem.blazepose."  # comes from its own file, unless it has learned
THUNDER = "stem.thunder."  # comes from its own file
READS_BESIDE = ("stem.thunder.", "stem.lifter.")  # parts of networks that do not read by BlazePose alone
LISTED = 10  # names of each kind that an error message lists

# Prefixes of parameters in checkpoints of earlier versions, and what they are called now.
EARLIER_NAMES = {
    "stem.places.": "stem.position_embeddings.",
    "stem.reader.place.": "stem.feature_attention.position.",
    "stem.reader.turn.": "stem.feature_attention.rotation.",
    "stem.reader.names": "stem.feature_attention.identity",
    "stem.reader.": "stem.feature_attention.",
    "realign.names": "refiner.identity",
    "realign.": "refiner.",
}
# Prefixes of this program's parameters and of the authors'.
AUTHORS_NAMES = {
    "stem.project.": "conv_1x1.",
    "camera_token": "cam_token_embed.weight",
    "joint_queries": "joint_token_embed.weight",
    "vertex_queries": "vertex_token_embed.weight",
    "stages.0.": "transformer_1.",
    "stages.1.": "transformer_2.",
    "reduce_camera.0.": "dim_reduce_enc_cam.",
    "reduce_tokens.0.": "dim_reduce_enc_img.",
    "reduce_queries.0.": "dim_reduce_dec.",
    "camera_head.": "cam_predictor.",
    "point_head.": "xyz_regressor.",
    "upsample.": "coarse2intermediate_upsample.",
    "smpl_head.": "smpl_parameter_regressor.",
}
AUTHORS_HRNET = {"stem.backbone.": "backbone."}
AUTHORS_RESNET = {  # theirs is a plain row of torchvision's parts, two of which have no weights
    f"stem.backbone.{part}.": f"backbone.{place}."
    for part, place in {"conv1": 0, "bn1": 1, "layer1": 4, "layer2": 5, "layer3": 6, "layer4": 7}.items()
}


def blazepose_learned(model: FastMetro) -> bool:
    """Tell whether a network has a landmark network whose weights are no longer those of its own file."""
    return model.blazepose is not None and model.blazepose.learned


def files_of_their_own(model: FastMetro) -> tuple[str, ...]:
    """Return the prefixes of weights that no checkpoint holds: they come from the readers' own files."""
    return (THUNDER,) if blazepose_learned(model) else (BLAZEPOSE, THUNDER)


def checkpoint_record(
    model: FastMetro, template: BodyTemplate, training: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what a checkpoint must hold; ``torch.save`` it, alone or with more entries beside it.

    Parameters
    ----------
    training : free facts for people: data, samples, seed, figures, command.
    """
    left_out = files_of_their_own(model)
    return {
        "format": FORMAT,
        "config": json.dumps(asdict(model.config)),
        "template_sha256": template.sha256,
        "training": json.dumps(training),
        "model": {name: value for name, value in model.state_dict().items() if not name.startswith(left_out)},
    }


def save_weights(path: Path, model: FastMetro, template: BodyTemplate, training: Mapping[str, Any]) -> None:
    """Write a checkpoint of the weights alone, as float16: what further training begins with."""
    record = checkpoint_record(model, template, training)
    record["model"] = {name: value.half() for name, value in record["model"].items()}
    with replacing(path) as file:
        torch.save(record, file)


def load_checkpoint(
    path: Path, template: BodyTemplate, landmarker: Path = LANDMARKER
) -> tuple[FastMetro, dict[str, Any]]:
    """Build the network of a checkpoint, in evaluation mode, and return its training facts too.

    Parameters
    ----------
    landmarker : where BlazePose's weights come from, if the checkpoint's network has a BlazePose that has not
        learned.

    Raises
    ------
    UserError : the file is missing; it is no checkpoint of this program, or belongs to another template.
    """
    record = read_checkpoint(path)
    if record["template_sha256"] != template.sha256:
        raise UserError(
            f"{path.name} was trained on another template than this {template.name!r}; give its own."
        )
    config = FastMetroConfig.from_dict(_facts(record, "config", path))
    storages = {v.untyped_storage().data_ptr(): v.untyped_storage() for v in record["model"].values()}
    if config.least_weights > sum(storage.nbytes() for storage in storages.values()):
        raise UserError(
            f"{path.name} is damaged: its {config.name} has more weights than the file; choose another file."
        )
    learned = any(name.startswith(BLAZEPOSE) for name in record["model"])
    blazepose = None
    if config.stem == "landmarks":
        blazepose = BlazePose(learned=True).requires_grad_(False) if learned else load_blazepose(landmarker)
        # Channels last: a CPU takes half the time.
        blazepose.to(memory_format=torch.channels_last)  # pyright: ignore[reportCallIssue]
    model = FastMetro(config, template, blazepose, load_thunder() if config.lifter_width else None)
    kept = [name for name in model.state_dict() if not name.startswith(files_of_their_own(model))]
    _load(model, {name: name for name in kept}, record["model"])
    return model.eval(), _facts(record, "training", path)


def read_checkpoint(path: Path) -> dict[str, Any]:
    """Return what a checkpoint of this program holds.

    Raises
    ------
    UserError : the file is missing; it is no checkpoint of this program.
    """
    if not path.is_file():
        raise UserError(f"The checkpoint {path} does not exist.")
    try:
        record = load_tensors(path)
    except (RefusedTensorsError, DamagedTensorsError, OSError) as error:
        raise UserError(
            f"{path.name} is not a checkpoint of this program ({error}); choose another file."
        ) from error
    found = record.get("format") if isinstance(record, dict) else type(record).__name__
    if not isinstance(found, str) or found != FORMAT:
        # Lists of themselves twice, many times over, would never be written.
        shown = repr(found)[:40] if found is None or isinstance(found, str) else type(found).__name__
        raise UserError(f"{path.name} has format {shown}; this program reads {FORMAT!r}.")
    weights = record.get("model")
    if not isinstance(weights, dict) or not all(
        isinstance(name, str) and isinstance(value, Tensor) for name, value in weights.items()
    ):
        raise UserError(f"{path.name} is damaged: its weights are no named tensors; choose another file.")
    if not isinstance(record.get("template_sha256"), str):
        raise UserError(f"{path.name} is damaged: it names no template; choose another file.")
    record["model"] = {_renamed(name, EARLIER_NAMES): value for name, value in weights.items()}
    return record


def _facts(record: Mapping[str, Any], key: str, path: Path) -> dict[str, Any]:
    """Return an entry of a checkpoint that is a JSON object."""
    try:
        facts = json.loads(record[key])
    except (KeyError, TypeError, ValueError, RecursionError):
        facts = None
    if not isinstance(facts, dict):
        raise UserError(f"{path.name} is damaged: its {key} is no JSON object; choose another file.")
    return facts


def weights_for(model: FastMetro, start: FastMetro) -> dict[str, Tensor]:
    """Return the weights that a network begins with: BlazePose alone may begin with what reads by both."""
    weights = start.state_dict()
    if model.config.lifter_width:
        return weights
    return {name: value for name, value in weights.items() if not name.startswith(READS_BESIDE)}


def interpolate_weights(model: FastMetro, start: FastMetro, fraction: float) -> None:
    """Move a network's weights to a point on the line from those that its training began with to its own.

    What is learned on rendered people costs some of what was known of photos; interpolated weights keep more
    of the latter than they give up of the former (Wortsman et al., Robust fine-tuning, CVPR 2022).

    Parameters
    ----------
    model : the trained network, changed in place.
    start : what its training began with.
    fraction : 0 gives the weights of ``start``, 1 leaves those of ``model``.

    Raises
    ------
    UserError : ``fraction`` does not lie in [0, 1], or ``start`` is another network.
    """
    if not 0 <= fraction <= 1:
        raise UserError(f"The interpolation is {fraction}; it must lie in [0, 1].")
    ours, theirs = model.state_dict(), weights_for(model, start)
    if {n: v.shape for n, v in ours.items()} != {n: v.shape for n, v in theirs.items()}:
        raise UserError(
            f"The training of this {model.config.name} did not begin with that {start.config.name}; "
            "give the checkpoint that --start had."
        )
    model.load_state_dict({name: theirs[name].lerp(value, fraction) for name, value in ours.items()})


def load_published(model: FastMetro, state: Mapping[str, Tensor]) -> None:
    """Load the authors' weights, all of them and nothing else.

    Parameters
    ----------
    state : what ``*_state_dict.bin`` holds.

    Raises
    ------
    UserError : names or shapes do not fit the network; the message lists them by the authors' names.
    """
    _load(model, _authors_names(model), state)


def published_variant(state: Mapping[str, Tensor]) -> FastMetroConfig | None:
    """Return the published network that has the authors' weights ``state``, no more and no less; or None."""
    shapes = {name: value.shape for name, value in state.items()}
    for config in VARIANTS.values():
        if config.stem == "landmarks":
            continue
        with torch.device("meta"):  # sizes without values
            model = FastMetro(config, sizes_only_template(config.kind))
        wanted = model.state_dict()
        if {theirs: wanted[ours].shape for ours, theirs in _authors_names(model).items()} == shapes:
            return config
    return None


def _authors_names(model: FastMetro) -> dict[str, str]:
    """Return the authors' name for each of a published network's own."""
    table = AUTHORS_NAMES | (AUTHORS_RESNET if model.config.stem == "resnet50" else AUTHORS_HRNET)
    names = {name: _renamed(name, table) for name in model.state_dict()}
    if unknown := [ours for ours, theirs in names.items() if ours == theirs]:
        raise UserError(f"The authors' network has nothing like {unknown[0]}.")
    return names


def _renamed(name: str, table: Mapping[str, str]) -> str:
    """Return a name with its prefix exchanged by a table, or as it is."""
    for before, after in table.items():
        if name.startswith(before):
            return after + name[len(before) :]
    return name


def _load(model: FastMetro, names: Mapping[str, str], state: Mapping[str, Tensor]) -> None:
    """Load a state whose names are given for the model's, all of those and nothing else."""
    wanted = model.state_dict()
    missing = [name for name in names.values() if name not in state]
    extra = sorted(set(state) - set(names.values()))
    misshapen = [
        f"{theirs} {tuple(state[theirs].shape)} instead of {tuple(wanted[ours].shape)}"
        for ours, theirs in names.items()
        if theirs in state and state[theirs].shape != wanted[ours].shape
    ]
    faults = [
        f"{len(found)} {kind}: {', '.join(found[:LISTED])}{', ...' if len(found) > LISTED else ''}"
        for kind, found in (("missing", missing), ("unknown", extra), ("of another shape", misshapen))
        if found
    ]
    if faults:
        raise UserError(
            f"These weights do not belong to {model.config.name}; choose the network they were made for. "
            + "; ".join(faults)
        )
    # What is not named, such as BlazePose's weights from its own file, stays as it is.
    model.load_state_dict({ours: state[theirs] for ours, theirs in names.items()}, strict=False)
