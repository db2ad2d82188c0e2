"""A booth's file: written with every default, read strictly, wrong lines named."""

import dataclasses
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from app.booth.file import BoothFileError, read_booth_file, write_booth_file
from app.booth.settings import BoothSettings
from app.options import Options
from models.errors import UserError
from tests.app.cli.doll_clip import run


@pytest.fixture
def written(tmp_path):
    def write(text: str) -> Path:
        path = tmp_path / "booth.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_file_that_is_written_holds_every_setting_and_reads_as_the_defaults(tmp_path):
    path = tmp_path / "booth.toml"
    write_booth_file(path)
    assert read_booth_file(path) == BoothSettings()
    stored = tomllib.loads(path.read_text(encoding="utf-8"))
    for section in dataclasses.fields(BoothSettings):
        names = [entry.name for entry in dataclasses.fields(getattr(BoothSettings(), section.name))]
        assert list(stored[section.name]) == names
    lines = path.read_text(encoding="utf-8").splitlines()
    for before, line in pairwise(lines):
        if "=" in line and not line.startswith("#"):
            assert before.startswith("# ")  # what it does
    assert max(map(len, lines)) <= 110


def test_a_file_that_is_there_is_not_overwritten(written):
    path = written("[visit]\n")
    with pytest.raises(UserError, match=r"booth\.toml is there already"):
        write_booth_file(path)
    assert path.read_text() == "[visit]\n"


def test_what_is_left_out_has_its_default(written):
    settings = read_booth_file(written('[visit]\nidle_after_s = 30\nviews = ["mesh"]\n'))
    assert settings.visit == dataclasses.replace(BoothSettings().visit, idle_after_s=30.0, views=("mesh",))
    assert settings.picture == BoothSettings().picture
    assert read_booth_file(written("\ufeff")) == BoothSettings()  # as some editors begin a file


def test_the_pipeline_gets_what_the_file_says(written):
    text = '[picture]\nsource = "2"\npeople = 4\nmirror = false\n[visit]\nviews = ["orbit"]\n'
    options = read_booth_file(written(text + '[out]\nvmc = "a:1"\n')).options()
    assert options == Options(source="2", people=4, mirror=False, view="orbit", vmc="a:1", fov_deg=60.0)


