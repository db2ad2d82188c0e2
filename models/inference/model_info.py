"""ModelInfo: everything the application must know about a model, kept as JSON inside its ONNX file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from models.camera.crop import CropRule

FORMAT = "fastmetro-model/1"
METADATA_KEY = "fastmetro"  # the entry of the ONNX file's metadata that holds the JSON


@dataclass(frozen=True)
class ModelInfo:
    """What an ONNX model is and how it wants to be used.

    Attributes
    ----------
    name, version, licence : as shown to people.
    kind : what it reconstructs.
    input_size : side S of the square input in pixels.
    mean, std : ``(rgb / 255 - mean) / std`` is the input, channels in ``channel_order``.
    crop : where the crop lies.
    template : file name of the body template beside the ONNX file.
    template_sha256 : its hash.
    body : the template's name.
    joint_names : of the output ``joints``, in order.
    parameters : weights of the network.
    outputs : name to description, in order.
    inputs : name to description, in order. Beside ``image`` a model may take ``crop``: (N, 4) the crop's
        place, see the description in the file.
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
    inputs: dict[str, str]
    outputs: dict[str, str]
    version: str = "1"
    licence: str = ""
    channel_order: Literal["RGB", "BGR"] = "RGB"
    training: dict[str, Any] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the JSON text that goes into the ONNX file."""
        return json.dumps({"format": FORMAT} | asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> ModelInfo:
        """Read what :meth:`to_json` wrote.

        Raises
        ------
        ValueError : the text is not such a record, or lacks a field; the message names it.
        """
        try:
            record = json.loads(text)
        except json.JSONDecodeError as error:
            raise ValueError(f"its record is not JSON ({error})") from error
        if not isinstance(record, dict) or record.get("format") != FORMAT:
            found = record.get("format") if isinstance(record, dict) else type(record).__name__
            raise ValueError(f"its record has format {found!r}, this program reads {FORMAT!r}")
        known = {f.name for f in fields(cls)}
        values = {key: value for key, value in record.items() if key in known}
        try:
            values["crop"] = CropRule(**values["crop"])
            for key in ("mean", "std", "joint_names"):
                values[key] = tuple(values[key])
            return cls(**values)
        except (TypeError, KeyError) as error:
            raise ValueError(f"its record is incomplete ({error})") from error
