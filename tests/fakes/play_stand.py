"""A recordings page on its own, with a clock that the test turns and a bin that it may take away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.gui.play.page import PlayPage
from app.options import Options


class PlayStand:
    """A page with a clock that the test turns."""

    def __init__(self, qtbot, folder: Path, bin_works: bool = True) -> None:
        self.qtbot, self.folder, self.now, self.binned = qtbot, folder, 100.0, []

        self.bin = folder.parent / "bin" / "files"

        def move_to_bin(path: Path) -> Path | None:
            if not bin_works:
                return None
            self.binned.append(path.name)
            self.bin.mkdir(parents=True, exist_ok=True)
            return path.rename(self.bin / path.name)

        self.page = PlayPage(folder, Options(), clock=lambda: self.now, move_to_bin=move_to_bin)
        self.page.resize(960, 600)
        self.page.show()
        self.player, self.messages = self.page.player, self.page.messages

    def wait(self, condition) -> None:
        def done() -> bool:
            self.page.tick()
            return bool(condition())

        self.qtbot.waitUntil(done, timeout=60000)

    def enter(self, path: Path | None = None, **chosen) -> None:
        self.page.enter(self.folder, path, **chosen)
        self.wait(lambda: self.page.stage.result is not None or self.card())

    def tick(self, seconds: float = 0.0) -> None:
        self.now += seconds
        self.page.tick()

    def shown(self, row: int) -> None:
        """Wait until a row is on the screen."""
        self.wait(lambda: self.page.stage.result is not None and self.page.stage.result.frame.index == row)

    def card(self) -> str:
        content = self.messages.card.content
        return content.heading if content and not content.is_busy else ""

    def choose(self, text: str) -> None:
        assert self.messages.card.content is not None
        next(choice for choice in self.messages.card.content.choices if choice.text == text).action()

    def banner(self) -> str:
        return self.messages.banner.notice.text if self.messages.banner.notice else ""

    def names(self) -> list[str]:
        return [entry.name for entry in self.page.list.entries]

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.page.stage, key, modifier)
