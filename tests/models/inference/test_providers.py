"""Plug-ins of ONNX Runtime: not there, broken, and without hardware; each is told in a sentence."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from models.inference.providers import Plugin, ProviderError, load_plugin
from models.program import install_line

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """Makes a plug-in's package around a library."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(name: str, library: Path) -> Plugin:
        code = f"def get_ep_name(): return {name!r}\ndef get_library_path(): return {str(library)!r}\n"
        (tmp_path / f"{name}.py").write_text(code)
        return Plugin("Stub", name, "webgpu")

    yield make
    for name in [name for name in sys.modules if name.startswith("stub_plugin_")]:
        del sys.modules[name]


def test_a_plugin_that_is_not_there_says_what_installs_it():
    plugin = Plugin("Stub", "no_such_plugin", "webgpu")
    assert not plugin.is_installed()
    with pytest.raises(ProviderError) as refused:
        load_plugin(plugin)
    assert str(refused.value) == f"Stub is not installed; run {install_line('webgpu')}."


def test_a_library_that_cannot_be_loaded_is_told(tmp_path, plugin):
    library = tmp_path / "libbroken.so"
    library.write_bytes(b"not a library")
    broken = plugin("stub_plugin_broken", library)
    assert broken.is_installed()
    with pytest.raises(ProviderError, match=r"^Stub could not be loaded \(.+\)\.$") as refused:
        load_plugin(broken)
    assert "ONNXRuntimeError" not in str(refused.value)


def test_a_package_that_fails_is_told(tmp_path, plugin):
    failing = plugin("stub_plugin_failing", tmp_path / "none.so")
    (tmp_path / "stub_plugin_failing.py").write_text("raise OSError('libvulkan.so.1 is missing')")
    with pytest.raises(ProviderError, match=r"could not be loaded \(libvulkan\.so\.1 is missing\)\.$"):
        load_plugin(failing)


def test_a_plugin_without_its_hardware_is_told_each_time(tmp_path, plugin):
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("takes Linux and a C compiler")
    library = tmp_path / "libstub.so"
    source = ROOT / "tests/fakes/stub_plugin.c"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source], check=True)
    without_hardware = plugin("stub_plugin_lonely", library)
    for _ in range(2):  # a library can be registered once
        with pytest.raises(ProviderError) as refused:
            load_plugin(without_hardware)
        said = "Stub found no GPU that it can use; update the graphics driver."
        assert str(refused.value) == said
