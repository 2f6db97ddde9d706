"""Everything with a name, by its first letter in the site's language."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from byleave.model.addresses import A_TO_Z, series_address, theme_address
from byleave.model.permission import words_in
from byleave.model.pieces import AToZEntry, AToZLetter, Kind, PageLink
from byleave.model.site import AToZLetterView, AToZView
from byleave.relate.index.alphabets import Alphabet, letter_name
from byleave.relate.index.common_uses import ALL_USES, Uses
from byleave.relate.index.index import Index
from byleave.relate.index.list_lines import kind, person_address
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.paging import PageOfList, in_pages

# With more entries than this, each letter has a page of its own.
MOST_ON_ONE_PAGE = 300


def a_to_z_pages(known: Index) -> Iterator[PlannedPage]:
    """The A to Z, and the pages of its letters where it is long."""
    letters = tuple(_letters(known))
    language = known.content.settings.language
    in_one = sum(len(letter.entries) for letter in letters) <= MOST_ON_ONE_PAGE
    less = _less_allowed(known)

    def uses_of(entries: Iterable[AToZEntry]) -> Uses:
        return ALL_USES.intersection(*(less.get(entry.address, ALL_USES) for entry in entries))

    shown = letters if in_one else tuple(map(_without_entries, letters))
    uses = uses_of(entry for letter in shown for entry in letter.entries)
    yield PlannedPage(A_TO_Z, partial(_a_to_z, shown, language), uses)
    places = tuple(PageLink(address=one.address, title=one.letter) for one in letters)
    for letter in () if in_one else letters:
        for page in in_pages(letter.address, letter.entries):
            make = partial(_letter_view, letter, page, places, language)
            yield PlannedPage(page.address, make, uses_of(page.things))


def _a_to_z(letters: tuple[AToZLetter, ...], language: str) -> AToZView:
    return AToZView(address=A_TO_Z, title="", language=language, letters=letters)


def _letter_view(
    letter: AToZLetter,
    page: PageOfList[AToZEntry],
    letters: tuple[PageLink, ...],
    language: str,
) -> AToZLetterView:
    return AToZLetterView(
        address=page.address,
        title=letter.letter,
        language=language,
        letter=AToZLetter(letter=letter.letter, address=letter.address, entries=page.things),
        letters=letters,
        paging=page.paging,
    )


def _letters(known: Index) -> Iterator[AToZLetter]:
    alphabet = Alphabet(known.content.settings.language)
    for letter, entries in alphabet.in_letters(_entries(known), _filed_as):
        address = f"{A_TO_Z}{letter_name(letter)}/"
        yield AToZLetter(letter=letter, address=address, entries=tuple(entries))


def _filed_as(entry: AToZEntry) -> tuple[str, str, str]:
    return entry.title, entry.language, entry.address


def _without_entries(letter: AToZLetter) -> AToZLetter:
    return AToZLetter(letter=letter.letter, address=letter.address, entries=())


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
        title, tongue = words_in(known.content.settings.series[slug].title, language, language)
        yield _entry(series_address(slug), title, tongue, "series")
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
