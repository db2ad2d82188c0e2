"""``python -m models.synthetic``: the command line of :mod:`models.synthetic.generator`."""

import sys

from models.synthetic.generator import main

if __name__ == "__main__":
    sys.exit(main())
