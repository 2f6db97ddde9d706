"""Words of a text with HTML in it that its page does not have, whatever took them.

What a page leaves out is told by rules that look at the text alone. HTML can be nested in ways that
no rule foresees, so what came out is compared with what went in.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import unescape

from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import ON_PAGES, WITH_CONTENT
from byleave.model.names.signs import is_seen
from byleave.render.prose.values import ProsePart

_WORD = re.compile(r"[^\W_]+")
_HTML = re.compile(r"(?<!\]\()<[a-zA-Z/!?]")  # where a link leads may stand between them too
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{0,31});", re.I)
# What is no text for readers by every Markdown, or is told of where it begins.
_NO_TEXT = (
    re.compile("\ue000[^\ue001]*\ue001"),
    re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![a-zA-Z][^<>]*>", re.S),
    re.compile(rf"<({'|'.join(sorted(WITH_CONTENT))})(?=[\s/>])[^<>]*>.*?</\1\s*>", re.S | re.I),
    re.compile(  # a player with its file; one without shows what is in it
        r"<(audio|video)(?=[\s>])(?:[^<>]*\ssrc\s*=|[^<>]*>\s*<source)[^<>]*>.*?</\1\s*>",
        re.S | re.I,
    ),
    re.compile(r"\]\(\s*(?:<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)"),  # where a link leads
    re.compile(r"^[ \t>]*(?:[-+*]|\d+[.)])?[ \t]*\[(?!\^)[^\[\]\n]+\]:\s*(?:<[^<>\n]*>|\S+)", re.M),
    re.compile(r"\[\^[^\[\]\n]+\]:?"),
    re.compile(r"(?<=\])\[[^\[\]\n]*\]"),
    re.compile(r"^[ ]{0,3}\*\[[^\[\]\n]+\]:", re.M),
    re.compile(r"\{:?[ ]?[#.\w][^{}\n]*\}"),
    re.compile(r"^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)*(?:`{3,}|~{3,})[ \t]*\S*", re.M),
    re.compile(r"^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)+\[[ xX]\](?=\s)", re.M),
    re.compile(r"^[ \t>]*Table:", re.M),
)
_NUMBER = re.compile(r"^(?:[ \t>]|[-+*][ \t])*(\d{1,18})[.)](?=\s)", re.M)
_TAG = re.compile(r"</?(?:[a-zA-Z]:)?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])([^<>]*)>")
_SAID = re.compile(r"""\s(?:title|alt)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_OF_PAGE = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>")
_VALUE = re.compile(r'="([^"]*)"')
_START = re.compile(r' start="(-?\d+)"')
_VALUE_OF_ITEM = re.compile(r' value="(-?\d+)"')
_FAR_IN = re.compile(r"[ \t]{2,}|\t")


def lost_words(parts: Iterable[ProsePart], html: str) -> tuple[tuple[int, int], ...]:
    """The lines of `parts` with a word that is not in `html`, which was made of them.

    They count from 0 through all parts, and each comes with the first line of its paragraph.
    """
    text = "".join(part.text for part in parts)
    if "<" not in text or not _HTML.search(text):
        return ()
    shown = Counter(_shown(html))
    lines = _missing(_said(_decoded(text)), shown)
    return tuple((line, _begins(text, line)) for line in sorted(lines))


def _missing(words: Iterable[tuple[str, int]], shown: Counter[str]) -> frozenset[int]:
    """The lines, from 0, of the words that are `shown` less often than they are said."""
    where: dict[str, list[int]] = {}
    for word, line in words:
        where.setdefault(word, []).append(line)
    # A number before a full stop may be that of an item, or only words.
    short = {
        word: len(lines) - shown[word] - (shown[word[:-1]] if word[-1] == "." else 0)
        for word, lines in where.items()
    }
    gone = {line for word, lines in where.items() if short[word] >= len(lines) for line in lines}
    for word, lines in where.items():
        if 0 < short[word] < len(lines) and gone.isdisjoint(lines):
            gone.add(lines[-1])
    return frozenset(gone)


def _decoded(text: str) -> str:
    """`text` with its references as the signs that they stand for, lines as they are.

    In code they stay.
    """
    if "&" not in text:
        return text
    bare = without_code(text)
    return _REFERENCE.sub(
        lambda one: " ".join(unescape(one[0]).split("\n")) if bare[one.start()] == "&" else one[0],
        text,
    )


def _said(text: str) -> Iterator[tuple[str, int]]:
    """Each word of `text` that readers are to find, and its line."""
    for pattern in _NO_TEXT:
        text = pattern.sub(_blank, text)
    yield from _numbers(text)
    text = _NUMBER.sub(_blank, text)
    text = _TAG.sub(_for_readers, text)
    for number, line in enumerate(text.split("\n")):
        for word in _WORD.findall(line):
            if is_seen(word):
                yield word.casefold(), number


def _numbers(text: str) -> Iterator[tuple[str, int]]:
    """The numbers of items. Who gives all of them one number wants them counted."""
    line, done, before = 0, 0, ""
    for one in _NUMBER.finditer(text):
        line += text.count("\n", done, one.start(1))
        done = one.start(1)
        number = one[1].lstrip("0")
        if number not in ("", "1", before):
            yield f"{number}.", line
        before = number


def _blank(found: re.Match[str]) -> str:
    return " " + "\n" * found[0].count("\n")


def _for_readers(tag: re.Match[str]) -> str:
    """What a tag says to readers, where it can be on a page; all else is told of by its name."""
    said = _SAID.findall(tag[2]) if tag[1].lower() in ON_PAGES else ()
    return f" {' '.join(said)} " + "\n" * tag[0].count("\n")


def _shown(html: str) -> Iterator[str]:
    """Every word of a page, the numbers of its items, and what its elements say beside."""
    done = 0
    lists: list[tuple[str, int]] = []  # the kind of each, and the number of its next item
    for tag in _OF_PAGE.finditer(html):
        yield from _words(html[done : tag.start()])
        done = tag.end()
        yield from (word for value in _VALUE.findall(tag[3]) for word in _words(value))
        if tag[2] in ("ol", "ul"):
            if tag[1]:
                del lists[-1:]
            else:
                start = _START.search(tag[3])
                lists.append((tag[2], int(start[1]) if start else 1))
        elif tag[2] == "li" and not tag[1] and lists:
            kind, number = lists.pop()
            value = _VALUE_OF_ITEM.search(tag[3])
            number = int(value[1]) if value else number
            lists.append((kind, number + 1))
            if kind == "ol":
                yield f"{number}."
    yield from _words(html[done:])


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in _WORD.findall(unescape(text)))


def _begins(text: str, line: int) -> int:
    """The first line of the paragraph that `line` belongs to, with those before that it goes on."""
    lines = text.split("\n")
    while line and (lines[line - 1].strip(" \t>") or _FAR_IN.match(lines[line])):
        line -= 1
    return line
