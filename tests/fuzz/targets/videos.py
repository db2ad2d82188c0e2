"""Videos: damaged containers and streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np

from app.live.sources.open import open_source
from tests.fuzz.mutation import mutate_bytes
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

SEEDS = {"mp4": "libx264", "mkv": "libx264", "avi": "mpeg4", "webm": "libvpx-vp9", "mpg": "mpeg2video"}
FRAMES = 12


class Videos(Target):
    """Opens videos as sources and reads them to the end."""

    def make_seeds(self) -> None:
        for ending, codec in SEEDS.items():
            with av.open(self.seeds / f"clip.{ending}", "w") as container:
                stream = container.add_stream(codec, rate=25)
                stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
                for number in range(FRAMES):
                    image = np.full((48, 64, 3), 20 * number, np.uint8)
                    image[number : number + 9, number : number + 9] = (255, 0, 90)
                    container.mux(stream.encode(av.VideoFrame.from_ndarray(image, format="rgb24")))
                container.mux(stream.encode(None))

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        seed = rng.choice(sorted(self.seeds.iterdir()))
        path = folder / f"clip{rng.choice((seed.suffix, '.mp4', '.gif'))}"
        path.write_bytes(mutate_bytes(rng, seed.read_bytes()))
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        source = open_source(str(case), realtime=False)
        try:
            while source.read() is not None:
                pass
        finally:
            source.close()
