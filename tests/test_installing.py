"""The program as an installed tool: its wheel, and the command that works from any folder."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_installing_puts_one_package_at_the_top_of_site_packages():
    """Names such as ``app`` and ``models`` are too common for that place."""
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["sources"] == {"": "fastmetro_live"}
    assert set(PROJECT["project"]["scripts"].values()) == {"fastmetro_live.main:main"}


def test_the_extra_for_gpus_is_onnx_runtimes_own():
    (line,) = PROJECT["project"]["optional-dependencies"]["gpu"]
    assert line.startswith("onnxruntime-gpu[cuda,cudnn]")
    (runtime,) = [one for one in PROJECT["project"]["dependencies"] if one.startswith("onnxruntime-gpu")]
    assert line.replace("[cuda,cudnn]", "") == runtime  # one version for all


@pytest.fixture(scope="module")
def tool(tmp_path_factory) -> Path:
    """The folder of the commands of a bare environment that the wheel was installed into."""
    folder = tmp_path_factory.mktemp("tool")
    pip = [sys.executable, "-m", "pip"]
    subprocess.run([*pip, "wheel", "-q", "--no-deps", ROOT, "-w", folder], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as content:
        tops = {name.partition("/")[0] for name in content.namelist()}
    assert tops == {"fastmetro_live", wheel.name.rpartition("-py3")[0] + ".dist-info"}
    environment = folder / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    python = environment / "bin" / "python"
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(where, check=True, capture_output=True, text=True).stdout.strip()
    # The libraries are those of the tests' own environment.
    (Path(site) / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    subprocess.run([*pip, "--python", python, "install", "-q", "--no-deps", wheel], check=True)
    return environment / "bin"


def started(
    tool: Path, folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [tool / "fastmetro-live", *arguments],
        cwd=folder,
        env=os.environ | {"FASTMETRO_MODELS": str(folder / "models")} | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="looks for the commands where Linux and macOS have them")
def test_an_installed_tool_works_from_any_folder(tool, tmp_path):
    checked = started(tool, tmp_path, "check", "--json", "found.json")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "main.py" not in checked.stdout
    ran = started(tool, tmp_path, "run", "sample", "--max-frames", "10", "--video", "out.mp4")
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "out.mp4").stat().st_size > 10_000
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    refused = started(tool, tmp_path, "live", "--source", "0", **nowhere)
    assert "fastmetro-live run 0 --video out.mp4" in refused.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="looks for the commands where Linux and macOS have them")
def test_the_installed_window_opens(tool, tmp_path):
    """Offscreen it is closed by the signal that a desktop sends."""
    window = subprocess.Popen(
        [tool / "fastmetro-live-window", "--source", "sample", "--settings", tmp_path / "settings.json"],
        cwd=tmp_path,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            window.wait(15)
    finally:
        window.terminate()
        said = window.communicate(timeout=60)[1]
    assert "Traceback" not in said
