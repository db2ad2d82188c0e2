"""Who synthetic people are and what they wear, drawn by chance: MakeHuman's suits, or clothes cut to measure.

Clothes are cut from the two shapes that surround the body base, tights from neck to toes and a wide skirt.
"""

from __future__ import annotations

import cv2
import numpy as np
from scipy.spatial import KDTree

from models.synthetic.anny_base import BODY_VERTICES, SKIRT, TIGHTS, BodyBase, shaped
from models.synthetic.character import Appearance, Character, WornGarment, dress
from models.synthetic.garments import Garment, Wardrobe
from models.synthetic.materials import (
    HAIR_TONES,
    IRIS_TONES,
    cloth_material,
    eye_material,
    hair_material,
    leather_material,
    skin_material,
    skin_tone,
)
from models.synthetic.shading import BANDS, BLOTCHES, CHECKS, DOTS, PLAID, PLAIN, STRIPES

# Heights (y, metres) and places on the body base, on which clothes are cut.
NECK, WAIST, HIP, KNEE, ANKLE = -0.575, -0.17, 0.0, 0.37, 0.72
ARM_X = (0.168, 0.313, 0.431)  # shoulder, elbow, wrist


def cloth_colour(rng: np.random.Generator) -> np.ndarray:
    """Draw an sRGB colour as clothes have: half of them nearly grey, navy or denim, the others any hue."""
    if rng.random() < 0.35:
        return np.clip(rng.uniform(15, 240) + rng.normal(0, 6, 3), 5, 245)
    if rng.random() < 0.25:
        return np.clip(np.array([50, 66, 104]) * rng.uniform(0.5, 1.6) + rng.normal(0, 8, 3), 5, 240)
    hsv = np.array([rng.uniform(0, 180), rng.uniform(60, 230), rng.uniform(50, 245)], np.uint8)
    return cv2.cvtColor(hsv[None, None], cv2.COLOR_HSV2RGB)[0, 0].astype(np.float32)


def random_cloth(rng: np.random.Generator) -> np.ndarray:
    """Draw the material of a piece of clothing: half of them plain."""
    pattern = rng.choice(
        [PLAIN, STRIPES, PLAID, CHECKS, DOTS, BLOTCHES, BANDS], p=[0.5, 0.14, 0.1, 0.05, 0.06, 0.08, 0.07]
    )
    return cloth_material(
        cloth_colour(rng),
        cloth_colour(rng),
        int(pattern),
        size=float(np.exp(rng.uniform(np.log(0.015), np.log(0.15)))),
        angle=float(rng.choice([0, np.pi / 2, rng.uniform(0, np.pi)])),
        folds=float(rng.uniform(0.05, 0.35)),
        fold_length=float(rng.uniform(0.03, 0.10)),
        sheen=float(rng.uniform(0, 0.4)),
        fraction=float(rng.uniform(0.2, 0.7)),
        seed=float(rng.uniform(-0.4, 0.3)) if pattern == BANDS else float(rng.uniform(0, 50)),
    )


def top(base: BodyBase, sleeve: float, hem: float) -> Garment:
    """Cut a top from neck to a hem's height; sleeves end at 0 the shoulder, 1 the elbow, 2 the wrist."""
    along = np.interp(np.abs(base.rest[:, 0]), ARM_X, (0, 1, 2))
    y = base.rest[:, 1]
    return _cut(base, TIGHTS, np.where(_on_arms(base), along < sleeve, (y > NECK) & (y < hem)))


def trousers(base: BodyBase, length: float) -> Garment:
    """Cut trousers from the waist to a height."""
    y = base.rest[:, 1]
    return _cut(base, TIGHTS, ~_on_arms(base) & (y > WAIST) & (y < length))


def skirt(base: BodyBase, length: float, flare: float) -> Garment:
    """Cut a skirt from the waist to a height; ``flare`` widens it by metres a metre downwards."""
    return _cut(base, SKIRT, base.rest[:, 1] < length, flare)


