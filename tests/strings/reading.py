"""What a page says to its readers, piece by piece, and which of it is English of the site's own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import html

from tests.strings.catalogues import LOCALE, forms, read

_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_AROUND = " \n\t.,:;()–☑☐↩0123456789"
_SPOKEN = ("alt", "aria-label", "data-label", "placeholder", "title")
_UNSPOKEN = {"script", "style"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A piece of what a page says, and the language that it is marked to be in."""

    words: str
    language: str


def said(page: str) -> list[Said]:
    """All that a page says, texts and spoken attributes alike."""
    return list(_said(html.document_fromstring(page.encode()), ""))


def _said(element: html.HtmlElement, around: str) -> Iterator[Said]:
    language = element.get("lang", around)
    if isinstance(element.tag, str) and element.tag not in _UNSPOKEN:
        for words in (element.text, *(element.get(name) for name in _SPOKEN)):
            yield from _piece(words, language)
    for child in element:
        yield from _said(child, language)
        yield from _piece(child.tail, language)


def _piece(words: str | None, language: str) -> Iterator[Said]:
    if words and words.strip():
        yield Said(words=" ".join(words.split()), language=language)


def _pieces_of_messages() -> Iterator[str]:
    for message in read(LOCALE / "cy.po"):
        theirs = forms(message.string)
        for form in forms(message.id):
            if form not in theirs:
                yield from (piece.strip(_AROUND) for piece in _PLACEHOLDER.split(form))


ENGLISH = frozenset(filter(None, _pieces_of_messages()))
# One pattern: of more than 512, Python would keep none, and compile each anew for each text.
_PHRASE = re.compile(
    "|".join(rf"\b{re.escape(piece)}\b" for piece in sorted(ENGLISH) if " " in piece)
)


def english(pieces: Iterable[Said]) -> list[str]:
    """Those that are, or hold, words of the site's own in English."""
    words = [piece.words for piece in pieces]
    return [one for one in words if one.strip(_AROUND) in ENGLISH or _PHRASE.search(one)]


def marked(page: str, language: str) -> list[Said]:
    """What a page says in a language, by its marks."""
    return [piece for piece in said(page) if piece.language == language]
