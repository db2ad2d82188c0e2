"""What the bench command measures, and how it compares two runs."""

import json
import subprocess
import sys
import time

import numpy as np
import pytest

from app.cli.bench_clip import cells
from app.cli.bench_ratios import FIGURES, ratios, read_report
from models.errors import UserError
from models.program import HOME
from tests.app.cli.doll_clip import run

SIZES = {"min", "median", "p95"}


def spread_is_sound(values) -> bool:
    return set(values) == SIZES and 0 <= values["min"] <= values["median"] <= values["p95"]


@pytest.mark.gl
def test_bench_reports_every_part_and_compares_it_with_a_run_before(
    clip, finds_doll, tmp_path, monkeypatch, capfd
):
    monkeypatch.setattr("app.live.sources.video.SAMPLE", clip)
    window = {
        "platform": "offscreen",
        "first_mesh_s": 2.0,
        "fps": 25.0,
        "capture_to_paint_ms": {"min": 1.0, "median": 2.0, "p95": 3.0},
        "paint_1080p_ms": {"min": 1.0, "median": 2.0, "p95": 3.0},
        "longest_ms": {"nothing": 2.0, "panel opens": 12.3},
    }
    monkeypatch.setattr("app.cli.bench.measure_window", lambda *_: window)  # a program of its own: see below
    file, again = tmp_path / "bench.json", tmp_path / "again.json"
    words = ("bench", "--model", "tiny", "--frames", 6, "--size", "160x100")
    assert run(*words, "--json", file) == 0
    report = json.loads(file.read_text())
    assert (report["width"], report["height"], report["frames"], report["people"]) == (160, 100, 6, 1)
    assert report["model"] == "tiny"
    assert report["machine"]["cpu"]
    assert report["drawing"]["renderer"]
    for part in ("one_by_one", "live"):
        stages = report[part]["stages_ms"]
        assert {"wait", "detect", "mesh", "smooth", "hands", "draw", "total"} == set(stages)
        assert all(spread_is_sound(values) for values in stages.values())
        assert stages["mesh"]["median"] > 0
        assert report[part]["fps"] > 0
    assert report["drawing"]["overlay_ms"]["median"] > 0
    assert report["file"]["fps"] > 0
    assert report["file"]["fps_with_video"] > 0
    assert report["window"] == window
    told = capfd.readouterr().out
    assert all(part in told for part in ("One by one", "Live", "A file", "A window (offscreen)"))
    assert "longest ms" in told
    assert "12.3" in told
    assert run(*words, "--json", again, "--against", file) == 0
    compared = json.loads(again.read_text())["against"]
    assert compared["file"] == str(file)
    assert set(compared["times_as_fast"]) == set(FIGURES)
    assert compared["times_as_fast"]["capture to paint"] == 1
    assert "times as fast" in capfd.readouterr().out
    assert run("bench", "--model", "tiny", "--frames", 6, "--size", "80x50", "--against", file) == 1
    assert "width 160, this run with 80" in capfd.readouterr().err


@pytest.mark.gl
def test_a_window_measures_its_start_and_its_paints(clip, models, tmp_path):
    """The program itself, on a model that sees nothing else than dolls."""
    code = (
        "import sys, main\n"
        "import app.live.loaded_model as loading, app.live.sources.video as video\n"
        "from pathlib import Path\n"
        "from models.body.template import load_template\n"
        "from tests.fakes.tiny_model import DollDetector\n"
        f"template = load_template(Path({str(models / 'doll.npz')!r}))\n"
        "loading.PersonDetector = lambda kind: DollDetector(template)\n"
        f"video.SAMPLE = Path({str(clip)!r})\n"
        "sys.exit(main.main(['bench-window']))"
    )
    began = time.monotonic()
    task = {"began_s": began, "model": str(models / "tiny.onnx"), "device": "cpu", "frames": 4}
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(task), capture_output=True, text=True, cwd=HOME
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert 0 < found["first_mesh_s"] < time.monotonic() - began
    assert len(found["latencies_s"]) >= 4
    assert len(found["paints_s"]) == 4
    assert min(found["latencies_s"]) > 0
    assert min(found["paints_s"]) > 0
    assert {"panel opens", "source changes", "recordings show", "export shows"} < found["longest_s"].keys()
    assert min(found["longest_s"].values()) > 0


@pytest.mark.gl
def test_a_window_that_cannot_show_anything_says_why(tmp_path):
    task = {"began_s": 0.0, "model": "no-such-model", "device": "cpu", "frames": 4}
    command = [sys.executable, "main.py", "bench-window"]
    done = subprocess.run(command, input=json.dumps(task), capture_output=True, text=True, cwd=HOME)
    assert done.returncode == 1
    assert "no model called 'no-such-model'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("count", "grid"), [(1, (1, 1)), (2, (1, 2)), (4, (2, 2)), (8, (2, 4))])
def test_every_person_has_a_cell_of_the_picture(count, grid):
    image = np.full((72, 128, 3), 60, np.uint8)
    image[30:42, 60:68] = 255  # in the middle
    picture = cells(image, (160, 80), count)
    assert picture.shape == (80, 160, 3)
    height, width = 80 // grid[0], 160 // grid[1]
    for row in range(grid[0]):
        for column in range(grid[1]):
            cell = picture[row * height : (row + 1) * height, column * width : (column + 1) * width]
            ys, xs = np.nonzero(cell[..., 0] > 200)
            assert abs(ys.mean() - (height - 1) / 2) < 2
            assert abs(xs.mean() - (width - 1) / 2) < 2


FACTS = {"machine": {}, "width": 1280, "height": 720, "people": 1}


def test_ratios_say_how_many_times_as_fast():
    before = FACTS | {"file": {"fps": 20.0}, "drawing": {"overlay_ms": {"median": 8.0}}}
    now = FACTS | {"file": {"fps": 30.0}, "drawing": {"overlay_ms": {"median": 4.0}}, "live": {"fps": 30.0}}
    assert ratios(before, now) == {"a file": 1.5, "drawing alone": 2.0}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("no JSON", "no JSON of 'bench'"),
        ("[1, 2]", "no JSON of 'bench'"),
        ("{}", "no JSON of 'bench'"),
        (json.dumps(FACTS | {"one_by_one": {"fps": "fast"}}), "no JSON of 'bench'"),
        (json.dumps(FACTS | {"one_by_one": {"fps": 20}, "people": 2}), "people 2, this run with 1"),
        (None, "could not be read"),
    ],
)
def test_what_is_no_report_of_the_same_frames_is_refused(tmp_path, content, said):
    file = tmp_path / "before.json"
    if content is not None:
        file.write_text(content)
    with pytest.raises(UserError, match=said):
        read_report(file, FACTS)


def test_a_report_without_people_is_of_one(tmp_path):
    file = tmp_path / "before.json"
    file.write_text(json.dumps({"machine": {}, "width": 1280, "height": 720, "one_by_one": {"fps": 20}}))
    assert read_report(file, FACTS)["people"] == 1
