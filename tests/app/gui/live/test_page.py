"""The live page: what its keys, its panel and its controls do."""

import gc
from pathlib import Path

import cv2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QSpinBox

from app.gui.settings import Settings
from app.options import Options
from tests.fakes.keyboard import hold_key
from tests.fakes.live_window import make_result, person


def test_space_pauses_and_goes_on(stand):
    s = stand()
    s.run()
    s.press(Qt.Key.Key_Space)
    assert s.pipeline.is_paused
    assert s.stage.readout.text_shown == "Paused"
    s.press(Qt.Key.Key_Space)
    assert not s.pipeline.is_paused


def test_a_key_held_down_does_its_work_once(stand, tmp_path):
    s = stand()
    s.run()
    for key in (
        Qt.Key.Key_Space,
        Qt.Key.Key_F,
        Qt.Key.Key_M,
        Qt.Key.Key_D,
        Qt.Key.Key_Tab,
        Qt.Key.Key_S,
        Qt.Key.Key_V,
    ):
        hold_key(s.stage, key)
    assert s.pipeline.is_paused
    assert s.window.isFullScreen()
    assert s.window.settings.details_open
    assert s.window.settings.panel_open
    assert s.page.options == Options(mirror=True, view="mesh")
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_the_keys_that_turn_and_zoom_go_on_while_they_are_held(stand):
    s = stand(settings=Settings(options=Options(view="orbit")))
    before = s.page.options
    s.press(Qt.Key.Key_Right)
    s.press(Qt.Key.Key_Plus)
    once = s.page.options
    hold_key(s.stage, Qt.Key.Key_Right)
    hold_key(s.stage, Qt.Key.Key_Plus)
    turned = once.orbit_yaw_deg - before.orbit_yaw_deg
    assert s.page.options.orbit_yaw_deg == pytest.approx(before.orbit_yaw_deg + 3 * turned)
    assert s.page.options.orbit_zoom == pytest.approx(once.orbit_zoom**3)


def test_m_mirrors_and_the_panel_follows(stand):
    s = stand()
    s.press(Qt.Key.Key_M)
    assert s.pipeline.options.mirror
    assert s.panel.source.mirror.isChecked()
    s.press(Qt.Key.Key_M)
    assert not s.pipeline.options.mirror
    assert not s.panel.source.mirror.isChecked()


def test_v_goes_through_all_views_and_comes_back(stand):
    s = stand()
    seen = []
    for _ in range(4):
        s.press(Qt.Key.Key_V)
        seen.append(s.pipeline.options.view)
    assert seen == ["mesh", "side_by_side", "orbit", "overlay"]


def test_s_saves_the_picture_as_it_is_shown(stand, tmp_path):
    s = stand()
    s.press(Qt.Key.Key_S)
    assert not (tmp_path / "out").exists()  # there is no picture yet
    s.run()
    s.press(Qt.Key.Key_S)
    s.press(Qt.Key.Key_S)
    saved = sorted((tmp_path / "out").glob("*.png"))
    assert len(saved) == 2
    assert (cv2.imread(str(saved[0]))[..., ::-1] == s.stage.result.overlay).all()
    assert s.messages.toast.notice.text.startswith("Saved")
    s.tick(6)
    assert s.messages.toast.isHidden()


def test_a_snapshot_that_cannot_be_saved_says_so(stand, tmp_path):
    (tmp_path / "file").write_text("in the way")
    s = stand(settings=Settings(recordings_folder=str(tmp_path / "file" / "out")))
    s.run()
    s.press(Qt.Key.Key_S)
    s.tick()
    assert "could not be saved" in s.banner()


def test_o_opens_the_chosen_file(stand, monkeypatch):
    s = stand()
    monkeypatch.setattr("app.gui.live.places.QFileDialog.getOpenFileName", lambda *_: ("/films/walk.mp4", ""))
    s.press(Qt.Key.Key_O)
    s.settle()
    assert s.pipeline.options.source == "/films/walk.mp4"
    assert s.panel.source.choice.currentText() == "walk.mp4"


def test_ctrl_comma_goes_to_the_settings_and_escape_back(stand):
    s = stand()
    s.window.activateWindow()
    s.press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert s.window.settings.panel_open
    assert s.window.focusWidget() is s.panel.source.choice
    QTest.keyClick(s.window.focusWidget(), Qt.Key.Key_Escape)
    assert s.window.focusWidget() is s.stage


def test_space_presses_the_control_that_has_the_focus(stand):
    s = stand()
    s.run()
    s.stage.bar.view_button.setFocus()
    QTest.keyClick(s.stage.bar.view_button, Qt.Key.Key_Space)
    assert s.page.options.view == "mesh"
    assert not s.pipeline.is_paused


def test_typing_an_address_presses_no_key_of_the_window(stand):
    s = stand(settings=Settings(panel_open=True))
    s.panel.source.stream.show()
    s.panel.source.stream.setFocus()
    QTest.keyClicks(s.panel.source.stream, "rtsp://porch/dmsv ")
    assert s.page.options == Options()
    QTest.keyClick(s.panel.source.stream, Qt.Key.Key_Return)
    s.settle()
    assert s.pipeline.options.source == "rtsp://porch/dmsv"


