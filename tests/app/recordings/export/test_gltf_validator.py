"""Exported GLB files pass the validator of Khronos, who make glTF, without an error or a warning."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import main
from app.recordings.export.exporter import ExportSettings, export
from app.recordings.motion.refine import RefineSettings
from tests.fakes.recorded_take import record_take

pytestmark = pytest.mark.slow

VALIDATE = """
const validator = require("gltf-validator");
const content = require("fs").readFileSync(process.argv[1]);
validator.validateBytes(new Uint8Array(content)).then((report) => console.log(JSON.stringify(report)));
"""


@pytest.fixture(scope="session")
def issues(pytestconfig):
    """A function that returns the validator's counts of issues with a file.

    The environment variable FASTMETRO_GLTF_VALIDATOR names a folder into which npm has installed it;
    otherwise it is installed into pytest's cache.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        pytest.skip("there is no Node.js (node), which the glTF validator runs on")
    folder = Path(os.environ.get("FASTMETRO_GLTF_VALIDATOR") or pytestconfig.cache.mkdir("gltf-validator"))
    if not (folder / "node_modules" / "gltf-validator").is_dir():
        if npm is None:
            pytest.skip("there is no npm, which installs the glTF validator")
        words = [npm, "install", "--silent", "--no-save", "--prefix", folder, "gltf-validator@2.0.0-dev.3.10"]
        made = subprocess.run(words, capture_output=True, text=True)
        if made.returncode != 0:
            pytest.skip(f"npm cannot install gltf-validator: {(made.stderr or made.stdout).strip()[-300:]}")

    def counts(file):
        words = [node, "-e", VALIDATE, file]
        run = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=120)
        assert run.returncode == 0, run.stderr
        return json.loads(run.stdout)["issues"]

    return counts


@pytest.mark.parametrize("refine", [None, RefineSettings()], ids=["recorded", "refined"])
def test_two_people_are_valid(issues, anny, tmp_path, refine):
    record_take(anny, tmp_path / "take.h5")
    (file,) = export(tmp_path / "take.h5", "glb", tmp_path / "take.glb", ExportSettings(refine=refine))
    found = issues(file)
    assert (found["numErrors"], found["numWarnings"]) == (0, 0), found["messages"]


def test_the_sample_recorded_by_the_whole_program_is_valid(issues, tmp_path):
    path = tmp_path / "sample.h5"
    assert main.main(["run", "sample", "--max-frames", "12", "--no-overlay", "--record", str(path)]) == 0
    (file,) = export(path, "glb", tmp_path / "sample.glb")
    found = issues(file)
    assert (found["numErrors"], found["numWarnings"]) == (0, 0), found["messages"]


def test_the_validator_objects_to_what_is_wrong(issues, anny, tmp_path):
    record_take(anny, tmp_path / "take.h5")
    (file,) = export(tmp_path / "take.h5", "glb", tmp_path / "take.glb")
    file.write_bytes(file.read_bytes().replace(b'"MAT4"', b'"VEC4"'))
    assert issues(file)["numErrors"] > 0
