"""The look of the window: palette, measures, style sheet, icons, and how things may move."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QWidget

from models.errors import UserError
from models.inference.paths import ASSETS

ICONS = ASSETS / "icons"

STAGE = "#0A0C0F"  # around the picture
SURFACE = "#101317"
PANEL = "#171B20"
RAISED = "#1F252C"
HOVER = "#28303A"
LINE = "#2A313A"
TEXT = "#E8ECF0"
SECONDARY = "#93A0AD"
DISABLED = "#5C6773"
ACCENT = "#5BC0EB"
WARNING = "#F2B84B"
DANGER = "#EF5B5B"
GLASS = "rgba(16, 19, 23, 0.78)"  # what floats on the picture; text on it keeps its contrast on white

GRID = 8  # pixels; every distance is a multiple
EDGE = 2 * GRID  # from the rim of the picture to what floats on it
CONTROL = 32  # height of a control
RADIUS = 8
PANEL_WIDTH = 320
ICON = 20
MOTION_MS = 150

STYLE = f"""
QWidget {{ color: {TEXT}; font-size: 13px; }}
QMainWindow, QDialog {{ background: {SURFACE}; }}
QToolTip {{
    background: {RAISED}; color: {TEXT}; border: 1px solid {LINE}; padding: 4px 8px; font-size: 12px;
}}
QLabel {{ background: transparent; }}
QLabel[role="label"] {{ color: {SECONDARY}; font-size: 11px; }}
QLabel[role="secondary"] {{ color: {SECONDARY}; }}
QLabel[role="warning"] {{ color: {WARNING}; }}
QLabel[role="danger"] {{ color: {DANGER}; }}
QLabel[role="recording"] {{ color: {DANGER}; font-weight: 600; }}
QLabel[role="title"] {{ font-size: 15px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: 20px; font-weight: 600; }}
QLabel[role="section"] {{ color: {SECONDARY}; font-size: 11px; font-weight: 600; letter-spacing: 1px; }}
QLabel[role="key"] {{
    background: {RAISED}; border: 1px solid {LINE}; border-radius: 4px; padding: 1px 6px; font-size: 12px;
}}
QLabel[role="countdown"] {{
    background: {GLASS}; border-radius: 24px; padding: 8px 48px; font-size: 140px; font-weight: 600;
}}
QLabel[role="readout"] {{ font-size: 28px; font-weight: 600; }}
QLabel:disabled, QCheckBox:disabled {{ color: {DISABLED}; }}

QPushButton {{
    background: {RAISED}; border: 1px solid {LINE}; border-radius: {RADIUS}px;
    min-height: {CONTROL - 2}px; padding: 0 12px;
}}
QPushButton:hover {{ background: {HOVER}; }}
QPushButton:pressed {{ background: {LINE}; }}
QPushButton:disabled {{ color: {DISABLED}; }}
QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 0 11px; min-height: {CONTROL - 4}px; }}
QPushButton[role="primary"] {{
    background: {ACCENT}; border-color: {ACCENT}; color: {SURFACE}; font-weight: 600;
}}
QPushButton[role="primary"]:hover {{ background: #7CCDF0; }}
QPushButton[role="primary"]:focus {{ border-color: {TEXT}; }}
QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[role="quiet"]:hover {{ background: {HOVER}; }}
QPushButton[role="quiet"]:focus {{ border: 2px solid {ACCENT}; }}
QPushButton[role="link"] {{
    background: transparent; border: 1px solid transparent; color: {ACCENT}; font-weight: 600;
}}
QPushButton[role="link"]:hover {{ background: {HOVER}; }}
QPushButton[role="link"]:focus {{ border: 2px solid {ACCENT}; }}
QPushButton[role="fold"] {{
    background: transparent; border: 1px solid transparent; color: {SECONDARY};
    text-align: left; padding-left: 0;
}}
QPushButton[role="fold"]:hover {{ background: {HOVER}; }}
QPushButton[role="fold"]:focus {{ border: 2px solid {ACCENT}; }}
QPushButton[role="path"] {{ text-align: left; }}
QPushButton[role="tile"] {{ min-height: 0; padding: 0; }}
QPushButton[role="tile"]:focus {{ min-height: 0; padding: 0; }}
QPushButton[role="readout"] {{
    background: {GLASS}; border: 2px solid transparent; padding: 0; border-radius: {RADIUS}px;
}}
QPushButton[role="readout"]:checked {{ background: {GLASS}; border-color: transparent; }}
QPushButton[role="readout"]:hover {{ background: rgba(31, 37, 44, 0.88); }}
QPushButton[role="readout"]:focus {{ border-color: {ACCENT}; padding: 0; }}
QPushButton[role="icon"] {{
    background: transparent; border: 1px solid transparent; padding: 0;
    min-width: {CONTROL - 2}px; max-width: {CONTROL - 2}px; max-height: {CONTROL - 2}px;
}}
QPushButton[role="icon"]:hover {{ background: {HOVER}; }}
QPushButton[role="icon"]:pressed {{ background: {LINE}; }}
QPushButton[role="icon"]:focus {{
    border: 2px solid {ACCENT}; padding: 0; min-width: {CONTROL - 4}px; min-height: {CONTROL - 4}px;
    max-width: {CONTROL - 4}px; max-height: {CONTROL - 4}px;
}}

QFrame[role="glass"] {{ background: {GLASS}; border: none; border-radius: {RADIUS}px; }}
QFrame[role="card"] {{ background: {PANEL}; border: 1px solid {LINE}; border-radius: 12px; }}
QFrame[role="panel"] {{ background: {PANEL}; border: none; border-left: 1px solid {LINE}; }}
QFrame[role="column"] {{ background: {PANEL}; border: none; border-right: 1px solid {LINE}; }}
QFrame[role="segments"] {{ background: {SURFACE}; border: 1px solid {LINE}; border-radius: {RADIUS}px; }}
QFrame[role="segments"] QPushButton {{
    background: transparent; border: 1px solid transparent; border-radius: 6px; color: {SECONDARY};
    min-height: {CONTROL - 10}px; max-height: {CONTROL - 10}px; padding: 0 4px; margin: 0;
}}
QFrame[role="segments"] QPushButton:hover {{ color: {TEXT}; }}
QFrame[role="segments"] QPushButton:checked {{ background: {HOVER}; color: {TEXT}; }}
QFrame[role="segments"] QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 0 3px;
    min-height: {CONTROL - 12}px; max-height: {CONTROL - 12}px; }}

