"""``python packaging/languages.py``: brings the window's languages up to date with its texts.

Gathers the sentences from below the window, then has Qt's own tool gather all texts into
``app/gui/languages/*.ts``, where translators work, and which the window reads.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from app.gui.languages.choice import NAMES  # noqa: E402 - found from there

LANGUAGES = ROOT / "app" / "gui" / "languages"
CATALOGUE = LANGUAGES / "catalogue.py"

# Whose errors can come to the window: the application, and what it shares with the training side.
BELOW = (
    *("app/*.py", "app/system", "app/drawing", "app/recordings", "app/server/[cr]*.py", "app/live"),
    *("app/live_out", "app/gui/live", "app/gui/play", "app/gui/widgets"),
    *("models/*.py", "models/camera", "models/body", "models/rendering", "models/inference"),
)
# Who else says something there: functions, classes and constants, by their files.
SPEAKERS: dict[str, tuple[str, ...]] = {
    "app/types.py": ("StageTimes",),
    "app/system/errors.py": ("UNEXPECTED",),
    "app/live/accelerators.py": ("*",),
    "app/live/device_choice.py": ("*",),
    "app/live/estimator.py": ("*",),
    "app/live/live_model.py": ("LiveModel",),
    "app/live/loaded_model.py": ("*",),
    "app/live/place_step.py": ("*",),
    "app/live/pipeline.py": ("*",),
    "app/live/session.py": ("*",),
    "app/live/sources/camera.py": ("find_camera", "open_camera"),
    "app/live/sources/camera_format.py": ("given_format",),
    "app/live_out/page.py": ("*",),
    "app/live_out/page_server.py": ("_why_not",),
    "app/live_out/vmc.py": ("*",),
    "app/recordings/corrections.py": ("*",),
    "app/recordings/export/exporter.py": ("*",),
    "app/recordings/export/formats.py": ("FORMATS",),
    "app/recordings/file_names.py": ("name_fault",),
    "app/recordings/guarded_repair.py": ("*",),
    "app/recordings/hdf5_errors.py": ("plain_reason",),
    "app/recordings/inspection.py": ("*",),
    "app/recordings/motion/refine.py": ("RefineFigures",),
    "app/recordings/motion/refined_recording.py": ("RefinedRecording",),
    "app/recordings/reader.py": ("*",),
    "app/recordings/recorder.py": ("*",),
    "app/recordings/repair.py": ("RepairReport",),
    "app/recordings/structure.py": ("*",),
    "app/recordings/video_recorder.py": ("*",),
    "app/recordings/video_writer.py": ("*",),
    "app/server/connection.py": ("*",),
    "app/server/remote.py": ("*",),
    "models/errors.py": ("sentence",),
    "models/inference/trial_run.py": ("*",),
    "models/rendering/looks.py": ("LOOKS",),
    "models/rendering/mesh_renderer.py": ("*",),
}
# What of it is for programs alone.
UNSAID = {
    *("Bearer {0}", "StatusCode.", "protocol is restricted", "unknown model"),
    *(
        "kept video",
        "camera look",
        "H.264 (libx264 in PyAV)",
        "MPEG-4 (mp4v in OpenCV)",
        "failed to allocate",
    ),
    *("State", "in progress", "Description", "NumPy", "WebGPU"),
}
HEAD = '''"""The sentences from below the window as templates; made by ``python packaging/languages.py``."""

from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

# fmt: off
TEMPLATES = cast("tuple[str, ...]", ('''
LINE_LENGTH = 110
_WORDS = re.compile(r"[^\W\d_]+[^\n]*\s[^\n]*[^\W\d_]{2,}|^[A-Z][a-z]+")  # two of them, or a title


def files_below() -> Iterator[Path]:
    """Yield the files whose errors can come to the window."""
    for place in BELOW:
        yield from sorted((ROOT / place).rglob("*.py") if (ROOT / place).is_dir() else ROOT.glob(place))


def error_classes(trees: dict[Path, ast.Module]) -> set[str]:
    """Return the names of ``UserError`` and of all classes that derive from it."""
    bases = {
        node.name: {ast.unparse(base).split(".")[-1] for base in node.bases}
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"UserError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


def templates() -> list[str]:
    """Return the templates of everything that is said below the window, in the order of files and lines."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files_below()}
    errors = error_classes(trees)
    found: dict[str, None] = {}
    for path, tree in trees.items():
        said = [argument for call in _calls(tree, errors) for argument in call.args[:1]]
        for name in SPEAKERS.get(path.relative_to(ROOT).as_posix(), ()):
            said += [tree] if name == "*" else _named(tree, name)
        texts = {id(text): text for part in said for text in _texts(part, errors)}
        for text in sorted(texts.values(), key=lambda node: (node.lineno, node.col_offset)):
            found[_template(text)] = None
    said = (template for template in found if template not in UNSAID)
    return [template for template in said if _WORDS.search(re.sub(r"\{\d+\}", " ", template))]


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in names:
            yield node


