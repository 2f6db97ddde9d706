"""Raw HTML in which nothing that is left open can take along what follows; frames made pictures."""

import re

from byleave.model.markdown.loose_tags import WITH_CONTENT
from byleave.render.prose.tree import APART

_VALUE = r"\"[^\"<]*(?:<(?![a-zA-Z/!?])[^\"<]*)*\"|'[^'<]*(?:<(?![a-zA-Z/!?])[^'<]*)*'"
_WHOLE = re.compile(rf"</?[a-zA-Z][^\s/<>\"']*(?:[^<>\"']|{_VALUE})*>|<(?![a-zA-Z/!?])|<[!?/]")
_SWALLOWS = "|".join(sorted(WITH_CONTENT | {"audio", "video"}))
_TAG = re.compile(rf"<(/?)({_SWALLOWS})(?=[\s/>])(?:[^<>\"']|{_VALUE})*>", re.I)
# Between their tags is text for nobody, and no tag counts but their own end.
_RAW = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())
# A comment on lines of its own, after a block: it parts two lists of one kind.
_BETWEEN_BLOCKS = re.compile(r"((?:</(?:[ou]l|p)>|-->)\s*\n)<!--(?:(?!-->).)*-->(?=\s*\n)", re.S)
_FRAME = re.compile(rf"<(?:iframe|embed|object)(?=[\s/])((?:[^<>\"']|{_VALUE})*)>", re.I)
_LEADS = re.compile(r"""(?<![\w-])(?:src|data)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)""", re.I)
_SAYS = re.compile(r"""(?<![\w-])title\s*=\s*("[^"]*"|'[^']*')""", re.I)


def closed(html: str) -> str:
    """`html` with each frame as a picture of what it shows, and every element that would hide what
    follows closed where it begins, if it never is.
    """
    html = _FRAME.sub(_as_picture, _with_whole_tags(html))
    html = _BETWEEN_BLOCKS.sub(rf"\1<hr {APART}>", html)
    if (opened := html.rfind("<!--")) > html.rfind("-->"):
        html = f"{html[:opened]}&lt;{html[opened + 1 :]}"
    pieces: list[str] = []
    done = 0
    for name, end in _left_open(html):
        pieces += [html[done:end], "" if name == "plaintext" else f"</{name}>"]
        done = end
    return "".join(pieces) + html[done:]


def _with_whole_tags(html: str) -> str:
    """`html` with `<` as a sign wherever it begins no tag that ends before the next begins."""
    out: list[str] = []
    done = at = 0
    while (at := html.find("<", at)) >= 0:
        found = _WHOLE.match(html, at)
        if found is None:
            out += [html[done:at], "&lt;"]
            done = at + 1
        at = found.end() if found and found[0][-1] == ">" else at + 1
    return "".join(out) + html[done:]


def _as_picture(frame: re.Match[str]) -> str:
    leads, says = _LEADS.search(frame[1]), _SAYS.search(frame[1])
    if leads is None:
        return frame[0]
    words = says[1] if says else "''"
    return f"<img src={leads[1]} alt={words}>{frame[0]}"


def _left_open(html: str) -> list[tuple[str, int]]:
    """The elements that are never closed, and where their start tags end, in order."""
    opened: list[tuple[str, int]] = []
    tags = list(_TAG.finditer(html))
    last_end = {found[2].lower(): found.start() for found in tags if found[1]}
    raw = ""
    for found in tags:
        name = found[2].lower()
        if raw and not (found[1] and name == raw):
            continue
        if not found[1]:
            opened.append((name, found.end()))
            raw = name if name in _RAW and last_end.get(name, -1) > found.start() else ""
            continue
        raw = ""
        for place in range(len(opened) - 1, -1, -1):
            if opened[place][0] == name:
                del opened[place]
                break
    return opened
