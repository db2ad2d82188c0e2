"""A language of longer words with accents, made of English: shows what is cut, and what is not translated."""

import re

from PySide6.QtCore import QTranslator

ACCENTED = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
LONGER = 1.4
KEPT = re.compile(r"(\{\w*\}|%n|<[^>]*>)")


def pseudo(text: str, longer: float = LONGER) -> str:
    """Return a text with accents, and so many times as long; placeholders stay."""
    pieces = KEPT.split(text)
    letters = sum(len(piece) for piece in pieces[::2])
    said = "".join(piece.translate(ACCENTED) if i % 2 == 0 else piece for i, piece in enumerate(pieces))
    missing = round(letters * (longer - 1))
    # Words of usual length, so that long texts wrap as they do in real languages.
    return said + "".join("ö" if i % 7 or missing < 4 else " " for i in range(missing))


class PseudoLanguage(QTranslator):
    """Speaks it, for the texts of the program.

    Attributes
    ----------
    asked : what has been asked for so far: context and text.
    """

    def __init__(self, longer: float = LONGER) -> None:
        super().__init__()
        self._longer = longer
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        if context not in ("", "sentences") or source == "d MMM yyyy":
            return ""
        self.asked.add((context, source))
        return pseudo(source, self._longer)
