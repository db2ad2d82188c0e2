"""What run sends to other programs while it works."""

import json
import re
import socket
import threading
import urllib.request

import pytest

from models.body.humanoid import HUMAN_PARENTS
from tests.app.cli.doll_clip import run
from tests.fakes.osc_receiver import osc_receiver


def test_a_model_without_bones_tells_avatars_that_nobody_is_there(clip, finds_doll):
    with osc_receiver() as receiver:
        assert run("run", clip, "--model", "tiny", "--no-overlay", "--vmc", receiver.address) == 0
        assert {ok[0] for ok in receiver.messages("/VMC/Ext/OK")} == {0}
        assert receiver.messages("/VMC/Ext/Bone/Pos") == []


def test_a_host_that_is_not_there_ends_it_with_a_sentence(clip, finds_doll, capfd):
    words = ("run", clip, "--model", "tiny", "--no-overlay", "--vmc", "[fe80::1%nowhere]:1")
    assert run(*words) == 1
    assert "[fe80::1%nowhere]:1 cannot be sent to (" in capfd.readouterr().err


class PageReader(threading.Thread):
    """Reads what a page sends, in a thread: from when it is there until it closes."""

    def __init__(self, path, port):
        super().__init__()
        self.address, self.content = f"http://127.0.0.1:{port}/{path}", b""
        self._ended = threading.Event()

    def run(self):
        while not self._ended.wait(0.005):
            try:
                with urllib.request.urlopen(self.address, timeout=30) as answer:
                    while piece := answer.read1(1 << 16):
                        self.content += piece
                return
            except OSError:
                continue

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self.join()


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.mark.parametrize("pace", ["--every-frame", "--realtime"])
def test_a_page_shows_pictures_while_it_works(clip, finds_doll, capfd, free_port, pace):
    with PageReader("stream", free_port) as reader:
        assert run("run", clip, "--model", "tiny", "--no-overlay", pace, "--page", str(free_port)) == 0
    frames = [int(frame) for frame in re.findall(rb"X-Frame: (\d+)", reader.content)]
    assert frames
    assert frames == sorted(set(frames))
    assert b"\xff\xd8\xff" in reader.content
    assert f"http://127.0.0.1:{free_port}/ Waiting for the first picture." in capfd.readouterr().err


def test_a_page_sends_numbers_while_it_works(clip, finds_doll, free_port):
    with PageReader("events", free_port) as reader:
        assert run("run", clip, "--model", "tiny", "--no-overlay", "--page", str(free_port)) == 0
    about, first = (json.loads(data) for data in re.findall(rb"data: (.*)\n\n", reader.content)[:2])
    assert about["model"] == "tiny"
    assert len(first["people"][0]["joints_3d"]) == len(about["joint_names"])


@pytest.mark.gl
def test_a_page_shows_people_alone_while_it_works(clip, finds_doll, free_port):
    with PageReader("mesh/stream", free_port) as reader:
        assert run("run", clip, "--model", "tiny", "--page", str(free_port)) == 0
    assert b"\x89PNG" in reader.content


def test_a_port_in_use_ends_it_with_a_sentence_before_anything_is_loaded(clip, capfd):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert run("run", clip, "--page", str(port)) == 1
    assert f"Port {port} is in use by another program" in capfd.readouterr().err


@pytest.mark.slow
def test_the_sample_moves_an_avatar():
    with osc_receiver() as receiver:
        assert run("run", "sample", "--max-frames", "3", "--no-overlay", "--vmc", receiver.address) == 0
        oks = [ok[0] for ok in receiver.messages("/VMC/Ext/OK")]
        assert oks[0] == oks[-1] == 0
        assert 1 in oks
        names = {name for name, *_ in receiver.messages("/VMC/Ext/Bone/Pos")}
    assert names == set(HUMAN_PARENTS)
