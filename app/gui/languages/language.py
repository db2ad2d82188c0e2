"""Language: which one the window speaks, and a text in it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase

from app.gui.languages.choice import NAMES
from app.gui.languages.translation import Translation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.gui.languages.choice import Language, LanguageChoice

log = logging.getLogger(__name__)

# Whose letters not every machine has; Latin ones always are there.
_LETTERS = {
    "ja": QFontDatabase.WritingSystem.Japanese,
    "ko": QFontDatabase.WritingSystem.Korean,
    "zh": QFontDatabase.WritingSystem.SimplifiedChinese,
}
FOLDER = Path(__file__).resolve().parent

_translators: list[QTranslator] = []  # of the language in force; Qt does not keep them alive


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """Return a text of the window in the language in force.

    Qt's ``lupdate`` finds what is translated by this function's name, so that the text must stand in the call
    itself, or in that of :func:`later` where a constant holds it.

    Parameters
    ----------
    text : in English. Its placeholders, such as ``{name}``, are filled in after translation.
    comment : tells two meanings of one English text apart.
    n : the number that takes the place of ``%n`` and chooses between singular and plural.
    """
    return QCoreApplication.translate("", text, comment or None, n)


def later(text: str) -> str:
    """Return a text as it is, in English; it is only marked, for a call of :func:`tr` when it is shown."""
    return text


def number(value: float, digits: int = 0) -> str:
    """Return a number as people of the language in force write it."""
    return QLocale().toString(float(value), "f", digits)


def short_number(value: float, figures: int = 6) -> str:
    """Return a number with as many figures as it needs, at most so many."""
    return QLocale().toString(float(value), "g", figures)


def shown_size(size_bytes: int) -> str:
    """Return how much room something takes, such as ``400 MB`` or ``1.5 GB``."""
    return f"{number(size_bytes / 1e9, 1)} GB" if size_bytes >= 1e9 else f"{number(size_bytes / 1e6)} MB"


def can_write(language: str) -> bool:
    """Whether a font of this machine has the letters of a language."""
    letters = _LETTERS.get(language.partition("_")[0])
    return letters is None or bool(QFontDatabase.families(letters))


def speak(application: QCoreApplication, choice: LanguageChoice = "system") -> Language:
    """Let the window speak a language from now on, Qt's own dialogs too; return which.

    What has been shown already stays as it is.
    """
    while _translators:
        application.removeTranslator(_translators.pop())
    language = system_language(QLocale.system().uiLanguages()) if choice == "system" else choice
    locale = QLocale.system() if choice == "system" else QLocale(language)
    # Numbers follow the region, but not in the words and digits of a language that the window does not speak.
    if locale.language() != QLocale(language).language():
        locale = QLocale(language)
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    QLocale.setDefault(locale)
    qts_own = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qts = QTranslator()
    if qts.load(str(qts_own / f"qtbase_{language}.qm")):
        _translators.append(qts)
    try:
        _translators.append(Translation(FOLDER / f"{language}.ts"))
    except (OSError, ValueError) as error:
        log.warning("the window stays English: %s", error)
    for translator in _translators:
        application.installTranslator(translator)
    return language


def system_language(wanted: Sequence[str]) -> Language:
    """Return the first of the languages a person wants that the window speaks, or else English.

    Parameters
    ----------
    wanted : as the system names them, such as ``de-AT``, the dearest first.
    """
    for name in wanted:
        locale = QLocale(name)
        if locale.language() == QLocale.Language.Chinese:
            if locale.script() == QLocale.Script.SimplifiedHanScript:
                return "zh_CN"
        else:
            for language in NAMES:
                if QLocale(language).language() == locale.language():
                    return language
    return "en"
