"""Arguments that several commands share: of a camera, and of what the network runs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from app.cli.argument_types import camera_rate, camera_size, field_of_view
from app.options import Device, PixelFormat

if TYPE_CHECKING:
    import argparse


def add_camera(parser: argparse.ArgumentParser) -> None:
    """Let a camera be asked for a size, a rate and a format."""
    parser.add_argument(
        "--camera-size",
        type=camera_size,
        metavar="WxH",
        help="ask a camera for this size in pixels (1280x720); it may give another, which is then said",
    )
    parser.add_argument(
        "--camera-fps", type=camera_rate, metavar="RATE", help="likewise for frames a second (30)"
    )
    parser.add_argument(
        "--camera-format",
        choices=get_args(PixelFormat),
        help="likewise for how it sends pixels: MJPG is JPEG, the others are raw; 'auto' takes MJPG where "
        "raw pictures would be too many bytes for USB 2",
    )


def add_device(parser: argparse.ArgumentParser) -> None:
    """Let the network's device be chosen."""
    parser.add_argument(
        "--device",
        choices=get_args(Device),
        help="what the network runs on: 'auto' tries what is there and takes the quickest that gives the "
        "CPU's results; any other fails where it does not work",
    )


def add_fov(parser: argparse.ArgumentParser) -> None:
    """Let the camera's field of view be told."""
    parser.add_argument(
        "--fov",
        type=field_of_view,
        metavar="DEG",
        help="the camera's horizontal field of view in degrees, which places people in the room (what a "
        "photo's file tells, else 60)",
    )
