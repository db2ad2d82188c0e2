"""Performer: what VMC says of the people of one frame after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.live_out.avatar_pose import AvatarPose
from app.live_out.leader import Leader
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
        self._leader = Leader()
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
        chosen: int | None = None,
    ) -> list[bytes]:
        """Return the datagrams that tell of a frame; none without a leader, or while one is waited for.

        Parameters
        ----------
        people : with their poses.
        template : of a body with a humanoid skeleton.
        time_s : seconds of a clock that only goes forwards.
        chosen : the id of who leads, where that has been decided.
        """
        leader = self._leader.among(people, time_s, chosen)
        if leader is None or leader.pose is None:
            self.sees_somebody = self._leader.is_awaited
            return []
        self.sees_somebody = True
        if template is not self._template:
            self._avatar = AvatarPose(template)
            self._messages = VmcMessages(self._avatar.humanoid.names)
        elif leader.id != self._id:
            self._avatar.begin()
        self._template, self._id = template, leader.id
        pose = self._avatar.of(leader, leader.pose, time_s)
        return self._messages.frame(pose.hips, pose.quaternions, time_s)
