"""The room of the sample clip: lived in, with two tall windows on the left and open floor in front."""

from __future__ import annotations

import numpy as np

from models.sample_clip.path_tracer import BOOKS, GLOW, PAINT, PICTURE, PLANKS, RUG, Room

Triple = tuple[float, float, float]

LEFT, RIGHT, BACK, FRONT, CEILING = -2.7, 3.0, 2.3, -5.6, -2.75  # metres; the floor is 0
BLACK, WHITE, OAK = (0.0, 0.0, 0.0), (0.72, 0.71, 0.68), (0.40, 0.25, 0.14)
WINDOWS = ((-3.9, -2.3), (-1.7, -0.1))  # metres along the left wall


class _Boxes:
    """Boxes as they are put up, each with its surface; see :class:`models.sample_clip.path_tracer.Room`."""

    def __init__(self) -> None:
        self.corners: list[tuple[float, ...]] = []
        self.surfaces: list[tuple[float, ...]] = []

    def add(
        self,
        low: Triple,
        high: Triple,
        kind: int,
        colour: Triple,
        second: Triple = BLACK,
        extra: float = 0.0,
    ) -> None:
        self.corners.append((*low, *high))
        self.surfaces.append((kind, *colour, *second, extra))


def studio_room() -> Room:
    """Return the room."""
    boxes = _Boxes()
    _put_shell(boxes)
    _put_cabinet(boxes)
    _hang_pictures(boxes)
    _put_sofa(boxes)
    boxes.add((-1.35, -0.013, -0.75), (1.15, 0, 0.95), RUG, (0.52, 0.47, 0.40), (0.20, 0.14, 0.13), -0.1)
    _frame_windows(boxes)
    edges = np.array([((LEFT, -2.35, z0), (0, 0, z1 - z0), (0, 1.75, 0)) for z0, z1 in WINDOWS], np.float32)
    inward = np.cross(edges[:, 1], edges[:, 2])[:, 0] > 0
    edges[~inward] = edges[~inward][:, [0, 2, 1]]
    return Room(
        boxes=np.array(boxes.corners, np.float32),
        surfaces=np.array(boxes.surfaces, np.float32),
        windows=edges,
        sky=np.array([8.6, 9.0, 9.6], np.float32),
    )


def _put_shell(boxes: _Boxes) -> None:
    """Put up the room itself, its floor, ceiling, back wall and skirting boards."""
    boxes.add((LEFT, CEILING, FRONT), (RIGHT, 0, BACK), PAINT, (0.50, 0.485, 0.455))
    boxes.add((LEFT, -0.004, FRONT), (RIGHT, 0.02, BACK), PLANKS, (0.36, 0.235, 0.14))
    boxes.add((LEFT, CEILING - 0.1, FRONT), (RIGHT, CEILING + 0.004, BACK), PAINT, (0.62, 0.62, 0.60))
    boxes.add((LEFT, CEILING, BACK - 0.004), (RIGHT, 0, BACK + 0.1), PAINT, (0.36, 0.43, 0.42))
    boxes.add((LEFT, -0.11, BACK - 0.022), (RIGHT, 0, BACK), PAINT, WHITE)
    boxes.add((RIGHT - 0.018, -0.11, FRONT), (RIGHT, 0, BACK), PAINT, WHITE)


