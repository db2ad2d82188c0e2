"""A batch whose inputs are done by the stand-in: ``python -m tests.app.batch.driver FOLDER OUT JOBS``."""

import sys
from pathlib import Path

from app.batch.inputs import find_inputs
from app.batch.loop import run_batch
from app.batch.pools import LocalPool
from app.batch.process_input import Job
from app.batch.progress import BatchProgress
from app.batch.records import Records
from app.batch.settings import BatchSettings
from app.system.stop_signals import stop_request

ROOT = Path(__file__).resolve().parents[3]
STAND_IN = (
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); "
    "from tests.app.batch.stand_in import main; sys.exit(main())",
)
USUAL = BatchSettings()


def run(folder, out, jobs=2, settings=USUAL, **others):
    """Do all files of a folder; return the progress and whether it was stopped."""
    records = Records(Path(out))
    progress = BatchProgress(records, settings, find_inputs([Path(folder)], Path(out)))
    with stop_request() as stop:
        run_batch(records, progress, LocalPool(Job(Path(out), settings, STAND_IN), jobs), stop, **others)
    return progress, stop.is_set()


if __name__ == "__main__":
    _, stopped = run(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    sys.exit(130 if stopped else 0)
