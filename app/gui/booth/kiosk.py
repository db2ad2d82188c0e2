"""Kiosk: keeps a booth on the screen until its staff ends it by their PIN, and hides the resting pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QWidget

from app.booth.pin import PinLock
from app.gui.booth.pin_pad import PinPad
from app.gui.booth.staff_panel import StaffPanel
from app.gui.languages.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from app.booth.pin import StoredPin

POINTER_STAYS_S = 3.0
CORNER_PX = 96  # at the top left, where a finger that stays
HOLD_S = 3.0  # asks for the PIN
PAD_STAYS_S = 20.0  # without a key being pressed
PANEL_STAYS_S = 60.0


class Kiosk(QObject):
    """Asks for the PIN before the window may close.

    Parameters
    ----------
    window : that is not to be left; the pad and the panel lie over it.
    stage : on which a finger that stays in the corner asks for the PIN.
    pin : None where everybody may end the booth.
    actions : what the staff may do besides going on, by what the buttons say.
    facts : returns what the staff is told, by name.
    clock : seconds.

    Attributes
    ----------
    is_open : the staff may do as they like.
    pad, panel : where the PIN is entered, and what comes after; None without a PIN.
    """

    def __init__(
        self,
        window: QWidget,
        stage: QWidget,
        pin: StoredPin | None,
        actions: Mapping[str, Callable[[], object]],
        facts: Callable[[], Mapping[str, str]],
        clock: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._window, self._stage, self._facts, self._clock = window, stage, facts, clock
        self.is_open = pin is None
        self.pad: PinPad | None = None
        self.panel: StaffPanel | None = None
        self._cover: _Cover | None = None
        self._mouse, self._mouse_at = QCursor.pos(), clock()
        self._held_since: float | None = None
        self._used_at = clock()
        if pin is not None:
            self.pad = PinPad(PinLock(pin, clock))
            self.panel = StaffPanel({tr("Go on"): self.lock} | dict(actions))
            self._cover = _Cover(window, self.pad, self.panel)
            self.pad.opened.connect(self._open)
            self.pad.left.connect(self.lock)
            self.pad.used.connect(self._note_use)
            stage.installEventFilter(self)

    @property
    def is_asking(self) -> bool:
        """Whether the pad or the panel lies over the window."""
        return self._cover is not None and not self._cover.isHidden()

    def ask(self) -> None:
        """Ask for the PIN, unless it is asked for already, or the panel is there."""
        if self._cover is None or self.pad is None or self.is_asking:
            return
        self._note_use()
        self.pad.begin()
        self._cover.show_over(self.pad)

    def lock(self) -> None:
        """Go on with the booth; the next time the PIN is asked for again."""
        if self._cover is not None:
            self.is_open = False
            self._cover.hide()
            self._stage.setFocus()

    def tick(self) -> None:
        """Follow the pointer and the clock; to be called every few milliseconds."""
        now = self._clock()
        if (mouse := QCursor.pos()) != self._mouse:
            self._mouse, self._mouse_at = mouse, now
            if self.is_open:
                self._note_use()
        self._show_pointer(self.is_asking or now - self._mouse_at < POINTER_STAYS_S)
        if self._held_since is not None and now - self._held_since >= HOLD_S:
            self._held_since = None
            self.ask()
        if not self.is_asking or self.pad is None or self.panel is None:
            return
        self.pad.refresh()
        if self.is_open:
            self.panel.show_facts(self._facts())
        if now - self._used_at >= (PANEL_STAYS_S if self.is_open else PAD_STAYS_S):
            self.lock()  # whoever asked has gone

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102, N802
        if isinstance(event, QMouseEvent):
            place = event.position()
            in_corner = max(place.x(), place.y()) < CORNER_PX
            pressed = bool(event.buttons() & Qt.MouseButton.LeftButton)
            if not (in_corner and pressed):
                self._held_since = None
            elif event.type() == QEvent.Type.MouseButtonPress:
                self._held_since = self._clock()
        return super().eventFilter(watched, event)

    def _open(self) -> None:
        if self._cover is not None and self.panel is not None:
            self.is_open = True
            self._note_use()
            self.panel.show_facts(self._facts())
            self._cover.show_over(self.panel)

    def _note_use(self) -> None:
        self._used_at = self._clock()

    def _show_pointer(self, shown: bool) -> None:
        shape = Qt.CursorShape.ArrowCursor if shown else Qt.CursorShape.BlankCursor
        if self._window.cursor().shape() != shape:
            self._window.setCursor(shape)


class _Cover(QWidget):
    """Darkens the window and holds the pad or the panel in its middle."""

    def __init__(self, window: QWidget, pad: PinPad, panel: StaffPanel) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet("#cover { background: rgba(10, 12, 15, 0.72); }")
        for widget in (pad, panel):
            widget.setParent(self)
            widget.hide()
        self._shown: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def show_over(self, widget: QWidget) -> None:
        """Show the pad or the panel."""
        if self._shown is not None:
            self._shown.hide()
        self._shown = widget
        widget.show()
        self.show()
        self.raise_()
        self._arrange()
        widget.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        self.setGeometry(self._window.rect())
        if self._shown is not None:
            self._shown.adjustSize()
            frame = self._shown.frameGeometry()
            frame.moveCenter(self.rect().center())
            self._shown.move(frame.topLeft())
