"""RecentLog: the last lines of the program's log, kept in memory for a report."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

LINES = 200


class RecentLog(logging.Handler):
    """Keeps what is logged while it is entered, also what is not urgent enough to be printed.

    Attributes
    ----------
    lines : the last ones, oldest first.
    """

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s: %(message)s"))
        self.lines: deque[str] = deque(maxlen=LINES)
        self._before: list[tuple[logging.Handler | logging.Logger, int]] = []

    def emit(self, record: logging.LogRecord) -> None:  # noqa: D102
        self.lines.append(self.format(record))

    def __enter__(self) -> RecentLog:
        root = logging.getLogger()
        self._before = [(root, root.level), *((handler, handler.level) for handler in root.handlers)]
        for handler in root.handlers:
            handler.setLevel(max(handler.level, root.level))  # what is printed stays as it was
        root.setLevel(min(root.level, logging.INFO))
        root.addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        logging.getLogger().removeHandler(self)
        for each, level in self._before:
            each.setLevel(level)
