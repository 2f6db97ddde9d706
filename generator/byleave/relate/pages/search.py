"""What people look things up in: an index as a book has one, of all that search may know."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Literal

from byleave.cache import Recollection
from byleave.model.addresses import FIND_SCRIPT, SEARCH, theme_address
from byleave.model.pieces import IndexEntry, IndexLetter, PageLink
from byleave.model.published import Content
from byleave.model.site import SearchLetterView, SearchView
from byleave.model.taking_part import lists_of
from byleave.relate.files.search_files import WordsFound, search_files, words_found
from byleave.relate.index.alphabets import Alphabet, letter_name
from byleave.relate.index.common_uses import ALL_USES, Uses
from byleave.relate.index.index import Index
from byleave.relate.index.list_lines import kind, person_address
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.paging import PageOfList, in_pages
from byleave.relate.search.entries import Findable, SearchEntry, findable, places_of
from byleave.relate.search.telling import telling_words

# With more entries than this, each letter has a page of its own.
MOST_ON_ONE_PAGE = 300
MOST_OF_A_LETTER = 200

Found = tuple[IndexEntry, Uses]


def search_pages(content: Content, known: Index, memory: Recollection) -> Iterator[PlannedPage]:
    """The index, and the pages of its letters where it is long.

    Search engines are kept away from it: it leads to pages that some of them may show.
    """
    found = findable(content.found, memory)
    words = words_found(found)
    letters = tuple(_letters(found, words, known))
    language = known.content.settings.language
    in_one = sum(len(entries) for _, entries in letters) <= MOST_ON_ONE_PAGE
    shown = tuple(
        _letter(name, [one for one, _ in entries] if in_one else ()) for name, entries in letters
    )
    uses = _uses(entry for _, entries in letters for entry in entries)
    make = partial(_search, tuple(_years(found, known)), shown, language)
    yield PlannedPage(SEARCH, make, uses)
    yield from search_files(found, words, uses, known)
    places = tuple(PageLink(address=one.address, title=one.letter) for one in shown)
    for name, entries in () if in_one else letters:
        for page in in_pages(_address(name), entries, MOST_OF_A_LETTER):
            made = partial(_letter_view, name, page, places, language)
            yield PlannedPage(page.address, made, _uses(page.things))


def _search(
    years: tuple[PageLink, ...], letters: tuple[IndexLetter, ...], language: str
) -> SearchView:
    return SearchView(
        address=SEARCH,
        title="",
        language=language,
        script=FIND_SCRIPT if letters else "",
        years=years,
        letters=letters,
    )


def _letter_view(
    name: str, page: PageOfList[Found], letters: tuple[PageLink, ...], language: str
) -> SearchLetterView:
    return SearchLetterView(
        address=page.address,
        title=name,
        language=language,
        letter=_letter(name, [entry for entry, _ in page.things]),
        letters=letters,
        paging=page.paging,
    )


def _letter(name: str, entries: Iterable[IndexEntry]) -> IndexLetter:
    return IndexLetter(letter=name, address=_address(name), entries=tuple(entries))


def _address(letter: str) -> str:
    return f"{SEARCH}{letter_name(letter)}/"


def _uses(entries: Iterable[Found]) -> Uses:
    return ALL_USES.intersection(*(uses for _, uses in entries)) - {"engines"}


def _years(found: Findable, known: Index) -> Iterator[PageLink]:
    whole = known.editions[0]
    years = {entry.story.date.year for entry in found.entries if is_in_lists(entry)}
    for year in sorted(years, reverse=True):
        yield PageLink(address=whole.stories_of(year), title=str(year))


def is_in_lists(entry: SearchEntry) -> bool:
    """Whether lists have the story; a version is where its original leads."""
    return not (entry.story.translation_of or entry.story.easy_read_of)


def _letters(found: Findable, words: WordsFound, known: Index) -> Iterator[tuple[str, list[Found]]]:
    """What stands under each letter of the site's language, in its order."""
    alphabet = Alphabet(known.content.settings.language)
    return alphabet.in_letters(_entries(found, words, known), _filed_as)


def _filed_as(found: Found) -> tuple[str, str, str]:
    entry, _ = found
    return entry.term, entry.language, f"{entry.kind} {entry.address} {entry.language}"


def _entries(found: Findable, words: WordsFound, known: Index) -> Iterator[Found]:
    yield from _themes(found, known)
    yield from _people(found, known)
    for entry in found.entries:
        story = entry.story
        title = IndexEntry(
            term=story.title, language=story.language, kind=kind(story), address=story.address
        )
        yield title, entry.uses
    places = ((place, entry) for entry in found.entries for place in places_of(entry.story))
    yield from _told_in("place", places, _pages_of_places(found))
    # What a theme is called leads to all of its stories already.
    themes = known.content.themes
    names = (name for theme in themes for name in (theme.title, *theme.also_known_as))
    left_out = found.names.union(map(str.lower, names))
    told = telling_words([entry.words for entry in found.entries], words.having(), left_out)
    telling = zip(found.entries, told, strict=True)
    yield from _told_in("", ((word, entry) for entry, own in telling for word in own))


def _themes(found: Findable, known: Index) -> Iterator[Found]:
    language = known.content.settings.language
    used = {slug for entry in found.entries for slug in entry.story.themes if is_in_lists(entry)}
    for theme in known.content.themes:
        if theme.slug in used:
            of_theme = partial(
                IndexEntry, language=language, kind="theme", address=theme_address(theme.slug)
            )
            yield of_theme(term=theme.title), ALL_USES
            for name in theme.also_known_as:
                yield of_theme(term=name, see=theme.title), ALL_USES


def _people(found: Findable, known: Index) -> Iterator[Found]:
    language = known.content.settings.language
    for voice in found.people:
        address = person_address(voice)
        person = IndexEntry(term=voice.name, language=language, kind="person", address=address)
        yield person, voice.uses


def _pages_of_places(found: Findable) -> Mapping[str, str]:
    """The addresses of the pages of places, by what events call them: events that search finds.

    So a page to which another event alone gave rise is not led to, and does not tell of it.
    """
    return {
        _key(event.place): one.address
        for event in (entry.story.event for entry in found.entries if is_in_lists(entry))
        if event and event.place
        for one in lists_of(event)
        if one.common == "place"
    }


def _key(term: str) -> str:
    return " ".join(term.split()).casefold()


def _told_in(
    what: Literal["place", ""],
    pairs: Iterable[tuple[str, SearchEntry]],
    pages: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Found]:
    """An entry for each term, in whatever letter case it is written, with its stories.

    A word is one of its language; what a place is called is not. Some have `pages`, too.
    """
    stories: dict[tuple[str, str], dict[str, SearchEntry]] = defaultdict(dict)
    terms: dict[tuple[str, str], str] = {}
    for term, entry in pairs:
        key = _key(term), "" if what else entry.story.language
        terms.setdefault(key, term)
        stories[key][entry.story.path] = entry
    for key, told in stories.items():
        links = tuple(entry.link for entry in told.values())
        uses = ALL_USES.intersection(*(entry.uses for entry in told.values()))
        told_of = partial(IndexEntry, language=key[1], kind=what, address=pages.get(key[0], ""))
        yield told_of(term=terms[key], stories=links), uses