def _named(tree: ast.Module, name: str) -> list[ast.stmt]:
    """Return the function, class or constant of a file that has this name."""
    found = [
        node
        for node in tree.body
        if getattr(node, "name", None) == name
        or (isinstance(node, ast.Assign) and name in map(ast.unparse, node.targets))
        or (isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name)
    ]
    if not found:
        raise SystemExit(f"There is no {name} any more that speaks; correct SPEAKERS.")
    return found


def _texts(part: ast.AST, errors: set[str]) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Yield the texts in a part of a file that people may see: no docstrings, no logs, no faults."""
    for node in ast.iter_child_nodes(part) if not isinstance(part, ast.Constant | ast.JoinedStr) else (part,):
        if isinstance(node, ast.JoinedStr):
            yield node
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from _texts(value, errors)
        elif isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                yield node
        elif not _is_silent(node, errors):
            yield from _texts(node, errors)


def _is_silent(node: ast.AST, errors: set[str]) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Raise):
        name = ast.unparse(node.exc.func if isinstance(node.exc, ast.Call) else node.exc or node)
        return name not in errors and not name.startswith("Server")
    return isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("log.", "logging."))


def _template(text: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(text, ast.Constant):
        return str(text.value).strip()
    values = iter(range(len(text.values)))
    pieces = (
        str(piece.value) if isinstance(piece, ast.Constant) else f"{{{next(values)}}}"
        for piece in text.values
    )
    return "".join(pieces).strip()


def catalogue() -> str:
    """Return the file of templates as it should be."""
    marked = (f'    QT_TRANSLATE_NOOP("sentences", {_quoted(template)}),' for template in templates())
    lines = (line if len(line) <= LINE_LENGTH else f"{line}  # noqa: E501" for line in marked)
    return "\n".join((HEAD, *lines, "))", ""))


def _quoted(text: str) -> str:
    """Return a literal in double quotes, which Qt's tool reads without fail."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def gather(folder: Path) -> None:
    """Bring a folder's ``.ts`` files up to date with the texts of the window; translations stay."""
    sources = [str(path) for path in sorted((ROOT / "app" / "gui").rglob("*.py"))]
    usual = [
        "pyside6-lupdate",
        "-tr-function-alias",
        "QT_TR_NOOP+=later",
        "-silent",
        "-no-obsolete",
        "-locations",
        "none",
        "-source-language",
        "en",
    ]
    for language in NAMES.keys() - {"en"}:  # which needs its plurals alone
        run(*usual, *sources, "-target-language", language, "-ts", str(folder / f"{language}.ts"))
    run(*usual, "-pluralonly", *sources, "-target-language", "en", "-ts", str(folder / "en.ts"))


def run(program: str, *arguments: str) -> None:
    """Run one of PySide's tools, which lie beside this Python."""
    found = shutil.which(
        program, path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    )
    if found is None:
        raise SystemExit(f"{program} is missing; install PySide6-Essentials.")
    subprocess.run([found, *arguments], check=True)


def main() -> int:
    """Bring everything up to date; return the exit code."""
    CATALOGUE.write_text(catalogue(), encoding="utf-8")
    gather(LANGUAGES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
