"""A model on a server: the local results while it is well, and this machine's own while it is not."""

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("tritonclient.grpc", reason="needs the extra 'server'")

from app.live.server_proof import proof_of
from app.server.address import ServerAddress
from app.server.connection import ServerError
from app.server.remote import RemoteModel
from models.errors import UserError
from models.export.server_files import write_server_files
from models.inference.onnx_model import OnnxModel
from models.inference.served_model import HASH_OUTPUT, MOST_PEOPLE
from tests.fakes.inference_server import InferenceServer, disguise
from tests.fakes.tiny_model import make_model
from tests.fakes.waiting import wait_until

LONG_S = 30.0  # a deadline that a busy machine keeps
QUICK = (0.05, 0.2)


def address_of(server: InferenceServer, **changes) -> ServerAddress:
    return replace(ServerAddress("127.0.0.1", server.port, False), **changes)


@pytest.fixture
def server(repository):
    with InferenceServer(repository) as running:
        yield running


@pytest.fixture
def ask():
    """Make what asks a server, in this test's thread."""
    made = []

    def build(server, model, **chosen) -> RemoteModel:
        address = chosen.pop("address", None) or address_of(server)
        made.append(
            RemoteModel(address, model, proof_of(model), **{"deadline_s": LONG_S, "retry_s": QUICK} | chosen)
        )
        return made[-1]

    yield build
    for one in made:
        one.close()


def becomes(remote: RemoteModel, state: str) -> None:
    wait_until(lambda: remote.status.state == state)


def same(found, expected) -> None:
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one.vertices, other.vertices, atol=1e-6)
        np.testing.assert_allclose(one.joints, other.joints, atol=1e-6)
        np.testing.assert_allclose(one.camera, other.camera, atol=1e-6)
        assert one.presence == pytest.approx(other.presence, abs=1e-6)
        assert one.crop is other.crop
        for mine, others in ((one.parameters, other.parameters), (one.state, other.state)):
            assert mine.keys() == others.keys()
            for name, value in mine.items():
                np.testing.assert_allclose(value, others[name], atol=1e-6)


def test_people_come_back_as_this_machine_finds_them_in_one_request(server, ask, model, people):
    remote = ask(server, model)
    remote.wait_for_first_try()
    server.people.clear()
    same(remote.estimate(model, people), model.estimate(people))
    assert server.people == [3]
    assert remote.answered == 3
    assert remote.estimate(model, []) is None


def test_a_crowd_takes_as_many_requests_as_it_must(server, ask, model, people):
    remote = ask(server, model)
    remote.wait_for_first_try()
    server.people.clear()
    crowd = (people * MOST_PEOPLE)[: MOST_PEOPLE + 2]
    same(remote.estimate(model, crowd), model.estimate(crowd))
    assert server.people == [MOST_PEOPLE, 2]


def test_only_a_made_up_picture_is_sent_before_the_server_has_proved_itself(server, ask, model, people):
    seen = []
    server.change = lambda values: seen.append(values["seen_small"]) or values
    ask(server, model).wait_for_first_try()
    made_up = model.inputs["small"].normalised(proof_of(model).feed["small"][0])[None]
    assert seen
    for image in seen:
        np.testing.assert_allclose(image, made_up, atol=1e-6)


def test_a_server_that_goes_is_done_without_at_once_and_found_again(repository, ask, model, people, caplog):
    first = InferenceServer(repository)
    remote = ask(first, model)
    remote.wait_for_first_try()
    first.close()
    assert remote.estimate(model, people) is None
    assert remote.status.state == "away"
    assert remote.status.label == "Server away; this machine computes"
    assert f"The server grpc://127.0.0.1:{first.port} does not answer." in remote.status.sentence
    assert "This machine computes meanwhile." in caplog.text
    caplog.clear()
    with InferenceServer(repository, port=first.port):
        becomes(remote, "serving")
        same(remote.estimate(model, people), model.estimate(people))
    wait_until(lambda: "computes." in caplog.text)  # that it is over is said too


def test_nobody_waits_for_a_server_that_never_was_there(repository, ask, model, people):
    with InferenceServer(repository) as gone:
        pass
    remote = ask(gone, model, retry_s=(60.0, 60.0))
    remote.wait_for_first_try()  # no error: it may come yet
    assert remote.status.state == "away"
    assert remote.estimate(model, people) is None