def test_other_files_are_looked_for_beside_it(written, tmp_path):
    (tmp_path / "clip.mp4").touch()
    assert read_booth_file(written('[idle]\nclip = "clip.mp4"')).idle.clip == str(tmp_path / "clip.mp4")
    with pytest.raises(BoothFileError, match=r"line 3: clip is .*other\.mp4, which is not there"):
        read_booth_file(written('[idle]\n\nclip = "other.mp4"'))


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("[visit]\nidle_afte_s = 3", 2, "no setting idle_afte_s; did you mean idle_after_s?"),
        ("\n[vsit]\n", 2, "no section vsit; did you mean visit?"),
        ("xyzzy = 1", 1, "no section xyzzy; take it out, or choose of picture, visit"),
        ("visit = 1", 1, "write [visit] on a line of its own"),
        ("[visit]\n# idle_after_s = 1\nidle_after_s = 1", 3, "idle_after_s is 1; give a number from 5 to"),
        ("[visit]\nidle_after_s = '30'", 2, 'idle_after_s is "30"; give a number'),
        ("[visit]\nidle_after_s = nan", 2, "give a number"),
        ("[picture]\npeople = 7", 2, "people is 7; give a whole number from 1 to 6"),
        ("[picture]\npeople = 2.5", 2, "give a whole number"),
        ("[picture]\npeople = true", 2, "give a whole number"),
        ("[picture]\nmirror = 1", 2, "mirror is 1; give true or false"),
        ("[picture]\nlook = 'wool'", 2, 'look is "wool"; give one of mannequin, clay'),
        ("[picture]\nsource = 0", 2, 'source is 0; give a text in quotation marks, such as ""'),
        ("[visit]\nviews = []", 2, 'views is []; give a list such as ["overlay"] of overlay, mesh'),
        ("[visit]\nviews = ['overlay', 'above']", 2, 'a list such as ["overlay"]'),
        ("[idle]\nlanguages = 'en'", 2, 'a list such as ["en"] of en, de'),
        ("[picture]\nsource = 1979-05-27", 2, "a text in quotation marks"),
        ("[picture]\n\n[visit]\nsource = 'x'", 4, "no setting source"),
        ("[upkeep]\nrestart_at = '4:00'", 2, 'restart_at is "4:00"; give a time of day such as "04:00"'),
        ("[upkeep]\n\nrestart_at = '24:00'", 3, 'give a time of day such as "04:00"'),
        ("[upkeep]\nrestart_at = 04:00:00", 2, 'restart_at is "04:00:00"; give a text in quotation marks'),
        ("[upkeep]\nlog_mb = -1", 2, "log_mb is -1; give a number from 0 to 1000"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(written, text, line, told):
    with pytest.raises(BoothFileError) as caught:
        read_booth_file(written(text))
    sentence = str(caught.value)
    assert f"booth.toml, line {line}: " in sentence
    assert told in sentence
    assert sentence.endswith((".", "?"))


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"[visit\n", "is no TOML: .*line 1"), (b"\xff\xfe[\0", "no text in UTF-8")],
)
def test_other_files_are_refused(tmp_path, content, told):
    path = tmp_path / "booth.toml"
    path.write_bytes(content)
    with pytest.raises(BoothFileError, match=told):
        read_booth_file(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(BoothFileError, match=r"There is no file .*booth init -o"):
        read_booth_file(tmp_path / "none.toml")
    with pytest.raises(UserError, match="is a folder"):
        read_booth_file(tmp_path)


def test_recording_visitors_needs_the_view_that_the_frame_is_drawn_in(written, tmp_path):
    with pytest.raises(BoothFileError, match="line 2: record needs overlay among the views"):
        read_booth_file(written('[visitors]\nrecord = true\n[visit]\nviews = ["orbit"]'))
    settings = read_booth_file(written('[visitors]\nrecord = true\nfolder = "kept"'))
    assert settings.visitors.folder == str(tmp_path / "kept")


def test_who_is_in_view_besides_has_no_button(written):
    text = "[visitors]\nrecord = true\nvideo = true\nconsent = "
    with pytest.raises(BoothFileError, match='line 3: video needs consent = "both" or "arms"'):
        read_booth_file(written(text + '"button"'))
    assert read_booth_file(written(text + '"both"')).visitors.video


TAKE_AWAY = "[visitors]\nrecord = true\ntakeaway = true\n"


@pytest.mark.parametrize("page", ["", "8080", "127.0.0.1:8080", "localhost:8080", "[::1]:8080", "x:y"])
def test_phones_have_to_reach_what_they_are_to_fetch(written, page):
    with pytest.raises(BoothFileError, match=r"line 3: takeaway needs a page that phones reach, and page is"):
        read_booth_file(written(f'{TAKE_AWAY}[out]\npage = "{page}"'))


@pytest.mark.parametrize("page", ["0.0.0.0:8080", "192.168.4.1:80", "[::]:8080", "booth.local:8080"])
def test_a_page_in_the_network_is_one(written, page):
    settings = read_booth_file(written(f'{TAKE_AWAY}takeaway_minutes = 5\n[out]\npage = "{page}"'))
    assert settings.visitors.takeaway
    assert settings.visitors.takeaway_minutes == 5.0


def test_without_the_library_of_codes_it_is_said_how_to_get_it(written, monkeypatch):
    monkeypatch.setitem(sys.modules, "segno", None)
    with pytest.raises(BoothFileError, match=r"line 3: takeaway needs the library segno; run .*booth"):
        read_booth_file(written(f'{TAKE_AWAY}[out]\npage = "0.0.0.0:8080"'))


@pytest.mark.parametrize("name", ["video", "snapshot", "takeaway"])
def test_what_is_of_a_recording_needs_one(written, name):
    with pytest.raises(BoothFileError, match=f"line 2: {name} needs record = true"):
        read_booth_file(written(f"[visitors]\n{name} = true"))


def test_who_is_in_view_must_be_seen_for_the_picture_to_be_kept(written):
    text = "[visitors]\nrecord = true\nvideo = true\n[picture]\npeople = "
    with pytest.raises(BoothFileError, match="line 3: video needs people = 2 or more"):
        read_booth_file(written(text + "1"))
    assert read_booth_file(written(text + "2")).visitors.video


def test_own_texts_are_looked_at_too(written, tmp_path):
    (tmp_path / "texts.toml").write_text('[en]\nwelcome = "x"\n')
    with pytest.raises(UserError, match=r"texts\.toml: \[en\] says welcome"):
        read_booth_file(written('[idle]\ntexts = "texts.toml"'))


def test_the_command_writes_the_file_once(tmp_path, capfd):
    path = tmp_path / "my booth.toml"
    assert run("booth", "init", "-o", str(path)) == 0
    assert "live --booth" in capfd.readouterr().out
    assert read_booth_file(path) == BoothSettings()
    assert run("booth", "init", "-o", str(path)) == 1
    assert "is there already" in capfd.readouterr().err
    assert run("booth", "init", "-o", str(tmp_path / "none" / "x.toml")) == 1
    assert "There is no folder" in capfd.readouterr().err
    assert run("live", "--booth", str(tmp_path / "none.toml")) == 1
    assert "There is no file" in capfd.readouterr().err
    assert run("booth") == 2
