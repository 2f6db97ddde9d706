"""Raw HTML in which nothing that is left open can take along what follows; frames made pictures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from byleave.model.markdown.elements import (
    DIVISIONS,
    OF_BLOCKS,
    OF_DRAWINGS,
    OF_TEXT,
    WITH_CONTENT,
)
from byleave.model.names.tags import ELEMENTS
from byleave.render.prose.tree import APART, HEADINGS

_VALUE = r"\"[^\"<]*(?:<(?![a-zA-Z/!?])[^\"<]*)*\"|'[^'<]*(?:<(?![a-zA-Z/!?])[^'<]*)*'"
# An address in angle brackets is none, though programs that read HTML take it for one.
_WHOLE = re.compile(
    rf"</?[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])(?:[^<>\"']|{_VALUE})*>|<(?![a-zA-Z/!?])|<[!?/]"
)
_SWALLOWS = "|".join(sorted(WITH_CONTENT | {"audio", "video"}))
_TAG = re.compile(rf"<(/?)({_SWALLOWS})(?=[\s/>])(?:[^<>\"']|{_VALUE})*>", re.I)
_ANY = re.compile(rf"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])(?:[^<>\"']|{_VALUE})*>")
_OF_WORDS = (OF_TEXT - {"br", "wbr"}) | {"big", "font", "nobr", "tt"} | WITH_CONTENT
_OF_BLOCKS = (OF_BLOCKS - {"col", "hr"}) | DIVISIONS | {"fieldset", "form"}
# What takes along all that follows, where it is left open.
_HOLDS = frozenset({"dl", "ol", "table", "ul"}) | HEADINGS
# Between their tags is text for nobody, and no tag counts but their own end.
_RAW = frozenset("iframe noembed noframes noscript script style textarea title xmp".split())
# A comment on lines of its own, after a block: it parts two lists of one kind.
_BETWEEN_BLOCKS = re.compile(r"((?:</(?:[ou]l|p)>|-->)\s*\n)<!--(?:(?!-->).)*-->(?=\s*\n)", re.S)
_FRAME = re.compile(rf"<(?:iframe|embed|object)(?=[\s/])((?:[^<>\"']|{_VALUE})*)>", re.I)
_LEADS = re.compile(r"""(?<![\w-])(?:src|data)\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+)""", re.I)
# Old lists, whose items would be left without one.
_LISTS = re.compile(r"<(/?)(?:menu|dir)(?=[\s/>])", re.I)
_SAYS = re.compile(r"""(?<![\w-])title\s*=\s*("[^"]*"|'[^']*')""", re.I)


def closed(html: str) -> str:
    """`html` with each frame as a picture of what it shows, and every element that would hide what
    follows closed where it begins, if it never is.
    """
    html = _FRAME.sub(_as_picture, _ANY.sub(_of_html, _with_whole_tags(html)))
    html = _LISTS.sub(r"<\1ul", html)
    html = _BETWEEN_BLOCKS.sub(rf"\1<hr {APART}>", html)
    if (opened := html.rfind("<!--")) > html.rfind("-->"):
        html = f"{html[:opened]}&lt;{html[opened + 1 :]}"
    pieces: list[str] = []
    done = 0
    for name, end in _left_open(html):
        pieces += [html[done:end], "" if name == "plaintext" else f"</{name}>"]
        done = end
    return within_blocks("".join(pieces) + html[done:])


def within_blocks(html: str) -> str:
    """`html` in which no words' element goes beyond the block that it began in, where its end is
    missing: programs that read HTML would begin it again in each block that follows.

    A list, table or heading that is left open in another block ends with that, too.
    """
    tags = [(found.start(), found[2].lower(), not found[1]) for found in _ANY.finditer(html)]
    closed_ones = _closed_ones(tags)
    pieces: list[str] = []
    opened: list[tuple[str, bool]] = []  # each with whether it has an end
    done = 0
    for at, name, begins in tags:
        if name in _OF_WORDS:
            if begins:
                opened.append((name, at in closed_ones))
            elif (name, True) in opened:
                del opened[len(opened) - 1 - opened[::-1].index((name, True))]
            continue
        if name not in _OF_BLOCKS:
            continue
        ended = _left_hanging(opened) if begins else _ended_with(opened, name)
        pieces += [html[done:at], *(f"</{one}>" for one in ended)]
        done = at
        if begins:
            opened.append((name, True))
    return "".join(pieces) + html[done:]


def _closed_ones(tags: Iterable[tuple[int, str, bool]]) -> frozenset[int]:
    """Where the words' elements begin that have an end."""
    waiting: dict[str, list[int]] = defaultdict(list)
    found: set[int] = set()
    for at, name, begins in tags:
        if begins:
            waiting[name].append(at)
        elif waiting[name]:
            found.add(waiting[name].pop())
    return frozenset(found)


def _left_hanging(opened: list[tuple[str, bool]]) -> Iterator[str]:
    """Take from `opened` what is never closed, and stands right before a block that begins."""
    while opened and not opened[-1][1]:
        yield opened.pop()[0]


def _ended_with(opened: list[tuple[str, bool]], name: str) -> Iterator[str]:
    """Take from `opened` the last block of this `name` with all that was left open in it."""
    while (name, True) in opened:
        last, _ = opened.pop()
        if last == name:
            return
        if last in _OF_WORDS or last in _HOLDS:
            yield last


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


def _of_html(tag: re.Match[str]) -> str:
    """`tag`, if HTML has such an element.

    The sanitiser takes along what is in others, where a formula or a drawing could have them.
    """
    name = tag[2].lower()
    return tag[0] if name in ELEMENTS and name not in OF_DRAWINGS else ""


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
