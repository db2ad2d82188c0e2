"""``python -m tests.fuzz CLASS --count N [--seed S] [--first N] [--keep FOLDER]`` tells failures.

A case is made from its number and the seed, so ``--first NUMBER --count 1`` repeats it. The exit code is 1
where a case failed: by an exception that is not the program's own error, by more than 10 seconds of the
processor's time or 2 GB, by the end of the process, or by a file out of place.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from main import never_fail_to_print
from tests.fuzz.supervisor import fuzz
from tests.fuzz.target import CLASSES


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("name", metavar="CLASS", choices=CLASSES, help=", ".join(CLASSES))
    parser.add_argument("--count", type=int, default=1000, help="how many cases (default: 1000)")
    parser.add_argument("--first", type=int, default=0, help="number of the first case (default: 0)")
    parser.add_argument("--seed", default="0", help="another seed makes other cases (default: 0)")
    parser.add_argument("--keep", type=Path, help="a folder for the files of cases that fail")
    parser.add_argument("--verbose", action="store_true", help="also tell what became of the other cases")
    args = parser.parse_args()
    never_fail_to_print()  # sentences quote whatever the files hold

    def tell(number: int, found: dict[str, str]) -> None:
        if args.verbose or "failure" in found:
            print(f"{number}: " + "; ".join(f"{key} {value}" for key, value in found.items()), flush=True)

    began = time.monotonic()
    numbers = range(args.first, args.first + args.count)
    report = fuzz(args.name, numbers, seed=args.seed, keep=args.keep, tell=tell)
    for kind, times in report.kinds().most_common():
        print(f"{times} x {kind}")
    print(
        f"{args.name}: {args.count} cases in {time.monotonic() - began:.0f} s, {report.read} read, "
        f"{report.refused} refused, {len(report.failures)} failed"
    )
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
