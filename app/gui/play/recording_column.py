"""RecordingColumn: the list of recordings with what stands over and under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.gui.languages.language import tr
from app.gui.play.recording_list import RecordingList
from app.gui.shortcuts import hint
from app.gui.widgets import theme

WIDTH = 320
WIDEST_SHARE = 0.27  # of the page


class RecordingColumn(QFrame):
    """The way back to the live picture, the list, and what opens files and the folder.

    Signals
    -------
    left : back to the live window.
    file_wanted : a recording that lies elsewhere shall be opened.
    folder_wanted : the folder shall be shown in the file manager.
    """

    left = Signal()
    file_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordingList()
        self._back = back = QPushButton(tr("Live"))
        theme.set_icon(back, "back")
        back.setProperty("role", "quiet")
        back.setToolTip(hint(tr("Back to live"), "show_live", "step_back"))
        back.setAccessibleName(tr("Back to live"))
        back.clicked.connect(self.left)
        self._title = title = QLabel(tr("Recordings"))
        title.setProperty("role", "title")
        self._top = top = QHBoxLayout()
        top.setContentsMargins(8, 10, 16, 6)
        top.addWidget(back)
        top.addStretch(1)
        top.addWidget(title)
        open_file = QPushButton(tr("Open a file…"))
        open_file.setToolTip(hint(tr("Open a recording that lies elsewhere"), "open_recording"))
        open_file.setAccessibleName(tr("Open a file"))
        open_file.clicked.connect(self.file_wanted)
        opens = tr("Open the folder of the recordings in the file manager")
        folder = theme.icon_button("folder", opens, tr("Open folder"))
        folder.clicked.connect(self.folder_wanted)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(12, 8, 12, 12)
        bottom.setSpacing(theme.GRID)
        bottom.addWidget(open_file, 1)
        bottom.addWidget(folder)
        for button in (back, open_file, folder):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", "column")
        self.fit(WIDTH / WIDEST_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)

    def fit(self, page_width: float) -> None:
        """Take the usual width, or less of a narrow page; what has no room for its word is an icon alone."""
        self.setFixedWidth(min(WIDTH, round(WIDEST_SHARE * page_width)))
        self._back.setText(tr("Live"))
        for widget in (self._back, self._title):
            widget.ensurePolished()  # or its size would be that of another font
        self._top.invalidate()
        if self._top.sizeHint().width() > self.width():
            self._back.setText("")
