"""What joints are called in the window."""

from __future__ import annotations

from app.gui.languages.language import later, tr

_SIDES = {"L": "Left", "R": "Right"}
# As they are made of the names in models; others stay as they are.
KNOWN = (
    later("Right ankle"),
    later("Right knee"),
    later("Right hip"),
    later("Right wrist"),
    later("Right elbow"),
    later("Right shoulder"),
    later("Left ankle"),
    later("Left knee"),
    later("Left hip"),
    later("Left wrist"),
    later("Left elbow"),
    later("Left shoulder"),
    later("Neck"),
    later("Head"),
    later("Wrist"),
    later("Thumb"),
    later("Index"),
    later("Middle"),
    later("Ring"),
    later("Pinky"),
)


def joint_name(joint: str) -> str:
    """Return a joint's name as people say it: ``L_Elbow`` is the left elbow."""
    first, _, rest = joint.partition("_")
    if first in _SIDES and rest:
        english = f"{_SIDES[first]} {rest.lower()}"
    elif first in KNOWN and rest.isdecimal():
        return f"{tr(first)} {rest}"
    else:
        english = joint.replace("_", " ")
    return tr(english)
