"""Installs npm's packages that tests ask, into pytest's cache."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def node_folder(pytestconfig, *packages):
    """Return a folder with these packages; skip the test where it cannot be made.

    The environment variable FASTMETRO_NODE_PACKAGES names one that has them all.
    """
    if shutil.which("node") is None:
        pytest.skip("there is no Node.js (node)")
    folder = Path(os.environ.get("FASTMETRO_NODE_PACKAGES") or pytestconfig.cache.mkdir("node-packages"))
    names = [package[0] + package[1:].partition("@")[0] for package in packages]
    if all((folder / "node_modules" / name).is_dir() for name in names):
        return folder
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("there is no npm, which installs packages of Node.js")
    (folder / "package.json").write_text("{}")  # npm keeps what is there only beside one
    words = [npm, "install", "--silent", "--prefix", folder, *packages]
    made = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    if made.returncode != 0:
        pytest.skip(
            f"npm cannot install {', '.join(packages)}: {(made.stderr or made.stdout).strip()[-300:]}"
        )
    return folder
