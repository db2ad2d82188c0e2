"""VRM files are avatars: in a T-pose on the floor, with bones that are named and a licence."""

import json
import shutil
import subprocess

import numpy as np
import pytest

from app.recordings.export.exporter import ExportSettings, export
from models.errors import UserError
from tests.app.recordings.export.test_glb import Glb
from tests.fakes.bone_tables import DOCUMENTED
from tests.fakes.node_packages import node_folder


@pytest.fixture(scope="module")
def avatar(take, tmp_path_factory):
    """The avatar of person 1: (path, its content)."""
    output = tmp_path_factory.mktemp("vrm") / "me.vrm"
    assert export(take[0], "vrm", output, ExportSettings(person=1)) == [output]
    return output, Glb(output.read_bytes())


def test_the_bones_are_those_of_vrm(avatar):
    content = avatar[1].json
    vrm = content["extensions"]["VRMC_vrm"]
    assert content["extensionsUsed"] == ["VRMC_vrm"]
    assert vrm["specVersion"] == "1.0"
    bones = vrm["humanoid"]["humanBones"]
    assert set(bones) == DOCUMENTED["vrm"]
    assert {name: content["nodes"][bone["node"]]["name"] for name, bone in bones.items()} == {
        name: name for name in bones
    }


def test_it_rests_in_a_t_pose_on_the_floor_and_does_not_move(avatar):
    _, glb = avatar
    assert "animations" not in glb.json
    assert all(node.get("rotation", [0, 0, 0, 1]) == [0, 0, 0, 1] for node in glb.json["nodes"])
    glb.json["animations"] = [{"channels": [], "samplers": []}]  # as the reader here expects
    skin = glb.skinned(0, 0)
    assert skin[:, 1].min() == pytest.approx(0, abs=1e-4)
    assert abs(skin[:, 0].mean()) < 0.02
    width, height, depth = np.ptp(skin, axis=0)
    assert 0.9 < width / height < 1.1
    assert depth < 0.25 * height
    toes = skin[skin[:, 1] < 0.03 * height]
    assert toes[:, 2].max() > 0.1  # it faces z


def test_it_says_that_everything_is_allowed_as_cc0_does(avatar):
    meta = avatar[1].json["extensions"]["VRMC_vrm"]["meta"]
    assert meta["name"] == "take, person 1"
    assert meta["authors"]
    assert meta["licenseUrl"] == "https://vrm.dev/licenses/1.0/"
    assert "zero/1.0" in meta["otherLicenseUrl"]
    assert meta["creditNotation"] == "unnecessary"
    assert all(allowed is True for name, allowed in meta.items() if name.startswith("allow"))


def test_several_people_are_a_file_each(take, tmp_path):
    files = export(take[0], "vrm", tmp_path / "us.vrm")
    assert [file.name for file in files] == ["us-1.vrm", "us-4.vrm"]


def test_bodies_of_another_licence_are_refused(take, tmp_path, anny, monkeypatch):
    from dataclasses import replace

    monkeypatch.setattr("app.recordings.export.vrm.rigged_template_of", lambda _: replace(anny, name="smpl"))
    with pytest.raises(UserError, match="An avatar is made of the open body alone"):
        export(take[0], "vrm", tmp_path / "a.vrm", ExportSettings(person=1))
    assert list(tmp_path.iterdir()) == []


LOAD = """
import {readFileSync} from "fs";
globalThis.self = globalThis;
const {GLTFLoader} = await import("three/examples/jsm/loaders/GLTFLoader.js");
const {Vector3} = await import("three");
const {VRMLoaderPlugin} = await import("@pixiv/three-vrm");
const content = readFileSync(process.argv[1]);
const loader = new GLTFLoader();
loader.register((parser) => new VRMLoaderPlugin(parser));
const buffer = content.buffer.slice(content.byteOffset, content.byteOffset + content.length);
const gltf = await new Promise((done, failed) => loader.parse(buffer, "", done, failed));
const vrm = gltf.userData.vrm;
const said = {meta: vrm.meta, heads: {}, turned: {}};
gltf.scene.updateMatrixWorld(true);
const bones = Object.keys(vrm.humanoid.humanBones);
const place = (name) => vrm.humanoid.getRawBoneNode(name).getWorldPosition(new Vector3()).toArray();
for (const name of bones) said.heads[name] = place(name);
vrm.humanoid.getNormalizedBoneNode("leftUpperArm").rotation.set(0, 0, -Math.PI / 2);
vrm.update(0);
gltf.scene.updateMatrixWorld(true);
for (const name of bones) said.turned[name] = place(name);
console.log(JSON.stringify(said));
"""


@pytest.mark.slow
def test_three_vrm_loads_and_moves_it(avatar, pytestconfig):
    """The loader of pixiv, who wrote most of VRM's specification, takes it as VRM 1.0 and lowers an arm."""
    folder = node_folder(pytestconfig, "three@0.187.0", "@pixiv/three-vrm@3.5.5")
    words = [shutil.which("node"), "--input-type=module", "-e", LOAD, str(avatar[0])]
    run = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
    said = json.loads(run.stdout.splitlines()[-1])
    assert said["meta"]["metaVersion"] == "1"
    assert said["meta"]["commercialUsage"] == "corporation"
    assert set(said["heads"]) == DOCUMENTED["vrm"]
    heads, turned = ({k: np.array(v) for k, v in said[key].items()} for key in ("heads", "turned"))
    arm = heads["leftHand"] - heads["leftUpperArm"]
    lowered = turned["leftHand"] - turned["leftUpperArm"]
    np.testing.assert_allclose(lowered, [arm[1], -arm[0], arm[2]], atol=1e-3)
    np.testing.assert_allclose(turned["rightHand"], heads["rightHand"], atol=1e-6)


@pytest.mark.slow
def test_the_container_passes_the_validator_of_khronos(avatar, pytestconfig):
    folder = node_folder(pytestconfig, "gltf-validator@2.0.0-dev.3.10")
    script = (
        'require("gltf-validator").validateBytes(new Uint8Array(require("fs").readFileSync(process.argv[1])))'
        ".then((report) => console.log(JSON.stringify(report)))"
    )
    run = subprocess.run(
        [shutil.which("node"), "-e", script, str(avatar[0])], cwd=folder, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    issues = json.loads(run.stdout)["issues"]
    assert (issues["numErrors"], issues["numWarnings"]) == (0, 0), issues["messages"]
