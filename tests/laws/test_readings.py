"""A name or a word is found in every encoding that a site might write it in."""

import html
import json
from urllib.parse import quote, quote_plus

import pytest

from tests.laws.readings import found_in, words_of

NAME = "Zoë O'Brin & Söns"
WORD = "krándisk"


@pytest.mark.parametrize(
    "written",
    [
        NAME,
        NAME.upper(),
        html.escape(NAME),
        NAME.encode("ascii", "xmlcharrefreplace").decode(),
        quote(NAME),
        quote_plus(NAME),
        json.dumps(NAME),
        "/people/zoe-o-brin-sons/",
        "Zoë <b>O'Brin</b> &amp; S<wbr>öns",
        "Zoe\u0308 O’Brin & So\u0308ns",
    ],
)
def test_a_name_is_found(written: str) -> None:
    """As it is, and as HTML, an address, JSON or a slug has it."""
    name = words_of(NAME)
    assert found_in(f'<p title="a">before {written} after</p>', [name], []) == (" ".join(name),)


@pytest.mark.parametrize("written", [WORD, "KRÁNDISK", "kr&aacute;ndisk", quote(WORD), "krandisk"])
def test_a_word_is_found(written: str) -> None:
    """One word of a withheld text is enough."""
    assert found_in(f"x/{written}.html", [], words_of(WORD)) == ("krandisk",)


def test_what_is_not_there_is_not_found() -> None:
    """Parts of a name, and words that only begin like another, are no trace."""
    assert found_in("<p>Zoë & Söns, krándisks</p>", [words_of(NAME)], words_of(WORD)) == ()
