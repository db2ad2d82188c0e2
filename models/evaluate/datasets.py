"""The benchmarks' own files: EMDB, 3DPW, Human3.6M and FreiHAND, each read in the layout it is given out in.

Pickles go through :mod:`models.smpl.safe_pickle`. Nothing is converted on disk.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from models.camera.crop import crop_from_points
from models.camera.projection import Pinhole
from models.errors import UserError
from models.smpl.safe_pickle import load_pickle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from models.camera.crop import CropBox, CropRule

J24_TO_J14 = (*range(13), 18)  # FastMETRO's 14 joints among the authors' 24
CHUNK = 256  # samples of a data set without sequences that are scored together
MIN_CONFIDENCE = 0.3  # of a 2D joint of 3DPW that counts for the person's box


@dataclass(frozen=True, eq=False)
class Clip:
    """T frames of a video of one person (or T unrelated images), with what is known of them.

    Attributes
    ----------
    name : for messages and per-sequence figures.
    images : read frame i as (H, W, 3) uint8 RGB.
    boxes : (T, 4) float64 tight box (x1, y1, x2, y2) in pixels around the person or hand.
    poses : (T, 72) SMPL axis-angle pose in camera axes, root first, or None.
    betas : (T, 10) SMPL shape, or None.
    gender : of the SMPL model that poses and betas belong to: neutral, male or female.
    joints : (T, J, 3) metres, or None where they follow from the body.
    vertices : (T, V, 3) metres, or None where they follow from the body.
    margin : the crop's side is this times the box's larger side; None: as the model wants it.
    is_video : the frames follow one another.
    intrinsics : (3, 3) of the camera, or None where they are not known.
    """

    name: str
    images: Sequence[Callable[[], np.ndarray]]
    boxes: np.ndarray
    poses: np.ndarray | None = None
    betas: np.ndarray | None = None
    gender: str = "neutral"
    joints: np.ndarray | None = None
    vertices: np.ndarray | None = None
    margin: float | None = None
    is_video: bool = False
    intrinsics: np.ndarray | None = None

    def crop(self, i: int, rule: CropRule) -> CropBox:
        """Return the square the network sees of frame i; ``rule`` is the model's own."""
        return crop_from_points(replace(rule, scale=self.margin or rule.scale), self.corners(i))

    def corners(self, i: int) -> np.ndarray:
        """Return the (4, 2) corners of the box of frame i."""
        x1, y1, x2, y2 = self.boxes[i]
        return np.array([[x1, y1], [x2, y1], [x2, y2], [x1, y2]])

    def camera(self, image_size: tuple[int, int]) -> Pinhole:
        """Return the camera of frames of (width, height) pixels; an ordinary one where it is not known."""
        if self.intrinsics is None:
            return Pinhole.of_photo(image_size)
        return Pinhole(float(self.intrinsics[0, 0]), np.asarray(self.intrinsics[:2, 2], np.float64))


def emdb(root: Path) -> Iterator[Clip]:
    """Read EMDB 1, the sequences for methods that work in the camera's frame.

    ``root`` holds ``P0`` to ``P9``; in each a folder a sequence with ``images/00000.jpg`` and
    ``PX_SEQUENCE_data.pkl``. Frames that the makers marked as bad are left out, as in their evaluation.
    """
    for path in _files(root, "P*/*/*_data.pkl", "EMDB"):
        data = _read(path, ("emdb1", "gender", "good_frames_mask", "camera", "smpl", "bboxes"))
        if not data["emdb1"]:
            continue
        boxes = np.asarray(data["bboxes"]["bboxes"], np.float64)
        good = np.asarray(data["good_frames_mask"], bool) & (boxes[:, 2:] > boxes[:, :2]).all(1)
        frames = np.flatnonzero(good)
        body = data["smpl"]
        poses = np.concatenate([body["poses_root"], body["poses_body"]], 1)[frames]
        yield Clip(
            name=f"{path.parent.parent.name}/{path.parent.name}",
            images=[_file(path.parent / "images" / f"{i:05d}.jpg") for i in frames],
            boxes=boxes[frames],
            poses=_in_camera(poses, np.asarray(data["camera"]["extrinsics"])[frames]),
            betas=np.broadcast_to(np.asarray(body["betas"]).ravel()[:10], (len(frames), 10)),
            gender=str(data["gender"]),
            is_video=True,
            intrinsics=np.asarray(data["camera"]["intrinsics"], np.float64),
        )


