"""Guarded names: their hashes, and whether a text holds one of them.

An HMAC costs some millionths of a second, so each word of a site is hashed once, and a row of
words only where one of them is a word by which a guarded name is noticed.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import TypeVar

from byleave.model.guard import PART_DIGITS, WHOLE_DIGITS, Guard, GuardedName
from byleave.model.names.joined import has_capital_within, is_joined, parted, without_trailing
from byleave.model.names.signs import UNSPACED, without_unseen
from byleave.model.names.words import has_accents, is_unlike_latin, pieces, row, rows, units
from byleave.text_in_files.texts import Text

MOST_WORDS = 4
# A name of four words may be written with hyphens and apostrophes, and so fall into more.
_MOST_UNITS = 8
_MOST_LETTERS_UNSPACED = 24
# What is remembered of the words of a site; far more than any language of stories has.
_MOST_REMEMBERED = 400_000
_LONGEST_REMEMBERED = 80

Words = tuple[str, ...]
_Known = TypeVar("_Known", str, tuple[str, bool])
_Fact = TypeVar("_Fact", bool, int | None)


def key_id(key: bytes) -> str:
    """Eight hex digits by which a key is known, and from which nobody can make it."""
    return _hash(key, "key", "")[:8]


def guarded_name(
    name: str, key: bytes, *, record: str | None = None, story: str | None = None
) -> GuardedName:
    """`name` as hashes. Raises ValueError where it has no word or more than four."""
    written = (row(part, written_out=True).replace("|", " ").split() for part in name.split())
    parts = [tuple(found) for found in written if found]
    whole = tuple(unit for part in parts for unit in part)
    if not parts or len(parts) > MOST_WORDS or len(whole) > _most(whole[0]):
        raise ValueError("a guarded name has one to four words")
    noticed = _noticed(whole)
    together = next("".join(part) for part in parts if noticed in part)
    is_apart = together != noticed and not UNSPACED.search(together)
    second = _part(key, together) if is_apart else secrets.token_hex(PART_DIGITS // 2)
    return GuardedName(
        whole=_whole(key, "".join(whole), bare=len(parts) == 1 and not has_accents(name)),
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


def _whole(key: bytes, words: str, *, bare: bool) -> str:
    """The hash of a whole name; `bare` is one of one word without accents, as `names.naming` says.

    A word with an accent is another word than such a name. That a name is one nobody can tell.
    """
    return _hash(key, "bare name" if bare else "name", words)[:WHOLE_DIGITS]


def _part(key: bytes, word: str) -> str:
    return _hash(key, "part", word)[:PART_DIGITS]


class GuardSearch:
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
        self._harmless_in_addresses: set[str] = set()
        self._is_part: dict[str, bool] = {}
        self._runs: dict[tuple[str, bool], int | None] = {}

    def words(self, number: int) -> int:
        """How many words the guarded name with this number (from 0) has."""
        return self._guard.names[number].words

    def is_guarded(self, name: str) -> bool:
        """Whether `name`, whole, is a guarded name."""
        return self._named("".join(units(name)), accented=has_accents(name)) is not None

    def names_in(self, text: Text, allowed: Collection[Words] = ()) -> frozenset[int]:
        """The numbers of the guarded names in `text`, except where one is part of an allowed name.

        `allowed` are names as rows of units: what a published voice is called.
        """
        tokens = text.text.split()
        if not self._any_may_begin(tokens, address=text.address):
            return frozenset()
        latin = not is_unlike_latin(text.text)
        readings = [_readings(token, address=text.address, latin=latin) for token in tokens]
        return frozenset(
            number
            for way in range(max(map(len, readings), default=0))
            for number in self._in_row(_Row(readings, way), text, allowed)
        )

    def _any_may_begin(self, tokens: list[str], *, address: bool) -> bool:
        harmless = self._harmless_in_addresses if address else self._harmless
        new = set(tokens) - harmless
        return any(self._may_begin(token, harmless, address=address) for token in new)

    def _may_begin(self, token: str, harmless: set[str], *, address: bool) -> bool:
        begins = any(
            self._notices(run) or (is_one and self._named(run) is not None)
            for words, is_one, _ in _readings(token, address=address, latin=True)
            for word in words
            for run in _runs(word)
        )
        if not begins and len(token) <= _LONGEST_REMEMBERED:
            if len(harmless) >= _MOST_REMEMBERED:
                harmless.clear()
            harmless.add(token)
        return begins

    def _notices(self, unit: str) -> bool:
        known = self._is_part.get(unit)
        if known is None:
            known = _part(self._key, unit) in self._parts
            _remember(self._is_part, unit, known)
        return known

    def _named(self, run: str, *, accented: bool = False) -> int | None:
        """The number of the guarded name whose words are those of `run`, if there is one.

        Where the run is `accented`, a name of one word without accents is another.
        """
        known = run, accented
        if known in self._runs:
            return self._runs[known]
        number = self._by_whole.get(_whole(self._key, run, bare=False))
        if number is None and not accented:
            number = self._by_whole.get(_whole(self._key, run, bare=True))
        _remember(self._runs, known, number)
        return number

    def _in_row(self, row: "_Row", text: Text, allowed: Collection[Words]) -> Iterator[int]:
        for start, end in self._likely(row):
            accented = any(row.accented[start:end])
            for run in _spellings(row.units, start, end):
                number = self._named(run, accented=accented)
                if number is None or len(run) < text.least_letters:
                    continue
                if self.words(number) < text.least_words:
                    continue
                if not any(_covers(name, row.units, start, end) for name in allowed):
                    yield number

    def _likely(self, row: "_Row") -> Iterator[tuple[int, int]]:
        """From where to where in a row a guarded name may stand."""
        for place, unit in enumerate(row.units):
            if self._notices(unit):
                yield from _around(row.units, place, place + 1)
        for start, end, is_joined_word in row.words:
            for first, last in _within(start, end):
                run = "".join(row.units[first:last])
                if self._notices(run):
                    yield from _around(row.units, first, last)
                if is_joined_word:
                    yield first, last


class _Row:
    """The units of a text in one way to read it, and which words have several or are joined.

    Of each unit, `accented` says whether it has an accent.
    """

    __slots__ = ("accented", "units", "words")

    def __init__(self, readings: list["_Readings"], way: int) -> None:
        """Take that reading of each token, or its first where it has fewer."""
        self.units: list[str] = []
        self.accented: list[bool] = []
        self.words: list[tuple[int, int, bool]] = []
        for reading in readings:
            words, is_one, accented = reading[way] if way < len(reading) else reading[0]
            for word in words:
                start = len(self.units)
                self.units += word
                self.accented += [unit in accented for unit in word]
                if is_one or len(word) > 1:
                    self.words.append((start, len(self.units), is_one))


# The words of a token, each as its units; whether they may be several joined in one; and which of
# the units have an accent.
_Readings = tuple[tuple[tuple[Words, ...], bool, frozenset[str]], ...]


@lru_cache(maxsize=20_000)
def _readings(token: str, *, address: bool, latin: bool) -> _Readings:
    """Each way to read a word of a text; where a word is in doubt, whole as well."""
    is_address = address or is_joined(token)
    joined = is_address or has_capital_within(token)
    found = rows(token, latin=latin)
    if (seen := without_unseen(token)) != token:
        found += rows(seen, latin=latin)
    if joined:
        found += rows(parted(token), latin=latin)
    if is_address:
        found += tuple(map(without_trailing, found))
    found += tuple(one.replace("|", "") for one in found)
    # In an address accents get lost, and say nothing.
    accented = frozenset() if is_address or not has_accents(token) else _accented(token)
    return tuple((_words(one), joined, accented) for one in dict.fromkeys(found))


def _accented(token: str) -> frozenset[str]:
    """The units of `token`, without their accents, that have one wherever they stand in it."""
    parts = row(token, accents=True).replace("|", " ").split()
    with_accents = {unit for part in parts if has_accents(part) for unit in units(part)}
    return frozenset(with_accents.difference(parts))


def _words(row: str) -> tuple[Words, ...]:
    """The words of a row; in scripts without spaces each letter is one."""
    if UNSPACED.search(row):
        return tuple((unit,) for unit in row.replace("|", " ").split())
    return tuple(pieces(row))


def _runs(word: Words) -> Iterator[str]:
    """Whatever part of a word in doubt may be a word."""
    yield from word
    for first, last in _within(0, len(word)):
        yield "".join(word[first:last])


def _within(start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of several units, and all of them, from `start` to `end`; none of too many."""
    if end - start == 1:
        yield start, end
    elif end - start <= _MOST_UNITS:
        for first in range(start, end):
            yield from ((first, last) for last in range(first + 1, end + 1))


def _around(units: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The runs of units around those from `first` to `last` in which a name may stand."""
    begin = first if UNSPACED.match(units[first]) else max(0, first - _MOST_UNITS + 1)
    for start in range(begin, first + 1):
        end = min(len(units), start + _most(units[first]))
        yield from ((start, stop) for stop in range(last, end + 1))


def _spellings(units: list[str], start: int, end: int) -> Iterator[str]:
    """The letters of a run, and those that Arabic joins otherwise: `لل` for `ل` and `ال`."""
    run = "".join(units[start:end])
    yield run
    if run[:1] == "ل" and start and units[start - 1] == "ل":
        yield f"ا{run}"


def _covers(name: Words, row: list[str], start: int, end: int) -> bool:
    """Whether the words of `row` from `start` to `end` are within an occurrence of `name`."""
    length = len(name)
    return any(
        tuple(row[first : first + length]) == name
        for first in range(max(0, end - length), start + 1)
    )


def _remember(known: dict[_Known, _Fact], word: _Known, fact: _Fact) -> None:
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    known[word] = fact
