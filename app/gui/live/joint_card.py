"""JointCard: the angle and the speed of a joint over the last seconds, on the live picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.languages.language import later, number, tr
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.curve_plot import CurvePlot
from app.recordings.motion.joint_curves import unit_of

if TYPE_CHECKING:
    from app.recordings.motion.joint_curves import JointPaths, Quantity

WIDTH, PLOT = 300, 104
SHOWN: dict[Quantity, str] = {"angle": later("Angle"), "speed": later("Speed")}


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
        self.setAccessibleName(tr("Motion of a joint"))
        self.heading = QLabel()
        self.close_button = theme.icon_button(
            "close", hint(tr("Close this"), "step_back"), tr("Close the curves")
        )
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
        for quantity, english in SHOWN.items():
            name = tr(english)
            value = QLabel()
            value.setProperty("role", "secondary")
            theme.use_tabular_figures(value)
            plot = CurvePlot()
            plot.setFixedHeight(PLOT)
            plot.setToolTip(tr("{quantity} of the joint in the last seconds").format(quantity=name))
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
                self.values[quantity].setText(f"{tr(SHOWN[quantity])} –")
                continue
            curve, unit = paths.curve(joint, quantity), unit_of(quantity)
            plot.show_curves(curve, None, unit)
            now = curve.at(span_s[1])
            said = "–" if now is None else f"{number(now)} {unit}"
            self.values[quantity].setText(f"{tr(SHOWN[quantity])} {said}")
        self.adjustSize()
