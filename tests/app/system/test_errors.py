"""What people are told of errors: their own mistakes as such, faults of the program as such."""

import errno

import numpy as np
import pytest

import main
from app.live.sources.base import SourceError
from app.recordings.schema import RecordingError
from app.recordings.video_writer import VideoError
from app.system.errors import command_sentence, sentence, without_folders
from models.errors import UserError, exit_code
from models.inference.store import ModelError
from models.rendering.mesh_renderer import RenderingError
from models.smpl.safe_pickle import UnsafeFileError


def broadcast():
    np.zeros(3) + np.zeros(4)


@pytest.mark.parametrize(
    "kind", [SourceError, RecordingError, VideoError, ModelError, RenderingError, UnsafeFileError]
)
def test_errors_that_people_can_put_right_share_one_class(kind):
    assert issubclass(kind, UserError)
    assert sentence(kind("Do this.")) == command_sentence(kind("Do this.")) == "Do this."


def test_a_programming_error_is_not_told_as_the_persons_mistake(monkeypatch, capfd):
    monkeypatch.setattr("app.cli.check.check", lambda _: broadcast())
    assert main.main(["check"]) == 1
    told = capfd.readouterr().err
    assert told.startswith("Something unexpected went wrong (ValueError")
    assert "--debug" in told
    with pytest.raises(ValueError, match="broadcast") as caught:
        broadcast()
    assert "unexpected" in sentence(caught.value)
    assert "broadcast" not in sentence(caught.value)


def test_the_training_side_shows_faults_of_the_program_whole(capsys):
    with pytest.raises(ValueError, match="broadcast"):
        exit_code(broadcast)

    def mistaken():
        raise UserError("Give --clothes.")

    assert exit_code(mistaken) == 1
    assert capsys.readouterr().err == "Give --clothes.\n"


def test_an_error_of_the_system_names_its_file():
    error = OSError(errno.ENOSPC, "No space left on device", "/home/somebody/take.h5")
    assert command_sentence(error).startswith("/home/somebody/take.h5: No space left on device;")
    assert sentence(error).startswith("take.h5: No space left on device;")


def test_folders_are_left_out_of_sentences():
    assert without_folders("no file /a/b c/d.mp4; check") == "no file d.mp4; check"
    assert without_folders("the stream rtsp://host/path/x failed") == "the stream rtsp://host/path/x failed"
