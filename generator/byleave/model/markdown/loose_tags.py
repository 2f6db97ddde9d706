"""Tags that are words: `press <select>` names no element, and nothing after it may go with one."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping

from byleave.model.markdown.blocks import begins_html, begins_its_line
from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import OF_DRAWINGS, SHOWN_ELSEWHERE
from byleave.model.names.tags import ELEMENTS, PARENTS, WITHOUT_END, bare_words

# What does nothing where it is not closed, and has no attributes.
_NOTHING_ALONE = frozenset(
    "a abbr acronym basefont bdi bdo body font head html img ruby span".split()
)
# What parts the words around it, where it begins a line.
_OF_BLOCKS = frozenset(
    "blockquote body center div dl fieldset figcaption figure form h1 h2 h3 h4 h5 h6 head html ol "
    "section table ul".split()
)
# What would hide all that follows, or make one block of it.
_HOLDS_ALL = frozenset({"details", "pre"})
_MAY_BEGIN = _OF_BLOCKS | frozenset(PARENTS)
_VOID = frozenset("area base embed frame input keygen link meta param source track".split())
TAG = re.compile(
    r"<(?:(/?)((?:[a-zA-Z]:)?[a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])"
    r"((?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'){0,2000})>"
    r"|(!--|!\[CDATA\[|!(?=[a-zA-Z])|\?))"
)
_LEADS = re.compile(r"\b(?:src|data|code)\s*=", re.I)
_END = re.compile(r"</((?:[a-zA-Z]:)?[a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
# In angle brackets, a destination may hold spaces, and no line's end.
_DESTINATION = re.compile(r"\]\(\s*\Z")
_MARKS = " \t>*+-.)0123456789"
_BLANK = re.compile(r"\n(?=[ \t>]*\n)")
_CLOSES = {"!--": "-->", "![CDATA[": "]]>", "?": "?>"}


def loose_tags(text: str) -> Iterator[int]:
    """Where in `text`, which is one document, a `<` begins what has to be shown as it is written.

    That is a tag of no element (`<surname>`), one with words in it (`<b and c>`), or one that is
    never closed and would take along what follows (`<select>`, `<!--`), or does nothing
    (`the <td> tag`). What stands in code is none.
    """
    if "<" not in text:
        return
    text = without_code(text)
    ends: dict[str, list[int]] = {}
    for end in _END.finditer(text):
        ends.setdefault(end[1].lower(), []).append(end.start())
    # Found once, and not looked for from each tag on: a long text may have many.
    blanks = [blank.start() for blank in _BLANK.finditer(text)]
    last = {sign: text.rfind(close) for sign, close in _CLOSES.items()}
    begun: Counter[str] = Counter()
    for found, among_words in _tags(text):
        name = (found[2] or "").lower()
        if is_destination(text, found):
            loose = False
        elif found[4]:
            loose = _is_loose_sign(found[4], text, found.end(), last)
        elif found[1]:
            # An end goes with its beginning: where that is left out, so is this.
            loose = name not in ELEMENTS and "-" not in name and begun[name] <= 0
            begun[name] -= 1
        else:
            closed = _is_closed(text, found, ends.get(name, []), blanks) or (
                name in OF_DRAWINGS and found[3].endswith("/")
            )
            alone = not any(begun[one] > 0 for one in PARENTS.get(name, ()))
            loose = _is_loose(name, found[3], closed=closed, alone=alone) and (
                among_words or name not in _MAY_BEGIN
            )
            begun[name] += not loose and not found[3].endswith("/")
        if loose:
            yield found.start()


def _is_closed(text: str, tag: re.Match[str], ends: list[int], blanks: list[int]) -> bool:
    """Whether one of the end tags at `ends` closes `tag`.

    In a paragraph it is the one in the same paragraph, before the next of the `blanks`: another
    would take along all between them.
    """
    after = bisect_right(ends, tag.start())
    if after == len(ends):
        return False
    if begins_its_line(text, tag.start()) and begins_html(
        text[tag.start() : tag.end() + 200].partition("\n")[0]
    ):
        return True
    blank = bisect_left(blanks, tag.end())
    return blank == len(blanks) or ends[after] < blanks[blank]


def is_destination(text: str, found: re.Match[str]) -> bool:
    """Whether `found` is no tag but where a link leads, as in `![](<our hall.jpg>)`."""
    begin = found.start()
    return "\n" not in found[0] and bool(_DESTINATION.search(text, max(0, begin - 20), begin))


def _is_loose_sign(sign: str, text: str, after: int, last: Mapping[str, int]) -> bool:
    """Whether what begins a comment or the like is never closed, or is none.

    `last` says where what closes each is for the last time.
    """
    if sign == "!":
        return not text.startswith(("doctype", "DOCTYPE"), after)
    if sign == "!--" and text.startswith((">", "->"), after):
        return False
    return last[sign] < after


def _tags(text: str) -> Iterator[tuple[re.Match[str], bool]]:
    """Each tag, and whether words stand before it on its line; marks and other tags are none."""
    end, among_words = 0, False
    for found in TAG.finditer(text):
        _, newline, before = text[end : found.start()].rpartition("\n")
        among_words = (among_words and not newline) or bool(before.strip(_MARKS))
        yield found, among_words
        end, among_words = found.end(), among_words and "\n" not in found[0]


def _is_loose(name: str, attributes: str, *, closed: bool, alone: bool) -> bool:
    valued = "=" in attributes
    if name not in ELEMENTS:
        return not valued and not ("-" in name and closed)
    if not valued and bare_words(attributes):
        return True
    if closed or name in WITHOUT_END:
        return False
    if name in _HOLDS_ALL:
        return True
    if name in PARENTS:
        return alone and not valued
    if name in _OF_BLOCKS:
        return not valued
    if name in _NOTHING_ALONE:
        return not attributes.strip(" \t\n/")
    if name in SHOWN_ELSEWHERE:
        return not _LEADS.search(attributes)
    if name in _VOID:
        return not valued
    return True
