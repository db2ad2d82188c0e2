"""JointCard: the angle and the speed of a joint over the last seconds, on the live picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.curve_plot import CurvePlot
from app.recordings.motion.joint_curves import unit_of

if TYPE_CHECKING:
    from app.recordings.motion.joint_curves import JointPaths, Quantity

WIDTH, PLOT = 300, 104
SHOWN: dict[Quantity, str] = {"angle": "Angle", "speed": "Speed"}
_SIDES = {"L": "Left", "R": "Right"}


class JointCard(QFrame):
    """Shows curves of one joint of one person.

    Signals
    -------
    closed : it is no longer wanted.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "glass")
        self.setAccessibleName("Motion of a joint")
        self.heading = QLabel()
        self.close_button = theme.icon_button("close", hint("Close this", "step_back"), "Close the curves")
        self.close_button.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 8, 12)
        column.setSpacing(4)
        column.addLayout(top)
        self.values: dict[Quantity, QLabel] = {}
        self.plots: dict[Quantity, CurvePlot] = {}
        for quantity, name in SHOWN.items():
            value = QLabel()
            value.setProperty("role", "secondary")
            theme.use_tabular_figures(value)
            plot = CurvePlot()
            plot.setFixedHeight(PLOT)
            plot.setToolTip(f"{name} of the joint in the last seconds")
            plot.setAccessibleName(name)
            plot.show_moment(math.nan)  # there is none but the present
            plot.setCursor(Qt.CursorShape.ArrowCursor)
            column.addWidget(value)
            column.addWidget(plot)
            self.values[quantity], self.plots[quantity] = value, plot
        self.setFixedWidth(WIDTH)
        self.hide()

    def show_joint(
        self, name: str, joint: int, paths: JointPaths | None, span_s: tuple[float, float]
    ) -> None:
        """Show how a joint has moved between two moments; None for paths of somebody who was not there."""
        self.heading.setText(name)
        for quantity, plot in self.plots.items():
            plot.show_span(*span_s)
            has_any = paths is not None and (quantity != "angle" or paths.has_angle(joint))
            self.values[quantity].setVisible(has_any or paths is None)
            plot.setVisible(has_any or paths is None)
            if paths is None or not has_any:
                plot.clear()
                self.values[quantity].setText(f"{SHOWN[quantity]} –")
                continue
            curve, unit = paths.curve(joint, quantity), unit_of(quantity)
            plot.show_curves(curve, None, unit)
            now = curve.at(span_s[1])
            said = "–" if now is None else f"{now:.0f} {unit}"
            self.values[quantity].setText(f"{SHOWN[quantity]} {said}")
        self.adjustSize()


def display_name(joint: str) -> str:
    """Return a joint's name as people say it: ``L_Elbow`` is the left elbow."""
    side, _, rest = joint.partition("_")
    return f"{_SIDES[side]} {rest.lower()}" if side in _SIDES and rest else joint.replace("_", " ")
