"""The people of the panel: a row each, with a name, who leads, who is hidden, and who is forgotten."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.gui.settings import Settings, load_settings, save_settings
from app.options import Options
from tests.fakes.live_window import make_result, person
from tests.fakes.posed_people import posed_person


def show(s, people, **more) -> None:
    s.settle()
    s.pipeline.state = "running"
    s.pipeline.results = [replace(make_result(1, people, captured_at=s.now - 0.015), **more)]
    s.tick()
    s.tick(0.6)


@pytest.fixture
def two(stand):
    """A window that follows two people, of whom the first leads."""
    s = stand(settings=Settings(panel_open=True, options=Options(people=2)))
    show(
        s, [person(), replace(person(), id=4, score=0.85)], leader=1, colours={1: (1, 2, 3), 4: (255, 160, 0)}
    )
    return s


def test_everybody_has_a_row_with_what_is_known(two):
    rows = two.panel.everybody.rows
    assert list(rows) == [1, 4]
    assert rows[1].facts.text() == "100 % · leads"
    assert rows[4].facts.text() == "85 %"
    assert rows[4].name.text() == "Person 4"
    assert two.panel.everybody.nobody.isHidden()
    show(two, [])
    assert two.panel.everybody.rows == {}
    assert not two.panel.everybody.nobody.isHidden()


def test_the_height_is_that_of_the_mesh(stand, anny):
    s = stand(settings=Settings(panel_open=True))
    s.settle()
    s.pipeline.estimator.template = anny
    show(s, [posed_person(anny, 1, 1)])
    (row,) = s.panel.everybody.rows.values()
    assert " m" in row.facts.text()
    height = float(row.facts.text().split(" · ")[1].removesuffix(" m"))
    assert 1.2 < height < 2.2


def test_a_name_is_given_and_stays_while_the_person_does(two):
    row = two.panel.everybody.rows[4]
    row.name.setFocus()
    row.name.selectAll()
    QTest.keyClicks(row.name, "Mara")
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    two.stage.setFocus()
    show(two, [person(), replace(person(), id=4)])
    assert two.panel.everybody.rows[4].name.text() == "Mara"
    assert two.panel.everybody.rows[4].forget_button.accessibleName() == "Forget Mara"
    two.page.change(source="sample")  # others have the same numbers there
    show(two, [replace(person(), id=4)])
    assert two.panel.everybody.rows[4].name.text() == "Person 4"


def test_one_is_locked_as_leader_hidden_and_forgotten(two):
    row = two.panel.everybody.rows[4]
    row.lead_button.click()
    row.hide_button.click()
    assert (two.pipeline.options.leader_id, two.pipeline.options.hidden) == (4, (4,))
    show(two, [person(), replace(person(), id=4)], leader=4)
    assert row.facts.text() == "100 % · leads · hidden"
    row.hide_button.click()
    assert two.pipeline.options.hidden == ()
    row.forget_button.click()
    assert two.pipeline.options.forgotten == (4,)
    assert two.pipeline.options.leader_id == 0
    assert len(two.made) == 1  # nothing is opened anew for any of it


def test_a_recording_is_told_of_everybody(two, monkeypatch):
    monkeypatch.setattr(type(two.session), "is_recording", property(lambda session: True))
    two.page.refresh()
    assert two.panel.everybody.rows[1].facts.text().endswith("recorded")


def test_nothing_of_people_is_stored(tmp_path):
    options = Options(people=2, leader_id=3, hidden=(3, 4), forgotten=(1,))
    save_settings(tmp_path / "settings.json", Settings(options=options))
    assert load_settings(tmp_path / "settings.json").options == Options(people=2)
