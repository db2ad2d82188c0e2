"""The program as a folder with a Python of its own: how it starts itself, and the folder made and run."""

import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from models import environment
from models.program import command_name, install_line, module_command, program_command
from tests.fakes.tiny_model import make_model
from tests.test_architecture import RUN_TIME

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def as_bundle(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/fastmetro-live/fastmetro-live")
    monkeypatch.setattr(sys, "argv", ["../my programs/fastmetro-live", "check"])
    monkeypatch.delenv("FASTMETRO_LIVE_COMMAND", raising=False)


def test_a_bundle_starts_itself_where_others_start_python(as_bundle):
    assert program_command() == ["/opt/fastmetro-live/fastmetro-live"]
    assert module_command("app.gui.platform") == [
        "/opt/fastmetro-live/fastmetro-live",
        "--run-module",
        "app.gui.platform",
    ]


def test_a_bundles_sentences_name_the_command_as_typed_and_offer_no_pip(as_bundle):
    assert command_name() == "'../my programs/fastmetro-live'"
    assert install_line("usd").startswith('pip install ".[usd]" in the program\'s source code')


def test_one_file_alone_knows_how_the_program_starts_itself():
    """Elsewhere ``sys.executable`` would be taken for a Python, which in a bundle it is not."""
    know = {
        str(path.relative_to(ROOT))
        for path in RUN_TIME
        if "sys.executable" in path.read_text(encoding="utf-8")
    }
    assert know == {
        "models/program.py",
        "app/system/errors.py",
    }  # the latter names it where there is no bundle


def test_other_programs_get_their_own_libraries(as_bundle, monkeypatch):
    monkeypatch.setattr(environment, "_own", None)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/fastmetro-live/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    assert "LD_LIBRARY_PATH" not in environment.environment_for_programs()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    given = environment.environment_for_programs()
    assert given["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in given


@pytest.fixture(scope="module")
def program(tmp_path_factory) -> Path:
    """The bundle's program, made of the packages that are installed here, or the one that is named."""
    if given := os.environ.get("FASTMETRO_BUNDLE"):
        return Path(given).absolute() / "fastmetro-live"
    if importlib.util.find_spec("PyInstaller") is None:
        pytest.skip("takes PyInstaller, or a bundle that FASTMETRO_BUNDLE names")
    folder = tmp_path_factory.mktemp("bundle")
    pyinstaller = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", folder, "--workpath", folder / "work"]
    subprocess.run([*pyinstaller, *places, ROOT / "packaging" / "fastmetro-live.spec"], check=True)
    shutil.rmtree(folder / "work")
    return folder / "fastmetro-live" / "fastmetro-live"


def variables(folder: Path, **more: str) -> dict[str, str]:
    """The environment of somebody who has no Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    return kept | {"FASTMETRO_MODELS": str(folder / "models"), "PATH": "/usr/bin:/bin"} | more


def ran(program: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program, *words],
        cwd=folder,
        env=variables(folder),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.mark.slow
def test_a_bundle_checks_the_machine_and_works_on_the_sample(program, tmp_path):
    checked = ran(program, tmp_path, "check", "--json", "found.json")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    found = {one["name"]: one for one in json.loads((tmp_path / "found.json").read_text())["checks"]}
    assert found["mesh network"]["state"] == "limited"  # it runs, on the CPU
    assert all(one["state"] != "failed" for one in found.values())
    video = ran(program, tmp_path, "run", "sample", "--max-frames", "10", "--video", "out.mp4")
    assert video.returncode == 0, video.stderr
    assert (tmp_path / "out.mp4").stat().st_size > 10_000


@pytest.mark.slow
def test_a_bundle_looks_at_recordings_and_repairs_them_in_processes_of_its_own(program, tmp_path):
    take = tmp_path / "take.h5"
    recorded = ran(program, tmp_path, "run", "sample", "--max-frames", "40", "--record", take.name)
    assert recorded.returncode == 0, recorded.stderr
    told = ran(program, tmp_path, "info", take.name)
    assert told.returncode == 0, told.stderr
    content = take.read_bytes()
    take.write_bytes(content[: len(content) * 3 // 4])
    refused = ran(program, tmp_path, "info", take.name)
    assert refused.returncode == 1
    assert f"try: {program} repair take.h5" in refused.stderr
    repaired = ran(program, tmp_path, "repair", take.name)
    assert repaired.returncode == 0, repaired.stderr
    assert ran(program, tmp_path, "info", "take.repaired.h5").returncode == 0


@pytest.mark.slow
def test_a_bundles_batch_starts_a_process_for_each_file(program, tmp_path):
    (tmp_path / "in").mkdir()
    made = ran(program, tmp_path, "run", "sample", "--max-frames", "5", "--video", "in/a.mp4")
    assert made.returncode == 0, made.stderr
    shutil.copy(tmp_path / "in/a.mp4", tmp_path / "in/b.mp4")
    done = ran(program, tmp_path, "batch", "in", "--out", "results", "--write", "json,glb", "--jobs", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    names = {path.name for path in (tmp_path / "results").rglob("*") if path.suffix in (".jsonl", ".glb")}
    assert len(names) >= 4, names


@pytest.mark.slow
def test_a_bundle_tries_a_persons_own_model_in_a_process_of_its_own(program, tmp_path):
    (tmp_path / "models").mkdir()
    make_model(tmp_path / "models")
    words = ["--model", "tiny", "--max-frames", "3", "--json", "out.jsonl"]
    listed = ran(program, tmp_path, "run", "sample", *words)
    assert listed.returncode == 0, listed.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="ends the window by a signal")
@pytest.mark.parametrize(
    "words", [("live", "--source", "sample"), ("live", "--source", "sample", "--booth"), ("play",)]
)
def test_a_bundles_window_opens_and_ends_when_asked(program, tmp_path, words):
    window = subprocess.Popen(
        [program, *words, "--settings", "settings.json"],
        cwd=tmp_path,
        env=variables(tmp_path, QT_QPA_PLATFORM="offscreen"),
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(20)
    finally:
        window.send_signal(signal.SIGTERM)
        said = window.communicate(timeout=60)[1]
    assert "Traceback" not in said
