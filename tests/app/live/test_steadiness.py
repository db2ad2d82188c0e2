"""How steady motion is: nothing for a body at rest, and what is put in for known trembling and sliding."""

from dataclasses import replace

import numpy as np
import pytest

from app.live.steadiness import RECENT_S, SteadinessMeter
from app.recordings.motion.foot_contacts import FOOT_POINTS
from tests.fakes.live_window import make_result
from tests.fakes.live_window import person as still_person

FPS = 30.0
FEET = np.array([[-0.1, 0.9, 0.0], [-0.1, 0.9, -0.2], [0.1, 0.9, 0.0], [0.1, 0.9, -0.2]], np.float32)
AWAY = np.array([0.0, 0.0, 4.0], np.float32)  # from the camera
SIZE = (640, 480)
NEVER = (None, None, None)


def standing(person_id=1, joints_x=0.0, raw_x=0.0, feet_x=0.0, away=AWAY):
    """Somebody who stands on the floor, with joints and feet moved to the right by so many metres."""
    return replace(
        still_person(joints_x),
        id=person_id,
        raw_joints=np.full((14, 3), (raw_x, 0, 0), np.float32),
        joints=np.full((14, 3), (joints_x, 0, 0), np.float32),
        feet=FEET + np.array([feet_x, 0, 0], np.float32),
        translation=away,
        focal_px=600.0,
    )


def meter_of(people, times=None, leaders=None):
    """A meter that has seen one person a frame, and the time of the last frame."""
    meter, at = SteadinessMeter(), 0.0
    for index, person in enumerate(people):
        at = index / FPS if times is None else times[index]
        shown = person if isinstance(person, tuple) else (person,)
        result = make_result(index, shown, SIZE)
        leader = None if leaders is None else leaders[index]
        result = replace(result, frame=replace(result.frame, time_s=at), leader=leader)
        meter.add(result, 100 + at)
    return meter, 100 + at


def figures_of(*args, **chosen):
    meter, now = meter_of(*args, **chosen)
    figures = meter.figures(now)
    return figures.acceleration, figures.raw_acceleration, figures.skating


def test_the_points_are_those_of_the_feet():
    assert len(FEET) == sum(map(len, FOOT_POINTS))


def test_a_body_at_rest_reads_nothing_at_all():
    assert figures_of([standing() for _ in range(60)]) == (0.0, 0.0, 0.0)


def test_even_motion_is_no_acceleration_whatever_the_steps_between_frames():
    times = np.cumsum(np.random.default_rng(0).uniform(0.02, 0.1, 30))
    moving = [standing(joints_x=1.5 * t, raw_x=-0.5 * t) for t in times]
    acceleration, raw, _ = figures_of(moving, times=times)
    assert acceleration == pytest.approx(0, abs=2e-3)
    assert raw == pytest.approx(0, abs=2e-3)


def test_falling_reads_the_acceleration_of_the_earth_whatever_the_steps_between_frames():
    times = np.cumsum(np.random.default_rng(1).uniform(0.02, 0.05, 30))
    falling = [standing(joints_x=9.81 * t * t / 2, raw_x=0) for t in times]
    assert figures_of(falling, times=times)[0] == pytest.approx(9.81, rel=2e-3)


def test_known_trembling_is_read_of_what_is_shown_and_of_the_network_apart():
    shaking = [standing(joints_x=0.001 * (i % 2), raw_x=0.004 * (i % 2)) for i in range(60)]
    acceleration, raw, _ = figures_of(shaking)
    assert acceleration == pytest.approx(2 * 0.001 * FPS**2, rel=1e-3)
    assert raw == pytest.approx(2 * 0.004 * FPS**2, rel=1e-3)


@pytest.mark.parametrize("speed", [0.02, 0.08])
def test_known_sliding_of_standing_feet_is_read(speed):
    sliding = [standing(feet_x=speed * i / FPS) for i in range(60)]
    assert figures_of(sliding)[2] == pytest.approx(speed, rel=0.02)


def test_feet_that_slide_with_the_whole_body_count_too():
    sliding = [standing(away=AWAY + np.array([0.05 * i / FPS, 0, 0], np.float32)) for i in range(60)]
    assert figures_of(sliding)[2] == pytest.approx(0.05, rel=0.02)


def test_feet_in_the_air_or_out_of_the_picture_do_not_stand():
    running = [standing(feet_x=1.0 * i / FPS) for i in range(60)]
    assert figures_of(running)[2] is None
    near = np.array([0.0, 0.0, 1.0], np.float32)
    assert figures_of([standing(away=near) for _ in range(60)])[2] is None


def test_without_the_networks_joints_and_without_feet_nothing_is_made_up():
    plain = [replace(standing(), raw_joints=None, feet=None) for _ in range(60)]
    assert figures_of(plain) == (0.0, None, None)
    assert figures_of([]) == NEVER
    assert figures_of([standing()]) == NEVER


def test_a_leap_from_one_person_to_another_is_no_acceleration():
    leap = [standing(1)] * 10 + [standing(2, joints_x=3.0)] * 10
    assert figures_of(leap)[0] == 0.0


def test_a_gap_in_time_is_no_acceleration():
    times = [i / FPS for i in range(10)] + [5 + i / FPS for i in range(10)]
    people = [standing()] * 10 + [standing(joints_x=1.0)] * 10
    assert figures_of(people, times=times)[0] == 0.0


def test_who_leads_is_measured_and_else_who_is_followed_longest():
    two = [(standing(2, joints_x=0.001 * (i % 2)), standing(1)) for i in range(30)]
    assert figures_of(two)[0] == 0.0
    assert figures_of(two, leaders=[2] * 30)[0] > 1.0
    assert figures_of(two, leaders=[7] * 30) == NEVER  # who leads is away for a moment


def test_only_the_last_moments_count():
    calm = [standing(joints_x=0.01 * (i % 2)) for i in range(30)] + [standing()] * 90
    meter, now = meter_of(calm)
    assert meter.figures(now).acceleration == 0.0
    later = meter.figures(now + RECENT_S + 0.1)
    assert (later.acceleration, later.raw_acceleration, later.skating) == NEVER
