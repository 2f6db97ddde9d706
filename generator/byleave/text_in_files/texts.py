"""A text as whoever looks for words has to read it: with tags and without, escapes undone."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from byleave.model.names.markup import (
    gap,
    read_aloud,
    without_comments,
    without_links,
    without_raised,
)
from byleave.model.names.reading import without_machine_words
from byleave.model.names.tags import is_no_word
from byleave.text_in_files.escapes import without_css_escapes, written_out

Kind = Literal["text", "attribute", "comment", "code", "name", "metadata", "bytes", "unread"]

# Stands between two texts that are kept in one, so that no run of words leads across.
BREAK = " 0 "
_DEEPEST = 3
# What may stand for other letters once more, after something was put in its place.
_MORE = re.compile(r"<|&[#\w]{1,40};|%[0-9a-fA-F]{2}|\\")
_TAG = re.compile(r"(<[^<>]*>)")
_VALUE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
# What stands in these is not words but a language of its own, as in style sheets.
_CODE_VALUES = frozenset({"style", "media", "sizes"})
_CODE_TAG = re.compile(r"<(style|script)\b([^<>]*)>", re.I)
_DATA = re.compile(r"json|template|text/plain", re.I)
# In code: comments, strings, addresses, and the names of classes and ids.
_IN_CODE = re.compile(
    r"/\*(?:[^*]|\*(?!/))*(?:\*/)?|//[^\n]*|\"(?:[^\"\\\n]|\\.)*\"?|'(?:[^'\\\n]|\\.)*'?"
    r"|`(?:[^`\\]|\\.)*`?|url\([^)\n]*|[#.][a-zA-Z][\w-]*",
    re.S,
)


class Text(Struct, frozen=True, kw_only=True):
    """Words that stand in a file.

    In an `address` words may be joined without a gap, and possessives lose their sign. Where the
    text is not meant to be read, a run of fewer than `least_words` words or of fewer than
    `least_letters` letters may be there by chance, and does not count. The kind "unread" says that
    a part of the file could not be read; there are then no words.
    """

    kind: Kind
    text: str
    address: bool = False
    least_words: int = 1
    least_letters: int = 1


def texts_of(text: str, kind: Kind = "text", depth: int = 0) -> Iterator[Text]:
    """Every reading of `text`, which may be or hold HTML, XML or JSON, whole or in pieces."""
    if "<" not in text:
        yield from _words(text, kind, depth)
        return
    if "<![CDATA[" in text:
        text = text.replace("<![CDATA[", "").replace("]]>", "")
    codes: list[Text] = []
    text = _without_code(text, codes, depth)
    yield from codes
    yield from _marked_up(text, kind, depth)
    for bare in dict.fromkeys((without_comments(text), without_raised(text), read_aloud(text))):
        if bare not in ("", text):
            yield from _marked_up(bare, kind, depth)


def texts_of_markdown(text: str) -> Iterator[Text]:
    """Every reading of `text` as Markdown: also without where links lead.

    Where a link on this site leads to does not count: readers see another address.
    """
    shown = without_machine_words(text)
    yield from texts_of(shown)
    if "]" in shown:
        yield from texts_of(without_links(shown))


def texts_of_code(text: str) -> Iterator[Text]:
    """Every reading of a script or a style sheet, whose own words are many people's names."""
    for plain in dict.fromkeys((text, *written_out(text), without_css_escapes(text))):
        said = BREAK.join(found[0] for found in _IN_CODE.finditer(plain))
        yield Text(kind="code", text=said)
        yield Text(kind="code", text=plain, least_words=2)


def _words(text: str, kind: Kind, depth: int) -> Iterator[Text]:
    for plain in written_out(text):
        yield Text(kind=kind, text=plain)
        if plain is not text and depth < _DEEPEST and plain != text and _MORE.search(plain):
            yield from texts_of(plain, kind, depth + 1)


def _marked_up(text: str, kind: Kind, depth: int) -> Iterator[Text]:
    pieces = _TAG.split(text)
    between, tags = pieces[0::2], pieces[1::2]
    distinct = dict.fromkeys(tags)
    gaps = {tag: gap(tag) for tag in distinct}
    shown = [
        part for pair in zip(between, map(gaps.__getitem__, tags), strict=False) for part in pair
    ]
    yield from _words("".join((*shown, between[-1])), kind, depth)
    yield from _in_tags(tuple(tag for tag in distinct if not tag.startswith("</")), depth)


def _in_tags(tags: Iterable[str], depth: int) -> Iterator[Text]:
    """What the tags themselves say: values of attributes, comments, and names made of words."""
    whole = BREAK.join(tags)
    comments = [tag for tag in tags if tag.startswith(("<!", "<?"))]
    values: list[str] = []
    codes: list[str] = []
    joined: list[str] = []
    for name, *forms in _VALUE.findall(whole):
        value = "".join(forms)
        if name.lower() in _CODE_VALUES:
            codes.append(value)
        elif not is_no_word(name.lower(), value):
            values.append(value)
        if " " not in value or name.lower() == "class":
            joined += value.split()
    yield from _words(BREAK.join(dict.fromkeys(values)), "attribute", depth)
    # Classes, ids and addresses may be several words in one; of one word alone nothing is new.
    yield Text(
        kind="attribute", text=BREAK.join(dict.fromkeys(joined)), address=True, least_words=2
    )
    if comments:
        yield from _words(BREAK.join(comments), "comment", depth)
    if codes:
        yield from texts_of_code(BREAK.join(dict.fromkeys(codes)))
    for plain in written_out(whole):
        yield Text(kind="attribute", text=plain, least_words=2)


def _without_code(text: str, codes: list[Text], depth: int) -> str:
    """`text` without what stands in styles and scripts, of which the readings go to `codes`."""
    kept, start = [], 0
    for found in _CODE_TAG.finditer(text):
        if found.start() < start:
            continue
        end = _end_of(text, found)
        inside = text[found.end() : end]
        kept.append(text[start : found.end()])
        is_data = found[1].lower() == "script" and _DATA.search(found[2])
        codes += texts_of(inside, depth=depth + 1) if is_data else texts_of_code(inside)
        start = end
    return "".join(kept) + text[start:]


def _end_of(text: str, opened: re.Match[str]) -> int:
    """Where a style or a script ends: at its closing tag, or with the text."""
    for closing in (f"</{opened[1]}", f"</{opened[1].lower()}"):
        if (end := text.find(closing, opened.end())) >= 0:
            return end
    return len(text)
