"""Figures of many people: overall, by how hard the images are, and by group of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from models.errors import UserError
from models.evaluate.comparison import LANDMARK_MEASURES, MEASURES, PersonMetrics
from models.evaluate.metrics import UPRIGHT_DEG
from models.synthetic.sampling import POSTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from models.synthetic.sample import SampleFacts

RESAMPLES = 1000


def band(value: float, limits: Sequence[float], names: Sequence[str]) -> str:
    """Return the name of a number's band; ``limits`` lie between the bands."""
    return names[int(np.searchsorted(limits, value, side="right"))]


SKINS = ("darkest", "dark", "medium", "light", "lightest")
AGES = ("child or youth", "adult", "old")
BUILDS = ("thin", "average", "heavy")
HIDDEN = ("under 2 %", "2 to 15 %", "15 to 35 %", "over 35 %")
ORDER = {name: i for i, name in enumerate((*SKINS, *AGES, *BUILDS, *HIDDEN, *POSTURES))}
HARDNESS: dict[str, Callable[[SampleFacts], str]] = {
    "hidden": lambda facts: band(facts.occluded, (0.02, 0.15, 0.35), HIDDEN),
    "cut by the photo's edge": lambda facts: "yes" if facts.truncated else "no",
}
# MediaPipe finds this fraction of the limb joints on most photos, and on half of images as hard as ours.
FOUND = 0.5

PEOPLE: dict[str, Callable[[SampleFacts], str]] = {
    "skin": lambda facts: band(facts.skin, (0.2, 0.4, 0.6, 0.8), SKINS),
    "age": lambda facts: band(facts.age, (0.6, 0.85), AGES),
    "gender": lambda facts: "woman" if facts.gender > 0.5 else "man",
    "build": lambda facts: band(facts.weight, (0.35, 0.65), BUILDS),
    "clothing": lambda facts: facts.clothing,
    "posture": lambda facts: facts.posture,
}


def interval(values: Iterable[float]) -> dict[str, float]:
    """Return mean, count and the 95 % interval of the mean by bootstrap."""
    values = np.array(list(values))
    rng = np.random.default_rng(0)
    means = values[rng.integers(len(values), size=(RESAMPLES, len(values)))].mean(1)
    low, high = np.percentile(means, (2.5, 97.5))
    return {"mean": float(values.mean()), "low": float(low), "high": float(high), "count": len(values)}


def summary(people: Sequence[PersonMetrics]) -> dict:
    """Return the figures overall, by how hard the images are, and by group of people in clear images.

    What hides people strikes all groups alike and would only widen the intervals.
    """

    def measured(chosen: Sequence[PersonMetrics]) -> dict:
        return {name: interval(p.figures[name] for p in chosen) for name in MEASURES}

    clear = [p for p in people if p.clear]
    if not clear:
        raise UserError(f"None of {len(people)} images shows somebody whole; evaluate more of them.")
    groups: dict[str, dict[str, dict]] = {}
    for named, chosen in ((HARDNESS, people), (PEOPLE, clear)):
        for group, name_of in named.items():
            members: dict[str, list[PersonMetrics]] = {}
            for person in chosen:
                members.setdefault(name_of(person.facts), []).append(person)
            groups[group] = {
                name: measured(members[name])
                for name in sorted(members, key=lambda n: (ORDER.get(n, len(ORDER)), n))
            }
    surface = {
        name: {
            whose: [round(float(q), 3) for q in np.percentile([f[name] for f in found], (5, 50, 95, 99))]
            for whose, found in (
                ("model", [p.figures for p in people]),
                ("truth", [p.true_surface for p in people]),
            )
        }
        for name in people[0].true_surface
    }
    found = [p for p in people if p.mediapipe and p.mediapipe["pck"] >= FOUND]
    pitches = np.array([p.figures["trunk_pitch_error_deg"] for p in clear if p.facts.posture == "upright"])
    return {
        "all": measured(people),
        "clear": measured(clear),
        "trunk_pitch_of_upright_in_clear": {
            "count": len(pitches),
            "mean_deg": float(pitches.mean()),
            "median_abs_deg": float(np.median(np.abs(pitches))),
            "within_limit": float(np.mean(np.abs(pitches) <= UPRIGHT_DEG)),
        }
        if len(pitches)
        else {},
        "mediapipe_on_clear": {"found": float(np.mean([bool(p.mediapipe) for p in clear]))} | beside(clear),
        "mediapipe_on_found": {"found": len(found) / len(people)} | beside(found),
        "groups": groups,
        "surface_5_50_95_99": surface,
    }


def beside(people: Sequence[PersonMetrics]) -> dict:
    """Return MediaPipe's own figures, and the model's, of the people whom MediaPipe found."""
    return {
        "mediapipe": mean_figures(people, lambda p: p.mediapipe),
        "model": mean_figures(people, lambda p: p.figures),
    }


def mean_figures(people: Sequence[PersonMetrics], whose: Callable[[PersonMetrics], dict[str, float]]) -> dict:
    """Return the mean figures of the landmarks of people whom MediaPipe found."""
    found = [whose(p) for p in people if p.mediapipe]
    return {name: interval(f[name] for f in found) for name in LANDMARK_MEASURES} if found else {}
