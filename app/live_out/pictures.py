"""Pictures as bytes for browsers and video readers."""

from __future__ import annotations

import cv2
import numpy as np
from simplejpeg import encode_jpeg

from app.drawing.painter import blend
from models.rendering.mesh_renderer import Rendering

Key = tuple[int, int, int]  # the colour behind people that another program takes away: red, green, blue

QUALITY = 85  # of JPEG; no edge of a mesh shows blocks
# The quickest to write of those that OpenCV offers: 6 ms for a person of 360 x 660 pixels, where its own
# choice takes 11 and more bytes.
_PNG = [
    *(cv2.IMWRITE_PNG_COMPRESSION, 1),
    *(cv2.IMWRITE_PNG_FILTER, cv2.IMWRITE_PNG_FILTER_UP),
    *(cv2.IMWRITE_PNG_STRATEGY, cv2.IMWRITE_PNG_STRATEGY_RLE),
]


def jpeg(image: np.ndarray) -> bytes:
    """Return an (H, W, 3) uint8 RGB image as JPEG."""
    return encode_jpeg(np.ascontiguousarray(image), QUALITY, "RGB", "420")


def keyed_jpeg(cutout: np.ndarray, key: Key) -> bytes:
    """Return people before one colour as JPEG.

    Parameters
    ----------
    cutout : (H, W, 4) uint8, red, green and blue multiplied by alpha.
    key : the colour.
    """
    height, width = cutout.shape[:2]
    image = np.empty((height, width, 3), np.uint8)
    cv2.rectangle(image, (0, 0), (width, height), key, cv2.FILLED)
    blend(image, Rendering(*_covered(cutout)))
    # Colours at full resolution: the halved ones of usual JPEGs would leave a fringe of the key.
    return encode_jpeg(image, QUALITY, "RGB", "444")


def cropped_png(cutout: np.ndarray) -> tuple[bytes, tuple[int, int]]:
    """Return the part of a cutout that is not transparent as PNG, one pixel if all is, and its left and top.

    Parameters
    ----------
    cutout : (H, W, 4) uint8, red, green and blue multiplied by alpha; those of a PNG are not.
    """
    left, top, part = _covered(cutout)
    # A hologram shines: it adds light where it covers little, which a PNG can only have by covering more.
    alpha = cv2.max(*(cv2.max(part[..., i], part[..., i + 1]) for i in (0, 2)))
    colours = cv2.divide(cv2.cvtColor(part, cv2.COLOR_RGBA2BGR), cv2.merge([alpha] * 3), scale=255)
    whole, content = cv2.imencode(".png", cv2.merge([*cv2.split(colours), alpha]), _PNG)
    assert whole
    return content.tobytes(), (left, top)


def _covered(cutout: np.ndarray) -> tuple[int, int, np.ndarray]:
    """Return left and top of what is not transparent, and that part, of one pixel at least."""
    left, top, width, height = cv2.boundingRect(cv2.extractChannel(cutout, 3))
    return left, top, cutout[top : top + max(height, 1), left : left + max(width, 1)]
