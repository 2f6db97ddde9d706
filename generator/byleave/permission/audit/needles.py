"""What an audit looks for, as rows of words: withheld runs, names, records, addresses, files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names, get_month_names
from msgspec import Struct

from byleave.model.withheld import Withheld
from byleave.readings import Text, units
from byleave.readings.texts import texts_of_markdown

What = Literal["words", "title", "name", "record", "file name"]

RUN = 8
_SHORTEST = 4
_SHORTEST_TITLE = 2
_SHORTEST_RECORD = 4


class Needle(Struct, frozen=True, kw_only=True):
    """Something to look for: what it is, whose, and its words in a row with a space between."""

    what: What
    records: tuple[str, ...]
    words: str


class NotSought(Struct, frozen=True, kw_only=True):
    """How much of what is withheld is not looked for, because it would tell nothing.

    `shared` names are also in words that may be public; `short` texts and records are too short.
    """

    shared: int
    short: int


@dataclass(slots=True, kw_only=True)
class Needles:
    """All that is looked for, by its first word and its number of words."""

    by_words: dict[str, Needle] = field(default_factory=dict)
    lengths: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, needle: Needle) -> None:
        """Look for this one too."""
        row = needle.words.split(" ")
        if needle.words and self.by_words.setdefault(needle.words, needle) is needle:
            self.lengths[row[0]].add(len(row))

    def remove(self, found: Iterable[Needle]) -> None:
        """Do not look for these any more."""
        for needle in found:
            self.by_words.pop(needle.words, None)

    def found_in(self, text: Text) -> Iterator[Needle]:
        """Each of them that is in `text`."""
        row = units(text.text)
        for place, word in enumerate(row):
            for length in self.lengths.get(word, ()):
                run = " ".join(row[place : place + length])
                needle = self.by_words.get(run)
                if needle and length >= text.least_words and len(run) >= text.least_letters:
                    yield needle

    def count(self, what: What) -> int:
        """How many are looked for of one kind."""
        return sum(needle.what == what for needle in self.by_words.values())


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
            made.add(Needle(what=what, records=words.records, words=run))
    short += _add_records(made, withheld)
    names = _add_names(made, withheld)
    before = names & made.by_words.keys()
    for text in (*withheld.public_texts, *ours, *_days_and_months(withheld.languages)):
        for reading in texts_of_markdown(text):
            made.remove(tuple(made.found_in(reading)))
    shared = len(names) - len(before & made.by_words.keys())
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
            made.add(Needle(what="record", records=(record,), words=words))
    shown = {file.name for file in withheld.public_files}
    for file in withheld.files:
        stem = file.address.rpartition("/")[2]
        for name in {file.name, stem} - shown:
            made.add(Needle(what="file name", records=file.records, words=" ".join(units(name))))
    return short


def _add_names(made: Needles, withheld: Withheld) -> set[str]:
    """Add the names that no published voice has; all names, whether or not they were added."""
    public = {" ".join(units(name)) for name in withheld.public_names}
    found: Mapping[str, Needle] = {
        (words := " ".join(units(one.name))): Needle(what="name", records=one.records, words=words)
        for one in withheld.names
    }
    for words, needle in found.items():
        if words not in public:
            made.add(needle)
    return set(found)


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
