"""What run sends to other programs while it works."""

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


@pytest.mark.slow
def test_the_sample_moves_an_avatar():
    with osc_receiver() as receiver:
        assert run("run", "sample", "--max-frames", "3", "--no-overlay", "--vmc", receiver.address) == 0
        oks = [ok[0] for ok in receiver.messages("/VMC/Ext/OK")]
        assert oks[0] == oks[-1] == 0
        assert 1 in oks
        names = {name for name, *_ in receiver.messages("/VMC/Ext/Bone/Pos")}
    assert names == set(HUMAN_PARENTS)
