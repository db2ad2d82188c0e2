"""What the window says of a server that runs the network: whether it does, and that pictures leave."""

from types import SimpleNamespace

from app.server.status import RemoteStatus
from tests.fakes.live_window import ScriptedPipeline

LOOKING = RemoteStatus("connecting", "Looking for the server", "Looking for the server grpcs://gpu:8001.")
SERVING = RemoteStatus(
    "serving",
    "Server gpu:8001 · pictures leave this machine",
    "The server grpcs://gpu:8001 computes; people's pictures leave this machine.",
)
AWAY = RemoteStatus(
    "away",
    "Server away; this machine computes",
    "The server grpcs://gpu:8001 does not answer.",
)


def serve(pipeline: ScriptedPipeline, status: RemoteStatus) -> None:
    pipeline.estimator.remote = SimpleNamespace(status=status)


def test_the_corner_says_all_the_time_who_computes_and_that_pictures_leave(stand):
    s = stand()
    serve(s.pipeline, LOOKING)
    s.run()
    assert s.stage.readout.device_shown == LOOKING.label
    serve(s.pipeline, SERVING)
    s.tick()
    assert s.stage.readout.device_shown == SERVING.label
    assert s.banner() == SERVING.sentence
    s.tick(20)
    assert s.banner() == ""  # neither is the CPU announced, which does not do the work
    assert s.stage.readout.device_shown == SERVING.label


def test_a_server_that_goes_and_comes_back_is_told_both_times(stand):
    s = stand()
    serve(s.pipeline, SERVING)
    s.run()
    s.tick(20)
    serve(s.pipeline, AWAY)
    s.tick()
    assert s.banner() == AWAY.sentence
    assert s.stage.readout.device_shown == AWAY.label
    s.tick(20)
    assert s.banner() == ""
    assert s.stage.readout.device_shown == AWAY.label  # for as long as it is so
    serve(s.pipeline, SERVING)
    s.tick()
    assert s.banner() == SERVING.sentence