def test_the_pauses_between_looks_double_up_to_the_longest(model):
    """Nobody is sent anything here: what connects is counted, by the clock of its own thread."""
    looks = []

    def connect(address, served):
        looks.append(time.monotonic())
        raise ServerError("does not answer")

    remote = RemoteModel(
        ServerAddress("127.0.0.1", 9, False), model, proof_of(model), retry_s=(0.1, 0.4), connect=connect
    )
    wait_until(lambda: len(looks) >= 6)
    remote.close()
    pauses = np.diff(looks)
    for pause, least in zip(pauses, (0.1, 0.2, 0.4, 0.4, 0.4), strict=False):
        assert pause >= least


def test_late_answers_are_done_without_one_by_one_and_then_altogether(server, ask, model, people):
    remote = ask(server, model, deadline_s=1.0, retry_s=(60.0, 60.0))
    remote.wait_for_first_try()
    assert remote.status.state == "serving"
    server.delay_s = 3.0
    for state in ("serving", "serving", "away"):
        assert remote.estimate(model, people) is None
        assert remote.status.state == state
    assert "answers too late" in remote.status.sentence


def test_a_server_that_is_slower_than_a_frame_is_not_begun_with(server, ask, model):
    server.delay_s = 0.5
    remote = ask(server, model, deadline_s=0.2)
    remote.wait_for_first_try()
    assert remote.status.state == "away"
    assert "ms for an answer, and a frame 200 ms" in remote.status.sentence


def test_an_exchanged_model_of_the_same_name_is_noticed_by_its_hash(tmp_path, ask, model, people):
    write_server_files(model.file, tmp_path)
    disguise(tmp_path, "ab" * 32)
    with InferenceServer(tmp_path) as server:
        remote = ask(server, model, retry_s=(60.0, 60.0))
        with pytest.raises(UserError, match=r"has another tiny of version 1 \(sha256 abababababab, not "):
            remote.wait_for_first_try()
    assert remote.status.label == "Server of no use; this machine computes"


def test_an_exchange_in_the_middle_is_noticed_with_the_next_answer(server, ask, model, people):
    remote = ask(server, model, retry_s=(60.0, 60.0))
    remote.wait_for_first_try()
    server.change = lambda values: values | {HASH_OUTPUT: values[HASH_OUTPUT] ^ 255}
    assert remote.estimate(model, people) is None
    assert remote.status.state == "refused"


def test_a_server_without_the_model_or_this_version_of_it_is_refused(server, ask, tmp_path, caplog):
    other = OnnxModel(make_model(tmp_path, name="other"))
    remote = ask(server, other)
    with pytest.raises(UserError, match="has no model other of version 1; write its files anew with 'python"):
        remote.wait_for_first_try()
    newer = OnnxModel(make_model(tmp_path, version="2"))
    with pytest.raises(UserError, match="has no model tiny of version 2"):
        ask(server, newer).wait_for_first_try()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: setattr(one.inputs[0], "datatype", "FP32"), "takes FP32 of"),
        (lambda one: one.inputs[0].shape.__setitem__(1, 999), "takes UINT8 of"),
        (lambda one: one.inputs[0].__setattr__("name", "x"), "takes nothing of that name for image_rgb"),
        (lambda one: one.outputs.pop(), "gives nothing of that name for"),
    ],
)
def test_a_server_that_tells_other_tensors_is_refused(server, ask, model, change, told):
    server.metadata = change
    with pytest.raises(UserError, match=told):
        ask(server, model).wait_for_first_try()


def test_a_server_that_tells_nothing_of_its_tensors_is_judged_by_its_answers(server, ask, model, people):
    def clear(one):
        del one.inputs[:]
        del one.outputs[:]

    server.metadata = clear
    remote = ask(server, model)
    remote.wait_for_first_try()
    assert remote.estimate(model, people) is not None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda v: v | {"vertices": v["vertices"][:, 1:]}, "answers vertices as float32 of"),
        (lambda v: v | {"vertices": v["vertices"].swapaxes(1, 2).copy()}, "answers vertices as float32 of"),
        (lambda v: v | {"camera": v["camera"].astype(np.uint8)}, "answers camera as uint8 of"),
        (lambda v: {name: value for name, value in v.items() if name != "joints"}, "gives no joints"),
        (lambda v: v | {"vertices": v["vertices"] + 0.02}, "gives other results than this machine"),
        (lambda v: v | {"vertices": v["vertices"] * np.nan}, "gives other results than this machine"),
    ],
)
def test_answers_that_are_none_are_refused(server, ask, model, change, told):
    server.change = lambda values: {
        name: np.ascontiguousarray(value, value.dtype) for name, value in change(values).items()
    }
    with pytest.raises(UserError, match=told):
        ask(server, model).wait_for_first_try()


