"""Every address on the site that a link in a text may lead to, and where it really leads."""

from collections.abc import Iterable, Mapping

from byleave.model.addresses import (
    ACCESSIBILITY,
    CALENDAR,
    CALENDAR_FILE,
    FEED,
    HOME,
    HOW_WE_ASK,
    JSON_FEED,
    SECTIONS,
    YEARS,
    address_of_person,
    event_file,
    page_address,
    series_address,
    theme_address,
)
from byleave.model.published import Content
from byleave.relate.kin import Kin
from byleave.relate.uses import Uses

_ALWAYS = (HOME, *SECTIONS, ACCESSIBILITY, HOW_WE_ASK)


def stories_of(year: int) -> str:
    """The address of the stories of a year; no story can be at one that is so deep."""
    return f"{YEARS}{year}/"


def past_events_of(year: int) -> str:
    """The address of the events of a year that are over."""
    return f"{CALENDAR}years/{year}/"


def addresses(content: Content, known: Kin, lines: Mapping[str, Uses]) -> Mapping[str, str]:
    """Every address that a link may lead to, and where it really leads.

    An old address of a story gives way to whatever is there now.
    """
    old = {
        page_address(alias): story.address
        for story in content.stories
        if not story.responds_to
        for alias in story.aliases
    }
    return old | {address: address for address in _own(content, known, lines)}


def _own(content: Content, known: Kin, lines: Mapping[str, Uses]) -> Iterable[str]:
    yield from _ALWAYS
    yield from map(stories_of, known.years)
    yield from map(past_events_of, known.past_events)
    yield from (theme_address(theme.slug) for theme in content.themes)
    yield from map(series_address, known.by_series)
    yield from map(address_of_person, known.people)
    yield from (story.address for story in content.stories if not story.responds_to)
    yield from (page.address for page in content.pages)
    yield from (f"/{file.path}" for file in content.root_files)
    yield from _files(known, lines)


def _files(known: Kin, lines: Mapping[str, Uses]) -> Iterable[str]:
    fed = [story for story in known.listed if "feed" in lines[story.path]]
    if fed:
        yield from (f"/{FEED}", f"/{JSON_FEED}")
    for theme in {theme for story in fed for theme in story.themes}:
        yield from (theme_address(theme) + FEED, theme_address(theme) + JSON_FEED)
    events = [event_file(story.address) for story in fed if story.event]
    if events:
        yield from (CALENDAR_FILE, *events)
