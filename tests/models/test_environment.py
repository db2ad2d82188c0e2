"""No library reports anything to anybody."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models import environment

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("exceptions", "left"),
    [
        ("*", ""),
        ("localhost, 10.0.0.7 .googleapis.com,com", "localhost,10.0.0.7"),
        ("PLAY.googleapis.com.,cam.local", "cam.local"),
        ("notgoogleapis.com,apis.com", "notgoogleapis.com,apis.com"),
    ],
)
@pytest.mark.parametrize("name", ["no_proxy", "NO_PROXY"])
def test_no_exception_lets_reports_through_and_the_others_stay(monkeypatch, name, exceptions, left):
    monkeypatch.setattr(environment, "_own", None)
    monkeypatch.delenv("https_proxy", raising=False)
    monkeypatch.setenv("https_proxy", "http://proxy:8080")  # given back after the test
    monkeypatch.setenv(name, exceptions)
    environment.block_uploads()
    assert os.environ["https_proxy"] == environment.NO_SUCH_PROXY
    assert os.environ[name] == left
    assert environment.environment_for_programs()[name] == exceptions
    assert environment.environment_for_programs()["https_proxy"] == "http://proxy:8080"


@pytest.mark.gl
@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_run_asks_no_name_server_and_reaches_no_server(tmp_path):
    calls = tmp_path / "calls"
    command = [
        *("strace", "-f", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", calls),
        *(sys.executable, "main.py", "run", "sample", "--max-frames", "60"),
    ]
    env = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    ended = subprocess.run(
        command,
        cwd=ROOT,
        env=env | {"no_proxy": "*"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    seen = calls.read_text().splitlines()
    assert "exited with 0" in seen[-1]
    assert not [line for line in seen if re.search(r"AF_INET|googleapis|microsoft", line)]
