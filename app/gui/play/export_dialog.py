"""ExportDialog: choose a format and write the recording in it, with progress and a way to stop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.background_job import Job
from app.frame_rates import nominal_rate
from app.gui.languages.language import later, short_number, tr
from app.gui.languages.sentences import translated
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox, Switch, open_out, scrolled
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.export.formats import FORMATS
from app.recordings.export.scene import VideoView
from app.recordings.file_names import free_path
from app.recordings.motion.refine import RefineFigures, RefineSettings
from app.recordings.part import WHOLE, Part
from app.recordings.playback import usual_rate
from app.system import errors
from app.text import clock
from models.program import install_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.play.player import RecordingSummary
    from app.options import Options
    from app.recordings.export.formats import BoneNames, Rest

RATES = (23.976, 24, 25, 29.97, 30, 50, 59.94, 60)
NAMES: dict[BoneNames, str] = {
    "anny": later("Bones' own names"),
    "vrm": "VRM",
    "mixamo": later("Mixamo"),
    "unreal": later("Unreal"),
    "rokoko": later("Rokoko"),
}
RESTS: dict[Rest, str] = {
    "own": later("Own rest pose"),
    "t": later("T-pose"),
    "a": later("A-pose"),
}
FOLLOW_MS = 50
USE_WIDTH = 384  # pixels for what a format is for, or more where the font wants it


class ExportDialog(QDialog):
    """Exports one recording; stays open until it is closed.

    Parameters
    ----------
    summary : of the recording.
    options : with the camera of the orbit view, from which a video may look.
    part : from in to out point.
    refines : whether refining is chosen at first.
    show_file : shows a file in the system's file manager.
    """

    def __init__(
        self,
        parent: QWidget,
        summary: RecordingSummary,
        options: Options,
        *,
        part: Part,
        refines: bool,
        show_file: Callable[[Path], None],
    ) -> None:
        super().__init__(parent)
        self._summary, self._options, self._show_file = summary, options, show_file
        self._job: Job[list[Path]] | None = None
        self._files: list[Path] = []
        self._figures: list[RefineFigures] = []
        self.setWindowTitle(tr("Export {name}").format(name=summary.path.stem))

        self.formats: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._choices = QWidget()
        self._choices.setProperty("role", "clear")
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(16)
        choices.addLayout(self._format_choices())
        choices.addLayout(self._other_choices(part, refines))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress"))
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumHeight(36)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        scroll = scrolled(self._choices)
        layout.addWidget(scroll, 1)
        for widget in (self.progress, self.message):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        open_out(self, scroll)

        self.formats["glb"].setChecked(True)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.follow)
        self._show_job()

    def _format_choices(self) -> QGridLayout:
        """Return the formats, a line each; one that needs a package which is missing says so."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        for row, (kind, form) in enumerate(FORMATS.items()):
            name, purpose = translated(form.name), translated(form.use)
            button = QRadioButton(name)
            button.setToolTip(purpose)
            button.setAccessibleName(f"{name}: {purpose}")
            button.toggled.connect(lambda _on: self._follow_format())
            use = QLabel(purpose)
            use.setProperty("role", "secondary")
            use.setBuddy(button)
            self._group.addButton(button)
            self.formats[kind] = button
            grid.addWidget(button, row, 0)
            grid.addWidget(use, row, 1)
            if form.package and not form.is_installed:
                button.setEnabled(False)
                button.setToolTip(
                    tr("Needs {package}: {command}").format(
                        package=form.package[0], command=install_line(form.package[1])
                    )
                )
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, USE_WIDTH)
        return grid

    def _other_choices(self, part: Part, refines: bool) -> QFormLayout:
        """Return whom and what to export, at which rate, from where it is seen, and whether it is refined."""
        summary, options = self._summary, self._options
        self.person = CalmComboBox(tr("Person"), tr("Whom to export"))
        self.person.addItem(tr("Everybody"), None)
        for person_id in summary.present:
            self.person.addItem(tr("Person {number}").format(number=person_id), person_id)
        self.part = CalmComboBox(
            tr("Part"), tr("What to export: the in and out points of the player, or all")
        )
        if not part.is_whole:
            start_s, end_s = part.bounds(float(summary.times_s[-1]))
            self.part.addItem(
                tr("From {start} to {end}").format(start=clock(start_s), end=clock(end_s)), part
            )
        self.part.addItem(tr("The whole recording"), WHOLE)
        self.rate = CalmComboBox(tr("Rate"), tr("Frames a second"))
        recorded = usual_rate(summary.times_s, summary.info.frame_rate)
        self.rate.addItem(tr("As recorded, {rate} a second").format(rate=short_number(recorded, 5)), None)
        for rate in RATES:
            self.rate.addItem(
                tr("{rate} a second").format(rate=short_number(rate)), float(nominal_rate(rate))
            )
        self.view = CalmComboBox(tr("View"), tr("From where a video shows the people"))
        self.view.addItem(tr("As the camera saw them"), VideoView(look=options.look))
        if summary.has_video:
            self.view.addItem(tr("Over the kept video"), VideoView("overlay", look=options.look))
        around = VideoView(
            "orbit", options.orbit_yaw_deg, options.orbit_pitch_deg, options.orbit_zoom, options.look
        )
        self.view.addItem(tr("From around, as set now"), around)
        self.origin = CalmComboBox(tr("Origin"), tr("Where the origin is, and which way is forward"))
        self.origin.addItem(tr("On the floor under the first step, facing forward"), "floor")
        self.origin.addItem(tr("The camera"), "camera")
        if summary.info.kind != "body":
            self.origin.removeItem(0)
        self.names = CalmComboBox(tr("Names of bones"), tr("Whose names bones have"))
        for names, text in NAMES.items():
            self.names.addItem(tr(text), names)
        self.rest = CalmComboBox(
            tr("Rest pose"), tr("The pose in which bones and skin rest; the motion stays")
        )
        for rest, text in RESTS.items():
            self.rest.addItem(tr(text), rest)
        self.refine = Switch(
            tr("Refine the motion"),
            tr("Smooth without lag, fill short gaps, hold feet still where they stand; the recording stays"),
        )
        self.refine.setChecked(refines)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(theme.GRID)
        for name, widgets in (
            (tr("What"), (self.person, self.part)),
            (tr("Origin"), (self.origin,)),
            (tr("Bones"), (self.names, self.rest)),
            (tr("How"), (self.rate, self.view)),
        ):
            label = QLabel(name)
            label.setFixedHeight(theme.CONTROL)
            form.addRow(label, _side_by_side(*widgets))
        form.addRow(self.refine)
        return form

    def _buttons(self) -> QHBoxLayout:
        self.show_button = theme.text_button(
            tr("Show in folder"), tr("Show what was written in the file manager")
        )
        self.close_button = theme.text_button(tr("Close"), hint(tr("Close this"), "step_back"))
        self.export_button = theme.text_button(tr("Export…"), tr("Choose a place and write it"))
        self.export_button.setProperty("role", "primary")
        self.export_button.setDefault(True)
        self.show_button.clicked.connect(lambda: self._show_file(self._files[0]))
        self.close_button.clicked.connect(self.reject)
        self.export_button.clicked.connect(self._ask_where)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button)
        return buttons

    @property
    def kind(self) -> str:
        """The chosen format."""
        return next(kind for kind, button in self.formats.items() if button.isChecked())

    def _follow_format(self) -> None:
        """Let be chosen what the format has."""
        if self._group.checkedButton() is None:
            return
        form = FORMATS[self.kind]
        self.rate.setEnabled(form.has_rate)
        self.rate.setToolTip(
            tr("Frames a second") if form.has_rate else tr("This format keeps the recorded moments")
        )
        self.origin.setEnabled(form.is_in_room)
        self.origin.setToolTip(
            tr("Where the origin is, and which way is forward")
            if form.is_in_room
            else tr("The origin of this format is always the same")
        )
        for box, tooltip in (
            (self.names, tr("Whose names bones have")),
            (self.rest, tr("The pose in which bones and skin rest; the motion stays")),
        ):
            box.setEnabled(form.has_bones)
            box.setToolTip(tooltip if form.has_bones else tr("This format has no bones to name"))
        self.view.setEnabled(form.has_view)
        self.view.setToolTip(
            tr("From where the video shows the people")
            if form.has_view
            else tr("This format holds the meshes or bones themselves, to be looked at from anywhere")
        )

    def _ask_where(self) -> None:
        """Ask for the file, or stop what is being written."""
        if self._job is not None:
            self._ask_to_stop()
            return
        suffixes = FORMATS[self.kind].suffixes
        suffix = suffixes[0] if suffixes else ""
        proposed = free_path(self._summary.path.with_suffix(suffix))
        kinds = f"{translated(FORMATS[self.kind].name) if suffix else tr('Folder')} (*{suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export to"), str(proposed), kinds)
        if chosen:
            output = Path(chosen)
            if suffix and output.suffix.lower() not in suffixes:
                # Whether a file of that name may be replaced has not been asked.
                output = free_path(output.with_name(output.name + suffix))
            self.export_to(output)

    def _ask_to_stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self.message.setText(tr("Stopping…"))

    def export_to(self, output: Path) -> None:
        """Write it."""
        path, kind = self._summary.path, self.kind
        settings = ExportSettings(
            person=self.person.currentData(),
            fps=self.rate.currentData() if self.rate.isEnabled() else None,
            view=self.view.currentData() if self.view.isEnabled() else None,
            refine=RefineSettings() if self.refine.isChecked() else None,
            replaces=False,
            origin=self.origin.currentData() if self.origin.isEnabled() else None,
            names=self.names.currentData() if self.names.isEnabled() else None,
            rest=self.rest.currentData() if self.rest.isEnabled() else None,
            part=self.part.currentData(),
        )
        self._files, self._figures = [], []
        report = self._figures.append
        self._job = Job(lambda progress: export(path, kind, output, settings, progress, report))
        self.message.setText(tr("Writing {name}").format(name=output.name))
        self._timer.start(FOLLOW_MS)
        self._show_job()

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def follow(self) -> None:
        """Show how far it is, and how it ended."""
        job = self._job
        if job is None:
            return
        if job.is_running:
            done, total = job.progress
            self.progress.setRange(0, total)
            self.progress.setValue(done)
            return
        self._timer.stop()
        self._job = None
        if job.error is not None:
            self._say(translated(errors.sentence(job.error)), "danger")
        elif job.was_stopped:
            self._say(tr("Stopped; nothing was written."), "secondary")
        else:
            self._files = job.result or []
            names = ", ".join(file.name for file in self._files[:3])
            more = len(self._files) - 3
            wrote = tr("Wrote {names} and %n more.", "files", more) if more > 0 else tr("Wrote {names}.")
            refined = (f"\n{translated(figures.sentence())}" for figures in self._figures)
            self._say(wrote.format(names=names) + "".join(refined), "")
        self._show_job()

    def _say(self, text: str, role: str) -> None:
        self.message.setText(text)
        theme.set_role(self.message, role)

    def _show_job(self) -> None:
        busy = self._job is not None
        self._choices.setEnabled(not busy)
        self.progress.setVisible(busy)
        self.show_button.setVisible(bool(self._files))
        self.close_button.setVisible(not busy)
        self.export_button.setText(tr("Stop") if busy else tr("Export…"))
        self.export_button.setToolTip(
            tr("Stop; nothing is written") if busy else tr("Choose a place and write it")
        )
        self.export_button.setAccessibleName(self.export_button.text())
        if busy:
            theme.set_role(self.message, "secondary")
            self.progress.setRange(0, 0)
        else:
            self._follow_format()

    def reject(self) -> None:
        """Close; what is being written is stopped first, and closing is for another time."""
        if self._job is None:
            super().reject()
        else:
            self._ask_to_stop()

    def stop(self) -> None:
        """Ask what is being written to stop; returns at once."""
        if self._job is not None:
            self._job.stop()

    def wait(self, timeout: float) -> bool:
        """Wait, at most so many seconds, until nothing is being written; return whether that is so."""
        return self._job is None or self._job.wait(timeout)


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.GRID)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
