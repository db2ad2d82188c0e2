"""OverlayFolder: a drawn picture for each photo, named as the photo is, in a folder of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.recordings.video_writer import write_image
from app.system.files import is_same_file
from models.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.types import Result

WRITABLE = (".bmp", ".jpe", ".jpeg", ".jpg", ".png", ".tif", ".tiff", ".webp")  # others become .png


class OverlayFolder:
    """Writes the overlay of each photo; those of an earlier run are replaced, photos never.

    Parameters
    ----------
    folder : where they go, made when missing.
    photos : the source's files.

    Raises
    ------
    UserError : the folder is that of the photos, or cannot be made.
    """

    def __init__(self, folder: Path, photos: Sequence[Path]) -> None:
        self.folder, self._photos = folder, photos
        self._outputs: dict[str, Path] = {}  # by the photo's name
        if any(is_same_file(folder, photo.parent) for photo in photos[:1]):
            raise UserError(f"{folder} is the folder of the photos; name another one for --out.")
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise UserError(
                f"The folder {folder} cannot be made ({error.strerror}); name another one for --out."
            ) from error

    def write(self, result: Result) -> None:
        """Write the overlay of a photo.

        Raises
        ------
        UserError : it would be written over a photo.
        VideoError : it cannot be written.
        """
        name = result.frame.file_name or self._photos[0].name
        output = self._outputs.setdefault(name, self._free_path(name))
        if output.exists() and any(output.samefile(photo) for photo in self._photos if photo.exists()):
            raise UserError(f"{output} is a photo of the source; name another folder for --out.")
        write_image(output, result.overlay)

    def _free_path(self, name: str) -> Path:
        """Name a photo's overlay as no other one is called, on any file system."""
        taken = {path.name.casefold() for path in self._outputs.values()}
        path = self.folder / name
        if path.suffix.lower() not in WRITABLE:
            path = path.with_name(f"{name}.png")
        free, number = path, 2
        while free.name.casefold() in taken:
            free = path.with_name(f"{path.stem} ({number}){path.suffix}")
            number += 1
        return free
