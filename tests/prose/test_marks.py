"""The characters that stand for names and braces, where a text makes them itself."""

from collections.abc import Iterable

import pytest

from byleave.render.prose import EngineName, ProsePart, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, html, name, passages, prose

_SEALED = {letter: 0xE010 + place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}


def _references(codes: Iterable[int], form: str) -> str:
    return "".join(form.format(code) for code in codes)


FORGED = {
    "hex": "&#xE000;gwen&#xE001;",
    "capital X": "&#Xe000;gwen&#Xe001;",
    "decimal": "&#57344;gwen&#57345;",
    "leading zeros": "&#x0000000E000;gwen&#000000057345;",
    "no semicolon": "&#xE000 gwen&#xE001 ",
    "escaped": "&\\#xE000;gwen&\\#xE001;",
    "twice": "&amp;#xE000;gwen&amp;#xE001;",
    "percent": "%EE%80%80gwen%EE%80%81",
    "of someone published": "&#xE000;sam&#xE001;",
    "sealed": _references([0xE000, *(_SEALED[x] for x in "gwen"), 0xE001], "&#x{:X};"),
    "sealed, of someone published": _references(
        [0xE000, *(_SEALED[x] for x in "sam"), 0xE001], "&#{};"
    ),
    "sealed, percent": "%EE%80%80%EE%80%96%EE%80%A6%EE%80%94%EE%80%9D%EE%80%81",
    "half": "&#xE000;",
    "the other half": "&#xE001;",
    "braces": "&#xE002;gwen&#xE003;",
    "all": _references(range(0xE000, 0xE010), "&#{};"),
    "with a key": _references([0xE000, *range(0xE040, 0xE048), 0xE001], "&#{};"),
}
AROUND = {
    "text": "met X ZEBRA",
    "element": "<div>met X ZEBRA</div>",
    "Markdown in an element": '<div markdown="1" lang="X">met X ZEBRA</div>',
    "attribute": '<abbr title="X">ZEBRA</abbr>',
    "attribute list": '## ZEBRA {: title="X" #X }\n\na',
    "link": '[ZEBRA](https://a.example/X "X")',
    "element that links": '<a href="https://a.example/X" title="X">ZEBRA</a>',
    "picture": '![X](hall.jpg "X") ZEBRA',
    "mail": "<X@a.example> ZEBRA",
    "bare address": "https://a.example/X ZEBRA",
    "heading": "# X ZEBRA\n\na",
    "code": "`X` ZEBRA\n\n    X",
    "footnote": "ZEBRA[^X]\n\n[^X]: X",
    "table": "| X |\n| - |\n| ZEBRA |\nTable: X",
}


@every_engine
@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("around", AROUND)
def test_a_reference_makes_no_token(around: str, forged: str, engine: EngineName) -> None:
    """A story from a stranger neither stops the build nor says a name that the gate saw not."""
    body = prose(AROUND[around].replace("X", FORGED[forged]), engine)
    assert "ZEBRA" in body.html
    for words in (body.html, *(heading.text for heading in body.contents), *body.ids):
        assert "Sam" not in words.replace("Sam's talk", "")
        assert not set(words) & set(map(chr, range(0xE000, 0xE010)))
        assert "{" not in words.replace("{: title=", "").replace("{#", "")


@every_engine
def test_what_the_reader_marked_stays_beside_what_is_forged(engine: EngineName) -> None:
    """Names and braces are put in place as ever, in text, in attributes and in addresses."""
    sam, brace = name("sam"), "\ue002sam\ue003"
    source = f"&#xE000;{sam}&#xE001; {brace} [a](https://a.example/{sam}{brace}?&#xE000;)"
    # comrak makes U+FFFD of each reference to a character that nobody has defined.
    body = html(source, engine).replace("\ufffd", "").replace("%EF%BF%BD", "")
    assert body == (
        '<p>Sam {sam} <a href="https://a.example/Sam%7Bsam%7D?" rel="external">a</a></p>'
    )


@every_engine
@pytest.mark.parametrize(
    "source",
    [
        '<p title="X">a</p> <abbr title="by X">b</abbr>',
        '<abbr title="by X">b</abbr>',
        '[a](garden.md "by X")',
        '![by X](hall.jpg "by X")',
        '<a href="garden.md" title="by X">a</a>',
    ],
)
def test_a_name_in_an_attribute_is_put_in_place(source: str, engine: EngineName) -> None:
    """Names are shown as they are agreed wherever they stand, and cannot end an attribute."""
    body = html(source.replace("X", name("bo")), engine)
    assert 'by Bo &amp; &lt;Co&gt;"' in body
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in body)


@every_engine
def test_a_forged_place_moves_no_passage(engine: EngineName) -> None:
    """What voices said stays where it stands, whatever the text around it holds."""
    parts = passages("a\n\n&#xE004;\n\nb\n\n```\nopen", "said", "c")
    body = compose(parts, replace(USUAL, engine=engine)).html
    assert body.index("open") < body.index("said") < body.index("c</p>")


@every_engine
def test_own_private_characters_stay(engine: EngineName) -> None:
    """Some scripts and signs have no other characters; only the marks' own are taken."""
    assert html("a \ue010 \ue040 &#xE041; \uf8ff", engine) == "<p>a \ue010 \ue040 \ue041 \uf8ff</p>"


@every_engine
def test_the_same_text_has_the_same_key(engine: EngineName) -> None:
    """A second build is the same, byte by byte (law 4)."""
    parts = [ProsePart(text=f"{name('sam')} &#xE000;")]
    context = replace(USUAL, engine=engine)
    assert compose(parts, context) == compose(parts, context)
