"""How the pipeline behind the page does, as those who watch over it from outside read it."""

import importlib.util
import json
import urllib.error
import urllib.request
from dataclasses import asdict
from types import SimpleNamespace

import pytest
from prometheus_client.parser import text_string_to_metric_families

from app.live_out.page import PageOutput
from app.live_out.vitals import STILL_S, Vitals
from app.system.memory import resident_bytes
from tests.fakes.live_window import SOMEBODY, STAGE_S, make_result

ESTIMATOR = SimpleNamespace(
    info=SimpleNamespace(name="doll model", body="doll", kind="body", joint_names=()),
    provider="CPUExecutionProvider",
)


@pytest.fixture
def page():
    made = PageOutput("0")
    yield made
    made.close()


def read(page, path):
    """Status and content."""
    try:
        with urllib.request.urlopen(page.status().link + path, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def samples(page):
    """{name and labels: value} as Prometheus' own parser reads them."""
    status, text = read(page, "metrics")
    assert status == 200
    return {
        (sample.name, *(label for _, label in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_it_is_well_only_while_results_come():
    clock = Clock()
    vitals = Vitals(clock)
    assert vitals.state == "starting"
    assert vitals.record()["last_result_s"] is None
    for index in range(31):
        clock.now = 1000 + index / 30
        vitals.put(make_result(index, SOMEBODY), ESTIMATOR)
    clock.now += 0.5
    record = vitals.record()
    assert record["state"] == "running"
    assert record["results"] == 31
    assert record["results_per_second"] == 30.0
    assert record["last_result_s"] == 0.5
    assert record["people"] == 1
    assert record["provider"] == "CPUExecutionProvider"
    stages = {name: 1000 * seconds for name, seconds in asdict(STAGE_S).items()}
    assert record["stages_ms"] == pytest.approx({**stages, "total": 1000 * STAGE_S.total})
    clock.now += STILL_S
    assert vitals.state == "still"


def test_frames_without_a_result_are_counted_and_those_drawn_again_are_none():
    vitals = Vitals()
    second = make_result(5)
    for result in (
        make_result(2),
        second,
        second,
        make_result(0),
        make_result(1),
    ):  # the last of another source
        vitals.put(result, ESTIMATOR)
    assert vitals.results == 4
    assert vitals.not_processed == 2


def test_health_is_read_as_json_and_its_status(page):
    status, text = read(page, "health")
    assert status == 503
    assert json.loads(text)["state"] == "starting"
    page.put(make_result(0, SOMEBODY), ESTIMATOR)
    page.put(make_result(3), ESTIMATOR)
    status, text = read(page, "health")
    record = json.loads(text)
    assert status == 200
    assert record["state"] == "running"
    assert record["model"] == "doll model"
    assert record["left_out"] == {"not_processed": 2, "viewer_too_slow": 0}
    assert record["viewers"] == 0
    assert record["memory_mb"] is None or record["memory_mb"] > 50


def test_prometheus_reads_the_metrics(page):
    assert samples(page)["fastmetro_up",] == 0
    with urllib.request.urlopen(page.status().link + "stream", timeout=10):
        for index in (0, 1, 4):
            page.put(make_result(index, SOMEBODY), ESTIMATOR)
        found = samples(page)
    assert found["fastmetro_up",] == 1
    assert found["fastmetro_results_total",] == 3
    assert found["fastmetro_frames_left_out_total", "not_processed"] == 2
    assert found["fastmetro_people",] == 1
    assert found["fastmetro_viewers",] == 1
    assert found["fastmetro_info", "CPUExecutionProvider"] == 1
    assert found["fastmetro_stage_seconds_count", "mesh"] == 3
    assert found["fastmetro_stage_seconds_sum", "total"] == pytest.approx(3 * STAGE_S.total)
    assert found["fastmetro_stage_seconds_bucket", "0.002", "draw"] == 0
    assert found["fastmetro_stage_seconds_bucket", "0.005", "draw"] == 3
    assert found["fastmetro_joint_acceleration", "shown"] == 0
    assert ("fastmetro_joint_acceleration", "network") not in found  # nothing is known of it here
    assert ("fastmetro_foot_skating",) not in found
    if resident_bytes() is not None:
        assert found["fastmetro_memory_bytes",] == pytest.approx(resident_bytes(), rel=0.2)


def test_without_the_library_metrics_say_what_is_missing(monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name == "prometheus_client" else find(name, *rest),
    )
    page = PageOutput("0")
    page.put(make_result(), ESTIMATOR)
    status, sentence = read(page, "metrics")
    assert status == 501
    assert "prometheus-client" in sentence
    assert "'booth'" in sentence
    assert read(page, "health")[0] == 200
    page.close()
