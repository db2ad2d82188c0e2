"""A helper process that does what each line says: ``wait`` for seconds, ``compute`` for ever, or ``die``."""

import itertools
import os
import time

from models.helper_process import READY, end_with_parent, limit_time

LIMIT_S = 0.5  # of the processor's time


def main() -> None:
    lines = end_with_parent()
    print(READY, flush=True)
    while True:
        what, *seconds = lines.get().split()
        limit_time(LIMIT_S)
        if what == "wait":
            time.sleep(float(*seconds))
        elif what == "compute":
            sum(itertools.repeat(0))  # in native code, which lets no other thread of Python work
        elif what == "die":
            os._exit(3)
        print("done", flush=True)


if __name__ == "__main__":
    main()
