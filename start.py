#!/usr/bin/env python3
"""Set up all that FastMETRO Live needs, and start it.

  python3 start.py               the window; words after it go to the program: start.py run sample
  python3 start.py test          the tests; words after it go to pytest

Before the first start it installs the system libraries that are missing (Debian, Ubuntu), makes the virtual
environment .venv beside this file, unless one is active, and installs the program's packages into it. Later
starts find all that done.

  --no-system   leave the system's libraries alone
  --gpu         install NVIDIA's CUDA libraries too (1.3 GB)

"start.py live --help" shows the options of the window, "start.py run --help" those of another command.
"""

# It needs the standard library alone, in the syntax of Python 3.8, so that an old Python gets a sentence.
from __future__ import annotations

import ctypes
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

HOME = Path(__file__).resolve().parent
ENVIRONMENT = HOME / ".venv"
STAMP = "fastmetro-live.json"  # in the environment: what it was set up with
OLDEST, NEWEST = (3, 11), (3, 12)  # of Python, as in pyproject.toml

# What the packages take from the system, and the package of Debian that holds it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libGLESv2.so.2": "libgles2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libXrender.so.1": "libxrender1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES = {  # for Qt on an X server, which the tests do without
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
ARCH_PACKAGES = (
    "pacman -S --needed libglvnd mesa glib2 libxrender libxkbcommon libxkbcommon-x11 dbus fontconfig libx11 "
    "libxcb xcb-util-cursor xcb-util-wm xcb-util-keysyms"
)


