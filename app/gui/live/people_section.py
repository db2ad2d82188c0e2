"""PeopleSection: everybody who is followed, a row each, and what can be done with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.gui.languages.language import later, number, tr
from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

NOBODY = later("Nobody is followed")
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What is shown of somebody.

    Attributes
    ----------
    id : the number that stays with the person.
    name : the one that was given, or else the number in words.
    colour : that the person is drawn in, ``#RRGGBB``.
    score : how surely the network sees somebody, 0 to 1.
    height_m : how tall the mesh makes the person; None where that cannot be told.
    leads : who leads, whom avatars follow; is_locked: as somebody has said so.
    is_hidden : not drawn.
    is_recorded : a recording runs.
    """

    id: int
    name: str
    colour: str
    score: float
    height_m: float | None
    leads: bool = False
    is_locked: bool = False
    is_hidden: bool = False
    is_recorded: bool = False

    @property
    def line(self) -> str:
        """The facts in a line."""
        parts = [
            f"{number(100 * self.score)} %",
            "" if self.height_m is None else f"{number(self.height_m, 2)} m",
            tr("leads", "this person") if self.leads else "",
            tr("hidden", "this person is") if self.is_hidden else "",
            tr("recorded", "this person is being") if self.is_recorded else "",
        ]
        return " · ".join(filter(None, parts))


class PersonRow(QWidget):
    """One of them.

    Signals
    -------
    renamed : another name.
    locked, hidden : whether the person shall lead whatever happens, and not be drawn.
    forgotten : the person shall begin anew, as somebody else.
    """

    renamed = Signal(str)
    locked = Signal(bool)
    hidden = Signal(bool)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._dot = _Dot()
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.editingFinished.connect(lambda: self.renamed.emit(self.name.text().strip()))
        self.lead_button = theme.icon_button("lead", "", "")
        self.hide_button = theme.icon_button("shown", "", "")
        self.forget_button = theme.icon_button("close", "", "")
        self.lead_button.setCheckable(True)
        self.hide_button.setCheckable(True)
        self.lead_button.clicked.connect(self.locked)
        self.hide_button.clicked.connect(self.hidden)
        self.forget_button.clicked.connect(self.forgotten)
        self.facts = QLabel()
        self.facts.setProperty("role", "label")
        self.facts.setContentsMargins(18, 0, 0, 0)  # under the name
        theme.use_tabular_figures(self.facts)
        top = QHBoxLayout()
        top.setSpacing(4)
        for widget in (self._dot, self.name, self.lead_button, self.hide_button, self.forget_button):
            top.addWidget(widget, 1 if widget is self.name else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.facts)

    def show_facts(self, facts: PersonFacts) -> None:
        """Show what is known by now; a name that is being typed stays."""
        self._dot.show_colour(facts.colour)
        if not (self.name.hasFocus() and self.name.isModified()):
            self.name.setText(facts.name)
        self.facts.setText(facts.line)
        self.lead_button.setChecked(facts.is_locked)
        self.hide_button.setChecked(facts.is_hidden)
        theme.set_icon(self.hide_button, "hidden" if facts.is_hidden else "shown")
        for widget, text, tooltip in (
            (
                self.name,
                tr("Name of {person}").format(person=facts.name),
                tr("A name for this person, while this window is open"),
            ),
            (
                self.lead_button,
                tr("Lead: {person}").format(person=facts.name),
                tr("Let whoever stands nearest lead")
                if facts.is_locked
                else tr("Let this person lead while there"),
            ),
            (
                self.hide_button,
                tr("Hide {person}").format(person=facts.name),
                tr("Draw this person again")
                if facts.is_hidden
                else tr("Draw this person no more; recordings keep all"),
            ),
            (
                self.forget_button,
                tr("Forget {person}").format(person=facts.name),
                tr("Forget name and number; whoever stands there is somebody new"),
            ),
        ):
            widget.setAccessibleName(text)
            widget.setToolTip(tooltip)


class PeopleSection(QWidget):
    """The rows.

    Signals
    -------
    renamed : a person's number and another name.
    locked, hidden : a person's number, and whether it shall be so.
    forgotten : a person's number.
    """

    renamed = Signal(int, str)
    locked = Signal(int, bool)
    hidden = Signal(int, bool)
    forgotten = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[int, PersonRow] = {}
        self.nobody = QLabel(tr(NOBODY))
        self.nobody.setProperty("role", "secondary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID)
        self._column.addWidget(self.nobody)

    def show_people(self, people: Sequence[PersonFacts]) -> None:
        """Show these people, a row each, by their numbers."""
        for gone in self.rows.keys() - {facts.id for facts in people}:
            row = self.rows.pop(gone)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, facts in enumerate(sorted(people, key=lambda facts: facts.id)):
            if facts.id not in self.rows:
                self.rows[facts.id] = self._new_row(facts.id)
                self._column.insertWidget(place + 1, self.rows[facts.id])
            self.rows[facts.id].show_facts(facts)
        self.nobody.setVisible(not people)

    def _new_row(self, person: int) -> PersonRow:
        row = PersonRow()
        row.renamed.connect(lambda name: self.renamed.emit(person, name))
        row.locked.connect(lambda on: self.locked.emit(person, on))
        row.hidden.connect(lambda on: self.hidden.emit(person, on))
        row.forgotten.connect(lambda: self.forgotten.emit(person))
        return row


class _Dot(QWidget):
    """The colour that somebody is drawn in."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = QColor(Qt.GlobalColor.transparent)
        self.setFixedSize(14, 14)

    def show_colour(self, colour: str) -> None:
        self._colour = QColor(colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.RIM))
        painter.setBrush(self._colour)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -2, -2))
