"""Frame rates as exact fractions: what a file, a person or a recording means by 29.97."""

from __future__ import annotations

from fractions import Fraction

HIGHEST_RATE = 1000
# Television's rates of 1000/1001 of a whole number (SMPTE ST 12-1), which are written short: 29.97.
_SLOWED = tuple(Fraction(whole * 1000, 1001) for whole in (24, 30, 48, 60, 120, 240))
_LIKENESS = Fraction(2, 10_000)  # 23.98 is as far from its rate; whole numbers lie at five times that


def nominal_rate(rate: Fraction | float) -> Fraction:
    """Return the exact frames a second that a rate stands for: 29.97 is 30000/1001.

    Parameters
    ----------
    rate : frames a second, above 0.
    """
    exact = Fraction(rate).limit_denominator(100_000)
    return next((slowed for slowed in _SLOWED if abs(exact - slowed) <= slowed * _LIKENESS), exact)


def parse_rate(text: str) -> Fraction | None:
    """Read ``30``, ``29.97`` or ``30000/1001``; None for what is no rate from above 0 to 1000."""
    if len(text) > 40:  # no fraction of astronomical size is worked out
        return None
    try:
        rate = Fraction(text) if "e" not in text.lower() else Fraction(0)
    except (ValueError, ZeroDivisionError):
        return None
    return nominal_rate(rate) if Fraction(1, HIGHEST_RATE) <= rate <= HIGHEST_RATE else None
