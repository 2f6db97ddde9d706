"""Everything with a name, by its first letter in the site's language."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
from byleave.relate.uses import ALL_USES, Uses

# With more entries than this, each letter has a page of its own.
MOST_ON_ONE_PAGE = 300


def a_to_z_pages(known: Index) -> Iterator[Planned]:
    """The A to Z, and the pages of its letters where it is long."""
    letters = tuple(_letters(known))
    language = known.content.settings.language
    in_one = sum(len(letter.entries) for letter in letters) <= MOST_ON_ONE_PAGE
    less = _less_allowed(known)

    def uses_of(entries: Iterable[AToZEntry]) -> Uses:
        return ALL_USES.intersection(*(less.get(entry.address, ALL_USES) for entry in entries))

    shown = letters if in_one else tuple(map(_without_entries, letters))
    uses = uses_of(entry for letter in shown for entry in letter.entries)
    yield Planned(A_TO_Z, partial(_a_to_z, shown, language), uses)
    places = tuple(Place(address=one.address, title=one.letter) for one in letters)
    for letter in () if in_one else letters:
        for page in pages(letter.address, letter.entries):
            make = partial(_letter_view, letter, page, places, language)
            yield Planned(page.address, make, uses_of(page.things))


def _a_to_z(letters: tuple[Letter, ...], language: str) -> AToZView:
    return AToZView(address=A_TO_Z, title="", language=language, letters=letters)


def _letter_view(
    letter: Letter,
    page: Page[AToZEntry],
    letters: tuple[Place, ...],
    language: str,
) -> LetterView:
    return LetterView(
        address=page.address,
        title=letter.letter,
        language=language,
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


def _less_allowed(known: Index) -> Mapping[str, Uses]:
    """The uses of stories and people by their address."""
    stories = {story.address: known.line_uses[story.path] for story in known.listed}
    people = {person_address(pairs[0][0]): pairs[0][0].uses for pairs in known.people.values()}
    return stories | people
