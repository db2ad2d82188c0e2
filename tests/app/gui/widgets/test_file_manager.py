"""Folders in the system's file manager."""

import os
import sys

import pytest

from app.gui.widgets.file_manager import show_folder
from models import environment
from tests.fakes.waiting import wait_until


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="stands in for xdg-open")
def test_the_file_manager_gets_the_users_own_environment(tmp_path, monkeypatch):
    opener, told = tmp_path / "xdg-open", tmp_path / "told"
    opener.write_text(f'#!/bin/sh\n(echo "$1"; env) > {told}.part; mv {told}.part {told}\n')
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.delenv("https_proxy", raising=False)
    monkeypatch.setattr(environment, "_own", None)
    environment.block_uploads()
    assert os.environ["https_proxy"] == environment.NO_SUCH_PROXY
    show_folder(tmp_path / "new folder")
    wait_until(told.exists)
    lines = told.read_text().splitlines()
    assert lines[0] == str(tmp_path / "new folder")
    assert "no_proxy=*" in lines
    assert not [line for line in lines if line.startswith("https_proxy=")]
