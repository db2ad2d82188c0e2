"""A window that records, for signals to end.

``python -m tests.fakes.recording_window SETTINGS FOLDER`` says "recording" when frames are on their way into
a file of FOLDER.
"""

import sys
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.gui.application import run_window
from app.gui.settings import Settings
from app.live.session import LiveSession
from app.live_out.live_out import LiveOut
from app.options import Options


def main(settings: Path, folder: Path) -> int:
    """Open, record, and go on until a signal comes."""
    application = QApplication([])
    session = LiveSession(outputs=LiveOut())
    timer = QTimer(application)

    def record() -> None:
        pipeline = session.pipeline
        if not session.is_recording:
            if pipeline is not None and pipeline.estimator is not None and pipeline.source is not None:
                session.record(folder)
        elif (status := session.follow_recording()) is not None and status.frames > 5:
            timer.stop()
            print("recording", flush=True)

    timer.timeout.connect(record)
    timer.start(20)
    with patch("app.gui.application.LiveSession", lambda **_: session):
        return run_window(Settings(options=Options(source="sample", model="tiny")), settings)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
