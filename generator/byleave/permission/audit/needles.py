"""What an audit looks for, as rows of words: withheld runs, names, records, addresses, files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names
from msgspec import Struct

from byleave.model.names.joined import addresses_in, parted, without_trailing
from byleave.model.names.naming import name_rows
from byleave.model.names.words import has_accents, pieces, rows, units
from byleave.model.withheld import Withheld
from byleave.text_in_files import Text
from byleave.text_in_files.texts import texts_of_markdown

What = Literal["words", "title", "name", "record", "file name"]

RUN = 8
_SHORTEST = 4
_SHORTEST_TITLE = 2
_SHORTEST_RECORD = 4
# Of a word in doubt: more pieces are what a program made.
_MOST_PIECES = 8
# So many letters of what is looked for are compared first.
_FIRST = 8


class Needle(Struct, frozen=True, kw_only=True):
    """Something to look for: what it is, whose, and its words in a row with a space between.

    `gaps` are the numbers of letters after which a word has to end: elsewhere it may be joined.
    What is `bare` is a name of one word without accents: with one, it would be another word.
    """

    what: What
    records: tuple[str, ...]
    words: str
    gaps: tuple[int, ...] = ()
    bare: bool = False

    @property
    def letters(self) -> str:
        """All of its letters and digits; how they fall into words differs from text to text."""
        return self.words.replace(" ", "")


class NotSought(Struct, frozen=True, kw_only=True):
    """How much of what is withheld is not looked for, because it would tell nothing.

    `shared` names are also in words that may be public; `short` texts and records are too short.
    """

    shared: int
    short: int


@dataclass(slots=True, kw_only=True)
class Needles:
    """All that is looked for, by its letters; and its number of letters, by the first of them."""

    by_letters: dict[str, Needle] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    short: set[int] = field(default_factory=set)

    def add(self, needle: Needle) -> None:
        """Look for this one too."""
        letters = needle.letters
        known = self.by_letters.get(letters)
        if known is not None and known.bare and not needle.bare:
            self.by_letters[letters] = needle
        elif letters and known is None:
            self.by_letters[letters] = needle
            if len(letters) < _FIRST:
                self.short.add(len(letters))
            else:
                self.lengths[letters[:_FIRST]].add(len(letters))

    def remove(self, found: Iterable[Needle]) -> None:
        """Do not look for these any more."""
        for needle in found:
            self.by_letters.pop(needle.letters, None)

    def found_in(self, text: Text) -> Iterator[Needle]:
        """Each of them that is in `text`, in whichever way it can be read."""
        accented = not text.address and has_accents(text.text)
        for row in rows(text.text):
            found = self._in_row(row, text)
            yield from (one for one in found if not (accented and one.bare))
        for row in rows(text.text, accents=True) if accented else ():
            yield from (one for one in self._in_row(row, text) if one.bare)
        address = text.text if text.address else addresses_in(text.text)
        for row in rows(parted(address)) if address else ():
            yield from self._joined(without_trailing(row), text)

    def _in_row(self, row: str, text: Text) -> Iterator[Needle]:
        pieces = row.replace("|", " ").split()
        letters = "".join(pieces)
        ends: set[int] = set()
        at = 0
        for piece in pieces:
            for length in (*self.short, *self.lengths.get(letters[at : at + _FIRST], ())):
                needle = self.by_letters.get(letters[at : at + length])
                if needle:
                    ends = ends or {*accumulate(map(len, pieces))}
                    if at + length in ends and all(at + gap in ends for gap in needle.gaps):
                        yield from self._told(needle, text)
            at += len(piece)

    def _joined(self, row: str, text: Text) -> Iterator[Needle]:
        """Those of several words that an address, a handle or a hashtag joins."""
        for word in pieces(row):
            for place in range(len(word)):
                for run in accumulate(word[place : place + _MOST_PIECES]):
                    if needle := self.by_letters.get(run):
                        yield from self._told(needle, text)

    def _told(self, needle: Needle, text: Text) -> Iterator[Needle]:
        is_long = len(needle.letters) >= text.least_letters
        if is_long and needle.words.count(" ") + 1 >= text.least_words:
            yield needle

    def count(self, what: What) -> int:
        """How many are looked for of one kind."""
        return sum(needle.what == what for needle in self.by_letters.values())


def _gaps(words: str) -> tuple[int, ...]:
    """After how many letters each of these words but the last ends."""
    return tuple(accumulate(map(len, words.split()[:-1])))


def needles_for(withheld: Withheld, ours: Iterable[str]) -> tuple[Needles, NotSought]:
    """What to look for of what is `withheld`, and how much is not; `ours` are Byleave's own words.

    Nothing is looked for that words which may be public have too.
    """
    made = Needles()
    short = 0
    for words in withheld.words:
        least = _SHORTEST_TITLE if words.kind == "title" else _SHORTEST
        runs = list(_runs(words.text, least))
        short += not runs and bool(units(words.text))
        what: What = "title" if words.kind == "title" else "words"
        for run in runs:
            gaps = _gaps(run) if what == "title" else ()
            made.add(Needle(what=what, records=words.records, words=run, gaps=gaps))
    short += _add_records(made, withheld)
    names = _add_names(made, withheld)
    before = names & made.by_letters.keys()
    for text in (*withheld.public_texts, *ours, *_days_and_months(withheld.languages)):
        for reading in texts_of_markdown(text):
            made.remove(tuple(made.found_in(reading)))
    shared = len(names) - len(before & made.by_letters.keys())
    return made, NotSought(shared=shared, short=short)


def _runs(text: str, least: int) -> Iterator[str]:
    """Every run of eight words of a text, or all of its words where they are fewer."""
    for reading in texts_of_markdown(text):
        row = units(reading.text) if reading.kind == "text" else []
        if least <= len(row) < RUN:
            yield " ".join(row)
        for start in range(len(row) - RUN + 1):
            yield " ".join(row[start : start + RUN])


def _add_records(made: Needles, withheld: Withheld) -> int:
    """Add the records and the names of files; how many records are too short to tell anything."""
    short = 0
    for record in withheld.records:
        words = " ".join(units(record))
        if len(words.replace(" ", "")) < _SHORTEST_RECORD:
            short += 1
        elif record not in withheld.public_records:
            # No gaps: its dash may have been left out.
            made.add(Needle(what="record", records=(record,), words=words))
    shown = {file.name for file in withheld.public_files}
    for file in withheld.files:
        stem = file.address.rpartition("/")[2]
        for name in {file.name, stem} - shown:
            words = " ".join(units(name))
            made.add(Needle(what="file name", records=file.records, words=words, gaps=_gaps(words)))
    return short


def _add_names(made: Needles, withheld: Withheld) -> set[str]:
    """Add the names that no published voice has; the letters of all, whether added or not."""
    public = {row for name in withheld.public_names for row in name_rows(name)}
    found = {row: one.records for one in withheld.names for row in name_rows(one.name)}
    accented = {
        row for one in withheld.names if has_accents(one.name) for row in name_rows(one.name)
    }
    for row, records in found.items():
        words = row.replace("|", " ").strip()
        if words and row not in public:
            # An apostrophe or a hyphen within it may have been left out, a space may not.
            gaps = _gaps(row.replace("|", ""))
            bare = " " not in row.strip() and row not in accented
            made.add(Needle(what="name", records=records, words=words, gaps=gaps, bare=bare))
    return {row.replace("|", "").replace(" ", "") for row in found}


def _days_and_months(languages: Iterable[str]) -> Iterator[str]:
    """The names of days and months, which every site has and some people too."""
    for language in languages:
        try:
            locale = Locale.parse(language, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
        for width in ("wide", "abbreviated"):
            names = (get_month_names(width, locale=locale), get_day_names(width, locale=locale))
            yield from (str(name) for group in names for name in group.values())
