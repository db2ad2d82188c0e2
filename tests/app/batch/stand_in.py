"""A program in the place of ``batch-file``, as quick as a test needs it: a file's words are what it does.

It talks with a batch as the real one does, and watches it by the same code.
"""

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

from app.batch.parent import Parent


def main():
    with contextlib.suppress(BrokenPipeError):
        os.write(1, b"words of a library, which are no answer\n")
    parent = Parent()
    source = Path(parent.task["source"])
    begun = os.open(source.with_name(".begun"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    places = [os.environ.get(name, "-") for name in ("CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS")]
    os.write(begun, f"{source.name} {' '.join(places)}\n".encode())
    words = source.read_text().split()
    if words[0] == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if words[0] == "broken":
        parent.failed(f"{source.name} is broken; mend it.")
        return 1
    result = Path(parent.task["folder"], parent.task["name"] + ".jsonl")
    with result.open("w") as file:
        for frame in range(10):
            file.write(f"{frame}\n")
            file.flush()
            time.sleep(float(words[1]) / 10)
            parent.progress(frame + 1)
        file.write("whole\n")
    parent.done(10)
    if words[0] == "crashing":  # as libraries do when they are unloaded
        os.kill(os.getpid(), signal.SIGSEGV)
    return 0


if __name__ == "__main__":
    sys.exit(main())
