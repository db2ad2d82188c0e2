"""CameraTile: a camera to choose: what it sees, what it is called and what it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from app.gui.languages.language import number, tr
from app.gui.widgets import theme
from app.gui.widgets.measures import TILE
from app.gui.widgets.pictures import Picture

if TYPE_CHECKING:
    import numpy as np

    from app.live.camera_previews import Preview

MARGIN = 8
PICTURE = QSize(TILE[0] - 2 * MARGIN, 117)
LINE = 22  # height of a line of text
# Of the test picture, which stands where a camera gives none.
BARS = ("#5A6068", "#6B6A45", "#3F6467", "#466347", "#63496A", "#6B4747", "#454C70")


class CameraTile(QPushButton):
    """A button that shows what a camera sees.

    Parameters
    ----------
    name : of the camera.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._facts = name, ""
        self._image: np.ndarray | None = None
        self._picture = Picture(covers=True)
        self._has_no_picture = False
        self.setProperty("role", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        self.show_facts(tr("Opening…"))

    @property
    def facts(self) -> str:
        """What stands under the name."""
        return self._facts

    def show_preview(self, preview: Preview) -> None:
        """Show what is known of the camera."""
        if preview.image is not self._image:
            self._image = preview.image
            self.update()
        self.show_facts(facts_of(preview), has_no_picture=preview.state in ("refused", "silent"))

    def show_live(self, image: np.ndarray | None) -> None:
        """Show the camera that is open already."""
        if image is not self._image:
            self._image = image
            self.update()
        size = "" if image is None else f"{image.shape[1]} × {image.shape[0]}"
        self.show_facts(" · ".join(filter(None, (tr("Shown now"), size))))

    def show_facts(self, facts: str, *, has_no_picture: bool = False) -> None:
        """Say something of the camera, and put the test picture in the place of a picture."""
        if (facts, has_no_picture) == (self._facts, self._has_no_picture) and self.accessibleName():
            return
        self._facts, self._has_no_picture = facts, has_no_picture
        self.setAccessibleName(f"{self._name}: {facts}")
        self.setToolTip(tr("Show what {camera} sees. {facts}").format(camera=self._name, facts=facts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(MARGIN, MARGIN, PICTURE.width(), PICTURE.height())
        if self._image is not None:
            self._picture.paint(painter, place, self._image)
        elif self._has_no_picture:
            _paint_test_picture(painter, place)
        else:
            painter.fillRect(place, QColor(theme.STAGE))
        metrics, width = self.fontMetrics(), PICTURE.width()
        for row, (text, colour) in enumerate(((self._name, theme.TEXT), (self._facts, theme.SECONDARY))):
            painter.setPen(QColor(colour))
            line = QRect(MARGIN, place.bottom() + 4 + row * LINE, width, LINE)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def facts_of(preview: Preview) -> str:
    """Say what a camera gives, or why it gives nothing."""
    if preview.state == "opening":
        return tr("Opening…")
    if preview.state == "live":
        rate = tr("{rate} FPS").format(rate=number(preview.fps)) if preview.fps else ""
        width, height = preview.size
        return " · ".join(filter(None, (f"{width} × {height}", rate, preview.format)))
    if preview.programs:
        return tr("In use by {programs}").format(programs=", ".join(preview.programs))
    return tr("Another program may be using it") if preview.state == "refused" else tr("Gives no picture")


def _paint_test_picture(painter: QPainter, place: QRect) -> None:
    """Paint bars of colour, as television shows them where there is no programme, crossed out."""
    for index, colour in enumerate(BARS):
        left = place.left() + index * place.width() // len(BARS)
        right = place.left() + (index + 1) * place.width() // len(BARS)
        painter.fillRect(left, place.top(), right - left, place.height(), QColor(colour))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.TEXT), 2))
    side = QRect(0, 0, 28, 28)
    side.moveCenter(place.center())
    painter.setBrush(QColor(theme.STAGE))
    painter.drawEllipse(side)
    painter.drawLine(side.left() + 5, side.bottom() - 4, side.right() - 4, side.top() + 5)
    painter.restore()
