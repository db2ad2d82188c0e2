"""Readout: frame rate and latency on the picture, and the details that a click opens under it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.languages.language import later, number, tr
from app.gui.live.minute_chart import MinuteChart
from app.gui.live.paint_timings import STAGES, Painted, Summary, stage_colour, stage_title
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.kept_look import KeptLook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.live.meters import PipelineFigures

DETAILS_WIDTH = 304
FIGURES_ACROSS, FIGURES_GAP = 3, 8  # how many stand in a row, and the pixels from row to row


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the numbers of the details.

    Attributes
    ----------
    label, unit, tooltip : what it is.
    value : from what was painted and what the pipeline measures; None while it is not known.
    digits : after the point.
    """

    label: str
    unit: str
    tooltip: str
    value: Callable[[Summary | None, PipelineFigures | None], float | None]
    digits: int = 1

    def text(self, summary: Summary | None, pipeline: PipelineFigures | None) -> str:
        """Return the number as it is shown."""
        value = self.value(summary, pipeline)
        return "–" if value is None else number(value, self.digits)


def _centimetres(metres: float | None) -> float | None:
    return None if metres is None else 100 * metres


FIGURES = (
    Figure(
        later("Camera"),
        later("FPS"),
        later("Frames a second that the source delivers"),
        lambda _, pipeline: pipeline and pipeline.camera_fps,
    ),
    Figure(
        later("Mesh"),
        later("FPS"),
        later("Frames a second that are turned into meshes"),
        lambda _, pipeline: pipeline and pipeline.mesh_fps,
    ),
    Figure(
        later("Display"),
        later("FPS"),
        later("New pictures a second on the screen"),
        lambda painted, _: painted and painted.display_fps,
    ),
    Figure(
        later("Latency"),
        "ms",
        later("From the captured frame to its paint: half of the frames are faster"),
        lambda painted, _: painted and 1000 * painted.median,
        digits=0,
    ),
    Figure(
        later("95 % below"),
        "ms",
        later("One frame in twenty takes longer than this from capture to paint"),
        lambda painted, _: painted and 1000 * painted.p95,
        digits=0,
    ),
    Figure(
        later("Feet slide"),
        "cm/s",
        later("How fast feet slide while they stand; nothing while none stands in the picture"),
        lambda painted, _: painted and _centimetres(painted.steadiness.skating),
    ),
    Figure(
        later("Shaking"),
        "m/s²",
        later("Acceleration of joints as shown: their own motion and what they tremble"),
        lambda painted, _: painted and painted.steadiness.acceleration,
    ),
    Figure(
        later("Network's"),
        "m/s²",
        later("Acceleration of joints as the network gives them, before they are steadied"),
        lambda painted, _: painted and painted.steadiness.raw_acceleration,
    ),
)


