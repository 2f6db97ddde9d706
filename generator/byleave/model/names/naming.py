"""Whether a text, or an address, names somebody: whole words, however they are dressed up."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from byleave.model.names.joined import addresses_in, camel_in, parted, without_trailing
from byleave.model.names.lost_letters import LOST, may_stand_in
from byleave.model.names.reading import as_shown, is_read_otherwise
from byleave.model.names.signs import DOUBT, GAP, UNSPACED, is_raised
from byleave.model.names.words import as_latin, has_accents, lettered, letters, row, rows

Key = TypeVar("Key", bound=Hashable)

_FEW = 20  # names, all of which are looked for: that takes less time than to choose
_PIECE = 4  # bytes
# How letters are written where there is no sign for them.
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Ø": "Oe", "Å": "Aa"}
)
_ARABIC_ARTICLE = re.compile(r"(?<= )ال\|?(?=[\u0620-\u06d3]{2})")

_ARABIC = "\u0620-\u06d3"
_ARTICLE_WITHIN = re.compile(
    f"(?:(?<=[{_ARABIC}]{{2}}) |(?<=[{_ARABIC}]{{2}}))(?=ال[|]?[{_ARABIC}]{{2}})"
)


class _Sought(Struct, frozen=True, kw_only=True):
    """One way to write a name: its letters, its row, and that with gaps alone.

    A name of one word without accents `is_bare`: with one it would be another word. Of several
    words, nobody takes the same row for other words because it has an accent.
    """

    letters: bytes
    row: str
    parted: str
    has_several_words: bool
    is_bare: bool


class SearchableText:
    """A text, made ready once to be searched for many names; or an address, which joins words."""

    __slots__ = ("_address", "_letters", "_readings", "_rows", "_text")

    def __init__(self, text: str, *, address: bool = False) -> None:
        """Keep the text; it is made ready when the letters of a name stand in it."""
        self._text = text
        self._address = address
        self._letters = None if is_read_otherwise(text) else letters(text)
        self._readings: tuple[tuple[tuple[bytes, ...], str], ...] = ()
        self._rows: dict[tuple[str, str], tuple[str, ...]] = {}

    def may_name(self, name: str) -> bool:
        """Whether the letters of `name` stand in the text, or it may be read otherwise."""
        found = self._letters
        if found is None:
            return True
        # Asked of every text for every name, so without a generator.
        for one in _sought(name):  # noqa: SIM110 - as above
            if _among(one.letters, found):
                return True
        return False

    def names(self, name: str) -> bool:
        """Whether `name` stands in the text as whole words, in whichever way it can be read.

        A name with lost letters does where it may: see `lost_letters`.
        """
        if LOST in name:
            return self._may_have(name)
        for sought in _sought(name):
            if self._letters is not None and not _among(sought.letters, self._letters):
                continue
            if self._has(sought):
                return True
        return False

    def letters(self) -> frozenset[bytes]:
        """The letters of the text, in each way that it can be read."""
        if self._letters is not None:
            return frozenset(self._letters)
        return frozenset(one for found, _ in self._all_readings() for one in found)

    def _has(self, sought: _Sought) -> bool:
        return any(
            self._reads(sought, reading)
            for found, reading in self._all_readings()
            if _among(sought.letters, found)
        )

    def _may_have(self, rough: str) -> bool:
        return any(
            may_stand_in(rough, self._rows_of(reading, "text"))
            or may_stand_in(rough, self._rows_of(reading, "address"), joined=True)
            for _, reading in self._all_readings()
        )

    def _all_readings(self) -> tuple[tuple[tuple[bytes, ...], str], ...]:
        if not self._readings:
            ways = as_shown(self._text) if self._letters is None else (self._text,)
            self._readings = tuple((letters(way), way) for way in ways)
        return self._readings

    def _reads(self, sought: _Sought, reading: str) -> bool:
        accents = sought.is_bare and not self._address and not reading.isascii()
        plain = self._rows_of(reading, "accents" if accents else "text")
        if any(sought.parted in one for one in plain):
            return True
        if any(map(_pattern(sought.row, joined=False).search, plain)):
            return True
        joined = self._rows_of(reading, "address")
        if sought.has_several_words:
            joined += self._rows_of(reading, "capitals")
        return any(map(_pattern(sought.row, joined=True).search, joined))

    def _rows_of(self, reading: str, kind: str) -> tuple[str, ...]:
        """The rows of a reading, or of what is joined in it; each is made once."""
        found = self._rows.get((reading, kind))
        if found is None:
            found = self._rows[reading, kind] = self._made(reading, kind)
        return found

    def _made(self, reading: str, kind: str) -> tuple[str, ...]:
        if kind == "text":
            return rows(reading)
        if kind == "accents":
            has_any = has_accents(reading)
            return rows(reading, accents=True) if has_any else self._rows_of(reading, "text")
        if kind == "capitals":
            return rows(camel_in(reading))
        found = rows(parted(reading if self._address else addresses_in(reading)))
        return tuple(map(without_trailing, found))


class Names(Generic[Key]):
    """Many names by key, made ready once to be looked for in many texts.

    A story of a thousand voices has some thousands of short texts: in each, only those names are
    looked for of whose letters a rare piece stands in it.
    """

    __slots__ = ("_names", "_pieces", "_short")

    def __init__(self, names: Mapping[Key, str]) -> None:
        """Keep the names; they are made ready where there are many."""
        self._names = names
        self._pieces: dict[bytes, set[Key]] = defaultdict(set)
        self._short: set[Key] = set()
        if len(names) >= _FEW:
            self._make_ready()

    def within(self, words: SearchableText, but: Collection[str] = ()) -> set[Key]:
        """The keys of the names in the text of `words`, but for those that stand in one of `but`.

        The letters of a name are looked for first, and then whether it counts: to look for the
        name itself takes far longer than both.
        """
        return {
            key
            for key in self._likely(words)
            if words.may_name(name := self._names[key])
            and not any(is_named_in(name, one) for one in but)
            and words.names(name)
        }

    def _make_ready(self) -> None:
        found = [(key, one.letters) for key, name in self._names.items() for one in _sought(name)]
        often = Counter(piece for _, needle in found for piece in _pieces(needle))
        for key, needle in found:
            rarest = min(_pieces(needle), key=often.__getitem__, default=None)
            (self._short if rarest is None else self._pieces[rarest]).add(key)

    def _likely(self, words: SearchableText) -> Iterable[Key]:
        if len(self._names) < _FEW:
            return self._names
        found = words.letters()
        # To look for each name in a long text takes less time than to cut it into pieces.
        if sum(map(len, found)) > len(self._names):
            return self._names
        there = {piece for one in found for piece in _pieces(one)}
        return self._short.union(*(self._pieces[piece] for piece in there & self._pieces.keys()))


def _pieces(letters: bytes) -> Iterator[bytes]:
    return (letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1))


@lru_cache(maxsize=10_000)
def is_named_in(name: str, other: str) -> bool:
    """Whether `name` stands in `other`, which is a name itself."""
    return SearchableText(other).names(name)


def is_named_at(name: str, address: str) -> bool:
    """Whether `address` names somebody: an address of a page, a path, the name of a file."""
    return SearchableText(address, address=True).names(name)


def _among(needle: bytes, found: tuple[bytes, ...]) -> bool:
    # Mostly there is one, and this is asked of every text for every name.
    return needle in found[0] or (len(found) > 1 and needle in found[1])


@lru_cache(maxsize=10_000)
def _sought(name: str) -> tuple[_Sought, ...]:
    """Each way to write `name` that counts as it; none where there is nothing to see."""
    is_bare = not has_accents(name)
    return tuple(_seeking(row, is_bare=is_bare) for row in name_rows(name))


def name_rows(name: str) -> tuple[str, ...]:
    """The rows of each way to write `name`; what may be left out of a word is a doubt in it."""
    found = dict.fromkeys(one for written in _spellings(name) for one in _name_rows(written))
    return tuple(one for one in found if one.strip())


def _spellings(name: str) -> Iterator[str]:
    yield name
    if (bare := _without_marks(name)) != name:
        yield bare
    if (spelt := name.translate(_SPELT_OUT)) != name:
        yield spelt


def _without_marks(name: str) -> str:
    """`name` without raised signs at the ends of its words, as of a note, where words are left."""
    if name.isascii():
        return name
    marks = "".join(sign for sign in set(name) if is_raised(sign))
    return " ".join(word.strip(marks) or word for word in name.split()) if marks else name


def _name_rows(name: str) -> Iterator[str]:
    """The rows of a name, in which only spaces are gaps: other signs may be left out."""
    words = [row(word, written_out=True).strip() for word in parted(name).split()]
    found = f" {' '.join(word.replace(GAP, DOUBT) for word in words if word)} "
    # Arabic writes names with an article within as one word or two.
    found = _ARTICLE_WITHIN.sub(DOUBT, found)
    yield found
    yield as_latin(found)
    if _ARABIC_ARTICLE.search(found):
        yield _ARABIC_ARTICLE.sub("ل", found)


def _seeking(row: str, *, is_bare: bool) -> _Sought:
    has_several_words = len(row.split()) > 1
    return _Sought(
        letters=as_latin(_plain(row)).encode("utf-8", "replace"),
        row=row,
        parted=row.replace(DOUBT, GAP),
        has_several_words=has_several_words,
        is_bare=is_bare and not has_several_words,
    )


def _plain(row: str) -> str:
    return row.replace(GAP, "").replace(DOUBT, "")


@lru_cache(maxsize=1_000)
def _pattern(row: str, *, joined: bool) -> re.Pattern[str]:
    """What finds the name of `row` in another; `joined` says whether that is of addresses."""
    words = row.split()
    if UNSPACED.search(row):
        return _between("[ |]*".join(map(re.escape, _plain(row))))
    pieces = ["[ |]?".join(map(lettered, word.split(DOUBT))) for word in words]
    if joined:
        return _between("[ |]?".join(pieces))
    return _between("[ |]".join(pieces) + (r"(?:\|?s)?" if len(words) > 1 else ""))


def _between(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[ |]){pattern}(?=[ |])")
