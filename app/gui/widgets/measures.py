"""The measures of the window, in pixels that the screen's scale multiplies."""

from __future__ import annotations

from models.inference.paths import ASSETS

ICONS = ASSETS / "icons"

GRID = 8  # every distance is a multiple
EDGE = 2 * GRID  # from the rim of the picture to what floats on it
CONTROL = 32  # height of a control
RADIUS = 8
PANEL_WIDTH = 320
ICON = 20
MOTION_MS = 150
TILE = (224, 180)  # width and height of what shows a camera
