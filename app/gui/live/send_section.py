"""SendSection: where results are sent to for other programs, and how each output does."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.gui.languages.language import later, tr
from app.gui.languages.sentences import translated
from app.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.live.outputs import OutputStatus
    from app.options import Options


@dataclass(frozen=True, slots=True)
class _Texts:
    name: str
    example: str
    tooltip: str


# By the field of Options that holds the address.
_FIELDS = {
    "vmc": _Texts(
        later("Avatar (VMC)"),
        later("127.0.0.1, then Enter"),
        later(
            "The address of a program that shows an avatar, such as VSeeFace or Warudo: HOST or "
            "HOST:PORT. It gets the bones of who stands nearest and most in the middle, and no picture. "
            "Empty sends nothing"
        ),
    ),
    "page": _Texts(
        later("Page for browsers and OBS"),
        later("8080, then Enter"),
        later(
            "The port of a page that shows the picture, and under /mesh the people alone, to programs of "
            "this machine; 0.0.0.0:8080 shows it to this network too. Empty shows nothing"
        ),
    ),
}


class _SendField(QWidget):
    """An address and what becomes of it.

    Signals
    -------
    entered : an address, when Enter is pressed or the field is left.
    """

    entered = Signal(str)

    def __init__(self, texts: _Texts) -> None:
        super().__init__()
        name = QLabel(tr(texts.name))
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr(texts.example))
        self.line.setToolTip(tr(texts.tooltip))
        self.line.setAccessibleName(tr(texts.name))
        self.line.editingFinished.connect(lambda: self.entered.emit(self.line.text().strip()))
        self.state = QLabel()
        self.state.setProperty("role", "secondary")
        self.state.setWordWrap(True)
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.state.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.state.setOpenExternalLinks(True)
        self.state.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID // 2)
        for widget in (name, self.line, self.state):
            layout.addWidget(widget)

    def show_address(self, address: str) -> None:
        """Show which address is in force; nothing is reported as entered."""
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(address)

    def show_status(self, status: OutputStatus | None) -> None:
        """Say how the output does; None: there is none."""
        self.state.setVisible(status is not None)
        if status is None:
            return
        role = "danger" if status.state == "failed" else "secondary"
        if self.state.property("role") != role:
            self.state.setProperty("role", role)
            self.state.style().unpolish(self.state)  # Qt's way to have the style look again
            self.state.style().polish(self.state)
        # Qt's own colour of links cannot be read on this ground, and style sheets do not reach it.
        place = escape(status.link)
        link = f'<br><a style="color: {theme.ACCENT}" href="{place}">{place}</a>' if status.link else ""
        self.state.setText(f"{escape(translated(status.sentence))}{link}")


class SendSection(QWidget):
    """The outputs, one below the other.

    Signals
    -------
    changed : a dict of changed fields of :class:`app.options.Options`.
    """

    changed = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._options: Options | None = None
        self.fields = {name: _SendField(texts) for name, texts in _FIELDS.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID)
        for name, field in self.fields.items():
            field.entered.connect(lambda address, name=name: self._enter(name, address))
            layout.addWidget(field)

    def show_options(self, options: Options) -> None:
        """Show which addresses are in force."""
        self._options = options
        for name, field in self.fields.items():
            field.show_address(getattr(options, name))

    def show_statuses(self, statuses: Mapping[str, OutputStatus]) -> None:
        """Say how each output does, by the names of their options."""
        for name, field in self.fields.items():
            field.show_status(statuses.get(name))

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        next(iter(self.fields.values())).line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self, name: str, address: str) -> None:
        if self._options is None or address != getattr(self._options, name):
            self.changed.emit({name: address})
