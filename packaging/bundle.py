"""What a bundle starts with: the program, or one of its modules in a process of its own."""

from __future__ import annotations

import runpy
import sys

from main import main
from models.program import RUN_MODULE

if sys.argv[1:2] == [RUN_MODULE]:
    del sys.argv[:2]  # the module finds its own name and words there, as after python -m
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
else:
    sys.exit(main())
