"""PlayHeader: the name of the opened recording, what is known of it, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout

from app.gui.languages.language import later, short_number, tr
from app.gui.languages.sentences import translated
from app.gui.play.recording_list import who
from app.gui.shortcuts import hint, key
from app.gui.widgets import theme
from app.gui.widgets.elided_label import ElidedLabel
from app.recordings.playback import usual_rate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from app.gui.play.player import RecordingSummary
    from app.live.outputs import OutputStatus

HEIGHT = 56
REFINE = later("Smooth the motion, fill short gaps and hold standing feet still; the recording stays")
PEOPLE = later("Put right who is who: swap people, join or split them; the recording stays")
CURVES = later("Where a joint was over time, as recorded and as refined")
WRITE = later("Write it in another program's format")


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
        self.setAccessibleName(tr("Recording"))
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
        self.refine_button = _text_button("refine", tr("Refine"), hint(tr(REFINE), "refine"))
        self.refine_button.setCheckable(True)
        self.refine_button.setFixedWidth(124)  # for both of its texts, so that nothing jumps
        self.export_button = _text_button("export", tr("Export…"), hint(tr(WRITE), "export"))
        self.curves_button = theme.icon_button("curves", hint(tr(CURVES), "curves"), tr("Curves of a joint"))
        self.curves_button.setCheckable(True)
        self.people_button = theme.icon_button("people", hint(tr(PEOPLE), "people"), tr("Who is who"))
        self.rename_button = theme.icon_button("rename", hint(tr("Rename"), "rename"), tr("Rename"))
        self.delete_button = theme.icon_button("delete", _delete_hint(), tr("Delete"))
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
        self.name.say(name, name)

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
        self._model = ""
        if summary is not None:
            self._model = "\n".join((facts(summary), tr("Model {name}").format(name=summary.info.model)))
        self._show_facts()
        playable = summary is not None
        why_not = tr("There is no recording open") if not has_file else tr("This recording cannot be read")
        can_refine = playable and not is_busy and bool(summary and summary.present)
        self.refine_button.setEnabled(can_refine)
        self.refine_button.setChecked(is_refined)
        if can_refine:
            shown = tr("Show the recorded motion") if is_refined else tr("Show the refined motion")
            self.refine_button.setToolTip(hint(shown if has_motion else tr(REFINE), "refine"))
        else:
            busy = tr("Something is being done already") if is_busy else tr("Nobody is in this recording")
            self.refine_button.setToolTip(busy if playable else why_not)
        self.refine_button.setText(tr("Refined") if is_refined else tr("Refine"))
        self.export_button.setEnabled(playable)
        self.export_button.setToolTip(hint(tr(WRITE), "export") if playable else why_not)
        has_people = bool(summary and summary.present)
        self.people_button.setEnabled(has_people and not is_busy)
        self.people_button.setToolTip(
            hint(tr(PEOPLE), "people") if has_people else tr("Nobody is in this recording")
        )
        self.rename_button.setEnabled(has_file)
        self.delete_button.setEnabled(has_file)
        self.rename_button.setToolTip(hint(tr("Rename"), "rename") if has_file else why_not)
        self.delete_button.setToolTip(_delete_hint() if has_file else why_not)

    def show_sending(self, status: OutputStatus | None) -> None:
        """Say how sending to an avatar does; None: nothing is sent."""
        self._sending = "" if status is None else translated(status.sentence)
        self._show_facts()

    def _show_facts(self) -> None:
        self.facts.say(" · ".join(filter(None, (self._facts, self._sending))), self._model)

    def begin_renaming(self) -> None:
        """Let the name be changed."""
        if not self.rename_button.isEnabled():
            return
        self.field.setText(self.name.text())
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
        self.setAccessibleName(tr("Name of the recording"))
        self.setToolTip(tr("Enter takes the name, Esc leaves the old one"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()


def _delete_hint() -> str:
    return tr("Delete ({delete}); {undo} brings it back").format(
        delete=key("delete"), undo=key("undo_delete")
    )


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
        tr("%n frames", "", len(summary.times_s)),
        tr("{rate} a second").format(
            rate=short_number(usual_rate(summary.times_s, summary.info.frame_rate), 4)
        ),
        who(len(summary.present)),
        *([tr("%n lost", "frames", lost)] if lost else []),
    ]
    return " · ".join(parts)
