"""The verdict of a booth's day, and a visit of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.booth_day import logged_states, wrong_turns

ROOT = Path(__file__).resolve().parents[2]


def test_states_are_read_from_all_files_of_the_log_in_their_order(tmp_path):
    line = "2026-11-30 10:00:00,000 app.gui.booth.director INFO: {}, 3 visits so far\n"
    (tmp_path / "booth.log.2").write_text(line.format("idle"))
    (tmp_path / "booth.log.1").write_text("2026 app.live WARNING: it was lost\n" + line.format("greet"))
    (tmp_path / "booth.log").write_text(line.format("active") + line.format("thanks"))
    assert logged_states(tmp_path) == ["idle", "greet", "active", "thanks"]


def test_a_state_that_must_not_follow_is_named():
    visit = ["idle", "greet", "active", "thanks", "active", "thanks", "idle", "greet", "idle"]
    assert wrong_turns(visit) == []
    assert wrong_turns([*visit, "active"]) == ["active followed idle in the log"]


@pytest.mark.gl
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_visitor_who_consents_is_recorded_and_too_short_a_day_for_a_verdict():
    command = [sys.executable, "-m", "tests.booth_day", "--minutes", "0", "--replay"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, check=False)
    assert ended.returncode == 2, ended.stdout + ended.stderr
    assert "1 consents, 1 whole recordings" in ended.stdout
    assert "nothing was wrong" in ended.stdout
