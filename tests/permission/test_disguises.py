"""For any name, any disguise and any text around it: found; and without it: nothing found."""

import html
import json
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from byleave.text_in_files import units
from tests.permission.guarding import found_in

_WORD = st.text("abcdefghijklmnopqrstuvwyzéñøč", min_size=3, max_size=9)
NAMES = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
AROUND = st.lists(
    st.sampled_from("the pond, “shed” 1974 it’s &amp; dug – <b>so</b>".split()), max_size=6
)

IN_LETTERS: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small": str.lower,
    "title": str.title,
    "full-width": lambda name: "".join(
        chr(ord(one) + 0xFEE0) if "a" <= one <= "z" else one for one in name
    ),
    "accents": lambda name: name.replace("a", "a\u0301").replace("e", "ê").replace("o", "ö"),
    "look-alikes": lambda name: name.translate(str.maketrans("aeopcyx", "аеорсух")),
    "zero-width": lambda name: "\u200b".join(name),
    "soft hyphens": lambda name: "\u00ad".join(name),
    "as it is": str,
}
BETWEEN: dict[str, Callable[[str], str]] = {
    "spaces": str,
    "lines": lambda name: name.replace(" ", "\n  "),
    "hyphens": lambda name: name.replace(" ", "-"),
    "underscores": lambda name: name.replace(" ", "_"),
    "no-break": lambda name: name.replace(" ", "\u00a0"),
    "full stops": lambda name: name.replace(" ", "."),
}
AFTER = ["", "'s", "’s", ".", ",", "!"]
IN_HTML: dict[str, Callable[[str], str]] = {
    "text": html.escape,
    "entities": lambda name: "".join(f"&#{ord(one)};" for one in name),
    "hexadecimal": lambda name: "".join(f"&#x{ord(one):x};" for one in name),
    "tags": lambda name: f"{html.escape(name[:1])}<b>{html.escape(name[1:])}</b>",
    "shy": lambda name: f"{html.escape(name[:2])}&shy;{html.escape(name[2:])}",
    "ruby": lambda name: (
        f"<ruby>{html.escape(name[:2])}<rt>x</rt>{html.escape(name[2:])}<rt>y</rt></ruby>"
    ),
    "wbr": lambda name: f"{html.escape(name[:2])}<wbr>{html.escape(name[2:])}",
    "comment": lambda name: f"<!-- {html.escape(name)} -->",
    "attribute": lambda name: f'<i title="{html.escape(name)}"></i>',
    "hidden": lambda name: f'<p style="display:none">{html.escape(name)}</p>',
    "JSON-LD": lambda name: f'<script type="application/ld+json">{json.dumps([name])}</script>',
    "percent": lambda name: f'<a href="/?q={quote(name)}">x</a>',
}


def _of(ways: dict[str, Callable[[str], str]]) -> st.SearchStrategy[Callable[[str], str]]:
    return st.sampled_from(sorted(ways)).map(ways.__getitem__)


@pytest.mark.slow
@given(NAMES, _of(IN_LETTERS), _of(BETWEEN), st.sampled_from(AFTER), _of(IN_HTML), AROUND, AROUND)
def test_any_disguise_is_found(
    name: str,
    letters: Callable[[str], str],
    between: Callable[[str], str],
    after: str,
    markup: Callable[[str], str],
    before: list[str],
    behind: list[str],
) -> None:
    """Whatever two disguises meet in one place; of one word, an accent makes another."""
    assume(" " in name or letters is not IN_LETTERS["accents"])
    said = markup(between(letters(name)) + after)
    page = f"<p>{' '.join(before)} {said} {' '.join(behind)}</p>"
    assert found_in("a.html", page, name), page


@pytest.mark.slow
@given(NAMES, st.lists(_WORD, max_size=30), _of(IN_HTML))
def test_a_text_without_the_name_is_let_be(
    name: str, words: list[str], markup: Callable[[str], str]
) -> None:
    """However alike the words are, one after another they are not the name."""
    text = " ".join(words)
    joined = "".join(units(name))
    assume(joined not in "".join(units(text)))
    assert not found_in("a.html", f"<p>{markup(text)}</p>", name)