def three_dpw(root: Path) -> Iterator[Clip]:
    """Read the test set of 3DPW, one clip a person.

    ``root`` holds ``sequenceFiles/test/*.pkl`` and ``imageFiles/SEQUENCE/image_00000.jpg``. Frames without a
    valid camera or without 2D joints are left out, as in the makers' evaluation.
    """
    for path in _files(root, "sequenceFiles/test/*.pkl", "3DPW"):
        keys = "sequence poses betas genders poses2d cam_poses campose_valid cam_intrinsics"
        data = _read(path, keys.split())
        cameras = np.asarray(data["cam_poses"])
        folder = root / "imageFiles" / str(data["sequence"])
        for person, gender in enumerate(data["genders"]):
            joints = np.asarray(data["poses2d"][person])  # (T, 3, 18): x, y, confidence
            is_visible = joints[:, 2] > MIN_CONFIDENCE
            frames = np.flatnonzero(np.asarray(data["campose_valid"][person], bool) & is_visible.any(1))
            if not len(frames):
                continue
            xy = np.where(is_visible[frames, None], joints[frames, :2], np.nan)
            yield Clip(
                name=f"{data['sequence']} ({person})",
                images=[_file(folder / f"image_{i:05d}.jpg") for i in frames],
                boxes=np.concatenate([np.nanmin(xy, 2), np.nanmax(xy, 2)], 1),
                poses=_in_camera(np.asarray(data["poses"][person])[frames], cameras[frames]),
                betas=np.broadcast_to(np.asarray(data["betas"][person]).ravel()[:10], (len(frames), 10)),
                gender={"m": "male", "f": "female"}.get(str(gender), str(gender)),
                is_video=True,
                intrinsics=np.asarray(data["cam_intrinsics"], np.float64),
            )


def h36m(root: Path) -> Iterator[Clip]:
    """Read Human3.6M's protocol 2 as the FastMETRO authors give it out.

    ``root`` holds ``valid.protocol2.yaml``, which names the tab-separated files of images (base64 of JPEG)
    and labels (JSON with ``center``, ``scale`` of 200 pixels, 24 ``3d_joints`` in metres, SMPL parameters).
    """
    settings = root / "valid.protocol2.yaml"
    if not settings.is_file():
        raise UserError(f"{root} lacks valid.protocol2.yaml; give the authors' human3.6m folder.")
    names = dict(line.split(":", 1) for line in settings.read_text().splitlines() if ":" in line)
    paths = {key.strip(): root / name.strip().strip("'\"") for key, name in names.items()}
    for key in ("img", "label"):
        if key not in paths or not paths[key].is_file():
            raise UserError(f"{settings.name} names no {key} file that exists in {root}.")
    images, labels = _TabFile(paths["img"]), _TabFile(paths["label"])
    lines = range(len(images))
    if "linelist" in paths:
        lines = [int(line) for line in paths["linelist"].read_text().split()]
    for start in range(0, len(lines), CHUNK):
        chosen = lines[start : start + CHUNK]
        records = [json.loads(labels[line][1])[0] for line in chosen]
        centre = np.array([record["center"] for record in records], np.float64)
        half = np.array([[100 * float(record["scale"])] for record in records])
        joints = np.array([np.reshape(record["3d_joints"], (24, -1))[:, :3] for record in records])
        has_body = all(np.ravel(record["has_smpl"])[0] for record in records)
        yield Clip(
            name=f"{start}",
            images=[_encoded(images, line) for line in chosen],
            boxes=np.concatenate([centre - half, centre + half], 1),
            margin=1.0,  # the scale includes it
            joints=joints[:, J24_TO_J14],
            poses=np.array([np.ravel(record["pose"]) for record in records]) if has_body else None,
            betas=np.array([np.ravel(record["betas"]) for record in records]) if has_body else None,
        )


