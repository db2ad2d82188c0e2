"""Bones for avatars: what is sent, of whom, and what is said when there is nothing to send."""

import threading
from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import pytest
from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder
from pythonosc.osc_packet import OscPacket
from pythonosc.osc_server import BlockingOSCUDPServer
from scipy.spatial.transform import Rotation

from app.live_out.performer import Performer
from app.live_out.vmc import VmcOutput
from app.live_out.vmc_messages import LARGEST_DATAGRAM, VmcMessages
from models.body.humanoid import HUMAN_PARENTS, Humanoid
from tests.fakes.human_kinematics import body_heads, t_pose_heads
from tests.fakes.osc_receiver import osc_receiver
from tests.fakes.posed_people import posed_person
from tests.fakes.waiting import wait_until


def read(datagrams):
    """{OSC address: arguments of its messages} as python-osc reads them."""
    read = {}
    for datagram in datagrams:
        for timed in OscPacket(datagram).messages:
            read.setdefault(timed.message.address, []).append(timed.message.params)
    return read


def bones(datagrams):
    """{bone: (7,)} of a frame's datagrams."""
    return {name: np.array(pose) for name, *pose in read(datagrams).get("/VMC/Ext/Bone/Pos", [])}


@contextmanager
def output(receiver):
    before = set(threading.enumerate())
    made = VmcOutput(receiver.address)
    yield made
    made.close()
    assert set(threading.enumerate()) <= before


# The messages -------------------------------------------------------------------------------------------


def test_a_frame_is_all_that_an_avatar_needs_in_datagrams_that_travel_whole(anny):
    datagrams = Performer().frame([posed_person(anny, 1, 1)], anny, 2.5, 1)
    assert max(map(len, datagrams)) <= LARGEST_DATAGRAM == 1400
    messages = read(datagrams)
    assert messages["/VMC/Ext/OK"] == [[1, 3, 0, 1]]
    assert messages["/VMC/Ext/T"] == [[2.5]]
    assert messages["/VMC/Ext/Root/Pos"] == [["root", 0, 0, 0, 0, 0, 0, 1]]
    sent = bones(datagrams)
    assert list(sent) == list(HUMAN_PARENTS)
    for name, pose in sent.items():
        assert np.linalg.norm(pose[3:]) == pytest.approx(1, abs=1e-6)
        assert np.any(pose[:3]) == (name == "Hips")


def test_every_byte_is_what_python_osc_writes():
    rng = np.random.default_rng(4)
    names = tuple(HUMAN_PARENTS)
    messages = VmcMessages(names)
    for time_s in (0.5, 12.25):
        hips, quaternions = rng.normal(size=3), rng.normal(size=(len(names), 4))
        sent = messages.frame(hips, quaternions, time_s)
        assert max(len(datagram) for datagram in sent) <= LARGEST_DATAGRAM
        written = [[*datagram.messages] for datagram in map(OscPacket, sent)]
        state = [("/VMC/Ext/OK", [1, 3, 0, 1]), ("/VMC/Ext/T", [time_s])]
        state.append(("/VMC/Ext/Root/Pos", ["root", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0]))
        poses = [
            ("/VMC/Ext/Bone/Pos", [name, *(hips if i == 0 else (0.0, 0.0, 0.0)), *quaternions[i]])
            for i, name in enumerate(names)
        ]
        wanted = iter([*state, *poses])
        for datagram, part in zip(sent, written, strict=True):
            bundle = OscBundleBuilder(IMMEDIATELY)
            for _ in part:
                address, values = next(wanted)
                builder = OscMessageBuilder(address)
                for value in values:
                    kind = {int: "i", str: "s"}.get(type(value), "f")
                    builder.add_arg(value if kind != "f" else float(value), kind)
                bundle.add_content(builder.build())
            assert bundle.build().dgram == datagram
        assert next(wanted, None) is None


