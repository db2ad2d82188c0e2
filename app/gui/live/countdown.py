"""Countdown: large figures on the picture, until a recording begins."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.gui.languages.language import tr
from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.widgets.stage_view import StageView


class Countdown(QLabel):
    """Counts whole seconds down in the middle of the stage, and then does something.

    Parameters
    ----------
    stage : on which it floats.
    clock : seconds.
    """

    def __init__(self, stage: StageView, clock: Callable[[], float]) -> None:
        super().__init__(stage)
        self._stage, self._clock = stage, clock
        self._ends_at = 0.0
        self._then: Callable[[], object] | None = None
        self.setProperty("role", "countdown")
        self.setAccessibleName(tr("Seconds until the recording begins"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.use_tabular_figures(self)
        stage.resized.connect(self._arrange)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether it counts."""
        return self._then is not None

    def begin(self, seconds: int, then: Callable[[], object]) -> None:
        """Count so many seconds down, from 0 on at once, and then do something."""
        self._ends_at, self._then = self._clock() + seconds, then
        self.tick()

    def cancel(self) -> None:
        """Stop counting; nothing is done."""
        self._then = None
        self.hide()

    def tick(self) -> None:
        """Show what is left; to be called every few milliseconds."""
        if self._then is None:
            return
        left_s = self._ends_at - self._clock()
        if left_s > 0:
            self.setText(str(math.ceil(left_s)))
            self._arrange()
            self.show()
            self.raise_()
        else:
            then = self._then
            self.cancel()
            then()

    def _arrange(self) -> None:
        self.resize(self.sizeHint())
        self.move((self._stage.width() - self.width()) // 2, (self._stage.height() - self.height()) // 2)
