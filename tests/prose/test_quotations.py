"""Attributed quotations."""

import pytest

from byleave.render.prose import EngineName
from tests.prose.making import every_engine, html, name

SAID = '<figure class="quotation"><blockquote>{}</blockquote><figcaption>{}</figcaption></figure>'

ATTRIBUTED = {
    "on the next line": (f"> a\n> — {name('sam')}", SAID.format("<p>a</p>", "— Sam")),
    "after a blank line": ("> a\n>\n> — b, *c*", SAID.format("<p>a</p>", "— b, <em>c</em>")),
    "after a break": ("> a  \n> — b", SAID.format("<p>a</p>", "— b")),
    "by two hyphens": ("> a\n> -- b", SAID.format("<p>a</p>", "— b")),
    "by a bar": ("> a\n> ― b", SAID.format("<p>a</p>", "— b")),
    "after two paragraphs": ("> a\n>\n> b\n> — c", SAID.format("<p>a</p><p>b</p>", "— c")),
    "after emphasis": ("> *a*\n> — *b* c", SAID.format("<p><em>a</em></p>", "— <em>b</em> c")),
    "after a list": ("> - a\n> - b\n> — c", SAID.format("<ul><li>a</li><li>b</li></ul>", "— c")),
}
PLAIN = {
    "a dialogue": ("> — a\n> — b", "<blockquote><p>— a\n— b</p></blockquote>"),
    "one line of it": ("> — a", "<blockquote><p>— a</p></blockquote>"),
    "a dash in a line": ("> a — b", "<blockquote><p>a — b</p></blockquote>"),
    "a dash before the last line": ("> a\n> — b\n> c", "<blockquote><p>a\n— b\nc</p></blockquote>"),
    "no space": ("> a\n> —b", "<blockquote><p>a\n—b</p></blockquote>"),
    "no quotation": ("a\n— b", "<p>a\n— b</p>"),
}


@every_engine
@pytest.mark.parametrize("case", ATTRIBUTED)
def test_who_said_it_stands_with_the_words(case: str, engine: EngineName) -> None:
    """The words and who said them are one thing, to the eye and to a screen reader."""
    source, expected = ATTRIBUTED[case]
    assert html(source, engine) == expected


@every_engine
@pytest.mark.parametrize("case", PLAIN)
def test_other_dashes_are_just_dashes(case: str, engine: EngineName) -> None:
    """Many languages begin what people say with a dash."""
    source, expected = PLAIN[case]
    assert html(source, engine) == expected


@every_engine
def test_code_that_looks_like_a_quotation(engine: EngineName) -> None:
    """Code is quoted as it is."""
    assert html("```\n> a\n> — b\n```", engine) == "<pre><code>&gt; a\n&gt; — b\n</code></pre>"
