"""Where and when the detector looks for people: the regions of an image, and the plan of a scene."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from app.live.track import Track, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SMALLEST_SQUARE = 160  # pixels; smaller ones would be enlarged before they are searched
SEARCH_EVERY_S = 0.25  # while some are followed but fewer than asked for
CHECK_EVERY_S = 3.0  # while everybody is followed: whether the detector agrees
CHECK_DOUBT_S = 0.5  # the same while the network has doubts about somebody, or does not say
DOUBT_PRESENCE = 0.8  # below this it has doubts: the crop may have strayed
HAND_CHECK_S = 0.09  # how often the detector looks at followed hands: they move fast
LEVELS = 3  # of search_levels in which people are looked for; smaller squares show more ghosts than people
AROUND = 1.5  # side of the square it looks at around a followed one, as a multiple of the crop's


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of an image in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Search:
    """Where the detector should look.

    Attributes
    ----------
    regions : places to look at.
    in_part : they are small parts of the image, in which a hand may look like a person.
    """

    regions: tuple[Region, ...]
    in_part: bool


def search_levels(width: int, height: int) -> list[list[Region]]:
    """Return where to look in an image, level by level, from the whole to ever smaller overlapping squares.

    The second level is the whole with a margin around it: a person who fills the image and is cut off by
    its edges is found only when shown smaller. The squares of a row overlap by half, so that a person of
    half their side lies whole within one of them.
    """
    margin_x, margin_y = width // 4, height // 4
    levels = [
        [Region(0, 0, width, height)],
        [Region(-margin_x, -margin_y, width + 2 * margin_x, height + 2 * margin_y)],
    ]
    short = min(width, height)
    for fraction in (1.0, 0.6):
        side = round(short * fraction)
        if side < SMALLEST_SQUARE or side == max(width, height):
            continue
        xs, ys = (
            np.linspace(0, length - side, 1 + -(-2 * (length - side) // side)).round().astype(int)
            for length in (width, height)
        )
        levels.append([Region(int(x), int(y), side, side) for y in ys for x in xs])
    return levels


class SearchPlan:
    """When and where to look in one scene.

    Parameters
    ----------
    is_hand : hands are looked for, which are checked more often and where they are.
    live : a new scene is searched through over several frames rather than at once, so that none takes long.
    """

    def __init__(self, *, is_hand: bool, live: bool) -> None:
        self._is_hand, self._live = is_hand, live
        self._now_s = 0.0
        self._searched_s = self._checked_s = -np.inf
        self._whole_next = False
        self._part = -1
        self._new_scene = True

    def begin_scene(self) -> None:
        """Forget when and where it was searched."""
        self._new_scene = True
        self._searched_s = -np.inf

    def searches(
        self, tracks: list[Track], now_s: float, people: int, size: tuple[int, int]
    ) -> Iterator[Search]:
        """Yield where to look in this frame; goes on only while somebody is missing.

        Unless live, a new scene is searched through at once: for people in the image and its largest squares
        together, so that the most prominent come first; for hands from the whole to the smallest squares.
        Otherwise a frame's search takes the whole image, or one of the parts in turn. Followed hands are
        looked at where they are, and so is whoever only the detector can confirm (while live one of them a
        search): in the whole image it does not see somebody small.

        Parameters
        ----------
        tracks : everybody followed; whoever is found is added to it before the next search is asked for.
        now_s : time on the source's clock.
        people : how many are wanted.
        size : (width, height) of the image.
        """
        self._now_s = now_s
        if self._is_hand and now_s - self._checked_s >= HAND_CHECK_S:
            self._checked_s = now_s
            yield from _around(tracks, size)
        if not self._is_due(tracks, people):
            self._new_scene = False
            return
        self._searched_s = now_s
        levels = [Search(tuple(level), in_part=i > 1) for i, level in enumerate(search_levels(*size))]
        if not self._is_hand:
            levels = levels[:LEVELS]
        if self._new_scene and not self._live:
            self._new_scene = False
            for search in levels if self._is_hand else [_together(levels)]:
                yield search
                if len(shown(tracks)) >= people:
                    return
            return
        yield from self._in_turn(levels, tracks, people)
        if not self._is_hand:
            unconfirmed = [track for track in shown(tracks) if self._is_unconfirmed(track)]
            unconfirmed.sort(key=lambda track: track.confirmed_s)
            yield from _around(unconfirmed[:1] if self._live else unconfirmed, size)

    def _in_turn(self, levels: list[Search], tracks: list[Track], people: int) -> Iterator[Search]:
        """Yield the whole image, or the next one of its parts; both while nobody is there."""
        whole, parts = levels[0], [Search((r,), s.in_part) for s in levels[1:] for r in s.regions]
        nobody, complete = not shown(tracks), len(shown(tracks)) >= people
        self._whole_next = not self._whole_next
        if nobody or complete or not parts or self._whole_next:
            yield whole
        if parts and not complete and (not shown(tracks) or not (nobody or self._whole_next)):
            self._part = (self._part + 1) % len(parts)
            yield parts[self._part]

    def _is_due(self, tracks: list[Track], people: int) -> bool:
        waited, there = self._now_s - self._searched_s, shown(tracks)
        if len(there) < people:
            return not there or waited >= SEARCH_EVERY_S
        if self._is_hand:
            return False
        doubt = any((t.estimate.presence or 0.0) < DOUBT_PRESENCE for t in tracks)
        return waited >= (CHECK_DOUBT_S if doubt else CHECK_EVERY_S)

    def _is_unconfirmed(self, track: Track) -> bool:
        """Whether the network does not say if somebody is there, nor has the detector said so lately."""
        return track.estimate.presence is None and self._now_s - track.confirmed_s >= CHECK_DOUBT_S


def _together(levels: list[Search]) -> Search:
    """Make one search of several, that of the whole image among them."""
    return Search(tuple(region for search in levels for region in search.regions), in_part=False)


def _around(tracks: Sequence[Track], size: tuple[int, int]) -> Iterator[Search]:
    """Yield a search of the squares around followed ones in which they still are.

    None leaves the image altogether or is much larger, as that of a wrong network's mesh would.
    """
    regions, (width, height) = [], size
    for crop in (track.crop for track in tracks):
        side = round(min(AROUND * crop.size, 2 * max(width, height)))
        x, y = np.round(crop.center - side / 2).astype(int)
        if -side < x < width and -side < y < height:
            regions.append(Region(int(x), int(y), side, side))
    if regions:
        yield Search(tuple(regions), in_part=True)
