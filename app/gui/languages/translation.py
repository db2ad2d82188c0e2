"""Translation: the texts of one language as translators wrote them, for Qt to look up."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_ONE_FORM = {QLocale.Language.Japanese, QLocale.Language.Korean, QLocale.Language.Chinese}


class Translation(QTranslator):
    """Reads Qt's ``.ts`` file itself, so that nothing made of it has to be kept beside it.

    Parameters
    ----------
    file : named by its language, such as ``zh_CN.ts``.

    Raises
    ------
    OSError, ValueError : the file cannot be read, or is none.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._locale = QLocale(file.stem)
        self._forms: dict[tuple[str, str, str], Sequence[str]] = {}
        try:
            contexts = ElementTree.parse(file).iter("context")
        except ElementTree.ParseError as error:
            raise ValueError(f"{file.name} is no file of translations") from error
        for context in contexts:
            for message in context.iter("message"):
                key = (
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    message.findtext("comment", ""),
                )
                translation = message.find("translation")
                if translation is not None and translation.get("type") != "unfinished":
                    forms = [form.text or "" for form in translation.iter("numerusform")]
                    self._forms[key] = forms or [translation.text or ""]

    def translate(  # noqa: D102 - Qt's
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        forms = self._forms.get((context, sourceText, disambiguation or ""))
        if forms is None:
            return None  # type: ignore[return-value] # Qt then takes another translator, or the text itself
        return forms[self._form(n)] if len(forms) > 1 else forms[0]

    def isEmpty(self) -> bool:  # noqa: D102, N802 - Qt's
        return not self._forms

    def _form(self, n: int) -> int:
        """Return which form stands for a number, 0 for one (https://doc.qt.io/qt-6/i18n-plural-rules.html)."""
        if self._locale.language() in _ONE_FORM:
            return 0
        return int(n > 1) if self._locale.language() == QLocale.Language.French else int(n != 1)
