"""``python -m models.export``: the command line of :mod:`models.export.onnx_export`."""

import sys

from models.export.onnx_export import main

if __name__ == "__main__":
    sys.exit(main())
