"""What a photo's EXIF record tells of the camera."""

from __future__ import annotations

import io
import logging
import struct
import warnings

import numpy as np
from PIL import Image

log = logging.getLogger(__name__)

EXIF_IFD, FOCAL_LENGTH_35MM = 0x8769, 0xA405  # of EXIF 2.3
FILM_DIAGONAL_MM = float(np.hypot(36, 24))
FOV_DEG = (5.0, 150.0)  # records outside it are wrong


def fov_from_exif(content: bytes, size: tuple[int, int]) -> float | None:
    """Return the horizontal field of view in degrees by the focal length as of 35 mm film, None without one.

    Parameters
    ----------
    content : of the image file.
    size : (width, height) of the image as it is shown, turned as the record says.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # of damage, which shows here as no focal length
            record = Image.open(io.BytesIO(content)).getexif()
            focal_mm = float(record.get_ifd(EXIF_IFD).get(FOCAL_LENGTH_35MM, 0))
    except (OSError, SyntaxError, ValueError, TypeError, struct.error) as error:
        log.debug("EXIF cannot be read (%s)", error)
        return None
    if not focal_mm > 0:  # also what cameras write that do not know
        return None
    # Equivalent lenses see the same along the diagonal (CIPA DCG-001).
    focal_px = focal_mm / FILM_DIAGONAL_MM * np.hypot(*size)
    fov_deg = float(np.degrees(2 * np.arctan(size[0] / 2 / focal_px)))
    return fov_deg if FOV_DEG[0] <= fov_deg <= FOV_DEG[1] else None
