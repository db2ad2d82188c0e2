"""The sample through real servers of PyPI: the local results, also while one is killed and comes back."""

import contextlib
import os
import time
from itertools import count
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tritonclient.grpc", reason="needs the extra 'server'")

from app.live.mesh_step import MeshStep
from app.live.sources.open import open_source
from app.options import Options
from app.server.address import TOKEN
from app.types import Frame
from models.errors import UserError
from models.export.server_files import write_server_files
from models.inference.store import BUNDLED_MODEL
from tests.fakes.served.servers import STARTERS, CannotInstallError, start_triton

pytestmark = pytest.mark.slow

TENTH_OF_A_MILLIMETRE = 1e-4
WELL = 25  # answers before the server is killed
WITHOUT = 10  # frames while it is away
AGAIN = 25  # answers after it has come back
LONGEST_S = 300.0  # for those, on a busy machine


@pytest.fixture(scope="module")
def repository(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    write_server_files(BUNDLED_MODEL, folder)
    return folder


@pytest.fixture
def environments(pytestconfig) -> Path:
    """Where the servers are installed. FASTMETRO_SERVERS names a folder that has them."""
    return Path(os.environ.get("FASTMETRO_SERVERS") or pytestconfig.cache.mkdir("servers"))


@pytest.fixture(scope="module")
def images() -> list[np.ndarray]:
    source = open_source("sample", realtime=False, loop=False)
    found = [source.read().image for _ in range(60)]
    source.close()
    return found


@pytest.mark.parametrize("kind", STARTERS)
def test_no_frame_is_lost_when_a_server_is_killed_and_comes_back(
    kind, repository, environments, images, tmp_path, caplog
):
    try:
        server = STARTERS[kind](repository, environments, tmp_path)
    except CannotInstallError as error:
        pytest.skip(str(error))
    with contextlib.ExitStack() as stack:
        stack.callback(server.close)
        here = MeshStep(Options(device="cpu"))
        stack.callback(here.close)
        there = MeshStep(Options(device="cpu", server=server.address))
        stack.callback(there.close)
        _see_it_die_and_come_back(server, here, there, images, caplog)


def _see_it_die_and_come_back(server, here, there, images, caplog) -> None:
    remote = there.estimator.remote
    numbers = count()

    def see_a_frame() -> None:
        number = next(numbers)
        frame = Frame(number, images[number % len(images)], time.perf_counter(), number / 30)
        mine, others = here.step(frame).people, there.step(frame).people
        assert [person.id for person in mine] == [person.id for person in others]
        assert number < 3 or mine
        for one, other in zip(mine, others, strict=True):
            assert np.abs(one.vertices - other.vertices).max() < TENTH_OF_A_MILLIMETRE
            assert np.abs(one.translation - other.translation).max() < TENTH_OF_A_MILLIMETRE

    def see_frames_until(holds) -> None:
        end = time.monotonic() + LONGEST_S
        while not holds():
            assert time.monotonic() < end, remote.status.sentence
            see_a_frame()

    see_frames_until(lambda: remote.answered >= WELL)
    server.kill()
    answered = remote.answered
    for _ in range(WITHOUT):
        see_a_frame()
    assert remote.status.state == "away"
    assert remote.answered == answered
    assert "This machine computes meanwhile." in caplog.text
    caplog.clear()
    server.start()
    see_frames_until(lambda: remote.answered >= answered + AGAIN)
    assert f"The server {server.address} computes." in caplog.text


def test_triton_itself_asks_for_the_token(repository, environments, tmp_path, monkeypatch):
    restricted = "--grpc-restricted-protocol=inference,metadata,health:token=open-sesame"
    try:
        server = start_triton(repository, environments, tmp_path, restricted)
    except CannotInstallError as error:
        pytest.skip(str(error))
    options = Options(device="cpu", server=server.address)
    try:
        with pytest.raises(UserError, match=f"without the right token; set {TOKEN}"):
            MeshStep(options)
        monkeypatch.setenv(TOKEN, "open-sesame")
        step = MeshStep(options)
        assert step.estimator.remote.status.state == "serving"
        step.close()
    finally:
        server.close()
