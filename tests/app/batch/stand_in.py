"""A program in the place of ``batch-file``, as quick as a test needs it: a file's words are what it does.

It talks with a batch as the real one does, and watches it by the same code.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from app.batch.parent_watch import end_with_parent


def main():
    task = json.loads(os.fdopen(0, "rb", buffering=0, closefd=False).readline())
    end_with_parent(Path(task["attempt"]))
    source = Path(task["source"])
    begun = os.open(source.with_name(".begun"), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    places = [os.environ.get(name, "-") for name in ("CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS")]
    os.write(begun, f"{source.name} {' '.join(places)}\n".encode())
    words = source.read_text().split()
    if words[0] == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if words[0] == "broken":
        print(json.dumps({"error": f"{source.name} is broken; mend it."}))
        return 1
    print("words of a library that are no answer", flush=True)
    result = Path(task["folder"], task["name"] + ".jsonl")
    with result.open("w") as file:
        for frame in range(10):
            file.write(f"{frame}\n")
            file.flush()
            time.sleep(float(words[1]) / 10)
            print(json.dumps({"frames": frame + 1}), flush=True)
        file.write("whole\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
