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
_POSE = struct.Struct(">7f")  # the last arguments of a pose: position x, y, z, rotation x, y, z, w
_STILL = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
_CALIBRATED, _NORMAL_MODE = 3, 0


class VmcMessages:
    """Writes frame after frame; the messages of the bones but for their numbers are made once.

    Parameters
    ----------
    names : Unity's of the bones that are sent, the hips first.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._count = len(names)
        self._bundles: list[bytearray] = []
        self._places: list[tuple[bytearray, int]] = []  # of each bone's numbers
        bundle: list[OscMessage] = []
        for message in (_pose_message("/VMC/Ext/Bone/Pos", name) for name in names):
            if _bundle_size([*bundle, message]) > LARGEST_DATAGRAM:
                self._add(bundle)
                bundle = []
            bundle.append(message)
        self._add(bundle)

    def _add(self, messages: Sequence[OscMessage]) -> None:
        content = bytearray(_bundle(messages))
        self._bundles.append(content)
        end = _BUNDLE_HEAD
        for message in messages:
            end += _SIZE_HEAD + message.size
            self._places.append((content, end - _POSE.size))

    def frame(self, hips: np.ndarray, quaternions: np.ndarray, time_s: float) -> list[bytes]:
        """Return the datagrams of a frame.

        Parameters
        ----------
        hips : (3,) metres, Unity's axes; the other bones' positions are 0, as they are the avatar's own.
        quaternions : (H, 4) local rotations x, y, z, w against the T-pose, Unity's axes.
        time_s : seconds of a clock that only goes forwards.
        """
        numbers = np.zeros((self._count, 7))
        numbers[0, :3] = hips
        numbers[:, 3:] = quaternions
        for (content, place), pose in zip(self._places, numbers.tolist(), strict=True):
            _POSE.pack_into(content, place, *pose)
        return [_state(time_s, is_there=True), *(bytes(content) for content in self._bundles)]


def nobody(time_s: float) -> bytes:
    """Return the datagram that says that there is nobody to move an avatar, at a time in seconds."""
    return _state(time_s, is_there=False)


def _state(time_s: float, *, is_there: bool) -> bytes:
    """Return the datagram of whether somebody is there, the time, and the room's own place."""
    there = OscMessageBuilder("/VMC/Ext/OK")
    for value in (int(is_there), _CALIBRATED, _NORMAL_MODE, int(is_there)):
        there.add_arg(value, OscMessageBuilder.ARG_TYPE_INT)
    clock = OscMessageBuilder("/VMC/Ext/T")
    clock.add_arg(time_s, OscMessageBuilder.ARG_TYPE_FLOAT)
    return _bundle([there.build(), clock.build(), _pose_message("/VMC/Ext/Root/Pos", "root")])


def _pose_message(address: str, name: str) -> OscMessage:
    builder = OscMessageBuilder(address)
    builder.add_arg(name, OscMessageBuilder.ARG_TYPE_STRING)
    for number in _STILL:
        builder.add_arg(number, OscMessageBuilder.ARG_TYPE_FLOAT)
    return builder.build()


def _bundle_size(messages: Sequence[OscMessage]) -> int:
    return _BUNDLE_HEAD + sum(_SIZE_HEAD + message.size for message in messages)


def _bundle(messages: Sequence[OscMessage]) -> bytes:
    builder = OscBundleBuilder(IMMEDIATELY)
    for message in messages:
        builder.add_content(message)
    return builder.build().dgram
