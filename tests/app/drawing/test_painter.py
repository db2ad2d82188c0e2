"""The painter: every view shows the people, keeps the frame's size and lets nobody's colour jump."""

from dataclasses import replace
from typing import get_args

import cv2
import numpy as np
import pytest
import trimesh

from app.drawing.colours import LEFT, PEOPLE_COLOURS, RIGHT
from app.drawing.painter import FAINT, FAINT_SCORE, Painter, blend
from app.options import Options, View
from app.types import Frame, Person
from models.body.joints import COCO17
from models.body.template import BodyTemplate, SparseRows
from models.camera.crop import CropBox
from models.camera.projection import focal_from_fov, project
from models.errors import UserError
from models.rendering.mesh_renderer import Rendering

pytestmark = pytest.mark.gl

SPHERE = trimesh.creation.icosphere(subdivisions=2, radius=0.25)
VERTICES = np.array(SPHERE.vertices, np.float32) * np.float32([1, 3, 1])
SIZE = (160, 90)
FOCAL = focal_from_fov(SIZE[0], 60)
# FastMETRO's 14: the right side at negative x, as for somebody who faces the camera.
JOINTS = np.float32(
    [
        *[(-0.1, 0.7, 0), (-0.1, 0.4, 0), (-0.1, 0, 0), (0.1, 0, 0), (0.1, 0.4, 0), (0.1, 0.7, 0)],
        *[(-0.5, 0, 0), (-0.4, -0.2, 0), (-0.2, -0.4, 0), (0.2, -0.4, 0), (0.4, -0.2, 0), (0.5, 0, 0)],
        *[(0, -0.45, 0), (0, -0.7, 0)],
    ]
)


def template(kind="body", vertices=VERTICES):
    nothing = SparseRows(np.zeros((1, 1), np.int32), np.zeros((1, 1), np.float32))
    faces = np.array(SPHERE.faces, np.int32)
    return BodyTemplate(
        name="egg",
        kind=kind,
        v_template=vertices,
        faces=(faces,),
        level_index=(),
        upsampling=(),
        coarse_adjacency=np.zeros((0, 2), np.int32),
        joint_sets={},
        root=nothing,
        skeleton=None,
        sha256="",
    )


def person(person_id=1, place=(0.0, 0.0, 3.0), is_left=False, joints=JOINTS, size=SIZE):
    translation = np.float32(place)
    focal = focal_from_fov(size[0], 60)
    pixels = project(VERTICES + translation, focal, size)
    return Person(
        id=person_id,
        score=1.0,
        crop=CropBox(np.float32([80, 45]), 80.0),
        vertices=VERTICES,
        joints=joints,
        camera=np.float32([0.9, 0, 0]),
        translation=translation,
        focal_px=focal,
        joints_2d=project(joints + translation, focal, size),
        box_xyxy=np.concatenate([pixels.min(axis=0), pixels.max(axis=0)]),
        is_left=is_left,
    )


