"""Faults while recording: kills, signals, full, dying and slow disks, lost folders, closed windows.

``python -m tests.faults --count 1000`` does so many trials and prints how many of each kind there were; a
trial is done again by ``--only N``, whatever else was done. It ends with 1 where anything that had been
flushed was lost (Linux).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from main import prepare_environment
from tests.faults.trials import SHARES

NAMES = {trial.__name__: trial for trial in SHARES}


def can_mount() -> bool:
    """Whether a small disk can be had."""
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            return False
        subprocess.run(["umount", folder], check=True)
        return True


def one_trial(seed: int, number: int, kinds: tuple[str, ...]) -> tuple[str, str, str]:
    """Do the trial of a number; return its kind, how it went, and what failed."""
    rng = Random(f"{seed} {number}")
    kind = rng.choices(kinds, [SHARES[NAMES[name]] for name in kinds])[0]
    with tempfile.TemporaryDirectory(prefix="fault") as folder:
        try:
            return kind, NAMES[kind](Path(folder), rng), ""
        except Exception:
            return kind, "FAILED", traceback.format_exc()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="number of the first trial (%(default)s)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, help="the number of one trial")
    parser.add_argument("--jobs", type=int, default=2, help="trials at a time (%(default)s)")
    parser.add_argument("--kinds", nargs="+", choices=NAMES, default=list(NAMES))
    args = parser.parse_args()
    prepare_environment()
    kinds = tuple(args.kinds)
    if "full_disk" in kinds and not can_mount():
        kinds = tuple(kind for kind in kinds if kind != "full_disk")
        print("no full disks: a small one needs the right to mount it")
    numbers = range(args.first, args.first + args.count) if args.only is None else [args.only]
    counts: Counter[str] = Counter()
    failures = 0
    with ProcessPoolExecutor(args.jobs) as pool:
        trials = [pool.submit(one_trial, args.seed, number, kinds) for number in numbers]
        for number, trial in zip(numbers, trials, strict=True):
            kind, said, failure = trial.result()
            counts[kind] += 1
            failures += bool(failure)
            print(f"{number} {kind}: {said}\n{failure}".rstrip(), flush=True)
    print(", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))
    print(f"{sum(counts.values())} trials, {failures} failures")
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main())
