"""The steps of a frame with a server: what is shown goes on, whoever computes."""

import time
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tritonclient.grpc", reason="needs the extra 'server'")

from app.live.live_model import LiveModel
from app.live.mesh_step import MeshStep
from app.types import Frame
from models.errors import UserError
from models.export.server_files import write_server_files
from tests.app.live.doll_frames import doll_at
from tests.fakes.inference_server import InferenceServer, disguise
from tests.fakes.tiny_model import DollDetector
from tests.fakes.waiting import wait_until


@pytest.fixture
def repository(model, tmp_path):
    write_server_files(model, tmp_path)
    return tmp_path


@pytest.fixture
def steps(options, template):
    """Make steps."""
    made = []

    def build(server: str, *, live: bool) -> MeshStep:
        chosen = replace(options, device="cpu", server=server)
        made.append(MeshStep(chosen, live=live, detector=DollDetector(template)))
        return made[-1]

    yield build
    for one in made:
        one.close()


def frame_of(image, index) -> Frame:
    return Frame(index, image, time.perf_counter(), index / 30)


def shown(step: MeshStep) -> LiveModel:
    return LiveModel.of(step.estimator, "")


def test_somebody_is_followed_through_a_servers_death(repository, steps, template):
    server = InferenceServer(repository)
    here = steps("", live=False)
    there = steps(f"grpc://127.0.0.1:{server.port}", live=False)
    assert shown(there).server.state == "serving"
    assert not shown(there).on_cpu
    assert shown(there).runs_on == f"Server 127.0.0.1:{server.port}"
    for index in range(12):
        if index == 6:
            server.close()
        frame = frame_of(doll_at(template, 120 + 3 * index), index)
        (mine,), (others,) = here.step(frame).people, there.step(frame).people
        np.testing.assert_allclose(others.vertices, mine.vertices, atol=1e-5)
        np.testing.assert_allclose(others.translation, mine.translation, atol=1e-4)
    assert shown(there).server.state == "away"
    assert shown(there).on_cpu
    assert shown(there).runs_on == "Server away; this machine computes"


def test_a_live_picture_begins_without_waiting_for_a_server(steps, template):
    step = steps("grpc://127.0.0.1:9", live=True)
    (person,) = step.step(frame_of(doll_at(template, 150), 0)).people
    assert np.isfinite(person.vertices).all()
    wait_until(lambda: shown(step).server.state == "away")


def test_a_server_of_another_model_stops_a_file_but_not_a_live_picture(repository, steps, template):
    disguise(repository, "ef" * 32)
    with InferenceServer(repository) as server:
        address = f"grpc://127.0.0.1:{server.port}"
        with pytest.raises(UserError, match="has another tiny of version 1"):
            steps(address, live=False)
        step = steps(address, live=True)
        wait_until(lambda: shown(step).server.state == "refused")
        assert step.step(frame_of(doll_at(template, 150), 0)).people
        assert "has another tiny" in shown(step).server.sentence


def test_without_a_server_nothing_of_one_is_shown(steps):
    step = steps("", live=True)
    assert step.estimator.remote is None
    assert shown(step).server is None
    assert shown(step).runs_on == "CPU"
