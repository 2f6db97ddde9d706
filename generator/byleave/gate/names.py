"""Whether a text names somebody: whole words, in any letter case, however they are dressed up."""

import html
import re
import unicodedata

from byleave.model.terms import NAME_CLOSE, NAME_OPEN

_MENTION = re.compile(f"{NAME_OPEN}([^{NAME_CLOSE}]*){NAME_CLOSE}")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TAG = re.compile(r"<[^<>]{0,4000}>")
_MARKUP = re.compile(r"[*_`~\\]")
_APOSTROPHES = re.compile("[‘’ʼ´`]")
# What Markdown and HTML show nobody: where a link or picture on this site is kept.
_LOCAL = re.compile(r"(\]\(\s{0,9}<?|\]:\s{0,9}<?)(?![a-z][a-z0-9+.-]{1,20}:|//)[^\s)>]+", re.I)
# Scripts that put no space between words, so that a name needs no gap around it.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def mentioned_ids(text: str) -> frozenset[str]:
    """The ids that `{id}` mentions in a text that was read."""
    return frozenset(_MENTION.findall(text))


def _folded(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    return " ".join(_APOSTROPHES.sub("'", text).casefold().split())


class Words:
    """A text, made ready once to be searched for many names."""

    __slots__ = ("_forms",)

    def __init__(self, text: str) -> None:
        """Keep the text as it stands, and without its markup where it has any."""
        shown = _LOCAL.sub(r"\1", text) if "]" in text else text
        forms = {_folded(shown)}
        if any(mark in shown for mark in "<&*_`~\\"):
            forms.add(_folded(_MARKUP.sub("", _TAG.sub("", html.unescape(shown)))))
            forms.add(_folded(_TAG.sub(" ", html.unescape(shown))))
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
