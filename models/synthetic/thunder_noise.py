"""Thunder's errors: those that it made in rendered people, drawn anew for simulated ones."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from models.body.joints import COCO17, mirror_indices
from models.files import read_arrays

if TYPE_CHECKING:
    from pathlib import Path

MIRRORED = np.array(mirror_indices(COCO17))
SHOULDERS, HIPS = [5, 6], [11, 12]  # of COCO17
HEADINGS = 8  # sectors of the heading, among whose readings errors are drawn
CLEARER = 0.2, 1.0  # factor of the errors
CANDIDATES = 12  # readings among which that of the most alike cut is taken
CUT_PEOPLE, CUT_ABOVE_KNEES = 0.4, 0.75  # share of people cut off below; of these, at the chest to the thighs
SURE, FEWEST, SOMEBODY_ELSE = 0.3, 4, 0.35  # of a reading whose sure joints lie this far off, in trunks
OUTSIDE_SCORE = 0.22  # highest score of a joint out of the picture
THROWN, HIDING, HIDDEN = 0.015, 0.25, 0.2  # joints far off; people with hidden joints, and how many of theirs


@dataclass(frozen=True, slots=True, eq=False)
class Residuals:
    """Thunder's errors in N readings of rendered people, seen whole or cut off below.

    Attributes
    ----------
    offset : (N, 17, 2) from where the body's landmark is to where Thunder has it, photo axes, in lengths of
        the trunk as it appears side on.
    score : (N, 17) Thunder's.
    heading : (N,) radians; 0 faces the camera.
    cut : (N,) where the picture ends below: 0 at the shoulders, 1 at the hips; infinite where it does not.
    """

    offset: np.ndarray
    score: np.ndarray
    heading: np.ndarray
    cut: np.ndarray

    @classmethod
    def read(cls, path: Path) -> Residuals:
        """Read what :mod:`models.train.thunder_residuals` wrote."""
        arrays = read_arrays(path)
        return cls(**{f.name: arrays[f.name] for f in fields(cls)})

    def of_the_person(self) -> Residuals:
        """Return the readings of the person that was asked for, without those of whoever stood beside."""
        error, sure = np.linalg.norm(self.offset, axis=-1), self.score > SURE
        off = np.full(len(error), np.inf)
        for i in np.flatnonzero(sure.sum(1) >= FEWEST):
            off[i] = np.median(error[i, sure[i]])
        chosen = off < SOMEBODY_ELSE
        return Residuals(*(getattr(self, f.name)[chosen] for f in fields(self)))

    def with_mirrored(self) -> Residuals:
        """Return the same and everybody's mirror image."""
        other = (self.offset[:, MIRRORED] * [-1, 1], self.score[:, MIRRORED], -self.heading, self.cut)
        own = (self.offset, self.score, self.heading, self.cut)
        return Residuals(*(np.concatenate(pair).astype(np.float32) for pair in zip(own, other, strict=True)))


class ThunderNoise:
    """Says where Thunder would have the joints of simulated people.

    Parameters
    ----------
    residuals : its errors in rendered people.
    """

    def __init__(self, residuals: Residuals):
        self.residuals = residuals.of_the_person().with_mirrored()
        sectors, is_cut = sector(self.residuals.heading), np.isfinite(self.residuals.cut)
        self._known = {
            (s, cut): np.flatnonzero((sectors == s) & (is_cut == cut))
            for s in range(HEADINGS)
            for cut in (False, True)
        }

    def read(self, points: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
        """Return (N, 17, 2) joints at distance 1 before the camera, and their (N, 17) scores.

        Parameters
        ----------
        points : (N, 17, 3) the body's landmarks of COCO's names, camera axes.
        """
        n = len(points)
        flat = points[..., :2] / np.maximum(points[..., 2:], 1e-3)
        trunk = np.linalg.norm(points[:, SHOULDERS].mean(1) - points[:, HIPS].mean(1), axis=1)
        length = (trunk / np.maximum(points[:, HIPS, 2].mean(1), 1e-3))[:, None, None]
        cut = _cuts(n, rng)
        chosen = self._alike(heading_of(points), cut, rng)
        # Photos are clearer than the renders.
        offset = self.residuals.offset[chosen] * rng.uniform(*CLEARER, (n, 1, 1))
        offset = offset + 0.02 * rng.random((n, 1, 1)) * rng.standard_normal((n, 17, 2))
        read, score = flat + offset * length, self.residuals.score[chosen]

        # Joints below the picture's end lie somewhere inside, unsurely.
        shoulders, hips = flat[:, SHOULDERS, 1].mean(1), flat[:, HIPS, 1].mean(1)
        ends = np.where(np.isfinite(cut), cut, 0)
        edge = (shoulders + ends * np.maximum(np.abs(hips - shoulders), 1e-3))[:, None]
        outside = np.isfinite(cut)[:, None] & (flat[..., 1] > edge)
        read[..., 1] = np.where(outside, np.minimum(read[..., 1], edge), read[..., 1])
        score = np.where(outside, np.minimum(score, OUTSIDE_SCORE * rng.random((n, 17))), score)

        # Photos throw joints off and hide them more than renders do.
        far = rng.standard_normal((n, 17, 2)) * length
        read = read + 0.4 * far * (rng.random((n, 17, 1)) < THROWN)
        hidden = (rng.random((n, 1)) < HIDING) & (rng.random((n, 17)) < HIDDEN)
        read = read + 0.25 * far * hidden[..., None]
        score = np.where(hidden, score * rng.uniform(0.1, 0.6, (n, 17)), score)
        return read.astype(np.float32), score.astype(np.float32)

    def _alike(self, heading: np.ndarray, cut: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """Return (N,) readings of people who face much the same way and are cut at much the same height."""
        sectors, is_cut = sector(heading), np.isfinite(cut)
        chosen = np.empty(len(cut), int)
        for (s, whether), known in self._known.items():
            people = np.flatnonzero((sectors == s) & (is_cut == whether))
            if not whether:
                chosen[people] = rng.choice(known, len(people))
                continue
            tried = rng.choice(known, (len(people), CANDIDATES))
            nearest = np.abs(self.residuals.cut[tried] - cut[people, None]).argmin(1)
            chosen[people] = tried[np.arange(len(people)), nearest]
        return chosen


def _cuts(n: int, rng: np.random.Generator) -> np.ndarray:
    """Return (N,) where the pictures end below, as :attr:`Residuals.cut`."""
    ends = np.where(rng.random(n) < CUT_ABOVE_KNEES, rng.uniform(0.4, 1.5, n), rng.uniform(1.5, 3.0, n))
    return np.where(rng.random(n) < CUT_PEOPLE, ends, np.inf)


def heading_of(points: np.ndarray) -> np.ndarray:
    """Return (N,) headings in radians of (N, 17, 3) joints in camera axes: 0 faces the camera."""
    left = points[:, 5] - points[:, 6] + points[:, 11] - points[:, 12]
    return np.arctan2(left[:, 2], left[:, 0])


def sector(heading: np.ndarray) -> np.ndarray:
    """Return the sector, 0 to HEADINGS - 1, of headings in radians."""
    return np.floor((heading / (2 * np.pi) + 0.5) * HEADINGS).astype(int) % HEADINGS
