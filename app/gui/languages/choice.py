"""Which languages the window speaks. No Qt here."""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "de", "fr", "es", "ja", "ko", "zh_CN"]
LanguageChoice = Literal["system", "en", "de", "fr", "es", "ja", "ko", "zh_CN"]

# Each in its own words, so that everybody finds theirs.
NAMES: dict[Language, str] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "ja": "日本語",
    "ko": "한국어",
    "zh_CN": "简体中文",
}
