"""start.py: the set-up of a machine; what it calls is replaced by programs that write down how."""

import _ctypes
import ast
import importlib.util
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app.system.errors import SYSTEM_PACKAGES

ROOT = Path(__file__).resolve().parent.parent
START = ROOT / "start.py"
PYTHON = (
    f"{sys.base_prefix}/bin/python{sys.version_info[0]}.{sys.version_info[1]}"  # not the tests' environment
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its stand-ins are shell scripts")

# Stand-ins for modules that start.py runs by the Python of the environment.
PIP = """\
import os, sys
if __name__ == "__main__":
    open(os.environ["CALLS"], "a").write(f"pip of {sys.prefix}: {' '.join(sys.argv[1:])}\\n")
    sys.exit(int(os.environ.get("PIP_FAILS", 0)))
"""
VENV = """\
import os, pathlib, sys
if __name__ == "__main__":
    open(os.environ["CALLS"], "a").write(f"venv {' '.join(sys.argv[1:-1])}\\n")
    folder = pathlib.Path(sys.argv[-1])
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    (folder / "pyvenv.cfg").write_text(f"home = {pathlib.Path(sys.executable).parent}\\n")
    (folder / "bin" / "python").unlink(missing_ok=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
"""
TELLS = """\
import os, sys
command = os.environ.get("FASTMETRO_LIVE_COMMAND")
print(f"{NAME} of {sys.prefix} in {os.getcwd()} started by {command}: {sys.argv[1:]}")
sys.exit(7)
"""


class Checkout:
    """A checkout with the true start.py, on a machine whose programs are stand-ins."""

    def __init__(self, folder: Path):
        self.folder = folder / "checkout"
        self.fakes, self.modules, self.lib = folder / "bin", folder / "modules", folder / "lib"
        for made in (self.folder, self.fakes, self.modules, self.lib):
            made.mkdir()
        self.calls_file = folder / "calls"
        self.calls_file.touch()
        self.start = self.folder / "start.py"
        self.start.write_text(START.read_text())
        (self.folder / "pyproject.toml").write_text("[project]\n")
        (self.folder / "main.py").write_text(TELLS.replace("NAME", "'main.py'"))
        (self.modules / "pytest.py").write_text(TELLS.replace("NAME", "'pytest'"))
        (self.modules / "pip.py").write_text(PIP)
        (self.modules / "venv.py").write_text(VENV)
        self.has({})

    def has(self, libraries: dict[str, str]) -> None:
        """Let these be the libraries that the program takes from the system."""
        text = START.read_text()
        for name in ("LIBRARIES", "WINDOW_LIBRARIES"):
            begin = text.index(f"\n{name} = {{")
            end = text.index("\n}\n", begin) + 3
            held = libraries if name == "LIBRARIES" else {}
            text = f"{text[:begin]}\n{name} = {held}\n{text[end:]}"
        self.start.write_text(text)

    def program(self, name: str, script: str) -> None:
        """Put a shell script on the path."""
        file = self.fakes / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >> "$CALLS"\n{script}\n')
        file.chmod(0o755)

    def run(self, *words: str, python: str | Path = PYTHON, cwd: Path | None = None, **variables: str):
        kept = {name: value for name, value in os.environ.items() if name in ("HOME", "LANG", "TMPDIR")}
        return subprocess.run(
            [python, self.start, *words],
            cwd=cwd or self.folder,
            env=kept
            | {"PATH": str(self.fakes), "PYTHONPATH": str(self.modules), "LD_LIBRARY_PATH": str(self.lib)}
            | {"CALLS": str(self.calls_file), "PYTHONDONTWRITEBYTECODE": "1"}
            | variables,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def calls(self) -> list[str]:
        """Return what was called since the last look."""
        calls = self.calls_file.read_text().splitlines()
        self.calls_file.write_text("")
        return calls


@pytest.fixture
def checkout(tmp_path) -> Checkout:
    return Checkout(tmp_path)


def load():
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def said(done) -> str:
    """The one sentence of a start that failed."""
    assert done.returncode == 1
    (sentence,) = done.stderr.strip().splitlines()
    assert "Traceback" not in sentence
    return sentence


def test_an_old_python_can_read_it_and_it_needs_the_standard_library_alone():
    tree = ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        )
    }
    assert imported <= sys.stdlib_module_names


