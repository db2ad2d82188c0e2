"""HandsSwitch: whether fingers are read too, and what that costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.gui.languages.language import later, tr
from app.gui.widgets import theme
from app.gui.widgets.controls import Switch

if TYPE_CHECKING:
    from app.options import Options

_TOOLTIP = later(
    "Read the fingers of hands that are large enough in the picture, one hand a frame; it takes time"
)
_NO_FINGERS = later("This model's body has no finger bones")


class HandsSwitch(QWidget):
    """The switch, and below it, while it is on, the time it takes.

    Signals
    -------
    toggled : somebody wants fingers read, or no more.
    """

    toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.switch = Switch(tr("Fingers"), tr(_TOOLTIP))
        self.switch.toggled.connect(self.toggled)
        self.cost = QLabel()
        self.cost.setProperty("role", "secondary")
        self.cost.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self.switch)
        column.addWidget(self.cost)

    def show_options(self, options: Options) -> None:
        """Show what is wanted; nothing is reported as changed."""
        self.switch.blockSignals(True)
        self.switch.setChecked(options.hands)
        self.switch.blockSignals(False)

    def show_model(self, has_fingers: bool) -> None:
        """Offer it only where the model's body has fingers."""
        self.switch.setEnabled(has_fingers)
        self.switch.setToolTip(tr(_TOOLTIP if has_fingers else _NO_FINGERS))

    def show_cost(self, seconds: float) -> None:
        """Tell how long reading hands takes in a frame; 0 while none are read."""
        self.cost.setVisible(seconds > 0)
        self.cost.setText(tr("About {ms} ms a frame").format(ms=max(round(1000 * seconds), 1)))
