"""Tags that are words: `press <select>` names no element, and nothing after it may go with one."""

import re
from collections.abc import Iterator

from byleave.model.markdown.code import without_code
from byleave.model.names.tags import ELEMENTS

# Elements whose content is no text for readers, or is read by rules of its own.
WITH_CONTENT = frozenset(
    "applet datalist embed frameset iframe math noembed noframes noscript object plaintext script "
    "select style svg template textarea title xmp".split()
)
# Of these, what is shown of each can be told by where it leads.
SHOWN_ELSEWHERE = frozenset("applet audio embed iframe object video".split())
# Whose end tag may be left out, or often is: what they hold stays in any case.
_OFTEN_OPEN = frozenset(
    "a abbr acronym b basefont bdi bdo big blockquote body br center cite code col colgroup dd del "
    "details dfn dir div dl dt em fieldset figcaption figure font form h1 h2 h3 h4 h5 h6 head hr "
    "html i img ins kbd li ol option optgroup p pre q rb rp rt rtc ruby s samp section small span "
    "strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr".split()
)
_VOID = frozenset("area base embed frame input keygen link meta param source track".split())
_TAG = re.compile(
    r"<(?:(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])"
    r"((?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'){0,2000})>"
    r"|(!--|!\[CDATA\[|!(?=[a-zA-Z])|\?))"
)
_END = re.compile(r"</([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
# In angle brackets, a destination may hold spaces.
_DESTINATION = re.compile(r"\]\(\s*\Z")
_CLOSES = {"!--": "-->", "![CDATA[": "]]>", "?": "?>"}


def loose_tags(text: str) -> Iterator[int]:
    """Where in `text`, which is one document, a `<` begins what has to be shown as it is written.

    That is a tag of no element (`<surname>`), or one that is never closed and would take along
    what follows (`<select>`, `<!--`). What stands in code is none.
    """
    if "<" not in text:
        return
    text = without_code(text)
    ends = {found[1].lower(): found.start() for found in _END.finditer(text)}
    for found in _TAG.finditer(text):
        if _DESTINATION.search(text, max(0, found.start() - 20), found.start()):
            loose = False
        elif found[4]:
            loose = _is_loose_sign(found[4], text, found.end())
        else:
            closed = ends.get(found[2].lower(), -1) > found.start()
            loose = _is_loose(found[2].lower(), found[1], found[3], closed=closed)
        if loose:
            yield found.start()


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
    if name in SHOWN_ELSEWHERE or name in _VOID:
        return not valued
    return True
