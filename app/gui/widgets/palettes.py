"""The colours of the window, dark and light, and how far two of them stand apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as ``#RRGGBB``, and with an opacity from 0 to 1 where one lies on pictures.

    Attributes
    ----------
    stage : around the picture.
    surface, panel, raised, hover : grounds, from the window's own to what the mouse is on.
    line, rim, line_hover : around things that are seen, that are pressed, and that the mouse is on.
    text, secondary, disabled : what is read, in order of weight.
    accent, accent_hover, warning, danger : what stands out.
    record : the disc of the button that records.
    glass, glass_hover : what floats on the picture, with its opacity.
    """

    stage: str
    surface: str
    panel: str
    raised: str
    hover: str
    line: str
    line_hover: str
    rim: str
    text: str
    secondary: str
    disabled: str
    accent: str
    accent_hover: str
    warning: str
    danger: str
    record: str
    glass: tuple[str, float]
    glass_hover: tuple[str, float]


DARK = Palette(
    stage="#0A0C0F",
    surface="#101317",
    panel="#171B20",
    raised="#1F252C",
    hover="#28303A",
    line="#2A313A",
    line_hover="#3A444F",
    rim="#6B7683",
    text="#E8ECF0",
    secondary="#9CA8B4",
    disabled="#5C6773",
    accent="#5BC0EB",
    accent_hover="#7CCDF0",
    warning="#F2B84B",
    danger="#F47272",
    record="#EF5B5B",
    glass=("#101317", 0.88),
    glass_hover=("#1F252C", 0.96),
)
LIGHT = Palette(
    stage="#0A0C0F",  # pictures are seen best on black
    surface="#F4F6F8",
    panel="#FFFFFF",
    raised="#EBEEF1",
    hover="#DFE4E9",
    line="#CDD4DB",
    line_hover="#A9B3BD",
    rim="#77828D",
    text="#14181D",
    secondary="#47525D",
    disabled="#9AA4AE",
    accent="#005F8C",
    accent_hover="#004C70",
    warning="#7A4B00",
    danger="#A81E1E",
    record="#D92D2D",
    glass=("#FFFFFF", 0.92),
    glass_hover=("#F4F6F8", 0.97),
)


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255, of ``#RRGGBB``."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def over(colour: str, opacity: float, ground: str) -> str:
    """Return what a colour of some opacity looks like on a ground."""
    mixed = (
        round(opacity * a + (1 - opacity) * b)
        for a, b in zip(channels(colour), channels(ground), strict=True)
    )
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of sRGB, 0 to 1."""
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    )
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
