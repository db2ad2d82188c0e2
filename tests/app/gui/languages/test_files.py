"""The files of the languages: of the texts there are, and whole."""

import re
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from app.gui.languages.choice import NAMES
from app.gui.languages.translation import Translation

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "app" / "gui" / "languages"


@pytest.fixture(scope="module")
def tool():
    """``packaging/languages.py``."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import languages
    finally:
        sys.path.pop(0)
    return languages


@pytest.fixture(scope="module")
def fresh(tool, tmp_path_factory):
    """A folder of the files as they would be made now."""
    folder = tmp_path_factory.mktemp("languages")
    for file in FOLDER.glob("*.ts"):
        shutil.copy(file, folder)
    tool.gather(folder)
    return folder


def in_contexts(file: Path) -> list[tuple[str, ElementTree.Element]]:
    """The messages of a file, each with its context."""
    contexts = ElementTree.parse(file).iter("context")
    return [(each.findtext("name", ""), message) for each in contexts for message in each.iter("message")]


def messages(file: Path) -> list[ElementTree.Element]:
    return [message for _, message in in_contexts(file)]


def meaning(message: ElementTree.Element) -> tuple[str, str, bool]:
    """What is translated: the text, what tells it from others, and whether it has a plural."""
    return message.findtext("source", ""), message.findtext("comment", ""), message.get("numerus") == "yes"


def forms(message: ElementTree.Element) -> list[str]:
    """A translation's forms by number, or the translation alone; empty where there is none."""
    translation = message.find("translation")
    assert translation is not None
    plural = [form.text or "" for form in translation.iter("numerusform")]
    return plural or [translation.text or ""]


def placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{\w*\}|%n", text)))


def test_the_catalogue_is_that_of_the_code(tool):
    made = (FOLDER / "catalogue.py").read_text(encoding="utf-8")
    assert made == tool.catalogue(), "run python packaging/languages.py"


def test_every_language_has_a_file():
    assert {file.stem for file in FOLDER.glob("*.ts")} == set(NAMES)


@pytest.mark.parametrize("language", NAMES)
def test_the_files_are_those_of_the_present_texts(fresh, language):
    """By what they say: versions of Qt's tool may write it otherwise."""
    kept, made = (
        {(*meaning(message), *forms(message)) for message in messages(folder / f"{language}.ts")}
        for folder in (FOLDER, fresh)
    )
    assert kept == made, "run python packaging/languages.py"


@pytest.mark.parametrize("language", NAMES)
def test_the_window_reads_what_translators_wrote(tool, tmp_path, language):
    """And as Qt's own reader would, of what its tool makes of the same file."""
    made, qts = tmp_path / "made.qm", QTranslator()
    tool.run("pyside6-lrelease", "-silent", str(FOLDER / f"{language}.ts"), "-qm", str(made))
    assert qts.load(str(made))
    translation = Translation(FOLDER / f"{language}.ts")
    for context, message in in_contexts(FOLDER / f"{language}.ts"):
        source, comment, is_plural = meaning(message)
        for count in (0, 1, 2, 5) if is_plural else (-1,):
            said = translation.translate(context, source, comment, count)
            assert said in forms(message)
            assert said == qts.translate(context, source, comment, count)
    assert translation.translate("", "a text of nobody") is None


@pytest.mark.parametrize("content", [b"", b"<TS><context>", b"\xff\xfe\x00"])
def test_a_file_that_is_none_leaves_the_window_english(tmp_path, content):
    (tmp_path / "de.ts").write_bytes(content)
    with pytest.raises(ValueError, match="no file of translations"):
        Translation(tmp_path / "de.ts")


@pytest.mark.parametrize("language", NAMES)
def test_a_translation_has_the_placeholders_of_its_text(language):
    for message in messages(FOLDER / f"{language}.ts"):
        source = message.findtext("source", "")
        for form in filter(None, forms(message)):
            wanted = placeholders(source)
            # "one picture" may do without the number.
            assert placeholders(form) in (wanted, [each for each in wanted if each != "%n"]), source


@pytest.mark.parametrize("language", NAMES)
def test_a_translation_can_be_filled_in(language):
    """Other braces would be taken for placeholders."""
    for message in messages(FOLDER / f"{language}.ts"):
        for form in forms(message):
            rest = re.sub(r"\{\w+\}", "", form)
            assert "{" not in rest, form
            assert "}" not in rest, form


@pytest.mark.parametrize("language", NAMES)
def test_everything_is_translated(language):
    left = [
        message.findtext("source")
        for message in messages(FOLDER / f"{language}.ts")
        if not all(forms(message))
    ]
    assert left == []
