"""The pages that lead to stories: home, all stories by year, series."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice

from byleave.model.addresses import ALL_SERIES, HOME, STORIES, series_address
from byleave.model.pieces import Group, Place
from byleave.model.published import Story
from byleave.model.site import AllSeriesView, HomeView, SeriesView, StoriesView, View, YearView
from byleave.relate.addresses import stories_of
from byleave.relate.index import Index
from byleave.relate.kin import starts
from byleave.relate.paging import Page, pages
from byleave.relate.planned import Planned
from byleave.relate.themes import by_title, theme_place

NEWEST = 10
COMING_UP = 10
# How many of the newest stories stand on the page of all stories.
ON_FIRST_PAGE = 50


def home_pages(known: Index) -> Iterator[Planned]:
    """The first page. It is for search engines too, so it shows only what they may show."""
    open_ = [story for story in known.listed if "engines" in known.line_uses[story.path]]
    events = (story for story in open_ if story.event and not story.past)
    upcoming = sorted(events, key=starts)[:COMING_UP]
    others = (story for story in open_ if not story.event or story.past)
    newest = list(islice(others, NEWEST))
    uses = known.listing_uses((*upcoming, *newest))
    yield Planned(HOME, partial(_home, newest, upcoming, known), uses)


def _home(newest: Sequence[Story], upcoming: Sequence[Story], known: Index) -> HomeView:
    settings = known.content.settings
    return HomeView(
        address=HOME,
        title=settings.title,
        language=settings.language,
        summary=settings.tagline or "",
        shareable=True,
        newest=known.lines(newest),
        upcoming=known.lines(upcoming),
        themes=tuple(map(theme_place, sorted(known.content.themes, key=by_title))),
    )


def stories_pages(known: Index) -> Iterator[Planned]:
    """The newest stories."""
    newest = known.listed[:ON_FIRST_PAGE]
    years = year_places(known.years, stories_of)
    yield Planned(STORIES, partial(_stories, newest, years, known), known.listing_uses(newest))


def year_pages(known: Index) -> Iterator[Planned]:
    """The stories of each year.

    A year has its page as long as it has a story, wherever else they stand, so that its address
    does not come and go with the stories of other years.
    """
    return pages_by_year(known.years, stories_of, _year, known)


def _stories(newest: tuple[Story, ...], years: tuple[Place, ...], known: Index) -> StoriesView:
    return StoriesView(
        address=STORIES,
        title="",
        language=known.content.settings.language,
        years=tuple(_first_of_years(newest, known)),
        all_years=years,
    )


def _year(year: int, page: Page[Story], years: tuple[Place, ...], known: Index) -> YearView:
    return YearView(
        address=page.address,
        title=str(year),
        language=known.content.settings.language,
        year=year,
        items=known.lines(page.things),
        paging=page.paging,
        all_years=years,
    )


def _first_of_years(newest: tuple[Story, ...], known: Index) -> Iterator[Group]:
    years: dict[int, list[Story]] = {}
    for story in newest:
        years.setdefault(story.date.year, []).append(story)
    for year, stories in years.items():
        yield Group(
            title=str(year),
            items=known.lines(stories),
            address=stories_of(year),
            more=len(stories) < len(known.years[year]),
        )


def series_pages(known: Index) -> Iterator[Planned]:
    """The list of series, and the page of each that has a published story."""
    yield Planned(ALL_SERIES, partial(_all_series, known))
    for slug, stories in known.by_series.items():
        make = partial(_series, slug, stories, known)
        yield Planned(series_address(slug), make, known.listing_uses(stories))


def _all_series(known: Index) -> AllSeriesView:
    settings = known.content.settings
    titles = {slug: settings.series[slug] for slug in known.by_series}
    in_order = sorted(titles.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    return AllSeriesView(
        address=ALL_SERIES,
        title="",
        language=settings.language,
        series=tuple(Place(address=series_address(slug), title=title) for slug, title in in_order),
    )


def _series(slug: str, stories: tuple[Story, ...], known: Index) -> SeriesView:
    settings = known.content.settings
    return SeriesView(
        address=series_address(slug),
        title=settings.series[slug],
        language=settings.language,
        items=known.lines(stories[::-1]),
    )


def pages_by_year(
    by_year: Mapping[int, tuple[Story, ...]],
    address: Callable[[int], str],
    make: Callable[[int, Page[Story], tuple[Place, ...], Index], View],
    known: Index,
) -> Iterator[Planned]:
    """The pages of each year; `make` is also given where the pages of all years are."""
    years = year_places(by_year, address)
    for year, stories in by_year.items():
        for page in pages(address(year), stories):
            made = partial(make, year, page, years, known)
            yield Planned(page.address, made, known.listing_uses(page.things))


def year_places(years: Mapping[int, object], address: Callable[[int], str]) -> tuple[Place, ...]:
    """The pages of years as links show them, newest first."""
    return tuple(
        Place(address=address(year), title=str(year)) for year in sorted(years, reverse=True)
    )
