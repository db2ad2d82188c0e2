"""GLB files, skinned from the format's own definition, hold the recorded motion."""

import json
import struct

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from app.recordings.export.bone_names import bone_names
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.motion import RecordedMotion
from app.recordings.progress import no_progress
from app.recordings.reader import Recording
from models.body.skinning import Skinner
from models.errors import UserError
from models.inference.store import mannequin_of
from tests.fakes.meshes import Y_UP, apart_mm
from tests.fakes.recorded_take import TIMES


class Glb:
    """A GLB file as its specification defines it, skinned in numpy."""

    def __init__(self, content):
        magic, version, length = struct.unpack_from("<4sII", content)
        assert (magic, version, length) == (b"glTF", 2, len(content))
        size, kind = struct.unpack_from("<I4s", content, 12)
        assert kind == b"JSON"
        self.json = json.loads(content[20 : 20 + size])
        _, kind = struct.unpack_from("<I4s", content, 20 + size)
        assert kind == b"BIN\0"
        self.buffer = content[28 + size :]

    def array(self, accessor):
        a = self.json["accessors"][accessor]
        view = self.json["bufferViews"][a["bufferView"]]
        dtype = {5126: "<f4", 5121: "u1", 5123: "<u2"}[a["componentType"]]
        shape = {"SCALAR": (), "VEC3": (3,), "VEC4": (4,), "MAT4": (4, 4)}[a["type"]]
        count = a["count"] * int(np.prod(shape))
        return np.frombuffer(self.buffer, dtype, count, view["byteOffset"]).reshape(a["count"], *shape)

    def skinned(self, mesh_node, key):
        """Vertices of a mesh at a key of its animation."""
        nodes = [dict(node) for node in self.json["nodes"]]
        animation = self.json["animations"][0]
        for channel in animation["channels"]:
            sampler = animation["samplers"][channel["sampler"]]
            values = self.array(sampler["output"])
            target = channel["target"]
            nodes[target["node"]][target["path"]] = values[min(key, len(values) - 1)]
        world = {}

        def place(node, above):
            local = np.eye(4)
            local[:3, :3] = Rotation.from_quat(nodes[node].get("rotation", [0, 0, 0, 1])).as_matrix()
            local[:3, 3] = nodes[node].get("translation", [0, 0, 0])
            world[node] = above @ local
            for child in nodes[node].get("children", []):
                place(child, world[node])

        for root in self.json["scenes"][0]["nodes"]:
            place(root, np.eye(4))
        skin = self.json["skins"][nodes[mesh_node]["skin"]]
        unbind = self.array(skin["inverseBindMatrices"]).transpose(0, 2, 1)
        matrices = np.stack([world[joint] for joint in skin["joints"]]) @ unbind
        attributes = self.json["meshes"][nodes[mesh_node]["mesh"]]["primitives"][0]["attributes"]
        sets = range(sum(name.startswith("JOINTS_") for name in attributes))
        joints = np.concatenate([self.array(attributes[f"JOINTS_{i}"]) for i in sets], 1)
        weights = np.concatenate([self.array(attributes[f"WEIGHTS_{i}"]) for i in sets], 1)
        assert (np.diff(weights, axis=1) <= 0).all()
        np.testing.assert_allclose(weights.sum(1), 1, atol=1e-5)
        blended = (weights[..., None, None] * matrices[joints]).sum(1)
        points = self.array(attributes["POSITION"])
        return (blended[:, :3, :3] @ points[..., None])[..., 0] + blended[:, :3, 3]


@pytest.fixture(scope="module")
def glb(take, tmp_path_factory):
    output = tmp_path_factory.mktemp("glb") / "take.glb"
    assert export(take[0], "glb", output, ExportSettings(origin="camera", influences=8)) == [output]
    return Glb(output.read_bytes())


@pytest.mark.parametrize(("node", "person_id"), [("person 1", 1), ("person 4", 4)])
def test_glb_skinned_by_its_own_bones_is_the_fitted_and_the_recorded_mesh(glb, take, anny, node, person_id):
    path, meshes = take
    with Recording(path) as recording:
        motion = RecordedMotion(recording, person_id).bones(anny, no_progress)
    fitted, dress = motion.fitted, mannequin_of(anny.faces[0])
    stays = np.setdiff1d(np.arange(anny.num_vertices), dress.moved)
    index = [n["name"] for n in glb.json["nodes"]].index(node)
    for key, mesh in enumerate(meshes[person_id]):
        posed = Skinner(motion.template).pose(fitted.betas[None], fitted.rotations[key, None])[0][0]
        found = glb.skinned(index, key) * Y_UP
        assert apart_mm(found, posed + fitted.translation[key])[stays].max() < 0.1
        apart = apart_mm(found, dress.shape(mesh))  # dressed at rest, bent skin is not quite the same
        assert np.percentile(apart, 90) < 3
        assert np.percentile(apart, 99) < 20


def test_glb_has_a_material_for_skin_suit_and_shoes_of_each_person(glb, anny):
    materials = glb.json["materials"]
    assert len({tuple(m["pbrMetallicRoughness"]["baseColorFactor"]) for m in materials}) == 4  # of suits two
    for mesh in glb.json["meshes"]:
        name = mesh["name"].split()[-1]
        used = [materials[primitive["material"]]["name"] for primitive in mesh["primitives"]]
        assert used == [f"skin {name}", f"suit {name}", f"shoes {name}"]
        faces = [glb.array(primitive["indices"]).reshape(-1, 3) for primitive in mesh["primitives"]]
        assert sorted(map(tuple, np.concatenate(faces).tolist())) == sorted(
            map(tuple, anny.faces[0].tolist())
        )


def test_glb_has_four_influences_unless_more_are_asked_for(glb, take, tmp_path):
    usual = Glb(
        export(take[0], "glb", tmp_path / "usual.glb", ExportSettings(origin="camera"))[0].read_bytes()
    )
    (names, more) = (
        {name for mesh in each.json["meshes"] for part in mesh["primitives"] for name in part["attributes"]}
        for each in (usual, glb)
    )
    assert more - names == {"JOINTS_1", "WEIGHTS_1"}
    index = [node["name"] for node in usual.json["nodes"]].index("person 1")
    apart = apart_mm(usual.skinned(index, 3), glb.skinned(index, 3))
    assert 0 < apart.mean() < 2
    assert np.percentile(apart, 99) < 20


def test_influences_are_refused_where_no_bones_move_a_mesh(take, tmp_path):
    with pytest.raises(UserError, match="Influences are for glb, vrm, usd; obj holds no mesh"):
        export(take[0], "obj", tmp_path / "out", ExportSettings(influences=4))


def test_glb_has_one_named_skeleton_a_person_and_the_true_times(glb, take, anny):
    assert [len(skin["joints"]) for skin in glb.json["skins"]] == [len(anny.skeleton.names)] * 2
    names = [node["name"] for node in glb.json["nodes"]]
    assert len(set(names)) == len(names)
    assert {f"{name} 4" for name in bone_names(anny.skeleton, "anny")} <= set(names)
    inputs = {sampler["input"] for sampler in glb.json["animations"][0]["samplers"]}
    keys = sorted((glb.array(accessor) for accessor in inputs), key=len)
    np.testing.assert_allclose(keys[0], TIMES[1:], atol=1e-6)
    np.testing.assert_allclose(keys[1], TIMES, atol=1e-6)
