"""Both commands of start.py on a machine that has Python and nothing else: a fresh Debian in a folder."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("debootstrap") and os.geteuid() == 0),
        reason="needs debootstrap and the right to chroot",
    ),
]


def mount(stack: ExitStack, *words: str | Path) -> None:
    subprocess.run(["mount", *words], check=True)
    stack.callback(subprocess.run, ["umount", words[-1]], check=True)


def pip_settings() -> tuple[dict[str, str], list[Path]]:
    """Return this machine's settings of pip as variables, and the folders that they name."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    )
    found = re.findall(r"^(?:global|user|site|:env:)\.([\w-]+)='(.*)'$", listed.stdout, re.MULTILINE)
    variables = {f"PIP_{name.upper().replace('-', '_')}": value for name, value in found}
    words = [word for value in variables.values() for word in value.split()]
    # An index in a folder links to files beside it.
    named = {
        Path(word.removeprefix("file://")).parent if word.startswith("file://") else Path(word)
        for word in words
    }
    return variables, sorted(path for path in named if path.is_absolute() and path.exists())


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Run commands in a Debian that has Python alone, with a clone of this checkout in /src."""
    root = tmp_path_factory.mktemp("bare")
    subprocess.run(
        ["debootstrap", "--variant=minbase", "--include=python3,ca-certificates", "bookworm", root],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    subprocess.run(["git", "clone", "-q", ROOT, root / "src"], check=True)
    shutil.copy(START := ROOT / "start.py", root / "src" / START.name)
    shutil.copy(CERTIFICATES, f"{root}{CERTIFICATES}")
    variables, named = pip_settings()
    with ExitStack() as stack:
        mount(stack, "-t", "proc", "proc", root / "proc")
        mount(stack, "-t", "sysfs", "-o", "ro", "sys", root / "sys")
        mount(stack, "--bind", "/dev", root / "dev")
        for path in named:
            place = Path(f"{root}{path}")
            if path.is_dir():
                place.mkdir(parents=True, exist_ok=True)
                mount(stack, "--bind", "-o", "ro", path, place)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(path, place)

        def run(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                ["chroot", root, "sh", "-c", 'cd /src && exec "$@"', "sh", *words],
                env={"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"} | variables,
                capture_output=True,
                text=True,
                timeout=3600,
                check=False,
            )

        yield run


def test_both_commands_do_all_of_the_set_up(bare):
    assert bare("python3", "-c", "import ensurepip").returncode != 0  # Debian's Python lacks even that
    first = bare("python3", "start.py")
    assert first.returncode == 0, first.stdout[-3000:] + first.stderr[-3000:]
    assert "without a window" in first.stderr  # there is no display: the whole sample was worked through
    assert "402 frames of sample" in first.stderr
    second = bare("python3", "start.py", "check")
    assert second.returncode == 0, second.stdout
    assert "Installing" not in second.stdout
    # Of the tests a few from every part: all of them take as long here as anywhere.
    parts = (
        "app/system",
        "app/drawing",
        "app/cli/test_check.py",
        "app/gui/test_window.py",
        "test_architecture.py",
    )
    tested = bare("python3", "start.py", "test", *(f"tests/{part}" for part in parts))
    assert tested.returncode == 0, tested.stdout[-3000:]