def frame(size=SIZE, index=0):
    image = np.full((size[1], size[0], 3), 40, np.uint8)
    image[:, size[0] // 2 :] = (20, 90, 30)
    return Frame(index, image, 0.0, index / 30)


@pytest.fixture(scope="module")
def painter():
    painter = Painter(template(), [f"joint {i}" for i in range(14)], 2)
    yield painter
    painter.close()


def changed(image, size=SIZE):
    return np.any(np.abs(image.astype(int) - frame(size).image.astype(int)) > 8, axis=2)


@pytest.mark.parametrize("view", ["overlay", "mesh", "side_by_side", "orbit"])
@pytest.mark.parametrize("show", ["mesh", "skeleton", "both"])
@pytest.mark.parametrize("count", [0, 1, 2])
def test_every_view_keeps_the_size_and_leaves_the_frame_alone(painter, view, show, count):
    people = [person(1, (-0.4, 0, 3)), person(2, (0.4, 0, 4))][:count]
    shown = frame()
    before = shown.image.copy()
    image = painter.draw(shown, people, Options(view=view, show=show))
    assert image.shape == before.shape
    assert image.dtype == np.uint8
    np.testing.assert_array_equal(shown.image, before)
    nobody = painter.draw(shown, [], Options(view=view, show=show))
    assert np.any(image != nobody) == (count > 0)


@pytest.mark.parametrize("view", ["overlay", "mesh", "side_by_side", "orbit"])
@pytest.mark.parametrize("size", [(1, 1), (2, 3), (40, 300)])
def test_frames_of_any_size_are_drawn(painter, view, size):
    options = Options(view=view, show="both")
    assert painter.draw(frame(size), [person(size=size)], options).shape == (size[1], size[0], 3)


def test_overlay_lies_on_the_person_and_nowhere_else(painter):
    image = painter.draw(frame(), [person()], Options())
    covered = changed(image)
    rows, columns = np.nonzero(covered)
    box = person().box_xyxy
    assert np.abs(np.array([columns.min(), rows.min(), columns.max(), rows.max()]) - box).max() <= 2


@pytest.mark.parametrize("show", ["mesh", "skeleton"])
def test_people_of_a_low_score_are_faint_and_of_a_lower_one_not_drawn(painter, show):
    sure, faint, hidden = (
        painter.draw(frame(), [replace(person(), score=score)], Options(show=show)).astype(int)
        for score in (0.9, 0.45, 0.2)
    )
    empty = frame().image.astype(int)
    np.testing.assert_array_equal(hidden, empty)
    covered = changed(sure)
    share = np.abs(faint - empty)[covered].sum() / np.abs(sure - empty)[covered].sum()
    assert share == pytest.approx(FAINT, abs=0.05)


def test_where_somebody_leads_the_others_are_pale(painter):
    people = [person(1, (-0.5, 0, 3)), person(2, (0.5, 0, 3))]
    options = Options(colour_per_person=False)
    empty = frame().image.astype(int)
    left = np.s_[:, : SIZE[0] // 2]
    equal, led_1, led_2, away = (
        painter.draw(frame(), people, options, leader).astype(int) for leader in (None, 1, 2, 9)
    )
    np.testing.assert_array_equal(led_1[left], equal[left])
    covered = changed(equal)[left]
    share = np.abs(led_2 - empty)[left][covered].sum() / np.abs(equal - empty)[left][covered].sum()
    assert share == pytest.approx(FAINT, abs=0.05)
    np.testing.assert_array_equal(away[left], led_2[left])  # nobody is drawn as the leader who is away


def test_somebody_hidden_is_not_drawn_and_the_others_keep_their_colours(painter):
    people = [person(1, (-0.5, 0, 3)), person(2, (0.5, 0, 3))]
    both = painter.draw(frame(), people, Options())
    colours = dict(painter.colours)
    left, right = np.s_[:, : SIZE[0] // 2], np.s_[:, SIZE[0] // 2 :]
    one = painter.draw(frame(), people, Options(hidden=(1,)))
    np.testing.assert_array_equal(one[left], frame().image[left])
    np.testing.assert_array_equal(one[right], both[right])
    assert set(colours) == {1, 2}
    assert painter.colours[2] == colours[2]


def test_somebody_faint_does_not_cover_somebody_sure(painter):
    behind, before = person(1, (0, 0, 4)), replace(person(2, (0, 0, 3)), score=0.45)
    alone = painter.draw(frame(), [behind], Options(opacity=1.0, colour_per_person=False))
    both = painter.draw(frame(), [behind, before], Options(opacity=1.0, colour_per_person=False))
    inside = cv2.erode(changed(alone).astype(np.uint8), np.ones((5, 5))).astype(bool)
    assert inside.any()
    np.testing.assert_array_equal(both[inside], alone[inside])
    assert changed(both).sum() > changed(alone).sum()


def test_bones_of_joints_that_were_not_seen_are_not_drawn(painter):
    """Somebody whose legs are under the desk."""
    scores = np.where([name.endswith(("knee", "ankle")) for name in COCO17], 0.02, 0.8)
    cut = replace(person(), parameters={"joint_scores": scores.astype(np.float32)})
    whole, upper = (painter.draw(frame(), [one], Options(show="skeleton")) for one in (person(), cut))
    knees = round(float(person().joints_2d[[1, 4], 1].mean()))
    hips = round(float(person().joints_2d[[2, 3], 1].mean()))
    assert changed(whole)[knees:].any()
    assert not changed(upper)[knees - 3 :].any()
    np.testing.assert_array_equal(upper[: hips - 6], whole[: hips - 6])


def test_frame_without_people_is_shown_as_it_is(painter):
    np.testing.assert_array_equal(painter.draw(frame(), [], Options()), frame().image)


def test_opacity_mixes_mesh_and_picture(painter):
    clear = painter.draw(frame(), [person()], Options(opacity=0.0))
    np.testing.assert_array_equal(clear, frame().image)
    middle = (45, 80)
    full = painter.draw(frame(), [person()], Options(opacity=1.0))[middle].astype(int)
    half = painter.draw(frame(), [person()], Options(opacity=0.5))[middle].astype(int)
    assert np.abs(half - (full + frame().image[middle]) / 2).max() <= 2


@pytest.mark.parametrize("view", ["overlay", "mesh"])
def test_mirror_mirrors_the_picture(painter, view):
    people = [person(1, (0.5, 0.1, 3))]
    plain = painter.draw(frame(), people, Options(view=view, show="both"))
    mirrored = painter.draw(frame(), people, Options(view=view, show="both", mirror=True))
    np.testing.assert_array_equal(mirrored, plain[:, ::-1])


def test_side_by_side_shows_the_person_twice_at_full_height(painter):
    people = [person(1, (-0.6, 0, 3))]
    image = painter.draw(frame(index=200), people, Options(view="side_by_side", opacity=1.0))
    mesh = image[:, 80:].max(axis=2) > 100
    columns, rows = np.nonzero(mesh.any(axis=0))[0], np.nonzero(mesh.any(axis=1))[0]
    box = people[0].box_xyxy
    assert abs(np.ptp(rows) - (box[3] - box[1])) < 8  # as large as in the photo, not shrunk
    assert abs(columns.mean() - 40) < 8  # in the middle of its half


def test_side_by_side_shrinks_until_everybody_is_in(painter):
    people = [person(1, (-1.3, 0, 3)), person(2, (1.3, 0, 3))]
    image = painter.draw(frame(index=400), people, Options(view="side_by_side", opacity=1.0))
    mesh = (image[:, 80:].max(axis=2) > 100).astype(np.uint8)
    assert cv2.connectedComponents(mesh)[0] - 1 == 2


def test_mirror_keeps_the_photo_on_the_left_of_side_by_side(painter):
    people = [person(1, (0.2, 0, 3))]
    plain = painter.draw(frame(index=600), people, Options(view="side_by_side"))
    mirrored = painter.draw(frame(index=600), people, Options(view="side_by_side", mirror=True))
    np.testing.assert_array_equal(mirrored[:, :80], plain[:, 79::-1])
    np.testing.assert_array_equal(mirrored[:, 80:], plain[:, :79:-1])


def test_skeleton_shows_left_and_right_in_their_colours(painter):
    image = painter.draw(frame(), [person()], Options(show="skeleton")).astype(int)
    joints = person().joints_2d
    for a, b, colour in [(0, 1, RIGHT), (6, 7, RIGHT), (4, 5, LEFT), (10, 11, LEFT)]:
        x, y = np.round((joints[a] + joints[b]) / 2).astype(int)
        near = image[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3)
        assert np.abs(near - colour).sum(axis=1).min() < 60


def test_a_person_keeps_the_colour_while_others_come_and_go():
    painter = Painter(template(), [""] * 14, 1)

    def colours(*ids):
        spots = {i: np.float32([-0.8 + 0.8 * k, 0.0, 3.0]) for k, i in enumerate(ids)}
        image = painter.draw(frame(), [person(i, s) for i, s in spots.items()], Options(opacity=1.0))
        found = []
        for spot in spots.values():
            x, y = np.round(project(spot, FOCAL, SIZE)).astype(int)
            hues = [np.dot(image[y, x], c) / np.linalg.norm(c) for c in PEOPLE_COLOURS]
            found.append(int(np.argmax(hues)))
        return found

    try:
        assert colours(41) == [0]
        assert colours(41, 42) == [0, 1]
        assert colours(42) == [1]
        assert colours(43, 42) == [0, 1]  # the first colour was free again
        assert colours(43, 42, 44) == [0, 1, 2]
    finally:
        painter.close()


def test_one_colour_for_all_if_asked(painter):
    people = [person(1, (-0.5, 0, 3)), person(2, (0.5, 0, 3))]
    image = painter.draw(frame(), people, Options(colour_per_person=False, view="mesh", opacity=1.0))
    left, right = (project(np.float32([x, 0, 3]), FOCAL, SIZE).round().astype(int) for x in (-0.5, 0.5))
    difference = image[left[1], left[0]].astype(int) - image[right[1], right[0]]
    assert np.abs(difference).max() < 25


def test_orbit_sees_from_the_side_what_is_behind(painter):
    # Two people one behind the other: from the camera one silhouette, from the side two.
    people = [person(1, (0, 0, 3)), person(2, (0, 0, 5))]

    def silhouettes(**eye):
        nobody = Painter(template(), [""] * 14, 1)
        try:
            options = Options(view="orbit", opacity=1.0, **eye)
            image = nobody.draw(frame(), people, options)
        finally:
            nobody.close()
        bright = cv2.morphologyEx((image.max(axis=2) > 95).astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5)))
        return cv2.connectedComponents(bright)[0] - 1

    assert silhouettes(orbit_yaw_deg=0, orbit_pitch_deg=0) == 1
    assert silhouettes(orbit_yaw_deg=90, orbit_pitch_deg=0) == 2


@pytest.mark.parametrize("yaw", [0, 60, 180, 270])
@pytest.mark.parametrize("pitch", [-5, 20, 80])
def test_orbit_shows_everybody_whole(yaw, pitch):
    painter = Painter(template(), [""] * 14, 1)
    try:
        people = [person(1, (-0.7, 0, 2)), person(2, (0.9, 0.2, 4))]
        options = Options(view="orbit", opacity=1.0, orbit_yaw_deg=yaw, orbit_pitch_deg=pitch)
        bright = painter.draw(frame(), people, options).max(axis=2) > 110
    finally:
        painter.close()
    edge = np.concatenate([bright[0], bright[-1], bright[:, 0], bright[:, -1]])
    assert bright.sum() > 50
    assert not edge.any()


def test_orbit_follows_softly(painter):
    options = Options(view="orbit", orbit_yaw_deg=0, orbit_pitch_deg=0, opacity=1.0)

    def centre(index, x):
        image = painter.draw(frame(index=index), [person(1, (x, 0, 3))], options)
        return np.nonzero(image.max(axis=2) > 110)[1].mean()

    painter = Painter(template(), [""] * 14, 1)
    try:
        rest = centre(0, 0.0)
        moved = centre(1, 0.3)
        later = [centre(i, 0.3) for i in range(2, 90)][-1]
    finally:
        painter.close()
    assert moved > rest + 5  # the person moves in the image first,
    assert abs(later - rest) < 2  # then the eye comes after


@pytest.mark.parametrize("view", ["overlay", "mesh", "orbit", "side_by_side"])
def test_a_person_of_no_numbers_is_left_out_and_leaves_no_trace(view):
    options = Options(view=view, show="both")
    broken = person(1, (np.nan, 0, 3))
    pictures = []
    for first in ([person(1), broken], [person(1)]):
        painter = Painter(template(), [""] * 14, 2)
        try:
            painter.draw(frame(), first, options)
            pictures.append(painter.draw(frame(index=1), [person(1)], options))
        finally:
            painter.close()
    np.testing.assert_array_equal(*pictures)


def test_left_hand_is_drawn_from_its_own_bones():
    hand = Painter(template("hand"), [f"joint {i}" for i in range(21)], 1)
    try:
        fingers = np.float32(
            [(0, 0.3, 0)] + [(f * 0.1 - 0.2, 0.1 - 0.1 * k, 0) for f in range(5) for k in range(4)]
        )
        left = person(is_left=True, joints=fingers)
        image = hand.draw(frame(), [left], Options(show="both"))
        assert changed(image).sum() > 200
    finally:
        hand.close()


def test_too_few_joints_are_named():
    with pytest.raises(UserError, match="names 3 joints"):
        Painter(template(), ["a", "b", "c"], 1)


def test_blend_weighs_by_what_is_left_uncovered():
    image = np.full((4, 4, 3), 200, np.uint8)
    rgba = np.zeros((2, 2, 4), np.uint8)
    rgba[0, 0] = (10, 20, 30, 255)
    rgba[1, 1] = (10, 20, 30, 51)
    blend(image, Rendering(1, 2, rgba))
    assert tuple(image[2, 1]) == (10, 20, 30)
    assert tuple(image[3, 2]) == (170, 180, 190)
    assert (image[:2] == 200).all()
    assert tuple(image[2, 2]) == (200, 200, 200)


def test_known_people_keep_their_colours_in_whatever_order_frames_are_drawn():
    options = Options(view="mesh", opacity=1.0)
    known, free = (Painter(template(), [""] * 14, 1, ids=ids) for ids in ((1, 2), ()))
    try:
        second_alone = known.draw(frame(), [person(2)], options)
        np.testing.assert_array_equal(second_alone, known.draw(frame(), [person(2)], options))
        first_alone = known.draw(frame(), [person(1)], options)
        assert (first_alone != second_alone).any()
        np.testing.assert_array_equal(first_alone, free.draw(frame(), [person(7)], options))
    finally:
        known.close()
        free.close()


def test_a_floor_lies_under_the_people_as_the_camera_sees_them():
    options = Options(view="mesh", opacity=1.0)
    plain, floored = (Painter(template(), [""] * 14, 1, has_floor=floor) for floor in (False, True))
    try:
        pictures = [painter.draw(frame(), [person()], options) for painter in (plain, floored)]
    finally:
        plain.close()
        floored.close()
    rows = np.nonzero((pictures[0] != pictures[1]).any(axis=(1, 2)))[0]
    assert len(rows)
    assert rows.min() > SIZE[1] / 2


@pytest.mark.parametrize("look", ["mannequin", "hologram"])
@pytest.mark.parametrize("show", ["mesh", "skeleton", "both"])
@pytest.mark.parametrize("mirror", [False, True])
def test_people_cut_out_and_laid_over_the_frame_are_as_if_drawn_there(painter, look, show, mirror):
    options = Options(opacity=1.0, look=look, show=show, mirror=mirror)
    people = [person(1, (-0.6, 0, 3)), replace(person(2, (0.5, 0, 3.4)), score=FAINT_SCORE - 0.01)]
    drawn = painter.draw(frame(), people, options)
    _, cutout = painter.draw_and_cut_out(frame(), people, options)
    behind = frame().image[:, ::-1] if mirror else frame().image
    laid = cutout[..., :3] + behind * (1 - cutout[..., 3:] / 255)
    assert np.abs(np.minimum(laid, 255) - drawn).max() <= 6  # of 255, after several roundings
    assert (cutout[..., 3] > 0).any()
    assert not cutout[0].any()


@pytest.mark.parametrize("view", get_args(View))
@pytest.mark.parametrize("opacity", [0.0, 0.3, 1.0])
def test_the_picture_is_the_same_whether_or_not_people_are_cut_out_of_it(painter, view, opacity):
    options = Options(view=view, opacity=opacity, show="both", orbit_yaw_deg=70.0)
    people = [person(1, (-0.6, 0, 3)), replace(person(2, (0.5, 0, 3.4)), score=FAINT_SCORE - 0.01)]
    painter.draw(frame(), people, options)  # whatever follows people softly is there
    drawn = painter.draw(frame(), people, options).astype(int)
    beside, _ = painter.draw_and_cut_out(frame(), people, options)
    assert np.abs(beside - drawn).max() <= 3
    assert np.array_equal(painter.draw(frame(), people, options), drawn)


@pytest.mark.parametrize("view", ["overlay", "mesh", "orbit"])
def test_people_cut_out_are_solid_and_stand_where_the_view_shows_them(painter, view):
    options = Options(view=view, opacity=0.3, orbit_yaw_deg=70.0)
    drawn = painter.draw(frame(), [person()], replace(options, opacity=1.0)).astype(int)
    _, cutout = painter.draw_and_cut_out(frame(), [person()], options)
    solid = cutout[..., 3] == 255
    assert solid.sum() > 100
    assert np.abs(cutout[solid][:, :3] - drawn[solid]).max() <= 1


def test_nobody_cut_out_is_transparent(painter):
    assert not painter.draw_and_cut_out(frame(), [], Options())[1].any()
