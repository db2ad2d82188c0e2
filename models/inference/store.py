"""Which models are installed: the bundled one in ``assets`` and imported ones in the user's data folder."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from models.body.mannequin import Mannequin, faces_hash, load_mannequin
from models.body.template import BodyTemplate, load_template
from models.errors import UserError
from models.files import open_plain
from models.inference.model_info import METADATA_KEY, ModelInfo
from models.inference.paths import ASSETS, MULTIPOSE, models_folder
from models.inference.protobuf import fields, spans
from models.program import command_name

if TYPE_CHECKING:
    import numpy as np

log = logging.getLogger(__name__)

BUNDLED_MODEL = ASSETS / "anny-small.onnx"

# Field numbers of onnx.proto, fixed for all time: ModelProto; GraphProto, TensorProto; an entry of strings.
_IR_VERSION, _GRAPH, _METADATA = 1, 7, 14
_INITIALIZER, _EXTERNAL_DATA = 5, 13
_KEY, _VALUE = 1, 2
_LONGEST_RECORD = 1 << 24  # bytes


class ModelError(UserError):
    """A model that cannot be used; the message is one sentence for people."""


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model that can be chosen by its name."""

    name: str
    file: Path
    info: ModelInfo


def model_files() -> list[Path]:
    """Return the files where models are kept, usable or not: the bundled ones, then the imported ones."""
    files = [file for folder in (ASSETS, models_folder()) for file in sorted(folder.glob("*.onnx"))]
    return [file for file in files if file != ASSETS / MULTIPOSE]


def list_models() -> list[InstalledModel]:
    """Return the usable models, the bundled one first; unusable files are reported and left out."""
    found: dict[str, InstalledModel] = {}
    for file in model_files():
        try:
            info = read_model_info(file)
        except ModelError as error:
            log.warning("%s", error)
            continue
        if file.stem in found:
            log.warning("%s is left out: a model of that name is bundled; rename the file.", file)
            continue
        found[file.stem] = InstalledModel(file.stem, file, info)
    return sorted(found.values(), key=lambda model: model.file != BUNDLED_MODEL)


def find_model(name_or_path: str) -> Path:
    """Return the ONNX file of a name or path; empty for the bundled model.

    Raises
    ------
    ModelError : there is none; the message lists what is there.
    """
    if not name_or_path:
        if not BUNDLED_MODEL.is_file():
            raise ModelError(f"The bundled model {BUNDLED_MODEL.name} is missing from assets/; restore it.")
        return BUNDLED_MODEL
    path = Path(name_or_path).expanduser()
    if path.suffix.lower() == ".onnx":
        if path.is_file():
            return path
        raise ModelError(f"There is no model file {name_or_path}; check the name.")
    models = list_models()
    for model in models:
        if name_or_path.casefold() in (model.name.casefold(), model.info.name.casefold()):
            return model.file
    names = ", ".join(model.name for model in models) or "none"
    raise ModelError(f"There is no model called '{name_or_path}'; installed: {names}.")


def installed_template(sha256: str) -> BodyTemplate | None:
    """Return the installed body template of this hash; damaged ones are reported and left out."""
    files = [ASSETS / "anny.npz", *(model.file.with_name(model.info.template) for model in list_models())]
    for file in dict.fromkeys(files):
        if file.is_file():
            try:
                template = load_template(file)
            except UserError as error:
                log.warning("%s", error)
                continue
            if template.sha256 == sha256:
                return template
    return None


def mannequin_of(faces: np.ndarray) -> Mannequin | None:
    """Return how a body of these (F, 3) triangles is dressed to be seen; None if it is shown as it is.

    Raises
    ------
    UserError : the program's file is missing or damaged.
    """
    bundled = _bundled_mannequin()
    return bundled if faces_hash(faces) == bundled.faces_sha256 else None


@cache
def _bundled_mannequin() -> Mannequin:
    return load_mannequin(ASSETS / "anny_mannequin.npz")


def read_model_info(file: Path) -> ModelInfo:
    """Read what a model says of itself, without loading its weights.

    Raises
    ------
    ModelError : the file is missing, no ONNX file, or an ONNX file that is not a FastMETRO model.
    """
    try:
        with open_plain(file) as content:
            metadata = _onnx_metadata(content)
    except OSError as error:
        raise ModelError(f"The model {file.name} could not be read ({error.strerror}).") from error
    except UserError as error:
        raise ModelError(str(error)) from error
    except ValueError as error:  # UnicodeDecodeError is one too
        raise ModelError(
            f"{file.name} is damaged or no ONNX file; download or export the model again."
        ) from error
    if METADATA_KEY not in metadata:
        raise ModelError(
            f"{file.name} is an ONNX file of another kind: it has no '{METADATA_KEY}' record; "
            f"make one with python -m models.export, or choose a model that '{command_name()} models' lists."
        )
    try:
        return ModelInfo.from_json(metadata[METADATA_KEY])
    except ValueError as error:
        reason = " ".join(str(error).split())[:300]
        raise ModelError(f"{file.name} cannot be used: {reason}; export it again.") from error


def _onnx_metadata(file: BinaryIO) -> dict[str, str]:
    """Return the metadata of an ONNX file by walking over its top-level fields.

    Loading the file through ONNX Runtime would read hundreds of megabytes of weights for a line of text.
    """
    entries, seen = [], set()
    for number, start, length in fields(file, 0, _size(file)):
        seen.add(number)
        if number == _METADATA:
            entries.append((start, length))
    if not {_IR_VERSION, _GRAPH} <= seen:
        raise ValueError("not an ONNX file")
    metadata = {}
    for start, length in entries:
        texts = {}
        for number, at, size in list(fields(file, start, start + length)):
            if size > _LONGEST_RECORD:
                raise ValueError("a record is too long")
            file.seek(at)
            texts[number] = file.read(size).decode()
        metadata[texts.get(_KEY, "")] = texts.get(_VALUE, "")
    return metadata


def external_files(file: Path) -> list[str]:
    """Return the names, relative to the model, of the files that hold weights outside it, each once.

    Raises
    ------
    ValueError, OSError : it is no ONNX file, or cannot be read.
    """
    names: dict[str, None] = {}
    with file.open("rb") as content:
        places = [(0, _size(content))]
        for wanted in (_GRAPH, _INITIALIZER, _EXTERNAL_DATA):
            places = [inner for place in places for inner in spans(content, place, wanted)]
        for place in places:
            texts = {}
            for number, start, length in list(fields(content, *place)):
                content.seek(start)
                texts[number] = content.read(length).decode()
            if texts.get(_KEY) == "location":
                names[texts.get(_VALUE, "")] = None
    return list(names)


def _size(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)
