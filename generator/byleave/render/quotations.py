"""Words that stand by themselves, out of the page that their text makes."""

import re
from collections.abc import Collection, Iterator
from html import unescape

from msgspec import Struct

from byleave.model.quotations import by_itself, sentences

_FIGURE = re.compile(
    r'<figure class="quotation">\s*<blockquote>\s*<p>((?:(?!</?p>).)*)</p>\s*</blockquote>\s*'
    r"<figcaption>—((?:(?!</?figcaption>).)*)</figcaption>",
    re.S,
)
_PARAGRAPH = re.compile(r"\s*<p>((?:(?!</?p>).)*)</p>", re.S)
_TAG = re.compile("<[^>]*>")
# A sentence that says in a list what a theme is.
_MOST_OF_AN_OPENING = 180  # letters
# What a screen shows of a text, about, below the head of its page.
_WORDS_IN_SIGHT = 150
_QUOTATION = '<figure class="quotation">'


class Said(Struct, frozen=True, kw_only=True):
    """Words that stand by themselves, and the name of whoever says them.

    They are `cut` where they say more in their text.
    """

    words: str
    name: str
    cut: bool = False


def quotations_of(html: str, names: Collection[str]) -> Iterator[Said]:
    """The quotations in `html` of one of those with `names`, as far as they can stand alone."""
    for words, by in _FIGURE.findall(html):
        name, whole = _text(by), _text(words)
        said = by_itself(whole)
        # What is left of a mark that leads nowhere would stand there without any sense.
        if said and "[" not in said and name in names:
            yield Said(words=said, name=name, cut=said != whole)


def further_down(html: str) -> str:
    """The quotations in `html`, and all between them, that its first words leave no room for."""
    above, *quoted = html.split(_QUOTATION)
    words = _words(above) if quoted else 0
    while quoted and words < _WORDS_IN_SIGHT:
        words += _words(quoted.pop(0))
    return "".join(_QUOTATION + one for one in quoted)


def first_sentence(html: str) -> str:
    """The sentence with which a text begins, if it is short and begins with one."""
    found = _PARAGRAPH.match(html)
    return sentences(_text(found[1]), _MOST_OF_AN_OPENING, 1) if found else ""


def _words(html: str) -> int:
    return len(_TAG.sub(" ", html).split())


def _text(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())
