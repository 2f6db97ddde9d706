"""A name or a word is found in every encoding that a site might write it in."""

import html
import json
from urllib.parse import quote, quote_plus

import pytest

from tests.laws.readings import found_in, named_at, names_in_text, words_of

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sam Brinsert¹", "Sam Brinsert"),
        ("SAM  BRINSERT™", "Sam Brinsert"),
        ("Sam Brinsert's shed", "Sam Brinsert"),
        ("from sam_brinsert", "Sam Brinsert"),
        ("Sam-Brinsert", "Sam Brinsert"),
        ("Sa\N{SOFT HYPHEN}m **Brinsert**", "Sam Brinsert"),
        ("ask @SamBrinsert", "Sam Brinsert"),
        ("see //example.org/sambrinserts", "Sam Brinsert"),
        ("of O’Brinsert", "O'Brinsert"),
        ("of Obrinsert", "O'Brinsert"),
        ("Zoe\u0308 & Söns", "zoë & sons"),
        ("Sian said", "Siân"),
        ("said Brin", "Brin™"),
        ("ΒΡΙΝ said", "Βριν"),
        ("סבא ושרה", "שרה"),
        ("والسلام", "سلام"),
        ("हमारी सीता", "सीता"),
        ("あのハタカさん", "ハタカ"),
        ("คุณบดกมา", "บดก"),
        ("Brinsertさん", "Brinsert"),
        ("told of Mark", "Mark"),
    ],
)
def test_a_text_names(text: str, name: str) -> None:
    """However a name is dressed up, and in whichever script."""
    assert names_in_text(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Samuel Brinsert", "Sam"),
        ("Sam and Brinsert", "Sam Brinsert"),
        ("SamBrinsert", "Sam Brinsert"),
        ("ハナタカ", "ハタカ"),
        ("Brinsertsさん", "Brinsert"),
        ("सात लोग", "सीता"),
        ("a glass of rosé", "Rose"),
        ("<mark>seen</mark>", "Mark"),
        ("a note[^code]", "Code"),
        ("```code\nx\n```", "Code"),
    ],
)
def test_a_text_names_nobody(text: str, name: str) -> None:
    """Parts of words, other vowel signs, and markup are no name."""
    assert not names_in_text(text, name)


@pytest.mark.parametrize("stem", ["सीता-shed", "सीता2", "स-त", "our_स_त2"])
def test_the_name_of_a_file_names_with_vowel_signs_and_without(stem: str) -> None:
    """Where they are left out, a gap stands for each; another sign makes another name."""
    assert named_at(stem, "सीता")
    assert not named_at(
        stem.replace("सीता", "सात").replace("स-त", "सत").replace("स_त", "सत"), "सीता"
    )


@pytest.mark.parametrize("stem", ["o-brinsert", "obrinserts", "o_brinsert2", "garden-obrinsert"])
def test_the_name_of_a_file_names(stem: str) -> None:
    """Words may be joined in it, and end in an s or a number."""
    assert named_at(stem, "O'Brinsert")
    assert not named_at(stem, "Brin")
