"""VmcMessages: an avatar's pose as the datagrams of the Virtual Motion Capture Protocol.

Messages and arguments: https://protocol.vmc.info/english (performer to marionette).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pythonosc.osc_message import OscMessage

LARGEST_DATAGRAM = 1400  # bytes; larger ones are cut in pieces on their way, and one lost piece loses all
_BUNDLE_HEAD, _SIZE_HEAD = 16, 4  # bytes of OSC before a bundle's messages, and before each of them
_TIME = struct.Struct(">f")
_POSE_SIZE = 28  # bytes of the last arguments of a pose: position x, y, z, rotation x, y, z, w, as _STILL
_STILL = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
_CALIBRATED, _NORMAL_MODE = 3, 0


class VmcMessages:
    """Writes frame after frame: all but their numbers is made once.

    Parameters
    ----------
    names : Unity's of the bones that are sent, the hips first.
    """

    def __init__(self, names: Sequence[str]) -> None:
        bundles: list[list[OscMessage]] = [_state_messages(0.0, is_there=True), []]
        for message in (_pose_message("/VMC/Ext/Bone/Pos", name) for name in names):
            if _bundle_size([*bundles[-1], message]) > LARGEST_DATAGRAM:
                bundles.append([])
            bundles[-1].append(message)
        self._content = bytearray().join(_bundle(messages) for messages in bundles)
        self._ends = np.cumsum([_bundle_size(messages) for messages in bundles]).tolist()
        ends = [_message_ends(messages) for messages in bundles]
        self._time_at = ends[0][1] - _TIME.size
        starts = np.array([0, *self._ends])
        poses_end = [
            start + end for start, of_one in zip(starts[1:], ends[1:], strict=False) for end in of_one
        ]
        self._poses_at = np.array(poses_end)[:, None] + np.arange(-_POSE_SIZE, 0)  # (H, 28)

    def frame(self, hips: np.ndarray, quaternions: np.ndarray, time_s: float) -> list[bytes]:
        """Return the datagrams of a frame.

        Parameters
        ----------
        hips : (3,) metres, Unity's axes; the other bones' positions are 0, as they are the avatar's own.
        quaternions : (H, 4) local rotations x, y, z, w against the T-pose, Unity's axes.
        time_s : seconds of a clock that only goes forwards.
        """
        numbers = np.zeros((len(self._poses_at), 7), ">f4")
        numbers[0, :3] = hips
        numbers[:, 3:] = quaternions
        np.frombuffer(self._content, np.uint8)[self._poses_at] = numbers.view(np.uint8)
        _TIME.pack_into(self._content, self._time_at, time_s)
        content = bytes(self._content)
        return [content[start:end] for start, end in zip([0, *self._ends], self._ends, strict=False)]


def nobody(time_s: float) -> bytes:
    """Return the datagram that says that there is nobody to move an avatar, at a time in seconds."""
    return _bundle(_state_messages(time_s, is_there=False))


def _state_messages(time_s: float, *, is_there: bool) -> list[OscMessage]:
    """Return the messages of whether somebody is there, of the time, and of the room's own place."""
    there = OscMessageBuilder("/VMC/Ext/OK")
    for value in (int(is_there), _CALIBRATED, _NORMAL_MODE, int(is_there)):
        there.add_arg(value, OscMessageBuilder.ARG_TYPE_INT)
    clock = OscMessageBuilder("/VMC/Ext/T")
    clock.add_arg(time_s, OscMessageBuilder.ARG_TYPE_FLOAT)
    return [there.build(), clock.build(), _pose_message("/VMC/Ext/Root/Pos", "root")]


def _pose_message(address: str, name: str) -> OscMessage:
    builder = OscMessageBuilder(address)
    builder.add_arg(name, OscMessageBuilder.ARG_TYPE_STRING)
    for number in _STILL:
        builder.add_arg(number, OscMessageBuilder.ARG_TYPE_FLOAT)
    return builder.build()


def _bundle_size(messages: Sequence[OscMessage]) -> int:
    return _BUNDLE_HEAD + sum(_SIZE_HEAD + message.size for message in messages)


def _message_ends(messages: Sequence[OscMessage]) -> list[int]:
    """Return where each message ends in their bundle."""
    return [_bundle_size(messages[: i + 1]) for i in range(len(messages))]


def _bundle(messages: Sequence[OscMessage]) -> bytes:
    builder = OscBundleBuilder(IMMEDIATELY)
    for message in messages:
        builder.add_content(message)
    return builder.build().dgram
