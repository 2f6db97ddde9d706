"""Whether a text names somebody: whole words, in any letter case, however they are dressed up.

A text is searched as a row of words, whatever stands between them: marks of Markdown, quotation
signs at the start of a line, punctuation, tags. Markup inside a word is tried away as well.
"""

import html
import re
import unicodedata
from collections.abc import Mapping
from urllib.parse import unquote

from byleave.model.terms import NAME_CLOSE, NAME_OPEN

_MENTION = re.compile(f"{NAME_OPEN}([^{NAME_CLOSE}]*){NAME_CLOSE}")
# Marks that join, part, turn around or colour letters and are none, and those that Hebrew and
# Arabic may leave out: a name reads the same with and without them.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff]"
)
# What parts words on the page; every other tag may stand within one.
_BLOCK_TAG = re.compile(
    r"<(?:/?(?:br|p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|blockquote|figure"
    r"|figcaption|hr|section|details|summary|pre|img)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,2000})>",
    re.I | re.S,
)
_TAG = re.compile(r"<(?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'){0,2000}>")
_MARKUP = re.compile(r"[*_`~\\]")
# What Markdown and HTML show nobody: where a link or picture on this site is kept. Only what no
# engine takes for words counts as that: a path in its brackets, or after a label on its line.
_LOCAL = re.compile(
    r"(\]\(\s{0,9}<?|^ {0,3}\[[^\[\]\n]{1,200}\]:\s{0,9}<?)(?![a-z][a-z0-9+.-]{1,20}:|//)"
    r"(?=[^\s()<>\[\]]{0,2000}(?:[/#]|\.\w{2,5}\b))[^\s()<>\[\]]{1,2000}"
    r"(?=>?[ \t]{0,9}(?:$|[)\"'(]))",
    re.I | re.M,
)
# How a link or a note parts words that stand together on the page.
_LINK = re.compile(
    r"\[\^[^\[\]]{1,200}\]|!?\["
    r"|\]\((?:[^()\[\]\"]|\([^()]{0,200}\)|\"[^\"]{0,500}\"){0,2000}\)|\](?:\[[^\[\]]{0,200}\])?"
)
_WORD = re.compile(r"\w+")
# What is no part of a word in texts of plain letters, each a space: tables are quicker than
# patterns, and this is done with every text of a site.
_PLAIN_GAPS = bytes(byte if byte < 128 and chr(byte).isalnum() else ord(" ") for byte in range(256))
_TYPOGRAPHIC = "\u2014\u2013\u2018\u2019\u201c\u201d\u2026"
# Scripts that put no space between words, or join small words to them, so that a name needs no
# gap around it: Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\U00020000-\U0003ffff]"
)


def mentioned_ids(text: str) -> frozenset[str]:
    """The ids that `{id}` mentions in a text that was read."""
    return frozenset(_MENTION.findall(text))


def with_names(text: str, names: Mapping[str, str]) -> str:
    """`text` with names in the place of the ids that it mentions, where they have one."""
    return _MENTION.sub(lambda found: names.get(found[1], found[1]), text)


def _row(text: str) -> str:
    """The words of `text` in one form, each between two spaces."""
    for sign in () if text.isascii() else _TYPOGRAPHIC:
        text = text.replace(sign, " ")
    if text.isascii() and "_" not in text:
        row = b" ".join(text.encode("ascii").lower().translate(_PLAIN_GAPS).split())
        return f" {row.decode('ascii')} "
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    words = _WORD.findall(text.casefold())
    if "_" in text:
        words = [bare for word in words if (bare := word.strip("_"))]
    return f" {' '.join(words)} "


class Words:
    """A text, made ready once to be searched for many names."""

    __slots__ = ("_rows",)

    def __init__(self, text: str) -> None:
        """Keep the words as they stand, and as they stand together without markup."""
        shown = _without_local(text) if "]" in text else text
        plain = html.unescape(shown) if "&" in shown else shown
        rows = {_row(plain.replace("\\", ""))}
        if "%" in shown:
            rows.add(_row(unquote(plain)))
        if any(mark in shown for mark in "<&*_`~\\]"):
            rows |= _without_markup(shown, plain)
        self._rows = rows

    def names(self, name: str) -> bool:
        """Whether `name` stands in the text as whole words."""
        sought = _row(name)
        if not sought.strip():
            return False
        if _UNSPACED.search(sought):
            sought = sought.replace(" ", "")
            return any(sought in row.replace(" ", "") for row in self._rows)
        return any(sought in row for row in self._rows)


def _without_markup(shown: str, plain: str) -> set[str]:
    """The words as a page shows them: what markup parts or joins is parted or joined."""
    rows = set()
    for text in {plain, _without_links(shown), _without_links(plain)}:
        bare = text
        if "<" in text:
            bare = _TAG.sub("", _BLOCK_TAG.sub(" ", _without_comments(text)))
        rows.add(_row(_MARKUP.sub("", html.unescape(bare))))
    return rows


def _without_local(text: str) -> str:
    """`text` without where links and pictures on this site are kept."""
    if "]:" in text:
        return _LOCAL.sub(r"\1", text)
    return _at_brackets(_LOCAL, text, ("](",), keep=1)


def _without_links(text: str) -> str:
    """`text` without what makes links and notes of it, the words that lead there left."""
    return _at_brackets(_LINK, text, ("[", "]"), keep=0)


def _at_brackets(pattern: re.Pattern[str], text: str, begins: tuple[str, ...], keep: int) -> str:
    """`pattern.sub(…, text)`, tried only where one of `begins` stands: brackets are few.

    Of each match the group `keep` stays; of group 0, nothing does.
    """
    kept: list[str] = []
    done = 0
    while True:
        found = [at for begin in begins if (at := text.find(begin, done)) >= 0]
        if not found:
            return "".join(kept) + text[done:]
        at = min(found)
        start = at - 1 if at > done and text[at - 1] == "!" else at
        match = pattern.match(text, start) or pattern.match(text, at)
        kept.append(text[done : match.start() if match else at + 1])
        if match and keep:
            kept.append(match[keep])
        done = match.end() if match else at + 1


def _without_comments(text: str) -> str:
    """`text` without HTML comments, in time that grows with its length alone."""
    kept, start = [], 0
    while (opened := text.find("<!--", start)) >= 0:
        closed = text.find("-->", opened)
        if closed < 0:
            break
        kept.append(text[start:opened])
        start = closed + 3
    return "".join(kept) + text[start:]
