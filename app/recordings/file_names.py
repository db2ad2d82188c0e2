"""The files of a recording: which there are, and how they are named and renamed together."""

from __future__ import annotations

import contextlib
from pathlib import Path

import h5py

from app.recordings.corrections import ENDING, corrections_file
from app.recordings.inspection import inspect
from models.errors import UserError

NOT_IN_NAMES = '/\\:*?"<>|'  # what some system or other refuses
LONGEST_NAME = 120
VIDEO_ENDINGS = (".mp4", ".mkv")  # with PyAV, and without it
REPAIRED = ".repaired"  # after the name of the recording that a copy was saved from


def video_of(path: Path) -> Path | None:
    """Return the video kept beside a recording; None if there is none, or it is too damaged to tell."""
    try:
        if inspect(path).state != "sound":
            return None
        with h5py.File(path, "r") as file:
            return video_beside(path, str(file.attrs.get("video", "")))
    except (KeyError, OSError, RuntimeError, ValueError, TypeError):
        return None


def name_video(path: Path, video: Path) -> None:
    """Tell a recording which file beside it is its video."""
    with h5py.File(path, "r+") as file:
        if file.attrs["video"] != video.name:
            file.attrs["video"] = video.name


def video_beside(path: Path, recorded: str) -> Path | None:
    """Look for a video under the recording's own name first, so that both may be renamed alike.

    What a recording names that has no video's ending is nothing of its.
    """
    name = Path(recorded).name
    if Path(name).suffix not in VIDEO_ENDINGS:
        return None
    videos = (path.with_suffix(Path(name).suffix), path.with_name(name))
    with contextlib.suppress(OSError):  # what it names is too long for a file
        return next((video for video in videos if video.is_file()), None)
    return None


def files_of(path: Path) -> list[Path]:
    """Return the recording's file, its corrections, and the video of its name that it alone has.

    What it says of a video of another name is never taken for leave to move or delete that.
    """
    files, video = [path], video_of(path)
    if corrections_file(path).is_file():
        files.append(corrections_file(path))
    if video is None or video.stem not in (path.stem, path.stem.removesuffix(REPAIRED)):
        return files
    return files if _is_shared(video, path) else [*files, video]


def _is_shared(video: Path, path: Path) -> bool:
    """Tell whether another recording of the folder has a video too, such as a repaired copy."""
    others = [other for other in path.parent.glob("*.h5") if other != path]
    # One of the video's name may be too damaged to tell.
    return any(other.stem == video.stem or video_of(other) == video for other in others)


def name_fault(name: str) -> str:
    """Say why a recording cannot have a name, without the ending; nothing if it can."""
    wrong = sorted({sign for sign in name if sign in NOT_IN_NAMES or ord(sign) < 32})
    if not name or name.startswith("."):
        return "A name needs at least one letter or digit, and no full stop before it."
    if wrong:
        return f"A name cannot hold {' '.join(wrong)}; leave that out."
    if len(name) > LONGEST_NAME:
        return f"This name is too long; {LONGEST_NAME} letters are the most."
    return ""


def rename(path: Path, name: str) -> Path:
    """Give a recording another name, without the ending; its video goes with it if it alone has it.

    A video that others have too stays, and its name is written into the recording.

    Raises
    ------
    UserError : the name cannot be used, or is taken.
    OSError : the file cannot be renamed.
    """
    name = name.strip()
    if fault := name_fault(name):
        raise UserError(fault)
    new_path = path.with_name(name + path.suffix)
    if new_path == path:
        return path
    video = video_of(path)
    # Where the video stays, a file in its place would be taken for it.
    for file in [*files_of(path), *([] if video is None else [video])]:
        new = _renamed(file, path, name)
        if new.exists() and not new.samefile(file):
            raise UserError(f"There is a file {new.name} already; choose another name.")
    files = files_of(path)
    if video is not None and video not in files:
        name_video(path, video)
    for file in files:
        file.rename(_renamed(file, path, name))
    return new_path


def _renamed(file: Path, recording: Path, name: str) -> Path:
    """Return what a file of a recording is called when that has another name."""
    ending = ENDING if file == corrections_file(recording) else file.suffix
    return file.with_name(name + ending)


def free_path(path: Path) -> Path:
    """Return the path, or where that is taken, the same with a number."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
