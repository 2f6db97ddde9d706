"""Quotation marks, apostrophes, dots and dashes."""

import pytest

from byleave.render.prose import EngineName
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html, name

ENGLISH = {
    '"a"': "“a”",
    "'a'": "‘a’",
    "\"'a' b\"": "“‘a’ b”",
    "\"a 'b'\"": "“a ‘b’”",
    '("a") "b", "c".': "(“a”) “b”, “c”.",
    "it's o'clock": "it’s o’clock",
    "the dogs' bowls": "the dogs’ bowls",
    "'tis the '80s": "’tis the ’80s",
    "rock 'n' roll": "rock ’n’ roll",
    "a... b.... c": "a… b.... c",
    "a -- b": "a – b",
    "a--b --c": "a--b --c",
    "“a” it’s": "“a” it’s",
    '"*a*" *"b"* "**c**"': "“<em>a</em>” <em>“b”</em> “<strong>c</strong>”",
    '"`"a"`"': '“<code>"a"</code>”',
    "<kbd>'</kbd> <samp>\"</samp>": "<kbd>'</kbd> <samp>\"</samp>",
    f'{name("sam")}\'s "{name("sam")}"': "Sam’s “Sam”",
    '"a\nb"': "“a\nb”",
    '"a "b" c"': "“a ‘b’ c”",
}


@every_engine
@pytest.mark.parametrize("typed", ENGLISH)
def test_what_is_typed_is_set(typed: str, engine: EngineName) -> None:
    """Keyboards have one mark where print has several; what is set already stays."""
    assert html(f"x {typed}", engine) == f"<p>x {ENGLISH[typed]}</p>"


LANGUAGES = {
    "en-GB": "“a ‘b’ c’d”",
    "cy": "“a ‘b’ c’d”",
    "ga": "“a ‘b’ c’d”",
    "gd": "“a ‘b’ c’d”",
    "de": "„a ‚b‘ c’d“",
    "de-AT": "„a ‚b‘ c’d“",
    "fr": "«\u00a0a «\u00a0b\u00a0» c’d\u00a0»",
    "fr-CH": "«a ‹b› c’d»",
    "pl": "„a «b» c’d”",
    "sv": "”a ’b’ c’d”",
    "uk": "«a „b“ c’d»",
    "ar": "”a ’b‘ c’d“",
    "nl": "‘a ‘b’ c’d’",
    "pt": "“a ‘b’ c’d”",
    "pt-PT": "«a “b” c’d»",
    "x-unknown": "“a ‘b’ c’d”",
    "": "“a ‘b’ c’d”",
}


@every_engine
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_marks(language: str, engine: EngineName) -> None:
    """Marks by the Unicode CLDR; an unknown language has those of English."""
    context = replace(USUAL, language=language)
    assert html("\"a 'b' c'd\"", engine, context) == f"<p>{LANGUAGES[language]}</p>"


@every_engine
def test_an_element_in_another_language_has_its_own(engine: EngineName) -> None:
    """A German sentence in an English story is set in German."""
    assert html('"a" <span lang="de">"b"</span>', engine) == (
        '<p>“a” <span lang="de">„b“</span></p>'
    )


@every_engine
def test_a_quotation_ends_with_its_block(engine: EngineName) -> None:
    """A forgotten mark does not turn the rest of the page inside out."""
    assert html('"a\n\n"b"', engine) == "<p>“a</p><p>“b”</p>"
