"""RecordingFiles: renames, deletes and brings back recordings with their videos, and says how that went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.languages.language import tr
from app.gui.languages.sentences import reason_of, translated
from app.gui.play import cards
from app.gui.play.bin import bring_back
from app.gui.shortcuts import hint
from app.gui.widgets.banner import Notice
from app.recordings.file_names import VIDEO_ENDINGS, files_of, rename
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.gui.widgets.messages import Messages


class RecordingFiles:
    """Changes the files of a recording; what is open is given back before, as some systems want it.

    Parameters
    ----------
    messages : where it asks, and says what became of them.
    give_back : closes what is open.
    open_again : opens one, which may have another name by now, as it was when it was given back.
    forget : takes a deleted one from the list, and opens another.
    end_question : called when a question has been answered by no.
    restored : called with a recording that was brought back from the bin.
    move_to_bin : as :func:`app.gui.play.bin.move_to_bin`.
    """

    def __init__(
        self,
        messages: Messages,
        *,
        give_back: Callable[[], None],
        open_again: Callable[[Path], None],
        forget: Callable[[Path], None],
        end_question: Callable[[], None],
        restored: Callable[[Path], None],
        move_to_bin: Callable[[Path], Path | None],
    ) -> None:
        self._messages, self._give_back, self._open_again = messages, give_back, open_again
        self._forget, self._end_question, self._restored = forget, end_question, restored
        self._move_to_bin = move_to_bin
        self._binned: dict[Path, Path] = {}  # of the recording deleted last: where files were, and lie now

    def rename(self, path: Path, name: str) -> None:
        """Give a recording another name; one that cannot be taken is refused on the banner."""
        self._give_back()
        new, why_not = path, ""
        try:
            new = rename(path, name)
        except UserError as error:
            why_not = translated(str(error))
        except OSError as error:
            why_not = tr("It could not be renamed: {why}").format(why=reason_of(error))
        self._open_again(new)
        if why_not:
            self._messages.show_banner(Notice(why_not, "danger"))

    def ask_to_delete(self, path: Path) -> None:
        """Ask whether a recording shall go."""
        self._messages.show_card(
            cards.delete_card(
                path,
                has_video=any(file.suffix in VIDEO_ENDINGS for file in files_of(path)),
                delete=lambda: self._delete(path),
                keep=self._end_question,
            )
        )

    def _delete(self, path: Path) -> None:
        files = files_of(path)
        self._give_back()
        binned = {file: self._move_to_bin(file) for file in files}
        left = [file for file, place in binned.items() if place is None]
        if not left:
            self._binned = {file: place for file, place in binned.items() if place is not None}
            self._forget(path)
            self._tell_of_bin(path)
            return
        if path in left:
            self._open_again(path)
        delete = lambda: self._delete_for_good(path, left)  # noqa: E731
        self._messages.show_card(cards.no_bin_card(path, delete=delete, keep=self._end_question))

    def _tell_of_bin(self, path: Path) -> None:
        """Say that a recording is in the bin, and offer to bring it back where that is possible."""
        if not all(place != file and place.exists() for file, place in self._binned.items()):
            self._binned = {}  # a system that does not tell where it has put them
        button = tr("Undo") if self._binned else ""
        tooltip = hint(tr("Bring it back"), "undo_delete")
        text = tr("Moved {name} to the bin").format(name=path.stem)
        self._messages.show_toast(Notice(text, "good", button, self.undo_delete, tooltip))

    def undo_delete(self) -> None:
        """Bring back the recording that was deleted last, if it can be."""
        binned, self._binned = self._binned, {}
        if not binned:
            return
        path = next(file for file in binned if file.suffix == ".h5")
        try:
            for file, place in binned.items():
                bring_back(place, file)
        except OSError as error:
            said = tr("It could not be brought back: {why}").format(why=reason_of(error))
            self._messages.show_toast(Notice(said, "danger"))
            return
        self._restored(path)
        self._messages.show_toast(Notice(tr("Brought {name} back").format(name=path.stem), "good"))

    def _delete_for_good(self, path: Path, files: list[Path]) -> None:
        self._give_back()
        why_not = ""
        try:
            for file in files:
                file.unlink(missing_ok=True)
        except OSError as error:
            why_not = tr("It could not be deleted: {why}").format(why=reason_of(error))
        self._forget(path)
        self._messages.show_toast(
            Notice(why_not, "danger")
            if why_not
            else Notice(tr("Deleted {name}").format(name=path.stem), "good")
        )
