"""The catalogues: nothing is missing in them, nothing stale, and nothing that would not fit."""

import re
from collections import Counter
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Message
from babel.messages.plurals import get_plural

from byleave.render.dates import joined
from byleave.render.strings import Strings
from tests.strings.catalogues import (
    LOCALE,
    TEMPLATE,
    as_bytes,
    catalogues,
    forms,
    gathered,
    merged,
    read,
)

pytestmark = pytest.mark.slow

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%.|\{\w*\}")
_MARKUP = re.compile(r"[<>]|&\w+;|&#")
_CLDR = ("zero", "one", "two", "few", "many", "other")
CATALOGUES = pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)


def messages(path: Path) -> list[Message]:
    """The messages of a catalogue; its head is none."""
    return [message for message in read(path) if message.id]


def test_the_template_has_every_word_of_today() -> None:
    """Whoever begins a translation is given all there is to translate: `make strings` was run."""
    assert TEMPLATE.read_bytes() == as_bytes(gathered())


@CATALOGUES
def test_each_catalogue_follows_the_template(path: Path) -> None:
    """No language keeps words that are gone, or lacks new ones: `make strings` was run."""
    assert path.read_bytes() == as_bytes(merged(path, gathered()))


def test_welsh_is_there() -> None:
    """The site speaks English and Welsh from the beginning."""
    strings = Strings()
    assert strings.has("cy")
    assert strings.has("cy-GB")
    assert strings.has("en-GB")
    assert not strings.has("ar")


@CATALOGUES
def test_every_message_is_translated(path: Path) -> None:
    """A catalogue is complete, and nobody has doubts about any of it."""
    empty = [one.id for one in messages(path) if not all(map(str.strip, forms(one.string)))]
    assert empty == []
    assert [one.id for one in messages(path) if one.fuzzy] == []


@CATALOGUES
def test_what_is_put_in_stays_in(path: Path) -> None:
    """A name, a number or a link that the English has is in the translation, just as often."""

    def put_in(words: str) -> Counter[str]:
        return Counter(_PLACEHOLDER.findall(words))

    for message in messages(path):
        wanted = [put_in(form) for form in forms(message.id)]
        assert all(put_in(form) in wanted for form in forms(message.string)), message.id


@CATALOGUES
def test_no_message_holds_markup(path: Path) -> None:
    """Translators write words, not HTML, and their words are escaped like any others."""
    words = [form for one in messages(path) for form in (*forms(one.id), *forms(one.string))]
    assert [form for form in words if _MARKUP.search(form)] == []


@CATALOGUES
def test_every_plural_has_its_form(path: Path) -> None:
    """There are as many forms as the catalogue says that its language has."""
    wanted = read(path).num_plurals
    for message in messages(path):
        assert len(forms(message.string)) == (wanted if message.pluralizable else 1), message.id


def test_welsh_counts_as_cldr_says() -> None:
    """Welsh has six forms, and each number gets its own: none, one, two, three, six, others."""
    rule = Locale.parse("cy").plural_form
    welsh = read(LOCALE / "cy.po")
    assert welsh.num_plurals == len(_CLDR)
    wanted = {number: _CLDR.index(rule(number)) for number in range(200)}
    by_gettext = c2py(welsh.plural_expr)
    assert {number: by_gettext(number) for number in wanted} == wanted


def test_one_and_many_are_told_apart() -> None:
    """A heading over one person does not speak of several, in English and in Welsh."""
    for language, one, many in (("cy", "Awdur", "Awduron"), ("en", "Author", "Authors")):
        said = Strings().translations(language).ngettext
        assert [said("Author", "Authors", number) for number in (1, 2, 5)] == [one, many, many]


def test_a_new_language_begins_as_an_empty_file(tmp_path: Path) -> None:
    """Whoever adds a language makes an empty file, and `make strings` fills it for them."""
    path = tmp_path / "fr.po"
    path.touch()
    made = merged(path, gathered())
    path.write_bytes(as_bytes(made))
    assert path.read_bytes() == as_bytes(merged(path, gathered()))
    assert made.plural_forms == str(get_plural("fr"))
    assert {message.id for message in made} == {message.id for message in gathered()}


@pytest.mark.parametrize(
    ("words", "language", "wanted"),
    [
        (["Rhian", "Elen"], "cy", "Rhian ac Elen"),
        (["Elen", "Rhian"], "cy", "Elen a Rhian"),
        (["Elen", "Wil"], "cy", "Elen a Wil"),
        (["torth", "ŵy"], "cy", "torth ac ŵy"),
        (["a(c)"], "cy", "a(c)"),
        (["Ann", "Bob"], "en-GB", "Ann and Bob"),
    ],
)
def test_a_list_has_the_and_of_its_language(words: list[str], language: str, wanted: str) -> None:
    """A Welsh list reads as one would say it: CLDR leaves the choice of "a" or "ac" to us."""
    assert joined(words, language) == wanted
