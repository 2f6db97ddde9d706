"""Ids that are unique in a page, never empty, and like those that GitHub gives."""

import re
import unicodedata
from collections.abc import Iterable

_NO_LETTER = re.compile(r"[^\w -]")


class Identifiers:
    """The ids of one page; `reserved` ones are given by what stands around the body."""

    def __init__(self, reserved: Iterable[str]) -> None:
        self._reserved = frozenset(reserved)
        self.given: set[str] = set()
        self._next: dict[str, int] = {}

    def __contains__(self, identifier: str) -> bool:
        return identifier in self.given or identifier in self._reserved

    def give(self, wanted: str) -> str:
        """`wanted`, or with `-1`, `-2` … after it if it is taken."""
        identifier = wanted
        number = self._next.get(wanted, 0)
        while identifier in self:
            number += 1
            identifier = f"{wanted}-{number}"
        self._next[wanted] = number
        self.given.add(identifier)
        return identifier


def slug(words: str) -> str:
    """What GitHub makes of a heading: small letters and digits of any script, `-` for spaces.

    “section” where nothing is left.
    """
    words = unicodedata.normalize("NFC", words).strip().lower()
    return _NO_LETTER.sub(_mark, words).replace(" ", "-") or "section"


def _mark(match: re.Match[str]) -> str:
    # Marks are letters' own in many scripts: without them Hindi words fall to pieces.
    return match[0] if unicodedata.category(match[0])[0] == "M" else ""