class SetupError(Exception):
    """One sentence about what is missing and what to do."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then become the program; return the exit code where that does not happen."""
    if arguments[:1] in (["-h"], ["--help"]):
        print((__doc__ or "").strip())
        return 0
    takes_system = "--no-system" not in arguments
    wants_gpu = "--gpu" in arguments
    words = [word for word in arguments if word not in ("--no-system", "--gpu")]
    tests = words[:1] == ["test"]
    extras = ["dev"] * tests + ["gpu"] * wants_gpu
    try:
        python = set_up(extras, LIBRARIES if tests else {**LIBRARIES, **WINDOW_LIBRARIES}, takes_system)
        if tests:
            os.chdir(str(HOME))
            return become([str(python), "-m", "pytest", *words[1:]], {})
        started_by = f"{'python' if os.name == 'nt' else 'python3'} {shlex.quote(sys.argv[0])}"
        return become([str(python), str(HOME / "main.py"), *words], {"FASTMETRO_LIVE_COMMAND": started_by})
    except SetupError as error:
        print(error, file=sys.stderr)
    except OSError as error:  # such as a full disk, or a folder that is not ours
        print(f"The set-up failed: {error}; put that right and start again.", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped; the next start goes on from here.", file=sys.stderr)
    return 1


def set_up(extras: list[str], libraries: dict[str, str], takes_system: bool) -> Path:
    """Install what is missing and return the Python to run with.

    Parameters
    ----------
    extras : of pyproject.toml, that are wanted now; what an earlier start installed stays.
    libraries : of the system that are needed, and Debian's package of each.
    takes_system : install system libraries where some are missing.

    Raises
    ------
    SetupError : something is missing that cannot be installed here.
    """
    is_active = sys.prefix != sys.base_prefix
    folder = Path(sys.prefix) if is_active else ENVIRONMENT
    python = Path(sys.executable) if is_active else python_of(folder)
    done = read_stamp(folder / STAMP) if python.exists() else {}
    project = hashlib.sha256((HOME / "pyproject.toml").read_bytes()).hexdigest()
    is_done = done.get("project") == project and set(extras) <= set(done.get("extras", []))

    base = None if is_done else maker_of(folder, python)
    # Debian keeps what makes environments in a package of its own.
    lacking = [venv_package(base)] if base and not has_modules(base, "venv", "ensurepip") else []
    if takes_system and sys.platform.startswith("linux"):
        install_system(libraries, lacking)
    elif lacking:
        raise SetupError(f"{base} cannot make virtual environments; install {lacking[0]} and start again.")
    if is_done:
        return python
    if base:
        make_environment(folder, base)
    extras = sorted({*extras, *done.get("extras", [])})
    install_program(python, extras)
    (folder / STAMP).write_text(json.dumps({"project": project, "extras": extras}), encoding="utf-8")
    return python


def read_stamp(file: Path) -> dict[str, Any]:
    """Return what an environment was set up with; nothing if it was not, or not to the end."""
    try:
        stamp = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


# The system's libraries


def install_system(libraries: dict[str, str], packages: list[str]) -> None:
    """Install the libraries that cannot be loaded, and further packages.

    Raises
    ------
    SetupError : that is not possible here.
    """
    missing = missing_libraries(libraries)
    if not missing and not packages:
        return
    if not shutil.which("apt-get"):
        names = " ".join([*missing, *packages])
        raise SetupError(f"The system lacks {names}; {how_to_install(missing)}")
    install_packages([*(libraries[name] for name in missing), *packages])
    if missing := missing_libraries(missing):
        raise SetupError(
            f"{' '.join(missing)} cannot be loaded though apt-get has installed what holds them; "
            "repair that, or go on without by --no-system."
        )


def missing_libraries(libraries: Iterable[str]) -> list[str]:
    """Return those of the system's libraries that cannot be loaded."""
    missing = []
    for library in libraries:
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(library)
    return missing


def install_packages(packages: list[str]) -> None:
    """Install packages of Debian or Ubuntu, as root; raise SetupError if it fails."""
    names = " ".join(packages)
    root = [] if os.geteuid() == 0 else ["sudo"]
    if root and not shutil.which("sudo"):
        raise SetupError(f"The system packages {names} are missing; let root run: apt-get install {names}")
    print(f"Installing with apt-get{', for which sudo may ask for your password' * bool(root)}: {names}")
    get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    run([*get, "update", "-q"])  # lists that are old may do
    if run([*get, "install", "-q", "-y", "--no-install-recommends", *packages]):
        raise SetupError(
            f"apt-get could not install {names}; what it wrote above says why. Repeat the start once that is "
            "mended, or go on without by --no-system."
        )


def how_to_install(libraries: list[str]) -> str:
    """Return what installs libraries where there is no apt-get."""
    for command in ("dnf", "zypper"):
        if shutil.which(command):  # RPM knows packages by the libraries they hold
            names = " ".join(f"'{library}()(64bit)'" for library in libraries)
            return f"install them by: sudo {command} install {names}"
    if shutil.which("pacman"):
        return f"install them by: sudo pacman -S --needed {ARCH_PACKAGES}"
    return "install them by the system's package manager, or go on without by --no-system."


# Python


def maker_of(folder: Path, python: Path) -> str | None:
    """Return the Python to make an environment with; None where there is one to install into.

    Raises
    ------
    SetupError : no Python is suitable, or the environment's own is not.
    """
    if not python.exists():
        return suitable_python()
    if not is_suitable(found := version_of(str(python))):
        raise SetupError(f"The environment {folder} has {wrong_python(found)} Leave or delete it first.")
    return None if has_modules(str(python), "pip") else suitable_python()


def make_environment(folder: Path, base: str) -> None:
    """Make the virtual environment, or what is missing of it; raise SetupError if that fails."""
    print(f"Making the virtual environment {folder}")
    cleared = [] if python_of(folder).exists() else ["--clear"]  # one whose Python was removed is of no use
    if run([base, "-m", "venv", *cleared, str(folder)]):
        raise SetupError(f"The virtual environment {folder} could not be made; see above for the reason.")


def venv_package(python: str) -> str:
    """Return Debian's package of what a Python makes environments with."""
    return "python{}.{}-venv".format(*version_of(python))


def suitable_python() -> str:
    """Return a Python that the program runs on: this one, or another that is installed.

    Raises
    ------
    SetupError : there is none.
    """
    if is_suitable(sys.version_info[:2]):
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and is_suitable(version_of(found)):  # a shim may stand for nothing
            return found
    raise SetupError(f"This is {wrong_python(sys.version_info[:2])}")


def wrong_python(version: tuple[int, ...]) -> str:
    """Return what to do instead of a Python of this version."""
    names = " or ".join(f"{major}.{minor}" for major, minor in (OLDEST, NEWEST))
    newest = "{}.{}".format(*NEWEST)
    how = f"brew install python@{newest}" if sys.platform == "darwin" else f"uv python install {newest}"
    return (
        f"Python {'.'.join(map(str, version))}, and FastMETRO Live needs {names}; install one, such as by "
        f"'{how}', and start again by 'python{newest} start.py'."
    )


def is_suitable(version: tuple[int, ...]) -> bool:
    """Return whether the program runs on a Python of this version (major, minor)."""
    return OLDEST <= version <= NEWEST


def version_of(python: str) -> tuple[int, ...]:
    """Return the (major, minor) version of a Python; (0, 0) if it does not run."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        said = subprocess.run([python, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except OSError:
        return 0, 0
    return tuple(map(int, said.stdout.split())) or (0, 0)


def has_modules(python: str, *modules: str) -> bool:
    """Return whether a Python can import modules."""
    code = f"import {', '.join(modules)}"
    return subprocess.run([python, "-c", code], stderr=subprocess.DEVNULL).returncode == 0


def python_of(environment: Path) -> Path:
    """Return where a virtual environment has its Python."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# The program


def install_program(python: Path, extras: list[str]) -> None:
    """Install the program's packages, and those of extras, by pip; raise SetupError if it fails."""
    if "gpu" not in extras and has_nvidia_driver():
        print("There is an NVIDIA driver here: with --gpu the CUDA libraries are installed too (1.3 GB).")
    what = f".[{','.join(extras)}]" if extras else "."
    print(f"Installing the program's packages into {python.parent.parent}; the first time takes minutes")
    if run([str(python), "-m", "pip", "install", "--disable-pip-version-check", what]):
        raise SetupError(
            "The program's packages could not be installed; what pip wrote above says why. Start again once "
            "that is mended, such as a lost connection: what was downloaded is kept."
        )


def has_nvidia_driver() -> bool:
    """Return whether an NVIDIA driver is installed."""
    return bool(shutil.which("nvidia-smi")) or not missing_libraries(["libcuda.so.1"])


# Processes


def run(command: list[str]) -> int:
    """Run a command in the checkout, its output shown; return its exit code."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=str(HOME)).returncode


def become(command: list[str], variables: dict[str, str]) -> int:
    """Go on as another program, which gets all signals; return its exit code where there is no such way."""
    sys.stdout.flush()
    environment = {**os.environ, **variables}
    if os.name == "nt":  # where the console would not wait for it
        return subprocess.run(command, env=environment).returncode
    os.execve(command[0], command, environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
