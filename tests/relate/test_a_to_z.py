"""The A to Z: letters as each language has them, and everything with a name under its own."""

import pytest

from byleave.model.site import AToZLetterView, AToZView
from byleave.relate import relate
from byleave.relate.index.alphabets import Alphabet
from byleave.relate.pages.a_to_z import MOST_ON_ONE_PAGE
from tests.relate.making import at, published, story, theme, views, voice


@pytest.mark.parametrize(
    ("language", "words", "letter"),
    [
        ("en-GB", "bread", "B"),
        ("en-GB", "Étude in soup", "E"),
        ("en-GB", "“Quoted”", "Q"),
        ("en-GB", "11 pounds 40", "0–9"),
        ("en-GB", "…", "#"),
        ("en-GB", "شتاء", "ش"),
        ("en-GB", "ångström", "A"),
        ("cy", "llyfr", "Ll"),
        ("cy", "lamp", "L"),
        ("cy", "Chwarae", "Ch"),
        ("cy", "ddoe", "Dd"),
        ("cy", "ŵyn", "W"),
        ("cy", "rhaff", "Rh"),
        ("sv", "ångström", "Å"),
        ("sv", "éclair", "E"),
        ("da", "øl", "Ø"),
        ("es", "ñandú", "Ñ"),
        ("es", "nube", "N"),
    ],
)
def test_the_letter_of_words(language: str, words: str, letter: str) -> None:
    """A Welsh reader looks for "llyfr" under Ll, and a Swedish one for "ångström" after Z."""
    assert Alphabet(language).filed(words, language)[0] == letter


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("en-GB", ["ground", "ground floor", "groundnut", "Zebra", "óptica"]),
        ("cy", ["cwm", "chwaer", "dŵr", "ddoe", "lamp", "llyfr", "mam", "rhaff", "sut"]),
        ("sv", ["zoo", "å", "ä", "ö"]),
        ("da", ["zoo", "æ", "ø", "å"]),
    ],
)
def test_words_are_in_their_languages_order(language: str, in_order: list[str]) -> None:
    """Letters of one's own come where the language has them, and accents do not count else."""
    order = sorted(in_order, key=Alphabet(language).key)
    assert order == (in_order if language != "en-GB" else [*in_order[:3], "óptica", "Zebra"])


@pytest.mark.parametrize(
    ("title", "language", "letter"),
    [
        ("The bus", "en-GB", "B"),
        ("A bus", "en-GB", "B"),
        ("A", "en-GB", "A"),
        ("The", "en-GB", "T"),
        ("Y blwch ffôn", "cy", "B"),
        ("Y blwch ffôn", "en-GB", "Y"),
        ("A bus", "cy", "A"),
    ],
)
def test_nobody_looks_for_the_article(title: str, language: str, letter: str) -> None:
    """Articles count in the language of the title alone, and never where they are all of it."""
    assert Alphabet("en-GB").filed(title, language)[0] == letter


def test_letters_come_before_what_is_none() -> None:
    """The letters of the site's language, those of others, numbers, the rest."""
    headings = ["#", "0–9", "ش", "Ll", "L", "A"]
    assert sorted(headings, key=Alphabet("cy").heading_key) == headings[::-1]


def test_everything_with_a_name_is_there() -> None:
    """Stories, themes by all their names, series, and people who have a page."""
    plan = relate(
        published(
            story("bus", voice("ann", person="ann"), series="tea", title="The bus"),
            story("choir", voice("cat", "people", person="cat")),
            themes=[theme("bread", also_known_as=("baking",))],
        )
    )
    view = at(plan, "/a-to-z/", AToZView)
    assert [
        (letter.letter, [(one.title, one.kind, one.see) for one in letter.entries])
        for letter in view.letters
    ] == [
        ("A", [("Ann", "person", "")]),
        ("B", [("baking", "theme", "Bread"), ("Bread", "theme", ""), ("The bus", "story", "")]),
        ("C", [("Choir", "story", "")]),
        ("O", [("Over tea", "series", "")]),
    ]
    assert not views(plan, AToZLetterView)


def test_a_long_a_to_z_has_a_page_for_each_letter() -> None:
    """And none of those is huge."""
    names = [f"b-{number:03}" for number in range(MOST_ON_ONE_PAGE)]
    plan = relate(published(story("apple"), *(story(name) for name in names)))
    view = at(plan, "/a-to-z/", AToZView)
    assert [(one.letter, one.address, one.entries) for one in view.letters] == [
        ("A", "/a-to-z/a/", ()),
        ("B", "/a-to-z/b/", ()),
    ]
    pages = views(plan, AToZLetterView)
    assert [(page.address, len(page.letter.entries)) for page in pages] == [
        ("/a-to-z/a/", 1),
        ("/a-to-z/b/", 100),
        ("/a-to-z/b/2/", 100),
        ("/a-to-z/b/3/", 100),
    ]


def test_search_engines_see_only_what_they_may() -> None:
    """A page with one line that they may not see is closed to them."""
    names = [f"b-{number:03}" for number in range(MOST_ON_ONE_PAGE)]
    closed = story("apple", voice("ann", "engines"))
    plan = relate(published(closed, *(story(name) for name in names)))
    assert [(page.letter.letter, page.indexable) for page in views(plan, AToZLetterView)][:2] == [
        ("A", False),
        ("B", True),
    ]
    assert at(plan, "/a-to-z/", AToZView).indexable
    assert not at(relate(published(closed)), "/a-to-z/", AToZView).indexable
