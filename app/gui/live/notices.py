"""What the live page says, as pure functions of its state: the banner's notices, and the cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.gui.shortcuts import hint, key
from app.gui.widgets.banner import Level, Notice
from app.gui.widgets.card import CardContent, Choice
from app.live.sources.base import SourceError
from app.live.sources.open import kind_of
from app.system import errors
from app.text import counted, file_size
from models.program import command_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.pipeline import PipelineState
    from app.options import Options
    from app.recordings.recorder import RecorderStatus

EMPTY_AFTER_S = 5.0  # without anybody in view
DISK_LOW_BYTES = 1_000_000_000
NO_FOLDER = "The folder for recordings cannot be used"
CHOOSE_FOLDER = "Choose where snapshots and recordings go"
OPEN_MEDIA = hint("Open a video or picture", "open_media")
NO_OPENGL = "OpenGL does not work here, so the mesh is drawn more plainly"
LOST = "Camera lost; trying again"
SAMPLE_INSTEAD = "No camera, so the sample clip plays. Connect one, or close the program using it"


@dataclass(frozen=True, slots=True)
class Actions:
    """What the buttons of notices and cards do."""

    retry: Callable[[], None]
    choose_folder: Callable[[], None]
    choose_file: Callable[[], None]
    use_sample: Callable[[], None]
    use_bundled_model: Callable[[], None]
    copy_report: Callable[[], None]
    explain_cpu: Callable[[], None]
    end_explanation: Callable[[], None]
    change_sending: Callable[[], None]


@dataclass(frozen=True, slots=True)
class LiveState:
    """What the banner depends on.

    Attributes
    ----------
    pipeline : where in its life the pipeline is.
    awaits_frame : nothing of the present source has been shown yet.
    is_booth : nobody is there to act; only a lost camera is reported.
    is_lost : the camera or stream is away.
    message : about something that has just happened.
    failed_recording : stays until it has been seen.
    failed_output : one sentence why results cannot be sent to another program; empty where they can.
    free_bytes : left for recordings; None where that is not known.
    shows_sample_instead : of a camera.
    announces_cpu : that the CPU does the work is still to be said.
    empty_s : for how long nobody has been in view; 0 with somebody, or while paused.
    finds_hands : rather than people.
    """

    pipeline: PipelineState = "running"
    awaits_frame: bool = False
    is_booth: bool = False
    is_lost: bool = False
    message: Notice | None = None
    failed_recording: Notice | None = None
    failed_output: str = ""
    free_bytes: int | None = None
    shows_sample_instead: bool = False
    announces_cpu: bool = False
    empty_s: float = 0.0
    finds_hands: bool = False


def urgent_notice(state: LiveState, actions: Actions) -> Notice | None:
    """Return the most urgent thing to say, if any."""
    has_ended = state.pipeline == "stopped" and not state.awaits_frame
    is_running = state.pipeline == "running" and not state.awaits_frame
    is_disk_low = state.free_bytes is not None and state.free_bytes < DISK_LOW_BYTES
    disk_low = f"The disk is nearly full: {file_size(state.free_bytes or 0)} left for recordings"
    empty = "No hand in view" if state.finds_hands else "Nobody in view"
    # The first that holds is said, or that nothing is to be said.
    by_urgency: tuple[tuple[bool, Notice | None], ...] = (
        (
            state.is_lost,
            Notice(LOST, "danger", "" if state.is_booth else "Retry", actions.retry, "Try at once"),
        ),
        (state.is_booth, None),
        (state.message is not None, state.message),
        (state.failed_recording is not None, state.failed_recording),
        (
            bool(state.failed_output),
            Notice(state.failed_output, "danger", "Settings", actions.change_sending, "Change what is sent"),
        ),
        (has_ended, Notice("The source has ended", "quiet", "Begin again", actions.retry, "From the start")),
        (not is_running, None),
        (is_disk_low, folder_notice(disk_low, actions, "warning")),
        (
            state.shows_sample_instead,
            Notice(SAMPLE_INSTEAD, "good", "Retry", actions.retry, "Look for a camera again"),
        ),
        (
            state.announces_cpu,
            Notice("Running on the CPU", "warning", "Why?", actions.explain_cpu, "The reason"),
        ),
        (state.empty_s >= EMPTY_AFTER_S, Notice(empty)),
    )
    return next((notice for holds, notice in by_urgency if holds), None)


def folder_notice(
    text: str, actions: Actions, level: Level = "danger", tooltip: str = CHOOSE_FOLDER
) -> Notice:
    """Say what is wrong with the folder for recordings, and offer another."""
    return Notice(text, level, "Other folder", actions.choose_folder, tooltip)


# Recordings ------------------------------------------------------------------------------------------------


def failed_recording_notice(status: RecorderStatus, actions: Actions) -> Notice:
    """Say why a recording has failed."""
    tooltip = f"{CHOOSE_FOLDER} ({key('step_back')} closes this)"
    return folder_notice(errors.without_folders(status.message), actions, tooltip=tooltip)


def saved_recording_notice(status: RecorderStatus, play: Callable[[], None]) -> Notice:
    """Say that a recording is there, and what the video beside it lacks."""
    if not status.frames:
        return Notice("Nothing was recorded: no picture came", "warning")
    trouble = _trouble_with_video(status)
    text = f"Recorded {status.path.name}, {status.size_bytes / 1e6:.1f} MB{trouble}"
    tooltip = hint("Look at what was recorded", "show_recordings")
    return Notice(text, "warning" if trouble else "good", "Play it", play, tooltip)


def _trouble_with_video(status: RecorderStatus) -> str:
    """Return what the video beside a recording lacks, to go on the sentence that it was recorded."""
    if status.video_failure:
        return f". {errors.without_folders(status.video_failure)}"
    if status.video_frames_missing:
        frames = counted(status.frames, "frame")
        return f"; encoding was too slow to keep the pictures of {status.video_frames_missing} of {frames}"
    return ""


# Cards -----------------------------------------------------------------------------------------------------


def starting_card(status: str) -> CardContent:
    """Say what is being done before there is a picture."""
    return CardContent("Starting", f"{status or 'Waiting for the first picture'}…", is_busy=True)


def cpu_card(reason: str, actions: Actions) -> CardContent:
    """Explain why the CPU does the work."""
    text = f"{reason} The mesh is the same, only slower. “{command_name()} check” says what would help."
    close = Choice("Got it", actions.end_explanation, hint("Close this", "step_back"), True)
    return CardContent("Why the CPU?", text, (close,))


def failure_card(error: Exception, options: Options, actions: Actions, *, is_booth: bool) -> CardContent:
    """Say what went wrong, and offer what can be done about it."""
    if is_booth:
        return CardContent("Just a moment", "The camera will be back shortly.", is_busy=True)
    retry = Choice("Retry", actions.retry, "Try once more")
    choose = Choice("Choose a file", actions.choose_file, OPEN_MEDIA)
    is_about_source = isinstance(error, SourceError)
    if is_about_source and kind_of(options.source) == "camera":
        sample = Choice("Use the sample", actions.use_sample, "Show the sample clip", True)
        return CardContent("No camera", errors.sentence(error), (sample, choose, retry))
    if not is_about_source and options.model:
        choose = Choice("Use the bundled model", actions.use_bundled_model, "Leave the chosen one")
    report = Choice("Copy report", actions.copy_report, "Copy what happened, to send to the makers")
    first = Choice(retry.text, retry.action, retry.tooltip, is_primary=True)
    heading = "This cannot be opened" if is_about_source else "This did not work"
    return CardContent(
        heading, errors.sentence(error), (first, choose, report), details=errors.details(error)
    )
