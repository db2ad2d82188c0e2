"""Settings: files that another program, a slip of the hand or a power cut left behind."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from app.gui.settings import NoSettingsError, load_settings, save_settings
from tests.fuzz.mutation import mutate_bytes, mutate_json, to_json
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

SOUND = {
    "version": 1,
    "options": {"source": "rtsp://camera/1", "people": 2, "fov_deg": 70.0, "mirror": True, "view": "mesh"},
    "geometry": "AdnQywADAAA=",
    "panel_open": True,
    "last_file": "/home/somebody/clip.mp4",
    "recordings_folder": "/home/somebody/videos",
}


class SettingsFiles(Target):
    """Starts with settings, which never fails, and saves them again."""

    def make_seeds(self) -> None:
        """None is needed."""

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        path = folder / "settings.json"
        kind = rng.randrange(12)
        if kind == 0:
            os.mkfifo(path)
        elif kind == 1:
            path.symlink_to(rng.choice(("/dev/zero", "/dev/full", "/dev/null", "nowhere", "settings.json")))
        elif kind == 2:
            path.write_bytes(bytes(rng.choice((0, 1, 100, 5000))))
        elif kind == 3:
            start = rng.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0", b"\n"))
            path.write_bytes(start + json.dumps(SOUND).encode(rng.choice(("utf-8", "utf-16-le"))))
        elif kind == 4:
            path.write_bytes(mutate_bytes(rng, json.dumps(SOUND).encode()))
        else:
            value = SOUND
            for _ in range(rng.randint(1, 4)):
                value = mutate_json(rng, value)
            path.write_text(to_json(value), encoding="utf-8", errors="surrogatepass")
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        settings = load_settings(case)
        str(settings.output_folder).encode("utf-8", "surrogateescape")
        try:
            save_settings(case, settings)
        except (NoSettingsError, OSError):  # left for whoever wrote it
            return
        assert load_settings(case) == settings
