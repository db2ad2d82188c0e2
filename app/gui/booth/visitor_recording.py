"""VisitorRecording: offers visitors to be recorded, records who consents, and deletes it in time."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.booth.consent import ZONE, Consent, raises_both_arms
from app.booth.retention import Retention
from app.gui.booth.lettering import paint_words
from app.gui.live.interval import Interval
from app.gui.widgets import theme
from app.recordings.schema import RecordingError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.booth.settings import VisitorSettings
    from app.booth.texts import Words
    from app.gui.live.page import LivePage
    from app.live.session import LiveSession
    from app.types import Result

log = logging.getLogger(__name__)

SWEEP_S = 3600.0


def recordings_folder(settings: VisitorSettings) -> Path:
    """Return where a booth's recordings go."""
    return Path(settings.folder or Path(platformdirs.user_videos_dir()) / "FastMETRO Live" / "booth")


class VisitorRecording:
    """Follows the visit, beside the director.

    Parameters
    ----------
    page, session : of the booth.
    settings : what may be recorded, and for how long it is kept.
    clock : seconds.
    wall_clock : seconds since 1970.

    Attributes
    ----------
    offer : what is drawn over the live picture.

    Raises
    ------
    UserError : the list of earlier recordings cannot be read.
    """

    def __init__(
        self,
        page: LivePage,
        session: LiveSession,
        settings: VisitorSettings,
        clock: Callable[[], float],
        wall_clock: Callable[[], float],
    ) -> None:
        self._page, self._session, self._settings = page, session, settings
        self._clock, self._wall_clock = clock, wall_clock
        self._folder = recordings_folder(settings)
        self._retention = Retention(self._folder, settings.retention_hours)
        self._sweeping = Interval(SWEEP_S)
        self._consent = Consent()
        self._recorded: int | None = None  # who is being recorded, or was until the recording failed
        self.offer = Offer(page.stage, page.stage.image_rect)

    def tick(self, result: Result | None, leader: int | None, words: Words) -> None:
        """Follow who leads; to be called every few milliseconds.

        Parameters
        ----------
        result : the newest, which is on the screen.
        leader : who plays, whom the offer is made to; None for nobody.
        words : of the language in turn.
        """
        if self._sweeping.is_due(self._clock()):
            self._retention.sweep(self._wall_clock())
        if not self._settings.record:
            return
        # Only a gesture in front of the drawn frame and its words means consent.
        model = self._session.model
        is_offered = (
            leader is not None
            and self._page.options.view == "overlay"
            and model is not None
            and model.kind == "body"
        )
        person = None if result is None else next((p for p in result.people if p.id == leader), None)
        raises = (
            is_offered
            and person is not None
            and result is not None
            and raises_both_arms(person, result.frame.size)
        )
        consented = self._consent.follow(leader, raises, self._clock())
        if consented != self._recorded:
            self._change(consented)
        if self._recorded is not None:
            self.offer.show_recording(words.recording if self._session.is_recording else "")
        elif is_offered:
            hours = f"{self._settings.retention_hours:g}"
            self.offer.show_offer(words.ask.replace("{hours}", hours), self._consent.progress)
        else:
            self.offer.hide()

    def close(self) -> None:
        """Record nobody any more."""
        if self._recorded is not None:
            self._session.stop_recording()

    def _change(self, consented: int | None) -> None:
        """End a recording, or begin that of somebody else; the one before is finished first."""
        if self._recorded is not None:
            self._session.stop_recording()
            self._recorded = None
        if consented is None or self._session.is_recording:
            return
        self._recorded = consented
        try:
            self._retention.prepare()
            self._session.record(self._folder, only=consented)
            status = self._session.follow_recording()
            if status is not None:
                self._retention.note(status.path, self._wall_clock())
        except (RecordingError, OSError) as error:
            self._session.stop_recording()
            log.warning("a visitor cannot be recorded: %s", error)


class Offer(QWidget):
    """The frame for the hands with what it means, or that somebody is being recorded.

    Parameters
    ----------
    stage : over which it lies.
    picture : returns where the picture lies in it.
    """

    def __init__(self, stage: QWidget, picture: Callable[[], QRect]) -> None:
        super().__init__(stage)
        self._picture = picture
        self._text, self._progress, self._is_offer = "", 0.0, True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_offer(self, text: str, progress: float) -> None:
        """Draw the frame, filled as far as the gesture has been held, 0 to 1."""
        self._show(text, progress, is_offer=True)

    def show_recording(self, text: str) -> None:
        """Say that somebody is being recorded; nothing for an empty text."""
        self._show(text, 0.0, is_offer=False)

    def _show(self, text: str, progress: float, *, is_offer: bool) -> None:
        if (text, progress, is_offer) != (self._text, self._progress, self._is_offer):
            self._text, self._progress, self._is_offer = text, progress, is_offer
            self.setAccessibleName(text)
            self.update()
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_offer:
            self._paint_frame(painter)
            paint_words(painter, self.width(), self.height(), "", self._text)
        else:
            self._paint_label(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        picture = QRectF(self._picture())
        left, top, right, bottom = ZONE
        zone = QRectF(
            picture.left() + left * picture.width(),
            picture.top() + top * picture.height(),
            (right - left) * picture.width(),
            (bottom - top) * picture.height(),
        )
        painter.setPen(QPen(QColor(theme.TEXT), 3, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(zone, theme.RADIUS, theme.RADIUS)
        bar = QRectF(zone.left(), zone.bottom() - 12, zone.width() * self._progress, 12)
        painter.fillRect(bar, QColor(theme.ACCENT))

    def _paint_label(self, painter: QPainter) -> None:
        size = max(round(min(self.width(), self.height()) * 0.03), 12)
        font = QFont(painter.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        text = f"●  {self._text}"
        width = painter.fontMetrics().horizontalAdvance(text)
        box = QRectF(size, size, width + 2 * size, 2.2 * size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(16, 19, 23, 200))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setPen(QColor(theme.DANGER))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
