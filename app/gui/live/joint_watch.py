"""JointWatch: follows the joint that somebody has clicked on the live picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.drawing.picking import camera_pixels, nearest_joint
from app.gui.live.joint_card import JointCard
from app.gui.widgets import theme
from app.gui.widgets.joint_names import joint_name
from app.live.joint_memory import JointMemory

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPointF

    from app.gui.live.live_stage import LiveStage
    from app.live.live_model import LiveModel
    from app.options import Options
    from app.types import Result

REACH = 24.0  # pixels of the screen within which a click means a joint
BELOW_BANNER = theme.EDGE + theme.CONTROL + 2 * theme.GRID


class JointWatch:
    """Remembers how joints move, and shows the one that was clicked.

    Parameters
    ----------
    stage : that is clicked, and that the card floats on.
    options : returns those in force.
    model : returns the model at work, which names the joints.
    name_of : returns what a person is called.
    """

    def __init__(
        self,
        stage: LiveStage,
        options: Callable[[], Options],
        model: Callable[[], LiveModel | None],
        name_of: Callable[[int], str],
    ) -> None:
        self._stage, self._options, self._model, self._name_of = stage, options, model, name_of
        self._memory = JointMemory()
        self._picked: tuple[int, int] | None = None
        self.card = JointCard(stage)
        self.card.closed.connect(self.close)
        stage.resized.connect(self._arrange)

    def add(self, result: Result) -> None:
        """Take in a new picture."""
        self._memory.add(result.people, result.frame.time_s)

    def clear(self) -> None:
        """Forget the source that was shown."""
        self._memory.clear()
        self.close()

    def close(self) -> bool:
        """Show no joint; return whether one was shown."""
        was_open, self._picked = self._picked is not None, None
        self.card.hide()
        return was_open

    def refresh(self) -> None:
        """Show how the joint has moved by now."""
        model = self._model()
        if self._picked is None or model is None:
            return
        person, joint = self._picked
        paths = self._memory.paths(person, model.joint_names)
        name = f"{self._name_of(person)} · {joint_name(model.joint_names[joint])}"
        self.card.show_joint(name, joint, paths, self._memory.span_s)
        self._arrange()

    def pick(self, at: QPointF, scale: float) -> None:
        """Show the joint that lies at a pixel of the picture, of which one takes ``scale`` of the screen."""
        result, model = self._stage.result, self._model()
        if result is None or model is None:
            return
        size = result.overlay.shape[1], result.overlay.shape[0]
        pixels = camera_pixels(result.people, size, self._options())
        picked = nearest_joint(pixels, (at.x(), at.y()), REACH / scale)
        if picked is None or picked[1] >= len(model.joint_names):
            return
        self._picked = picked
        self.refresh()
        self.card.show()
        self.card.raise_()

    def _arrange(self) -> None:
        self.card.move(self._stage.width() - self.card.width() - theme.EDGE, BELOW_BANNER)