def _on_arms(base: BodyBase) -> np.ndarray:
    """Return (B,) bool: the base's vertices that bones of the arms move most."""
    moved_by = np.array(base.bone_names)[base.bones[np.arange(len(base.bones)), base.weights.argmax(1)]]
    return np.array([name.startswith(("upperarm", "lowerarm", "wrist", "finger")) for name in moved_by])


def _cut(base: BodyBase, group: int, kept: np.ndarray, flare: float = 0.0) -> Garment:
    """Make a garment of the faces of a helper shape whose vertices are all ``kept``, (B,) bool."""
    shape = base.helper_faces[base.helper_group == group]
    chosen = kept[shape].all(1)
    used, faces = np.unique(shape[chosen], return_inverse=True)
    rest = base.rest[used]
    # Lengths by which a garment's offsets grow with the body: as far as it reaches, 1 on the base itself.
    body = base.rest[:BODY_VERTICES]
    ends = [(int(body[:, axis].argmin()), int(body[:, axis].argmax())) for axis in range(3)]
    scale = [(a, b, float(body[b, axis] - body[a, axis])) for axis, (a, b) in enumerate(ends)]
    outwards = rest * [1, 0, 1] / np.maximum(np.linalg.norm(rest[:, [0, 2]], axis=1, keepdims=True), 0.02)
    offset = outwards * (flare * np.maximum(rest[:, 1:2] - WAIST, 0))
    # Skin well inside the garment is hidden, so that it cannot poke through where limbs bend.
    inner = np.setdiff1d(used, shape[~chosen]) if group == TIGHTS else used[:0]
    surface = np.unique(shape)
    away, nearest = KDTree(base.rest[surface]).query(body)
    hides = np.flatnonzero((away < 0.03) & np.isin(surface[nearest], inner))
    return Garment(
        name="skirt" if group == SKIRT else "cut",
        corners=np.repeat(used[:, None], 3, 1).astype(np.int32),
        mix=np.tile(np.array([[1, 0, 0]], np.float32), (len(used), 1)),
        offset=offset.astype(np.float32),
        scale=(scale[0], scale[1], scale[2]),
        hides=hides.astype(np.int32),
        faces=faces.reshape(-1, 3).astype(np.int32),
        corner_uv=np.zeros((int(chosen.sum()), 3, 2), np.float32),
        piece=np.zeros(int(chosen.sum()), np.int32),
    )


def cut_outfit(base: BodyBase, female: bool, rng: np.random.Generator) -> tuple[str, list[WornGarment]]:
    """Draw clothes cut to measure: trousers and a top, a skirt and a top, a dress or robe, or a coat."""
    fraction = [0.25, 0.28, 0.32, 0.15] if female else [0.66, 0.02, 0.07, 0.25]
    kind = ("trousers", "skirt", "dress", "coat")[rng.choice(4, p=fraction)]
    cloth, other = random_cloth(rng), random_cloth(rng)
    sleeve = float(rng.choice([0.12, 0.55, 1.1, 1.95], p=[0.2, 0.35, 0.1, 0.35]))
    legs = float(rng.choice([rng.uniform(0.1, 0.3), KNEE + 0.05, ANKLE], p=[0.25, 0.1, 0.65]))
    long = float(rng.choice([rng.uniform(0.1, 0.3), rng.uniform(0.3, 0.5), rng.uniform(0.55, 0.72)]))
    flare = float(abs(rng.normal(0, 0.14)) - 0.04)
    if kind == "trousers":
        hem = rng.uniform(-0.12, 0.1)
        tight, loose = float(rng.uniform(0.002, 0.008)), float(rng.uniform(0.004, 0.02))
        return kind, [
            WornGarment(trousers(base, legs), (cloth,), (tight,)),
            WornGarment(top(base, sleeve, hem), (other,), (loose,)),
        ]
    if kind == "skirt":
        return kind, [
            WornGarment(top(base, sleeve, rng.uniform(-0.14, -0.02)), (other,), (0.003,)),
            WornGarment(skirt(base, long, flare), (cloth,), (0.006,)),
        ]
    if kind == "dress":
        return kind, [
            WornGarment(top(base, sleeve, -0.1), (cloth,), (0.004,)),
            WornGarment(skirt(base, long, flare), (cloth,), (0.004,)),
        ]
    thick = float(rng.uniform(0.014, 0.032))
    return kind, [
        WornGarment(trousers(base, ANKLE), (other,), (0.003,)),
        WornGarment(top(base, 1.95, -0.08), (cloth,), (thick,)),
        WornGarment(skirt(base, float(rng.uniform(0.12, 0.6)), max(flare, 0.0)), (cloth,), (thick,)),
    ]


