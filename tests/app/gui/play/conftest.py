"""The fixture of the recordings page."""

import pytest

from tests.fakes.live_window import close_at_once
from tests.fakes.play_stand import PlayStand


@pytest.fixture
def stand(dressed, no_threads_left, qtbot, tmp_path):
    """Open pages on the folder ``takes``; what they hold is given back at the end."""
    made: list[PlayStand] = []

    def build(**chosen) -> PlayStand:
        made.append(PlayStand(qtbot, tmp_path / "takes", **chosen))
        return made[-1]

    yield build
    for one in made:
        one.page.shut_down()
        close_at_once(one.page)
