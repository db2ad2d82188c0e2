"""Import of the FastMETRO authors' checkpoints with the user's SMPL or MANO file: ``main.py models import``.

Reads every file without running anything inside it, maps the weights by name, writes the ONNX model and its
body template into the models' folder, and proves that the ONNX file computes what PyTorch does.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from torch import Tensor

from models.body.template import BodyTemplate, load_template, save_template
from models.errors import UserError
from models.export.benchmark import time_onnx
from models.export.int8 import Rounding, people_in_photos, quantise_file
from models.export.onnx_export import Parity, comparison_images, describe, export_onnx
from models.inference.paths import ASSETS, models_folder
from models.network.checkpoints import load_published, published_variant
from models.network.config import FastMetroConfig, find_config
from models.network.fastmetro import FastMetro
from models.program import command_name
from models.smpl.body_model import BodyModelLayer, read_body_model
from models.smpl.template import body_template, load_tensors

if TYPE_CHECKING:
    import argparse

# Entries that training programs keep weights in.
WRAPPERS = ("state_dict", "model_state_dict", "model", "net")
AUTHORS = "Cho, Youwang and Oh, FastMETRO, ECCV 2022"
SEVERAL_GPUS = "module."  # what torch.nn.parallel puts before every name


@dataclasses.dataclass(frozen=True)
class ImportedModel:
    """What an import wrote.

    Attributes
    ----------
    model_file, template_file : side by side.
    parameters : weights of the network.
    parity : how far the ONNX file lies from PyTorch, before it was rounded.
    rounding : what eight bits changed, where they were asked for.
    """

    model_file: Path
    template_file: Path
    parameters: int
    parity: Parity
    rounding: Rounding | None = None


def run_import(args: argparse.Namespace) -> int:
    """Import as the command line says, telling what happens; return the exit code.

    Raises
    ------
    UserError : with one sentence about what is wrong.
    """
    if args.smpl_head and args.mano:
        raise UserError("--smpl-head goes with --smpl; hands have no SMPL parameters.")
    if args.int8 != (args.calibrate is not None):
        raise UserError("--int8 and --calibrate FOLDER belong together; give both or neither.")
    if args.int8 and (args.mano or args.fp16):
        raise UserError("--int8 is for bodies and goes without --fp16; leave one of them out.")
    ending = "-hand" if args.mano else "-smpl" if args.smpl_head else ""
    console = Console()
    with console.status("") as status:
        imported = import_published(
            find_config(args.variant + ending),
            args.checkpoint,
            args.mano or args.smpl,
            args.fastmetro_data,
            args.output,
            fp16=args.fp16,
            calibrate=args.calibrate,
            photo=args.photo,
            replace=args.replace,
            report=status.update,
        )
    size = imported.model_file.stat().st_size
    console.print(
        f"{imported.model_file}: {size / 1e6:.0f} MB, {imported.parameters:,} parameters",
        soft_wrap=True,
    )
    for output, error in imported.parity.differences.items():
        console.print(f"  {output:14} differs from PyTorch by {error:.1e} of its largest value")
    if imported.rounding is not None:
        console.print(f"  {imported.rounding.describe()}", highlight=False, soft_wrap=True)
    timing = time_onnx(imported.model_file)
    console.print(f"  one picture takes {timing.median * 1e3:.0f} ms on this machine's processor")
    console.print(f"Use it with: {command_name()} live --model {args.output}", highlight=False)
    return 0


def import_published(
    config: FastMetroConfig,
    checkpoint: Path,
    body_file: Path,
    fastmetro_data: Path,
    name: str,
    *,
    folder: Path | None = None,
    fp16: bool = False,
    calibrate: Path | None = None,
    photo: Path | None = None,
    replace: bool = False,
    report: Callable[[str], None] = lambda _text: None,
) -> ImportedModel:
    """Turn a published checkpoint into an ONNX model and its template.

    Parameters
    ----------
    config : a published network, such as ``find_config("FastMETRO-L-H64-smpl")``.
    checkpoint : the authors' ``*_state_dict.bin``.
    body_file : the user's SMPL (bodies) or MANO (hands) file.
    fastmetro_data : ``src/modeling/data`` of the authors' repository.
    name : of the model in this program.
    folder : where to write; by default the models' folder.
    fp16 : compute in half precision.
    calibrate : compute in integers, by the people in this folder's photos; see :mod:`models.export.int8`.
    photo : to compare with PyTorch on, beside noise; by default a frame of the bundled sample.
    replace : write over files of that name.
    report : is told what happens next.

    Raises
    ------
    UserError : a file is missing; the name is taken; a file is not what it should be, or holds more than
        data; the checkpoint does not fit the variant (the one it fits is named, or else what is missing,
        unknown or misshapen); the ONNX file would not compute what PyTorch does, or not in integers what it
        does in floating point. Nothing is left behind then.
    """
    folder = folder or models_folder()
    model_file, template_file = _new_files(folder, name, replace)
    report(f"Reading {body_file.name}")
    body = read_body_model(body_file, "MANO" if config.kind == "hand" else "SMPL")
    report(f"Reading {fastmetro_data}")
    template = body_template(body, fastmetro_data)
    report(f"Reading {checkpoint.name}")
    state = read_state_dict(checkpoint)
    images = comparison_images(photo, config.input_size)
    network = _network(config, template, checkpoint, state)
    folder.mkdir(parents=True, exist_ok=True)
    new_template = template_file.with_name(template_file.name + ".new")
    in_float = model_file.with_name(model_file.name + ".float")
    try:
        save_template(new_template, template)
        template = load_template(new_template)
        info = describe(
            network,
            template,
            template_file.name,
            licence=f"research use: the weights and {body.kind} have their own licences",
            training={"network": config.name, "checkpoint": checkpoint.name, "authors": AUTHORS},
            with_smpl=config.smpl_head,
        )
        info = dataclasses.replace(info, name=name)
        people = people_in_photos(info, calibrate) if calibrate else None
        report("Writing the ONNX file and comparing it with PyTorch")
        written = model_file if people is None else in_float
        parity = export_onnx(
            network,
            info,
            written,
            body=BodyModelLayer(body).eval() if config.smpl_head else None,
            precision="half" if fp16 else "float32",
            images=images,
        )
        rounding = None
        if people is not None:
            report("Putting it into integers")
            rounding = quantise_file(in_float, model_file, people)
        new_template.replace(template_file)
    finally:
        new_template.unlink(missing_ok=True)
        in_float.unlink(missing_ok=True)
    return ImportedModel(model_file, template_file, info.parameters, parity, rounding)


def _new_files(folder: Path, name: str, replace: bool) -> tuple[Path, Path]:
    """Return where a model's ONNX file and template go; raise UserError if they must not."""
    if not name or Path(name).name != name or name.startswith(".") or name.endswith(".onnx"):
        raise UserError(f"{name!r} cannot be a model's name; give a plain word such as fastmetro-l.")
    if name.casefold() in (file.stem.casefold() for file in ASSETS.glob("*.onnx")):
        raise UserError(f"{name!r} is the name of the bundled model; choose another.")
    files = folder / f"{name}.onnx", folder / f"{name}.npz"
    if not replace and any(file.exists() for file in files):
        raise UserError(f"There is a model called {name!r} already; choose another name or add --replace.")
    return files


