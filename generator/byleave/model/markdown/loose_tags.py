"""Tags that are words: `press <select>` names no element, and nothing after it may go with one."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from byleave.model.markdown.blocks import begins_html
from byleave.model.markdown.code import without_code
from byleave.model.markdown.elements import SHOWN_ELSEWHERE
from byleave.model.names.tags import ELEMENTS

# Whose end tag may be left out, or often is: what they hold stays in any case.
_OFTEN_OPEN = frozenset(
    "a abbr acronym b basefont bdi bdo big blockquote body br center cite code col colgroup dd del "
    "details dfn dir div dl dt em fieldset figcaption figure font form head hr "
    "html i img ins kbd li ol option optgroup p pre q rb rp rt rtc ruby s samp section small span "
    "strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr".split()
)
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
_BLANK = re.compile(r"\n[ \t>]*\n")
_CLOSES = {"!--": "-->", "![CDATA[": "]]>", "?": "?>"}


def loose_tags(text: str) -> Iterator[int]:
    """Where in `text`, which is one document, a `<` begins what has to be shown as it is written.

    That is a tag of no element (`<surname>`), or one that is never closed and would take along
    what follows (`<select>`, `<!--`). What stands in code is none.
    """
    if "<" not in text:
        return
    text = without_code(text)
    ends: dict[str, list[int]] = {}
    for end in _END.finditer(text):
        ends.setdefault(end[1].lower(), []).append(end.start())
    for found in TAG.finditer(text):
        if _is_destination(text, found):
            loose = False
        elif found[4]:
            loose = _is_loose_sign(found[4], text, found.end())
        else:
            closed = _is_closed(text, found, ends.get(found[2].lower(), []))
            loose = _is_loose(found[2].lower(), found[1], found[3], closed=closed)
        if loose:
            yield found.start()


def _is_closed(text: str, tag: re.Match[str], ends: list[int]) -> bool:
    """Whether one of the end tags at `ends` closes `tag`.

    In a paragraph it is the one in the same paragraph: another would take along all between them.
    """
    after = bisect_right(ends, tag.start())
    if after == len(ends):
        return False
    before = text[text.rfind("\n", 0, tag.start()) + 1 : tag.start()]
    if not before.strip(" \t>") and begins_html(
        text[tag.start() : tag.end() + 200].partition("\n")[0]
    ):
        return True
    blank = _BLANK.search(text, tag.end())
    return blank is None or ends[after] < blank.start()


def _is_destination(text: str, found: re.Match[str]) -> bool:
    begin = found.start()
    return "\n" not in found[0] and bool(_DESTINATION.search(text, max(0, begin - 20), begin))


def _is_loose_sign(sign: str, text: str, after: int) -> bool:
    """Whether what begins a comment or the like is never closed, or is none."""
    if sign == "!":
        return not text.startswith(("doctype", "DOCTYPE"), after)
    if sign == "!--" and text.startswith((">", "->"), after):
        return False
    return text.find(_CLOSES[sign], after) < 0


def _is_loose(name: str, end: str, attributes: str, *, closed: bool) -> bool:
    valued = "=" in attributes
    if name not in ELEMENTS:
        return not valued and ("-" not in name or not (end or closed))
    if end or closed or name in _OFTEN_OPEN:
        return False
    if name in SHOWN_ELSEWHERE:
        return not _LEADS.search(attributes)
    if name in _VOID:
        return not valued
    return True
