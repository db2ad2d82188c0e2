"""What is wanted after the first picture is loaded before it is asked for."""

import gc
import subprocess
import sys
import threading

import pytest

from app.booth.settings import BoothSettings
from app.gui.warm_up import PARTS
from models.program import HOME


def test_the_parts_are_loaded_that_were_not_before():
    code = (
        "import sys\n"
        "import app.gui.window\n"
        "from app.gui.warm_up import PARTS, warm_up\n"
        "before = [part for part in PARTS if part in sys.modules]\n"
        "warm_up(lambda done, total: None)\n"
        "print(before, [part for part in PARTS if part not in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=HOME, check=True)
    assert done.stdout.strip() == "[] []"


def test_it_begins_with_the_first_picture_and_ends_with_the_window(stand):
    def is_at_work():
        return "job" in [thread.name for thread in threading.enumerate()]

    s = stand()
    assert not is_at_work()
    s.run()
    s.qtbot.waitUntil(lambda: all(part in sys.modules for part in PARTS), timeout=60000)
    s.window.close()
    assert not is_at_work()


def test_the_page_of_the_recordings_is_there_before_it_is_wanted(stand):
    s = stand()
    s.run()
    s.qtbot.waitUntil(lambda: s.window.play_page is not None, timeout=60000)
    made = s.window.play_page
    assert s.page.isVisible()  # it waits for its turn
    s.window.show_recordings()
    assert s.window.play_page is made
    assert made.isVisible()


@pytest.mark.parametrize("booth", [None, BoothSettings()])
def test_what_is_loaded_is_left_out_of_collections_until_the_window_closes(stand, booth):
    gc.unfreeze()
    s = stand(booth=booth)
    s.run()
    s.qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=60000)
    if s.window.kiosk is not None:
        s.window.kiosk.is_open = True
    s.window.close()
    assert not gc.get_freeze_count()
