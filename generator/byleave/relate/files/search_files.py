"""What the script of the search loads: words with their stories, and what stories are called."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import Literal

from msgspec import Struct

from byleave.model.addresses import FIND_SCRIPT, SEARCH_FILES
from byleave.model.languages import base_language
from byleave.model.machine_files import (
    SearchCardsView,
    SearchMapView,
    SearchScriptView,
    SearchWordsView,
)
from byleave.model.pieces import SearchCard
from byleave.model.published import Story
from byleave.relate.index.common_uses import Uses
from byleave.relate.index.index import Index
from byleave.relate.index.list_lines import kind
from byleave.relate.page_plan import PlannedPage
from byleave.relate.search.entries import Findable, SearchEntry, places_of
from byleave.relate.search.folding import FOLDS, MUTATIONS
from byleave.relate.search.shards import (
    GROUP,
    SIGNS,
    Posting,
    Shard,
    card_bits,
    card_file,
    numbers,
    postings,
    shards,
    stories_having,
)

_MAP = "all"
_WELSH = "cy"
_Kind = Literal["story", "event", "report", "easy-read"]
# What can be chosen: themes, places, years, languages, kinds. The form names its fields so.
_ALL_GROUPS = _THEMES, _PLACES, _YEARS, _LANGUAGES, _KINDS = "t", "p", "y", "l", "k"


class _Group(Struct, frozen=True, kw_only=True):
    """Something that can be chosen; its label is empty where it is for the site's words to say."""

    of: str
    value: str
    label: str


class WordsFound(Struct, frozen=True, kw_only=True):
    """The words of all stories that can be found, and the numbers of these by their addresses."""

    ids: Mapping[str, str]
    words: tuple[Posting, ...]

    def having(self) -> Mapping[str, int]:
        """How many stories have each word."""
        return stories_having(self.words, len(next(iter(self.ids.values()), "0")))


def words_found(found: Findable) -> WordsFound:
    """Which stories have which words."""
    ids = numbers(entry.story.address for entry in reversed(found.entries))
    return WordsFound(ids=ids, words=tuple(_words(found, ids)))


def search_files(
    found: Findable, having: WordsFound, uses: Uses, known: Index
) -> Iterator[PlannedPage]:
    """The script and its files; none where nothing can be found. They may be used as `uses` say."""
    if not found.entries:
        return
    ids = having.ids
    groups = _groups(found, known)
    words = tuple(shards((*having.words, *_in_groups(groups, ids))))
    said = partial(partial, title="", language=known.content.settings.language)
    yield PlannedPage(FIND_SCRIPT, said(SearchScriptView, address=FIND_SCRIPT), uses)
    yield PlannedPage(_address(_MAP), said(_map, words, found, ids, tuple(groups)), uses)
    for shard in words:
        name = _name(shard.prefix)
        make = said(SearchWordsView, address=_address(name), name=name, words=shard.words)
        yield PlannedPage(_address(name), make, uses)
    for number, cards in _cards(found, ids).items():
        name = f"c{number}"
        made = said(SearchCardsView, address=_address(name), name=name, cards=cards)
        yield PlannedPage(_address(name), made, uses)


def _address(name: str) -> str:
    return f"{SEARCH_FILES}{name}.js"


def _name(prefix: str) -> str:
    """What a file of words is called: any sign may be in a word, and not in the name of a file."""
    return "-".join(("w", *(f"{ord(sign):x}" for sign in prefix)))


def _words(found: Findable, ids: Mapping[str, str]) -> Iterator[Posting]:
    return postings(
        (ids[entry.story.address], entry.words.head.split(), entry.words.body.split())
        for entry in found.entries
    )


def _groups(found: Findable, known: Index) -> Mapping[_Group, list[str]]:
    """What can be chosen, in order, and the addresses of the stories that are in each."""
    stories: dict[_Group, list[str]] = defaultdict(list)
    titles = {theme.slug: theme.title for theme in known.content.themes}
    for entry in found.entries:
        for group in _groups_of(entry, titles):
            stories[group].append(entry.story.address)
    order = sorted(stories, key=lambda one: (one.of, one.label.casefold(), one.value))
    newest = [one for one in reversed(order) if one.of == _YEARS]
    return {one: stories[one] for one in (*(o for o in order if o.of != _YEARS), *newest)}


def _groups_of(entry: SearchEntry, titles: Mapping[str, str]) -> Iterator[_Group]:
    story = entry.story
    for slug in story.themes:
        yield _Group(of=_THEMES, value=slug, label=titles.get(slug, slug))
    for value, label in {place.casefold(): place for place in places_of(story)}.items():
        yield _Group(of=_PLACES, value=value, label=label)
    yield _Group(of=_YEARS, value=f"{_day(story).year}", label=f"{_day(story).year}")
    yield _Group(of=_LANGUAGES, value=base_language(story.language), label="")
    yield _Group(of=_KINDS, value=_kind(story), label="")


def _in_groups(groups: Mapping[_Group, list[str]], ids: Mapping[str, str]) -> Iterator[Posting]:
    """Groups as words, by which nobody looks: the stories of each."""
    for group, addresses in groups.items():
        yield f"{GROUP}{group.of}/{group.value}", "".join(map(ids.__getitem__, addresses))


def _kind(story: Story) -> _Kind:
    if story.easy_read_of:
        return "easy-read"
    found = kind(story)
    return found if found in ("event", "report") else "story"


def _day(story: Story) -> date:
    return story.event.starts.day if story.event else story.date


def _map(
    words: Iterable[Shard],
    found: Findable,
    ids: Mapping[str, str],
    groups: Iterable[_Group],
    **said: str,
) -> SearchMapView:
    options: dict[str, list[tuple[str, str]]] = {of: [] for of in _ALL_GROUPS}
    for group in groups:
        options[group.of].append((group.value, group.label))
    is_welsh = any(value == _WELSH for value, _ in options[_LANGUAGES])
    return SearchMapView(
        address=_address(_MAP),
        name=_MAP,
        length=len(next(iter(ids.values()))),
        bits=card_bits(len(found.entries)),
        signs=SIGNS,
        files=tuple((one, _name(shard.prefix)) for shard in words for one in shard.prefixes),
        folds=FOLDS,
        mutations=MUTATIONS if is_welsh else (),
        groups=tuple((of, tuple(some)) for of, some in options.items()),
        title=said["title"],
        language=said["language"],
    )


def _cards(found: Findable, ids: Mapping[str, str]) -> Mapping[int, tuple[SearchCard, ...]]:
    """What stories are called, in files by their numbers."""
    bits = card_bits(len(found.entries))
    cards: dict[int, list[SearchCard]] = defaultdict(list)
    for entry in sorted(found.entries, key=lambda one: ids[one.story.address]):
        story, number = entry.story, ids[entry.story.address]
        card = SearchCard(
            number=number,
            address=story.address,
            title=story.title,
            language=story.language,
            kind=_kind(story),
            day=_day(story),
            summary=story.summary,
        )
        cards[card_file(number, bits)].append(card)
    return {number: tuple(some) for number, some in cards.items()}
