"""Everything with a name, by its first letter in the site's language."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from operator import itemgetter

from byleave.model.addresses import A_TO_Z, series_address, theme_address
from byleave.model.pieces import AToZEntry, Kind, Letter, Place
from byleave.model.site import AToZView, LetterView
from byleave.relate.index import Index
from byleave.relate.items import kind, person_address
from byleave.relate.letters import DIGITS, OTHERS, Alphabet, Key
from byleave.relate.paging import Page, pages
from byleave.relate.planned import Planned

# With more entries than this, each letter has a page of its own.
MOST_ON_ONE_PAGE = 300


def a_to_z_pages(known: Index) -> Iterator[Planned]:
    """The A to Z, and the pages of its letters where it is long."""
    letters = tuple(_letters(known))
    language = known.content.settings.language
    in_one = sum(len(letter.entries) for letter in letters) <= MOST_ON_ONE_PAGE
    closed = _closed_addresses(known)

    def indexable(entries: Iterable[AToZEntry]) -> bool:
        return not any(entry.address in closed for entry in entries)

    open_ = not in_one or all(indexable(letter.entries) for letter in letters)
    shown = letters if in_one else tuple(map(_without_entries, letters))
    yield Planned(A_TO_Z, partial(_a_to_z, shown, language, indexable=open_), open_)
    places = tuple(Place(address=one.address, title=one.letter) for one in letters)
    for letter in () if in_one else letters:
        for page in pages(letter.address, letter.entries):
            open_ = indexable(page.things)
            make = partial(_letter_view, letter, page, places, language, indexable=open_)
            yield Planned(page.address, make, open_)


def _a_to_z(letters: tuple[Letter, ...], language: str, *, indexable: bool) -> AToZView:
    return AToZView(
        address=A_TO_Z, title="", language=language, indexable=indexable, letters=letters
    )


def _letter_view(
    letter: Letter,
    page: Page[AToZEntry],
    letters: tuple[Place, ...],
    language: str,
    *,
    indexable: bool,
) -> LetterView:
    return LetterView(
        address=page.address,
        title=letter.letter,
        language=language,
        indexable=indexable,
        letter=Letter(letter=letter.letter, address=letter.address, entries=page.things),
        letters=letters,
        paging=page.paging,
    )


def _letters(known: Index) -> Iterator[Letter]:
    alphabet = Alphabet(known.content.settings.language)
    found: dict[str, list[tuple[Key, str, AToZEntry]]] = defaultdict(list)
    for entry in _entries(known):
        letter, key = alphabet.filed(entry.title, entry.language)
        found[letter].append((key, entry.address, entry))
    for letter in sorted(found, key=alphabet.heading_key):
        yield Letter(
            letter=letter,
            address=f"{A_TO_Z}{_name(letter)}/",
            entries=tuple(entry for _, _, entry in sorted(found[letter], key=itemgetter(0, 1))),
        )


def _name(letter: str) -> str:
    """A letter as a part of an address."""
    names = {DIGITS: "0-9", OTHERS: "other"}
    return names.get(letter) or unicodedata.normalize("NFC", letter.casefold())


def _without_entries(letter: Letter) -> Letter:
    return Letter(letter=letter.letter, address=letter.address, entries=())


def _entries(known: Index) -> Iterator[AToZEntry]:
    language = known.content.settings.language
    for story in known.listed:
        item = known.items[story.path]
        yield _entry(item.address, item.title, item.language, kind(story))
    for theme in known.content.themes:
        address = theme_address(theme.slug)
        yield _entry(address, theme.title, language, "theme")
        for name in theme.also_known_as:
            yield _entry(address, name, language, "theme", see=theme.title)
    for slug in known.by_series:
        title = known.content.settings.series[slug]
        yield _entry(series_address(slug), title, language, "series")
    for pairs in known.people.values():
        voice = pairs[0][0]
        yield _entry(person_address(voice), voice.name, language, "person")


def _entry(address: str, title: str, language: str, what: Kind, see: str = "") -> AToZEntry:
    return AToZEntry(address=address, title=title, language=language, kind=what, see=see)


def _closed_addresses(known: Index) -> frozenset[str]:
    """The addresses of what search engines may not be told of."""
    stories = (s.address for s in known.listed if "engines" not in known.line_uses[s.path])
    people = (
        person_address(pairs[0][0])
        for pairs in known.people.values()
        if "engines" not in pairs[0][0].uses
    )
    return frozenset((*stories, *people))
