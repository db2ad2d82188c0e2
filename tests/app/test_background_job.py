"""A job in the background tells its progress, its result or its error."""

import json
import threading

from app.background_job import Job


def test_a_job_tells_its_progress_and_can_be_stopped():
    begun, seen = threading.Event(), threading.Event()

    def work(progress):
        progress(1, 4)
        begun.set()
        while not seen.wait(0.001):
            progress(2, 4)
        progress(3, 4)

    job = Job(work)
    begun.wait(5)
    assert job.progress[1] == 4
    assert job.is_running
    job.stop()
    job.wait()
    assert job.was_stopped
    assert job.error is None
    assert job.result is None
    failing = Job(lambda progress: json.loads("{"))
    failing.wait()
    assert isinstance(failing.error, ValueError)
    assert not failing.was_stopped
