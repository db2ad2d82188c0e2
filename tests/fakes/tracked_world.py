"""People at known places, and a tracker with a perfect detector and network that sees them."""

from typing import TYPE_CHECKING

import numpy as np

from app.live.tracker import Tracker
from app.types import Detection, Frame
from models.camera.crop import CropBox, CropRule
from models.camera.projection import Pinhole
from models.inference.model_info import ModelInfo
from models.inference.onnx_model import Estimate

if TYPE_CHECKING:
    from collections.abc import Callable

RULE = CropRule("landmarks", 1.3, rotate=True)
SIZE = (1280, 720)
IMAGE = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
CAMERA = Pinhole.of_photo(SIZE)


def info(kind="body", rule=RULE) -> ModelInfo:
    return ModelInfo("m", kind, 64, (0,) * 3, (1,) * 3, rule, "t", "", "doll", (), 0, {}, {})


def is_part(regions):
    return regions[0].width < SIZE[0]


class World:
    """People at known places, whom a perfect detector and network see.

    Attributes
    ----------
    people : x, y of the root in pixels, and pixels a metre, by name.
    invisible : whom the detector does not see.
    ghosts : whom the detector alone sees, as ``people``.
    script : what the detector says instead, for a small part of the image or not.
    smallest : height that the detector finds, as a fraction of where it looks; 0 finds everybody everywhere.
    presence : what the network says of somebody.
    joint_scores : what the network says of COCO's joints, if it does.
    visibility : of somebody's landmarks, to the detector.
    searches : for each frame, the regions of each look of the detector.
    subjects : for each frame, what the network was asked.
    """

    def __init__(self, template, rule=RULE, kind="body", judged=True, live=False):
        self.template, self.rule, self.judged, self.kind = template, rule, judged, kind
        self.tracker = Tracker(info(kind, rule), template, self.network, self.detect, live=live)
        self.people: dict[str, tuple[float, float, float]] = {}
        self.invisible: set[str] = set()
        self.smallest = 0.0
        self.ghosts: list[tuple[float, float, float]] = []
        self.script: Callable[[bool], list[Detection]] | None = None
        self.presence = {}
        self.joint_scores: np.ndarray | None = None
        self.visibility: dict[str, float] = {}
        self.searches, self.subjects = [], []
        self.time_s = 0.0
        self.mesh = template.centred(template.v_template)[0]
        self.is_left: dict[str, bool] = {}

    def landmarks(self, place):
        name = "hand21" if self.kind == "hand" else "mediapipe33"
        return self.template.joint_sets[name].regress(self.mesh)[:, :2] * place[2] + np.array(place[:2])

    def detection(self, place, score=1.0, is_left=False, visibility=1.0):
        points = self.landmarks(place).astype(np.float32)
        return Detection(points, np.full(len(points), visibility, np.float32), score, is_left)

    def detect(self, image, regions):
        self.searches[-1].append(regions)
        if self.script is not None:
            return self.script(is_part(regions))
        who = [(n, p) for n, p in self.people.items() if n not in self.invisible]
        if self.smallest:
            who = [(n, p) for n, p in who if any(self.is_found(p, region) for region in regions)]
        who += [("ghost", p) for p in self.ghosts]
        return [
            self.detection(p, is_left=self.is_left.get(n, False), visibility=self.visibility.get(n, 1.0))
            for n, p in who
        ]

    def is_found(self, place, region):
        points = self.landmarks(place) - [region.x, region.y]
        inside = ((points >= 0) & (points <= [region.width, region.height])).all()
        return inside and np.ptp(points[:, 1]) >= self.smallest * max(region.width, region.height)

    def network(self, subjects):
        self.subjects[-1] += subjects
        return [self.look(subject.crop, subject.is_left) for subject in subjects]

    def look(self, crop: CropBox, is_left: bool) -> Estimate:
        """What the network sees in a crop: whoever is nearest to its middle, if somebody is in it."""
        inside = [
            (float(np.linalg.norm(crop.center - p[:2])), n, p)
            for n, p in self.people.items()
            if np.linalg.norm(crop.center - p[:2]) < crop.size / 2
        ]
        if not inside:
            return self.estimate(crop, (crop.center[0], crop.center[1], crop.size / 3), 0.01, is_left)
        _, name, place = min(inside)
        return self.estimate(crop, place, self.presence.get(name, 0.99), is_left)

    def estimate(self, crop, place, presence, is_left):
        scale = place[2] * 2 / crop.size
        offset = (np.array(place[:2], np.float32) - crop.center) @ crop.rotation() * (2 / crop.size)
        return Estimate(
            crop,
            self.mesh,
            self.mesh[:14],
            np.array([scale, *(offset / scale)], np.float32),
            presence if self.judged else None,
            is_left,
            {} if self.joint_scores is None else {"joint_scores": self.joint_scores},
        )

    def tracks(self, people=1, dt=1 / 30):
        """Track one frame; return who is there."""
        self.time_s += dt
        self.searches.append([])
        self.subjects.append([])
        frame = Frame(len(self.searches), IMAGE, 0.0, self.time_s)
        return self.tracker.track(frame, CAMERA, people)

    def frame(self, people=1, dt=1 / 30):
        """Track one frame; return the ids, by name of who is there."""
        tracks, ids = self.tracks(people, dt), {}
        for track in tracks:
            middle = track.estimate.on_image(np.zeros(3, np.float32))
            name = min(
                self.people,
                key=lambda n: np.linalg.norm(np.array(self.people[n][:2]) - middle),
                default="nobody",
            )
            ids[name] = track.id
        assert len(ids) == len(tracks)
        return ids

    def run(self, frames, people=1):
        return [self.frame(people) for _ in range(frames)]
