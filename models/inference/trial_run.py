"""Tries a person's own model in another process before this one loads it: a small file can ask for any amount
of memory, or never end.

:func:`check_runs` starts ``python -m models.inference.trial_run`` and hands over one path a line.
"""

from __future__ import annotations

import models.environment  # noqa: F401 # pyright: ignore[reportUnusedImport] - before ONNX Runtime

# isort: split

import contextlib
import json
import os
import queue
import threading
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from models.helper_process import (
    READY,
    HelperEndedError,
    HelperProcess,
    end_with_parent,
    limit_memory,
    limit_time,
)
from models.inference.paths import ASSETS
from models.inference.store import ModelError, external_files

SECONDS = 3  # of the processor's time, and by the size of the file; 22 MB load and run in one second
_COPIES = 8  # that loading may make of the weights
_BYTES_PER_S = 4e6
_IDLE_S = 10.0  # after which the process ends, and gives its memory back
MEMORY_BYTES = 2 << 30  # and by the size of the file, whose weights are read, packed and folded
_MOST_KNOWN = 4096  # files whose verdicts are kept

_OUT_OF_MEMORY = "memory"
_FINE = "fine"
_TYPES = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    "tensor(int64)": np.int64,
    "tensor(int32)": np.int32,
    "tensor(uint8)": np.uint8,
    "tensor(bool)": np.bool_,
}

_lock = threading.Lock()
_helper = HelperProcess("models.inference.trial_run")
_known: dict[tuple[str, int, int, int, int], str] = {}


def check_runs(file: Path) -> None:
    """Have a model loaded and run once on zeros by a process with limits, once as long as it stays the same.

    Bundled models are trusted; files that ONNX Runtime refuses are left to who opens them.

    Raises
    ------
    ModelError : it takes too much memory or time, or ends the process.
    """
    file = file.absolute()
    if file.parent == ASSETS or not file.is_file():
        return
    with _lock:
        facts = file.stat()
        key = (str(file), facts.st_dev, facts.st_ino, facts.st_mtime_ns, facts.st_size)
        if key not in _known:
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            _known[key] = _problem(file)
    if _known[key]:
        raise ModelError(f"{file.name} {_known[key]}; use it only after its maker has put it right.")


def _problem(file: Path) -> str:
    """Return what is wrong with a model, to follow its name; empty if nothing is."""
    seconds = _most_seconds(file)
    try:
        answer = _helper.ask(json.dumps(str(file)), seconds)
    except HelperEndedError as error:
        return f"does not end within {seconds} s" if error.late else "ends the program that runs it"
    except OSError as error:
        raise ModelError(
            "The process that tries models does not start; free some memory, or install again."
        ) from error
    if json.loads(answer) == _OUT_OF_MEMORY:
        return f"takes more than {_most_memory(file) / (1 << 30):.0f} GB of memory"
    return ""


def _most_seconds(file: Path) -> int:
    return SECONDS + int(_size(file) / _BYTES_PER_S)


def _most_memory(file: Path) -> int:
    return MEMORY_BYTES + _COPIES * _size(file)


def _size(file: Path) -> int:
    """Return the bytes of a model with the weights that it keeps outside."""
    try:
        weights = [file.parent / name for name in external_files(file)]
    except (OSError, ValueError):
        weights = []
    return sum(one.stat().st_size for one in (file, *weights) if one.is_file())


def _try(file: Path) -> str:
    """Load and run a model; ``memory`` if that takes too much."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        session = ort.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
        session.run(None, {one.name: _zeros(one) for one in session.get_inputs()})
    except MemoryError:
        return _OUT_OF_MEMORY
    except Exception as error:
        text = str(error).lower()
        return _OUT_OF_MEMORY if "bad_alloc" in text or "failed to allocate" in text else _FINE
    return _FINE


def _zeros(value: Any) -> np.ndarray:
    """Return zeros for an input, of size 1 where its shape is free."""
    shape = [size if isinstance(size, int) and size > 0 else 1 for size in value.shape]
    return np.zeros(shape, _TYPES[value.type])


def main() -> None:
    """Answer each line, a path in JSON, with ``fine`` or ``memory``; end when none comes for a while."""
    # What libraries print themselves is no answer.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    files = end_with_parent()
    print(READY, file=answers, flush=True)
    with contextlib.suppress(queue.Empty):
        while True:
            file = Path(json.loads(files.get(timeout=_IDLE_S)))
            limit_memory(_most_memory(file))
            limit_time(_most_seconds(file))
            print(json.dumps(_try(file)), file=answers, flush=True)


if __name__ == "__main__":
    main()
