"""What exported meshes are made of: a material for each part of a dressed body, one for any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.drawing.colours import colour_of
from models.body.mannequin import REGIONS
from models.rendering.looks import LOOKS, USUAL_LOOK

if TYPE_CHECKING:
    from app.recordings.motion.track import Track

ROUGHNESS = {"skin": 0.6, "suit": 0.8, "shoes": 0.5}


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The triangles of one material.

    Attributes
    ----------
    name : ``"skin"``, ``"suit"`` or ``"shoes"``.
    rows : (N,) int32, which of the track's faces.
    colour : red, green and blue from 0 to 1, linear as renderers want it.
    roughness : 0 to 1.
    """

    name: str
    rows: np.ndarray
    colour: tuple[float, float, float]
    roughness: float


def parts_of(track: Track) -> list[Part]:
    """Return the parts of a person, in the colours of the usual look; the suit has the person's own."""
    look = LOOKS[USUAL_LOOK]
    own = tuple(c / 255 for c in colour_of(track.motion.recording.everybody.index(track.id)))
    dress = track.mannequin
    if dress is None:
        return [_part("skin", np.arange(len(track.faces), dtype=np.int32), own)]
    regions = dress.face_regions(track.faces)
    colours = {"skin": look.skin or own, "suit": own, "shoes": look.shoes or own}
    return [
        _part(name, np.flatnonzero(regions == i).astype(np.int32), colours[name])
        for i, name in enumerate(REGIONS)
    ]


def _part(name: str, rows: np.ndarray, srgb: tuple[float, ...]) -> Part:
    red, green, blue = (_linear(channel) for channel in srgb)
    return Part(name, rows, (red, green, blue), ROUGHNESS[name])


def _linear(channel: float) -> float:
    """Return the intensity of a channel of sRGB (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
