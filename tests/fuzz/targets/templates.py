"""Body templates: damaged, swelling and senseless ``.npz`` files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.body.template import load_template
from tests.fakes.tiny_model import make_template
from tests.fuzz.mutation import mutate_npz
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path


class Templates(Target):
    """Reads templates and uses what was read as the program does."""

    def make_seeds(self) -> None:
        make_template(self.seeds / "doll.npz")

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        path = folder / "body.npz"
        path.write_bytes(mutate_npz(rng, (self.seeds / "doll.npz").read_bytes()))
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        template = load_template(case)
        template.centred(template.v_template)
        template.mirrored()
        for joints in template.joint_sets.values():
            joints.regress(template.v_template)
        assert template.coarse_mask.shape == (template.level_sizes[-1],) * 2
        template.from_middle(template.root)