def test_dragging_turns_the_eye_in_the_orbit_view_alone(stand):
    s = stand()
    for view, turns in (("overlay", False), ("orbit", True)):
        s.page.change(view=view)
        before = s.page.options.orbit_yaw_deg
        QTest.mousePress(s.stage, Qt.MouseButton.LeftButton, pos=s.stage.rect().center())
        QTest.mouseMove(s.stage, s.stage.rect().center() + QPointF(50, 0).toPoint())
        QTest.mouseRelease(s.stage, Qt.MouseButton.LeftButton)
        assert (s.page.options.orbit_yaw_deg != before) is turns
    s.press(Qt.Key.Key_Plus)
    assert s.page.options.orbit_zoom > 1
    QTest.mouseDClick(s.stage, Qt.MouseButton.LeftButton)
    assert s.page.options.orbit_zoom == 1
    assert s.page.options.orbit_yaw_deg == Options().orbit_yaw_deg


def test_the_panel_changes_the_options(stand):
    s = stand(settings=Settings(panel_open=True))
    panel, made = s.panel, len(s.made)
    panel.source.fov.slider.setValue(75)
    panel.people.button("several").click()
    panel.most_people.setValue(4)
    panel.show_.button("skeleton").click()
    panel.view.button("side_by_side").click()
    assert not panel.look.isEnabled()  # a skeleton has none
    panel.colours.click()
    panel.smoothing.slider.setValue(100)
    expected = Options(
        fov_deg=75.0, people=4, show="skeleton", view="side_by_side", colour_per_person=False, smoothing=0.0
    )
    assert s.pipeline.options == expected
    assert len(s.made) == made
    assert panel.smoothing.value_shown == "0 ms"
    assert not panel.opacity.isEnabled()
    assert "mesh" in panel.opacity.slider.toolTip()
    panel.show_.button("mesh").click()
    panel.opacity.slider.setValue(40)
    assert s.pipeline.options.opacity == pytest.approx(0.4)
    hologram = panel.look.findData("hologram")
    panel.look.setCurrentIndex(hologram)
    panel.look.activated.emit(hologram)  # as a click does
    assert s.pipeline.options.look == "hologram"


def test_choosing_a_camera_by_name_opens_it(stand):
    s = stand(settings=Settings(panel_open=True))
    s.run()
    source = s.panel.source.choice
    source.setCurrentIndex(source.findText("Desk camera"))
    source.activated.emit(source.currentIndex())
    s.settle()
    assert s.pipeline.options.source == "Desk camera"
    assert s.made[0].stopped


def test_a_camera_is_asked_for_another_size_rate_and_format_and_opened_anew(stand):
    s = stand(settings=Settings(panel_open=True))
    s.run()
    size, rate = s.panel.source.camera_size, s.panel.source.camera_rate
    pixels = s.panel.source.camera_format
    for box, text in ((size, "1920 × 1080"), (rate, "60 FPS"), (pixels, "YUYV (raw)")):
        box.setCurrentIndex(box.findText(text))
        box.activated.emit(box.currentIndex())  # as a click does
        s.settle()
    s.run()
    assert s.panel.source.gives.text() == "The camera gives MJPG"  # whatever was asked for
    options = s.pipeline.options
    assert (options.camera_width, options.camera_height, options.camera_fps) == (1920, 1080, 60.0)
    assert options.camera_format == "YUYV"
    assert len(s.made) == 4
    s.page.change(source="sample")
    assert not size.isEnabled()
    assert "Only a camera" in rate.toolTip()


def test_every_control_has_a_tooltip_and_a_name(stand):
    s = stand(settings=Settings(panel_open=True, details_open=True))
    s.run()
    s.panel.source.stream.show()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QSpinBox, QAbstractSlider)
    controls = [
        widget
        for kind in kinds
        for widget in s.window.findChildren(kind)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and widget.parent() is not None
        and type(widget).__name__ not in ("QScrollBar",)
    ]
    assert len(controls) > 20
    for widget in controls:
        named = f"{type(widget).__name__} {widget.accessibleName()!r}"
        assert widget.toolTip(), named
        assert widget.accessibleName(), named
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QLineEdit), named


def test_a_folder_that_cannot_be_made_offers_another(stand, tmp_path):
    (tmp_path / "out").write_text("a file")
    s = stand()
    s.run()
    s.panel.folder_shown.emit()
    s.tick()
    assert s.banner() == "The folder for recordings cannot be used"
    assert s.messages.banner.notice.button == "Other folder"


def test_what_cannot_be_done_is_disabled_and_says_why(stand):
    s = stand()
    s.tick(0.6)
    bar = s.stage.bar
    assert not bar.snapshot_button.isEnabled()
    assert "no picture" in bar.snapshot_button.toolTip()
    assert not bar.pause_button.isEnabled()
    assert "nothing to pause" in bar.pause_button.toolTip()
    assert not bar.record_button.isEnabled()
    assert bar.record_button.toolTip()
    s.run()
    assert bar.snapshot_button.isEnabled()
    assert bar.pause_button.isEnabled()


def test_memory_stays_flat_over_some_hundred_frames(stand):
    s = stand()
    s.run()

    def show(count: int) -> int:
        """Show pictures and return the bytes in use."""
        for i in range(count):
            s.pipeline.results = [make_result(1000 + i, [person()], (640, 360))]
            s.tick()
        gc.collect()
        return resident_bytes()

    before = show(60)
    assert show(200) - before < 12e6  # 200 pictures that stay would be 138 MB


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
