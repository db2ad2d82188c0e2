"""Avatar: moved by the recording that is played, as live people move it. No Qt here."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.live.leading import Leading
from app.live.live_bones import LiveBones
from app.live.outputs import OutputStatus
from app.live_out.vmc import VmcOutput
from app.recordings.motion.template import template_of
from app.recordings.poses import pose_fits
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.recordings.schema import RecordingInfo
    from app.types import Person
    from models.body.template import BodyTemplate


class Avatar:
    """An avatar at the address that the options name, by VMC; none where they name nothing.

    Attributes
    ----------
    output : what sends; None for nothing.
    """

    def __init__(self) -> None:
        self._address = self._failure = ""
        self.output: VmcOutput | None = None

    def open(self, address: str) -> None:
        """Send to this address from now on; an empty one ends it."""
        if address == self._address:
            return
        self.close()
        self._address = address
        if address:
            try:
                self.output = VmcOutput(address)
            except UserError as error:
                self.refuse(str(error))

    def refuse(self, sentence: str) -> None:
        """Say why the present recording cannot move an avatar; empty: it can."""
        self._failure = sentence

    def status(self) -> OutputStatus | None:
        """Return how it does; None where nothing is sent."""
        if self._failure:
            return OutputStatus("failed", self._failure)
        return None if self.output is None else self.output.status()

    def close(self) -> None:
        """Send nothing any more."""
        output, self.output = self.output, None
        self._address = self._failure = ""
        if output is not None:
            output.close()


class Performance:
    """Moves an avatar by one recording, in the thread that plays it.

    Parameters
    ----------
    avatar : where there is one now.
    info : of the recording.
    ids : of all people in it.
    """

    def __init__(self, avatar: Avatar, info: RecordingInfo, ids: Collection[int]) -> None:
        self._avatar, self._info, self._ids = avatar, info, ids
        self._leading = Leading()

    def show(self, people: tuple[Person, ...], time_s: float) -> None:
        """Send the people of a frame, at its time in the recording."""
        width = max(self._info.width, 1)  # unknown in a recording that lost its facts
        leader = self._leading.follow(people, width, time_s)
        output = self._avatar.output
        if output is None:
            return
        try:
            template = self._template
        except UserError as error:
            self._avatar.refuse(str(error))
            return
        self._avatar.refuse("")
        skeleton = template.skeleton
        if skeleton is not None:
            people = tuple(
                replace(person, pose=None) if person.pose and not pose_fits(person.pose, skeleton) else person
                for person in people
            )
            people = self._bones.of_everybody(people, self._ids)
        output.send(people, template, leader)

    @cached_property
    def _template(self) -> BodyTemplate:
        return template_of(self._info)

    @cached_property
    def _bones(self) -> LiveBones:
        return LiveBones(self._template)
