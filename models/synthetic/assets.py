"""What rendered people are made of: body, clothes, skin, poses and environment maps."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from models.body.template import BodyTemplate, load_template
from models.inference.paths import ASSETS
from models.synthetic.anny_base import load_base, template_rows
from models.synthetic.garments import load_wardrobe
from models.synthetic.lighting import EnvironmentMap, load_environment_maps
from models.synthetic.outfits import random_character
from models.synthetic.poses import PoseCorpus, load_poses
from models.synthetic.skin_texture import load_skin_masks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import numpy as np

    from models.synthetic.character import Character


@dataclass(frozen=True, slots=True, eq=False)
class RenderAssets:
    """Everything that rendered images are made of.

    Attributes
    ----------
    template : the body that the ground truth is given on.
    dress : draws a character.
    parents : (J,) of the bones of those characters.
    rows : (V,) of a character's vertices that are the template's.
    skin_masks : (T, T, 5) uint8 masks of the skin.
    corpus : motion capture, or None for procedural postures only.
    environment_maps : what lights the people and stands behind them.
    """

    template: BodyTemplate
    dress: Callable[[np.random.Generator], Character]
    parents: np.ndarray
    rows: np.ndarray
    skin_masks: np.ndarray
    corpus: PoseCorpus | None
    environment_maps: tuple[EnvironmentMap, ...]


def load_assets(clothes: Path, poses: Path | None, hdri: Path | None, cache: Path) -> RenderAssets:
    """Read or build all that is rendered (minutes the first time, then it lies in ``cache``)."""
    template = load_template(ASSETS / "anny.npz")
    base = load_base(cache)
    return RenderAssets(
        template=template,
        dress=partial(random_character, base, load_wardrobe(clothes)),
        parents=base.parents,
        rows=template_rows(cache, template),
        skin_masks=load_skin_masks(cache, base),
        corpus=load_poses(poses) if poses else None,
        environment_maps=tuple(load_environment_maps(hdri)) if hdri else (),
    )
