"""The last step of a frame: its people drawn as the options say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.drawing.painter import Painter
from app.live.stopwatch import Stopwatch

if TYPE_CHECKING:
    import numpy as np

    from app.drawing.colours import Colour
    from app.drawing.painter import Renderer
    from app.live.estimator import MeshEstimator
    from app.options import Options
    from app.types import Result


class DrawStep:
    """Draws results. Built, used and closed by one thread, as the OpenGL context inside demands.

    Parameters
    ----------
    options : see :class:`app.options.Options`; :attr:`options` may be exchanged between results.
    estimator : of the model whose people are drawn.
    draws : without it results keep the frame's own image.
    renderer : of the model's body, which whoever lends it closes; None to make one.

    Attributes
    ----------
    cutout_wanted : draw the people alone too; may be exchanged between results.

    Raises
    ------
    models.rendering.mesh_renderer.RenderingError : a file that drawing needs is missing.
    """

    def __init__(
        self,
        options: Options,
        estimator: MeshEstimator,
        *,
        draws: bool = True,
        renderer: Renderer | None = None,
    ) -> None:
        self.options, self.cutout_wanted = options, False
        self._is_lent = renderer is not None
        self._painter: Painter | None = None
        if draws:
            names = estimator.info.joint_names
            self._painter = Painter(estimator.template, names, options.people, renderer=renderer)

    @property
    def no_opengl(self) -> str:
        """Why the processor draws; empty where OpenGL does, or nothing is drawn."""
        return "" if self._painter is None else self._painter.no_opengl

    @property
    def device_name(self) -> str:
        """What draws, as OpenGL names it, or that nothing does."""
        return "nothing" if self._painter is None else self._painter.device_name

    def step(self, result: Result) -> Result:
        """Draw the people of a result, and add how long it waited for that and how long it took."""
        watch = Stopwatch(result.frame, result.times)
        overlay, cutout = self._drawn(result)
        watch.lap("draw")
        return replace(result, overlay=overlay, cutout=cutout, times=watch.times, colours=self._colours)

    def redraw(self, result: Result) -> Result:
        """Draw a result again as the options now say, such as from another side while paused."""
        overlay, cutout = self._drawn(result)
        return replace(result, overlay=overlay, cutout=cutout, colours=self._colours)

    @property
    def _colours(self) -> dict[int, Colour] | None:
        return None if self._painter is None else self._painter.colours

    def _drawn(self, result: Result) -> tuple[np.ndarray, np.ndarray | None]:
        """Return the picture, and the people alone if they are wanted."""
        leader = result.leader if self.options.lead else None
        shown = result.frame, result.people, self.options, leader
        if self._painter is None:
            return result.frame.image, None
        if self.cutout_wanted:
            return self._painter.draw_and_cut_out(*shown)
        return self._painter.draw(*shown), None

    def close(self) -> None:
        """Give the renderer back, unless it is lent."""
        if self._painter is not None and not self._is_lent:
            self._painter.close()
