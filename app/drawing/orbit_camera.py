"""How mouse and keys move the camera of the orbit view: pure changes of options."""

from __future__ import annotations

from dataclasses import replace

from app.options import RANGES, Options


def rotated(options: Options, right_deg: float, down_deg: float) -> Options:
    """Move the camera around the people, at most to right above or below them."""
    low, high = RANGES["orbit_pitch_deg"]
    return replace(
        options,
        orbit_yaw_deg=(options.orbit_yaw_deg + right_deg) % 360,
        orbit_pitch_deg=min(max(options.orbit_pitch_deg + down_deg, low), high),
    )


def zoomed(options: Options, factor: float) -> Options:
    """Bring the camera nearer by a factor above 1, or farther away by one below."""
    low, high = RANGES["orbit_zoom"]
    return replace(options, orbit_zoom=min(max(options.orbit_zoom * factor, low), high))


def reset(options: Options) -> Options:
    """Put the camera where it is at first."""
    usual = Options()
    return replace(
        options,
        orbit_yaw_deg=usual.orbit_yaw_deg,
        orbit_pitch_deg=usual.orbit_pitch_deg,
        orbit_zoom=usual.orbit_zoom,
    )
