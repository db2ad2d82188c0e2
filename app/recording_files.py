"""The files of a recording: which there are, and how they are named and renamed together."""

from __future__ import annotations

from pathlib import Path

from app.recording import Recording, RecordingError

NOT_IN_NAMES = '/\\:*?"<>|'  # what some system or other refuses
LONGEST_NAME = 120


def files_of(path: Path) -> list[Path]:
    """Return the recording's file, and the video beside it if there is one."""
    try:
        with Recording(path) as recording:
            video = recording.video_path
    except RecordingError:  # a damaged one does not say what belongs to it
        video = None
    return [path] if video is None else [path, video]


def rename(path: Path, name: str) -> Path:
    """Give a recording another name, without the ending; its video goes with it.

    Raises
    ------
    ValueError : the name cannot be used, or is taken.
    OSError : the file cannot be renamed.
    """
    name = name.strip()
    wrong = sorted({sign for sign in name if sign in NOT_IN_NAMES or ord(sign) < 32})
    if not name or name.startswith("."):
        raise ValueError("A name needs at least one letter or digit, and no full stop before it.")
    if wrong:
        raise ValueError(f"A name cannot hold {' '.join(wrong)}; leave that out.")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"This name is too long; {LONGEST_NAME} letters are the most.")
    files = files_of(path)
    moves = [(file, file.with_name(name + file.suffix)) for file in files]
    if moves[0][1] == path:
        return path
    for file, new in moves:
        if new.exists() and not new.samefile(file):
            raise ValueError(f"There is a file {new.name} already; choose another name.")
    for file, new in moves:
        file.rename(new)
    return moves[0][1]


def free_path(path: Path) -> Path:
    """Return the path, or where that is taken, the same with a number."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
