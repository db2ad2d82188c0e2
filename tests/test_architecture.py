"""Which part may import which: docs/architecture.md as a test."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# From the ground up: each may import what stands before it.
STOREYS = {
    "app": (
        "",
        "system",
        "drawing",
        "recordings",
        "server",
        "live",
        "live_out",
        "batch",
        "booth",
        "gui",
        "cli",
    ),
    "app.recordings": ("", "motion", "export"),
    "app.live": ("sources", ""),
    "app.gui": (
        *("", "widgets", "live", "play", "booth", "warm_up", "window"),
        *("measured_session", "measured_window", "application"),
    ),
    "models": (
        *("", "camera", "body", "rendering", "inference", "network", "smpl", "anny"),
        *("synthetic", "sample_clip", "export", "evaluate", "train"),
    ),
}
# What the application and the training side share.
SHARED = {
    *("environment", "errors", "files", "helper_process", "npz", "program"),
    *("camera", "body", "rendering", "inference"),
}
# Libraries of the training side; no file of the application or of what is shared imports them, not even
# inside a function.
TRAINING_ONLY = {"torch", "onnx", "numba", "anny", "roma"}
# The homes of libraries that are slow to import or that would spread.
HOMES = {
    "PySide6": ("app/gui/",),
    "mediapipe": ("models/inference/mediapipe_tasks.py", "models/evaluate/", "models/network/blazepose.py"),
    # Export also folds, checks and rounds graphs by it.
    "onnxruntime": (
        *(
            "models/inference/onnx_model.py",
            "models/inference/bound_runs.py",
            "models/inference/side_by_side.py",
        ),
        *("models/inference/providers.py", "models/inference/trial_run.py"),
        "models/export/",
    ),
    "h5py": ("app/recordings/", "models/evaluate/"),
    "pythonosc": ("app/live_out/",),
    "prometheus_client": ("app/live_out/metrics.py",),
    "tritonclient": ("app/server/",),
    "segno": ("app/gui/booth/take_away_card.py",),
    "ray": ("app/batch/ray_pool.py",),
    "pyrender": ("models/rendering/",),
}

FILES = [path for top in ("app", "models") for path in sorted((ROOT / top).rglob("*.py"))]
RUN_TIME = [
    path
    for path in FILES
    if path.parts[len(ROOT.parts)] == "app"
    or path.relative_to(ROOT / "models").parts[0].split(".")[0] in SHARED
]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {module_name(path): path for path in FILES}
IDS = [module_name(path) for path in FILES]


@cache
def imports(path: Path) -> list[tuple[str, str | None]]:
    """(module, name or None) of every import statement of a file, also inside functions."""
    found: list[tuple[str, str | None]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(alias.name, None) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively; write the whole name"
            assert node.module
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                found.append((submodule, None) if submodule in NAMES else (node.module, alias.name))
    return found


def storeys(module: str) -> list[tuple[str, int]]:
    """(package, floor within it) of a module, from the top package inwards."""
    found, parts = [], module.split(".")
    for depth in range(1, len(parts)):
        package = ".".join(parts[:depth])
        if package in STOREYS:
            order = STOREYS[package]
            name = parts[depth]
            found.append((package, order.index(name) if name in order else order.index("")))
    return found


def goes_up(importer: str, imported: str) -> bool:
    """Whether an import leads to a higher storey of the first package in which the two part ways."""
    for (package, own), (other_package, other) in zip(storeys(importer), storeys(imported), strict=False):
        if package != other_package:
            return False
        if own != other:
            return other > own
    return False


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_imports_go_down(path):
    own = module_name(path)
    for module, _ in imports(path):
        top = module.split(".")[0]
        assert not (top == "app" and own.startswith("models")), (
            f"{own} imports {module}: models never import app"
        )
        assert top != "tests", f"{own} imports {module}: the program never imports its tests"
        if path.name != "__main__.py":
            assert not goes_up(own, module), f"{own} imports {module}, which stands above it"


@pytest.mark.parametrize("path", [path for path in FILES if "app" in module_name(path)[:3]], ids=module_name)
def test_the_application_takes_only_the_shared_floor_of_models(path):
    for module, name in imports(path):
        if module == "models":
            assert name in SHARED, f"{module_name(path)} imports {name} of models"
        elif module.startswith("models.") and (module_name(path), module) not in HANDED_OVER:
            assert module.split(".")[1] in SHARED, (
                f"{module_name(path)} imports {module}; it may take {SHARED}"
            )


# The command line hands over to the training side, where PyTorch is installed.
HANDED_OVER = {
    ("app.cli.parser", "models.export.import_arguments"),
    ("app.cli.commands", "models.export.published"),
    ("app.cli.commands", "models.export.server_files"),
}


@pytest.mark.parametrize("path", RUN_TIME, ids=module_name)
def test_nothing_at_run_time_imports_training_libraries(path):
    taken = {module.split(".")[0] for module, _ in imports(path)} & TRAINING_ONLY
    assert not taken, f"{module_name(path)} imports {taken}"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_the_environment_is_set_before_onnx_runtime_is_imported(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = [
        node.names[0].name if isinstance(node, ast.Import) else node.module or ""
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    loads = [i for i, module in enumerate(modules) if module.split(".")[0] == "onnxruntime"]
    assert not loads or "models.environment" in modules[: loads[0]], f"{path} imports ONNX Runtime too early"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_each_heavy_library_has_one_home(path):
    place = path.relative_to(ROOT).as_posix()
    for module, _ in imports(path):
        homes = HOMES.get(module.split(".")[0])
        assert homes is None or place.startswith(homes), f"{place} imports {module}, whose home is {homes}"


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_no_private_name_is_imported_from_another_file(path):
    for module, name in imports(path):
        if module.split(".")[0] in ("app", "models"):
            assert not (name or "").startswith("_"), f"{module_name(path)} imports {name} of {module}"


def test_the_hole_of_lazy_imports_is_closed(tmp_path):
    """A file that reaches PyTorch through another one, inside a function, is found out."""
    lazy = tmp_path / "lazy.py"
    lazy.write_text("def f():\n    from models.network.fastmetro import FastMetro\n")
    ((module, name),) = imports(lazy)
    assert (module, name) == ("models.network.fastmetro", "FastMetro")
    assert module.split(".")[1] not in SHARED


def test_packages_are_at_most_three_deep_and_described():
    for path in FILES:
        assert len(path.relative_to(ROOT).parts) <= 4, f"{path} lies too deep"
        if path.name == "__init__.py":
            tree = ast.parse(path.read_text(encoding="utf-8"))
            assert ast.get_docstring(tree), f"{path} says nothing"
            assert len(tree.body) == 1, f"{path} holds more than its docstring"


def test_the_map_names_every_package_and_none_that_is_missing():
    """docs/architecture.md is true."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    packages = {
        path.parent.relative_to(ROOT).as_posix() + "/" for path in FILES if path.name == "__init__.py"
    } - {"app/", "models/"}
    named = set(re.findall(r"`((?:app|models)/[a-z_/]*/)`", text))
    assert named == packages
    for file in re.findall(r"`((?:app|models|tests)/[a-z_/]*\.[a-z]+|main\.py)`", text):
        assert (ROOT / file).exists(), f"docs/architecture.md names {file}, which is not there"


def test_the_window_starts_without_what_it_wants_later_or_never():
    later = {"torch", "onnx", "mediapipe", "onnxruntime", "pyrender", "scipy.spatial", "matplotlib"}
    code = f"import sys, main, app.gui.window; sys.exit(str({later} & set(sys.modules) or ''))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr.strip() == ""


def test_the_command_line_is_read_without_opencv():
    """OpenCV points Qt to plugins of its own, which only ``prepare_environment`` puts right."""
    code = "import sys, main; from app.cli.parser import parse; sys.exit(int('cv2' in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