QComboBox, QLineEdit, QSpinBox {{
    background: {SURFACE}; border: 1px solid {LINE}; border-radius: {RADIUS}px;
    min-height: {CONTROL - 2}px; padding: 0 10px; selection-background-color: {ACCENT};
    selection-color: {SURFACE};
}}
QComboBox:disabled, QSpinBox:disabled {{ color: {DISABLED}; }}
QSpinBox, QSpinBox:focus {{ padding: 0; }}
QComboBox:hover, QLineEdit:hover, QSpinBox:hover {{ border-color: #3A444F; }}
QComboBox:focus, QLineEdit:focus, QSpinBox:focus {{
    border: 2px solid {ACCENT}; padding: 0 9px; min-height: {CONTROL - 4}px;
}}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{
    image: url("{(ICONS / "chevron-down.svg").as_posix()}"); width: 14px; height: 14px;
}}
QComboBox QAbstractItemView {{
    background: {RAISED}; border: 1px solid {LINE}; outline: none; padding: 4px;
    selection-background-color: {HOVER}; selection-color: {TEXT};
}}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 6px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QSpinBox::up-arrow {{ image: url("{(ICONS / "chevron-up.svg").as_posix()}"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ image: url("{(ICONS / "chevron-down.svg").as_posix()}"); width: 10px; height: 10px; }}

QSlider {{ min-height: 24px; border: 2px solid transparent; border-radius: 6px; }}
QSlider:focus {{ border-color: {ACCENT}; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {LINE}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {ACCENT}; }}
QSlider::handle:horizontal {{
    width: 16px; height: 16px; margin: -6px 0; border-radius: 8px; background: {TEXT};
}}
QSlider::sub-page:horizontal:disabled {{ background: {DISABLED}; }}
QSlider::handle:horizontal:disabled {{ background: {DISABLED}; }}

QRadioButton {{ spacing: 10px; min-height: 24px; border: 2px solid transparent; border-radius: 6px; }}
QRadioButton:focus {{ border-color: {ACCENT}; }}
QRadioButton::indicator {{
    width: 12px; height: 12px; border: 2px solid #55606C; border-radius: 8px; background: {SURFACE};
}}
QRadioButton::indicator:checked {{ border: 5px solid {ACCENT}; width: 6px; height: 6px; }}
QRadioButton:disabled {{ color: {DISABLED}; }}
QProgressBar {{ background: {LINE}; border: none; border-radius: 2px; max-height: 4px; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: 2px; }}
QPushButton[role="icon"]:checked {{ background: {HOVER}; border: 1px solid {LINE}; }}
QPushButton:checked {{ background: {HOVER}; border-color: {ACCENT}; }}

QScrollArea {{ background: transparent; border: none; }}
QWidget[role="clear"] {{ background: transparent; }}
QListWidget {{ background: transparent; outline: none; }}
QPlainTextEdit {{
    background: {SURFACE}; border: 1px solid {LINE}; border-radius: {RADIUS}px; padding: 4px;
    font-size: 12px; color: {SECONDARY};
}}
QPlainTextEdit:focus {{ border: 2px solid {ACCENT}; }}
QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {LINE}; border-radius: 4px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: none; border: none; height: 0;
}}
"""


def dress(application: QApplication) -> None:
    """Give an application the dark look, whatever the system's."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: SURFACE,
        QPalette.ColorRole.Base: SURFACE,
        QPalette.ColorRole.AlternateBase: PANEL,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.ToolTipBase: RAISED,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.PlaceholderText: SECONDARY,
        QPalette.ColorRole.Highlight: ACCENT,
        QPalette.ColorRole.HighlightedText: SURFACE,
    }.items():
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    application.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    application.setStyleSheet(STYLE)


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


@cache
def icon(name: str, colour: str = TEXT, disabled: str = DISABLED) -> QIcon:
    """Return one of our icons in a colour, sharp on every screen.

    Raises
    ------
    UserError : there is no such icon.
    """
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for scale in (1, 2, 3):
            made.addPixmap(_drawn(name, tint, scale), mode)
    return made


def _drawn(name: str, colour: str, scale: int) -> QPixmap:
    renderer = QSvgRenderer(
        QByteArray((ICONS / f"{name}.svg").read_bytes().replace(TEXT.encode(), colour.encode()))
    )
    if not renderer.isValid():
        raise UserError(f"The icon {name}.svg cannot be drawn; restore it in assets/icons.")
    pixmap = QPixmap(ICON * scale, ICON * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, ICON * scale, ICON * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def icon_button(name: str, tooltip: str, accessible_name: str) -> QPushButton:
    """Return a button that shows only an icon, with its tooltip and accessible name."""
    button = QPushButton(icon(name), "")
    button.setProperty("role", "icon")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolTip(tooltip)
    button.setAccessibleName(accessible_name)
    return button


def motion_ms() -> int:
    """Return how long something may move: 0 where the system asks for stillness."""
    style = QApplication.style()
    if not style or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
        return 0
    return MOTION_MS
