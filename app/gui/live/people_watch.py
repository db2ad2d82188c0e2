"""PeopleWatch: keeps the rows of people at who is followed, and does what is wanted with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.gui.languages.language import tr
from app.gui.live.people_section import PeopleSection, PersonFacts
from models.body.stature import Stature

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.session import LiveSession
    from app.options import Options
    from app.types import Person, Result
    from models.body.template import BodyTemplate

MOST_MEASURED = 60  # heights that a mean is of, at most: half a minute of them


@dataclass(slots=True)
class _Height:
    mean_m: float = 0.0
    count: int = 0

    def add(self, height_m: float) -> float:
        """Take another one in and return the mean, which soon is steady."""
        self.count = min(self.count + 1, MOST_MEASURED)
        self.mean_m += (height_m - self.mean_m) / self.count
        return self.mean_m


class PeopleWatch:
    """Knows the people of the present source by the names that were given to them.

    Names are kept in memory alone, as numbers mean nobody after a restart.

    Parameters
    ----------
    section : with the rows.
    session : that follows and records people.
    options : returns those in force.
    change : called with the fields that are to change.
    """

    def __init__(
        self,
        section: PeopleSection,
        session: LiveSession,
        options: Callable[[], Options],
        change: Callable[..., None],
    ) -> None:
        self._section, self._session = section, session
        self._options, self._change = options, change
        self._names: dict[int, str] = {}
        self._heights: dict[int, _Height] = {}
        self._stature: tuple[BodyTemplate, Stature | None] | None = None
        section.renamed.connect(self._rename)
        section.locked.connect(lambda person, on: change(leader_id=person if on else 0))
        section.hidden.connect(self._hide)
        section.forgotten.connect(self._forget)

    def name_of(self, person: int) -> str:
        """Return what somebody is called."""
        return self._names.get(person) or _default_name(person)

    def clear(self) -> None:
        """Forget the people of a source, whose numbers others have in the next one."""
        self._names.clear()
        self._heights.clear()
        self._section.show_people([])
        self._change(leader_id=0, hidden=(), forgotten=())

    def refresh(self, result: Result | None) -> None:
        """Show who is followed by now."""
        people = () if result is None else result.people
        self._section.show_people([self._facts(person, result) for person in people if result is not None])

    def _facts(self, person: Person, result: Result) -> PersonFacts:
        options = self._options()
        colour = (result.colours or {}).get(person.id)
        return PersonFacts(
            person.id,
            self.name_of(person.id),
            "#{:02X}{:02X}{:02X}".format(*colour) if colour is not None else "",
            person.score,
            self._height_of(person),
            leads=result.leader == person.id,
            is_locked=options.leader_id == person.id,
            is_hidden=person.id in options.hidden,
            is_recorded=self._session.is_recording,
        )

    def _height_of(self, person: Person) -> float | None:
        pipeline = self._session.pipeline
        if pipeline is None or pipeline.estimator is None:
            return None
        template = pipeline.estimator.template
        if self._stature is None or self._stature[0] is not template:
            has_height = "fastmetro14" in template.joint_sets
            self._stature = (template, Stature(template) if has_height else None)
        stature = self._stature[1]
        if stature is None or person.vertices.shape != template.v_template.shape:
            return None  # also of the last people of a model that was exchanged
        return self._heights.setdefault(person.id, _Height()).add(stature.of(person.vertices))

    def _rename(self, person: int, name: str) -> None:
        if name and name != _default_name(person):
            self._names[person] = name
        else:
            self._names.pop(person, None)

    def _hide(self, person: int, hides: bool) -> None:
        others = tuple(each for each in self._options().hidden if each != person)
        self._change(hidden=(*others, person) if hides else others)

    def _forget(self, person: int) -> None:
        options = self._options()
        self._names.pop(person, None)
        self._heights.pop(person, None)
        self._change(
            forgotten=(*options.forgotten, person),
            hidden=tuple(each for each in options.hidden if each != person),
            leader_id=0 if options.leader_id == person else options.leader_id,
        )


def _default_name(person: int) -> str:
    return tr("Person {number}").format(number=person)