def _network(
    config: FastMetroConfig, template: BodyTemplate, checkpoint: Path, state: Mapping[str, Tensor]
) -> FastMetro:
    """Return the network with the weights of a checkpoint."""
    network = FastMetro(config, template)
    try:
        load_published(network, state)
    except UserError as error:
        if held := published_variant(state):
            raise UserError(f"{checkpoint.name} holds {_how_to_import(held)}.") from error
        raise
    return network.eval()


def _how_to_import(config: FastMetroConfig) -> str:
    """Return what a published network is called and the options that import it."""
    base = config.name.removesuffix("-hand").removesuffix("-smpl")
    if config.kind == "hand":
        return f"{base} for hands; give --variant {base} --mano FILE.pkl"
    if config.smpl_head:
        return f"{base} with the SMPL head; give --variant {base} --smpl FILE.pkl --smpl-head"
    return f"{base} without the SMPL head; give --variant {base} --smpl FILE.pkl"


def read_state_dict(path: Path) -> Mapping[str, Tensor]:
    """Read a checkpoint of the authors: a plain dictionary of tensors.

    Own trainings often keep it under one of :data:`WRAPPERS`, or with the prefix that training on several
    GPUs puts before every name; both are taken off.

    Raises
    ------
    UserError : as :func:`models.smpl.template.load_tensors` does, and where the file holds something else
        than named tensors.
    """
    state = load_tensors(path)
    if isinstance(state, Mapping):
        state = next((state[key] for key in WRAPPERS if isinstance(state.get(key), Mapping)), state)
    if (
        not isinstance(state, Mapping)
        or not state
        or not all(isinstance(value, Tensor) for value in state.values())
    ):
        raise UserError(
            f"{path.name} holds something else than named tensors; give the authors' *_state_dict.bin."
        )
    names = [str(key) for key in state]
    if all(name.startswith(SEVERAL_GPUS) for name in names):
        names = [name.removeprefix(SEVERAL_GPUS) for name in names]
    return dict(zip(names, state.values(), strict=True))
