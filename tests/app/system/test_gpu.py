"""What a machine with an NVIDIA card is told, tried with a driver that only describes one."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.system.gpu import cuda_failure
from models.program import install_line
from tests.fakes.tiny_model import make_model

ROOT = Path(__file__).resolve().parents[3]
# What ONNX Runtime 1.31 says where CUDA's libraries are there and the driver is too old for them.
FAILED_LOAD = (
    "/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_call.cc:154 std::conditional_t<THRW, void, "
    "onnxruntime::common::Status> onnxruntime::CudaCall(...) [with ERRTYPE = cudaError; bool THRW = true] "
    "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version ; GPU=-1 ; "
    "file=/onnxruntime_src/onnxruntime/core/providers/cuda/cuda_execution_provider.cc ; line=298 ; "
    "expr=cudaSetDevice(info_.device_id); \n"
)
ASKED = """
import json, os, sys
from pathlib import Path
from app.live.estimator import MeshEstimator
said = []
for version, major, minor in json.loads(sys.argv[2]):
    os.environ |= {"STUB_CUDA_VERSION": version, "STUB_MAJOR": major, "STUB_MINOR": minor}
    estimator = MeshEstimator(Path(sys.argv[1]))
    said.append([estimator.provider, estimator.cpu_reason])
print(json.dumps(said))
"""


def ask_with_driver(code: str, *words: str, folder: Path, **environment: str) -> Any:
    """What a program prints as JSON beside the driver."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("takes Linux and a C compiler")
    library = folder / "libcuda.so.1"
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-o", library, ROOT / "tests/fakes/stub_cuda.c"], check=True
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        env=os.environ | {"LD_LIBRARY_PATH": str(folder)} | environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_nvidia_card_that_cannot_be_used_is_told_why_in_a_sentence(tmp_path):
    model = make_model(tmp_path)
    cards = [("12040", "8", "9"), ("13000", "6", "1"), ("13000", "8", "9")]
    old_driver, old_card, no_libraries = ask_with_driver(
        ASKED, str(model), json.dumps(cards), folder=tmp_path
    )
    assert old_driver == [
        "CPUExecutionProvider",
        "The NVIDIA driver offers CUDA 12.4 and ONNX Runtime needs 13.0; update the driver to 580 or newer.",
    ]
    assert old_card == [
        "CPUExecutionProvider",
        "The NVIDIA GeForce RTX 4070 (stub) is older than ONNX Runtime supports (compute capability 6.1, "
        "it needs 7.5: RTX 20, GTX 16 or newer).",
    ]
    if importlib.util.find_spec("nvidia") is None:
        assert no_libraries == [
            "CPUExecutionProvider",
            f"NVIDIA's CUDA libraries are not installed; run {install_line('gpu')} (1.3 GB).",
        ]


VISIBLE = "import json; from app.system.gpu import visible_gpus; print(json.dumps(visible_gpus()))"


def test_the_gpus_that_may_be_used_are_the_drivers_or_those_that_a_scheduler_leaves(tmp_path):
    assert ask_with_driver(VISIBLE, folder=tmp_path) == ["0", "1", "2"]
    assert ask_with_driver(VISIBLE, folder=tmp_path, CUDA_VISIBLE_DEVICES="1,GPU-5") == ["1", "GPU-5"]
    assert ask_with_driver(VISIBLE, folder=tmp_path, CUDA_VISIBLE_DEVICES="-1") == []


def test_a_failure_of_cuda_is_told_in_cudas_own_words():
    assert (
        cuda_failure(RuntimeError(FAILED_LOAD))
        == "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime version"
    )
    assert cuda_failure(RuntimeError("out of memory\nmore")) == "out of memory"
    assert cuda_failure(RuntimeError()) == "RuntimeError"
