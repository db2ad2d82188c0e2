"""Trials that watch people move: how steadily they are followed, and whether standing feet stay in place.

``python -m tests.trials.clip_trials assets/sample.mp4 MORE.mp4 --json FILE`` takes clips of one person before
a still camera. Every frame goes through the program's own step and the bodies through its own filter; the
landmarks that MediaPipe gives of the same frames are the measure.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import mediapipe as mp
import numpy as np
from mediapipe.tasks.python import BaseOptions, vision

from app.live.mesh_step import MeshStep
from app.live.smoothing import PersonSmoother, Pose
from app.live.sources.open import open_source
from app.options import Options
from models.camera.crop import HIPS, LIMBS, SHOULDERS
from models.evaluate.metrics import distances
from models.inference.paths import ASSETS

SLIDER = (0.0, Options().smoothing, 1.0)
FEET = ([27, 29, 31], [28, 30, 32])  # ankle, heel and toes, left and right
KNEES, ANKLES = [25, 26], [27, 28]
STEP_S = 0.2  # over which a foot's speed is taken: MediaPipe's landmarks tremble from frame to frame
LEAST = 20  # frames of standing feet; with fewer nobody stands, or the camera moves
STILL = 0.04  # lengths of trunk and leg a second; a foot slower than this in the picture stands


@dataclass(frozen=True, eq=False)
class Watched:
    """A clip of T frames as the program and MediaPipe see it; NaN where nobody was found.

    Attributes
    ----------
    time_s : (T,).
    ids : (T,) whom the program followed, 0 for nobody.
    ours : by position of the slider, (T, 33, 3) metres in the camera.
    theirs : (T, 33, 3) metres, MediaPipe's world landmarks.
    picture : (T, 33, 2) pixels, MediaPipe's landmarks in the picture.
    stature_m : per metre of trunk and leg, of the body at rest.
    """

    time_s: np.ndarray
    ids: np.ndarray
    ours: dict[float, np.ndarray]
    theirs: np.ndarray
    picture: np.ndarray
    stature_m: float


def watch(clip: Path, model: str = "") -> Watched:
    """Follow the one person of a clip."""
    source, step = (
        open_source(str(clip), realtime=False),
        MeshStep(Options(model=model, smoothing=0)),
    )
    options = vision.PoseLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(ASSETS / "pose_landmarker_full.task")),
        running_mode=vision.RunningMode.VIDEO,
    )
    template = step.estimator.template
    landmarks_of = template.joint_sets["mediapipe33"]
    nobody, nowhere = np.full((33, 3), np.nan), np.full((33, 2), np.nan)
    times, ids, theirs, picture = [], [], [], []
    ours: dict[float, list[np.ndarray]] = {slider: [] for slider in SLIDER}
    smoothers: dict[tuple[int, float], PersonSmoother] = {}
    with vision.PoseLandmarker.create_from_options(options) as landmarker:
        while True:
            frame = source.read()
            if frame is None:
                break
            times.append(frame.time_s)
            people = step.step(frame).people
            ids.append(people[0].id if people else 0)
            for slider, found in ours.items():
                if not people:
                    found.append(nobody)
                    continue
                person = people[0]
                smooth = smoothers.setdefault((person.id, slider), PersonSmoother())
                pose = smooth(Pose(person.vertices, person.joints, person.translation), frame.time_s, slider)
                found.append(landmarks_of.regress(pose.vertices) + pose.translation)
            image = mp.Image(image_format=mp.ImageFormat.SRGB, data=frame.image)
            seen = landmarker.detect_for_video(image, round(frame.time_s * 1000))
            if seen.pose_landmarks:
                theirs.append(np.array([[p.x, p.y, p.z] for p in seen.pose_world_landmarks[0]]))
                picture.append(np.array([[p.x, p.y] for p in seen.pose_landmarks[0]]) * frame.size)
            else:
                theirs.append(nobody)
                picture.append(nowhere)
    step.close()
    source.close()
    rest = landmarks_of.regress(template.v_template)[None]
    return Watched(
        np.array(times),
        np.array(ids),
        {slider: np.array(found) for slider, found in ours.items()},
        np.array(theirs),
        np.array(picture),
        float(np.ptp(template.v_template[:, 1]) / body_length(rest)[0]),
    )


def body_length(points: np.ndarray) -> np.ndarray:
    """Return (T,) lengths of trunk, thigh and shin together, of (T, 33, D) landmarks."""
    chain = [points[:, SHOULDERS].mean(1, keepdims=True), points[:, HIPS].mean(1, keepdims=True)]
    trunk = np.linalg.norm(chain[0] - chain[1], axis=-1)
    thighs = np.linalg.norm(points[:, HIPS] - points[:, KNEES], axis=-1)
    shins = np.linalg.norm(points[:, KNEES] - points[:, ANKLES], axis=-1)
    return (trunk + thighs + shins).mean(1)


def about_hips(points: np.ndarray) -> np.ndarray:
    """Return (T, 12, 3) limb joints about the middle of the hips, of (T, 33, 3) landmarks."""
    return points[:, LIMBS] - points[:, HIPS].mean(1, keepdims=True)


def acceleration(points: np.ndarray, time_s: np.ndarray) -> float:
    """Return the mean acceleration of the limb joints about the hips, m/s^2, of (T, 33, 3) metres."""
    second = np.diff(about_hips(points), 2, axis=0) / np.median(np.diff(time_s)) ** 2
    return float(np.nanmean(np.linalg.norm(second, axis=-1)))


def lag(smoothed: np.ndarray, raw: np.ndarray, time_s: np.ndarray) -> float:
    """Return by how many milliseconds (T, 33, 3) smoothed landmarks run behind the raw ones."""
    there = np.flatnonzero(~np.isnan(raw[:, 0, 0]))
    a, b = (about_hips(points[there]).reshape(len(there), -1) for points in (smoothed, raw))
    delays = np.arange(0, 0.3, 0.002)

    def behind(delay: float) -> float:
        late = [np.interp(time_s[there] - delay, time_s[there], column) for column in b.T]
        return float(distances(a.reshape(len(a), -1, 3), np.stack(late, 1).reshape(len(a), -1, 3)).mean())

    return float(1000 * delays[np.argmin([behind(delay) for delay in delays])])


def standing_feet(picture: np.ndarray, time_s: np.ndarray) -> tuple[np.ndarray, int]:
    """Tell where feet stand by (T, 33, 2) landmarks in the picture of a still camera.

    Returns
    -------
    (2, T - n) bool for the left and right foot from each frame to the n-th after it, and n.
    """
    n = max(round(STEP_S / float(np.median(np.diff(time_s)))), 1)
    size = body_length(picture)[n:]
    moved = [np.linalg.norm(_moved(picture[:, foot], n), axis=-1).max(1) for foot in FEET]
    return np.array(moved) < STILL * size * _seconds(time_s, n), n


def slide(points: np.ndarray, stands: np.ndarray, n: int, time_s: np.ndarray) -> tuple[float, float]:
    """Return how fast standing feet slide in (T, 33, 3) metres: mm/s across the picture, and in depth."""
    speed = np.stack([_moved(points[:, foot].mean(1), n) for foot in FEET]) / _seconds(time_s, n)[:, None]
    speed = 1000 * speed[stands & ~np.isnan(speed[..., 0])]
    if len(speed) < LEAST:
        return float("nan"), float("nan")
    return float(np.linalg.norm(speed[:, :2], axis=-1).mean()), float(np.abs(speed[:, 2]).mean())


def drift(points: np.ndarray, stands: np.ndarray, n: int) -> tuple[float, float]:
    """Return how far feet get from the start to the end of standing: median mm across, and in depth."""
    moved = []
    for foot, standing in zip(FEET, stands, strict=True):
        ends = np.flatnonzero(np.diff(np.concatenate([[0], standing.astype(int), [0]])))
        middle = points[:, foot].mean(1)
        moved += [
            middle[b - 1 + n] - middle[a] for a, b in zip(ends[::2], ends[1::2], strict=True) if b - a >= n
        ]
    if stands.sum() < LEAST or not moved:
        return float("nan"), float("nan")
    across, depth = np.linalg.norm(np.array(moved)[:, :2], axis=1), np.abs(np.array(moved)[:, 2])
    return float(1000 * np.nanmedian(across)), float(1000 * np.nanmedian(depth))


def _moved(points: np.ndarray, n: int) -> np.ndarray:
    return points[n:] - points[:-n]


def _seconds(time_s: np.ndarray, n: int) -> np.ndarray:
    return time_s[n:] - time_s[:-n]


def figures(clip: Watched) -> dict:
    """Return what is measured of a clip."""
    followed = [i for i in clip.ids if i]
    stands, n = standing_feet(clip.picture, clip.time_s)
    raw = clip.ours[0.0]
    common = ~np.isnan(raw[:, 0, 0]) & ~np.isnan(clip.theirs[:, 0, 0])
    theirs = np.where(common[:, None, None], clip.theirs, np.nan)
    report = {
        "frames": len(clip.ids),
        "somebody": float(np.mean(clip.ids > 0)),
        "somebody_mediapipe": float(np.mean(~np.isnan(clip.theirs[:, 0, 0]))),
        "id_switches": int(np.count_nonzero(np.diff(followed))),
        "mediapipe_m_s2": acceleration(theirs, clip.time_s),
        "standing_foot_frames": int(stands.sum()),
        "slider": {},
    }
    for slider, points in clip.ours.items():
        across, depth = slide(points, stands, n, clip.time_s)
        drift_across, drift_depth = drift(points, stands, n)
        stature = clip.stature_m * body_length(points)
        report["slider"][slider] = {
            "m_s2": acceleration(np.where(common[:, None, None], points, np.nan), clip.time_s),
            "lag_ms": lag(points, raw, clip.time_s),
            "slide_mm_s": across,
            "slide_depth_mm_s": depth,
            "drift_mm": drift_across,
            "drift_depth_mm": drift_depth,
            "stature_m": [round(float(q), 3) for q in np.nanpercentile(stature, (5, 50, 95))],
        }
    return report


def known(value: float) -> str:
    """Return a rounded figure, or a dash where there is none."""
    return "-" if np.isnan(value) else f"{value:.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clips", type=Path, nargs="+", help="videos of one person before a still camera")
    parser.add_argument("--model", default="", help="name or ONNX file; the bundled one by default")
    parser.add_argument("--json", type=Path, help="for the figures")
    given = parser.parse_args()
    report = {}
    print(
        "| clip | smoothing | acceleration m/s2 (MediaPipe) | lag ms | standing feet slide mm/s, in depth "
        "| drift a stance mm, in depth | stature m (5-95 %) | ids switched | somebody in |"
    )
    print("|" + "---|" * 9)
    for path in given.clips:
        report[path.name] = clip = figures(watch(path, given.model))
        for slider, row in clip["slider"].items():
            low, middle, high = row["stature_m"]
            print(
                f"| {path.name} | {slider:g} | {row['m_s2']:.1f} ({clip['mediapipe_m_s2']:.1f}) "
                f"| {row['lag_ms']:.0f} | {known(row['slide_mm_s'])}, {known(row['slide_depth_mm_s'])} "
                f"| {known(row['drift_mm'])}, {known(row['drift_depth_mm'])} "
                f"| {middle:.2f} ({low:.2f}-{high:.2f}) "
                f"| {clip['id_switches']} | {clip['somebody']:.0%} of {clip['frames']} |"
            )
    if given.json:
        given.json.write_text(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