def test_an_avatar_of_the_same_lengths_takes_the_same_pose_left_as_left(anny):
    """Chained in Unity's axes by nothing but what was sent and the T-pose."""
    apart = []
    for seed in range(1, 13):
        person = posed_person(anny, 1, seed)
        sent = bones(Performer().frame([person], anny, 0.0, person.id))
        rest = {name: -at for name, at in t_pose_heads(anny.skeleton, person.pose.betas).items()}
        assert rest["LeftHand"][0] < -0.3  # an avatar that looks along z has its left at -x
        turns, heads = {}, {}
        for name, pose in sent.items():
            local, parent = Rotation.from_quat(pose[3:]).as_matrix(), HUMAN_PARENTS[name]
            turns[name] = turns[parent] @ local if parent else local
            heads[name] = heads[parent] + turns[parent] @ (rest[name] - rest[parent]) if parent else pose[:3]
        true = body_heads(anny.skeleton, person.pose.betas, person.pose.rotations)
        true = true[Humanoid(anny.skeleton).bones]
        seen = true * [
            1,
            -1,
            -1,
        ]  # as in a picture with y up: the person's left is right in it
        shown = np.stack(list(heads.values())) * [-1, 1, 1]  # likewise, of an avatar that looks at the viewer
        apart.append(np.linalg.norm(shown - shown[0] - (seen - seen[0]), axis=1))
    assert np.median(apart) < 0.010
    assert np.max(apart) < 0.050


def test_the_avatar_stands_on_the_floor_and_walks_as_the_person_does(anny):
    performer = Performer()
    person = posed_person(anny, 1, 2, place=(0.4, -0.2, 3.0))
    hips = bones(performer.frame([person], anny, 0.0, person.id))["Hips"][:3]
    height = (person.vertices[:, 1].max() + person.translation[1]) - (
        anny.skeleton.heads[0] + person.pose.betas @ anny.skeleton.head_dirs[:, 0] + person.pose.translation
    )[1]
    np.testing.assert_allclose(hips, [0, height, 0], atol=1e-5)
    step = np.array([0.5, 0.0, -1.0], np.float32)  # to the person's left, and nearer
    pose = replace(person.pose, translation=person.pose.translation + step)
    walked = replace(person, translation=person.translation + step, pose=pose)
    hips = bones(performer.frame([walked], anny, 0.03, walked.id))["Hips"][:3]
    np.testing.assert_allclose(hips, [-0.5, height, 1.0], atol=1e-5)


def test_a_jump_lifts_the_avatar_and_another_floor_is_found(anny):
    performer = Performer()
    person = posed_person(anny, 1, 2)

    def height_at(rise, time_s):
        up = np.array([0, -rise, 0], np.float32)
        pose = replace(person.pose, translation=person.pose.translation + up)
        raised = replace(person, translation=person.translation + up, pose=pose)
        return bones(performer.frame([raised], anny, time_s, raised.id))["Hips"][1]

    standing = height_at(0.0, 0.0)
    assert height_at(0.3, 0.1) - standing == pytest.approx(0.3, abs=0.05)
    for frame in range(300):
        last = height_at(0.3, 0.1 + frame / 30)
    assert last == pytest.approx(standing, abs=0.001)


# Who leads ----------------------------------------------------------------------------------------------


def test_the_bones_are_those_of_who_leads(anny):
    performer = Performer()
    people = [posed_person(anny, i, i) for i in (2, 5)]
    alone = [bones(Performer().frame([p], anny, 0.0, p.id))["Neck"] for p in people]
    for time_s, leader, expected in ((0.0, 5, 1), (0.03, 2, 0), (0.07, 5, 1)):
        sent = bones(performer.frame(people, anny, time_s, leader))
        np.testing.assert_array_equal(sent["Neck"], alone[expected])
    assert not performer.frame(people[:1], anny, 0.1, 5)  # away for a moment: the avatar keeps still
    assert performer.sees_somebody
    assert not performer.frame(people[:1], anny, 0.2, None)
    assert not performer.sees_somebody


def test_another_leader_begins_at_the_origin(anny):
    performer = Performer()
    performer.frame([posed_person(anny, 1, 1, place=(0, 0, 2))], anny, 0.0, 1)
    performer.frame([], anny, 2.0, None)
    hips = bones(performer.frame([posed_person(anny, 2, 2, place=(1, 0, 5))], anny, 3.0, 2))["Hips"]
    np.testing.assert_allclose(hips[[0, 2]], 0, atol=1e-6)


