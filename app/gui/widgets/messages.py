"""Messages: what a page says on its stage: a banner, a toast and a card, each in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.widgets import theme
from app.gui.widgets.banner import Banner, Notice
from app.gui.widgets.card import Card, CardContent

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.widgets.stage_view import StageView


class Messages:
    """Shows notices and cards where the page leaves room for them.

    Parameters
    ----------
    stage : on which they float.
    clock : seconds.
    toast_s : how long a toast stays, seconds.

    Attributes
    ----------
    banner : at the top, what holds at present.
    toast : at the bottom, what has just been done; goes by itself.
    card : in the middle.
    """

    def __init__(self, stage: StageView, clock: Callable[[], float], toast_s: float) -> None:
        self._stage, self._clock, self._toast_s = stage, clock, toast_s
        self._toast_until = 0.0
        self._left = self._bottom = theme.EDGE
        self.banner, self.toast, self.card = Banner(stage), Banner(stage), Card(stage)
        stage.resized.connect(self._arrange)

    def keep_clear(self, left: int, bottom: int) -> None:
        """Leave pixels at the left of banner and toast, and under the toast, to other things."""
        self._left, self._bottom = left, bottom
        self._arrange()

    def show_banner(self, notice: Notice | None) -> None:
        """Show a notice at the top, or none."""
        if notice != self.banner.notice:
            self.banner.show_notice(notice)
            self._arrange()

    def show_toast(self, notice: Notice) -> None:
        """Show a notice at the bottom for some seconds."""
        self.toast.show_notice(notice)
        self._toast_until = self._clock() + self._toast_s
        self._arrange()

    def show_card(self, content: CardContent | None) -> None:
        """Show a card, or none."""
        if content != self.card.content:
            self.card.show_content(content)
            self._arrange()

    def tick(self) -> None:
        """Let a toast go when its time is over."""
        if self.toast.notice is not None and self._clock() >= self._toast_until:
            self.toast.show_notice(None)

    def _arrange(self) -> None:
        width, height = self._stage.width(), self._stage.height()
        for notice in (self.banner, self.toast):
            notice.fit(width - self._left - theme.EDGE)
        # In the middle, unless that is where other things are.
        self.banner.move(max((width - self.banner.width()) // 2, self._left), theme.EDGE)
        self.toast.move(
            max((width - self.toast.width()) // 2, self._left), height - self.toast.height() - self._bottom
        )
        self.card.give_room(width - 2 * theme.EDGE, height)
        self.card.move((width - self.card.width()) // 2, max((height - self.card.height()) // 2, 0))
