"""Photos: damaged ones, and ones that claim to be huge."""

from __future__ import annotations

import os
import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from app.live.sources.open import open_source
from models.errors import UserError
from tests.fuzz.mutation import SIZES, mutate_bytes
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

ENDINGS = ("jpg", "png", "webp", "bmp", "tif", "gif", "ppm", "avif", "jp2")


class Images(Target):
    """Opens photos as sources and reads them."""

    def make_seeds(self) -> None:
        ramp = (np.mgrid[:48, :64].sum(0) * 2 % 256).astype(np.uint8)
        picture = Image.fromarray(np.stack([ramp, ramp.T[:48, :48].repeat(2, 1)[:, :64], 255 - ramp], 2))
        exif = Image.Exif()
        exif[0x0112], exif[0x010F] = 6, "Canon"
        exif.get_ifd(0x8769)[0xA405] = 28
        for ending in ENDINGS:
            kept = {"exif": exif} if ending in ("jpg", "png", "webp", "tif", "avif") else {}
            picture.save(self.seeds / f"photo.{ending}", **kept)
        Image.fromarray(ramp.astype(np.uint16) * 257).save(self.seeds / "deep.png")
        picture.save(self.seeds / "progressive.jpg", progressive=True)
        picture.save(self.seeds / "packed.tif", compression="tiff_lzw")
        picture.quantize(16).save(self.seeds / "palette.png")

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        seed = rng.choice(sorted(self.seeds.iterdir()))
        path = folder / f"photo{rng.choice((seed.suffix, seed.suffix, '.jpg', '.PNG', '.mp4', ''))}"
        content = seed.read_bytes()
        kind = rng.randrange(8)
        if kind == 0 and seed.suffix == ".png":
            content = _claiming_png(rng, content)
        elif kind == 1 and seed.suffix == ".jpg":
            content = _claiming_jpeg(rng, content)
        elif kind == 2 and rng.random() < 0.1:
            os.mkfifo(path)
            return path
        else:
            content = mutate_bytes(rng, content)
        path.write_bytes(content)
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        source = open_source(str(case), realtime=False)
        try:
            for _ in range(3):
                if source.read() is None:
                    break
        finally:
            source.close()
        try:
            folder = open_source(str(case.parent), realtime=False)
        except UserError:  # no photo in it
            return
        while folder.read() is not None:
            pass
        folder.close()


def _claiming_png(rng: random.Random, content: bytes) -> bytes:
    """Give a PNG another size, with the right check sum."""
    width, height = (rng.choice((*SIZES[:-4], 32000, 9999)) & 0xFFFFFFFF for _ in range(2))
    depth, colour = rng.choice((1, 2, 4, 8, 16, 3)), rng.choice((0, 2, 3, 4, 6, 1))
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, rng.choice((0, 1)))
    return content[:12] + chunk + struct.pack(">I", zlib.crc32(chunk)) + content[33:]


def _claiming_jpeg(rng: random.Random, content: bytes) -> bytes:
    """Give a JPEG another size."""
    at = max(content.find(b"\xff\xc0"), content.find(b"\xff\xc2"))
    size = struct.pack(">HH", *(rng.choice((0, 1, 9999, 32000, 65500, 65535)) for _ in range(2)))
    return content[: at + 5] + size + content[at + 9 :]
