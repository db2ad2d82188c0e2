"""Runs the cases whose numbers it reads, one a line, and answers each with a line; see ``supervisor``.

``python -m tests.fuzz.worker CLASS SEED FOLDER``. The case of a number is the same in every process.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import random
import resource
import shutil
import sys
import time
import traceback
from fnmatch import fnmatch
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

from models.errors import UserError
from tests.fuzz.target import Target, target_class

MEMORY_BYTES = 2 << 30  # more than the process takes without a case
LONGEST_SENTENCE = 1000
READY = "ready"
CACHES = ("xdg_cache_home/mesa_shader_cache*",)  # as docs/privacy.md lists them


def make_seeds(target: Target) -> None:
    """Have the sound files written, archives at a fixed time: a case is then the same in every process."""
    clock = SimpleNamespace(time=time.time, localtime=lambda _: time.gmtime(1e9))
    target.seeds.mkdir()
    with patch("zipfile.time", clock):
        target.make_seeds()


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def outcome(target: Target, rng: random.Random, folder: Path) -> dict[str, str]:
    """Make and attempt one case.

    Returns
    -------
    ``{"read": ""}``, ``{"refused": sentence}`` or ``{"failure": what happened}``.
    """
    case_folder = folder / "case"
    shutil.rmtree(case_folder, ignore_errors=True)
    case_folder.mkdir()
    with without_memory_limit():
        case = target.make_case(rng, case_folder)
    before = files_below(folder)
    found = {"read": ""}
    try:
        target.attempt(case)
    except UserError as error:
        found = {"refused": str(error)}
        if "\n" in str(error) or not 0 < len(str(error)) <= LONGEST_SENTENCE:
            found = {"failure": f"no sentence of one line: {str(error)[:300]!r}"}
    except BaseException as error:  # any other type is what is looked for
        where = traceback.extract_tb(error.__traceback__)[-3:]
        places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(where))
        found = {"failure": f"{type(error).__name__} at {places}: {str(error)[:200]}"}
    gc.collect(0)
    placed = sorted(files_below(folder) ^ before)
    allowed = (*CACHES, *(f"case/{one}" for one in target.outputs))
    stray = [name for name in placed if not any(fnmatch(name, one) for one in allowed)]
    if stray:
        found = {"failure": f"files out of place: {', '.join(stray[:5])}"}
    return found


@contextlib.contextmanager
def without_memory_limit():
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def taken_bytes() -> int:
    """Return the address space of this process (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def main(name: str, seed: str, folder: Path) -> None:
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")  # whatever is printed goes elsewhere
    os.dup2(2, 1)
    seeds = folder / "seeds"
    target = target_class(name)(seeds)
    if not seeds.exists():
        make_seeds(target)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    print(READY, file=answers, flush=True)
    for line in sys.stdin:
        resource.setrlimit(resource.RLIMIT_AS, (taken_bytes() + MEMORY_BYTES, hard))
        found = outcome(target, random.Random(f"{name}/{seed}/{int(line)}"), folder)
        print(json.dumps(found), file=answers, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