def test_it_wants_what_the_project_and_the_errors_say():
    start = load()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    oldest, newest = start.OLDEST, start.NEWEST
    assert project["requires-python"] == f">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"
    packages = [*start.LIBRARIES.values(), *start.WINDOW_LIBRARIES.values()]
    assert f"apt-get install {' '.join(packages)}" == SYSTEM_PACKAGES


def test_help_installs_nothing(checkout):
    done = checkout.run("--help")
    assert done.returncode == 0
    assert "--no-system" in done.stdout
    assert checkout.calls() == []


def test_the_first_start_sets_up_and_the_next_ones_only_start(checkout, tmp_path):
    done = checkout.run("run", "a b.mp4", cwd=tmp_path)
    assert done.returncode == 7, done.stderr  # the program's own
    environment = checkout.folder / ".venv"
    started = (
        f"main.py of {environment} in {tmp_path} started by python3 {checkout.start}: ['run', 'a b.mp4']"
    )
    assert done.stdout.splitlines()[-1] == started
    install = f"pip of {environment}: install --disable-pip-version-check"
    assert checkout.calls() == ["venv --clear", f"{install} ."]
    assert checkout.run("run", "a b.mp4", cwd=tmp_path).stdout.splitlines() == [started]
    assert checkout.calls() == []
    (checkout.folder / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    checkout.run()
    assert checkout.calls() == [f"{install} ."]


def test_extras_are_added_once_and_stay(checkout):
    def installed(*words):
        checkout.run(*words)
        return [call.split()[-1] for call in checkout.calls() if call.startswith("pip")]

    assert installed("--gpu") == [".[gpu]"]
    assert installed("live", "--gpu") == []
    assert installed("test") == [".[dev,gpu]"]
    assert installed("test") == installed("--gpu") == installed() == []


def test_tests_run_in_the_checkout_by_pytest(checkout, tmp_path):
    done = checkout.run("test", "-x", "tests/a.py", cwd=tmp_path)
    assert done.returncode == 7
    ran = f"pytest of {checkout.folder}/.venv in {checkout.folder} started by None: ['-x', 'tests/a.py']"
    assert done.stdout.splitlines()[-1] == ran


def test_a_failed_download_is_a_sentence_and_can_be_repeated(checkout):
    assert "Start again" in said(checkout.run(PIP_FAILS="1"))
    checkout.calls()
    assert checkout.run().returncode == 7
    assert [call.split()[0] for call in checkout.calls()] == ["pip"]


def test_the_active_environment_is_taken(checkout, tmp_path):
    active = tmp_path / "active"
    subprocess.run([PYTHON, "-m", "venv", "--without-pip", active], check=True)
    done = checkout.run(python=active / "bin" / "python")
    assert f"main.py of {active}" in done.stdout
    assert not (checkout.folder / ".venv").exists()
    assert f"pip of {active}" in "".join(checkout.calls())


def test_an_environment_whose_python_was_removed_is_made_again(checkout):
    checkout.run()
    python = checkout.folder / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3.11")
    checkout.calls()
    assert checkout.run().returncode == 7
    assert [call.split()[0] for call in checkout.calls()] == ["venv", "pip"]


@pytest.mark.parametrize("is_root", [True, False])
def test_missing_libraries_are_installed_by_apt(checkout, is_root):
    checkout.has({"libm.so.6": "libc6", "libnowhere.so.1": "libnowhere1"})
    checkout.program("env", 'exec /usr/bin/env "$@"')
    checkout.program("sudo", 'exec "$@"')
    checkout.program(
        "apt-get", f'case "$*" in *install*) /bin/cp {_ctypes.__file__} {checkout.lib}/libnowhere.so.1;; esac'
    )
    checkout.start.write_text(checkout.start.read_text().replace("os.geteuid()", "0" if is_root else "1000"))
    assert checkout.run().returncode == 7
    calls = checkout.calls()
    assert "apt-get install -q -y --no-install-recommends libnowhere1" in calls
    assert any(call.startswith("sudo") for call in calls) != is_root
    checkout.run()
    assert checkout.calls() == []


@pytest.mark.parametrize(
    ("programs", "words"),
    [
        ({"apt-get": "exit 100", "env": 'exec /usr/bin/env "$@"'}, ["apt-get could not install libnowhere1"]),
        ({"apt-get": "exit 0", "env": 'exec /usr/bin/env "$@"'}, ["libnowhere.so.1 cannot be loaded"]),
        ({"dnf": ""}, ["sudo dnf install 'libnowhere.so.1()(64bit)'"]),
        ({"zypper": ""}, ["sudo zypper install 'libnowhere.so.1()(64bit)'"]),
        ({"pacman": ""}, ["sudo pacman -S"]),
        ({}, ["lacks libnowhere.so.1", "package manager"]),
    ],
)
def test_libraries_that_cannot_be_installed_are_a_sentence(checkout, programs, words):
    checkout.has({"libnowhere.so.1": "libnowhere1"})
    checkout.start.write_text(checkout.start.read_text().replace("os.geteuid()", "0"))
    for name, script in programs.items():
        checkout.program(name, script)
    sentence = said(checkout.run())
    assert all(word in sentence for word in words)
    checkout.calls()
    assert checkout.run("--no-system").returncode == 7
    assert [call.split()[0] for call in checkout.calls()] == ["venv", "pip"]


def test_without_sudo_the_line_for_root_is_told(checkout):
    checkout.has({"libnowhere.so.1": "libnowhere1"})
    checkout.start.write_text(checkout.start.read_text().replace("os.geteuid()", "1000"))
    checkout.program("apt-get", "exit 0")
    assert "let root run: apt-get install libnowhere1" in said(checkout.run())


def test_debians_package_of_venv_is_installed_too(checkout):
    """There Python's own modules for environments lie in a package that is often missing."""
    block = checkout.modules / "ensurepip.py"
    block.write_text("raise ImportError")
    assert f"install python3.{sys.version_info[1]}-venv" in said(checkout.run("--no-system"))
    checkout.start.write_text(checkout.start.read_text().replace("os.geteuid()", "0"))
    checkout.program("env", 'exec /usr/bin/env "$@"')
    checkout.program("apt-get", f'case "$*" in *install*-venv) /bin/rm {block};; esac')
    assert checkout.run().returncode == 7


def test_another_python_than_the_wrong_one_is_found_or_asked_for(monkeypatch, tmp_path):
    start = load()
    monkeypatch.setattr(start, "OLDEST", (3, 98))
    monkeypatch.setattr(start, "NEWEST", (3, 99))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(start.SetupError, match=r"needs 3\.98 or 3\.99; install one"):
        start.suitable_python()
    for minor, script in (
        (99, "exit 127"),
        (98, "echo 3 98"),
    ):  # a shim that stands for nothing, and a true one
        file = tmp_path / f"python3.{minor}"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
    assert start.suitable_python() == str(tmp_path / "python3.98")


def test_an_environment_of_the_wrong_python_is_a_sentence(checkout):
    checkout.run()
    text = checkout.start.read_text()
    checkout.start.write_text(
        text.replace("OLDEST, NEWEST = (3, 11), (3, 12)", "OLDEST, NEWEST = (3, 98), (3, 99)")
    )
    (checkout.folder / "pyproject.toml").write_text("[project]\nname = 'other'\n")
    assert f"{checkout.folder}/.venv has Python 3.{sys.version_info[1]}" in said(checkout.run())


def test_what_cannot_be_written_is_a_sentence(checkout):
    checkout.run()
    stamp = checkout.folder / ".venv" / "fastmetro-live.json"
    stamp.unlink()
    stamp.mkdir()
    assert f"Is a directory: '{stamp}'" in said(checkout.run())
