"""``python -m models.network.sizes``: how many parameters the networks of the published family have."""

from __future__ import annotations

import numpy as np
import torch

from models.body.template import BodyTemplate, SparseRows
from models.network.config import PUBLISHED_LEVELS, VARIANTS, FastMetroConfig, Kind
from models.network.fastmetro import FastMetro, count_parameters
from models.network.stems import ImageStem


def sizes_only_template(kind: Kind) -> BodyTemplate:
    """Return a template with the levels of the published networks and nothing else, to count by."""
    sizes = PUBLISHED_LEVELS[kind]

    def rows(count: int) -> SparseRows:
        return SparseRows(np.zeros((count, 1), np.int32), np.zeros((count, 1), np.float32))

    return BodyTemplate(
        name="sizes",
        kind=kind,
        v_template=np.zeros((sizes[0], 3), np.float32),
        faces=(),
        level_index=tuple(np.zeros(size, np.int32) for size in sizes[1:]),
        upsampling=tuple(rows(size) for size in sizes[:-1]),
        coarse_adjacency=np.zeros((0, 2), np.int32),
        joint_sets={},
        root=rows(1),
        skeleton=None,
        sha256="",
    )


def published_parameters(config: FastMetroConfig) -> tuple[int, int]:
    """Return the parameters of a published network's backbone, and of all but it."""
    with torch.device("meta"):  # sizes without values
        model = FastMetro(config, sizes_only_template(config.kind))
    assert isinstance(model.stem, ImageStem)
    backbone = count_parameters(model.stem.backbone)
    return backbone, count_parameters(model) - backbone


def main() -> None:
    """Print the parameters of the published family."""
    print(f"{'network':26} {'backbone':>12} {'all but it':>12} {'total':>12}")
    for name, config in VARIANTS.items():
        if config.stem != "landmarks":
            backbone, rest = published_parameters(config)
            print(f"{name:26} {backbone:12,} {rest:12,} {backbone + rest:12,}")


if __name__ == "__main__":
    main()
