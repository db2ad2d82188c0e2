"""The window is gone at once and the program ends, whatever hangs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.recordings.reader import Recording
from tests.fakes.tiny_model import make_model

ROOT = Path(__file__).resolve().parents[3]

pytestmark = pytest.mark.gl


@pytest.mark.parametrize("parts", ["pipeline", "camera listing+kept video", "library+player", "job+export"])
def test_parts_that_hang_for_ever_do_not_keep_the_program(parts):
    code = [sys.executable, "-m", "tests.fakes.hanging_window", parts]
    ended = subprocess.run(code, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert (ended.stdout, ended.returncode) == ("gone\n", 0), ended.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_window_with_the_recording_whole(tmp_path, number):
    (tmp_path / "models").mkdir()
    make_model(tmp_path / "models")
    settings, takes = tmp_path / "settings.json", tmp_path / "takes"
    code = [sys.executable, "-m", "tests.fakes.recording_window", str(settings), str(takes)]
    env = os.environ | {"FASTMETRO_MODELS": str(tmp_path / "models")}
    with subprocess.Popen(code, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "recording\n"
            process.send_signal(number)
            process.communicate(timeout=60)
        finally:
            process.kill()
    (take,) = takes.glob("*.h5")
    assert process.returncode == 0
    with Recording(take) as recording:
        assert len(recording) > 5
    assert settings.is_file()
