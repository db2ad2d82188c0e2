"""Samples are the same whoever renders them, and processes that render end."""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from models.camera.crop import LANDMARK_RULE, CropRule, crop_from_landmarks
from models.errors import UserError
from models.inference.paths import ASSETS
from tests.fakes.cloth_people import make_cloth_people


def test_samples_are_the_same_whoever_renders_them():
    from models.synthetic.stream import SampleStream

    make = partial(make_cloth_people, LANDMARK_RULE, False)
    here, there = SampleStream(make, 256, 7, workers=0), SampleStream(make, 256, 7, workers=1)
    try:
        wanted, found = here.take(3), there.take(3)
    finally:
        there.close()
    for name in ("image", "mid", "landmarks_2d", "joints_2d", "clear"):
        np.testing.assert_array_equal(getattr(found, name), getattr(wanted, name))
    # Joints are placed by the same camera as the landmarks: wrist by wrist, ankle by ankle.
    for joint, landmark in ((0, 28), (5, 27), (6, 16), (11, 15)):
        apart = np.linalg.norm(wanted.joints_2d[:, joint] - wanted.landmarks_2d[:, landmark], axis=1)
        assert apart.max() < 0.12


@pytest.mark.parametrize("size", [224, 256])
def test_a_box_network_gets_its_own_crops(size):
    from models.synthetic.stream import batch_of_one

    rule = CropRule("box", 1.2)
    generator = make_cloth_people(rule, False)
    sample = generator.sample(3)
    batch = batch_of_one(sample, generator.assets.template, size)
    assert batch.image.shape == (1, size, size, 3)
    box = crop_from_landmarks(rule, sample.landmarks_2d * 500)
    assert np.abs(box.center / 500).max() < 0.3  # the person lies in the middle, but for the jitter
    assert 1.4 < box.size / 500 < 2.8


class NoGpu:
    """Cannot be made, as on a machine without a GPU."""

    def __call__(self):
        raise UserError("There is no GPU to draw on.")


def test_why_a_worker_cannot_render_is_told_where_samples_are_asked_for():
    from models.synthetic.stream import SampleStream

    stream = SampleStream(NoGpu(), 256, 0, workers=1)
    try:
        with pytest.raises(UserError, match="no GPU to draw on"):
            stream.take(1)
    finally:
        stream.close()


TRAINER_THAT_IS_KILLED = """
import multiprocessing, os, signal
from functools import partial
from models.camera.crop import LANDMARK_RULE
from models.synthetic.stream import SampleStream
from tests.fakes.cloth_people import make_cloth_people
if __name__ == "__main__":
    stream = SampleStream(partial(make_cloth_people, LANDMARK_RULE, False), 64, 0, workers=1)
    stream.take(1)
    print(*(process.pid for process in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks the process up in /proc")
def test_processes_that_render_end_with_a_trainer_that_is_killed(tmp_path):
    script = tmp_path / "trainer.py"
    script.write_text(TRAINER_THAT_IS_KILLED)
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ASSETS.parent)},
        timeout=120,
    )
    worker = int(done.stdout)
    until = time.monotonic() + 20
    while is_alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_alive(worker)


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"  # ended, and nobody asked how
