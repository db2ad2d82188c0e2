"""Who has a file or device open."""

import subprocess
import sys

import pytest

from app.system.processes import programs_using

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells it")


def test_another_program_that_has_a_file_open_is_named(tmp_path):
    file = tmp_path / "device"
    file.write_bytes(b"")
    assert programs_using(file) == []
    with subprocess.Popen(
        ["tail", "-f", str(file)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as other:
        try:
            while not (found := programs_using(file)):
                assert other.poll() is None
            assert found == ["tail"]
        finally:
            other.kill()


def test_this_program_itself_is_not_named(tmp_path):
    with (tmp_path / "device").open("wb"):
        assert programs_using(tmp_path / "device") == []
