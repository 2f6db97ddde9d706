"""Every address on the site that a link in a text may lead to, and where it really leads."""

from collections.abc import Iterable, Mapping

from byleave.model.addresses import (
    ACCESSIBILITY,
    CALENDAR,
    CALENDAR_FILE,
    FEED,
    GLOSSARY,
    HOME,
    HOW_WE_ASK,
    JSON_FEED,
    PLACES,
    SEARCH,
    SECTIONS,
    address_of_person,
    event_file,
    page_address,
    series_address,
    theme_address,
)
from byleave.model.published import Content
from byleave.relate.index.common_uses import Uses
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.groups import RelatedStories

_ALWAYS = (HOME, *SECTIONS, ACCESSIBILITY, HOW_WE_ASK)


def has_search(content: Content) -> bool:
    """Whether there is a search of ours: not where the group wants none, or has its own there."""
    pages = (page.address for page in content.pages)
    own = (*pages, *(f"/{file.path}" for file in content.root_files))
    return content.settings.search and not any(one.startswith(SEARCH) for one in own)


def past_events_of(year: int) -> str:
    """The address of the events of a year that are over."""
    return f"{CALENDAR}years/{year}/"


def addresses(
    content: Content,
    known: RelatedStories,
    lines: Mapping[str, Uses],
    editions: Iterable[StoriesOfEdition],
) -> Mapping[str, str]:
    """Every address that a link may lead to, and where it really leads.

    An old address of a story gives way to whatever is there now.
    """
    old = {
        page_address(alias): story.address
        for story in known.by_path.values()
        if not story.responds_to
        for alias in story.aliases
    }
    old |= {page_address(one): page.address for page in content.pages for one in page.aliases}
    return old | {address: address for address in _own(content, known, lines, editions)}


def _own(
    content: Content,
    known: RelatedStories,
    lines: Mapping[str, Uses],
    editions: Iterable[StoriesOfEdition],
) -> Iterable[str]:
    yield from _ALWAYS
    for edition in editions:
        yield from edition.addresses
    if content.glossary:
        yield GLOSSARY
    if has_search(content):
        yield SEARCH
    yield from map(past_events_of, known.past_events)
    yield from (theme_address(theme.slug) for theme in content.themes)
    yield from map(series_address, known.by_series)
    yield from map(address_of_person, known.people)
    yield from known.event_lists
    if any(one.common == "place" for one in known.event_lists.values()):
        yield PLACES
    yield from (story.address for story in known.by_path.values() if not story.responds_to)
    yield from (page.address for page in content.pages)
    yield from (f"/{file.path}" for file in content.root_files)
    yield from _files(content, known, lines)


def _files(content: Content, known: RelatedStories, lines: Mapping[str, Uses]) -> Iterable[str]:
    for page in (theme_address(theme.slug) for theme in content.themes):
        yield from (page + FEED, page + JSON_FEED)
    yield CALENDAR_FILE
    for story in known.listed:
        if story.event and "feed" in lines[story.path]:
            yield event_file(story.address)
