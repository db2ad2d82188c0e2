"""``python -m models.evaluate.photos``: how well a model follows real people, beside MediaPipe.

Photos have no ground truth; MediaPipe's landmarks are the reference (pseudo ground truth). Agreement with it
is not accuracy, so the contact sheet (overlay, side view, front view of everybody) is the second half of the
answer.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from models.camera.crop import HIPS, LIMBS, SHOULDERS, CropBox, crop_from_landmarks
from models.camera.projection import Pinhole
from models.environment import block_uploads
from models.errors import UserError, exit_code
from models.evaluate.mesh_quality import Surface
from models.evaluate.metrics import (
    UPRIGHT_DEG,
    limb_pck,
    pa_mpjpe,
    torso_length,
    trunk_pitch,
    trunk_yaw_error,
)
from models.files import require_folder
from models.inference.inputs import Subject
from models.inference.onnx_model import Estimate, OnnxModel
from models.inference.paths import ASSETS
from models.inference.store import find_model

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

log = logging.getLogger(__name__)

IMAGES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
VIDEOS = (".mp4", ".avi", ".mov", ".mkv", ".webm")
SMALLEST_TORSO = 24  # pixels; smaller people say little


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """One person as MediaPipe finds them: the pseudo ground truth of a photo.

    Attributes
    ----------
    name : file, and frame of a video.
    image : (H, W, 3) uint8 RGB.
    landmarks : (33, 2) pixels.
    world : (33, 3) metres, camera axes, about the hips.
    """

    name: str
    image: np.ndarray
    landmarks: np.ndarray
    world: np.ndarray


@dataclass(frozen=True, slots=True)
class Agreement:
    """How one mesh agrees with the reference.

    Attributes
    ----------
    name : file, and frame of a video.
    pck : fraction of the 12 limb joints within 0.2 torso lengths in the image.
    pa_mm : error of the 12 limb joints after similarity alignment.
    yaw_error_deg : by which the trunks differ about the vertical.
    trunk_pitch_deg : angle of the mesh's hips-to-shoulders line from the image's upright in depth; positive
        leans towards the camera, as somebody upright does who is seen from above the hips.
    reference_trunk_pitch_deg : that of the reference.
    standing : the reference's trunk and legs are straight and upright.
    surface : how sound the mesh is, from :class:`models.evaluate.mesh_quality.Surface`.
    """

    name: str
    pck: float
    pa_mm: float
    yaw_error_deg: float
    trunk_pitch_deg: float
    reference_trunk_pitch_deg: float
    standing: bool
    surface: dict[str, float] = field(default_factory=dict)


def compare(
    landmarks_2d: np.ndarray,
    landmarks: np.ndarray,
    reference_2d: np.ndarray,
    reference: np.ndarray,
    name: str = "",
) -> Agreement:
    """Compare a mesh's landmarks, (33, 2) pixels and (33, 3) metres in camera axes, with the reference."""
    return Agreement(
        name,
        float(limb_pck(landmarks_2d, reference_2d)),
        float(pa_mpjpe(landmarks[LIMBS], reference[LIMBS])),
        trunk_yaw_error(landmarks, reference),
        trunk_pitch(landmarks),
        trunk_pitch(reference),
        is_standing(reference),
    )


def is_standing(landmarks: np.ndarray) -> bool:
    """Tell whether (33, 3) landmarks have nearly straight legs and an upright trunk."""
    straight = all(
        _angle(landmarks[hip] - landmarks[hip + 2], landmarks[hip + 4] - landmarks[hip + 2]) > 155
        for hip in (23, 24)
    )
    spine = landmarks[SHOULDERS].mean(0) - landmarks[HIPS].mean(0)
    legs = landmarks[[27, 28]].mean(0) - landmarks[HIPS].mean(0)
    return straight and _angle(spine, [0, -1, 0]) < 25 and _angle(legs, [0, 1, 0]) < 25


def _angle(a: np.ndarray, b: np.ndarray | Sequence[float]) -> float:
    return float(np.degrees(np.arccos(np.clip(np.dot(a, b) / np.linalg.norm(a) / np.linalg.norm(b), -1, 1))))


def frames(folder: Path, per_video: int) -> Iterator[tuple[str, np.ndarray]]:
    """Yield (name, RGB image) of every photo, and of evenly spaced frames of every video, below a folder."""
    files = sorted(p for p in folder.rglob("*") if p.suffix.lower() in IMAGES + VIDEOS)
    if not files:
        raise UserError(f"{folder} holds no photos or videos; give a folder that does.")
    for path in files:
        if path.suffix.lower() in IMAGES:
            image = cv2.imread(str(path))
            if image is None:
                raise UserError(f"{path} is not a readable image; remove it.")
            yield path.name, cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
            continue
        capture = cv2.VideoCapture(str(path))
        wanted = set(
            np.linspace(0, capture.get(cv2.CAP_PROP_FRAME_COUNT) - 1, per_video + 2).astype(int)[1:-1]
        )
        for index in range(max(wanted, default=-1) + 1):
            read, image = capture.read()
            if not read:
                break
            if index in wanted:
                yield f"{path.name}#{index}", cv2.cvtColor(image, cv2.COLOR_BGR2RGB)
        capture.release()


