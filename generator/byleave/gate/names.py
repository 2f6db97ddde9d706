"""Whether a text names somebody: whole words, in any letter case, however they are dressed up."""

import html
import re
import unicodedata

from byleave.model.terms import NAME_CLOSE, NAME_OPEN

_MENTION = re.compile(f"{NAME_OPEN}([^{NAME_CLOSE}]*){NAME_CLOSE}")
# Marks that join, part, turn around or colour letters and are none, and those that Hebrew and
# Arabic may leave out: a name reads the same with and without them.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff]"
)
_TAG = re.compile(r"<[^<>]{0,4000}>")
_MARKUP = re.compile(r"[*_`~\\]")
_APOSTROPHES = re.compile("[‘’ʼ´`]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
# What Markdown and HTML show nobody: where a link or picture on this site is kept. Only what no
# engine takes for words counts as that: a path in its brackets, or after a label on its line.
_LOCAL = re.compile(
    r"(\]\(\s{0,9}<?|^ {0,3}\[[^\[\]\n]{1,200}\]:\s{0,9}<?)(?![a-z][a-z0-9+.-]{1,20}:|//)"
    r"(?=[^\s()<>\[\]]{0,2000}[./#])[^\s()<>\[\]]{1,2000}(?=>?[ \t]{0,9}(?:$|[)\"'(]))",
    re.I | re.M,
)
# How a link or a note parts words that stand together on the page.
_LINK = re.compile(
    r"\[\^[^\[\]\n]{1,200}\]|!?\[|\]\([^()\[\]\n]{0,2000}\)|\](?:\[[^\[\]\n]{0,200}\])?"
)
# Scripts that put no space between words, or join small words to them, so that a name needs no
# gap around it: Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\U00020000-\U0003ffff]"
)


def mentioned_ids(text: str) -> frozenset[str]:
    """The ids that `{id}` mentions in a text that was read."""
    return frozenset(_MENTION.findall(text))


def _folded(text: str) -> str:
    text = _APOSTROPHES.sub("'", text)
    if not text.isascii():
        text = _HYPHENS.sub("-", unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)))
    return " ".join(text.casefold().split())


class Words:
    """A text, made ready once to be searched for many names."""

    __slots__ = ("_forms",)

    def __init__(self, text: str) -> None:
        """Keep the text as it stands, and without its markup where it has any."""
        shown = _LOCAL.sub(r"\1", text) if "]" in text else text
        forms = {_folded(shown)}
        if any(mark in shown for mark in "<&*_`~\\]"):
            bare = html.unescape(_LINK.sub("", shown) if "]" in shown else shown)
            forms |= {_folded(_MARKUP.sub("", _TAG.sub(gap, bare))) for gap in ("", " ")}
        self._forms = forms

    def names(self, name: str) -> bool:
        """Whether `name` stands in the text as whole words."""
        sought = _folded(name)
        return bool(sought) and any(_stands_in(sought, form) for form in self._forms)


def _stands_in(name: str, text: str) -> bool:
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, after = text[start - 1 : start] if start else "", text[end : end + 1]
        if not (_joined(before, name[0]) or _joined(name[-1], after)):
            return True
        start = text.find(name, start + 1)
    return False


def _joined(before: str, after: str) -> bool:
    """Whether two neighbouring characters belong to one word."""
    pair = before + after
    if len(pair) < 2 or _UNSPACED.search(pair):
        return False
    return all(character.isalnum() or character == "_" for character in pair)
