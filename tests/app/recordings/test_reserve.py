"""The space held in reserve is given back once its recording is over, however that ended."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

import main
from app.recordings.recorder import Recorder
from app.recordings.reserve import RESERVE_BYTES, claim_reserve, give_back, release_reserve, reserve_of
from app.recordings.writer import RecordingWriter
from tests.fakes.sheet_recordings import grid_template, recording_info

TEMPLATE = grid_template()
ROOT = Path(main.__file__).parent
RECORD = """
import sys
from pathlib import Path
from app.recordings.recorder import Recorder
from tests.fakes.sheet_recordings import grid_template, recording_info

template = grid_template()
recorder = Recorder(Path(sys.argv[1]), recording_info(template), template, live=True)
print("recording", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def recording_elsewhere(tmp_path):
    """Another program that is recording into killed.h5."""
    words = [sys.executable, "-c", RECORD, str(tmp_path / "killed.h5")]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"recording"
        yield process
        process.kill()


def test_what_a_killed_recording_held_goes_with_the_next_one_and_no_sooner(recording_elsewhere, tmp_path):
    killed = reserve_of(tmp_path / "killed.h5")
    Recorder(tmp_path / "next.h5", recording_info(TEMPLATE), TEMPLATE, live=True).stop()
    assert killed.stat().st_size == RESERVE_BYTES
    recording_elsewhere.kill()
    recording_elsewhere.wait()
    recorder = Recorder(tmp_path / "next.h5", recording_info(TEMPLATE), TEMPLATE, live=True)
    assert not killed.exists()
    give_back(tmp_path / "next.h5")
    assert reserve_of(tmp_path / "next.h5").exists()
    recorder.stop()
    assert [path.name for path in tmp_path.iterdir()] == ["killed.h5"]


@pytest.mark.parametrize("words", [["info"], ["repair"]])
def test_info_and_repair_give_it_back(words, tmp_path):
    path = tmp_path / "a.h5"
    RecordingWriter(path, recording_info(TEMPLATE), TEMPLATE).close()
    reserve_of(path).write_bytes(b"reserve")
    main.main([*words, str(path)])
    assert path.exists()
    assert not reserve_of(path).exists()


def test_a_claim_without_a_recording_is_kept_for_a_minute(tmp_path):
    claims = [tmp_path / "new.h5", tmp_path / "old.h5"]
    for path in claims:
        reserve_of(path).touch()
    an_hour_ago = time.time() - 3600
    os.utime(reserve_of(claims[1]), (an_hour_ago, an_hour_ago))
    claim_reserve(tmp_path / "next.h5")
    assert [reserve_of(path).exists() for path in claims] == [True, False]
    release_reserve(tmp_path / "next.h5")
    assert [path.name for path in tmp_path.iterdir()] == [reserve_of(claims[0]).name]
