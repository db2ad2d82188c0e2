"""Images of a room with nobody in it, and with a red doll."""

import numpy as np

from models.body.template import BodyTemplate
from tests.fakes.tiny_model import draw_doll

GREY = 90


def empty(size: tuple[int, int] = (320, 240)) -> np.ndarray:
    """Return a grey image of (width, height) pixels."""
    return np.full((size[1], size[0], 3), GREY, np.uint8)


def doll_at(template: BodyTemplate, x: float, y: float = 120.0, scale: float = 100.0) -> np.ndarray:
    """Return an image of the doll with its root at these pixels, in pixels a metre."""
    image = empty()
    draw_doll(image, template, (x, y), scale)
    return image
