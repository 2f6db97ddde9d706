"""Names and literal braces that `model.terms` marks: who is mentioned, and what readers meet."""

import re
from collections.abc import Mapping

from byleave.model.terms import BRACE_CLOSE, BRACE_OPEN, NAME_CLOSE, NAME_OPEN

_MENTION = re.compile(f"{NAME_OPEN}([^{NAME_CLOSE}]*){NAME_CLOSE}")

_MARKS = tuple(mark.encode() for mark in (NAME_OPEN, BRACE_OPEN, BRACE_CLOSE))
_THEIRS = _MARKS[0][:2]  # what all of them begin with


def is_marked(written: bytes) -> bool:
    """Whether there is a mark in what was read, of which these are the bytes, in UTF-8."""
    return _THEIRS in written and any(mark in written for mark in _MARKS)


def mentioned_ids(text: str) -> frozenset[str]:
    """The ids that `{id}` mentions in a text that was read."""
    return frozenset(_MENTION.findall(text)) if NAME_OPEN in text else frozenset()


def with_names(text: str, names: Mapping[str, str]) -> str:
    """`text` with names in the place of the ids that it mentions, where they have one."""
    if NAME_OPEN not in text:
        return text
    return _MENTION.sub(lambda found: names.get(found[1], found[1]), text)


def in_words(text: str, names: Mapping[str, str]) -> str:
    """`text` as readers meet it: with names, and with its literal braces."""
    return with_names(text, names).replace(BRACE_OPEN, "{").replace(BRACE_CLOSE, "}")
