"""Every text of the window is marked for translation, in a way that Qt's tool finds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[4]
GUI = ROOT / "app" / "gui"
MARKS = ("tr", "later", "QT_TRANSLATE_NOOP")
# What shows or names something to people, by the name that is called, with the places of the texts.
SHOWN = {
    **dict.fromkeys(("setText", "setToolTip", "setAccessibleName", "setAccessibleDescription"), (0,)),
    **dict.fromkeys(("setWindowTitle", "setPlaceholderText", "setSpecialValueText", "setPlainText"), (0,)),
    **dict.fromkeys(("QLabel", "QPushButton", "QRadioButton", "QCheckBox", "addItem", "addRow"), (0,)),
    **dict.fromkeys(("hint", "view_hint", "_heading", "_row", "_say", "_refuse"), (0,)),
    **dict.fromkeys(("text_button", "Switch", "CalmComboBox", "LabelledSlider", "Fold"), (0, 1)),
    **dict.fromkeys(("icon_button", "_text_button"), (1, 2)),
    "Segments": (0, 1),
    "Notice": (0, 2, 4),
    "Choice": (0, 2),
    "CardContent": (0, 1),
    "Figure": (0, 1, 2),
    "Shortcut": (2,),
    "getOpenFileName": (1,),
    "getSaveFileName": (1,),
    "getExistingDirectory": (1,),
    "drawText": (2,),
}
# Names, and values with units that are the same everywhere; words of the program itself, not for people.
NO_WORDS = re.compile(r"(FastMETRO Live|m/s²|cm/s|ms|MB|GB|px|cm|font-[a-z]+)")
# Two words after a capital, before an end or around a semicolon, or three in a row.
SENTENCE = re.compile(r"^[“(]?[A-Z][a-z]+[,;:]? [a-z]|[a-z] [a-z]+[.…]$|[a-z]; [a-z]|[a-z]+ [a-z]+ [a-z]+")
FILES = sorted(path for path in GUI.rglob("*.py") if path.parent.name != "languages")
IDS = [path.relative_to(GUI).as_posix() for path in FILES]
# Files whose texts are logs, or for those who mend the program.
SILENT = {"problem_report.py", "settings.py", "platform.py", "measured_window.py", "widgets/style_sheet.py"}


def called(node: ast.AST) -> str:
    return ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""


def literals(node: ast.AST) -> Iterator[str]:
    """The texts in an expression that are not marked, f-strings without their values."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield " ".join(part.value for part in node.values if isinstance(part, ast.Constant))
    for child in parts(node):
        yield from literals(child)


def parts(node: ast.AST) -> list[ast.AST]:
    """What of an expression may be shown, of a list of choices all but the values that come first."""
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.JoinedStr):
        return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    if isinstance(node, ast.List) and all(isinstance(row, ast.Tuple) for row in node.elts):
        return [shown for row in node.elts for shown in row.elts[1:]]
    return list(ast.iter_child_nodes(node)) if isinstance(node, ast.BinOp | ast.BoolOp | ast.Tuple) else []


def has_words(text: str) -> bool:
    said = NO_WORDS.sub("", re.sub(r"<[^>]*>|&\w+;|#\w+", "", text))
    return re.search(r"[^\W\d_]{2,}", said) is not None


def shown_unmarked(tree: ast.Module) -> list[str]:
    """The texts that are shown or name something without being marked."""
    return [
        text
        for node in ast.walk(tree)
        for place in SHOWN.get(called(node), ())
        for argument in node.args[place : place + 1]
        for text in literals(argument)
        if has_words(text)
    ]


def sentences_unmarked(tree: ast.Module) -> list[str]:
    """What looks like a sentence without being marked."""
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    for node in ast.walk(tree):
        is_log = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("log.")
        if is_log or isinstance(node, ast.Raise) or called(node) in (*MARKS, *("UserError", "setStyleSheet")):
            quiet |= {id(inner) for inner in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet
        if SENTENCE.search(node.value) and has_words(node.value)
    ]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_every_text_is_marked(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert shown_unmarked(tree) == []
    if path.relative_to(GUI).as_posix() not in SILENT:
        assert sentences_unmarked(tree) == []


@pytest.mark.parametrize(
    "line",
    [
        'QLabel("Source")',
        'button.setToolTip(hint("Close", "step_back"))',
        'label.setText(f"Saved {name}")',
        'label.setText(tr("Saved") if saved else "Lost")',
        'Segments([("one", tr("One"), "Only one")], tr("Follow"))',
        'Notice(text, "good", "Undo", undo, tr("Bring it back"))',
    ],
)
def test_a_text_that_is_not_marked_is_found(line):
    assert len(shown_unmarked(ast.parse(line))) == 1


@pytest.mark.parametrize("line", ['NOBODY = "Nobody is here"', 'x = {"a": "the reading failed."}'])
def test_a_sentence_that_is_not_marked_is_found(line):
    assert len(sentences_unmarked(ast.parse(line))) == 1


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_what_is_marked_can_be_found_and_translated(path):
    """No f-string, which Qt's tool does not see; %n where a number is given, and only there."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if called(node) not in ("tr", "later"):
            continue
        text = node.args[0]
        assert not isinstance(text, ast.JoinedStr | ast.BinOp), f"line {node.lineno}"
        if isinstance(text, ast.Constant):
            assert ("%n" in text.value) == (len(node.args) == 3), f"line {node.lineno}"
            assert not node.keywords, f"line {node.lineno}"
