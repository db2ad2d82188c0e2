"""What the live page says, as pure functions of its state: the banner's notices, and the cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.gui.languages.language import later, number, shown_size, tr
from app.gui.languages.sentences import translated
from app.gui.shortcuts import hint, key
from app.gui.widgets.banner import Level, Notice
from app.gui.widgets.card import CardContent, Choice
from app.live.sources.base import SourceError
from app.live.sources.open import kind_of
from app.system import errors
from models.program import command_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.live.pipeline import PipelineState
    from app.options import Options
    from app.recordings.recorder import RecorderStatus

EMPTY_AFTER_S = 5.0  # without anybody in view
DISK_LOW_BYTES = 1_000_000_000
NO_FOLDER = later("The folder for recordings cannot be used")
CHOOSE_FOLDER = later("Choose where snapshots and recordings go")
NO_OPENGL = later("OpenGL does not work here, so the mesh is drawn more plainly")
LOST = later("Camera lost; trying again")
SAMPLE_INSTEAD = later("No camera, so the sample clip plays. Connect one, or close the program using it")


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
    disk_low = tr("The disk is nearly full: {size} left for recordings").format(
        size=shown_size(state.free_bytes or 0)
    )
    empty = tr("No hand in view") if state.finds_hands else tr("Nobody in view")
    # The first that holds is said, or that nothing is to be said.
    by_urgency: tuple[tuple[bool, Notice | None], ...] = (
        (
            state.is_lost,
            Notice(
                tr(LOST), "danger", "" if state.is_booth else tr("Retry"), actions.retry, tr("Try at once")
            ),
        ),
        (state.is_booth, None),
        (state.message is not None, state.message),
        (state.failed_recording is not None, state.failed_recording),
        (
            bool(state.failed_output),
            Notice(
                translated(state.failed_output),
                "danger",
                tr("Settings"),
                actions.change_sending,
                tr("Change what is sent"),
            ),
        ),
        (
            has_ended,
            Notice(
                tr("The source has ended"), "quiet", tr("Begin again"), actions.retry, tr("From the start")
            ),
        ),
        (not is_running, None),
        (is_disk_low, folder_notice(disk_low, actions, "warning")),
        (
            state.shows_sample_instead,
            Notice(tr(SAMPLE_INSTEAD), "good", tr("Retry"), actions.retry, tr("Look for a camera again")),
        ),
        (
            state.announces_cpu,
            Notice(tr("Running on the CPU"), "warning", tr("Why?"), actions.explain_cpu, tr("The reason")),
        ),
        (state.empty_s >= EMPTY_AFTER_S, Notice(empty)),
    )
    return next((notice for holds, notice in by_urgency if holds), None)


def folder_notice(text: str, actions: Actions, level: Level = "danger", tooltip: str = "") -> Notice:
    """Say what is wrong with the folder for recordings, and offer another."""
    return Notice(text, level, tr("Other folder"), actions.choose_folder, tooltip or tr(CHOOSE_FOLDER))


# Recordings ------------------------------------------------------------------------------------------------


def failed_recording_notice(status: RecorderStatus, actions: Actions) -> Notice:
    """Say why a recording has failed."""
    tooltip = tr("{choose} ({key} closes this)").format(choose=tr(CHOOSE_FOLDER), key=key("step_back"))
    return folder_notice(translated(errors.without_folders(status.message)), actions, tooltip=tooltip)


def saved_recording_notice(status: RecorderStatus, play: Callable[[], None]) -> Notice:
    """Say that a recording is there, and what the video beside it lacks."""
    if not status.frames:
        return Notice(tr("Nothing was recorded: no picture came"), "warning")
    trouble = _trouble_with_video(status)
    text = tr("Recorded {name}, {size} MB").format(
        name=status.path.name, size=number(status.size_bytes / 1e6, 1)
    )
    text += trouble
    tooltip = hint(tr("Look at what was recorded"), "show_recordings")
    return Notice(text, "warning" if trouble else "good", tr("Play it"), play, tooltip)


def _trouble_with_video(status: RecorderStatus) -> str:
    """Return what the video beside a recording lacks, to go on the sentence that it was recorded."""
    if status.video_failure:
        return f". {translated(errors.without_folders(status.video_failure))}"
    if status.video_frames_missing:
        missing = tr(
            "encoding was too slow to keep the pictures of {missing} of %n frames", "", status.frames
        )
        return f"; {missing.format(missing=status.video_frames_missing)}"
    return ""


# Cards -----------------------------------------------------------------------------------------------------


def starting_card(status: str) -> CardContent:
    """Say what is being done before there is a picture."""
    return CardContent(
        tr("Starting"), f"{translated(status) or tr('Waiting for the first picture')}…", is_busy=True
    )


def cpu_card(reason: str, actions: Actions) -> CardContent:
    """Explain why the CPU does the work."""
    text = tr("{reason} The mesh is the same, only slower. “{command}” says what would help.").format(
        reason=translated(reason), command=f"{command_name()} check"
    )
    close = Choice(tr("Got it"), actions.end_explanation, hint(tr("Close this"), "step_back"), True)
    return CardContent(tr("Why the CPU?"), text, (close,))


def failure_card(error: Exception, options: Options, actions: Actions, *, is_booth: bool) -> CardContent:
    """Say what went wrong, and offer what can be done about it."""
    if is_booth:
        return CardContent(tr("Just a moment"), tr("The camera will be back shortly."), is_busy=True)
    retry = Choice(tr("Retry"), actions.retry, tr("Try once more"))
    choose = Choice(
        tr("Choose a file"), actions.choose_file, hint(tr("Open a video or picture"), "open_media")
    )
    is_about_source = isinstance(error, SourceError)
    if is_about_source and kind_of(options.source) == "camera":
        sample = Choice(tr("Use the sample"), actions.use_sample, tr("Show the sample clip"), True)
        return CardContent(tr("No camera"), translated(errors.sentence(error)), (sample, choose, retry))
    if not is_about_source and options.model:
        choose = Choice(tr("Use the bundled model"), actions.use_bundled_model, tr("Leave the chosen one"))
    report = Choice(tr("Copy report"), actions.copy_report, tr("Copy what happened, to send to the makers"))
    first = Choice(retry.text, retry.action, retry.tooltip, is_primary=True)
    heading = tr("This cannot be opened") if is_about_source else tr("This did not work")
    return CardContent(
        heading, translated(errors.sentence(error)), (first, choose, report), details=errors.details(error)
    )
