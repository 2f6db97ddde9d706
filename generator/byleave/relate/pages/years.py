"""All stories: the newest, and those of each year; and how pages go by years."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from byleave.model.pieces import ListSection, PageLink
from byleave.model.published import StoryHead
from byleave.model.site import StoriesView, View, YearView
from byleave.relate.index.editions import StoriesOfEdition
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.apart import apart
from byleave.relate.pages.paging import PageOfList, in_pages

# How many of the newest stories stand on the page of all stories.
ON_FIRST_PAGE = 50


def stories_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The newest stories of an edition."""
    newest = edition.listed[:ON_FIRST_PAGE]
    years = year_places(edition.years, edition.stories_of)
    make = partial(_stories, newest, years, edition, known)
    yield PlannedPage(edition.stories, make, known.listing_uses(newest))


def year_pages(edition: StoriesOfEdition, known: Index) -> Iterator[PlannedPage]:
    """The stories of each year.

    A year has its page as long as it has a story, wherever else they stand, so that its address
    does not come and go with the stories of other years.
    """
    by_year = {year: _stories_first(listed) for year, listed in edition.years.items()}
    make = partial(_year, edition.language)
    return pages_by_year(by_year, edition.stories_of, make, known)


def _stories_first(listed: tuple[StoryHead, ...]) -> tuple[StoryHead, ...]:
    found = apart(listed)
    return (*found.stories, *found.events)


def _stories(
    newest: tuple[StoryHead, ...],
    years: tuple[PageLink, ...],
    edition: StoriesOfEdition,
    known: Index,
) -> StoriesView:
    return StoriesView(
        address=edition.stories,
        title="",
        language=edition.language,
        years=tuple(_first_of_years(newest, edition, known)),
        all_years=years,
    )


def _year(
    language: str,
    year: int,
    page: PageOfList[StoryHead],
    years: tuple[PageLink, ...],
    known: Index,
) -> YearView:
    listed = apart(page.things)
    return YearView(
        address=page.address,
        title=str(year),
        language=language,
        year=year,
        items=known.lines(listed.stories),
        events=known.lines(listed.events),
        paging=page.paging,
        all_years=years,
    )


def _first_of_years(
    newest: tuple[StoryHead, ...], edition: StoriesOfEdition, known: Index
) -> Iterator[ListSection]:
    years: dict[int, list[StoryHead]] = {}
    for story in newest:
        years.setdefault(story.date.year, []).append(story)
    for year, stories in years.items():
        listed = apart(stories)
        yield ListSection(
            title=str(year),
            items=known.lines(listed.stories),
            events=known.lines(listed.events),
            address=edition.stories_of(year),
            more=len(stories) < len(edition.years[year]),
        )


def pages_by_year(
    by_year: Mapping[int, tuple[StoryHead, ...]],
    address: Callable[[int], str],
    make: Callable[[int, PageOfList[StoryHead], tuple[PageLink, ...], Index], View],
    known: Index,
) -> Iterator[PlannedPage]:
    """The pages of each year; `make` is also given where the pages of all years are."""
    years = year_places(by_year, address)
    for year, stories in by_year.items():
        for page in in_pages(address(year), stories):
            made = partial(make, year, page, years, known)
            yield PlannedPage(page.address, made, known.listing_uses(page.things))


def year_places(years: Mapping[int, object], address: Callable[[int], str]) -> tuple[PageLink, ...]:
    """The pages of years as links show them, newest first."""
    return tuple(
        PageLink(address=address(year), title=str(year)) for year in sorted(years, reverse=True)
    )
