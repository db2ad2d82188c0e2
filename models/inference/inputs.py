"""What a model is fed: one class for each kind of input, which makes it from what is known of a person.

A model's record (:class:`models.inference.model_info.ModelInfo`) names its inputs and says of what kind each
is. Another kind is another class here, in :data:`KINDS`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, ClassVar, Literal

import cv2
import numpy as np

from models.camera.crop import CropBox, CropRule, crop_from_landmarks, crop_from_points
from models.camera.projection import Pinhole

NUM_LANDMARKS = 33  # of MediaPipe, which the crop rule "landmarks" needs


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A person (or hand) in an image, as whoever asks a model knows them.

    Attributes
    ----------
    image : (H, W, 3) uint8 RGB.
    crop : where they are, by the crop rule of the model's record; in pixels of the image.
    camera : that took the image.
    points_2d : (K, 2) image pixels by which they are followed, such as MediaPipe's landmarks. Further crops
        are placed around them; None where there are none, which only models with one crop can do with.
    is_left : a left hand. Models of hands know right ones, so all inputs are those of the mirrored image.
    state : by name of the input, what :attr:`models.inference.onnx_model.Estimate.state` was of the same
        person in the frame before; empty for somebody new.
    """

    image: np.ndarray
    crop: CropBox
    camera: Pinhole
    points_2d: np.ndarray | None = None
    is_left: bool = False
    state: Mapping[str, np.ndarray] = field(default_factory=dict)

    @classmethod
    def of_crop(cls, image: np.ndarray, plane: CropBox, points: np.ndarray | None = None) -> Subject:
        """Return the subject of an image that is a crop already, such as a rendered one.

        Parameters
        ----------
        image : (S, S, 3) uint8 RGB.
        plane : the crop in the plane of a camera of focal length 1, about its principal point.
        points : (K, 2) in that plane; see ``points_2d``.
        """
        size = len(image)
        middle = CropBox(np.full(2, size / 2, np.float32), float(size))
        if points is not None:
            points = middle.image_from_crop(plane.crop_from_image(points))
        return cls(image, middle, Pinhole.of_crop(plane, size), points)


@dataclass(frozen=True)
class ModelInput(ABC):
    """One input of a model.

    Attributes
    ----------
    description : for people who read the record.
    kind : the name of the class in the record.
    """

    description: str = ""
    kind: ClassVar[str]

    @property
    @abstractmethod
    def shape(self) -> tuple[int, ...]:
        """The shape of one person's array."""

    @abstractmethod
    def compute(self, name: str, subject: Subject) -> np.ndarray:
        """Return the float32 array of one person for the input of this name.

        Raises
        ------
        ValueError : the subject lacks what this is made from.
        """

    @property
    def wire_shape(self) -> tuple[int, ...]:
        """The shape of one person's array as it is sent to a server."""
        return self.shape

    def to_send(self, name: str, subject: Subject) -> np.ndarray:
        """Return the array of one person as it is sent to a server: float32, images as uint8.

        Raises
        ------
        ValueError : the subject lacks what this is made from.
        """
        return self.compute(name, subject)

    def record(self) -> dict[str, Any]:
        """Return what the model's record says of it."""
        return {"kind": self.kind} | {key: value for key, value in asdict(self).items() if value is not None}


