"""PlayHeader: the name of the opened recording, what is known of it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout

from app.gui.shortcuts import hint, key
from app.gui.widgets import theme
from app.gui.widgets.elided_label import ElidedLabel
from app.recordings.library import who
from app.recordings.playback import usual_rate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from app.gui.play.player import RecordingSummary
    from app.live.outputs import OutputStatus

HEIGHT = 56
REFINE = "Smooth the motion, fill short gaps and hold standing feet still; the recording stays"
PEOPLE = "Put right who is who: swap people, join or split them; the recording stays"
CURVES = "Where a joint was over time, as recorded and as refined"
WRITE = "Write it in another program's format"
DELETE = f"{hint('Delete', 'delete')}; {key('undo_delete')} brings it back"


class PlayHeader(QFrame):
    """Shows facts and reports wishes.

    Signals
    -------
    renamed : the name that was entered.
    finished : entering a name has ended, with one or without.
    deletion, export, people, refine, curves : pressed.
    """

    renamed = Signal(str)
    finished = Signal()
    deletion = Signal()
    export = Signal()
    people = Signal()
    refine = Signal()
    curves = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Recording")
        self._facts = self._sending = self._model = ""
        self.setFixedHeight(HEIGHT)
        self.name = ElidedLabel()
        self.name.setProperty("role", "title")
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.field = _NameField()
        self.field.hide()
        self.facts = ElidedLabel()
        self.facts.setProperty("role", "secondary")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for widget in (self.name, self.field, self.facts):
            texts.addWidget(widget)
        self.refine_button = _text_button("refine", "Refine", hint(REFINE, "refine"))
        self.refine_button.setCheckable(True)
        self.refine_button.setFixedWidth(124)  # for both of its texts, so that nothing jumps
        self.export_button = _text_button("export", "Export…", hint(WRITE, "export"))
        self.curves_button = theme.icon_button("curves", hint(CURVES, "curves"), "Curves of a joint")
        self.curves_button.setCheckable(True)
        self.people_button = theme.icon_button("people", hint(PEOPLE, "people"), "Who is who")
        self.rename_button = theme.icon_button("rename", hint("Rename", "rename"), "Rename")
        self.delete_button = theme.icon_button("delete", DELETE, "Delete")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 12, 8)
        layout.setSpacing(theme.GRID)
        layout.addLayout(texts, 1)
        for button in (
            self.curves_button,
            self.refine_button,
            self.export_button,
            self.people_button,
            self.rename_button,
            self.delete_button,
        ):
            button.setIconSize(QSize(theme.ICON, theme.ICON))
            layout.addWidget(button)
        self.curves_button.clicked.connect(self.curves)
        self.refine_button.clicked.connect(self.refine)
        self.export_button.clicked.connect(self.export)
        self.people_button.clicked.connect(self.people)
        self.rename_button.clicked.connect(self.begin_renaming)
        self.delete_button.clicked.connect(self.deletion)
        self.field.returnPressed.connect(self._accept)
        self.field.left.connect(self._end)

    def show_name(self, name: str) -> None:
        """Show what the opened recording is called; a new name for the one before is given up."""
        self._end()
        self.name.set_full_text(name, name)

    def show_recording(
        self,
        summary: RecordingSummary | None,
        *,
        has_file: bool,
        is_busy: bool,
        is_refined: bool,
        has_motion: bool,
    ) -> None:
        """Show what is known, and what can be done now; what cannot says why."""
        self._facts = "" if summary is None else facts(summary)
        self._model = "" if summary is None else f"{facts(summary)}\nModel {summary.info.model}"
        self._show_facts()
        playable = summary is not None
        why_not = "There is no recording open" if not has_file else "This recording cannot be read"
        can_refine = playable and not is_busy and bool(summary and summary.present)
        self.refine_button.setEnabled(can_refine)
        self.refine_button.setChecked(is_refined)
        if can_refine:
            shown = "Show the recorded motion" if is_refined else "Show the refined motion"
            self.refine_button.setToolTip(hint(shown if has_motion else REFINE, "refine"))
        else:
            busy = "Something is being done already" if is_busy else "Nobody is in this recording"
            self.refine_button.setToolTip(busy if playable else why_not)
        self.refine_button.setText("Refined" if is_refined else "Refine")
        self.export_button.setEnabled(playable)
        self.export_button.setToolTip(hint(WRITE, "export") if playable else why_not)
        has_people = bool(summary and summary.present)
        self.people_button.setEnabled(has_people and not is_busy)
        self.people_button.setToolTip(hint(PEOPLE, "people") if has_people else "Nobody is in this recording")
        self.rename_button.setEnabled(has_file)
        self.delete_button.setEnabled(has_file)
        self.rename_button.setToolTip(hint("Rename", "rename") if has_file else why_not)
        self.delete_button.setToolTip(DELETE if has_file else why_not)

    def show_sending(self, status: OutputStatus | None) -> None:
        """Say how sending to an avatar does; None: nothing is sent."""
        self._sending = "" if status is None else status.sentence
        self._show_facts()

    def _show_facts(self) -> None:
        self.facts.set_full_text(" · ".join(filter(None, (self._facts, self._sending))), self._model)

    def begin_renaming(self) -> None:
        """Let the name be changed."""
        if not self.rename_button.isEnabled():
            return
        self.field.setText(self.name.full_text)
        self.name.hide()
        self.facts.hide()
        self.field.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _accept(self) -> None:
        name = self.field.text()
        self._end()
        self.renamed.emit(name)

    def _end(self) -> None:
        if self.field.isHidden():
            return
        self.field.hide()
        self.name.show()
        self.facts.show()
        self.finished.emit()


class _NameField(QLineEdit):
    """A line for a name; Esc and leaving it give up."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Name of the recording")
        self.setToolTip("Enter takes the name, Esc leaves the old one")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()


def _text_button(icon: str, text: str, tooltip: str) -> QPushButton:
    button = QPushButton(text)
    theme.set_icon(button, icon)
    button.setToolTip(tooltip)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def facts(summary: RecordingSummary) -> str:
    """Say how many frames there are, at what rate and of whom."""
    lost = sum(drop.count for drop in summary.drops)
    parts = [
        f"{len(summary.times_s)} frames",
        f"{usual_rate(summary.times_s, summary.info.frame_rate):.4g} a second",
        who(len(summary.present)),
        *([f"{lost} lost"] if lost else []),
    ]
    return " · ".join(parts)
