"""What a text says to whoever reads its page, and to whoever reads its source.

What is markup – an element, a language, the label of a note, a scheme – is no word in either.
"""

import html
import re
from collections import Counter
from urllib.parse import unquote

from byleave.model.names.markup import (
    TAG,
    UNSEEN,
    gap,
    name_of_tag,
    read_aloud,
    without_comments,
    without_dropped,
    without_links,
    without_local,
    without_raised,
)
from byleave.model.names.tags import what_tags_say

# A label with a space in it is none, and is shown as it stands.
_NOTE = re.compile(r"^[ >\t]{0,9}\[\^([^\[\]\s]{1,200})\]:", re.M)
_LABEL = re.compile(r"\[\^([^\[\]\s]{1,200})\]")
# The language of quoted code; in capitals it may be a word, and with hyphens a name.
_FENCE = re.compile(
    r"^([ >\t*+\d.)-]{0,20}(?:`{3,}|~{3,})[ \t]{0,9})\{?[ .]{0,9}[a-z0-9+#.]+"
    r"(?=[ \t\r\n}]|\Z)(?=[^`\n]{0,200}$)",
    re.M,
)
_SCHEME = re.compile(r"(?<![a-zA-Z0-9+.-])(?:https?|s?ftps?|webcal|file|ssh|git|wss?)://", re.I)
_CALLING = re.compile(r"(?<![\w.+-])(?:mailto|tel|sms|geo)(?=:\S)")
_PERCENT = re.compile("%[0-9a-fA-F]{2}")
_PUNYCODE = re.compile(r"(?<![\w-])xn--([a-z0-9-]{1,59})", re.I)
# What readers see from right to left whatever letters it has, up to the end of its line at most.
_TURN, _TURN_BACK = "\u202e", "\u202c"
_TURNED = re.compile(f"{_TURN}([^{_TURN_BACK}\n]{{0,2000}})")
_TURNING = re.compile(r"""<bdo\b[^<>]{0,200}?\bdir\s{0,9}=\s{0,9}["']?rtl\b[^<>]{0,200}>""", re.I)
_TURNING_BACK = re.compile(r"</bdo\s{0,9}>", re.I)
_CELLS = frozenset(("td", "th", "tr"))
_ESCAPES = 3  # within each other; no page of ours has more
_LOST = "\ufffd"


def is_read_otherwise(text: str) -> bool:
    """Whether `text` may say something else than its letters in a row; quick."""
    return (
        "<" in text or "]" in text or "&" in text or "%" in text or "n--" in text or "N--" in text
    ) or (_TURN in text or "://" in text or "```" in text or "~~~" in text or _has_calls(text))


def as_shown(text: str) -> tuple[str, ...]:
    """Each way to read `text`, which may hold Markdown and HTML.

    Where readers may see words parted or joined, a sign of no width stands.
    """
    text = without_machine_words(_with_turns(text))
    source = page = text
    aloud = ""
    if "<" in text:
        aloud = read_aloud(text)
        source = what_tags_say(text.replace("<!--", " ").replace("-->", " "))
        page = without_raised(without_dropped(without_comments(text)))
    if "]" in text:
        page = without_links(page)
    if "<" in page:
        page = TAG.sub(_Shown(), page)
    ways = (source, page, aloud) if aloud else (source, page)
    found = dict.fromkeys(way for one in ways for way in _written_out(one))
    return (*found, *(_turned(way) for way in found if _TURN in way))


def _with_turns(text: str) -> str:
    """`text` with a sign in the place of each element that turns letters around."""
    if "<" not in text or "bdo" not in text.casefold():
        return text
    return _TURNING_BACK.sub(_TURN_BACK, _TURNING.sub(_TURN, text))


def _turned(text: str) -> str:
    """`text` in the order in which its letters are seen."""
    return _TURNED.sub(lambda found: found[1][::-1], text)


def without_machine_words(text: str) -> str:
    """`text` without what programs alone read: where files are, labels, languages, schemes."""
    if "]" in text:
        text = without_local(text)
        if "[^" in text and (known := frozenset(_NOTE.findall(text))):
            text = _LABEL.sub(lambda found: UNSEEN if found[1] in known else found[0], text)
    if "```" in text or "~~~" in text:
        text = _FENCE.sub(r"\1", text)
    if "://" in text:
        # These are nearly all, and a pattern takes longer.
        text = text.replace("https://", "//").replace("http://", "//")
        text = _SCHEME.sub("//", text) if "://" in text else text
    return _CALLING.sub("", text) if _has_calls(text) else text


def _has_calls(text: str) -> bool:
    return ":" in text and ("mailto:" in text or "tel:" in text or "sms:" in text or "geo:" in text)


class _Shown:
    """What a reader sees where each tag of a text stands; an address in angle brackets is none.

    A page leaves out an end of what has not begun, and cells outside a table; it takes what stands
    behind a cell into it: words may join there.
    """

    __slots__ = ("_open",)

    def __init__(self) -> None:
        """Nothing has begun."""
        self._open: Counter[str] = Counter()

    def __call__(self, found: re.Match[str]) -> str:
        tag = found[0]
        first = tag.partition(" ")[0]
        if ":" in first or "@" in first:
            return tag
        return UNSEEN if self._is_loose(tag) else gap(tag)

    def _is_loose(self, tag: str) -> bool:
        name = name_of_tag(tag)
        if not tag.startswith("</"):
            self._open[name] += 1
            return name in _CELLS and not self._open["table"]
        has_begun = self._open[name] > 0
        self._open[name] -= has_begun
        return not has_begun or name in _CELLS


def _written_out(text: str) -> tuple[str, ...]:
    """`text` with the letters that entities, addresses and names of hosts stand for."""
    if "&" in text:
        text = html.unescape(text)
    if "n--" in text or "N--" in text:
        text = _PUNYCODE.sub(_host, text)
    if "%" not in text or not _PERCENT.search(text):
        return (text,)
    plain = text
    for _ in range(_ESCAPES):
        plain = unquote(plain)
    # Escapes that make sense are no words themselves.
    return (plain, text) if _LOST in plain else (plain,)


def _host(found: re.Match[str]) -> str:
    try:
        return f"{found[0]} {found[1].lower().encode('ascii').decode('punycode')}"
    except (UnicodeError, ValueError, OverflowError):
        return found[0]