@dataclass(frozen=True)
class CropImage(ModelInput):
    """A square of the image, (3, size, size).

    Attributes
    ----------
    around : ``"crop"``: it is the subject's crop; ``"points"``: it lies around the subject's 2D points.
    crop : the rule that places it; its border is used for either.
    size : pixels.
    mean, std : ``(rgb / 255 - mean) / std`` is the input, channels in ``channel_order``.

    What is None is as the record has it for the model's ``image``.
    """

    kind: ClassVar[str] = "crop_image"
    around: Literal["crop", "points"] = "crop"
    crop: CropRule | None = None
    size: int | None = None
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None
    channel_order: Literal["RGB", "BGR"] | None = None

    def __post_init__(self):
        if self.around == "points" and self.crop is not None and self.crop.kind == "box":
            raise ValueError("the crop rule 'box' is for the model's image; around points it is 'points'")

    @property
    def shape(self) -> tuple[int, ...]:
        """Channels, height, width."""
        assert self.size is not None
        return 3, self.size, self.size

    def compute(self, name: str, subject: Subject) -> np.ndarray:
        """Cut and normalise."""
        return self.normalised(self.to_send(name, subject))

    @property
    def wire_shape(self) -> tuple[int, ...]:
        """Height, width, channels: a quarter of the bytes of :attr:`shape`, and nothing is lost."""
        assert self.size is not None
        return self.size, self.size, 3

    def to_send(self, name: str, subject: Subject) -> np.ndarray:
        """Cut, as (size, size, 3) uint8 RGB."""
        assert self.crop is not None
        assert self.size is not None
        crop = subject.crop if self.around == "crop" else place_crop(self.crop, name, subject)
        return _cut(subject.image, crop, self.size, self.crop.border, subject.is_left)

    def normalised(self, rgb: np.ndarray) -> np.ndarray:
        """Turn a (S, S, 3) RGB image of 0 to 255 into the (3, S, S) float32 input."""
        assert self.mean is not None
        assert self.std is not None
        channels = cv2.split(rgb)
        if self.channel_order == "BGR":
            channels = channels[::-1]
        planes = zip(channels, self.mean, self.std, strict=True)
        # A plane at a time: NumPy over the interleaved channels takes three times as long.
        return np.stack(
            [
                cv2.addWeighted(one, 1 / (255 * std), one, 0, -mean / std, dtype=cv2.CV_32F)
                for one, mean, std in planes
            ]
        )


@dataclass(frozen=True)
class CropPlace(ModelInput):
    """The place of a crop before the camera, (5,).

    In a plane at distance 1, along the crop's axes: x, y of the crop's centre, and its side; then the cosine
    and sine of the crop's rotation against the camera.

    Attributes
    ----------
    around, crop : which crop, as :class:`CropImage` has it; the rule is needed for ``"points"`` alone.
    """

    kind: ClassVar[str] = "crop_place"
    around: Literal["crop", "points"] = "crop"
    crop: CropRule | None = None

    def __post_init__(self):
        if self.around == "points" and (self.crop is None or self.crop.kind == "box"):
            raise ValueError("the place of a crop around points needs its rule, 'points' or 'landmarks'")

    @property
    def shape(self) -> tuple[int, ...]:
        """One row of numbers."""
        return (5,)

    def compute(self, name: str, subject: Subject) -> np.ndarray:
        """Tell the place."""
        crop, camera = subject.crop, subject.camera
        if self.around == "points":
            assert self.crop is not None
            crop = place_crop(self.crop, name, subject)
        x, y = (crop.center - camera.center) @ crop.rotation() / camera.focal_px
        angle = crop.angle + camera.roll
        across = -1 if subject.is_left else 1
        return np.array(
            [across * x, y, crop.size / camera.focal_px, np.cos(angle), across * np.sin(angle)], np.float32
        )


@dataclass(frozen=True)
class CropRays(ModelInput):
    """The viewing rays through a grid of cells over the subject's crop, (2, cells, cells): x / z and y / z.

    They are those of the cells' middles, along the crop's axes, and so tell field of view and place at once.

    Attributes
    ----------
    cells : along a side.
    """

    kind: ClassVar[str] = "crop_rays"
    cells: int = 8

    @property
    def shape(self) -> tuple[int, ...]:
        """The direction's two numbers, rows, columns."""
        return 2, self.cells, self.cells

    def compute(self, name: str, subject: Subject) -> np.ndarray:
        """Tell the rays."""
        middles = (2 * np.arange(self.cells) + 1) / self.cells - 1
        x, y, side = CropPlace().compute(name, subject)[:3]
        rays = np.stack(np.meshgrid(x + middles * side / 2, y + middles * side / 2))
        return rays.astype(np.float32)


