"""The pages that lead to stories: home, all stories by year, series."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from byleave.model.pieces import Group, Item, Place
from byleave.model.published import Story
from byleave.model.site import AllSeriesView, HomeView, SeriesView, StoriesView, View, YearView
from byleave.relate.addresses import ALL_SERIES, HOME, STORIES, series_address, stories_of
from byleave.relate.index import Index
from byleave.relate.kin import starts
from byleave.relate.paging import pages
from byleave.relate.themes import by_title, theme_place

NEWEST = 10
COMING_UP = 10
# How many of the newest stories stand on the page of all stories.
ON_FIRST_PAGE = 50


def home_view(known: Index) -> HomeView:
    """The first page. It is for search engines too, so it shows only what they may show."""
    settings = known.content.settings
    listed = [story for story in known.listed if "engines" in known.line_uses[story.path]]
    upcoming = sorted((one for one in listed if one.event and not one.past), key=starts)
    newest = [story for story in listed if not story.event or story.past]
    return HomeView(
        address=HOME,
        title=settings.title,
        language=settings.language,
        summary=settings.tagline or "",
        shareable=True,
        newest=items(newest[:NEWEST], known),
        upcoming=items(upcoming[:COMING_UP], known),
        themes=tuple(map(theme_place, sorted(known.content.themes, key=by_title))),
    )


def stories_views(known: Index) -> Iterator[View]:
    """The newest stories, and those of each year.

    A year has its page as long as it has a story, wherever else they stand, so that its address
    does not come and go with the stories of other years.
    """
    newest = known.listed[:ON_FIRST_PAGE]
    years = year_places(known.years, stories_of)
    language = known.content.settings.language
    yield StoriesView(
        address=STORIES,
        title="",
        language=language,
        indexable=indexable(newest, known),
        years=tuple(_first_of_years(newest, known)),
        all_years=years,
    )
    for year, stories in known.years.items():
        for page in pages(stories_of(year), stories):
            yield YearView(
                address=page.address,
                title=str(year),
                language=language,
                indexable=indexable(page.things, known),
                year=year,
                items=items(page.things, known),
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
            items=items(stories, known),
            address=stories_of(year),
            more=len(stories) < len(known.years[year]),
        )


def series_views(known: Index) -> Iterator[View]:
    """The list of series, and the page of each that has a published story."""
    settings = known.content.settings
    titles = {slug: settings.series[slug] for slug in known.by_series}
    in_order = sorted(titles.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    yield AllSeriesView(
        address=ALL_SERIES,
        title="",
        language=settings.language,
        series=tuple(Place(address=series_address(slug), title=title) for slug, title in in_order),
    )
    for slug, title in in_order:
        stories = known.by_series[slug]
        yield SeriesView(
            address=series_address(slug),
            title=title,
            language=settings.language,
            indexable=indexable(stories, known),
            items=items(stories[::-1], known),
        )


def items(stories: Iterable[Story], known: Index) -> tuple[Item, ...]:
    """The lines of stories in their order."""
    return tuple(known.items[story.path] for story in stories)


def indexable(stories: Iterable[Story], known: Index) -> bool:
    """Whether search engines may show a page that lists `stories`."""
    return all("engines" in known.line_uses[story.path] for story in stories)


def year_places(years: Mapping[int, object], address: Callable[[int], str]) -> tuple[Place, ...]:
    """The pages of years as links show them, newest first."""
    return tuple(
        Place(address=address(year), title=str(year)) for year in sorted(years, reverse=True)
    )
