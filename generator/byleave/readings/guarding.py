"""Guarded names: their hashes, and whether a text holds one of them.

An HMAC costs some millionths of a second, so each word of a site is hashed once, and a row of
words only where one of them is a word by which a guarded name is noticed.
"""

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection, Iterator

from byleave.model.guard import PART_DIGITS, WHOLE_DIGITS, Guard, GuardedName
from byleave.readings.letters import (
    UNSPACED,
    may_end_in_possessive,
    units,
    units_without_ending,
)
from byleave.readings.texts import Text

MOST_WORDS = 4
# A name of four words may be written with hyphens and apostrophes, and so fall into more.
_MOST_UNITS = 8
_MOST_LETTERS_UNSPACED = 24
# What is remembered of the words of a site; far more than any language of stories has.
_MOST_REMEMBERED = 400_000
_LONGEST_REMEMBERED = 80
_JOINED = re.compile(r"[/#@]|[a-z][A-Z]")

Words = tuple[str, ...]


def key_id(key: bytes) -> str:
    """Eight hex digits by which a key is known, and from which nobody can make it."""
    return _hash(key, "key", "")[:8]


def guarded_name(
    name: str, key: bytes, *, record: str | None = None, story: str | None = None
) -> GuardedName:
    """`name` as hashes. Raises ValueError where it has no word or more than four."""
    parts = [tuple(found) for part in name.split() if (found := units(part))]
    row = tuple(unit for part in parts for unit in part)
    if not parts or len(parts) > MOST_WORDS or len(row) > _most(row[0]):
        raise ValueError("a guarded name has one to four words")
    noticed = _noticed(row)
    together = next("".join(part) for part in parts if noticed in part)
    is_apart = together != noticed and not UNSPACED.search(together)
    second = _part(key, together) if is_apart else secrets.token_hex(PART_DIGITS // 2)
    return GuardedName(
        whole=_whole(key, "".join(row)),
        parts=(_part(key, noticed), second),
        words=len(parts),
        record=record,
        story=story,
    )


def _noticed(row: Words) -> str:
    """The word by which a name is noticed: the longest is the rarest; of scripts without spaces
    the first letter.
    """
    return row[0] if UNSPACED.search(row[0]) else max(row, key=len)


def _most(unit: str) -> int:
    return _MOST_LETTERS_UNSPACED if UNSPACED.search(unit) else _MOST_UNITS


def _hash(key: bytes, what: str, words: str) -> str:
    said = f"{what}\0{words}".encode(errors="replace")
    return hmac.new(key, said, hashlib.sha256).hexdigest()


def _whole(key: bytes, words: str) -> str:
    return _hash(key, "name", words)[:WHOLE_DIGITS]


def _part(key: bytes, word: str) -> str:
    return _hash(key, "part", word)[:PART_DIGITS]


class Search:
    """Looks for the names of a guard in texts, and remembers what it learns of their words.

    What it says of a text depends on the text, the guard and the key alone.
    """

    def __init__(self, guard: Guard, key: bytes) -> None:
        """Raise ValueError where `key` is not the one that made `guard`."""
        if key_id(key) != guard.key_id:
            raise ValueError("this key did not make this guard")
        self._guard = guard
        self._key = key
        self._by_whole = {name.whole: number for number, name in enumerate(guard.names)}
        self._parts = frozenset(part for name in guard.names for part in name.parts)
        self._harmless: set[str] = set()
        self._is_part: dict[str, bool] = {}
        self._runs: dict[str, int | None] = {}

    def words(self, number: int) -> int:
        """How many words the guarded name with this number (from 0) has."""
        return self._guard.names[number].words

    def is_guarded(self, name: str) -> bool:
        """Whether `name`, whole, is a guarded name."""
        return self._named("".join(units(name))) is not None

    def names_in(self, text: Text, allowed: Collection[Words] = ()) -> frozenset[int]:
        """The numbers of the guarded names in `text`, except where one is part of an allowed name.

        `allowed` are names as rows of units: what a published voice is called.
        """
        tokens = text.text.split()
        if not text.address and not self._any_may_begin(tokens):
            return frozenset()
        return frozenset(
            number
            for row, joined in _rows(tokens, address=text.address)
            for number in self._in_row(row, joined, text, allowed)
        )

    def _any_may_begin(self, tokens: list[str]) -> bool:
        new = set(tokens) - self._harmless
        return any(map(self._may_begin, new)) if new else False

    def _may_begin(self, token: str) -> bool:
        words = set(units(token))
        if may_end_in_possessive(token):
            words.update(units_without_ending(token, address=False))
        begins = any(map(self._notices, words))
        if not begins and _JOINED.search(token):
            begins = any(self._named(word) is not None for word in words)
        if not begins and len(token) <= _LONGEST_REMEMBERED:
            if len(self._harmless) >= _MOST_REMEMBERED:
                self._harmless.clear()
            self._harmless.add(token)
        return begins

    def _notices(self, unit: str) -> bool:
        known = self._is_part.get(unit)
        if known is None:
            known = _part(self._key, unit) in self._parts
            _remember(self._is_part, unit, known)
        return known

    def _named(self, run: str) -> int | None:
        """The number of the guarded name whose words are those of `run`, if there is one."""
        if run in self._runs:
            return self._runs[run]
        number = self._by_whole.get(_whole(self._key, run))
        _remember(self._runs, run, number)
        return number

    def _in_row(
        self, row: Words, joined: frozenset[int], text: Text, allowed: Collection[Words]
    ) -> Iterator[int]:
        for start, end in self._likely(row, joined):
            run = "".join(row[start:end])
            number = self._named(run)
            if number is None or len(run) < text.least_letters:
                continue
            if self.words(number) < text.least_words:
                continue
            if not any(_covers(name, row, start, end) for name in allowed):
                yield number

    def _likely(self, row: Words, joined: frozenset[int]) -> Iterator[tuple[int, int]]:
        """From where to where in a row a guarded name may stand."""
        for place, unit in enumerate(row):
            if self._notices(unit):
                first = place if UNSPACED.match(unit) else max(0, place - _MOST_UNITS + 1)
                for start in range(first, place + 1):
                    last = min(len(row), start + _most(unit))
                    yield from ((start, end) for end in range(place + 1, last + 1))
            elif place in joined:
                yield place, place + 1


def _rows(tokens: list[str], *, address: bool) -> Iterator[tuple[Words, frozenset[int]]]:
    """The words of a text in a row, and which of them may be several that are joined."""
    row: list[str] = []
    bare: list[str] = []
    joined: set[int] = set()
    for token in tokens:
        found = units(token)
        if address or _JOINED.search(token):
            joined.update(range(len(row), len(row) + len(found)))
        row += found
        plain = address or may_end_in_possessive(token)
        bare += units_without_ending(token, address=address) if plain else found
    yield tuple(row), frozenset(joined)
    if bare != row:
        yield tuple(bare), frozenset(joined)


def _covers(name: Words, row: Words, start: int, end: int) -> bool:
    """Whether the words of `row` from `start` to `end` are within an occurrence of `name`."""
    length = len(name)
    return any(
        row[first : first + length] == name for first in range(max(0, end - length), start + 1)
    )


def _remember(known: dict[str, bool] | dict[str, int | None], word: str, fact: int | None) -> None:
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[word] = fact  # type: ignore[assignment] # a dictionary of either holds what it is given
