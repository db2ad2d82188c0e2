"""Records: the folder ``.batch`` beside the results, through which a batch's programs know of each other.

``claims/KEY``              who works on an input now (app/batch/claims.py)
``work/KEY.TOKEN/``         what is being made of it, until it is whole
``tries/KEY.PRINT.TOKEN``   it was begun, and no end was seen; written first, so that it counts whoever dies
``finished/KEY.json``       its results stand; written last
``failed/KEY.json``         it failed for good; ``failed.jsonl`` is made from these
"""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from app.batch.inputs import Input

FOLDER = ".batch"
MOST_TRIES = 2
_REPEATS = 5  # of writing beside programs that sweep


@dataclass(frozen=True, slots=True)
class Finished:
    """An input whose results stand: their names below the folder of results, and how many frames it had."""

    outputs: tuple[str, ...]
    frames: int


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that failed for good: why in a sentence, and after how many tries."""

    file: str
    error: str
    tries: int


class Records:
    """What is known of the inputs of a batch.

    Parameters
    ----------
    out : the folder of results, made if it is missing.

    Raises
    ------
    OSError : it cannot be made.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        folder = out / FOLDER
        self.claims, self.work, self._tries = folder / "claims", folder / "work", folder / "tries"
        self._finished, self._failed = folder / "finished", folder / "failed"
        for place in (self.claims, self.work, self._tries, self._finished, self._failed):
            place.mkdir(parents=True, exist_ok=True)

    def outcome(self, one: Input, fingerprint: str) -> Finished | Failed | None:
        """Return what became of an input as it is now; None if there is work to do."""
        record = _read(self._finished / f"{one.key}.json")
        if record.get("fingerprint") == fingerprint:
            outputs = tuple(record["outputs"])
            if all((self.out / output).is_file() for output in outputs):
                return Finished(outputs, record["frames"])
        record = _read(self._failed / f"{one.key}.json")
        if record.get("fingerprint") == fingerprint:
            return Failed(record["file"], record["error"], record["tries"])
        return None

    def settled(self) -> set[str]:
        """Return the keys of all inputs, of whatever fingerprint, that finished or failed."""
        return {path.stem for folder in (self._finished, self._failed) for path in folder.iterdir()}

    def begun(self) -> set[str]:
        """Return the keys of inputs that were begun without an end that anybody saw."""
        return {path.name.partition(".")[0] for path in self._tries.iterdir()}

    def tries(self, one: Input, fingerprint: str) -> int:
        """Return how often an input was begun without an end that anybody saw."""
        return len(self._tries_of(one, fingerprint))

    def _tries_of(self, one: Input, fingerprint: str) -> list[Path]:
        return list(self._tries.glob(f"{one.key}.{fingerprint}.*"))

    def attempt(self, one: Input, fingerprint: str, token: str) -> Path:
        """Return the file whose being there counts a try."""
        return self._tries / f"{one.key}.{fingerprint}.{token}"

    def finish(self, one: Input, fingerprint: str, made: Path, frames: int) -> None:
        """Move the files of a folder to where results stand, in the place of older ones of the input.

        Raises
        ------
        OSError : one cannot be moved.
        """
        place = (self.out / one.name).parent
        place.mkdir(parents=True, exist_ok=True)
        moves = [(file, place / file.name) for file in sorted(made.iterdir())]
        outputs = [new.relative_to(self.out).as_posix() for _, new in moves]
        marker = self._finished / f"{one.key}.json"
        older = _read(marker).get("outputs", [])
        marker.unlink(missing_ok=True)
        self.forgive(one)
        for file, _ in moves:
            _flush(file)
        for file, new in moves:
            file.replace(new)
        for output in set(older) - set(outputs):
            (self.out / output).unlink(missing_ok=True)
        self._write(
            marker, {"name": one.name, "fingerprint": fingerprint, "outputs": outputs, "frames": frames}
        )
        self._forget_tries(one, fingerprint)

    def fail(self, one: Input, fingerprint: str, error: str, tries: int) -> None:
        """Give an input up, after so many tries."""
        failed = Failed(str(one.file), error, tries)
        record = {"name": one.name, "fingerprint": fingerprint, **asdict(failed)}
        self._write(self._failed / f"{one.key}.json", record)
        self._forget_tries(one, fingerprint)
        self.publish_failures()

    def _forget_tries(self, one: Input, fingerprint: str) -> None:
        for attempt in self._tries_of(one, fingerprint):
            attempt.unlink(missing_ok=True)

    def forget_settled_tries(self) -> None:
        """Forget tries whose end was written down by a program that died before it could do so."""
        for attempt in list(self._tries.iterdir()):
            key, _, fingerprint = attempt.stem.partition(".")
            marks = (folder / f"{key}.json" for folder in (self._finished, self._failed))
            if any(_read(mark).get("fingerprint") == fingerprint for mark in marks):
                attempt.unlink(missing_ok=True)

    def forgive(self, one: Input) -> None:
        """Forget that an input failed."""
        (self._failed / f"{one.key}.json").unlink(missing_ok=True)

    def publish_failures(self) -> None:
        """Write ``failed.jsonl`` from all failures; of several programs the last knows them all."""
        known = None
        while known != (now := sorted(self._failed.glob("*.json"))):
            known = now
            lines = [
                {key: _read(path).get(key) for key in ("name", "file", "tries", "error")} for path in known
            ]
            view = self.out / "failed.jsonl"
            if lines:
                self.write_lines(view, sorted(lines, key=lambda line: str(line["name"])))
            else:
                view.unlink(missing_ok=True)

    def write_lines(self, path: Path, records: Iterable[dict[str, Any]], indent: int | None = None) -> None:
        """Write JSON, a line or an indented block a record, that is whole whenever it is looked at."""
        text = "".join(json.dumps(record, ensure_ascii=False, indent=indent) + "\n" for record in records)
        for repeats_left in reversed(range(_REPEATS)):
            new = self.work / uuid.uuid4().hex
            try:
                # What a name has that is not UTF-8 becomes JSON's own escapes.
                new.write_text(text, encoding="utf-8", errors="backslashreplace")
                _flush(new)
                new.replace(path)
                return
            except FileNotFoundError:  # swept by a program that begins
                if not repeats_left:
                    raise

    def _write(self, path: Path, record: dict[str, Any]) -> None:
        self.write_lines(path, [record])


def _read(path: Path) -> dict[str, Any]:
    """Return a record; empty if it is missing or no record."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def _flush(file: Path) -> None:
    """Have a file's content on the disk before its name says that it is whole."""
    with file.open("rb+") as content:
        os.fsync(content.fileno())
