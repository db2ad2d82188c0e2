"""Corrections: who is who in a recording, put right in a small file beside it; the recording stays as it is.

``take.people.json`` beside ``take.h5`` holds steps, which are taken in their order::

    {"format": "fastmetro-live-people/1", "steps": [
        {"do": "swap", "people": [1, 2], "frame": 120},   from that frame on each has the other's number
        {"do": "merge", "people": [1, 3]},                all of 3 is 1
        {"do": "split", "people": [1, 4], "frame": 300}   from that frame on 1 is somebody new, 4
    ]}

Frames are counted from 0 as they follow each other in the recording.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from models.errors import UserError
from models.files import open_plain, replacing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FORMAT = "fastmetro-live-people/1"
ENDING = ".people.json"
_LARGEST_FILE = 1 << 20  # bytes
_LARGEST_ID = (1 << 31) - 1

What = Literal["swap", "merge", "split"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A step.

    Attributes
    ----------
    do : what is done.
    people : the two it is about: who are swapped; who stays and who becomes them; who is split, and the new
        number.
    frame : from which on it holds, counted from 0; 0 for a merge.
    """

    do: What
    people: tuple[int, int]
    frame: int = 0


def corrections_file(recording: Path) -> Path:
    """Return where the corrections of a recording lie, whether or not there are some."""
    return recording.with_name(recording.stem + ENDING)


def read_corrections(recording: Path) -> tuple[Correction, ...]:
    """Read the corrections beside a recording; none if there is no file.

    Raises
    ------
    UserError : the file holds something else.
    """
    file = corrections_file(recording)
    try:
        with open_plain(file) as opened:
            content = opened.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise _unusable(file, (error.strerror or str(error)).lower()) from error
    try:
        stored = json.loads(content) if len(content) <= _LARGEST_FILE else None
        if not isinstance(stored, dict) or stored.get("format") != FORMAT:
            raise ValueError("it is of another format")
        return tuple(_step(each) for each in stored["steps"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unusable(file, str(error)) from error


def write_corrections(recording: Path, corrections: Sequence[Correction]) -> None:
    """Write the corrections beside a recording in place of those there; without any, no file is left.

    Raises
    ------
    OSError : the file cannot be written.
    """
    file = corrections_file(recording)
    if not corrections:
        file.unlink(missing_ok=True)
        return
    steps: list[dict[str, Any]] = []
    for each in corrections:
        step: dict[str, Any] = {"do": each.do, "people": list(each.people)}
        steps.append(step if each.do == "merge" else step | {"frame": each.frame})
    with replacing(file) as opened:
        opened.write(json.dumps({"format": FORMAT, "steps": steps}, indent=1).encode())


def corrected(ids: np.ndarray, frames: np.ndarray, corrections: Sequence[Correction]) -> np.ndarray:
    """Return the (N,) ids of people's rows after corrections.

    Parameters
    ----------
    ids, frames : (N,) whose each row is, and of which frame.
    corrections : in their order.

    Raises
    ------
    UserError : a step is about somebody who is not there, or makes two people of a frame one.
    """
    ids = ids.copy()
    for each in corrections:
        one, other = each.people
        from_there = frames >= each.frame
        is_one, is_other = (from_there & (ids == person) for person in each.people)
        fits = not (ids == other).any() if each.do == "split" else is_other.any()
        if not (is_one.any() and fits):
            raise UserError(_no_such_people(each))
        if each.do == "merge":
            both = np.intersect1d(frames[ids == one], frames[ids == other])
            if len(both):
                raise UserError(
                    f"Persons {one} and {other} are both in {len(both)} frames, so they are not one; "
                    "split them where they change first."
                )
        ids[is_one] = one if each.do == "merge" else other
        if each.do != "split":
            ids[is_other] = one
    return ids


def _no_such_people(step: Correction) -> str:
    one, other = step.people
    if step.do == "split":
        return (
            f"From frame {step.frame} on {one} cannot be {other}: {one} must be there, and {other} nowhere."
        )
    return f"Persons {one} and {other} are not both there from frame {step.frame} on; choose others."


def _step(stored: Any) -> Correction:
    do, people, frame = stored["do"], stored["people"], stored.get("frame", 0)
    numbers = [*people, frame]
    if do not in get_args(What) or len(numbers) != 3:
        raise ValueError(f"{do!r} is no step")
    if not all(type(number) is int and 0 <= number <= _LARGEST_ID for number in numbers):
        raise ValueError(f"{numbers} are no people and no frame")
    if people[0] == people[1]:
        raise ValueError(f"{people} are one person")
    return Correction(do, (people[0], people[1]), frame if do != "merge" else 0)


def _unusable(file: Path, why: str) -> UserError:
    return UserError(f"{file.name}, which says who is who, cannot be used ({why}); mend or delete it.")
