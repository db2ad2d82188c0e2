from pathlib import Path

import numpy as np
import pytest

from models.body.template import load_template, save_template
from models.errors import UserError

SIDES = {
    "fastmetro14": ("R_", "L_"),
    "coco17": ("right_", "left_"),
    "mediapipe33": ("right", "left"),
    "body22": ("R_", "L_"),
}


def indices(template):
    return [np.arange(template.num_vertices), *template.level_index]


def test_levels_are_those_of_fastmetro(anny):
    assert anny.level_sizes == (6890, 1723, 431)
    assert [len(faces) for faces in anny.faces] == [2 * (size - 2) for size in anny.level_sizes]


@pytest.mark.parametrize("level", [0, 1, 2])
def test_every_level_is_one_closed_surface_facing_out(anny, level):
    faces, points = anny.faces[level], anny.v_template[indices(anny)[level]]
    edges = faces[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    directed = {tuple(edge) for edge in edges.tolist()}
    assert len(directed) == len(edges), "no edge is run through twice in one direction"
    assert all((b, a) in directed for a, b in directed), "each edge lies between two triangles"
    assert len(points) - len(edges) // 2 + len(faces) == 2, "Euler number of a sphere"
    assert np.array_equal(np.unique(faces), np.arange(len(points)))
    a, b, c = np.moveaxis(points[faces].astype(np.float64), 1, 0)
    assert 0.04 < (np.cross(a, b) * c).sum() / 6 < 0.08, "cubic metres of a person"
    reached = {0}
    neighbours = {}
    for p, q in directed:
        neighbours.setdefault(p, []).append(q)
    border = [0]
    while border:
        new = {n for v in border for n in neighbours[v]} - reached
        reached |= new
        border = list(new)
    assert len(reached) == len(points), "one piece"


def test_coarser_levels_keep_vertices_of_finer_ones(anny):
    middle, coarse = anny.level_index
    assert len(np.unique(middle)) == 1723
    assert set(coarse.tolist()) <= set(middle.tolist())


def test_upsampling_keeps_kept_vertices_and_moves_with_the_body(anny):
    for level, rows in enumerate(anny.upsampling):
        np.testing.assert_allclose(rows.weight.sum(1), 1, atol=1e-5)
        fine, coarse = indices(anny)[level : level + 2]
        values = np.random.default_rng(level).normal(size=(len(coarse), 3)).astype(np.float32)
        result = rows.apply(values)
        assert len(result) == len(fine)
        np.testing.assert_array_equal(result[np.searchsorted(fine, coarse)], values)
        step = np.array([1, -2, 3], np.float32)
        np.testing.assert_allclose(rows.apply(values + step), result + step, atol=1e-4)


def test_upsampling_follows_moving_bodies(anny):
    from models.body.skinning import corpus_rotations, curl_fingers, pose_body

    rng = np.random.default_rng(5)
    rotations = corpus_rotations(anny, rng.normal(0, 0.35, (12, 22, 3)))
    bones, bent = curl_fingers(anny, rng.uniform(0, 1, (12, 10, 1)) * [1, 1, 1])
    rotations[:, bones] = bent
    betas = anny.skeleton.population[rng.integers(0, len(anny.skeleton.population), 12)]
    vertices, _ = pose_body(anny, betas, rotations)
    finest = anny.upsampling[0].apply(anny.upsampling[1].apply(vertices[:, anny.level_index[1]]))
    error = 1000 * np.linalg.norm(finest - vertices, axis=-1)
    assert error.mean() < 1.5
    assert np.percentile(error, 99) < 8


def test_adjacency_is_symmetric_and_holds_every_vertex_itself(anny):
    pairs = {tuple(pair) for pair in anny.coarse_adjacency.tolist()}
    assert len(pairs) == len(anny.coarse_adjacency)
    assert all((b, a) in pairs for a, b in pairs)
    assert all((v, v) in pairs for v in range(431))
    edges = {tuple(sorted(e)) for f in anny.faces[2].tolist() for e in zip(f, f[1:] + f[:1], strict=True)}
    assert len(pairs) == 431 + 2 * len(edges)
    assert anny.coarse_mask.sum() == 431**2 - len(pairs)


def test_the_body_is_the_same_on_both_sides(anny):
    mirrored = anny.v_template * [-1, 1, 1]
    for chosen in indices(anny):
        points = anny.v_template[chosen]
        gaps = (
            np.sqrt(((mirrored[chosen][:, None] - points[None]) ** 2).sum(-1).min(1))
            if len(chosen) < 2000
            else 0
        )
        assert np.max(gaps) < 1e-3
    for name, sides in SIDES.items():
        joints = anny.joint_sets[name]
        places = joints.regress(anny.v_template)
        for i, joint in enumerate(joints.names):
            if sides[0] in joint:
                twin = joints.names.index(joint.replace(*sides))
                np.testing.assert_allclose(places[i], places[twin] * [-1, 1, 1], atol=1e-3)


def test_the_body_faces_the_camera_upright(anny):
    joints = dict(
        zip(
            anny.joint_sets["mediapipe33"].names,
            anny.joint_sets["mediapipe33"].regress(anny.v_template),
            strict=True,
        )
    )
    assert joints["nose"][1] < joints["left_hip"][1] < joints["left_ankle"][1], "y points down"
    assert joints["left_hip"][0] > 0 > joints["right_hip"][0], "its left is on the picture's right"
    assert joints["nose"][2] < joints["left_ear"][2], "z points away from the camera"
    assert joints["left_foot_index"][2] < joints["left_heel"][2] - 0.1
    assert 1.5 < np.ptp(anny.v_template[:, 1]) < 1.8


def test_joint_sets_have_the_names_of_their_standards(anny):
    names = {name: joints.names for name, joints in anny.joint_sets.items()}
    assert set(names) == set(SIDES)
    assert names["fastmetro14"][:3] == ("R_Ankle", "R_Knee", "R_Hip")
    assert names["fastmetro14"][-2:] == ("Neck", "Head")
    assert names["coco17"][0] == "nose"
    assert names["coco17"][-1] == "right_ankle"
    assert names["mediapipe33"][23] == "left_hip"
    assert names["mediapipe33"][32] == "right_foot_index"
    assert names["body22"][0] == "pelvis"
    assert names["body22"][21] == "R_wrist"
    assert [len(n) for n in (names["fastmetro14"], names["coco17"], names["mediapipe33"])] == [14, 17, 33]


def test_joints_are_averages_of_few_vertices(anny):
    for joints in anny.joint_sets.values():
        assert joints.rows.weight.min() >= 0
        assert joints.rows.index.shape[1] <= 16
        np.testing.assert_allclose(joints.rows.weight.sum(1), 1, atol=1e-5)


def test_joints_lie_in_the_body(anny):
    for joints in anny.joint_sets.values():
        places = joints.regress(anny.v_template)
        inside = _winding(anny.v_template, anny.faces[0], places) > 0.5
        gap = np.linalg.norm(places[:, None] - anny.v_template, axis=-1).min(1)
        outside = [n for n, i, g in zip(joints.names, inside, gap, strict=True) if not i and g > 0.006]
        assert not outside


def _winding(points, faces, places):
    """Winding number: 1 inside a closed surface, 0 outside (van Oosterom and Strackee 1983)."""
    a, b, c = (points[faces[:, i]][None] - places[:, None] for i in range(3))
    la, lb, lc = (np.linalg.norm(x, axis=-1) for x in (a, b, c))
    volume = (a * np.cross(b, c)).sum(-1)
    rest = la * lb * lc + (a * b).sum(-1) * lc + (b * c).sum(-1) * la + (c * a).sum(-1) * lb
    return np.arctan2(volume, rest).sum(1) / (2 * np.pi)


def test_bone_joints_follow_their_bones(anny):
    from models.body.skinning import corpus_rotations, pose_body

    rotations = corpus_rotations(anny, np.random.default_rng(2).normal(0, 0.3, (8, 22, 3)))
    vertices, heads = pose_body(anny, np.zeros(16), rotations)
    joints = anny.joint_sets["body22"].regress(vertices)
    for name, bone, limit in (
        ("L_wrist", "wrist.L", 6), ("R_ankle", "foot.R", 8), ("L_knee", "lowerleg01.L", 25),
        ("R_hip", "upperleg01.R", 25), ("L_elbow", "lowerarm01.L", 15), ("head", "head", 8),
    ):  # fmt: skip
        apart = (
            joints[:, anny.joint_sets["body22"].names.index(name)] - heads[:, anny.skeleton.names.index(bone)]
        )
        assert 1000 * np.linalg.norm(apart, axis=-1).mean() < limit, name


def test_root_is_the_middle_of_the_hips(anny):
    joints = anny.joint_sets["fastmetro14"]
    hips = joints.regress(anny.v_template)[[joints.names.index("R_Hip"), joints.names.index("L_Hip")]]
    moved, root = anny.centred(anny.v_template + np.float32(2))
    np.testing.assert_allclose(root[0], hips.mean(0) + 2, atol=1e-5)
    np.testing.assert_allclose(anny.root.apply(moved), 0, atol=1e-5)


def test_skeleton_is_a_tree_with_full_weights(anny):
    bones = anny.skeleton
    assert bones.parents[0] == -1
    assert all(0 <= parent < i for i, parent in enumerate(bones.parents) if i)
    np.testing.assert_allclose(bones.weights.weight.sum(1), 1, atol=1e-5)
    assert bones.weights.weight.min() >= 0
    assert bones.weights.index.shape == (6890, 8)
    assert np.linalg.norm(bones.tails - bones.heads, axis=-1).min() > 0.003, "every bone has a length"


def test_shape_coefficients_are_standard_deviations_of_people(anny):
    people = anny.skeleton.population
    assert people.shape == (1500, 16)
    np.testing.assert_allclose(people.mean(0), 0, atol=0.02)
    np.testing.assert_allclose(people.std(0), 1, atol=0.02)


def test_saving_and_loading_keeps_the_template(anny, tmp_path):
    save_template(tmp_path / "copy.npz", anny)
    copy = load_template(tmp_path / "copy.npz")
    np.testing.assert_array_equal(copy.v_template, anny.v_template)
    np.testing.assert_array_equal(copy.faces[2], anny.faces[2])
    np.testing.assert_array_equal(copy.upsampling[0].weight, anny.upsampling[0].weight)
    np.testing.assert_array_equal(copy.skeleton.shape_dirs, anny.skeleton.shape_dirs)
    np.testing.assert_array_equal(copy.skeleton.population, anny.skeleton.population)
    assert copy.skeleton.names == anny.skeleton.names


def test_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(UserError, match=r"^The body template gone.npz is missing.*\.$"):
        load_template(tmp_path / "gone.npz")


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04cut short"])
def test_damaged_file_is_one_sentence(tmp_path, content):
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"^bad.npz is not a body template") as caught:
        load_template(path)
    assert "\n" not in str(caught.value)


