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
        return "+".join(ARROWS.get(part, part) for part in self.keys[0].split("+"))


SHORTCUTS: dict[str, Shortcut] = {
    shortcut.id: shortcut
    for shortcut in (
        Shortcut("pause", ("Space",), "Pause, or go on", LIVE),
        Shortcut("record", ("R",), "Record, or stop recording", LIVE),
        Shortcut("snapshot", ("S",), "Save the picture", LIVE),
        Shortcut("mirror", ("M",), "Mirror the picture", LIVE),
        Shortcut("details", ("D",), "Details of the timing", LIVE),
        Shortcut("panel", ("Tab",), "Open or close the settings", LIVE),
        Shortcut("settings", ("Ctrl+,",), "Go to the settings", LIVE),
        Shortcut("open_media", ("O",), "Open a video or picture", LIVE),
        Shortcut("pick_source", ("Ctrl+O",), "Look through cameras and other sources", LIVE),
        Shortcut("show_recordings", ("Ctrl+R",), "Show the recordings", LIVE),
        Shortcut("orbit_left", ("Left",), "From around: turn left", LIVE, repeats=True),
        Shortcut("orbit_right", ("Right",), "From around: turn right", LIVE, repeats=True),
        Shortcut("orbit_up", ("Up",), "From around: turn up", LIVE, repeats=True),
        Shortcut("orbit_down", ("Down",), "From around: turn down", LIVE, repeats=True),
        Shortcut("play", ("Space",), "Play, or pause", RECORDINGS),
        Shortcut("frame_back", ("Left",), "One frame back", RECORDINGS, repeats=True),
        Shortcut("frame_on", ("Right",), "One frame on", RECORDINGS, repeats=True),
        Shortcut("second_back", ("Shift+Left",), "One second back", RECORDINGS, repeats=True),
        Shortcut("second_on", ("Shift+Right",), "One second on", RECORDINGS, repeats=True),
        Shortcut("beginning", ("Home",), "Go to the beginning", RECORDINGS),
        Shortcut("end", ("End",), "Go to the end", RECORDINGS),
        Shortcut("mark_in", ("I",), "In point: exports begin here", RECORDINGS),
        Shortcut("mark_out", ("O",), "Out point: exports end here", RECORDINGS),
        Shortcut("slower", ("[",), "Play slower", RECORDINGS),
        Shortcut("faster", ("]",), "Play faster", RECORDINGS),
        Shortcut("loop", ("L",), "Play again and again", RECORDINGS),
        Shortcut("previous", ("Up",), "The recording above", RECORDINGS, repeats=True),
        Shortcut("next", ("Down",), "The recording below", RECORDINGS, repeats=True),
        Shortcut("refine", ("C",), "Refine the motion", RECORDINGS),
        Shortcut("curves", ("J",), "Curves of a joint, recorded and refined", RECORDINGS),
        Shortcut("people", ("P",), "Put right who is who", RECORDINGS),
        Shortcut("export", ("E",), "Export", RECORDINGS),
        Shortcut("rename", ("F2",), "Rename", RECORDINGS),
        Shortcut("delete", ("Delete",), "Delete", RECORDINGS),
        Shortcut("undo_delete", ("Ctrl+Z",), "Bring back what was deleted last", RECORDINGS),
        Shortcut("open_recording", ("Ctrl+O",), "Open a recording", RECORDINGS),
        Shortcut("show_live", ("Ctrl+R",), "Back to live", RECORDINGS),
        Shortcut("next_view", ("V",), "Next view", EVERYWHERE),
        Shortcut("nearer", ("+", "="), "From around: nearer", EVERYWHERE, repeats=True),
        Shortcut("farther", ("-",), "From around: farther away", EVERYWHERE, repeats=True),
        Shortcut("full_screen", ("F",), "Full screen", EVERYWHERE),
        Shortcut("step_back", ("Esc",), "Close what is open, or leave", EVERYWHERE),
        Shortcut("show_keys", ("?",), "Show these keys", EVERYWHERE),
        Shortcut("quit", ("Ctrl+Q",), "Quit", EVERYWHERE),
    )
}


def key(name: str) -> str:
    """Return the key of an action as people read it."""
    return SHORTCUTS[name].label


def hint(text: str, *names: str) -> str:
    """Return a tooltip that ends in the keys of actions, such as ``Leave full screen (F or Esc)``."""
    return f"{text} ({' or '.join(key(name) for name in names)})"


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
