"""Ids that are unique in a page, never empty, and like those that GitHub gives."""

import unicodedata
from collections.abc import Iterable


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
    kept = "".join([letter for letter in words if _is_kept(letter)])
    return kept.replace(" ", "-") or "section"


def _is_kept(letter: str) -> bool:
    # Marks are letters' own in many scripts: without them Hindi words fall to pieces.
    return letter.isalnum() or letter in "-_ " or unicodedata.category(letter)[0] == "M"
