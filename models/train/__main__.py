"""``python -m models.train``: the command line of :mod:`models.train.trainer`."""

import sys

from models.train.trainer import main

if __name__ == "__main__":
    sys.exit(main())