class Readout(QPushButton):
    """``30 FPS · 41 ms`` and the device under it; a click opens the details."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self.setToolTip(
            hint(tr("Frame rate, time from camera to screen, and what does the work. Details"), "details")
        )
        self.setProperty("role", "readout")
        self._figures = QLabel(self)
        self._figures.setProperty("role", "readout")
        theme.use_tabular_figures(self._figures)
        self._figures.ensurePolished()
        # Wide enough for usual figures, so that nothing moves.
        usual = tr("{rate} FPS · {latency} ms").format(rate=88, latency=888)
        self._figures.setMinimumWidth(self._figures.fontMetrics().horizontalAdvance(usual))
        self._device = QLabel(self)
        self._recording = QLabel(self)
        self._recording.setProperty("role", "recording")
        theme.use_tabular_figures(self._recording)
        for label in (self._figures, self._device, self._recording):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 8)
        layout.setSpacing(0)
        layout.addWidget(self._figures)
        layout.addWidget(self._device)
        layout.addWidget(self._recording)
        self.show_recording("")
        self.show_figures(None)
        self.show_device("", is_warning=False)

    def show_figures(self, summary: Summary | None, *, is_paused: bool = False) -> None:
        """Show the figures of the last moments, or why there are none."""
        if is_paused:
            text, accessible_name = tr("Paused"), tr("Paused")
        elif summary is None:
            text, accessible_name = (
                tr("{rate} FPS · {latency} ms").format(rate="–", latency="–"),
                tr("Nothing is shown yet"),
            )
        else:
            fps, latency = round(summary.display_fps), round(1000 * summary.median)
            text = tr("{rate} FPS · {latency} ms").format(rate=fps, latency=latency)
            accessible_name = tr(
                "{rate} frames a second, {latency} milliseconds from camera to screen"
            ).format(rate=fps, latency=latency)
        self._figures.setText(text)
        self.setAccessibleName(accessible_name)
        self.resize(self.minimumSizeHint())

    def show_device(self, text: str, *, is_warning: bool) -> None:
        """Show what does the work; the CPU, and what stands in for a server, in amber."""
        self._device.setText(text)
        self._device.setVisible(bool(text))
        theme.set_role(self._device, "warning" if is_warning else "secondary")
        self.resize(self.minimumSizeHint())

    def show_recording(self, text: str) -> None:
        """Show that a recording runs, also while the controls are hidden; empty for none."""
        self._recording.setText(text)
        if self._recording.isHidden() != (not text):
            self._recording.setVisible(bool(text))
            self.resize(self.minimumSizeHint())

    @property
    def text_shown(self) -> str:
        """The figures as they stand there."""
        return self._figures.text()

    @property
    def device_shown(self) -> str:
        """The device as it stands there."""
        return self._device.text()

    def minimumSizeHint(self) -> QSize:  # noqa: D102, N802
        return self._layout.minimumSize()

    def sizeHint(self) -> QSize:  # noqa: D102, N802
        return self._layout.sizeHint()


class Details(QFrame):
    """Rates, latency, where the time goes, and how steady the mesh is."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "glass")
        self.setMinimumWidth(DETAILS_WIDTH)
        self.setAccessibleName(tr("Details of speed and latency"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)

        self._figures = [_FigureLabel(figure) for figure in FIGURES]
        figures = QGridLayout()
        figures.setHorizontalSpacing(8)
        figures.setVerticalSpacing(FIGURES_GAP)
        for index, label in enumerate(self._figures):
            row, column = divmod(index, FIGURES_ACROSS)
            figures.addWidget(label, row, column)
            figures.setColumnMinimumWidth(column, (DETAILS_WIDTH - 48) // FIGURES_ACROSS)
        layout.addLayout(figures)

        self.minute = MinuteChart()
        layout.addWidget(self.minute)
        self._bar = StageBar()
        layout.addWidget(self._bar)
        self._table = QWidget()
        table = QGridLayout(self._table)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(8)
        table.setVerticalSpacing(2)
        table.setColumnStretch(1, 1)
        self._stage_values: list[QLabel] = []
        for row, title in enumerate((*map(stage_title, STAGES), tr("Capture to paint, mean"))):
            value = QLabel("–")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            theme.use_tabular_figures(value)
            name = QLabel(title)
            if row < len(STAGES):
                table.addWidget(_Swatch(stage_colour(row)), row, 0)
                name.setProperty("role", "secondary")
                table.addWidget(name, row, 1)
            else:
                table.addWidget(name, row, 0, 1, 2)
            table.addWidget(value, row, 2)
            self._stage_values.append(value)
        layout.addWidget(self._table)
        self._replaced = QLabel("")
        self._replaced.setProperty("role", "label")
        self._replaced.setToolTip(
            tr("Camera frames left out because a newer one was there: so nothing queues up")
        )
        layout.addWidget(self._replaced)
        self._look = KeptLook(self)

    def show_figures(
        self,
        summary: Summary | None,
        figures: PipelineFigures | None,
        history: Sequence[Painted],
        now: float,
    ) -> None:
        """Show what was measured in the last moments."""
        for label in self._figures:
            label.show_value(summary, figures)
        stages = summary.stages if summary else ()
        self._bar.show_stages(stages)
        self.minute.show_history(history, now)
        values = [*stages, summary.mean] if summary else [None] * len(self._stage_values)
        for label, seconds in zip(self._stage_values, values, strict=True):
            label.setText("– ms" if seconds is None else f"{number(1000 * seconds, 1)} ms")
        replaced = figures.replaced if figures else 0
        self._replaced.setText(tr("%n frames replaced by newer ones", "", replaced))
        if self.minimumSizeHint().width() > self.width():  # larger text takes more
            self.resize(self.minimumSizeHint().width(), self.height())
        if (layout := self.layout()) is not None:
            layout.activate()  # at once, or longer numbers would be cut for a moment
        self._look.forget()

    def fit(self, height: int) -> None:
        """Leave out what so many pixels have no room for: first of all the chart of the last minute."""
        layout = self.layout()
        assert layout is not None
        last_row = tuple(self._figures[FIGURES_ACROSS * (len(FIGURES) // FIGURES_ACROSS) :])
        parts = (
            ((self.minute,), layout.spacing()),
            ((self._replaced,), layout.spacing()),
            (last_row, FIGURES_GAP),
            ((self._table,), layout.spacing()),
        )
        taken = [
            widgets[0].sizeHint().expandedTo(widgets[0].minimumSize()).height() + gap
            for widgets, gap in parts
        ]
        hidden = [each for (widgets, _), each in zip(parts, taken, strict=True) if widgets[0].isHidden()]
        whole = layout.sizeHint().height() + sum(hidden)
        for (widgets, _), each in zip(parts, taken, strict=True):
            has_room = whole <= height
            for widget in widgets:
                widget.setVisible(has_room)
            whole -= 0 if has_room else each
        layout.activate()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        event.accept()


class _FigureLabel(QWidget):
    """A number with its unit under a small label."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self._figure = figure
        self.setToolTip(tr(figure.tooltip))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        caption = QLabel(tr(figure.label))
        caption.setProperty("role", "label")
        self._value = QLabel("–")
        theme.use_tabular_figures(self._value)
        layout.addWidget(caption)
        layout.addWidget(self._value)

    def show_value(self, summary: Summary | None, pipeline: PipelineFigures | None) -> None:
        self._value.setText(
            f"<span style='font-size:{theme.px(16)}px; font-weight:600'>"
            f"{self._figure.text(summary, pipeline)}</span>"
            f"<span style='color:{theme.SECONDARY}'> {tr(self._figure.unit)}</span>"
        )


class _Swatch(QWidget):
    """The colour of a stage in the bar."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setFixedSize(8, 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(0, 4, 8, 8), 2, 2)


class StageBar(QWidget):
    """One bar, divided as the time from capture to paint is."""

    def __init__(self) -> None:
        super().__init__()
        self._stages: Sequence[float] = ()
        self.setFixedHeight(8)
        self.setToolTip(tr("How the time from capture to paint is divided"))

    def show_stages(self, stages: Sequence[float]) -> None:
        """Show mean seconds in each stage."""
        self._stages = stages
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        total = sum(self._stages)
        if total <= 0:
            painter.fillRect(self.rect(), QColor(theme.LINE))
            return
        left = 0.0
        for index, seconds in enumerate(self._stages):
            width = self.width() * max(seconds, 0.0) / total
            painter.fillRect(QRectF(left, 0, width, self.height()), QColor(stage_colour(index)))
            left += width
