"""``python packaging/build.py``: the program as a folder, and as one file to hand on, for the CPU.

In an environment of its own, made anew, so that nothing comes along that happens to be installed.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXTRAS = ("vmc", "booth")  # small, and nothing can be added to a bundle
PYINSTALLER = "pyinstaller>=6.16,<7"


def requirements(project: dict) -> list[str]:
    """Return what goes into a bundle: the program's libraries, with ONNX Runtime for the CPU."""
    lines = list(project["dependencies"])
    for extra in EXTRAS:
        lines += project["optional-dependencies"][extra]
    lines = [line for line in lines if not line.startswith("onnxruntime>=")]
    return [line.partition(";")[0].strip().replace("onnxruntime-gpu", "onnxruntime") for line in lines]


def size_of(folder: Path) -> int:
    """Return the bytes of a folder's files; links count nothing."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def main() -> int:
    """Build; return the exit code."""
    parser = argparse.ArgumentParser(prog="python packaging/build.py", description=__doc__)
    usual = ROOT / "build" / "bundle"
    parser.add_argument("-o", dest="output", type=Path, default=usual, metavar="DIR", help="(build/bundle)")
    out = parser.parse_args().output.absolute()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    environment = out / "environment"
    venv.create(environment, clear=True, with_pip=True)
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [python, "-m", "pip", "install", "-q", PYINSTALLER, *requirements(project)]
    bundle = [python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", out]
    bundle += ["--workpath", out / "work", ROOT / "packaging" / "fastmetro-live.spec"]
    try:
        for step in (install, bundle):
            subprocess.run(step, check=True)
    except subprocess.CalledProcessError as error:
        print(f"{' '.join(map(str, error.cmd[:4]))} failed; what it said stands above.", file=sys.stderr)
        return 1
    folder = out / project["name"]
    kind = "zip" if os.name == "nt" else "gztar"
    archive = Path(shutil.make_archive(str(folder), kind, root_dir=out, base_dir=folder.name))
    print(f"{folder}: {size_of(folder) / 1e6:.0f} MB")
    print(f"{archive}: {archive.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
