"""FastMetroConfig: the sizes that make one network class into every member of the family, and their names."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from models.errors import UserError
from models.inference.inputs import CropPlace

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["body", "hand"]
Stem = Literal["resnet50", "hrnet_w64", "landmarks"]
Camera = Literal["direct", "log_scale"]


# The largest that a file may ask for: what is built takes memory by their products.
LARGEST_SIZE = 4096
LARGEST_SETTING = {
    **dict.fromkeys(("encoder_layers", "decoder_layers", "feedforward", "feature_layers"), 16),
    **dict.fromkeys(("heads", "refine_rounds"), 64),
    **{"num_joints": 512, "lifter_width": 1024, "dims": 2048},
}
MOST_STAGES = 8
LONGEST_NAME = 100

# Settings in records of earlier versions, and what they are called now.
EARLIER_NAMES = {"picture_layers": "feature_layers", "realign_rounds": "refine_rounds"}


@dataclass(frozen=True)
class FastMetroConfig:
    """Sizes of a network.

    Attributes
    ----------
    name : as shown to people.
    kind : what it reconstructs.
    stem : what turns the input into memory tokens: a ``"resnet50"`` or ``"hrnet_w64"`` feature map, or
        the 33 ``"landmarks"`` that the BlazePose network finds in the image.
    input_size : side of the square input in pixels.
    dims : width of the tokens in each encoder-decoder stage (progressive dimension reduction).
    encoder_layers, decoder_layers : in every stage.
    heads : attention heads; each width is a multiple of it.
    feedforward : hidden width of the feed-forward blocks, in multiples of the token width.
    dropout : in training.
    num_joints : joint queries; the vertex queries are as many as the template's coarse level has.
    learned_upsampling : the coarse level goes to the next by a learned matrix over the vertices (started
        from the template's fixed rows), not by the fixed rows.
    camera : ``"direct"``: the head's three numbers are FastMETRO's (s, tx, ty). ``"log_scale"``: they are
        (log s, s tx, s ty), which keeps the scale positive and the shift in crop units.
    smpl_head : also regress SMPL's rotations and shape from the middle level (body only).
    condition : length of the optional ``crop`` input, the crop's place before the camera as
        :class:`models.inference.inputs.CropPlace` has it, which is added to the camera token; 0 = no such
        input.
    injection_sigma : metres, for the landmarks stem: how far along the template a landmark reaches
        into the queries.
    feature_layers : for the landmarks stem: layers of cross-attention from the landmarks to the feature maps
        they were found in; 0 = landmarks only.
    lifter_width : for the landmarks stem: width of the lifter, which makes 3D joints of those that MoveNet
        Thunder reads in an upright crop; both then go before BlazePose's. 0 = BlazePose alone.
    refine_rounds : for the landmarks stem: how often the projected mesh is compared with the landmarks and
        moved towards those it missed.
    """

    name: str
    kind: Kind
    stem: Stem
    input_size: int = 224
    dims: tuple[int, ...] = (512, 128)
    encoder_layers: int = 1
    decoder_layers: int = 1
    heads: int = 8
    feedforward: int = 4
    dropout: float = 0.1
    num_joints: int = 14
    learned_upsampling: bool = False
    camera: Camera = "direct"
    smpl_head: bool = False
    condition: int = 0
    injection_sigma: float = 0.09
    feature_layers: int = 0
    lifter_width: int = 0
    refine_rounds: int = 0

    def __post_init__(self):
        for key, legal in (("kind", Kind), ("stem", Stem), ("camera", Camera)):
            if getattr(self, key) not in get_args(legal):
                raise UserError(f"{key} is {getattr(self, key)!r}; it must be one of {get_args(legal)}.")
        for key in ("input_size", "encoder_layers", "decoder_layers", "heads", "feedforward", "num_joints"):
            if getattr(self, key) < 1:
                raise UserError(f"{key} is {getattr(self, key)}; it must be at least 1.")
        if self.input_size % 32:
            raise UserError(f"input_size is {self.input_size}; it must be a multiple of 32.")
        if not self.dims or any(dim < 1 or dim % (4 * self.heads) for dim in self.dims):
            raise UserError(f"dims are {self.dims}; each must be a multiple of 4 x heads = {4 * self.heads}.")
        if not 0 <= self.dropout < 1:
            raise UserError(f"dropout is {self.dropout}; it must lie in [0, 1).")
        if self.condition not in (0, *CropPlace().shape):
            raise UserError(f"condition is {self.condition}; it must be 0 or {CropPlace().shape[0]}.")
        if self.injection_sigma <= 0:
            raise UserError(f"injection_sigma is {self.injection_sigma} m; it must be positive.")
        self._check_parts()

    def _check_parts(self) -> None:
        """Raise UserError where parts are chosen that do not belong together."""
        for key in ("feature_layers", "lifter_width", "refine_rounds"):
            value = getattr(self, key)
            if value < 0:
                raise UserError(f"{key} is {value}; it must not be negative.")
            if value and self.stem != "landmarks":
                raise UserError(f"{key} belongs to the landmarks stem; {self.stem} reads the image.")
        if self.refine_rounds and not self.learned_upsampling:
            raise UserError("refine_rounds is set without learned_upsampling; it compares the middle mesh.")
        if self.smpl_head and self.kind != "body":
            raise UserError("smpl_head is set on a hand; only a body can have it.")

    @property
    def least_weights(self) -> int:
        """How many weights there are in the feed-forward blocks alone, which are most of them."""
        blocks = (self.encoder_layers + self.decoder_layers) * sum(dim**2 for dim in self.dims)
        blocks += self.feature_layers * self.dims[0] ** 2
        return 2 * self.feedforward * blocks

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> FastMetroConfig:
        """Read a record such as :func:`dataclasses.asdict` writes.

        Raises
        ------
        UserError : a key is unknown or missing, or a value is not legal.
        """
        record = {EARLIER_NAMES.get(name, name): value for name, value in record.items()}
        legal = [f.name for f in fields(cls)]
        if unknown := sorted(set(record) - set(legal)):
            shown = ", ".join(unknown)[:LONGEST_NAME]
            raise UserError(f"Unknown network setting {shown}; the legal ones are {', '.join(legal)}.")
        if missing := sorted({"name", "kind", "stem"} - set(record)):
            raise UserError(f"The network's record lacks {', '.join(missing)}.")
        values = dict(record)
        if isinstance(values.get("dims"), list):
            values["dims"] = tuple(values["dims"])
        for entry in fields(cls):
            if entry.name in values:
                _require_kind(entry.name, values[entry.name], entry.default)
        return cls(**values)


def _require_kind(key: str, value: Any, default: Any) -> None:
    """Check a setting that was read from a file: the kind of its default, and a size that can be built."""
    if default is MISSING or isinstance(default, str):
        fits = isinstance(value, str) and len(value) <= LONGEST_NAME
    elif isinstance(default, bool):
        fits = isinstance(value, bool)
    else:
        kinds = (int, float) if isinstance(default, float) else (int,)
        sizes = value if isinstance(default, tuple) else (value,)
        fits = isinstance(sizes, tuple) and len(sizes) <= MOST_STAGES
        fits = fits and all(type(size) in kinds for size in sizes)
        fits = fits and all(abs(size) <= LARGEST_SETTING.get(key, LARGEST_SIZE) for size in sizes)
    if not fits:
        raise UserError(f"{key} is {str(value)[:40]!r}, which no network of this program has.")


# Vertices of the published networks' meshes, finest first: SMPL's and MANO's with the authors' downsampling.
PUBLISHED_LEVELS: dict[Kind, tuple[int, ...]] = {"body": (6890, 1723, 431), "hand": (778, 195)}


def _published() -> dict[str, FastMetroConfig]:
    """Return the authors' family: S, M and L on both backbones, with the SMPL head, and the hand."""
    variants = {}
    backbones: dict[str, Stem] = {"R50": "resnet50", "H64": "hrnet_w64"}
    for size, layers in (("S", 1), ("M", 2), ("L", 3)):
        for backbone, stem in backbones.items():
            for ending in ("", "-smpl", "-hand"):
                hand = ending == "-hand"
                name = f"FastMETRO-{size}-{backbone}{ending}"
                variants[name] = FastMetroConfig(
                    name=name,
                    kind="hand" if hand else "body",
                    stem=stem,
                    encoder_layers=layers,
                    decoder_layers=layers,
                    num_joints=21 if hand else 14,
                    learned_upsampling=not hand,
                    smpl_head=ending == "-smpl",
                )
    return variants


ANNY_SMALL = FastMetroConfig(
    name="anny-small",
    kind="body",
    stem="landmarks",
    input_size=256,
    dims=(128, 64),
    heads=4,
    feedforward=2,
    dropout=0.0,  # fresh samples without end: nothing to overfit
    learned_upsampling=True,  # training puts a smoother of the body's own kind there
    camera="log_scale",
    feature_layers=2,
    lifter_width=256,
    refine_rounds=4,
)

BLAZEPOSE_ALONE = replace(ANNY_SMALL, name="anny-small-blazepose", lifter_width=0)
VARIANTS: dict[str, FastMetroConfig] = {
    "anny-small": ANNY_SMALL,
    "anny-small-blazepose": BLAZEPOSE_ALONE,
    "anny-small-landmarks": replace(BLAZEPOSE_ALONE, name="anny-small-landmarks", feature_layers=0),
    **_published(),
}


def find_config(name: str) -> FastMetroConfig:
    """Return a named variant.

    Raises
    ------
    UserError : there is none of that name; the message lists the names.
    """
    try:
        return VARIANTS[name]
    except KeyError:
        raise UserError(
            f"There is no network called {name!r}; choose one of {', '.join(VARIANTS)}."
        ) from None
