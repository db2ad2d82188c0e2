"""run, live and batch with a server: refusals in a sentence, and this machine where the server is away."""

import json
import re

import numpy as np
import pytest

from tests.app.cli.doll_clip import FRAMES, run

pytest.importorskip("tritonclient.grpc", reason="needs the extra 'server'")

from models.export.server_files import write_server_files
from tests.fakes.inference_server import InferenceServer, disguise

pytestmark = pytest.mark.gl


def joints(file):
    _, *frames = [json.loads(line) for line in file.read_text().splitlines()]
    return np.array([frame["people"][0]["joints_3d"] for frame in frames])


@pytest.fixture
def repository(models, tmp_path):
    write_server_files(models / "tiny.onnx", tmp_path / "repository")
    return tmp_path / "repository"


def test_run_takes_a_servers_results_and_says_who_computed(clip, finds_doll, repository, tmp_path, capfd):
    here, there = tmp_path / "here.jsonl", tmp_path / "there.jsonl"
    assert run("run", clip, "--model", "tiny", "--no-overlay", "--json", here) == 0
    with InferenceServer(repository) as server:
        words = ("--server", f"grpc://127.0.0.1:{server.port}")
        assert run("run", clip, "--model", "tiny", "--no-overlay", "--json", there, *words) == 0
        assert sum(server.people) >= FRAMES
        port = server.port
    np.testing.assert_allclose(joints(there), joints(here), atol=1e-4)
    told = re.search(
        rf"the network ran on grpc://127\.0\.0\.1:{port} for (\d+) crops, else", capfd.readouterr().err
    )
    assert told
    assert int(told[1]) >= FRAMES


def test_run_goes_on_without_a_server_that_is_away(clip, finds_doll, tmp_path, capfd, caplog):
    lines = tmp_path / "out.jsonl"
    words = ("--server", "grpc://127.0.0.1:9")  # the discard port, where nobody listens
    assert run("run", clip, "--model", "tiny", "--no-overlay", "--json", lines, *words) == 0
    assert len(joints(lines)) == FRAMES
    assert "The server grpc://127.0.0.1:9 does not answer. This machine computes meanwhile." in caplog.text
    assert "for 0 crops, else on" in capfd.readouterr().err


def test_run_refuses_a_server_with_another_model_before_it_writes(
    clip, finds_doll, repository, tmp_path, capfd
):
    lines = tmp_path / "out.jsonl"
    disguise(repository, "cd" * 32)
    with InferenceServer(repository) as server:
        words = ("--server", f"grpc://127.0.0.1:{server.port}", "--json", lines)
        assert run("run", clip, "--model", "tiny", "--no-overlay", *words) == 1
    told = capfd.readouterr().err
    assert "has another tiny of version 1 (sha256 cdcdcdcdcdcd, not " in told
    assert "Traceback" not in told
    assert not lines.exists()


def test_pictures_do_not_leave_unencrypted_by_mistake(clip, tmp_path, capfd):
    far = ("--server", "grpc://gpu.example.org:8001")
    assert run("run", clip, "--model", "tiny", *far) == 1
    assert "unencrypted over the network; use grpcs://" in capfd.readouterr().err
    assert run("batch", clip, "--model", "tiny", "--out", tmp_path / "out", *far) == 1
    assert "unencrypted over the network; use grpcs://" in capfd.readouterr().err


def test_a_batch_has_its_files_done_by_the_server(repository, models, tmp_path):
    """Its processes ask by themselves. The sample's own people are found, as no test's detector is there."""
    from models.inference.paths import ASSETS
    from models.inference.store import BUNDLED_MODEL

    write_server_files(BUNDLED_MODEL, tmp_path / "bundled")
    (tmp_path / "in").mkdir()
    import av

    with av.open(str(ASSETS / "sample.mp4")) as sample:
        picture = next(sample.decode(video=0)).to_image()
    picture.save(tmp_path / "in" / "one.png")
    with InferenceServer(tmp_path / "bundled") as server:
        words = ("--server", f"grpc://127.0.0.1:{server.port}", "--jobs", "1")
        assert run("batch", tmp_path / "in", "--out", tmp_path / "out", *words) == 0
        assert len(server.people) > 3  # more than the made-up ones
    assert joints(tmp_path / "out" / "one.png.jsonl").shape[0] == 1
