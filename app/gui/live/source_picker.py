"""SourcePicker: shows what every camera sees, and what was open before, to choose from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.addresses import without_password
from app.gui.languages.language import tr
from app.gui.live.camera_tile import CameraTile
from app.gui.live.interval import Interval
from app.gui.live.source_section import display_name
from app.gui.live.source_watch import SAMPLE
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.controls import scrolled
from app.live.sources.open import is_address

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np

    from app.live.camera_previews import CameraPreviews
    from app.live.sources.camera import Camera

TICK_MS = 50
LISTED_EVERY_S = 3.0  # cameras that are plugged in meanwhile are shown too
GIVEN_BACK_S = 5.0  # a camera whose driver hangs is not waited for longer
COLUMNS = 3
SIZE = (760, 560)


class SourcePicker(QDialog):
    """A tile for each camera, a line for each file and stream of before, and ways to others.

    Parameters
    ----------
    recent : files and addresses that were open before, newest first.
    previews : looks through the cameras while this is open.
    shown_image : returns what the camera that is open already sees, (H, W, 3) uint8 RGB, or None.
    clock : seconds.

    Signals
    -------
    chosen : a source, as :func:`app.live.sources.open.open_source` takes it; no preview has a camera by then.
    file_wanted : a chooser of files is wanted.
    lists_wanted : cameras should be looked for again.
    forgotten : files and streams of before shall not be remembered any more.
    """

    chosen = Signal(str)
    file_wanted = Signal()
    lists_wanted = Signal()
    forgotten = Signal()

    def __init__(
        self,
        parent: QWidget,
        recent: Sequence[str],
        previews: CameraPreviews,
        shown_image: Callable[[], np.ndarray | None],
        clock: Callable[[], float],
    ) -> None:
        super().__init__(parent)
        self._previews, self._shown_image, self._clock = previews, shown_image, clock
        self._tiles: dict[Camera, CameraTile] = {}
        self._open_one: Camera | None = None
        self._listing = Interval(LISTED_EVERY_S)
        self._listing.begin(clock())
        self._wish: Callable[[], None] | None = None
        self._wish_until = 0.0
        self.setWindowTitle(tr("Choose a source"))
        self.setAccessibleName(tr("Choose a source"))
        self.no_camera = QLabel(tr("Looking for cameras…"))
        self.no_camera.setProperty("role", "secondary")
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.GRID)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._content = QWidget()
        self._content.setProperty("role", "clear")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(24, 0, 24, 0)
        self._column.setSpacing(theme.GRID)
        self._heading(tr("CAMERAS"))
        self._column.addWidget(self.no_camera)
        self._column.addLayout(self._grid)
        self.recent = [self._recent_line(source) for source in recent]
        self._add_recent()
        self._column.addStretch(1)
        scroll = scrolled(self._content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 20)
        layout.setSpacing(2 * theme.GRID)
        layout.addWidget(scroll, 1)
        layout.addLayout(self._others())
        self.resize(SIZE[0], min(SIZE[1], parent.height() - 5 * theme.GRID))
        timer = QTimer(self)
        timer.timeout.connect(self.tick)
        timer.start(TICK_MS)

    def _add_recent(self) -> None:
        self._recent_heading = self._heading(tr("RECENT"))
        for line in self.recent:
            self._column.addWidget(line)
        self.forget = theme.text_button(
            tr("Forget these"), tr("Remember none of these files and streams any more")
        )
        self.forget.setProperty("role", "quiet")
        self.forget.clicked.connect(self._forget)
        self._column.addWidget(self.forget, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_recent(bool(self.recent))

    def _others(self) -> QHBoxLayout:
        """Return the row of what is always there."""
        sample = theme.text_button(tr("Sample clip"), tr("Show the sample clip, which needs no camera"))
        sample.clicked.connect(lambda: self._choose(SAMPLE))
        file = theme.text_button(tr("Open a file…"), hint(tr("Open a video or picture"), "open_media"))
        file.clicked.connect(lambda: self._end_with(self.file_wanted.emit))
        self.stream = QLineEdit()
        self.stream.setPlaceholderText(tr("rtsp:// or http:// address, then Enter"))
        self.stream.setToolTip(tr("The address of a network camera or stream; Enter opens it"))
        self.stream.setAccessibleName(tr("Stream address"))
        self.stream.returnPressed.connect(self._enter_stream)
        close = theme.text_button(tr("Close"), hint(tr("Close this"), "step_back"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(theme.GRID)
        for widget in (sample, file):
            row.addWidget(widget)
        row.addWidget(self.stream, 1)
        row.addWidget(close)
        return row

    # What it shows -----------------------------------------------------------------------------------------

    @property
    def tiles(self) -> list[CameraTile]:
        """The cameras shown."""
        return list(self._tiles.values())

    def show_cameras(self, cameras: Sequence[Camera] | None, open_one: Camera | None) -> None:
        """Show these cameras, None while they are being looked for; one of them may be open already."""
        if self._wish is not None:
            return
        if cameras is not None and list(cameras) != list(self._tiles):
            self._replace_tiles(cameras)
        self.no_camera.setVisible(not cameras)
        if cameras is not None:
            self.no_camera.setText(tr("No camera was found. Plug one in; it is shown here at once."))
        self._open_one = open_one
        self._previews.show([camera for camera in cameras or () if camera != open_one])

    def tick(self) -> None:
        """Show what the cameras see by now."""
        now = self._clock()
        if self._wish is not None:
            if self._previews.has_ended or now >= self._wish_until:
                wish, self._wish = self._wish, None
                self.accept()
                wish()
            return
        if self._listing.is_due(now):
            self.lists_wanted.emit()
        for preview in self._previews.take():
            if preview.camera in self._tiles:
                self._tiles[preview.camera].show_preview(preview)
        if self._open_one in self._tiles:
            self._tiles[self._open_one].show_live(self._shown_image())

    def _replace_tiles(self, cameras: Sequence[Camera]) -> None:
        for tile in self._tiles.values():
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        names = [camera.name for camera in cameras]
        self._tiles = {}
        for place, camera in enumerate(cameras):
            has_twin = names.count(camera.name) > 1  # twins are told apart by their number
            tile = CameraTile(f"{camera.name} ({camera.index})" if has_twin else camera.name)
            source = str(camera.index) if has_twin else camera.name
            tile.clicked.connect(lambda _checked=False, source=source: self._choose(source))
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
            self._tiles[camera] = tile
        if cameras and not self.stream.hasFocus():
            self._tiles[cameras[0]].setFocus()

    # What a person does ------------------------------------------------------------------------------------

    def _choose(self, source: str) -> None:
        self._end_with(lambda: self.chosen.emit(source))

    def _enter_stream(self) -> None:
        address = self.stream.text().strip()
        if is_address(address):
            self._choose(address)

    def _end_with(self, wish: Callable[[], None]) -> None:
        """Do something once all cameras have been given back, so that the chosen one can be opened."""
        if self._wish is None:
            self._wish, self._wish_until = wish, self._clock() + GIVEN_BACK_S
            self._previews.stop()
            self._content.setEnabled(False)

    def _forget(self) -> None:
        self._show_recent(False)
        self.forgotten.emit()

    def _show_recent(self, shows: bool) -> None:
        for widget in (self._recent_heading, *self.recent, self.forget):
            widget.setVisible(shows)

    def done(self, result: int) -> None:  # noqa: D102 - however it is closed
        self._wish = None
        self._previews.stop()
        super().done(result)

    # Its parts ---------------------------------------------------------------------------------------------

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "section")
        self._column.addWidget(label)
        return label

    def _recent_line(self, source: str) -> QPushButton:
        text = without_password(source) if is_address(source) else _with_folder(source)
        line = theme.text_button(text, tr("Open {name} again").format(name=display_name(source)))
        line.setProperty("role", "path")
        line.clicked.connect(lambda: self._choose(source))
        return line


def _with_folder(path: str) -> str:
    """Name a file with the folder it lies in, which tells it from others of its name."""
    folder = Path(path).parent.name
    return f"{Path(path).name} · {folder}" if folder else Path(path).name
