"""SourceChoice: the ways to another source: the picker, a file, a stream's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.live.source_picker import SourcePicker
from app.live.sources.base import SourceError
from app.live.sources.camera import find_camera
from app.live.sources.camera_format import CameraFormat
from app.live.sources.open import is_address, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from PySide6.QtWidgets import QWidget

    from app.gui.live.places import Places
    from app.gui.live.source_watch import SourceWatch
    from app.live.camera_previews import CameraPreviews
    from app.live.session import LiveSession
    from app.live.sources.camera import Camera

CLOSE_S = 2.0  # for the cameras of the picker when the window closes


class SourceChoice:
    """Asks for a source, opens it and remembers what may be wanted again.

    Parameters
    ----------
    page : under which the picker lies.
    session, watch : that know the cameras, and which source is open.
    places : remembers files and streams.
    image : returns what the source that is open sees, (H, W, 3) uint8 RGB, or None.
    open_source : opens one.
    make_previews : returns what looks through the cameras in a format, anew for each picker.
    clock : seconds.
    """

    def __init__(
        self,
        page: QWidget,
        session: LiveSession,
        watch: SourceWatch,
        places: Places,
        *,
        image: Callable[[], np.ndarray | None],
        open_source: Callable[[str], None],
        make_previews: Callable[[CameraFormat], CameraPreviews],
        clock: Callable[[], float],
    ) -> None:
        self._page, self._session, self._watch, self._places = page, session, watch, places
        self._image, self._open_source = image, open_source
        self._make_previews, self._clock = make_previews, clock
        self._previews: CameraPreviews | None = None
        self.picker: SourcePicker | None = None

    def pick(self) -> None:
        """Show the picker."""
        if self.picker is not None:
            return
        self._previews = self._make_previews(CameraFormat.of(self._watch.options))
        recent = self._places.settings.recent
        picker = SourcePicker(self._page, recent, self._previews, self._image, self._clock)
        picker.chosen.connect(self.open)
        picker.file_wanted.connect(self.choose_file)
        picker.lists_wanted.connect(self._session.search)
        picker.forgotten.connect(self._places.forget)
        picker.finished.connect(self._end)
        self.picker = picker
        self._session.search()
        self.follow()
        picker.open()

    def follow(self) -> None:
        """Show in the picker which cameras there are by now; to be called now and then."""
        if self.picker is not None:
            cameras = self._session.cameras
            self.picker.show_cameras(cameras, self._open_camera(cameras or []))

    def choose_file(self) -> None:
        """Ask for a video or picture and open it."""
        path = self._places.ask_for_file()
        if path:
            self.open(path)

    def open(self, source: str) -> None:
        """Open a source, and remember it where it is a file, a folder or a stream."""
        if is_address(source) or kind_of(source) not in ("camera", "sample"):
            self._places.note(source)
        self._open_source(source)

    def close(self) -> None:
        """Give all cameras of the picker back."""
        if self.picker is not None:
            self.picker.reject()
        if self._previews is not None:
            self._previews.close(CLOSE_S)

    def _open_camera(self, cameras: list[Camera]) -> Camera | None:
        """Return which of the cameras the live picture comes from, if one."""
        source = self._watch.options.source
        if self._watch.shows_sample_instead or self._session.state == "failed":
            return None
        try:
            return find_camera(source, cameras) if kind_of(source) == "camera" else None
        except SourceError:
            return None

    def _end(self) -> None:
        if self.picker is not None:
            self.picker.deleteLater()
            self.picker = None
