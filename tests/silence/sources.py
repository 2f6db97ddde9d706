"""The words of a Markdown text that readers are to find on its page, each with its line.

Written without a look at how the program finds its findings: a mistake would have to be made twice.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = re.compile(r"(?!0\d)[^\W_]+")
_ELEMENTS = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink "
    "blockquote body br button canvas caption center cite code col colgroup data datalist dd del "
    "details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame "
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd keygen label "
    "legend li link main map mark marquee math menu meta meter nav noembed noframes noscript "
    "object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby "
    "s samp script search section select slot small source span strike strong style sub summary "
    "sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var "
    "video wbr xmp".split()
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*|/)?)>")
_ATTRIBUTE = re.compile(r"\s([a-zA-Z-]+)\s*=\s*(\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+)")
# Attributes of which the value is for readers, and of which elements, where not of all.
_FOR_READERS = {
    "title": (),
    "aria-label": (),
    "alt": ("img", "area", "input"),
    "placeholder": ("input", "textarea"),
    "value": ("input",),
    "label": ("option", "optgroup", "track"),
    "content": ("meta",),
    "summary": ("table",),
}
# What is markup by every Markdown, and so for nobody.
_MARKUP = (
    re.compile(r"<!--.*?-->", re.S),  # a comment
    re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);", re.I),  # a reference, decoded besides
    re.compile(r"%[0-9A-Fa-f]{2}"),
    re.compile(r"\[\^[^\]\n]+\]"),  # a footnote's label
    re.compile(r"(?<=\])\[[^\]\n]*\]"),  # the label of a reference
    re.compile(r"^[ \t>]*(?:[-+*]|\d+[.)])?[ \t]*(?:`{3,}|~{3,})[ \t]*\S*", re.M),  # a language
    re.compile(r"^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]+)+\[[ xX]\](?=\s)", re.M),  # a task's box
    re.compile(r"^[ \t>]*(?:[-+*][ \t]+)*[01][.)](?=\s)", re.M),  # 1. 1. 1.
)
_DEFINITION = re.compile(r"^[ \t>]*(?:[-+*][ \t]+)?(\[(?!\^)((?:[^\[\]\\]|\\.)+)\]:)", re.M)


@dataclass(frozen=True, slots=True)
class SourceWord:
    """One word of a source, on `line` of it, counted from 1; it need not be on the page if it is
    `markup`.
    """

    text: str
    line: int
    markup: bool


def words_of_source(text: str) -> list[SourceWord]:
    """Every word of `text`, in its order."""
    markup = bytearray(len(text))
    for start, end in _markup(text):
        markup[start:end] = b"\1" * (end - start)
    found = []
    for word in WORD.finditer(text):
        line = text.count("\n", 0, word.start()) + 1
        found.append(SourceWord(word[0].casefold(), line, bool(markup[word.start()])))
    return found


def decoded(text: str) -> str:
    """`text` with its character references as the signs that they stand for."""
    return re.sub(
        r"&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);", lambda one: html.unescape(one[0]), text, flags=re.I
    )


def _markup(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _MARKUP:
        yield from (one.span() for one in pattern.finditer(text))
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _ELEMENTS:
            yield from _but_for_readers(tag)
        elif tag[1] and f"<{tag[2]}" in text:
            yield tag.span()
    used = [
        " ".join(one.casefold().split()) for one in re.findall(r"\[((?:[^\[\]\\]|\\.)+)\]", text)
    ]
    for definition in _DEFINITION.finditer(text):
        if used.count(" ".join(definition[2].casefold().split())) > 1:
            yield definition.span(1)


def _but_for_readers(tag: re.Match[str]) -> Iterator[tuple[int, int]]:
    done = tag.start()
    for value in _ATTRIBUTE.finditer(tag[3]):
        elements = _FOR_READERS.get(value[1].lower())
        if elements is not None and (not elements or tag[2].lower() in elements):
            yield done, tag.start(3) + value.start(2)
            done = tag.start(3) + value.end(2)
    yield done, tag.end()
