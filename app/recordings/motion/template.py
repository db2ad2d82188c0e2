"""The body template that a recording was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import UserError
from models.inference.store import installed_template

if TYPE_CHECKING:
    from app.recordings.schema import RecordingInfo
    from models.body.template import BodyTemplate


def template_of(info: RecordingInfo) -> BodyTemplate:
    """Return the body template that a recording was made with.

    Raises
    ------
    UserError : it is not installed.
    """
    template = installed_template(info.template_sha256)
    if template is None:
        raise UserError(
            f"The body '{info.body}' of this recording is not installed; import the model {info.model} "
            "again, or export to npz, csv, obj, ply or pc2, which do without."
        )
    return template


def rigged_template_of(info: RecordingInfo) -> BodyTemplate:
    """Return the template if it has bones.

    Raises
    ------
    UserError : it is not installed or has no bones.
    """
    template = template_of(info)
    if template.skeleton is None:
        raise UserError(
            f"The body '{info.body}' has no bones here, which this format needs; "
            "export to npz, csv, obj, ply or pc2."
        )
    return template
