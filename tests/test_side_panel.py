"""The side panel shows options and reports wishes."""

from app.options import Options
from app.side_panel import SidePanel


def test_the_video_is_kept_only_where_it_was_asked_for(qtbot):
    panel = SidePanel()
    qtbot.addWidget(panel)
    assert not panel.keep_video.isChecked()
    assert "no picture" in panel.output_content.text()
    with qtbot.waitSignal(panel.changed) as wish:
        panel.keep_video.click()
    assert wish.args == [{"keep_video": True}]
    panel.show_options(Options(keep_video=True))
    assert panel.keep_video.isChecked()
    assert "video of what the camera sees" in panel.output_content.text()