def test_truncated_template_is_one_sentence(tmp_path):
    whole = (Path(__file__).resolve().parents[3] / "assets" / "anny.npz").read_bytes()
    path = tmp_path / "half.npz"
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError, match=r"^half.npz is not a body template"):
        load_template(path)


def test_file_of_other_arrays_is_one_sentence(tmp_path):
    np.savez(tmp_path / "other.npz", x=np.zeros(3))
    with pytest.raises(UserError, match=r"^other.npz is not a body template"):
        load_template(tmp_path / "other.npz")


def test_simplifying_a_sphere_keeps_it_closed_and_symmetric():
    trimesh = pytest.importorskip("trimesh")
    from models.anny.simplify import simplify

    ball = trimesh.creation.icosphere(subdivisions=2)
    points, triangles = np.array(ball.vertices), np.array(ball.faces)
    mirror = np.argmin(((points[:, None] * [-1, 1, 1] - points[None]) ** 2).sum(-1), axis=1)
    levels = simplify(triangles, points[None], np.ones(len(points)), mirror, (100, 41))
    assert [len(kept) for kept, _ in levels] == [100, 41]
    for kept, faces in levels:
        small = trimesh.Trimesh(points, faces, process=True)
        assert small.is_watertight
        assert small.euler_number == 2
        assert set(mirror[kept].tolist()) == set(kept.tolist())
    assert set(levels[1][0].tolist()) < set(levels[0][0].tolist())
    assert trimesh.Trimesh(points, levels[1][1]).volume > 0.8 * ball.volume


@pytest.mark.slow
def test_the_asset_can_be_made_again(anny):
    pytest.importorskip("anny")
    from models.anny.build_template import build_template

    again = build_template()
    for one, two in zip(again.faces, anny.faces, strict=True):
        np.testing.assert_array_equal(one, two)
    np.testing.assert_allclose(again.v_template, anny.v_template, atol=1e-4)
    np.testing.assert_allclose(
        again.joint_sets["mediapipe33"].regress(again.v_template),
        anny.joint_sets["mediapipe33"].regress(anny.v_template),
        atol=1e-3,
    )