@dataclass(frozen=True)
class State(ModelInput):
    """What the model itself said of the same person in the frame before, such as a history of 2D points.

    Attributes
    ----------
    output : the output whose value is this input in the person's next frame.
    dims : the shape of one person's value; zeros for somebody new.
    """

    kind: ClassVar[str] = "state"
    output: str = ""
    dims: tuple[int, ...] = ()

    @property
    def shape(self) -> tuple[int, ...]:
        """As the record says."""
        return self.dims

    def compute(self, name: str, subject: Subject) -> np.ndarray:
        """Return what was kept."""
        kept = subject.state.get(name)
        return np.zeros(self.shape, np.float32) if kept is None else np.asarray(kept, np.float32)


KINDS: dict[str, type[ModelInput]] = {one.kind: one for one in (CropImage, CropPlace, CropRays, State)}


class InputsOf(Mapping[str, np.ndarray]):
    """What a model is fed of some people: (batch, ...) arrays by name.

    Each is made when it is first asked for, in the thread that asks: so the branches of a network cut their
    own pictures side by side.

    Parameters
    ----------
    inputs : of the model, by name.
    subjects : one or more.
    batch : as many rows as this; the last subject fills up what is left.
    """

    def __init__(self, inputs: Mapping[str, ModelInput], subjects: Sequence[Subject], batch: int) -> None:
        self._inputs, self._subjects = inputs, subjects
        self._left = batch - len(subjects)
        self._made: dict[str, np.ndarray] = {}

    def __getitem__(self, name: str) -> np.ndarray:
        """Return an array; ValueError if a subject lacks what it is made from."""
        made = self._made.get(name)
        if made is None:
            arrays = [self._inputs[name].compute(name, subject) for subject in self._subjects]
            made = self._made[name] = np.stack(arrays + [arrays[-1]] * self._left)
        return made

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._inputs)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._inputs)


def read_input(record: str | dict[str, Any]) -> ModelInput:
    """Read what :meth:`ModelInput.record` wrote; a text alone describes the image, as in older files.

    Raises
    ------
    ValueError : the kind is unknown, or a field is.
    """
    if isinstance(record, str):
        return CropImage(record)
    values: dict[str, Any] = dict(record)
    kind = KINDS.get(values.pop("kind", ""))
    if kind is None:
        raise ValueError(f"the kind {record.get('kind')!r}, which this version does not know")
    if unknown := sorted(set(values) - {f.name for f in fields(kind)}):
        raise ValueError(f"{', '.join(unknown)}, which this version does not know")
    if values.get("crop") is not None:
        values["crop"] = CropRule(**values["crop"])
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return kind(**values)


def place_crop(rule: CropRule, name: str, subject: Subject) -> CropBox:
    """Place a crop by a rule around the subject's 2D points; unless it rotates, it is upright in the photo.

    Raises
    ------
    ValueError : there are no points, or not those that the rule asks for.
    """
    points = subject.points_2d
    if points is None or (rule.kind == "landmarks" and len(points) != NUM_LANDMARKS):
        have = "none are" if points is None else f"{len(points)} are"
        raise ValueError(f"the input {name} is placed around a person's {rule.kind} and {have} given")
    # From the image's axes to the photo's and back: the image may itself be a rotated crop.
    photo = CropBox(np.zeros(2, np.float32), 2.0, subject.camera.roll)
    points = photo.image_from_crop(points)
    crop = crop_from_landmarks(rule, points) if rule.kind == "landmarks" else crop_from_points(rule, points)
    return CropBox(photo.crop_from_image(crop.center), crop.size, crop.angle - subject.camera.roll)


def _cut(image: np.ndarray, crop: CropBox, size: int, border: str, mirrored: bool) -> np.ndarray:
    """Cut a crop as (size, size, 3) uint8, or the same place of the mirrored image."""
    if not mirrored:
        return crop.cut(image, size, border)
    # Flipped, the crop one pixel further on has the crop's middle again where the network has its own.
    beside = replace(crop, center=crop.image_from_crop(np.array([2 / size, 0])))
    return beside.cut(image, size, border)[:, ::-1]
