"""BatchSettings: what is made of every input."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from app.options import Options
from app.recordings.export.formats import FORMATS

if TYPE_CHECKING:
    from app.batch.inputs import Input

# What ``run`` itself writes, and the ending of its file; its video shows the input with the mesh over it.
RUN_FORMATS = {"json": ".jsonl", "h5": ".h5", "mp4": ".mp4"}
# What is exported from a recording. Formats of a folder with a file a frame are left to ``export``.
# Two of one ending, such as csv and csv-long, are told apart before it.
EXPORT_FORMATS = {
    kind: "".join(f".{word}" for word in kind.split("-")[1:]) + form.suffixes[0]
    for kind, form in FORMATS.items()
    if form.suffixes and kind not in RUN_FORMATS
}


@dataclass(frozen=True, slots=True)
class BatchSettings:
    """What is made of every input.

    Attributes
    ----------
    write : formats, of :data:`RUN_FORMATS` and :data:`EXPORT_FORMATS`.
    model : name or file; empty for the bundled model.
    people : how many are followed at once.
    refine : the motion is refined before it is exported.
    server, server_ca, server_insecure : as of :class:`app.options.Options`; no matter for the results.
    """

    write: tuple[str, ...] = ("json",)
    model: str = ""
    people: int = 1
    refine: bool = False
    server: str = ""
    server_ca: str = ""
    server_insecure: bool = False

    def options(self, source: str = "") -> Options:
        """Return the pipeline's options for an input."""
        return Options(
            source=source,
            model=self.model,
            people=self.people,
            server=self.server,
            server_ca=self.server_ca,
            server_insecure=self.server_insecure,
        )

    def fingerprint(self, one: Input) -> str:
        """Return a word that changes with the input's file and with what is made of it."""
        # Of a model's file only the name: machines may keep it in different places.
        own = {name: value for name, value in asdict(self).items() if not name.startswith("server")}
        own |= {"write": sorted(self.write), "model": PurePath(self.model).name}
        facts = {**own, "size": one.size, "modified": one.modified}
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]
