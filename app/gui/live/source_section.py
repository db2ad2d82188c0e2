"""SourceSection: where the picture comes from, how it is shown, and how wide the camera sees."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.addresses import without_password
from app.gui.languages.language import later, short_number, tr
from app.gui.languages.sentences import translated
from app.gui.live.source_watch import SAMPLE
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox, LabelledSlider, Switch
from app.live.sources.open import kind_of
from app.options import RANGES, Options
from models.camera.projection import USUAL_FOV_DEG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.live.sources.camera import Camera

CAMERA_SIZES = ((640, 480), (1280, 720), (1920, 1080), (3840, 2160))
CAMERA_RATES = (15.0, 30.0, 60.0)
CAMERA_FORMATS: dict[str, str] = {
    "auto": later("Automatic"),
    "MJPG": "MJPG (JPEG)",
    "YUYV": later("YUYV (raw)"),
    "UYVY": later("UYVY (raw)"),
    "NV12": later("NV12 (raw)"),
}
FILE, STREAM = "\0file", "\0stream"  # no sources but wishes to choose one


class SourceSection(QWidget):
    """A list of sources, and what is said of the one that is chosen.

    Signals
    -------
    changed : a dict of changed fields of :class:`app.options.Options`.
    file_wanted : a chooser of files is wanted.
    picker_wanted : a look through all sources is wanted.
    lists_wanted : cameras should be looked for again.
    stream_entered : the address of a stream.
    """

    changed = Signal(dict)
    file_wanted = Signal()
    picker_wanted = Signal()
    lists_wanted = Signal()
    stream_entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._source, self._options = "", Options()
        self._cameras: Sequence[Camera] = ()
        self._shows_sample_instead = False
        self.choice = CalmComboBox(
            tr("Source"), hint(tr("Where the picture comes from. Open a file"), "open_media")
        )
        self.choice.opened.connect(self.lists_wanted)
        self.choice.activated.connect(self._choose)
        sees = hint(tr("See what every camera sees, and what was open before"), "pick_source")
        self.look = theme.icon_button("shown", sees, tr("Look through the sources"))
        self.look.clicked.connect(self.picker_wanted)
        top = QHBoxLayout()
        top.setSpacing(theme.GRID)
        top.addWidget(self.choice, 1)
        top.addWidget(self.look)
        self.stream = QLineEdit()
        self.stream.setPlaceholderText(tr("rtsp:// or http:// address, then Enter"))
        self.stream.setToolTip(tr("The address of a network camera or stream; Enter opens it"))
        self.stream.setAccessibleName(tr("Stream address"))
        self.stream.returnPressed.connect(self._enter_stream)
        self.stream.hide()
        self.camera_size = CalmComboBox(tr("Camera size"), "")
        self.camera_size.activated.connect(self._choose_camera_size)
        self.camera_rate = CalmComboBox(tr("Camera rate"), "")
        self.camera_rate.activated.connect(
            lambda index: self.changed.emit({"camera_fps": float(self.camera_rate.itemData(index))})
        )
        camera = QHBoxLayout()
        camera.setSpacing(theme.GRID)
        for box, share in ((self.camera_size, 3), (self.camera_rate, 2)):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # the panel is narrow
            camera.addWidget(box, share)
        self.camera_format = CalmComboBox(tr("Pixel format"), "")
        self.camera_format.activated.connect(
            lambda index: self.changed.emit({"camera_format": self.camera_format.itemData(index)})
        )
        pixels = QHBoxLayout()
        pixels.addWidget(QLabel(tr("Pixel format")))
        pixels.addStretch(1)
        pixels.addWidget(self.camera_format)
        self.gives = QLabel()
        self.gives.setProperty("role", "secondary")
        self.gives.setWordWrap(True)
        self.gives.setToolTip(tr("By the word of its driver"))
        self.gives.hide()
        self.resolution = QLabel("–")
        self.resolution.setProperty("role", "secondary")
        row = QHBoxLayout()
        row.addWidget(QLabel(tr("Resolution")))
        row.addStretch(1)
        row.addWidget(self.resolution)
        mirrors = tr("Show the picture as a mirror does; recordings are not mirrored")
        self.mirror = Switch(tr("Mirror"), hint(mirrors, "mirror"))
        self.mirror.toggled.connect(lambda on: self.changed.emit({"mirror": on}))
        low, high = RANGES["fov_deg"]
        self.fov = LabelledSlider(
            tr("Field of view"),
            tr("How wide the camera sees, from side to side; it places people at the right distance"),
            round(low),
            round(high),
            1,
            lambda value: f"{value}°",
        )
        self.fov.changed.connect(lambda value: self.changed.emit({"fov_deg": float(value)}))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(top)
        column.addWidget(self.stream)
        column.addLayout(camera)
        column.addLayout(pixels)
        column.addWidget(self.gives)
        column.addLayout(row)
        column.addWidget(self.mirror)
        column.addWidget(self.fov)

    def show_options(self, options: Options) -> None:
        """Show what is in force; nothing is reported as changed."""
        self._source, self._options = options.source, options
        self._show_choice()
        self._show_camera(options)
        self.mirror.blockSignals(True)
        self.mirror.setChecked(options.mirror)
        self.mirror.blockSignals(False)
        self.fov.show_value(round(options.fov_deg or USUAL_FOV_DEG))

    def show_cameras(self, cameras: Sequence[Camera]) -> None:
        """Offer these cameras."""
        self._cameras = cameras
        self._show_choice()

    def show_sample_instead(self, shows: bool) -> None:
        """Tell whether the sample plays as the first camera cannot be used."""
        if shows != self._shows_sample_instead:
            self._shows_sample_instead = shows
            self._show_choice()
            self._show_camera(self._options)

    def show_resolution(self, size: tuple[int, int] | None, gives: str = "") -> None:
        """Show how large the source's pictures are, and what a camera says that it gives."""
        self.resolution.setText(f"{size[0]} × {size[1]} px" if size else "–")
        self.gives.setText(tr("The camera gives {format}").format(format=translated(gives)))
        self.gives.setVisible(bool(gives))

    def begin(self) -> None:
        """Put the keyboard into the list."""
        self.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_choice(self) -> None:
        """Fill the list: cameras, the sample, what else is open now, and ways to open more."""
        entries = {"": tr("Sample (no camera)") if self._shows_sample_instead else tr("First camera")}
        names = [camera.name for camera in self._cameras]
        for camera in self._cameras:
            # Twins can only be told apart by their index.
            by_index = names.count(camera.name) > 1 or self._source == str(camera.index)
            entries[str(camera.index) if by_index else camera.name] = camera.name
        entries[SAMPLE] = tr("Sample clip")
        if self._source not in entries:
            entries[self._source] = display_name(self._source)
        entries |= {FILE: tr("File…"), STREAM: tr("Stream…")}
        self.choice.fill(entries, self._source)
        self.stream.setVisible("://" in self._source)

    def _show_camera(self, options: Options) -> None:
        """Offer sizes, rates and formats to ask a camera for; other sources have their own."""
        size = (options.camera_width, options.camera_height)
        sizes = sorted({*CAMERA_SIZES, size})
        self.camera_size.fill({f"{w}x{h}": f"{w} × {h}" for w, h in sizes}, f"{size[0]}x{size[1]}")
        rates = sorted({*CAMERA_RATES, options.camera_fps})
        self.camera_rate.fill(
            {f"{fps:g}": tr("{rate} FPS").format(rate=short_number(fps)) for fps in rates},
            f"{options.camera_fps:g}",
        )
        self.camera_format.fill(
            {value: tr(name) for value, name in CAMERA_FORMATS.items()}, options.camera_format
        )
        is_camera = kind_of(options.source) == "camera" and not self._shows_sample_instead
        for box, what in (
            (self.camera_size, tr("Pixels that the camera is asked for; below stands what it gives")),
            (
                self.camera_rate,
                tr("Frames a second that the camera is asked for; below stands what it gives"),
            ),
            (self.camera_format, tr("How the camera is asked to send pixels; below stands what it gives")),
        ):
            box.setEnabled(is_camera)
            box.setToolTip(
                what if is_camera else tr("Only a camera can be asked for another size, rate or format")
            )

    def _choose_camera_size(self, index: int) -> None:
        width, height = self.camera_size.itemData(index).split("x")
        self.changed.emit({"camera_width": int(width), "camera_height": int(height)})

    def _choose(self, index: int) -> None:
        chosen = self.choice.itemData(index)
        if chosen == FILE:
            self._show_choice()
            self.file_wanted.emit()
        elif chosen == STREAM:
            self.stream.show()
            self.stream.setFocus()
        else:
            self.changed.emit({"source": chosen})

    def _enter_stream(self) -> None:
        address = self.stream.text().strip()
        if "://" in address:
            self.stream_entered.emit(address)


def display_name(source: str) -> str:
    """Return a source as people name it: a file's name, a stream's host; never a path or a password."""
    source = without_password(source)
    if "://" in source:
        return urlsplit(source).hostname or tr("Stream")
    return Path(source).name or source
