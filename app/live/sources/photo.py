"""A photo's file, which is not trusted: what it is by its content, and its picture."""

from __future__ import annotations

import io
import struct
import warnings
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageOps

from app.live.sources.base import SourceError
from app.live.sources.exif import fov_from_exif

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")  # Pillow's names
MAX_PIXELS = 100_000_000  # 300 MB of RGB
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")  # ISO/IEC 23008-12
# What Pillow's readers raise on damage.
_DAMAGE = (
    *(OSError, SyntaxError, ValueError, TypeError, EOFError, LookupError, ArithmeticError, struct.error),
    RuntimeError,  # its AVIF reader
)


def photo_format(path: Path) -> str | None:
    """Return which of :data:`FORMATS` a file's content is, None for something else."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=FORMATS) as photo:
            return photo.format
    except Image.DecompressionBombError:
        return "claims to be huge"  # a photo; reading it says so
    except (*_DAMAGE, MemoryError):  # JPEG 2000 is read by the lengths that it claims
        return None


def is_still(path: Path) -> bool:
    """Return whether a file's content is a photo, and no moving GIF, which is a video."""
    if photo_format(path) != "GIF":
        return photo_format(path) is not None
    try:
        with Image.open(path, formats=("GIF",)) as photo:
            return not getattr(photo, "is_animated", False)
    except _DAMAGE:
        return True


def is_heic(path: Path) -> bool:
    """Return whether a file's content is HEIC, as of iPhones, which needs a licensed decoder."""
    try:
        with path.open("rb") as file:
            start = file.read(12)
    except OSError:
        return False
    return start[4:8] == b"ftyp" and start[8:] in HEIC_BRANDS and photo_format(path) is None


def read_image(path: Path) -> tuple[np.ndarray, float | None]:
    """Read an image of any depth and channel count, turned as its EXIF record says.

    Returns
    -------
    image : (H, W, 3) uint8 RGB.
    fov_deg : its horizontal field of view in degrees, None if the file does not tell.

    Raises
    ------
    SourceError : the file is missing, no picture or too large.
    """
    if is_heic(path):
        raise SourceError(f"{path.name} is a HEIC photo, which cannot be read here; save it as JPEG or PNG.")
    try:
        content = np.fromfile(path, np.uint8)  # cv2.imread cannot open every path on Windows
    except OSError as error:
        raise SourceError(f"{path.name} could not be read ({error.strerror}).") from error
    _require_size(path, content.tobytes())
    image = _decode(content)
    if image is None:
        raise SourceError(
            f"{path.name} is no picture that can be read; choose a JPEG, PNG, WebP, AVIF or TIFF file."
        )
    return image, fov_from_exif(content.tobytes(), (image.shape[1], image.shape[0]))


def _require_size(path: Path, content: bytes) -> None:
    """Refuse a photo by what its header claims, before anything is decoded."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(content)) as photo:
            is_huge = photo.width * photo.height > MAX_PIXELS
    except Image.DecompressionBombError:  # beyond Pillow's own limit
        is_huge = True
    except _DAMAGE:
        return  # Pillow cannot read it; whether OpenCV can is to be seen
    if is_huge:
        raise SourceError(
            f"{path.name} claims to have more than {MAX_PIXELS // 10**6} million pixels; make it smaller."
        )


def _decode(content: np.ndarray) -> np.ndarray | None:
    """Return the (first) picture as (H, W, 3) uint8 RGB, upright; None where there is none."""
    is_avif = bytes(content[4:12]) in (b"ftypavif", b"ftypavis", b"ftypmif1")
    try:
        # OpenCV does not turn AVIF as its EXIF record says.
        image = cv2.imdecode(content, cv2.IMREAD_COLOR_RGB) if content.size and not is_avif else None
    except cv2.error:  # a size beyond OpenCV's limit
        image = None
    if image is not None:
        return image
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(io.BytesIO(content.tobytes()), formats=FORMATS) as photo,
        ):
            return np.array(ImageOps.exif_transpose(photo).convert("RGB"))
    except _DAMAGE:
        return None
