"""LOOKS: everything that is said of a look, the way a mesh is shaded.

A look that is not here is a row, and a fragment shader unless one there does.
"""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[float, float, float]  # red, green, blue from 0 to 1


@dataclass(frozen=True, slots=True)
class Look:
    """A look.

    Attributes
    ----------
    title : in words for people.
    shader : the file of its fragment shader.
    skin, shoes, sole : of a body that is dressed; None for the colour that the suit has, the person's own.
    seam : how much darker the edge of a cloth is, 0 to 1.
    gloss : how strongly light is mirrored, 0 to 1.
    warmth : of the light, from 0, daylight, to 1, a candle.
    is_wire : the shader is given the triangles' edges rather than those of the clothes.
    """

    title: str
    shader: str = "solid.frag"
    skin: Colour | None = None
    shoes: Colour | None = None
    sole: Colour | None = None
    seam: float = 0.0
    gloss: float = 0.13
    warmth: float = 0.0
    is_wire: bool = False


LOOKS: dict[str, Look] = {
    "mannequin": Look(
        "Mannequin", skin=(0.76, 0.71, 0.67), shoes=(0.17, 0.18, 0.21), sole=(0.62, 0.64, 0.68), seam=0.25
    ),
    "clay": Look("Clay"),
    "figurine": Look(
        "Figurine",
        skin=(0.93, 0.72, 0.57),
        shoes=(0.29, 0.17, 0.12),
        sole=(0.72, 0.58, 0.45),
        seam=0.25,
        gloss=0.6,
        warmth=0.45,
    ),
    "hologram": Look("Hologram", shader="hologram.frag"),
    "wireframe": Look("Wireframe", shader="wireframe.frag", is_wire=True),
}
USUAL_LOOK = "mannequin"
