"""Native chatter is caught, everything else comes out, and stderr is whole again whatever overlaps."""

import logging
import os
import subprocess
import sys
import threading

import pytest

from app.system.native_output import CHATTER, EVERYTHING, without_chatter

NOTE = b"INFO: Created TensorFlow Lite XNNPACK delegate for CPU.\n"


def test_chatter_goes_to_the_debug_log_and_all_else_comes_out(capfd, caplog):
    caplog.set_level(logging.DEBUG)
    with without_chatter():
        os.write(2, NOTE + b"a true warning\nthe last line")
        assert capfd.readouterr().err == ""
    assert capfd.readouterr().err == "a true warning\nthe last line"
    assert "XNNPACK" in caplog.text
    assert "true warning" not in caplog.text
    os.write(2, NOTE)
    assert "XNNPACK" in capfd.readouterr().err


def test_an_error_within_passes_and_stderr_is_back(capfd):
    def fail():
        with without_chatter(EVERYTHING):
            os.write(2, b"a library's own words\n")
            raise ValueError("told by other means")

    with pytest.raises(ValueError, match="told"):
        fail()
    os.write(2, b"afterwards\n")
    assert capfd.readouterr().err == "afterwards\n"


def overlap(first, second):
    """Open a block, another one in another thread, close the first and then the second."""
    opened, closed = threading.Event(), threading.Event()

    def other():
        with without_chatter(second):
            os.write(2, b"of the second\n")
            opened.set()
            assert closed.wait(10)
            os.write(2, b"later of the second\n")

    thread = threading.Thread(target=other)
    with without_chatter(first):
        thread.start()
        assert opened.wait(10)
        os.write(2, b"of the first\n" + NOTE)
    closed.set()
    thread.join(10)
    assert not thread.is_alive()


def test_blocks_that_overlap_in_two_threads_leave_stderr_as_it_was(capfd):
    before = os.fstat(2)
    overlap(CHATTER, CHATTER)
    assert (os.fstat(2).st_dev, os.fstat(2).st_ino) == (before.st_dev, before.st_ino)
    assert capfd.readouterr().err == "of the second\nof the first\nlater of the second\n"
    os.write(2, b"still there\n")
    assert capfd.readouterr().err == "still there\n"


def test_what_is_no_chatter_comes_out_though_another_block_stays_open(capfd):
    with without_chatter():
        with without_chatter():
            os.write(2, b"urgent\n" + NOTE + b"half a li")
        assert capfd.readouterr().err == "urgent\n"
        os.write(2, b"ne\n")
    assert capfd.readouterr().err == "half a line\n"


def test_whatever_is_read_meanwhile_what_is_written_goes_to_the_end(capfd):
    with without_chatter():
        os.write(2, b"first\n")
        os.lseek(2, 0, os.SEEK_SET)
        os.write(2, b"second\n")
    assert capfd.readouterr().err == "first\nsecond\n"


def test_many_threads_lose_nothing(capfd):
    def look(number):
        for i in range(20):
            with without_chatter():
                os.write(2, NOTE + b"%d.%d\n" % (number, i))

    threads = [threading.Thread(target=look, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    told = capfd.readouterr().err.splitlines()
    assert sorted(told) == sorted(f"{n}.{i}" for n in range(8) for i in range(20))


@pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors in the Unix way")
def test_a_program_without_stderr_goes_on():
    code = (
        "import os, sys; os.close(2); sys.stderr = None\n"
        "from app.system.native_output import without_chatter\n"
        "with without_chatter(): print('at work')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "at work\n")
