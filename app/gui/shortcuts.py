"""Every key of the window, declared once: what pages obey, tooltips name and the list of keys shows.

Keys go to the control that has the focus first, and only what it does not use comes here: Space presses a
focused button and arrows move a focused slider. Qt's own ``QShortcut`` would take the key before the control.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.gui.languages.language import later, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Page = Literal["live", "recordings"]
EVERYWHERE: tuple[Page, ...] = ("live", "recordings")
LIVE: tuple[Page, ...] = ("live",)
RECORDINGS: tuple[Page, ...] = ("recordings",)

ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
SHIFT = Qt.KeyboardModifier.ShiftModifier.value


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What a key does.

    Attributes
    ----------
    id : of the action.
    keys : in Qt's portable notation; each of them does it, and the first is the one that is shown.
    text : what it does, in the list of keys.
    pages : where it applies.
    repeats : held down, it acts again and again.
    """

    id: str
    keys: tuple[str, ...]
    text: str
    pages: tuple[Page, ...]
    repeats: bool = False

    @property
    def label(self) -> str:
        """The key as people read it."""
        if sys.platform == "darwin":
            return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        return "+".join(_key_name(part) for part in self.keys[0].split("+"))


SHORTCUTS: dict[str, Shortcut] = {
    shortcut.id: shortcut
    for shortcut in (
        Shortcut("pause", ("Space",), later("Pause, or go on"), LIVE),
        Shortcut("record", ("R",), later("Record, or stop recording"), LIVE),
        Shortcut("snapshot", ("S",), later("Save the picture"), LIVE),
        Shortcut("mirror", ("M",), later("Mirror the picture"), LIVE),
        Shortcut("details", ("D",), later("Details of the timing"), LIVE),
        Shortcut("panel", ("Tab",), later("Open or close the settings"), LIVE),
        Shortcut("settings", ("Ctrl+,",), later("Go to the settings"), LIVE),
        Shortcut("open_media", ("O",), later("Open a video or picture"), LIVE),
        Shortcut("pick_source", ("Ctrl+O",), later("Look through cameras and other sources"), LIVE),
        Shortcut("show_recordings", ("Ctrl+R",), later("Show the recordings"), LIVE),
        Shortcut("orbit_left", ("Left",), later("From around: turn left"), LIVE, repeats=True),
        Shortcut("orbit_right", ("Right",), later("From around: turn right"), LIVE, repeats=True),
        Shortcut("orbit_up", ("Up",), later("From around: turn up"), LIVE, repeats=True),
        Shortcut("orbit_down", ("Down",), later("From around: turn down"), LIVE, repeats=True),
        Shortcut("play", ("Space",), later("Play, or pause"), RECORDINGS),
        Shortcut("frame_back", ("Left",), later("One frame back"), RECORDINGS, repeats=True),
        Shortcut("frame_on", ("Right",), later("One frame on"), RECORDINGS, repeats=True),
        Shortcut("second_back", ("Shift+Left",), later("One second back"), RECORDINGS, repeats=True),
        Shortcut("second_on", ("Shift+Right",), later("One second on"), RECORDINGS, repeats=True),
        Shortcut("beginning", ("Home",), later("Go to the beginning"), RECORDINGS),
        Shortcut("end", ("End",), later("Go to the end"), RECORDINGS),
        Shortcut("mark_in", ("I",), later("In point: exports begin here"), RECORDINGS),
        Shortcut("mark_out", ("O",), later("Out point: exports end here"), RECORDINGS),
        Shortcut("slower", ("[",), later("Play slower"), RECORDINGS),
        Shortcut("faster", ("]",), later("Play faster"), RECORDINGS),
        Shortcut("loop", ("L",), later("Play again and again"), RECORDINGS),
        Shortcut("previous", ("Up",), later("The recording above"), RECORDINGS, repeats=True),
        Shortcut("next", ("Down",), later("The recording below"), RECORDINGS, repeats=True),
        Shortcut("refine", ("C",), later("Refine the motion"), RECORDINGS),
        Shortcut("curves", ("J",), later("Curves of a joint, recorded and refined"), RECORDINGS),
        Shortcut("people", ("P",), later("Put right who is who"), RECORDINGS),
        Shortcut("export", ("E",), later("Export"), RECORDINGS),
        Shortcut("rename", ("F2",), later("Rename"), RECORDINGS),
        Shortcut("delete", ("Delete",), later("Delete"), RECORDINGS),
        Shortcut("undo_delete", ("Ctrl+Z",), later("Bring back what was deleted last"), RECORDINGS),
        Shortcut("open_recording", ("Ctrl+O",), later("Open a recording"), RECORDINGS),
        Shortcut("show_live", ("Ctrl+R",), later("Back to live"), RECORDINGS),
        Shortcut("next_view", ("V",), later("Next view"), EVERYWHERE),
        Shortcut("nearer", ("+", "="), later("From around: nearer"), EVERYWHERE, repeats=True),
        Shortcut("farther", ("-",), later("From around: farther away"), EVERYWHERE, repeats=True),
        Shortcut("full_screen", ("F",), later("Full screen"), EVERYWHERE),
        Shortcut("step_back", ("Esc",), later("Close what is open, or leave"), EVERYWHERE),
        Shortcut("show_keys", ("?",), later("Show these keys"), EVERYWHERE),
        Shortcut("quit", ("Ctrl+Q",), later("Quit"), EVERYWHERE),
    )
}


def _key_name(key: str) -> str:
    """Return a key by what stands on it, which is not the same everywhere."""
    names = {
        "Space": tr("Space", "a key"),
        "Tab": tr("Tab", "a key"),
        "Home": tr("Home", "a key"),
        "End": tr("End", "a key"),
        "Delete": tr("Delete", "a key"),
        "Esc": tr("Esc", "a key"),
        "Ctrl": tr("Ctrl", "a key"),
        "Shift": tr("Shift", "a key"),
    }
    return names.get(key) or ARROWS.get(key, key)


def key(name: str) -> str:
    """Return the key of an action as people read it."""
    return SHORTCUTS[name].label


def hint(text: str, *names: str) -> str:
    """Return a tooltip that ends in the keys of actions, such as ``Leave full screen (F or Esc)``."""
    keys = key(names[0])
    for name in names[1:]:
        keys = tr("{one} or {other}", "keys").format(one=keys, other=key(name))
    return tr("{text} ({keys})", "a tooltip and its keys").format(text=text, keys=keys)


class KeyBindings:
    """What keys do in one place: the window, or one of its pages.

    Parameters
    ----------
    actions : what each action, by its id, does there.
    """

    def __init__(self, actions: Mapping[str, Callable[[], object]]) -> None:
        self.actions = dict(actions)
        shortcuts = [SHORTCUTS[name] for name in actions]
        self._by_key = {QKeySequence(keys).toString(): each for each in shortcuts for keys in each.keys}

    def press(self, event: QKeyEvent) -> bool:
        """Do what a pressed key asks for; return whether it is one of these."""
        shortcut = self._shortcut(event)
        if shortcut is None:
            return False
        if shortcut.repeats or not event.isAutoRepeat():
            self.actions[shortcut.id]()
        return True

    def _shortcut(self, event: QKeyEvent) -> Shortcut | None:
        modifiers = sum(modifier.value for modifier in MODIFIERS if event.modifiers() & modifier)
        # On many keyboards ? and + are typed with Shift.
        for combination in (event.key() | modifiers, event.key() | modifiers & ~SHIFT):
            if (shortcut := self._by_key.get(QKeySequence(combination).toString())) is not None:
                return shortcut
        return None
