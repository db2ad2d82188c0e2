"""Clothes cut to measure: they end where they were cut, flare, and hide the skin well inside them."""

import numpy as np
import pytest

from models.synthetic.anny_base import SKIRT, TIGHTS, BodyBase
from models.synthetic.outfits import HIP, KNEE, WAIST, cut_outfit, random_cloth, skirt, top, trousers

RINGS, AROUND = 41, 16


def tube(radius: float) -> tuple[np.ndarray, np.ndarray]:
    """An upright tube from y = -0.6 to 0.8 and its faces."""
    angle, y = np.meshgrid(np.arange(AROUND) * 2 * np.pi / AROUND, np.linspace(-0.6, 0.8, RINGS))
    points = np.stack([radius * np.cos(angle), y, radius * np.sin(angle)], -1).reshape(-1, 3)
    index = np.arange(RINGS * AROUND).reshape(RINGS, AROUND)
    beside = np.roll(index, -1, axis=1)
    quads = np.stack([index[:-1], beside[:-1], beside[1:], index[1:]], -1).reshape(-1, 4)
    return points.astype(np.float32), np.concatenate([quads[:, :3], quads[:, [0, 2, 3]]])


@pytest.fixture(scope="module")
def base() -> BodyBase:
    """A body that is a tube within wider tubes, tights and a skirt; legs move what lies below the hip."""
    body, faces = tube(0.10)
    tights, _ = tube(0.11)
    wide, _ = tube(0.15)
    rest = np.concatenate([body, tights, wide])
    count = len(body)
    bones = np.zeros((len(rest), 12), np.int32)
    bones[rest[:, 1] > HIP, 0] = 1
    weights = np.zeros((len(rest), 12), np.float32)
    weights[:, 0] = 1
    return BodyBase(
        rest=rest,
        shapes=np.zeros((1, len(rest), 3), np.float16),
        heads=np.zeros((2, 3), np.float32),
        head_shapes=np.zeros((1, 2, 3), np.float32),
        parents=np.array([-1, 0], np.int32),
        bone_names=("spine01", "upperleg01.L"),
        bones=bones,
        weights=weights,
        faces=faces.astype(np.int32),
        corner_uv=np.zeros((len(faces), 3, 2), np.float32),
        helper_faces=np.concatenate([faces + count, faces + 2 * count]).astype(np.int32),
        helper_group=np.repeat([TIGHTS, SKIRT], len(faces)).astype(np.int32),
        phenotypes=np.zeros((1, 11), np.float32),
        coefficients=np.zeros((1, 1), np.float32),
        facial_actions=(),
        eyes=(),
    )


def test_clothes_end_where_they_are_cut(base):
    assert trousers(base, KNEE).fitted(base.rest)[:, 1].max() < KNEE
    assert trousers(base, KNEE).fitted(base.rest)[:, 1].min() > WAIST
    assert top(base, 1.0, HIP).fitted(base.rest)[:, 1].max() < HIP
    short, long = (skirt(base, y, 0.0).fitted(base.rest)[:, 1].max() for y in (0.2, 0.7))
    assert short < 0.2 < 0.6 < long < 0.7


def test_a_flared_skirt_widens_downwards_and_grows_with_the_body(base):
    plain, flared = skirt(base, 0.7, 0.0), skirt(base, 0.7, 0.3)
    wider = np.linalg.norm((flared.fitted(base.rest) - plain.fitted(base.rest))[:, [0, 2]], axis=1)
    below = np.maximum(plain.fitted(base.rest)[:, 1] - WAIST, 0)
    np.testing.assert_allclose(wider, 0.3 * below, atol=1e-5)
    np.testing.assert_allclose(flared.fitted(2 * base.rest), 2 * flared.fitted(base.rest), atol=1e-5)


def test_skin_is_hidden_inside_and_shows_at_the_hems(base):
    hidden = base.rest[trousers(base, KNEE).hides, 1]
    assert len(hidden)
    assert WAIST < hidden.min() < WAIST + 0.1
    assert KNEE - 0.1 < hidden.max() < KNEE
    assert not len(skirt(base, 0.5, 0.0).hides)


def test_every_kind_of_outfit_is_drawn_and_the_same_seed_draws_the_same(base):
    kinds = [cut_outfit(base, True, np.random.default_rng(seed))[0] for seed in range(40)]
    assert set(kinds) == {"trousers", "skirt", "dress", "coat"}
    assert kinds == [cut_outfit(base, True, np.random.default_rng(seed))[0] for seed in range(40)]
    colours = [random_cloth(np.random.default_rng(3))[1:4] for _ in range(2)]
    np.testing.assert_array_equal(colours[0], colours[1])
    assert (colours[0] >= 0).all()
    assert (colours[0] <= 1).all()