def test_answers_that_are_cut_off_are_refused_in_the_middle_too(server, ask, model, people):
    remote = ask(server, model, retry_s=(60.0, 60.0))
    remote.wait_for_first_try()
    server.cut = 3
    assert remote.estimate(model, people) is None
    assert remote.status.state == "refused"
    assert "that cannot be read" in remote.status.sentence


def test_a_server_that_fails_is_done_without_and_its_words_are_harmless(server, ask, model, people):
    def fail(values):
        raise RuntimeError("<img src=x> no memory")

    remote = ask(server, model, retry_s=(60.0, 60.0))
    remote.wait_for_first_try()
    server.change = fail
    assert remote.estimate(model, people) is None
    assert remote.status.state == "away"
    assert "fails to compute (" in remote.status.sentence
    assert "<" not in remote.status.sentence


def test_a_dimension_that_a_server_adds_for_a_number_is_taken(server, ask, model, people):
    server.change = lambda values: values | {"presence": values["presence"][:, None]}
    remote = ask(server, model)
    remote.wait_for_first_try()
    same(remote.estimate(model, people), model.estimate(people))


def test_a_token_opens_the_server_and_without_it_the_sentence_says_so(repository, ask, model, people):
    with InferenceServer(repository, token="open sesame".replace(" ", "-")) as server:
        remote = ask(server, model)
        with pytest.raises(UserError, match="without the right token; set FASTMETRO_SERVER_TOKEN"):
            remote.wait_for_first_try()
        remote = ask(server, model, address=address_of(server, token="open-sesame"))
        remote.wait_for_first_try()
        same(remote.estimate(model, people), model.estimate(people))


def test_tls_is_spoken_with_the_servers_root_and_with_no_other(repository, ask, model, people):
    trustme = pytest.importorskip("trustme")
    import grpc

    root = trustme.CA()
    own = root.issue_cert("127.0.0.1")
    credentials = grpc.ssl_server_credentials([(own.private_key_pem.bytes(), own.cert_chain_pems[0].bytes())])
    with InferenceServer(repository, credentials=credentials) as server:
        trusted = address_of(server, is_encrypted=True, root_certificates=root.cert_pem.bytes())
        remote = ask(server, model, address=trusted)
        remote.wait_for_first_try()
        assert remote.status.state == "serving"
        same(remote.estimate(model, people), model.estimate(people))
        stranger = trustme.CA().cert_pem.bytes()
        remote = ask(server, model, address=replace(trusted, root_certificates=stranger))
        remote.wait_for_first_try()
        assert remote.status.state == "away"


def test_an_environment_with_a_proxy_does_not_lead_pictures_elsewhere(server, ask, model, monkeypatch):
    for name in ("http_proxy", "https_proxy", "grpc_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    remote = ask(server, model)
    remote.wait_for_first_try()
    assert remote.status.state == "serving"


def test_pictures_that_leave_this_machine_are_named_as_such(server, ask, model, monkeypatch):
    remote = ask(server, model)
    remote.wait_for_first_try()
    assert remote.status.label == f"Server 127.0.0.1:{server.port}"
    monkeypatch.setattr(ServerAddress, "is_here", False)
    remote = ask(server, model)
    remote.wait_for_first_try()
    assert remote.status.label.endswith("pictures leave this machine")
    assert remote.status.sentence.endswith("people's pictures leave this machine.")


def test_closing_ends_its_thread_also_while_the_server_is_away(model):
    remote = RemoteModel(ServerAddress("127.0.0.1", 9, False), model, proof_of(model), retry_s=(60.0, 60.0))
    remote.wait_for_first_try()
    remote.close()
    assert not [one for one in threading.enumerate() if one.name == "server"]