# Over UDP -----------------------------------------------------------------------------------------------


def test_python_oscs_own_server_takes_it(anny):
    got = {}
    dispatcher = Dispatcher()
    dispatcher.map("/VMC/Ext/Bone/Pos", lambda address, name, *pose: got.update({name: pose}))
    with BlockingOSCUDPServer(("127.0.0.1", 0), dispatcher) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        vmc = VmcOutput(f"127.0.0.1:{server.server_address[1]}")
        person = posed_person(anny, 1, 1)
        wait_until(lambda: vmc.send([person], anny, person.id) or len(got) == 52)
        vmc.close()
        server.shutdown()
        thread.join()
    local = Humanoid(anny.skeleton).local_rotations(person.pose.rotations)
    sent = Rotation.from_quat([got[name][3:] for name in HUMAN_PARENTS]).as_matrix()
    np.testing.assert_allclose(sent, local, atol=1e-5)


def test_nobody_is_said_before_between_and_after(anny):
    with osc_receiver() as receiver, output(receiver) as vmc:
        assert receiver.wait_for("/VMC/Ext/OK") == (0, 3, 0, 0)
        vmc.send([posed_person(anny, 1, 1)], anny, 1)
        receiver.wait_for("/VMC/Ext/OK", lambda loaded, *_: loaded == 1)
        wait_until(lambda: vmc.status().state == "sending")
        told = len(receiver.messages("/VMC/Ext/OK"))
        # Nothing comes any more, as when the source is lost.
        wait_until(lambda: len(receiver.messages("/VMC/Ext/OK")) > told)
        assert receiver.messages("/VMC/Ext/OK")[-1] == (0, 3, 0, 0)
        assert vmc.status().state == "waiting"
        assert vmc.status().sentence == f"Nobody to send to {receiver.address}."
        vmc.send([posed_person(anny, 1, 1)], anny, 1)
        receiver.wait_for("/VMC/Ext/OK", lambda loaded, *_: loaded == 1)
        vmc.close()
        assert receiver.messages("/VMC/Ext/OK")[-1] == (0, 3, 0, 0)
        assert len(receiver.messages("/VMC/Ext/Bone/Pos")) == 2 * 52


def test_the_state_tells_where_to_and_how_often(anny):
    person = posed_person(anny, 1, 1)
    with osc_receiver() as receiver, output(receiver) as vmc:

        def says_rate():
            vmc.send([person], anny, person.id)
            sentence = vmc.status().sentence
            return sentence.startswith(f"Sending to {receiver.address}, ") and sentence.endswith(" a second.")

        wait_until(says_rate)


def test_a_body_without_bones_is_said(doll, anny):
    person = replace(posed_person(anny, 1, 1), pose=None)
    with osc_receiver() as receiver, output(receiver) as vmc:
        vmc.send([person], doll, person.id)
        wait_until(lambda: "doll has no skeleton" in vmc.status().sentence)
        assert vmc.status().state == "waiting"
        assert receiver.wait_for("/VMC/Ext/OK") == (0, 3, 0, 0)
        vmc.send([posed_person(anny, 1, 1)], anny, 1)
        receiver.wait_for("/VMC/Ext/Bone/Pos")


def test_what_ends_its_thread_is_said(anny, caplog):
    person = posed_person(anny, 1, 1)
    broken = replace(person, pose=replace(person.pose, rotations=person.pose.rotations[:5]))
    with osc_receiver() as receiver, output(receiver) as vmc:
        vmc.send([broken], anny, broken.id)
        wait_until(lambda: vmc.status().state == "failed")
        assert "ended unexpectedly" in vmc.status().sentence
        assert "Traceback" in caplog.text


def test_a_port_where_nobody_listens_ends_nothing(anny):
    with osc_receiver() as receiver:
        address = receiver.address
    vmc = VmcOutput(address)
    for _ in range(20):
        vmc.send([posed_person(anny, 1, 1)], anny, 1)
        wait_until(lambda: vmc._people.is_empty)  # noqa: SLF001 - one after the other
    assert vmc.status().state == "sending"
    vmc.close()