def find_people(images: Iterator[tuple[str, np.ndarray]], most: int, detector: Path) -> Iterator[Reference]:
    """Yield the people whom MediaPipe finds in images, up to ``most`` in each.

    Each image is shown three times as a video. With ``most`` = 1, the second and third look at the
    person's own crop, as tracking does, which corrects what the first took from the detector's rough one;
    with more, MediaPipe looks for further people each time and starts from rough crops.
    """
    import mediapipe as mp
    from mediapipe.tasks.python import BaseOptions, vision

    block_uploads()

    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(detector)),
        running_mode=vision.RunningMode.VIDEO,
        num_poses=most,
    )
    for name, image in images:
        size = np.array(image.shape[1::-1])
        shown = mp.Image(image_format=mp.ImageFormat.SRGB, data=image)
        with vision.PoseLandmarker.create_from_options(options) as landmarker:
            for milliseconds in (0, 33, 66):
                found = landmarker.detect_for_video(shown, milliseconds)
        for landmarks, world in zip(found.pose_landmarks, found.pose_world_landmarks, strict=True):
            pixels = np.array([[p.x, p.y] for p in landmarks], np.float32) * size
            if torso_length(pixels) >= SMALLEST_TORSO:
                points = np.array([[p.x, p.y, p.z] for p in world], np.float32)
                yield Reference(name, image, pixels, points)


def side_view(vertices: np.ndarray) -> np.ndarray:
    """Return (V, 3) vertices as a camera at the image's right sees them."""
    return np.stack([-vertices[..., 2], vertices[..., 1], vertices[..., 0]], axis=-1)


def draw(canvas: np.ndarray, xy: np.ndarray, depth: np.ndarray, faces: np.ndarray) -> None:
    """Draw a shaded mesh into an RGB canvas, in place: (V, 2) pixels, (V,) depth in the same unit."""
    from models.synthetic.rasteriser import new_buffers, rasterise, vertex_normals

    points = np.column_stack([xy, depth]).astype(np.float32)
    inverse_depth, face = new_buffers(*canvas.shape[:2])
    rasterise(points[:, :2].copy(), -points[:, 2].copy(), faces, inverse_depth, face, 0)
    drawn = face >= 0
    normals = vertex_normals(points, faces)[faces[face[drawn]]].mean(1)
    light = np.abs(normals @ (np.array([-0.4, -0.5, -0.77], np.float32)))
    canvas[drawn] = ((0.25 + 0.75 * light)[:, None] * [150, 205, 255]).clip(0, 255).astype(np.uint8)


def sheet_row(
    reference: Reference, vertices: np.ndarray, xy: np.ndarray, faces: np.ndarray, text: str, size: int
):
    """Return (size, 4 size, 3): the photo, the overlay, the side view and the front view of one person."""
    centre = (reference.landmarks.max(0) + reference.landmarks.min(0)) / 2
    side = 1.35 * (reference.landmarks.max(0) - reference.landmarks.min(0)).max()
    box = CropBox(centre.astype(np.float32), float(side))
    photo = box.cut(reference.image, size)
    overlay = photo.copy()
    points_2d = (box.crop_from_image(xy) + 1) * (size / 2)
    spread = np.ptp(points_2d, axis=0).max() / np.ptp(vertices[:, :2], axis=0).max()
    draw(overlay, points_2d, vertices[:, 2] * spread, faces)
    overlay = cv2.addWeighted(overlay, 0.75, photo, 0.25, 0)
    views = []
    for view_points in (side_view(vertices), vertices):
        view = np.full((size, size, 3), 40, np.uint8)
        pixels = (view_points - (view_points.max(0) + view_points.min(0)) / 2) * (
            0.42 * size / 0.95
        ) + size / 2
        draw(view, pixels[:, :2], pixels[:, 2], faces)
        views.append(view)
    cv2.putText(overlay, text, (3, size - 5), cv2.FONT_HERSHEY_SIMPLEX, 0.34, (255, 255, 0), 1, cv2.LINE_AA)
    return np.hstack([photo, overlay, *views])


