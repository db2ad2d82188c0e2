"""ModelInfo: everything the application must know about a model, kept as JSON inside its ONNX file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal

from models.camera.crop import CropRule
from models.inference.inputs import CropImage, ModelInput, read_input
from models.inference.record_check import check_record

FORMAT = "fastmetro-model/1"
METADATA_KEY = "fastmetro"  # the entry of the ONNX file's metadata that holds the JSON


@dataclass(frozen=True)
class ModelInfo:
    """What an ONNX model is and how it wants to be used.

    Attributes
    ----------
    name, version, licence : as shown to people.
    kind : what it reconstructs.
    input_size : side S of the input ``image`` in pixels.
    mean, std : ``(rgb / 255 - mean) / std`` is that input, channels in ``channel_order``.
    crop : the rule that places the crop it shows.
    template : file name of the body template beside the ONNX file.
    template_sha256 : its hash.
    body : the template's name.
    joint_names : of the output ``joints``, in order.
    parameters : weights of the network.
    outputs : name to description, in order.
    inputs : by name, in order: ``image``, and whatever else the model takes; see
        :mod:`models.inference.inputs`.
    training : free facts: data, samples, seed, figures, command.
    """

    name: str
    kind: Literal["body", "hand"]
    input_size: int
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    crop: CropRule
    template: str
    template_sha256: str
    body: str
    joint_names: tuple[str, ...]
    parameters: int
    inputs: dict[str, ModelInput]
    outputs: dict[str, str]
    version: str = "1"
    licence: str = ""
    channel_order: Literal["RGB", "BGR"] = "RGB"
    training: dict[str, Any] = field(default_factory=dict)

    def whole_inputs(self) -> dict[str, ModelInput]:
        """Return the inputs with nothing left out: what images leave out is as in ``image``."""
        own = {
            "crop": self.crop,
            "size": self.input_size,
            "mean": self.mean,
            "std": self.std,
            "channel_order": self.channel_order,
        }
        return {
            name: replace(one, **{key: value for key, value in own.items() if getattr(one, key) is None})
            if isinstance(one, CropImage)
            else one
            for name, one in self.inputs.items()
        }

    def to_json(self) -> str:
        """Return the JSON text that goes into the ONNX file."""
        record = {f.name: getattr(self, f.name) for f in fields(self)}
        record |= {"crop": asdict(self.crop), "inputs": {n: i.record() for n, i in self.inputs.items()}}
        return json.dumps({"format": FORMAT} | record, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ModelInfo:
        """Read what :meth:`to_json` wrote.

        Raises
        ------
        ValueError : the text is not such a record, or lacks a field; the message names it.
        """
        try:
            record = json.loads(text)
        except ValueError as error:
            raise ValueError(f"its record is not JSON ({error})") from error
        except RecursionError:
            raise ValueError("its record is nested too deeply") from None
        if not isinstance(record, dict) or record.get("format") != FORMAT:
            found = record.get("format") if isinstance(record, dict) else type(record).__name__
            raise ValueError(f"its record has format {str(found)[:40]!r}, this program reads {FORMAT!r}")
        known = {f.name for f in fields(cls)}
        values = {key: value for key, value in record.items() if key in known}
        try:
            values["crop"] = CropRule(**values["crop"])
            for key in ("mean", "std", "joint_names"):
                values[key] = tuple(values[key])
            values["inputs"] = {name: _input(name, one) for name, one in values["inputs"].items()}
            info = cls(**values)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"its record is incomplete ({error})") from error
        check_record(info)
        info.whole_inputs()  # what is left out and what it is filled in by must fit
        return info


def _input(name: str, record: str | dict[str, Any]) -> ModelInput:
    try:
        return read_input(record)
    except ValueError as error:
        raise ValueError(f"its record says of the input {name!r}: {error}") from error
