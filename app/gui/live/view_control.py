"""ViewControl: which view is shown, and from where the orbit view looks, by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from app.drawing import orbit_camera
from app.gui.widgets.stage_view import ZOOM_PER_NOTCH
from app.options import Options, View

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.live.live_stage import LiveStage

STEP_DEG = 5.0  # of an arrow key


class ViewControl:
    """Turns what is done on the stage into other options.

    Parameters
    ----------
    stage : on which the mouse is.
    options : returns those in force.
    change : called with the fields that are to change.
    double_clicked : what a double click does where it has no view camera to reset.

    Attributes
    ----------
    key_actions : what can be done here by a key, each by the id of its shortcut.
    """

    def __init__(
        self,
        stage: LiveStage,
        options: Callable[[], Options],
        change: Callable[..., None],
        double_clicked: Callable[[], None],
    ) -> None:
        self._stage, self._options, self._change = stage, options, change
        self._double_clicked = double_clicked
        stage.double_clicked.connect(self._double_click)
        stage.rotated.connect(self._rotate)
        stage.zoomed.connect(self._zoom)
        stage.bar.view.connect(self.next)
        self.key_actions: dict[str, Callable[[], object]] = {
            "next_view": self.next,
            "orbit_left": lambda: self._rotate(-STEP_DEG, 0.0),
            "orbit_right": lambda: self._rotate(STEP_DEG, 0.0),
            "orbit_up": lambda: self._rotate(0.0, -STEP_DEG),
            "orbit_down": lambda: self._rotate(0.0, STEP_DEG),
            "nearer": lambda: self._zoom(ZOOM_PER_NOTCH),
            "farther": lambda: self._zoom(1 / ZOOM_PER_NOTCH),
        }

    def show_options(self) -> None:
        """Show which view is in force."""
        self._stage.bar.show_view(self._options().view)
        self._stage.can_rotate = self._orbits

    def next(self) -> None:
        """Go to the next of the views."""
        views = get_args(View)
        self._change(view=views[(views.index(self._options().view) + 1) % len(views)])

    @property
    def _orbits(self) -> bool:
        return self._options().view == "orbit"

    def _double_click(self) -> None:
        if self._orbits:
            self._look_from(orbit_camera.reset(self._options()))
        else:
            self._double_clicked()

    def _rotate(self, right_deg: float, down_deg: float) -> None:
        if self._orbits:
            self._look_from(orbit_camera.rotated(self._options(), right_deg, down_deg))

    def _zoom(self, factor: float) -> None:
        if self._orbits:
            self._look_from(orbit_camera.zoomed(self._options(), factor))

    def _look_from(self, options: Options) -> None:
        self._change(
            orbit_yaw_deg=options.orbit_yaw_deg,
            orbit_pitch_deg=options.orbit_pitch_deg,
            orbit_zoom=options.orbit_zoom,
        )
