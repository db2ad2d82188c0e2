"""What a booth says: complete in every language, and a file of own words."""

from dataclasses import astuple

import pytest

from app.booth.settings import LANGUAGES
from app.booth.texts import read_words
from models.errors import UserError


def test_every_language_says_everything():
    words = read_words(LANGUAGES)
    assert tuple(words) == LANGUAGES
    for said in words.values():
        assert all(text.strip() for text in astuple(said))
    assert len({said.invite for said in words.values()}) == len(LANGUAGES)


def test_own_words_replace_only_what_they_say(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text('[de]\nthanks = "Tschüss"\n[fr]\nhello = "Salut"\n', encoding="utf-8")
    words = read_words(("de", "en"), str(own))
    assert words["de"].thanks == "Tschüss"
    assert words["de"].hello == "Hallo"
    assert words["en"] == read_words(("en",))["en"]
    assert "fr" not in words  # not asked for


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[tlh]\nhello = "nuqneH"', "no language tlh; choose of en, de"),
        ('[en]\nbye = "x"', r"\[en\] says bye; choose of hello, thanks"),
        ("[en]\nhello = 3", "no text of at most 300 characters"),
        (f'[en]\nhello = "{"x" * 301}"', "no text of at most 300 characters"),
        ('en = "x"', r"write \[en\] on a line of its own"),
        ("[en", "is no TOML"),
    ],
)
def test_wrong_words_are_refused(tmp_path, text, told):
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(UserError, match=told):
        read_words(("en",), str(own))


def test_a_missing_file_and_one_that_is_no_text_are_told(tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        read_words(("en",), str(tmp_path / "none.toml"))
    (tmp_path / "own.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="is no TOML"):
        read_words(("en",), str(tmp_path / "own.toml"))
