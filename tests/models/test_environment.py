"""No library reports anything to anybody."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models import environment
from tests.fakes.tiny_model import make_model

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


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
NETWORK = "connect,sendto,sendmsg,sendmmsg"
FILES = (
    "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat"
)


def reached(calls: list[str]) -> list[str]:
    """The system calls that ask a name server or reach another machine."""
    return [line for line in calls if re.search(r"AF_INET|googleapis|microsoft", line)]


def written(calls: list[str]) -> set[Path]:
    """The files that were made, changed or taken away."""
    paths = set()
    for line in calls:
        only_read = re.search(r"\bopen(at)?\(", line) and not re.search(r"O_WRONLY|O_RDWR|O_CREAT", line)
        is_file = re.search(r"\b(open|creat|mkdir|rename|link|symlink|unlink)", line)
        if is_file and not only_read and " = -1 E" not in line:
            paths |= {ROOT / path for path in re.findall(r'"([^"]+)"', line)}
    return paths


@pytest.mark.gl
@pytest.mark.slow
@needs_strace
def test_a_run_asks_no_name_server_and_reaches_no_server(tmp_path):
    calls = tmp_path / "calls"
    command = [
        *("strace", "-f", "-e", f"trace={NETWORK}", "-o", calls),
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
    assert not reached(seen)


# A window as the program opens it, on a screen of its own where there is one.
WINDOW = """
import os, sys
from pathlib import Path
import main
main.prepare_environment()
from tests.fakes import recording_window
print(os.getpid(), flush=True)
sys.exit(recording_window.main(Path(sys.argv[1]), Path(sys.argv[2])))
"""


@pytest.mark.gl
@pytest.mark.slow
@needs_strace
def test_a_window_that_records_reaches_no_server_and_writes_only_what_is_told(tmp_path):
    home, models, takes = tmp_path / "home", tmp_path / "models", tmp_path / "takes"
    settings, calls, temporary = tmp_path / "settings.json", tmp_path / "calls", tmp_path / "tmp"
    for folder in (home, models, temporary):
        folder.mkdir()
    make_model(models)
    # A screen, where one can be had, takes the connection to it into the trial.
    screen = ["xvfb-run", "-a"] if shutil.which("xvfb-run") else []
    traced = ["strace", "--seccomp-bpf", "-f", "-e", f"trace={NETWORK},{FILES}", "-o", calls]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))} | {
        **{"HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache"), "TMPDIR": str(temporary)},
        **{"FASTMETRO_MODELS": str(models), "PYTHONDONTWRITEBYTECODE": "1", "no_proxy": "*"},
        "QT_QPA_PLATFORM": "xcb" if screen else "offscreen",
        # Where there is no session's bus, Qt would have one started that outlives the window.
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    with subprocess.Popen(
        [*screen, *traced, sys.executable, "-c", WINDOW, settings, takes],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        assert process.stdout.readline() == "recording\n"
        os.kill(pid, signal.SIGTERM)
        process.communicate(timeout=300)
    assert process.returncode == 0
    seen = calls.read_text().splitlines()
    assert f"{pid} +++ exited with 0 +++" in " ".join(seen[-1].split())
    assert not reached(seen)
    places = written(seen)
    assert settings in places  # it does see what is written
    told = [settings, *takes.glob("*.h5"), *(home / cache for cache in CACHES), temporary]
    own = (*map(str, told), f"{settings}.", f"{takes}", "/dev/", "/proc/")
    parents = {parent for place in told for parent in place.parents}
    assert not [path for path in places - parents if not str(path).startswith(own)]
    assert not list(temporary.iterdir())
    privacy = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert all(f"~/{cache}" in privacy for cache in CACHES)


# What drivers keep for the next start, as docs/privacy.md tells.
CACHES = (".cache/mesa_shader_cache",)
