"""The look of the window in force: its colours, measures, icons, and how things may move."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QStyle, QWidget
from shiboken6 import isValid

from app.gui.appearance import TEXT_FACTORS, Appearance
from app.gui.widgets.measures import (
    CONTROL,
    EDGE,
    GRID,
    ICON,
    ICONS,
    MOTION_MS,
    PANEL_WIDTH,
    RADIUS,
)
from app.gui.widgets.palettes import DARK, LIGHT, Palette
from app.gui.widgets.style_sheet import style_sheet
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CONTROL", "EDGE", "GRID", "ICON", "PANEL_WIDTH", "RADIUS"]

STYLE = "fusion"  # of Qt's, under the style sheet
TURN_MS = 5  # from one part of another look to the next: what came meanwhile is done first
_STROKE = "#E8ECF0"  # of the icons' files
_palette, _appearance = DARK, Appearance()


def __getattr__(name: str) -> str:
    """Return a colour of the palette in force: ``theme.TEXT`` is its ``text``."""
    colour = getattr(_palette, name.lower(), None) if name.isupper() else None
    if not isinstance(colour, str):
        raise AttributeError(f"the theme has no {name}")
    return colour


def palette() -> Palette:
    """Return the palette in force."""
    return _palette


def px(size: int) -> int:
    """Return a size of text in pixels as large as it is wanted now."""
    return round(size * TEXT_FACTORS[_appearance.text])


def dress(application: QApplication, appearance: Appearance | None = None) -> None:
    """Give an application its look, at once; None is the usual appearance."""
    _choose(application, appearance or Appearance())
    if not application.styleSheet() and application.style().name() != STYLE:  # once: it dresses every widget
        application.setStyle(STYLE)
    colours = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: _palette.surface,
        QPalette.ColorRole.Base: _palette.surface,
        QPalette.ColorRole.AlternateBase: _palette.panel,
        QPalette.ColorRole.Button: _palette.raised,
        QPalette.ColorRole.ToolTipBase: _palette.raised,
        QPalette.ColorRole.WindowText: _palette.text,
        QPalette.ColorRole.Text: _palette.text,
        QPalette.ColorRole.ButtonText: _palette.text,
        QPalette.ColorRole.ToolTipText: _palette.text,
        QPalette.ColorRole.PlaceholderText: _palette.secondary,
        QPalette.ColorRole.Highlight: _palette.accent,
        QPalette.ColorRole.HighlightedText: _palette.surface,
    }.items():
        colours.setColor(role, QColor(colour))
    application.setPalette(colours)
    application.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    # To take the old one off first is quicker than to exchange it: 32 instead of 128 ms of 273 widgets.
    application.setStyleSheet("")
    application.setStyleSheet(style_sheet(_palette, px, "-light" if _palette is LIGHT else ""))
    for widget in application.allWidgets():
        if isinstance(widget, QAbstractButton) and (name := widget.property("iconName")):
            set_icon(widget, name, widget.property("iconTint"))


class Dressed(Protocol):
    """A widget that has something to do when the look is another one."""

    def follow_look(self) -> None: ...


def redress(application: QApplication, appearance: Appearance, page: Dressed) -> None:
    """Give an application another look while it runs, without making anybody wait for all of it.

    The old look is taken off in one turn of the event loop, the new one put on in another and shown in a
    third; until then what was seen before stays on the screen.

    Parameters
    ----------
    application : that has a look.
    appearance : to have from then on.
    page : follows it when it is on.
    """
    before = _palette, px(100)
    _choose(application, appearance)
    if (_palette, px(100)) == before:  # only how things move
        page.follow_look()
        return
    windows = [window for window in application.topLevelWidgets() if window.updatesEnabled()]
    for window in windows:
        window.setUpdatesEnabled(False)
    application.setStyleSheet("")

    def put_on() -> None:
        dress(application, _appearance)  # the newest, where another was asked for meanwhile
        QTimer.singleShot(TURN_MS, show)

    def show() -> None:
        for window in windows:
            if isValid(window):  # and not closed meanwhile
                window.setUpdatesEnabled(True)
        if isValid(page):
            page.follow_look()

    QTimer.singleShot(TURN_MS, put_on)


def _choose(application: QApplication, appearance: Appearance) -> None:
    global _palette, _appearance  # there is one application, and one look of it
    _appearance = appearance
    is_light = appearance.scheme == "light" or (
        appearance.scheme == "system" and application.styleHints().colorScheme() == Qt.ColorScheme.Light
    )
    _palette = LIGHT if is_light else DARK


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the looks of the style sheet."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def use_tabular_figures(widget: QWidget) -> None:
    """Give all digits one width, so that changing numbers stand still."""
    font = widget.font()
    if hasattr(font, "setFeature"):  # Qt 6.7; before, most system fonts have such digits anyway
        font.setFeature(QFont.Tag("tnum"), 1)
    widget.setFont(font)


def set_icon(button: QAbstractButton, name: str, tint: str = "TEXT") -> None:
    """Show one of our icons on a button, in a colour of the palette that is in force from time to time."""
    button.setProperty("iconName", name)
    button.setProperty("iconTint", tint)
    button.setIcon(icon(name, tint))


def draw_icons() -> Iterator[None]:
    """Draw all icons ahead, one at each step: first in the palette in force, then in the other one."""
    for each in (_palette, LIGHT if _palette is DARK else DARK):
        for file in sorted(ICONS.glob("*.svg")):
            _icon(file.stem, each.text, each.disabled)
            yield


def icon(name: str, tint: str = "TEXT") -> QIcon:
    """Return one of our icons in a colour of the palette in force, sharp on every screen.

    Raises
    ------
    UserError : there is no such icon.
    """
    return _icon(name, getattr(_palette, tint.lower()), _palette.disabled)


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    made = QIcon()
    drawing = (ICONS / f"{name}.svg").read_bytes()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        renderer = QSvgRenderer(QByteArray(drawing.replace(_STROKE.encode(), tint.encode())))
        if not renderer.isValid():
            raise UserError(f"The icon {name}.svg cannot be drawn; restore it in assets/icons.")
        for scale in (1, 2, 3):
            made.addPixmap(_drawn(renderer, scale), mode)
    return made


def _drawn(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = QPixmap(ICON * scale, ICON * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, ICON * scale, ICON * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def icon_button(name: str, tooltip: str, accessible_name: str) -> QPushButton:
    """Return a button that shows only an icon, with its tooltip and accessible name."""
    button = QPushButton()
    set_icon(button, name)
    button.setProperty("role", "icon")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(tooltip)
    button.setAccessibleName(accessible_name)
    return button


def text_button(text: str, tooltip: str) -> QPushButton:
    """Return a dialog's button, which Enter does not press from elsewhere."""
    button = QPushButton(text)
    button.setToolTip(tooltip)
    button.setAccessibleName(text)
    button.setAutoDefault(False)
    return button


def motion_ms() -> int:
    """Return how long something may move: 0 where the system or the person asks for stillness."""
    if _appearance.is_still:
        return 0
    style = QApplication.style()
    if not style or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
        return 0
    return MOTION_MS
