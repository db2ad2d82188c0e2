"""Which part may import which."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TRAINING_ONLY = {"torch", "onnx", "anny"}


def imported(path: Path, top_level_only: bool = False) -> set[str]:
    """Names of the modules a file imports."""
    tree = ast.parse(path.read_text())
    nodes = tree.body if top_level_only else list(ast.walk(tree))
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", sorted((ROOT / "app").rglob("*.py")), ids=lambda p: p.name)
def test_the_application_never_imports_training_libraries(path):
    assert not {name.split(".")[0] for name in imported(path)} & TRAINING_ONLY


@pytest.mark.parametrize("path", sorted((ROOT / "models").rglob("*.py")), ids=lambda p: p.name)
def test_models_never_import_the_application(path):
    assert "app" not in {name.split(".")[0] for name in imported(path)}


def test_the_window_starts_without_torch():
    code = "import sys, main, app.gui.window; sys.exit(int('torch' in sys.modules or 'onnx' in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_installing_puts_no_package_of_ours_into_site_packages():
    """The names ``app`` and ``models`` are too common to be installed."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert project["tool"]["setuptools"] == {"packages": [], "py-modules": []}
