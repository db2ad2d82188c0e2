"""Wrong usage, and where options may stand."""

import importlib.util
import json
import sys

import pytest

from models.errors import UserError
from models.inference.store import find_model
from models.program import install_line
from tests.app.cli.doll_clip import run


@pytest.mark.parametrize(
    "words",
    [
        ["run"],
        ["run", "x.mp4", "--fov", "0"],
        ["run", "x.mp4", "--fov", "wide"],
        ["run", "x.mp4", "--people", "0"],
        ["run", "x.mp4", "--people", "two"],
        ["run", "x.mp4", "--video", "out.gif"],
        ["run", "x.mp4", "--every-frame", "--realtime"],
        ["run", "x.mp4", "--with-video"],
        ["run", "x.mp4", "--no-overlay", "--view", "mesh"],
        ["run", "x.mp4", "--no-overlay", "--mirror"],
        ["export", "x.h5", "--to", "mp4", "-o", "x.mp4", "--overlay", "--orbit", "1", "2"],
        ["export", "x.h5", "--to", "glb", "-o", "x.glb", "--fill-gaps", "1"],
        ["bench", "--size", "big"],
        ["bench", "--source", "0"],
        ["bench", "--glass", "--size", "640x480"],
        ["dance"],
        ["--no-such-option"],
    ],
)
def test_wrong_usage_is_exit_code_2(words, capfd):
    assert run(*words) == 2
    told = capfd.readouterr().err
    assert "usage" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        (["run", "x.mp4", "--people", "101"], "from 1 to 100"),
        (["live", "--people", "100000"], "from 1 to 100"),
        (["run", "x.mp4", "--height", "1.75"], "from 40 to 260 centimetres"),
        (["live", "--height", "tall"], "from 40 to 260 centimetres"),
        (["run", "x.mp4", "--height", "nan"], "from 40 to 260 centimetres"),
        (["run", "x.mp4", "--smoothing", "1.5"], "from 0 (none) to 1 (steady)"),
        (["live", "--smoothing", "nan"], "from 0 (none) to 1 (steady)"),
        (["live", "--view", "side_by_side"], "one of overlay, mesh, side-by-side, orbit"),
        (["run", "x.mp4", "--vmc", "host:0"], "a port from 1 to 65535"),
        (["live", "--vmc", "osc://host"], "no address such as 127.0.0.1"),
        (["play", "--vmc", "host:"], "a port from 1 to 65535"),
        (["live", "--page", "http"], "'http' is no port such as 8080"),
        (["run", "x.mp4", "--page", "0.0.0.0:70000"], "give a port up to 65535"),
        (["run", "0", "--camera-size", "1920"], "from 16 to 8192"),
        (["live", "--camera-size", "9000x720"], "from 16 to 8192"),
        (["live", "--camera-fps", "0"], "from 1 to 240"),
        (["run", "0", "--camera-fps", "fast"], "from 1 to 240"),
        (["run", "0", "--camera-format", "RGB"], "MJPG"),
        (["bench", "--size", "60000x60000"], "from 1 to 8192"),
        (["bench", "--size", "1280x8193"], "from 1 to 8192"),
        (["bench", "--size", "0x720"], "from 1 to 8192"),
        (["export", "x.h5", "--to", "mp4", "-o", "x.mp4", "--orbit", "nan", "0"], "from -360 to 360"),
        (["export", "x.h5", "--to", "mp4", "-o", "x.mp4", "--orbit", "0", "inf"], "from -360 to 360"),
    ],
)
def test_a_number_out_of_bounds_is_wrong_usage_that_names_them(words, bounds, capfd):
    assert run(*words) == 2
    told = capfd.readouterr().err.splitlines()[-1]
    assert bounds in told
    assert any(repr(word) in told for word in words)


def test_debug_shows_the_traceback(tmp_path):
    from app.live.sources.base import SourceError

    with pytest.raises(SourceError):
        run("run", tmp_path / "none.mp4", "--debug")


@pytest.mark.parametrize("words", [["--debug", "check"], ["check", "--debug"]])
def test_debug_may_stand_before_or_after_the_command(words, monkeypatch):
    def fail(json_file):
        raise KeyError("surprise")

    monkeypatch.setattr("app.cli.check.check", fail)
    with pytest.raises(KeyError, match="surprise"):
        run(*words)


@pytest.mark.parametrize(
    "words",
    [
        ["models", "--debug", "import"],
        ["--debug", "models", "import"],
        ["models", "--json", "list.json", "import", "--debug"],
    ],
)
def test_options_may_stand_before_import(words, tmp_path):
    pytest.importorskip("torch")
    files = ["--checkpoint", tmp_path / "none.bin", "--smpl", tmp_path / "none.pkl"]
    rest = ["--fastmetro-data", tmp_path, "-o", "small"]
    with pytest.raises(UserError, match=r"none\.(bin|pkl)"):  # --debug shows the error itself
        run(*words, "--variant", "FastMETRO-S-R50", *files, *rest)


def test_importing_a_model_without_torch_says_what_to_install(monkeypatch, capfd):
    find_spec = importlib.util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "torch" else find_spec(name))
    words = ["--variant", "FastMETRO-S-R50", "--checkpoint", "x.bin", "--smpl", "x.pkl"]
    words += ["--fastmetro-data", "data", "-o", "small"]
    assert run("models", "import", *words) == 1
    told = capfd.readouterr().err
    assert install_line("train") in told
    assert "unrecognized" not in told
    assert run("models", "import", "--help") == 0
    told = " ".join(capfd.readouterr().out.split())
    assert "--checkpoint FILE.bin" in told
    assert "basicModel_neutral" in told
    assert "Needs PyTorch" in told
    assert run("models", "import", *words, "--quick") == 2
    assert "unrecognized arguments: --quick" in capfd.readouterr().err
    assert run("models", "--no-such-option") == 2
    assert "unrecognized arguments: --no-such-option" in capfd.readouterr().err


@pytest.mark.parametrize("before", [(), ("list",)])
def test_models_are_listed_with_and_without_saying_so(before, tmp_path, capfd):
    words = ["models", *before, "--json", tmp_path / "list.json"]
    assert run(*words) == 0
    assert "anny" in capfd.readouterr().out
    assert json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))[0]["kind"] == "body"


def test_a_file_for_the_list_of_models_may_be_named_before_it(tmp_path):
    assert run("models", "--json", tmp_path / "list.json", "list") == 0
    assert (tmp_path / "list.json").is_file()


def test_an_unknown_command_of_models_is_told_with_the_known_ones(capfd):
    assert run("models", "lists") == 2
    assert "argument COMMAND: invalid choice: 'lists' (choose from" in capfd.readouterr().err


def test_debug_before_the_windows_own_options_and_without_a_display(monkeypatch):
    from models.inference.store import ModelError

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("app.cli.run.run", lambda options, **_: find_model(options.model))
    for words in (["--debug", "--model", "nope"], ["--model", "nope", "--debug"]):
        with pytest.raises(ModelError, match="nope"):
            run(*words)