def random_character(base: BodyBase, wardrobe: Wardrobe, rng: np.random.Generator) -> Character:
    """Draw a person: body, skin tone over the whole range, hair, clothes, sometimes bare feet."""
    row = int(rng.integers(len(base.coefficients)))
    coefficients = base.coefficients[row].copy()
    faces = len(coefficients) - len(base.facial_actions)
    for side in ("Left", "Right"):
        coefficients[faces + base.facial_actions.index(f"mouthSmile{side}")] = rng.uniform(0, 0.6)
    rest, heads = shaped(base, coefficients)
    female, grown = base.phenotypes[row][0] > 0.5, base.phenotypes[row][1] > 0.6
    darkness = rng.random()
    tone = np.clip(skin_tone(darkness) * rng.normal(1, 0.04, 3), 5, 250)
    grey = grown and rng.random() < 0.15
    choices = HAIR_TONES[[7]] if grey else HAIR_TONES[: 2 if darkness > 0.6 else 7]
    hair = choices[rng.integers(len(choices))] * rng.uniform(0.7, 1.2)
    bald = rng.random() < (0.02 if female else 0.12)
    beard = 0.0 if female or not grown or rng.random() < 0.55 else rng.uniform(0.2, 0.9)
    skin = skin_material(
        tone,
        hair,
        rng.uniform(0.2, 1),
        rng.uniform(0.6, 1),
        beard,
        0.25 * (rng.random() < 0.5) if bald else 0.95,
    )
    if rng.random() < 0.55:
        fitting = [s for s in wardrobe.suits if not (s.name.startswith("female") and not female)]
        suit = fitting[rng.integers(len(fitting))]
        clothing = suit.name.split("_")[-1].split("suit")[0]
        swell = float(rng.choice([0, rng.uniform(0, 0.012)]))
        worn = [WornGarment(suit, tuple(random_cloth(rng) for _ in range(4)), (swell,))]
    else:
        clothing, worn = cut_outfit(base, bool(female), rng)
    if rng.random() < 0.85:
        shoe = leather_material(
            cloth_colour(rng), cloth_colour(rng), rng.uniform(0, 1), rng.uniform(0.77, 0.83)
        )
        sock = random_cloth(rng)
        shoes = wardrobe.shoes[rng.integers(len(wardrobe.shoes))]
        worn.append(WornGarment(shoes, (shoe, shoe, sock, sock, shoe), (0.0, 0.0, -0.007, -0.007, 0.0)))
    if not bald:
        style = wardrobe.hair[rng.integers(len(wardrobe.hair))]
        worn.append(WornGarment(style, (hair_material(hair, rng.uniform(0.2, 1)),)))
    elif wardrobe.hats and rng.random() < 0.4:
        worn.append(WornGarment(wardrobe.hats[rng.integers(len(wardrobe.hats))], (random_cloth(rng),)))
    gender, age, _, weight = map(float, base.phenotypes[row][:4])
    appearance = Appearance(1 - darkness, age, gender, weight, clothing)
    eyes = eye_material(IRIS_TONES[rng.integers(len(IRIS_TONES))])
    return dress(base, rest, heads, skin, eyes, worn, appearance)