def freihand(root: Path) -> Iterator[Clip]:
    """Read FreiHAND's evaluation set: ``evaluation/rgb/00000000.jpg`` and ``evaluation_{xyz,verts}.json``.

    Every image is a crop already, of a right hand in its middle.
    """
    targets = {}
    for key in ("xyz", "verts"):
        path = root / f"evaluation_{key}.json"
        if not path.is_file():
            raise UserError(f"{root} lacks {path.name}; give the folder of FreiHAND's evaluation set.")
        targets[key] = json.loads(path.read_text())
    if len(targets["xyz"]) != len(targets["verts"]):
        raise UserError(
            f"evaluation_xyz.json has {len(targets['xyz'])} hands, "
            f"evaluation_verts.json {len(targets['verts'])}."
        )
    for start in range(0, len(targets["xyz"]), CHUNK):
        joints, vertices = (
            np.array(targets[key][start : start + CHUNK], np.float64) for key in ("xyz", "verts")
        )
        yield Clip(
            name=f"{start}",
            images=[_file(root / "evaluation" / "rgb" / f"{start + i:08d}.jpg") for i in range(len(joints))],
            boxes=np.tile([0.0, 0.0, 224.0, 224.0], (len(joints), 1)),
            margin=1.0,
            joints=joints,
            vertices=vertices,
        )


READERS: dict[str, Callable[[Path], Iterator[Clip]]] = {
    "emdb": emdb,
    "3dpw": three_dpw,
    "h36m": h36m,
    "freihand": freihand,
}


class _TabFile:
    """Rows of a tab-separated file too large for memory, by number."""

    def __init__(self, path: Path):
        self.path = path
        self.offsets = [0]
        with path.open("rb") as file:
            for line in file:
                self.offsets.append(self.offsets[-1] + len(line))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, row: int) -> list[str]:
        if not 0 <= row < len(self):
            raise UserError(f"{self.path.name} has {len(self)} rows; row {row} is asked for.")
        with self.path.open("rb") as file:
            file.seek(self.offsets[row])
            return file.readline().decode().rstrip("\n").split("\t")


def _files(root: Path, pattern: str, name: str) -> list[Path]:
    found = sorted(root.glob(pattern))
    if not found:
        raise UserError(f"{root} holds no {pattern}; give the folder that {name} was unpacked into.")
    return found


def _read(path: Path, keys: Sequence[str]) -> dict[str, Any]:
    data = load_pickle(path)
    missing = [key for key in keys if key not in data] if isinstance(data, dict) else list(keys)
    if missing:
        raise UserError(f"{path.name} lacks {', '.join(missing)}; it is not a file of this data set.")
    return data


def _in_camera(poses: np.ndarray, extrinsics: np.ndarray) -> np.ndarray:
    """Turn the root of (T, 72) poses from world to camera axes by (T, 4, 4) world-to-camera matrices."""
    rotated = np.array(poses, np.float64)
    for pose, camera in zip(rotated, extrinsics, strict=True):
        pose[:3] = cv2.Rodrigues(camera[:3, :3] @ cv2.Rodrigues(pose[:3])[0])[0].ravel()
    return rotated


def _file(path: Path) -> Callable[[], np.ndarray]:
    def read() -> np.ndarray:
        image = cv2.imread(str(path), cv2.IMREAD_COLOR)
        if image is None:
            raise UserError(f"The image {path} is missing or cannot be read.")
        return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)

    return read


def _encoded(images: _TabFile, row: int) -> Callable[[], np.ndarray]:
    def read() -> np.ndarray:
        data = np.frombuffer(base64.b64decode(images[row][-1]), np.uint8)
        image = cv2.imdecode(data, cv2.IMREAD_COLOR)
        if image is None:
            raise UserError(f"Row {row} of {images.path.name} is not an image.")
        return cv2.cvtColor(image, cv2.COLOR_BGR2RGB)

    return read
