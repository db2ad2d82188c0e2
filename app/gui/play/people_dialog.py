"""PeopleDialog: says who is who, where a recording has confused people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.languages.language import tr
from app.gui.languages.sentences import reason_of, translated
from app.gui.shortcuts import hint
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox
from app.recordings.corrections import (
    Correction,
    corrected,
    corrections_file,
    read_corrections,
    write_corrections,
)
from app.text import clock
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.play.player import RecordingSummary
    from app.recordings.corrections import What

    Steps = tuple[Correction, ...]


class PeopleDialog(QDialog):
    """Asks for one step, and writes it beside the recording; it is accepted when that is done.

    Parameters
    ----------
    summary : of the recording, as its steps so far have it.
    row : of the frame that is shown, from which on people are swapped or split.

    Attributes
    ----------
    said : in words, what has been done.
    """

    def __init__(self, parent: QWidget, summary: RecordingSummary, row: int) -> None:
        super().__init__(parent)
        self._summary, self._row, self.said = summary, row, ""
        self.setWindowTitle(tr("People of {name}").format(name=summary.path.stem))
        here = [person for person, there in summary.present.items() if there[row]]
        everybody = list(summary.present)
        self.one, self.other = (
            CalmComboBox(tr("Person"), tr("Whom it is about")),
            CalmComboBox(tr("Other"), tr("And whom")),
        )
        for box, first in ((self.one, 0), (self.other, 1)):
            for person in everybody:
                box.addItem(tr("Person {number}").format(number=person), person)
            wanted = here[first] if first < len(here) else everybody[min(first, len(everybody) - 1)]
            box.setCurrentIndex(everybody.index(wanted))
        moment = clock(float(summary.times_s[row]))
        self.swap = theme.text_button(
            tr("Swap"), tr("From {moment} on each of the two is the other one").format(moment=moment)
        )
        self.merge = theme.text_button(
            tr("Are one person"), tr("All of the other is this person; they must never be there both")
        )
        self.split = theme.text_button(
            tr("Is somebody new"),
            tr("From {moment} on this is another person, with a number of their own").format(moment=moment),
        )
        self.undo = theme.text_button(tr("Undo the last step"), tr("Take back what was put right last"))
        self.undo.setEnabled(corrections_file(summary.path).exists())
        self.swap.clicked.connect(lambda: self._take("swap"))
        self.merge.clicked.connect(lambda: self._take("merge"))
        self.split.clicked.connect(lambda: self._take("split"))
        self.undo.clicked.connect(self._take_back)
        self.message = QLabel(
            tr(
                "Swapping and splitting hold from {moment} on, which is shown. The recording stays as it is: "
                "what is put right is written beside it."
            ).format(moment=moment)
        )
        self.message.setWordWrap(True)
        theme.set_role(self.message, "secondary")
        self._arrange()
        for widget in (self.other, self.swap, self.merge):
            widget.setEnabled(len(everybody) > 1)

    def _arrange(self) -> None:
        close = theme.text_button(tr("Close"), hint(tr("Close this"), "step_back"))
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(2 * theme.GRID)
        for widgets in (
            (self.one, self.other),
            (self.swap, self.merge, self.split),
            (self.message,),
            (self.undo, close),
        ):
            row = QHBoxLayout()
            row.setSpacing(theme.GRID)
            for widget in widgets:
                row.addWidget(widget, 1)
            layout.addLayout(row)

    def _take(self, what: What) -> None:
        """Take a step, unless it does not fit; then say why."""
        present = self._summary.present
        one, other = self.one.currentData(), self.other.currentData()
        if what == "split":
            other = 1 + max(present)
        elif one == other:
            self._refuse(tr("Choose two people."))
            return
        step = Correction(what, (one, other), 0 if what == "merge" else self._row)
        ids = np.repeat(list(present), [int(there.sum()) for there in present.values()])
        frames = np.concatenate([np.flatnonzero(there) for there in present.values()])
        try:
            corrected(ids, frames, (step,))
        except UserError as error:
            self._refuse(translated(str(error)))
            return
        said = {
            "swap": tr("Swapped persons {one} and {other} from here on"),
            "merge": tr("Person {other} is person {one} now"),
            "split": tr("Person {one} is person {other} from here on"),
        }[what]
        self._write(lambda steps: (*steps, step), said.format(one=one, other=other))

    def _take_back(self) -> None:
        self._write(lambda steps: steps[:-1], tr("Took the last step back"))

    def _write(self, change: Callable[[Steps], Steps], said: str) -> None:
        path = self._summary.path
        try:
            write_corrections(path, change(read_corrections(path)))
        except UserError as error:
            self._refuse(translated(str(error)))
        except OSError as error:
            why = reason_of(error)
            self._refuse(tr("It could not be written beside the recording: {why}").format(why=why))
        else:
            self.said = said
            self.accept()

    def _refuse(self, why: str) -> None:
        self.message.setText(why)
        theme.set_role(self.message, "danger")
