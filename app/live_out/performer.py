"""Performer: what VMC says of the people of one frame after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.live_out.avatar_pose import AvatarPose
from app.live_out.vmc_messages import VmcMessages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.types import Person
    from models.body.template import BodyTemplate


class Performer:
    """Follows the leading person, and begins anew at the origin whenever somebody else leads.

    Attributes
    ----------
    sees_somebody : whether there is a leader.
    """

    def __init__(self) -> None:
        self._template: BodyTemplate | None = None
        self._id: int | None = None
        self._avatar: AvatarPose
        self._messages: VmcMessages
        self.sees_somebody = False

    def frame(
        self,
        people: Sequence[Person],
        template: BodyTemplate,
        time_s: float,
        leader: int | None,
    ) -> list[bytes]:
        """Return the datagrams that tell of a frame; none without a leader, or while one is away.

        Parameters
        ----------
        people : with their poses.
        template : of a body with a humanoid skeleton.
        time_s : seconds of a clock that only goes forwards.
        leader : the id of who leads, present or away for a moment.
        """
        self.sees_somebody = leader is not None
        person = next((person for person in people if person.id == leader), None)
        if person is None or person.pose is None:
            return []
        if template is not self._template:
            self._avatar = AvatarPose(template)
            self._messages = VmcMessages(self._avatar.humanoid.names)
        elif leader != self._id:
            self._avatar.begin()
        self._template, self._id = template, leader
        pose = self._avatar.of(person, person.pose, time_s)
        return self._messages.frame(pose.hips, pose.quaternions, time_s)
