"""Where FastMETRO's limb joints lie in a mesh as people label them in pictures: at COCO's places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.body.joints import COCO17, COCO_OF, FASTMETRO14
from models.body.template import SparseRows

if TYPE_CHECKING:
    from models.body.template import BodyTemplate

LIMB_JOINTS = 12  # the first of FastMETRO's; neck and head follow
OF_COCO = tuple(COCO17.index(COCO_OF[name]) for name in FASTMETRO14[:LIMB_JOINTS])
"""Their places among COCO's."""


def labelled_limbs(template: BodyTemplate) -> SparseRows | None:
    """Return the rows that make the 12 limb joints of a mesh; None where the template has no COCO joints."""
    coco = template.joint_sets.get("coco17")
    if coco is None:
        return None
    chosen = list(OF_COCO)
    return SparseRows(coco.rows.index[chosen], coco.rows.weight[chosen])
