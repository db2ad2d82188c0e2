"""A helper process that does what each line says.

It can ``wait`` for seconds, ``compute`` for ever, ``write`` a file that is never whole, or ``die``.
"""

import itertools
import os
import time
from pathlib import Path

from models.helper_process import READY, end_with_parent, limit_time

LIMIT_S = 0.5  # of the processor's time


def main() -> None:
    lines = end_with_parent()
    print(READY, flush=True)
    while True:
        what, *more = lines.get().split()
        limit_time(LIMIT_S)
        if what == "wait":
            time.sleep(float(*more))
        elif what == "compute":
            sum(itertools.repeat(0))  # in native code, which lets no other thread of Python work
        elif what == "write":
            write_for_ever(Path(*more))
        elif what == "die":
            os._exit(3)
        print("done", flush=True)


def write_for_ever(file: Path) -> None:
    file.touch()
    try:
        while True:
            time.sleep(0.01)
    finally:
        file.unlink()


if __name__ == "__main__":
    main()
