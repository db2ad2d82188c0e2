"""CurvesPanel: what refining changed of a joint: its course as it was recorded and as it is refined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from app.drawing.picking import nearest_joint
from app.gui.languages.language import later, number, tr
from app.gui.languages.sentences import translated
from app.gui.shortcuts import key
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox
from app.gui.widgets.curve_plot import RECORDED, REFINED, CurvePlot
from app.gui.widgets.joint_names import joint_name
from app.recordings.file_names import free_path
from app.recordings.motion.joint_curves import QUANTITIES, JointPaths, Quantity, unit_of, write_curves
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.gui.play.player import RecordingSummary
    from app.recordings.motion.joint_curves import Curve
    from app.recordings.motion.refined_recording import RefinedRecording
    from app.recordings.part import Part
    from app.types import Result

NAMES: dict[Quantity, str] = {
    "x": later("x, right"),
    "y": later("y, down"),
    "z": later("z, away"),
    "speed": later("Speed"),
    "angle": later("Angle"),
}
PICK_WITHIN = 24.0  # pixels of the screen
READING = later("Reading the joints…")
NOBODY = later("Nobody is in this recording")
NO_ANGLE = later("This joint has no angle; elbows, knees, hips and shoulders have one")


class CurvesPanel(QFrame):
    """Asks for a person, a joint and a quantity, and shows the curves.

    Attributes
    ----------
    plot : with the curves.
    told : what the curves are and their values at the moment that is shown, or why there are none.

    Signals
    -------
    values_wanted : what is shown shall be written as a table.
    """

    values_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Curves of a joint"))
        self._recorded: Mapping[int, JointPaths] | UserError | None = None
        self._refined: Mapping[int, JointPaths] = {}
        self._curves: tuple[Curve, Curve | None] | None = None
        self._moment_s = 0.0
        self._why_not = READING  # in English; nothing is shown
        self._wished: tuple[int, int] | None = None  # person and joint
        self._joint_names: tuple[str, ...] = ()
        self.person = CalmComboBox(tr("Person of the curves"), tr("Whose joint it is"))
        self.joint = CalmComboBox(tr("Joint"), tr("Which joint is shown"))
        self.quantity = CalmComboBox(
            tr("Quantity"), tr("Where the joint is, seen from the camera, or how fast it moves")
        )
        for quantity in QUANTITIES:
            self.quantity.addItem(tr(NAMES[quantity]), quantity)
        self.save_button = QPushButton(tr("Save values"))
        self.save_button.setAccessibleName(tr("Save values"))
        self.save_button.setToolTip(tr("Write these curves, from in to out point, as a table (CSV)"))
        self.save_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.save_button.clicked.connect(self.values_wanted)
        self.told = QLabel()
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.told.setWordWrap(True)
        theme.use_tabular_figures(self.told)
        self.plot = CurvePlot()
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        for box in (self.person, self.joint, self.quantity):
            box.currentIndexChanged.connect(self._choose)
            row.addWidget(box, 1)
        row.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.told)
        layout.addWidget(self.plot)
        self._choose()

    def clear(self) -> None:
        """Forget the recording; which joint and quantity are shown stays for the next one."""
        self._recorded, self._refined, self._wished = None, {}, None
        self._choose()

    def show_recorded(
        self, summary: RecordingSummary, recorded: Mapping[int, JointPaths] | UserError | None
    ) -> None:
        """Show what was recorded: everybody's joints, why they cannot be read, or None while they are."""
        if recorded is self._recorded:
            return
        self._recorded = recorded
        self._joint_names = tuple(summary.info.joint_names)
        _fill(
            self.person, {tr("Person {number}").format(number=person): person for person in summary.present}
        )
        _fill(self.joint, {joint_name(name): index for index, name in enumerate(self._joint_names)})
        self._follow_wish()
        self._choose()

    def show_refined(self, refined: RefinedRecording) -> None:
        """Show what became of it too."""
        self._refined = {motion.id: JointPaths.of(motion) for motion in refined.motions}
        self._choose()

    def show_moment(self, moment_s: float, part: Part, length_s: float) -> None:
        """Show where the player is, and the curves from the in to the out point."""
        self.plot.show_span(*part.bounds(length_s))
        self.plot.show_moment(moment_s)
        if moment_s != self._moment_s:
            self._moment_s = moment_s
            self._tell()

    def choose_at(self, result: Result, at: QPointF, scale: float) -> bool:
        """Show the joint that lies at a pixel of a picture; return whether one does.

        Parameters
        ----------
        result : the picture.
        at : in its pixels.
        scale : pixels of the screen that one of them takes.
        """
        self._wished = nearest_joint(result.joint_pixels or {}, (at.x(), at.y()), PICK_WITHIN / scale)
        has_found = self._wished is not None
        self._follow_wish()
        return has_found

    def _follow_wish(self) -> None:
        """Choose whom and what somebody has clicked, once they can be chosen."""
        if self._wished is not None and self.person.findData(self._wished[0]) >= 0:
            for box, value in zip((self.person, self.joint), self._wished, strict=True):
                box.setCurrentIndex(box.findData(value))
            self._wished = None

    def write(self, folder: Path, stem: str) -> Path | None:
        """Write what is shown as CSV into a folder, under a name of its own; None where nothing is shown.

        Raises
        ------
        OSError : it cannot be written.
        """
        if self._curves is None:
            return None
        quantity = self.quantity.currentData()
        about = f"person {self.person.currentData()} {self._joint_names[self.joint.currentData()]} {quantity}"
        path = free_path(folder / f"{stem} {about.lower()}.csv")
        names = ("recorded", "refined")
        unit = unit_of(quantity).replace("°", "deg")
        curves = {
            f"{name}_{unit}": curve
            for name, curve in zip(names, self._curves, strict=True)
            if curve is not None
        }
        write_curves(path, curves, *self.plot.span_s)
        return path

    def _choose(self) -> None:
        """Show the curves of what is chosen."""
        person, joint, quantity = (box.currentData() for box in (self.person, self.joint, self.quantity))
        self._curves = None
        self._why_not = READING if self._recorded is None else NOBODY
        readable = None if isinstance(self._recorded, UserError) else self._recorded
        recorded, refined = (readable or {}).get(person), self._refined.get(person)
        if recorded is not None:
            self._why_not = NO_ANGLE if quantity == "angle" and not recorded.has_angle(joint) else ""
        if recorded is not None and not self._why_not:
            self._curves = (
                recorded.curve(joint, quantity),
                None if refined is None else refined.curve(joint, quantity),
            )
            self.plot.show_curves(*self._curves, unit_of(quantity))
        else:
            self.plot.clear()
        for box in (self.person, self.joint, self.quantity):
            box.setEnabled(self._curves is not None or self._why_not == NO_ANGLE)
        self.save_button.setEnabled(self._curves is not None)
        is_unreadable = isinstance(self._recorded, UserError)
        theme.set_role(self.told, "danger" if is_unreadable else "secondary")
        self.told.setTextFormat(Qt.TextFormat.PlainText if is_unreadable else Qt.TextFormat.RichText)
        self._tell()

    def _tell(self) -> None:
        """Say what the curves are, with their values, or why there are none."""
        if self._curves is None:
            unreadable = isinstance(self._recorded, UserError)
            self.told.setText(translated(str(self._recorded)) if unreadable else tr(self._why_not))
            return
        recorded, refined = self._curves
        unit = unit_of(self.quantity.currentData())
        parts = [_legend(tr("Recorded"), RECORDED, recorded.at(self._moment_s), unit)]
        if refined is None:
            parts.append(tr("“Refine” ({key}) adds the refined curve").format(key=key("refine")))
        else:
            parts.append(_legend(tr("Refined"), REFINED, refined.at(self._moment_s), unit))
        self.told.setText("&nbsp;&nbsp; ".join(parts))


def _legend(name: str, colour: str, value: float | None, unit: str) -> str:
    said = tr("away", "this person is") if value is None else f"{number(value, 1)} {unit}"
    return f'<span style="color: {getattr(theme.palette(), colour)}">■</span> {name} {said}'


def _fill(box: CalmComboBox, entries: Mapping[str, int]) -> None:
    """Offer other entries; what was chosen stays chosen where it is still there."""
    chosen = box.currentText()
    box.blockSignals(True)
    box.clear()
    for text, value in entries.items():
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findText(chosen), 0))
    box.blockSignals(False)
