"""The fixture of languages."""

import pytest

from tests.fakes.pseudo_language import PseudoLanguage


@pytest.fixture
def pseudo_language(qapp):
    """Let the program speak the language of longer words."""
    language = PseudoLanguage()
    qapp.installTranslator(language)
    yield language
    qapp.removeTranslator(language)
