"""Target: a class of inputs, how one is made of a seed, and the part of the program that reads it."""

from __future__ import annotations

import importlib
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from pathlib import Path

CLASSES = {
    "recordings": "tests.fuzz.targets.recordings.Recordings",
    "models": "tests.fuzz.targets.onnx_models.OnnxModels",
    "templates": "tests.fuzz.targets.templates.Templates",
    "settings": "tests.fuzz.targets.settings.SettingsFiles",
    "pickles": "tests.fuzz.targets.pickles.Pickles",
    "checkpoints": "tests.fuzz.targets.checkpoints.Checkpoints",
    "images": "tests.fuzz.targets.images.Images",
    "videos": "tests.fuzz.targets.videos.Videos",
    "command-line": "tests.fuzz.targets.command_line.CommandLine",
}


class Target(ABC):
    """One class of inputs.

    Parameters
    ----------
    seeds : a folder for the sound files that cases are made from; it outlives this object.
    """

    outputs: tuple[str, ...] = ()  # patterns of names that an attempt may leave in its folder

    def __init__(self, seeds: Path) -> None:
        self.seeds = seeds

    @abstractmethod
    def make_seeds(self) -> None:
        """Write the sound files; done once a run."""

    @abstractmethod
    def make_case(self, rng: random.Random, folder: Path) -> object:
        """Write the files of one case and return what :meth:`attempt` wants to know of it."""

    @abstractmethod
    def attempt(self, case: object) -> None:
        """Have the program read the case; it may raise ``UserError`` and nothing else."""


def target_class(name: str) -> type[Target]:
    """Return the class of a name in :data:`CLASSES`, or of a dotted path."""
    module, _, cls = CLASSES.get(name, name).rpartition(".")
    return getattr(importlib.import_module(module), cls)
