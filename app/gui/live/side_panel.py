"""SidePanel: all controls but the bar's. It shows options and reports wishes; no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.gui.languages.language import number, tr
from app.gui.languages.sentences import translated
from app.gui.live.appearance_section import AppearanceSection
from app.gui.live.hands_switch import HandsSwitch
from app.gui.live.people_section import PeopleSection
from app.gui.live.send_section import SendSection
from app.gui.live.source_section import SourceSection
from app.gui.live.take_section import TakeSection
from app.gui.shortcuts import hint, key
from app.gui.widgets import theme
from app.gui.widgets.controls import CalmComboBox, Fold, LabelledSlider, Segments, Switch, scrolled
from app.gui.widgets.views import view_hint
from app.live.smoothing import lag_ms, time_constants
from app.options import MOST_PEOPLE, RANGES, Options
from models.rendering.looks import LOOKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.inference.store import InstalledModel

USUAL_FPS = 30.0  # a webcam's; taken until the pipeline has a rate of its own
_USUAL_HEIGHT_CM = 170


class _HeightBox(QSpinBox):
    """Centimetres; steps from the value that stands for no height begin at a usual one."""

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        if self.value() == self.minimum():
            self.setValue(_USUAL_HEIGHT_CM)
        else:
            super().stepBy(steps)


class SidePanel(QFrame):
    """All controls that are not needed every minute.

    Signals
    -------
    changed : a dict of changed fields of :class:`app.options.Options`.
    folder_wanted : a chooser of the recordings folder is wanted.
    folder_shown : the recordings folder is to be opened in the system's file manager.
    keys_wanted : the list of all keys shall be shown.
    report_wanted : a report of a problem shall be written.
    closed : the panel is no longer wanted.
    """

    changed = Signal(dict)
    folder_wanted = Signal()
    folder_shown = Signal()
    keys_wanted = Signal()
    report_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._options = Options()
        self._fps = USUAL_FPS
        self._models: Sequence[InstalledModel] = ()
        self.setFixedWidth(theme.PANEL_WIDTH)
        self.setProperty("role", "panel")
        self.setAccessibleName(tr("Settings"))

        title = QLabel(tr("Settings"))
        title.setProperty("role", "title")
        self.close_button = theme.icon_button(
            "close", hint(tr("Close the panel"), "panel"), tr("Close the settings")
        )
        self.close_button.clicked.connect(self.closed)
        header = QHBoxLayout()
        header.setContentsMargins(16, 12, 8, 4)
        header.addWidget(title)
        header.addStretch(1)
        header.addWidget(self.close_button)

        content = QWidget()
        content.setProperty("role", "clear")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 4, 16, 24)
        self._column.setSpacing(theme.GRID)
        self._add_source()
        self._add_people()
        self._add_mesh()
        self._add_smoothing()
        self._add_output()
        self._add_send()
        self._add_appearance()
        self._add_help()
        self._column.addStretch(1)

        scroll = scrolled(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(scroll, 1)
        self.show_options(self._options)

    # What it shows -----------------------------------------------------------------------------------------

    def show_options(self, options: Options) -> None:
        """Show options; nothing is reported as changed."""
        self._options = options
        self.source.show_options(options)
        self._show_model()
        self.height_.blockSignals(True)
        self.height_.setValue(round(options.height_cm or 0))  # below the range: not known
        self.height_.blockSignals(False)
        self.people.show_choice("one" if options.people == 1 else "several")
        self.most_people.blockSignals(True)
        self.most_people.setMaximum(max(options.people, MOST_PEOPLE))  # the command line allows more
        self.most_people.setValue(max(options.people, 2))
        self.most_people.blockSignals(False)
        several = options.people > 1
        self.most_people.setEnabled(several)
        self.most_people.setToolTip(
            tr("The most followed at once") if several else tr("Choose “Up to” to follow several")
        )
        self.show_.show_choice(options.show)
        self.view.show_choice(options.view)
        self.look.setCurrentIndex(self.look.findData(options.look))
        self.look.setEnabled(options.show != "skeleton")
        self.colours.blockSignals(True)
        self.colours.setChecked(options.colour_per_person)
        self.colours.blockSignals(False)
        self.hands.show_options(options)
        self.opacity.show_value(round(100 * options.opacity))
        has_mesh, seen_through = options.show != "skeleton", options.view in ("overlay", "side_by_side")
        self.opacity.setEnabled(has_mesh and seen_through)
        self.opacity.slider.setToolTip(
            tr("How much the mesh hides of the picture")
            if has_mesh and seen_through
            else tr("Only a mesh drawn over the picture can be seen through")
        )
        self.smoothing.show_value(round(100 * (1 - options.smoothing)))
        self._show_filters()
        self.send.show_options(options)
        self.takes.show_options(options)
        self.keep_video.blockSignals(True)
        self.keep_video.setChecked(options.keep_video)
        self.keep_video.blockSignals(False)
        self.output_content.setText(
            (
                tr(
                    "Recordings ({record}) hold meshes, joints, cameras and times, and a video of what the "
                    "camera sees, stored on this computer alone. Snapshots ({snapshot}) hold the picture as "
                    "it is shown."
                )
                if options.keep_video
                else tr(
                    "Recordings ({record}) hold meshes, joints, cameras and times, but no picture. "
                    "Snapshots ({snapshot}) hold the picture as it is shown."
                )
            ).format(record=key("record"), snapshot=key("snapshot"))
        )

    def show_models(self, models: Sequence[InstalledModel]) -> None:
        """Offer these models; the first is the bundled one."""
        self._models = models
        self._show_model()

    def _show_model(self) -> None:
        """Fill the list: the bundled model, imported ones, and what else is open now."""
        entries = {"": tr("Bundled model")} | {model.name: model.name for model in self._models[1:]}
        entries.setdefault(self._options.model, Path(self._options.model).stem)
        self.model.fill(entries, self._options.model)
        several = len(entries) > 1
        self.model.setEnabled(several)
        self.model.setToolTip(
            tr("The network that makes the mesh")
            if several
            else tr("Only the bundled model is installed; add others with “main.py models import”")
        )

    def show_kind(self, kind: Literal["body", "hand"]) -> None:
        """Speak of what the model finds: people, or hands."""
        self.height_.setEnabled(kind == "body")
        self.followed.setText(tr("HANDS") if kind == "hand" else tr("PEOPLE"))
        text = tr("A colour for each hand") if kind == "hand" else tr("A colour for each person")
        self.colours.setText(text)
        self.colours.setAccessibleName(text)

    def show_rate(self, fps: float) -> None:
        """Tell the lag at this many frames a second; 0 while there is no rate."""
        fps = float(round(fps)) or USUAL_FPS
        if fps != self._fps:
            self._fps = fps
            self.smoothing.show_value(round(100 * (1 - self._options.smoothing)))
            self._show_filters()

    def show_folder(self, folder: Path) -> None:
        """Show where snapshots and recordings go."""
        self.folder.setText(folder.name or str(folder))

    # Its parts ---------------------------------------------------------------------------------------------

    def _add_source(self) -> None:
        self._heading(tr("SOURCE"), first=True)
        self.source = SourceSection()
        self.source.changed.connect(self.changed)
        self._column.addWidget(self.source)

    def _add_people(self) -> None:
        self.followed = self._heading(tr("PEOPLE"))
        self.people = Segments(
            [
                ("one", tr("One"), tr("Follow one, the nearest")),
                ("several", tr("Up to"), tr("Follow several at once; each costs time")),
            ],
            tr("Follow"),
        )
        self.people.chosen.connect(
            lambda choice: self.changed.emit({"people": 1 if choice == "one" else self.most_people.value()})
        )
        self.most_people = QSpinBox()
        self.most_people.setRange(2, MOST_PEOPLE)
        self.most_people.setFixedSize(72, theme.CONTROL)
        self.most_people.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.most_people.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.most_people.setAccessibleName(tr("Most followed at once"))
        self.most_people.valueChanged.connect(lambda count: self.changed.emit({"people": count}))
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.people, 1)
        row.addWidget(self.most_people)
        self._column.addLayout(row)
        low, high = RANGES["height_cm"]
        self.height_ = _HeightBox()
        self.height_.setRange(round(low) - 1, round(high))
        self.height_.setSpecialValueText(tr("Guessed"))
        self.height_.setSuffix(" cm")
        self.height_.setFixedSize(112, theme.CONTROL)
        self.height_.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.height_.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.height_.setKeyboardTracking(False)  # of 175, neither 1 nor 17 is meant
        self.height_.setAccessibleName(tr("Height"))
        self.height_.setToolTip(
            tr(
                "How tall the person is, without shoes; sizes and distances are then right instead of "
                "guessed. Of several people it is that of the one who stands nearest and most in the middle"
            )
        )
        self.height_.valueChanged.connect(
            lambda value: self.changed.emit({"height_cm": float(value) if value >= low else None})
        )
        self._row(tr("Height"), self.height_)
        self.everybody = PeopleSection()
        self._column.addWidget(self.everybody)

    def _add_mesh(self) -> None:
        self._heading(tr("MESH"))
        self.model = CalmComboBox(tr("Model"), tr("The network that makes the mesh"))
        self.model.activated.connect(lambda index: self.changed.emit({"model": self.model.itemData(index)}))
        self._column.addWidget(self.model)
        self.show_ = Segments(
            [
                ("mesh", tr("Mesh"), tr("Draw the surface of the body")),
                ("skeleton", tr("Skeleton"), tr("Draw joints and bones")),
                ("both", tr("Both"), tr("Draw the surface and the joints")),
            ],
            tr("Show"),
        )
        self.show_.chosen.connect(lambda value: self.changed.emit({"show": value}))
        self._column.addWidget(self.show_)
        self.view = Segments(
            [
                ("overlay", tr("Overlay"), view_hint(tr("Over the picture"))),
                ("mesh", tr("Alone"), view_hint(tr("The mesh alone"))),
                ("side_by_side", tr("Beside"), view_hint(tr("Picture and mesh side by side"))),
                ("orbit", tr("Orbit"), view_hint(tr("From around: drag to turn, wheel to come nearer"))),
            ],
            tr("View"),
        )
        self.view.chosen.connect(lambda value: self.changed.emit({"view": value}))
        self._column.addWidget(self.view)
        self.look = CalmComboBox(tr("Look"), tr("How the mesh looks"))
        for name, look in LOOKS.items():
            self.look.addItem(translated(look.title), name)
        self.look.activated.connect(lambda index: self.changed.emit({"look": self.look.itemData(index)}))
        self._row(tr("Look"), self.look)
        self.colours = Switch(
            tr("A colour for each person"), tr("Tell those who are followed apart by colour")
        )
        self.colours.toggled.connect(lambda on: self.changed.emit({"colour_per_person": on}))
        self._column.addWidget(self.colours)
        self.hands = HandsSwitch()
        self.hands.toggled.connect(lambda on: self.changed.emit({"hands": on}))
        self._column.addWidget(self.hands)
        self.opacity = LabelledSlider(
            tr("Opacity"),
            tr("How much the mesh hides of the picture"),
            10,
            100,
            5,
            lambda value: f"{value} %",
        )
        self.opacity.changed.connect(lambda value: self.changed.emit({"opacity": value / 100}))
        self._column.addWidget(self.opacity)

    def _add_smoothing(self) -> None:
        self._heading(tr("SMOOTHING"))
        self.smoothing = LabelledSlider(
            tr("Lag"),
            tr("Steady shakes less and follows later; quick follows at once"),
            0,
            100,
            5,
            lambda value: f"{number(lag_ms(1 - value / 100, self._fps))} ms",
            ends=(tr("Steady"), tr("Quick")),
        )
        self.smoothing.changed.connect(lambda value: self.changed.emit({"smoothing": 1 - value / 100}))
        self._column.addWidget(self.smoothing)
        self.filters = QLabel()
        self.filters.setProperty("role", "secondary")
        self.filters.setWordWrap(True)
        self._column.addWidget(Fold(tr("Details"), tr("Show or hide the filter's own figures"), self.filters))

    def _add_output(self) -> None:
        self._heading(tr("OUTPUT"))
        self.folder = QPushButton()
        theme.set_icon(self.folder, "folder")
        self.folder.setProperty("role", "path")
        self.folder.setToolTip(tr("Choose the folder for snapshots and recordings"))
        self.folder.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.folder.setAccessibleName(tr("Folder for snapshots and recordings"))
        self.folder.clicked.connect(self.folder_wanted)
        self.show_folder_button = QPushButton(tr("Open"))
        self.show_folder_button.setToolTip(tr("Open the folder in the file manager"))
        self.show_folder_button.setAccessibleName(tr("Open the folder"))
        self.show_folder_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_folder_button.clicked.connect(self.folder_shown)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        row.addWidget(self.folder, 1)
        row.addWidget(self.show_folder_button)
        self._column.addLayout(row)
        self.takes = TakeSection()
        self.takes.changed.connect(self.changed)
        self._column.addWidget(self.takes)
        self.keep_video = Switch(
            tr("Keep the video too"),
            tr("From the next recording on, store what the camera sees as a video file beside the meshes"),
        )
        self.keep_video.toggled.connect(lambda on: self.changed.emit({"keep_video": on}))
        self._column.addWidget(self.keep_video)
        self.output_content = QLabel()
        self.output_content.setProperty("role", "secondary")
        self.output_content.setWordWrap(True)
        self._column.addWidget(self.output_content)

    def _add_send(self) -> None:
        self._heading(tr("SEND"))
        self.send = SendSection()
        self.send.changed.connect(self.changed)
        self._column.addWidget(self.send)

    def _add_appearance(self) -> None:
        self._heading(tr("WINDOW"))
        self.appearance = AppearanceSection()
        self._column.addWidget(self.appearance)

    def _add_help(self) -> None:
        keys = QPushButton(tr("All keys"))
        keys.setProperty("role", "quiet")
        keys.setToolTip(hint(tr("Show what every key does"), "show_keys"))
        keys.setAccessibleName(tr("All keys"))
        keys.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys.clicked.connect(self.keys_wanted)
        report = QPushButton(tr("Report a problem"))
        report.setProperty("role", "quiet")
        report.setToolTip(
            tr("Write versions, settings without addresses and names, and the end of the log into one file")
        )
        report.setAccessibleName(tr("Report a problem"))
        report.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        report.clicked.connect(self.report_wanted)
        self._column.addSpacing(theme.GRID)
        self._column.addWidget(keys)
        self._column.addWidget(report)

    def _heading(self, text: str, *, first: bool = False) -> QLabel:
        if not first:
            self._column.addSpacing(theme.GRID)
        label = QLabel(text)
        label.setProperty("role", "section")
        self._column.addWidget(label)
        return label

    def _row(self, name: str, widget: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(QLabel(name))
        row.addStretch(1)
        row.addWidget(widget)
        self._column.addLayout(row)

    def _show_filters(self) -> None:
        constants = time_constants(self._options.smoothing)
        if constants is None:
            self.filters.setText(tr("No filter: every frame is shown as it is."))
        else:
            self.filters.setText(
                tr(
                    "Trend filter, time constants: body {body} ms, in depth {depth} ms; place {place} ms, "
                    "distance {distance} ms. Steady motion has no lag; the lag above is that of a waving "
                    "hand at {rate} frames a second."
                ).format(
                    body=number(1000 * constants.across),
                    depth=number(1000 * constants.depth),
                    place=number(1000 * constants.place),
                    distance=number(1000 * constants.distance),
                    rate=number(self._fps),
                )
            )