def summary(people: Sequence[Agreement]) -> dict[str, float]:
    """Return the figures over all people."""
    pitches = np.abs([p.trunk_pitch_deg for p in people if p.standing])
    theirs = np.abs([p.reference_trunk_pitch_deg for p in people if p.standing])
    return {
        "people": len(people),
        "pck": float(np.mean([p.pck for p in people])),
        "pa_mm_median": float(np.median([p.pa_mm for p in people])),
        "pa_mm_mean": float(np.mean([p.pa_mm for p in people])),
        "yaw_within_45": float(np.mean([p.yaw_error_deg < 45 for p in people])),
        "standing": len(pitches),
        "standing_trunk_pitch_median": float(np.median(pitches)) if len(pitches) else float("nan"),
        "standing_trunk_pitch_max": float(pitches.max()) if len(pitches) else float("nan"),
        "reference_trunk_pitch_median": float(np.median(theirs)) if len(theirs) else float("nan"),
        "reference_trunk_pitch_max": float(theirs.max()) if len(theirs) else float("nan"),
    } | {
        f"{name}_{percent}": float(np.percentile([p.surface[name] for p in people], percent))
        for name in people[0].surface
        for percent in (5, 50, 95)
    }


def predict(model: OnnxModel, reference: Reference) -> Estimate:
    """Show a model somebody whom MediaPipe sees, by an ordinary camera."""
    crop = crop_from_landmarks(model.info.crop, reference.landmarks)
    camera = Pinhole.of_photo(reference.image.shape[1::-1])
    (estimate,) = model.estimate([Subject(reference.image, crop, camera, reference.landmarks)])
    return estimate


def evaluate(model: OnnxModel, people: Sequence[Reference], sheet: Path | None, size: int) -> list[Agreement]:
    """Run a model on people and compare; write the contact sheet if a path is given."""
    agreements, rows = [], []
    if "mediapipe33" not in model.template.joint_sets:
        raise UserError(
            f"{model.info.name} reconstructs {model.info.body!r} meshes, whose landmarks are not known; "
            "give a model of a body."
        )
    landmarks_of, surface = model.template.joint_sets["mediapipe33"], Surface(model.template)
    for reference in people:
        estimate = predict(model, reference)
        vertices, xy = estimate.vertices, estimate.on_image(estimate.vertices)
        landmarks, landmarks_2d = landmarks_of.regress(vertices), landmarks_of.regress(xy)
        agreement = compare(landmarks_2d, landmarks, reference.landmarks, reference.world, reference.name)
        agreements.append(replace(agreement, surface=surface.figures(vertices)))
        if sheet is not None:
            figures = f"{agreement.pck:.2f} {agreement.pa_mm:.0f}mm {agreement.trunk_pitch_deg:.0f}"
            text = f"{reference.name[:26]} {figures}"
            rows.append(sheet_row(reference, vertices, xy, model.template.faces[0], text, size))
    if sheet is not None:
        rows += [np.zeros_like(rows[0])] * (-len(rows) % 2)
        half = len(rows) // 2
        page = np.hstack([np.vstack(rows[:half]), np.vstack(rows[half:])])
        sheet.parent.mkdir(parents=True, exist_ok=True)
        if not cv2.imwrite(str(sheet), cv2.cvtColor(page, cv2.COLOR_RGB2BGR)):
            raise UserError(f"{sheet} could not be written; choose a .jpg or .png name.")
    return agreements


def main(arguments: Sequence[str] | None = None) -> int:
    """Evaluate from the command line."""
    parser = argparse.ArgumentParser(prog="python -m models.evaluate.photos", description=__doc__)
    parser.add_argument("--images", type=Path, required=True, help="folder of photos and videos")
    parser.add_argument("--model", default="", help="name or ONNX file (default: the bundled one)")
    parser.add_argument("--sheet", type=Path, help="contact sheet to write (.jpg)")
    parser.add_argument("--json", type=Path, help="figures of everybody, as JSON")
    parser.add_argument("--people", type=int, default=1, help="at most so many in an image")
    parser.add_argument("--frames", type=int, default=8, help="frames of each video")
    parser.add_argument("--size", type=int, default=240, help="pixels of each view on the sheet")
    options = parser.parse_args(arguments)
    return exit_code(lambda: _evaluate(options))


def _evaluate(options: argparse.Namespace) -> None:
    require_folder(options.json)
    model = OnnxModel(find_model(options.model), threads=1)
    detector = ASSETS / "pose_landmarker_full.task"
    people = list(find_people(frames(options.images, options.frames), options.people, detector))
    if not people:
        raise UserError(f"MediaPipe finds nobody in {options.images}; give photos of people.")
    agreements = evaluate(model, people, options.sheet, options.size)
    figures = summary(agreements)
    for name, value in figures.items():
        print(f"{name:22} {value:.3f}")
    for person in sorted(agreements, key=lambda p: -abs(p.trunk_pitch_deg)):
        if person.standing and abs(person.trunk_pitch_deg) > UPRIGHT_DEG:
            print(
                f"leans though standing: {person.name} {person.trunk_pitch_deg:.0f} deg "
                f"(MediaPipe says {person.reference_trunk_pitch_deg:.0f})"
            )
    if options.json:
        record = {"summary": figures, "people": [asdict(a) for a in agreements]}
        options.json.write_text(json.dumps(record, indent=1))


if __name__ == "__main__":
    sys.exit(main())
