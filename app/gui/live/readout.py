"""Readout: frame rate and latency on the picture, and the details that a click opens under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.live.paint_timings import REMEMBERED_S, STAGES, Painted, Summary
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.text import counted

STAGE_WORDS = {
    "wait": "Wait for its turn",
    "detect": "Find people",
    "mesh": "Mesh",
    "smooth": "Smooth",
    "draw": "Draw",
    "paint": "Paint",
}
STAGE_COLOURS = {
    "wait": "#6B7785",
    "detect": "#F2B84B",
    "mesh": "#5BC0EB",
    "smooth": "#B39DDB",
    "draw": "#7BC8A4",
    "paint": "#E58F65",
}
DETAILS_WIDTH = 304


class Readout(QPushButton):
    """``30 FPS · 41 ms`` and the device under it; a click opens the details."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self.setToolTip(
            hint("Frame rate, time from camera to screen, and what does the work. Details", "details")
        )
        self.setProperty("role", "readout")
        self.setStyleSheet(
            f"QPushButton {{ background: {theme.GLASS}; border: 2px solid transparent; padding: 0;"
            f" border-radius: {theme.RADIUS}px; }}"
            f"QPushButton:hover {{ background: rgba(31, 37, 44, 0.88); }}"
            f"QPushButton:focus {{ border-color: {theme.ACCENT}; }}"
        )
        self._figures = QLabel(self)
        self._figures.setProperty("role", "readout")
        theme.use_tabular_figures(self._figures)
        self._figures.ensurePolished()
        # Wide enough for usual figures, so that nothing moves.
        self._figures.setMinimumWidth(self._figures.fontMetrics().horizontalAdvance("88 FPS · 888 ms"))
        self._device = QLabel(self)
        self._recording = QLabel(self)
        self._recording.setStyleSheet(f"QLabel {{ color: {theme.DANGER}; font-weight: 600; }}")
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
        self.show_device("", is_cpu=False)

    def show_figures(self, summary: Summary | None, *, is_paused: bool = False) -> None:
        """Show the figures of the last moments, or why there are none."""
        if is_paused:
            text, spoken = "Paused", "Paused"
        elif summary is None:
            text, spoken = "– FPS · – ms", "Nothing is shown yet"
        else:
            fps, latency = round(summary.display_fps), round(1000 * summary.median)
            text = f"{fps} FPS · {latency} ms"
            spoken = f"{fps} frames a second, {latency} milliseconds from camera to screen"
        self._figures.setText(text)
        self.setAccessibleName(spoken)
        self.resize(self.minimumSizeHint())

    def show_device(self, text: str, *, is_cpu: bool) -> None:
        """Show what does the work; the CPU in amber."""
        self._device.setText(text)
        self._device.setVisible(bool(text))
        self._device.setStyleSheet(f"color: {theme.WARNING if is_cpu else theme.SECONDARY};")
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
        self.setFixedWidth(DETAILS_WIDTH)
        self.setAccessibleName("Details of speed and latency")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)

        self._camera = _Figure("Camera", "Frames a second that the source delivers")
        self._mesh = _Figure("Mesh", "Frames a second that are turned into meshes")
        self._display = _Figure("Display", "New pictures a second on the screen")
        self._median = _Figure(
            "Latency", "From the captured frame to its paint: half of the frames are faster"
        )
        self._p95 = _Figure("95 % below", "One frame in twenty takes longer than this from capture to paint")
        self._jitter = _Figure("Jitter", "How far joints stray from a smooth path; small is steady")
        figures = QGridLayout()
        figures.setHorizontalSpacing(8)
        figures.setVerticalSpacing(8)
        for place, figure in enumerate(
            (self._camera, self._mesh, self._display, self._median, self._p95, self._jitter)
        ):
            figures.addWidget(figure, place // 3, place % 3)
            figures.setColumnMinimumWidth(place % 3, (DETAILS_WIDTH - 48) // 3)
        layout.addLayout(figures)

        self._line = LatencyLine()
        layout.addWidget(self._line)
        self._bar = StageBar()
        layout.addWidget(self._bar)
        table = QGridLayout()
        table.setHorizontalSpacing(8)
        table.setVerticalSpacing(2)
        table.setColumnStretch(1, 1)
        self._stage_values: list[QLabel] = []
        for row, stage in enumerate((*STAGES, "total")):
            value = QLabel("–")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            theme.use_tabular_figures(value)
            name = QLabel(STAGE_WORDS.get(stage, "Capture to paint, mean"))
            if stage != "total":
                table.addWidget(_Swatch(STAGE_COLOURS[stage]), row, 0)
                name.setProperty("role", "secondary")
            table.addWidget(name, row, 1 if stage != "total" else 0, 1, 1 if stage != "total" else 2)
            table.addWidget(value, row, 2)
            self._stage_values.append(value)
        layout.addLayout(table)
        self._replaced = QLabel("")
        self._replaced.setProperty("role", "label")
        self._replaced.setToolTip(
            "Camera frames left out because a newer one was there: so nothing queues up"
        )
        layout.addWidget(self._replaced)

    def show_figures(
        self,
        summary: Summary | None,
        history: Sequence[Painted],
        now: float,
        *,
        camera_fps: float,
        mesh_fps: float,
        replaced: int,
    ) -> None:
        """Show what was measured in the last moments."""
        self._camera.set(f"{camera_fps:.1f}", "FPS")
        self._mesh.set(f"{mesh_fps:.1f}", "FPS")
        self._display.set(f"{summary.display_fps:.1f}" if summary else "–", "FPS")
        self._median.set(f"{1000 * summary.median:.0f}" if summary else "–", "ms")
        self._p95.set(f"{1000 * summary.p95:.0f}" if summary else "–", "ms")
        jitter = summary.jitter_mm if summary else None
        self._jitter.set("–" if jitter is None else f"{jitter:.1f}", "mm")
        stages = summary.stages if summary else ()
        self._bar.show_stages(stages)
        self._line.show_history(history, now)
        values = [*stages, summary.mean] if summary else [None] * len(self._stage_values)
        for label, seconds in zip(self._stage_values, values, strict=True):
            label.setText("– ms" if seconds is None else f"{1000 * seconds:.1f} ms")
        self._replaced.setText(f"{counted(replaced, 'frame')} replaced by newer ones")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        self.clicked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102, N802
        event.accept()


class _Figure(QWidget):
    """A number with its unit under a small label."""

    def __init__(self, label: str, tooltip: str) -> None:
        super().__init__()
        self.setToolTip(tooltip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        caption = QLabel(label)
        caption.setProperty("role", "label")
        self._value = QLabel("–")
        theme.use_tabular_figures(self._value)
        layout.addWidget(caption)
        layout.addWidget(self._value)

    def set(self, value: str, unit: str) -> None:
        self._value.setText(
            f"<span style='font-size:16px; font-weight:600'>{value}</span>"
            f"<span style='color:{theme.SECONDARY}'> {unit}</span>"
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
        self.setToolTip("How the time from capture to paint is divided")

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
        for stage, seconds in zip(STAGES, self._stages, strict=True):
            width = self.width() * max(seconds, 0.0) / total
            painter.fillRect(QRectF(left, 0, width, self.height()), QColor(STAGE_COLOURS[stage]))
            left += width


class LatencyLine(QWidget):
    """The latency of each frame of the last ten seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._points: list[tuple[float, float]] = []
        self._top = 0.05
        self.setFixedHeight(56)
        self.setToolTip("Capture to paint of every frame in the last ten seconds")

    def show_history(self, history: Sequence[Painted], now: float) -> None:
        """Show frames at their age."""
        points = [(now - painted.at, painted.latency) for painted in history]
        self._points = [(age, latency) for age, latency in points if age <= REMEMBERED_S]
        highest = max((latency for _, latency in self._points), default=0.0)
        # A round scale that only changes when it must, so that the line does not jump about.
        while self._top < highest:
            self._top *= 2
        while self._top > 0.05 and highest < self._top / 2.5:
            self._top /= 2
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102, N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width(), self.height()
        painter.setPen(QPen(QColor(theme.LINE), 1))
        for level in (0.5, height / 2, height - 0.5):
            painter.drawLine(QPointF(0, level), QPointF(width, level))
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(theme.SECONDARY))
        painter.drawText(QRectF(0, 2, width, 12), Qt.AlignmentFlag.AlignRight, f"{1000 * self._top:.0f} ms")
        painter.drawText(QRectF(0, 2, width, 12), Qt.AlignmentFlag.AlignLeft, f"{REMEMBERED_S:.0f} s ago")
        line = QPolygonF(
            [
                QPointF(width * (1 - age / REMEMBERED_S), height * (1 - latency / self._top))
                for age, latency in self._points
            ]
        )
        painter.setPen(QPen(QColor(theme.ACCENT), 1.5))
        painter.drawPolyline(line)
