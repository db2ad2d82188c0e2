"""A joint that is clicked on the live picture shows its angle and its speed."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.drawing.picking import camera_pixels
from models.body.joint_angles import ANGLES, joint_angles
from models.body.joints import FASTMETRO14
from tests.fakes.live_window import make_result, person

ELBOW, ANKLE = FASTMETRO14.index("L_Elbow"), FASTMETRO14.index("L_Ankle")


def moving(i: int):
    """Somebody with joints in different places, walking to the right at a metre a second."""
    joints = np.random.default_rng(0).uniform(-0.4, 0.4, (14, 3)).astype(np.float32)
    translation = np.array([i / 30, 0, 3], np.float32)
    return replace(person(), joints=joints, translation=translation, focal_px=60.0)


def show(s, count: int = 10, first: int = 0) -> None:
    s.settle()
    s.pipeline.state = "running"
    for i in range(first, first + count):
        s.pipeline.results = [make_result(i, [moving(i)], captured_at=s.now - 0.015)]
        s.tick()
    s.tick(0.6)


def click(s, joint: int) -> None:
    result, rect = s.stage.result, s.stage.image_rect()
    scale = rect.width() / result.overlay.shape[1]
    pixels = camera_pixels(result.people, result.frame.size, s.page.options)[1]
    x, y = pixels[joint] * scale
    QTest.mouseClick(s.stage, Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(round(x), round(y)))


def test_it_shows_angle_and_speed_and_escape_closes_it(stand):
    s = stand()
    show(s)
    card = s.page.joints.card
    click(s, ELBOW)
    assert card.isVisible()
    assert card.heading.text() == "Person 1 · Left elbow"
    angle = joint_angles(moving(0).joints, FASTMETRO14)[ANGLES.index("left_elbow_flexion")]
    assert card.values["angle"].text() == f"Angle {angle:.0f} °"
    assert card.values["speed"].text() == "Speed 100 cm/s"
    s.press(Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_joint_without_an_angle_shows_its_speed_alone(stand):
    s = stand()
    show(s)
    click(s, ANKLE)
    card = s.page.joints.card
    assert card.heading.text() == "Person 1 · Left ankle"
    assert card.plots["speed"].isVisible()
    assert not card.plots["angle"].isVisible()


def test_it_follows_what_comes(stand):
    s = stand()
    show(s)
    click(s, ELBOW)
    before = s.page.joints.card.plots["speed"].span_s
    show(s, first=10)
    assert s.page.joints.card.plots["speed"].span_s[1] > before[1]


def test_a_click_on_nobody_shows_nothing(stand):
    s = stand()
    show(s)
    QTest.mouseClick(
        s.stage, Qt.MouseButton.LeftButton, pos=s.stage.image_rect().bottomRight() - QPoint(9, 9)
    )
    assert not s.page.joints.card.isVisible()


def test_another_source_closes_it(stand):
    s = stand()
    show(s)
    click(s, ELBOW)
    s.page.change(source="sample")
    assert not s.page.joints.card.isVisible()
