"""``python -m models.evaluate``: the command line of :mod:`models.evaluate.benchmarks`."""

import sys

from models.evaluate.benchmarks import main

if __name__ == "__main__":
    sys.exit(main())
