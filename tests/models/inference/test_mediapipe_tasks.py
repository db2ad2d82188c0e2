"""MediaPipe's tasks come without libraries that nothing here wants; others may import them all the same."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
UNWANTED = ("matplotlib", "matplotlib.pyplot", "sounddevice")


def names_after(code: str) -> str:
    """Run code in a fresh Python, and return which of the unwanted libraries it has then, as one line."""
    told = f"import sys; print([one for one in {UNWANTED} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", f"{code}\n{told}"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_neither_plots_nor_sound_are_loaded():
    assert names_after("from models.inference.mediapipe_tasks import PoseLandmarker") == "[]"


def test_whoever_wants_plots_gets_them():
    wanted = "import models.inference.mediapipe_tasks\nimport matplotlib.pyplot\nmatplotlib.pyplot.figure"
    assert "matplotlib.pyplot" in names_after(wanted)


def test_plots_that_are_loaded_already_stay():
    before = "import matplotlib.pyplot\nown = matplotlib\nimport models.inference.mediapipe_tasks\n"
    assert "matplotlib" in names_after(before + "import matplotlib\nassert matplotlib is own")
