"""What the live page says, as functions of its state: the most urgent first, each with its way on."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.gui.live.notices import (
    EMPTY_AFTER_S,
    Actions,
    LiveState,
    failed_recording_notice,
    failure_card,
    saved_recording_notice,
    starting_card,
    urgent_notice,
)
from app.gui.widgets.banner import Notice
from app.live.sources.base import SourceError
from app.options import Options
from app.recordings.recorder import RecorderStatus
from models.inference.store import ModelError

ACTIONS = Actions(*(lambda name=name: name for name in Actions.__dataclass_fields__))
SAID = Notice("Just happened")
FAILED = Notice("The recording failed")
# From the most urgent on: each alone makes its notice, and all before it hide it.
URGENCY = (
    ({"is_lost": True}, "Camera lost; trying again", "retry"),
    ({"message": SAID}, "Just happened", None),
    ({"failed_recording": FAILED}, "The recording failed", None),
    ({"failed_output": "There is no such host"}, "There is no such host", "change_sending"),
    ({"pipeline": "stopped"}, "The source has ended", "retry"),
    (
        {"free_bytes": 400_000_000},
        "The disk is nearly full: 400 MB left for recordings",
        "choose_folder",
    ),
    (
        {"shows_sample_instead": True},
        "No camera, so the sample clip plays. Connect one, or close the program using it",
        "retry",
    ),
    ({"announces_cpu": True}, "Running on the CPU", "explain_cpu"),
    ({"empty_s": EMPTY_AFTER_S}, "Nobody in view", None),
)


@pytest.mark.parametrize("place", range(len(URGENCY)))
def test_the_most_urgent_is_said(place):
    fields, text, action = URGENCY[place]
    alone = urgent_notice(LiveState(**fields), ACTIONS)
    assert alone is not None
    assert alone.text == text
    assert (alone.action and alone.action()) == action
    less_urgent = {name: value for later, _, _ in URGENCY[place:] for name, value in later.items()}
    assert urgent_notice(LiveState(**less_urgent), ACTIONS) == alone


def test_nothing_is_said_while_all_is_well():
    assert urgent_notice(LiveState(free_bytes=50_000_000_000, empty_s=EMPTY_AFTER_S - 0.1), ACTIONS) is None


@pytest.mark.parametrize("state", [{"pipeline": "loading"}, {"pipeline": "failed"}, {"awaits_frame": True}])
def test_before_the_picture_only_what_has_happened_is_said(state):
    busy = LiveState(free_bytes=1, shows_sample_instead=True, announces_cpu=True, empty_s=99)
    assert urgent_notice(replace(busy, **state), ACTIONS) is None
    assert urgent_notice(replace(busy, **state, message=SAID), ACTIONS) == SAID


def test_a_booth_says_only_that_the_camera_is_lost_and_offers_nothing():
    state = LiveState(is_booth=True, message=SAID, failed_recording=FAILED, free_bytes=1, empty_s=99)
    assert urgent_notice(state, ACTIONS) is None
    lost = urgent_notice(replace(state, is_lost=True), ACTIONS)
    assert lost is not None
    assert lost.text.startswith("Camera lost")
    assert not lost.button


def test_a_model_of_hands_misses_hands():
    notice = urgent_notice(LiveState(empty_s=99, finds_hands=True), ACTIONS)
    assert notice is not None
    assert notice.text == "No hand in view"


def test_the_same_state_says_the_same_thing():
    """A notice that differed each time would be shown anew each time."""
    for fields, _, _ in URGENCY:
        assert urgent_notice(LiveState(**fields), ACTIONS) == urgent_notice(LiveState(**fields), ACTIONS)


def status(**fields) -> RecorderStatus:
    path = Path("/secret/a.h5")
    return RecorderStatus(
        "finished", path, 3.0, frames=90, size_bytes=2_500_000, drops={}, free_bytes=1, **fields
    )


def test_a_recording_that_is_there_can_be_played():
    notice = saved_recording_notice(status(), lambda: "played")
    assert (notice.text, notice.level) == ("Recorded a.h5, 2.5 MB", "good")
    assert notice.button == "Play it"
    assert notice.action() == "played"


def test_a_recording_of_nothing_is_not_called_recorded():
    notice = saved_recording_notice(replace(status(), frames=0), lambda: None)
    assert (notice.text, notice.button) == ("Nothing was recorded: no picture came", "")


@pytest.mark.parametrize(
    ("fields", "trouble"),
    [
        ({"video_frames_missing": 5}, "; encoding was too slow to keep the pictures of 5 of 90 frames"),
        ({"video_failure": "The video /secret/a.mp4 ends early."}, ". The video a.mp4 ends early."),
    ],
)
def test_what_the_video_lacks_goes_on_the_sentence(fields, trouble):
    notice = saved_recording_notice(status(**fields), lambda: None)
    assert notice.level == "warning"
    assert notice.text == f"Recorded a.h5, 2.5 MB{trouble}"


def test_a_failed_recording_is_told_without_folders():
    notice = failed_recording_notice(status(message="The disk is full; it is kept in /secret/a.h5."), ACTIONS)
    assert notice.text == "The disk is full; it is kept in a.h5."
    assert notice.action() == "choose_folder"


def test_starting_says_what_is_being_done():
    assert starting_card("Loading the mesh model").text == "Loading the mesh model…"
    assert starting_card("").text == "Waiting for the first picture…"


@pytest.mark.parametrize(
    ("error", "options", "heading", "choices"),
    [
        (
            SourceError("Front camera could not be opened."),
            Options(source="Front camera"),
            "No camera",
            ["use_sample", "choose_file", "retry"],
        ),
        (
            SourceError("There is no file a.mp4."),
            Options(source="a.mp4"),
            "This cannot be opened",
            ["retry", "choose_file", "copy_report"],
        ),
        (
            ModelError("mine.onnx is damaged."),
            Options(model="mine"),
            "This did not work",
            ["retry", "use_bundled_model", "copy_report"],
        ),
        (KeyError("vertices"), Options(), "This did not work", ["retry", "choose_file", "copy_report"]),
    ],
)
def test_a_failure_offers_what_helps(error, options, heading, choices):
    card = failure_card(error, options, ACTIONS, is_booth=False)
    assert card.heading == heading
    assert [choice.action() for choice in card.choices] == choices
    assert [choice.is_primary for choice in card.choices] == [True, False, False]
    assert failure_card(error, options, ACTIONS, is_booth=True).choices == ()
