"""What the surfaces of synthetic people are made of: skin, cloth, hair, eyes and leather in sRGB colours."""

from __future__ import annotations

import numpy as np

from models.synthetic.shading import (
    CLOTH,
    EYE,
    HAIR,
    LEATHER,
    MATERIAL_SIZE,
    PLAIN,
    SKIN,
)

# From light to dark, sRGB 0-255.
SKIN_TONES = np.array(
    [
        *((246, 216, 198), (238, 198, 175), (228, 180, 150), (212, 160, 125), (190, 136, 100)),
        *((164, 110, 78), (134, 86, 60), (106, 66, 46), (80, 50, 37), (58, 38, 31)),
    ],
    np.float32,
)
HAIR_TONES = np.array(
    [
        (18, 15, 14),
        (38, 26, 20),
        (62, 40, 26),
        (94, 62, 38),
        (140, 98, 58),
        (186, 148, 96),
        (120, 54, 28),
        (150, 148, 146),
    ],
    np.float32,
)
IRIS_TONES = np.array([(62, 38, 22), (84, 56, 30), (96, 90, 48), (70, 100, 122), (96, 120, 130)], np.float32)


def linear(srgb: np.ndarray) -> np.ndarray:
    """Return linear light 0..1 of sRGB 0..255 (IEC 61966-2-1)."""
    fraction = np.asarray(srgb, np.float32) / 255
    return np.where(fraction <= 0.04045, fraction / 12.92, ((fraction + 0.055) / 1.055) ** 2.4).astype(
        np.float32
    )


def skin_tone(darkness: float) -> np.ndarray:
    """Return the (3,) sRGB colour of skin from 0 (lightest) to 1 (darkest)."""
    position = np.clip(darkness, 0, 1) * (len(SKIN_TONES) - 1)
    return np.array(
        [np.interp(position, range(len(SKIN_TONES)), SKIN_TONES[:, c]) for c in range(3)], np.float32
    )


def skin_material(
    tone: np.ndarray, hair: np.ndarray, blush: float, brows: float, beard: float, scalp: float
) -> np.ndarray:
    """Return the material of skin of an sRGB tone, with (3,) sRGB hair colour and amounts 0..1."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = SKIN
    material[1:4] = linear(tone)
    material[4:7] = linear(tone * [0.86, 0.62, 0.62] + [6, 0, 4])
    material[7:10] = blush, brows, beard
    material[10:13] = linear(hair) * 0.8 + linear(tone) * 0.06
    material[13] = scalp
    return material


def cloth_material(
    colour: np.ndarray,
    second: np.ndarray | None = None,
    pattern: int = PLAIN,
    size: float = 0.05,
    angle: float = 0.0,
    folds: float = 0.35,
    fold_length: float = 0.06,
    sheen: float = 0.2,
    fraction: float = 0.5,
    seed: float = 0.0,
) -> np.ndarray:
    """Return the material of cloth in sRGB colours; ``models.synthetic.shading`` says what the numbers do."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = CLOTH
    material[1:4] = linear(colour)
    material[4:7] = linear(colour if second is None else second)
    material[7:15] = pattern, size, angle, folds, fold_length, sheen, fraction, seed
    return material


def hair_material(colour: np.ndarray, gloss: float = 0.5) -> np.ndarray:
    """Return the material of hair of an sRGB colour."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0], material[7] = HAIR, gloss
    material[1:4] = linear(colour)
    return material


def eye_material(iris: np.ndarray) -> np.ndarray:
    """Return the material of eyes with an sRGB iris."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = EYE
    material[1:4] = linear(np.array([205, 198, 194]))
    material[4:7] = linear(iris) * 0.8
    return material


def leather_material(colour: np.ndarray, sole: np.ndarray, gloss: float, sole_top: float) -> np.ndarray:
    """Return the material of shoes in sRGB colours, with a sole below the rest height ``sole_top``."""
    material = np.zeros(MATERIAL_SIZE, np.float32)
    material[0] = LEATHER
    material[1:4], material[4:7] = linear(colour), linear(sole)
    material[7:9] = gloss, sole_top
    return material
