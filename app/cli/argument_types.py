"""What the values of the command line may be; each function reads one, or says what is wrong with it."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import get_args

from app.batch.settings import EXPORT_FORMATS, RUN_FORMATS
from app.frame_rates import HIGHEST_RATE, parse_rate
from app.live_out.address import parse_address, parse_listening
from app.live_out.vmc import USUAL_PORT
from app.options import RANGES, View
from app.server.address import parse_server
from models.errors import UserError

PICTURE_ENDINGS = (".png", ".jpg", ".jpeg")
BATCH_FORMATS = (*RUN_FORMATS, *EXPORT_FORMATS)
LARGEST_CROWD = 100  # memory and time grow with them, whether or not they are there
LONGEST_SIDE = 8192


def count(text: str) -> int:
    """Read a whole number from 1 on."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 1 on")
    return number


def people(text: str) -> int:
    """Read a number of people."""
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= LARGEST_CROWD:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of people from 1 to {LARGEST_CROWD}")
    return number


def frame_rate(text: str) -> float:
    """Read frames a second, as a number or a fraction; 29.97 means 30000/1001."""
    rate = parse_rate(text)
    if rate is None:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no frame rate up to {HIGHEST_RATE}, such as 30, 29.97 or 30000/1001"
        )
    return float(rate)


def seconds(text: str) -> float:
    """Read a length of time in seconds."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 60:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0 to 60, such as 0.5")
    return seconds


def moment(text: str) -> float:
    """Read a moment of a recording in seconds."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no moment in seconds from 0 on, such as 2.5")
    return seconds


def field_of_view(text: str) -> float:
    """Read a field of view in degrees."""
    try:
        degrees = float(text)
    except ValueError:
        degrees = 0.0
    if not 1 <= degrees < 180:
        raise argparse.ArgumentTypeError(f"{text!r} is no angle from 1 to 179 degrees, such as 60")
    return degrees


def height(text: str) -> float:
    """Read a person's height in centimetres."""
    low, high = RANGES["height_cm"]
    try:
        centimetres = float(text)
    except ValueError:
        centimetres = 0.0
    if not low <= centimetres <= high:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no height from {low:.0f} to {high:.0f} centimetres, such as 175"
        )
    return centimetres


def smoothing(text: str) -> float:
    """Read how much is smoothed."""
    low, high = RANGES["smoothing"]
    try:
        share = float(text)
    except ValueError:
        share = math.nan
    if not low <= share <= high:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no smoothing from {low:.0f} (none) to {high:.0f} (steady), such as 0.5"
        )
    return share


def view(text: str) -> str:
    """Read the name of a view, with hyphens between its words."""
    names = [name.replace("_", "-") for name in get_args(View)]
    if text not in names:
        raise argparse.ArgumentTypeError(f"{text!r} is no view; give one of {', '.join(names)}")
    return text.replace("-", "_")


def angle(text: str) -> float:
    """Read an angle in degrees."""
    try:
        degrees = float(text)
    except ValueError:
        degrees = math.nan
    if not -360 <= degrees <= 360:
        raise argparse.ArgumentTypeError(f"{text!r} is no angle from -360 to 360 degrees, such as 30")
    return degrees


def size(text: str) -> tuple[int, int]:
    """Read the (width, height) of a picture in pixels."""
    width, height = (int(side) if side.isdecimal() else 0 for side in text.lower().partition("x")[::2])
    if not (1 <= width <= LONGEST_SIDE and 1 <= height <= LONGEST_SIDE):
        raise argparse.ArgumentTypeError(
            f"{text!r} is no size such as 1280x720 with sides from 1 to {LONGEST_SIDE} pixels"
        )
    return width, height


def camera_size(text: str) -> tuple[int, int]:
    """Read the (width, height) that a camera is asked for, in pixels."""
    width, height = (int(side) if side.isdecimal() else 0 for side in text.lower().partition("x")[::2])
    sides = zip((width, height), (RANGES["camera_width"], RANGES["camera_height"]), strict=True)
    if not all(low <= side <= high for side, (low, high) in sides):
        low, high = RANGES["camera_width"]
        raise argparse.ArgumentTypeError(
            f"{text!r} is no size such as 1920x1080 with sides from {low:.0f} to {high:.0f} pixels"
        )
    return width, height


def camera_rate(text: str) -> float:
    """Read the frames a second that a camera is asked for."""
    low, high = RANGES["camera_fps"]
    rate = parse_rate(text)
    if rate is None or not low <= rate <= high:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no frame rate from {low:.0f} to {high:.0f}, such as 60"
        )
    return float(rate)


def recording_file(text: str) -> Path:
    """Read the name of a recording."""
    path = Path(text)
    if path.suffix.lower() != ".h5":
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .h5")
    return path


def shard(text: str) -> tuple[int, int]:
    """Read which part of the inputs to do, and of how many."""
    number, of = (int(part) if part.isdecimal() else 0 for part in text.partition("/")[::2])
    if not 1 <= number <= of:
        raise argparse.ArgumentTypeError(f"{text!r} is no part such as 1/4, from 1/N to N/N")
    return number, of


def batch_formats(text: str) -> tuple[str, ...]:
    """Read the formats that a batch writes."""
    kinds = tuple(dict.fromkeys(word.strip().lower() for word in text.split(",")))
    for kind in kinds:
        if kind not in BATCH_FORMATS:
            raise argparse.ArgumentTypeError(f"{kind!r} is none of the formats {', '.join(BATCH_FORMATS)}")
    return kinds


def vmc_address(text: str) -> str:
    """Read ``HOST[:PORT]`` of a program that shows an avatar."""
    try:
        return str(parse_address(text, USUAL_PORT))
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error


def page_address(text: str) -> str:
    """Read ``[HOST:]PORT`` of this machine."""
    try:
        return str(parse_listening(text))
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error


def server_address(text: str) -> str:
    """Read ``grpc://HOST:PORT`` or ``grpcs://HOST:PORT`` of an inference server."""
    try:
        return str(parse_server(text))
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error


def video_file(text: str) -> Path:
    """Read the name of a video or of a single picture."""
    path = Path(text)
    if path.suffix.lower() not in (".mp4", *PICTURE_ENDINGS):
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .mp4 (or .png, .jpg for one picture)")
    return path