def _put_cabinet(boxes: _Boxes) -> None:
    """Put up a low cabinet with books in it, and a lamp and more books on it."""
    boxes.add((0.95, -0.78, BACK - 0.42), (2.75, -0.74, BACK - 0.02), PAINT, OAK)
    boxes.add((0.95, -0.74, BACK - 0.42), (0.99, -0.06, BACK - 0.02), PAINT, OAK)
    boxes.add((2.71, -0.74, BACK - 0.42), (2.75, -0.06, BACK - 0.02), PAINT, OAK)
    boxes.add((0.99, -0.40, BACK - 0.40), (2.71, -0.37, BACK - 0.02), PAINT, OAK)
    boxes.add((0.95, -0.10, BACK - 0.42), (2.75, -0.06, BACK - 0.02), PAINT, OAK)
    boxes.add((0.99, -0.74, BACK - 0.05), (2.71, -0.10, BACK - 0.03), PAINT, (0.25, 0.16, 0.09))
    for x0, x1, y, height, seed in (
        (1.02, 1.75, -0.40, 0.25, 0.3),
        (1.95, 2.50, -0.40, 0.23, 1.7),
        (1.10, 1.60, -0.10, 0.22, 2.9),
        (1.80, 2.66, -0.10, 0.24, 4.1),
    ):
        boxes.add((x0, y - height, BACK - 0.34), (x1, y, BACK - 0.08), BOOKS, (0.3, 0.3, 0.3), extra=seed)
    boxes.add((2.30, -0.81, BACK - 0.32), (2.52, -0.78, BACK - 0.10), PAINT, (0.1, 0.1, 0.1))
    boxes.add((2.395, -1.10, BACK - 0.225), (2.425, -0.81, BACK - 0.195), PAINT, (0.3, 0.22, 0.1))
    lamp, shine = (0.7, 0.6, 0.45), (2.6, 1.75, 0.95)
    boxes.add((2.26, -1.36, BACK - 0.36), (2.56, -1.10, BACK - 0.06), GLOW, lamp, shine)
    for i, colour in enumerate(((0.45, 0.12, 0.08), (0.10, 0.20, 0.26), (0.55, 0.50, 0.40))):
        low = -0.81 - 0.035 * i
        boxes.add(
            (1.15 + 0.02 * i, low, BACK - 0.33), (1.45 - 0.03 * i, low + 0.032, BACK - 0.11), PAINT, colour
        )


def _hang_pictures(boxes: _Boxes) -> None:
    """Hang two pictures on the back wall: frame, mount and the picture itself."""
    for x, y, w, h, one, two, seed in (
        (1.42, -1.72, 0.36, 0.48, (0.75, 0.7, 0.6), (0.08, 0.16, 0.22), 3.0),
        (-1.55, -1.70, 0.62, 0.44, (0.7, 0.62, 0.5), (0.35, 0.10, 0.05), 8.0),
    ):
        for margin, depth, kind, colour, second, extra in (
            (0.0, 0.03, PAINT, (0.05, 0.045, 0.04), BLACK, 0.0),
            (0.025, 0.034, PAINT, (0.82, 0.81, 0.78), BLACK, 0.0),
            (0.11, 0.037, PICTURE, one, two, seed),
        ):
            low = (x - w + margin, y - h + margin, BACK - depth)
            boxes.add(low, (x + w - margin, y + h - margin, BACK), kind, colour, second, extra)


def _put_sofa(boxes: _Boxes) -> None:
    """Put a sofa against the back wall."""
    cloth, cushion = (0.17, 0.20, 0.26), (0.19, 0.22, 0.29)
    boxes.add((-2.45, -0.42, BACK - 0.85), (-0.55, -0.10, BACK - 0.08), PAINT, cloth)
    boxes.add((-2.45, -0.82, BACK - 0.28), (-0.55, -0.42, BACK - 0.06), PAINT, cloth)
    for x in (-2.55, -0.60):
        boxes.add((x, -0.58, BACK - 0.87), (x + 0.16, -0.10, BACK - 0.06), PAINT, cloth)
    for x in (-2.38, -1.48):
        boxes.add((x, -0.52, BACK - 0.88), (x + 0.86, -0.425, BACK - 0.26), PAINT, cushion)
    boxes.add((-2.25, -0.80, BACK - 0.40), (-1.85, -0.52, BACK - 0.27), PAINT, (0.55, 0.33, 0.12))
    for x in (-2.42, -0.62):
        for z in (BACK - 0.80, BACK - 0.15):
            boxes.add((x, -0.10, z), (x + 0.05, 0, z + 0.05), PAINT, (0.08, 0.06, 0.04))


def _frame_windows(boxes: _Boxes) -> None:
    """Put lintels, sills, jambs and a bar around each window."""
    for z0, z1 in WINDOWS:
        middle = (z0 + z1) / 2
        for low, high in (
            ((LEFT, -2.43, z0 - 0.08), (LEFT + 0.05, -2.35, z1 + 0.08)),
            ((LEFT, -0.60, z0 - 0.08), (LEFT + 0.14, -0.55, z1 + 0.08)),
            ((LEFT, -2.35, z0 - 0.08), (LEFT + 0.05, -0.60, z0)),
            ((LEFT, -2.35, z1), (LEFT + 0.05, -0.60, z1 + 0.08)),
            ((LEFT, -2.35, middle - 0.025), (LEFT + 0.04, -0.60, middle + 0.025)),
        ):
            boxes.add(low, high, PAINT, WHITE)
