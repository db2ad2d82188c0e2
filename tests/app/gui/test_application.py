"""Launch: what is stored at the end."""

from dataclasses import replace

from app.gui.application import without_loans
from app.gui.settings import Settings
from app.options import Options


def test_what_the_command_line_set_is_not_stored():
    stored = Settings(options=Options(people=2))
    begun = Settings(options=Options(people=2, source="sample", mirror=True))
    last = replace(begun, options=replace(begun.options, mirror=False, opacity=0.5))
    kept = without_loans(last, begun, stored).options
    assert kept == Options(people=2, opacity=0.5)
