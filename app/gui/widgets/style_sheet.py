"""The style sheet of the window, for a palette and a size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.gui.widgets.measures import CONTROL, ICONS, RADIUS, TILE
from app.gui.widgets.palettes import channels

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.gui.widgets.palettes import Palette


def style_sheet(p: Palette, px: Callable[[int], int], chevrons: str) -> str:
    """Return the style sheet.

    Parameters
    ----------
    p : the colours.
    px : turns a size of text in pixels into the one that is wanted.
    chevrons : what the names of the icons of arrows end in.
    """
    up, down = ((ICONS / f"chevron-{way}{chevrons}.svg").as_posix() for way in ("up", "down"))
    glass, glass_hover = _rgba(*p.glass), _rgba(*p.glass_hover)
    return f"""
QWidget {{ color: {p.text}; font-size: {px(13)}px; }}
QMainWindow, QDialog {{ background: {p.surface}; }}
QToolTip {{
    background: {p.raised}; color: {p.text}; border: 1px solid {p.line}; padding: 4px 8px;
    font-size: {px(12)}px;
}}
QLabel {{ background: transparent; }}
QLabel[role="label"] {{ color: {p.secondary}; font-size: {px(11)}px; }}
QLabel[role="secondary"] {{ color: {p.secondary}; }}
QLabel[role="warning"] {{ color: {p.warning}; }}
QLabel[role="danger"] {{ color: {p.danger}; }}
QLabel[role="recording"] {{ color: {p.danger}; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {px(15)}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLabel[role="section"] {{
    color: {p.secondary}; font-size: {px(11)}px; font-weight: 600; letter-spacing: 1px;
}}
QLabel[role="key"] {{
    background: {p.raised}; border: 1px solid {p.line}; border-radius: 4px; padding: 1px 6px;
    font-size: {px(12)}px;
}}
QLabel[role="countdown"] {{
    background: {glass}; border-radius: 24px; padding: 8px 48px; font-size: {px(140)}px; font-weight: 600;
}}
QLabel[role="readout"] {{ font-size: {px(28)}px; font-weight: 600; }}
QLabel:disabled, QCheckBox:disabled {{ color: {p.disabled}; }}

QPushButton {{
    background: {p.raised}; border: 1px solid {p.line}; border-radius: {RADIUS}px;
    min-height: {CONTROL - 2}px; padding: 0 12px;
}}
QPushButton:hover {{ background: {p.hover}; }}
QPushButton:pressed {{ background: {p.line}; }}
QPushButton:disabled {{ color: {p.disabled}; }}
QPushButton:focus {{ border: 2px solid {p.accent}; padding: 0 11px; min-height: {CONTROL - 4}px; }}
QPushButton[role="primary"] {{
    background: {p.accent}; border-color: {p.accent}; color: {p.surface}; font-weight: 600;
}}
QPushButton[role="primary"]:hover {{ background: {p.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border-color: {p.text}; }}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[role="quiet"]:hover {{ background: {p.hover}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {p.accent}; }}
QPushButton[role="link"] {{
    background: transparent; border: 1px solid transparent; color: {p.accent}; font-weight: 600;
}}
QPushButton[role="link"]:hover {{ background: {p.hover}; }}
QPushButton[role="link"]:focus {{ border: 2px solid {p.accent}; }}
QPushButton[role="fold"] {{
    background: transparent; border: 1px solid transparent; color: {p.secondary};
    text-align: left; padding-left: 0;
}}
QPushButton[role="fold"]:hover {{ background: {p.hover}; }}
QPushButton[role="fold"]:focus {{ border: 2px solid {p.accent}; }}
QPushButton[role="path"] {{ text-align: left; }}
QPushButton[role="tile"] {{
    padding: 0; min-width: {TILE[0] - 2}px; max-width: {TILE[0] - 2}px;
    min-height: {TILE[1] - 2}px; max-height: {TILE[1] - 2}px;
}}
QPushButton[role="tile"]:focus {{
    padding: 0; min-width: {TILE[0] - 4}px; max-width: {TILE[0] - 4}px;
    min-height: {TILE[1] - 4}px; max-height: {TILE[1] - 4}px;
}}
QPushButton[role="readout"] {{
    background: {glass}; border: 2px solid transparent; padding: 0; border-radius: {RADIUS}px;
}}
QPushButton[role="readout"]:checked {{ background: {glass}; border-color: transparent; }}
QPushButton[role="readout"]:hover {{ background: {glass_hover}; }}
QPushButton[role="readout"]:focus {{ border-color: {p.accent}; padding: 0; }}
QPushButton[role="icon"] {{
    background: transparent; border: 1px solid transparent; padding: 0;
    min-width: {CONTROL - 2}px; max-width: {CONTROL - 2}px; max-height: {CONTROL - 2}px;
}}
QPushButton[role="icon"]:hover {{ background: {p.hover}; }}
QPushButton[role="icon"]:pressed {{ background: {p.line}; }}
QPushButton[role="icon"]:focus {{
    border: 2px solid {p.accent}; padding: 0; min-width: {CONTROL - 4}px; min-height: {CONTROL - 4}px;
    max-width: {CONTROL - 4}px; max-height: {CONTROL - 4}px;
}}

QFrame[role="glass"] {{ background: {glass}; border: none; border-radius: {RADIUS}px; }}
QFrame[role="card"] {{ background: {p.panel}; border: 1px solid {p.line}; border-radius: 12px; }}
QFrame[role="panel"] {{ background: {p.panel}; border: none; border-left: 1px solid {p.line}; }}
QFrame[role="column"] {{ background: {p.panel}; border: none; border-right: 1px solid {p.line}; }}
QFrame[role="segments"] {{ background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS}px; }}
QFrame[role="segments"] QPushButton {{
    background: transparent; border: 1px solid transparent; border-radius: 6px; color: {p.secondary};
    min-height: {CONTROL - 10}px; max-height: {CONTROL - 10}px; padding: 0 2px; margin: 0;
}}
QFrame[role="segments"] QPushButton:hover {{ color: {p.text}; }}
QFrame[role="segments"] QPushButton:checked {{ background: {p.hover}; color: {p.text}; }}
QFrame[role="segments"] QPushButton:focus {{ border: 2px solid {p.accent}; padding: 0 1px;
    min-height: {CONTROL - 12}px; max-height: {CONTROL - 12}px; }}

QComboBox, QLineEdit, QSpinBox {{
    background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS}px;
    min-height: {CONTROL - 2}px; padding: 0 10px; selection-background-color: {p.accent};
    selection-color: {p.surface};
}}
QComboBox:disabled, QSpinBox:disabled {{ color: {p.disabled}; }}
QSpinBox, QSpinBox:focus {{ padding: 0; }}
QComboBox:hover, QLineEdit:hover, QSpinBox:hover {{ border-color: {p.line_hover}; }}
QComboBox:focus, QLineEdit:focus, QSpinBox:focus {{
    border: 2px solid {p.accent}; padding: 0 9px; min-height: {CONTROL - 4}px;
}}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{
    image: url("{down}"); width: 14px; height: 14px;
}}
QComboBox QAbstractItemView {{
    background: {p.raised}; border: 1px solid {p.line}; outline: none; padding: 4px;
    selection-background-color: {p.hover}; selection-color: {p.text};
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}

QSlider {{ min-height: 24px; border: 2px solid transparent; border-radius: 6px; }}
QSlider:focus {{ border-color: {p.accent}; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {p.line}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {p.accent}; }}
QSlider::handle:horizontal {{
    width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: {p.text};
}}
QSlider::sub-page:horizontal:disabled {{ background: {p.disabled}; }}
QSlider::handle:horizontal:disabled {{ background: {p.disabled}; }}

QRadioButton {{ spacing: 10px; min-height: 24px; border: 2px solid transparent; border-radius: 6px; }}
QRadioButton:focus {{ border-color: {p.accent}; }}
QRadioButton::indicator {{
    width: 12px; height: 12px; border: 2px solid {p.rim}; border-radius: 8px; background: {p.surface};
}}
QRadioButton::indicator:checked {{ border: 5px solid {p.accent}; width: 6px; height: 6px; }}
QRadioButton:disabled {{ color: {p.disabled}; }}
QProgressBar {{ background: {p.line}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {p.accent}; border-radius: 2px; }}
QPushButton[role="icon"]:checked:!focus {{ background: {p.hover}; border: 1px solid {p.line}; }}
QPushButton:checked {{ background: {p.hover}; border-color: {p.accent}; }}

QScrollArea {{ background: transparent; border: none; }}
QWidget[role="clear"] {{ background: transparent; }}
QListWidget {{ background: transparent; outline: none; }}
QPlainTextEdit {{
    background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS}px; padding: 4px;
    font-size: {px(12)}px; color: {p.secondary};
}}
QPlainTextEdit:focus {{ border: 2px solid {p.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {p.line}; border-radius: 4px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; height: 0;
}}
"""


def _rgba(colour: str, opacity: float) -> str:
    red, green, blue = channels(colour)
    return f"rgba({red}, {green}, {blue}, {opacity})"
