"""Series: the list of them, and the stories of each in order."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import ALL_SERIES, series_address
from byleave.model.pieces import PageLink
from byleave.model.published import StoryHead
from byleave.model.site import AllSeriesView, SeriesView
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage


def series_pages(known: Index) -> Iterator[PlannedPage]:
    """The list of series, and the page of each that has a published story."""
    yield PlannedPage(ALL_SERIES, partial(_all_series, known))
    for slug, stories in known.by_series.items():
        make = partial(_series, slug, stories, known)
        yield PlannedPage(series_address(slug), make, known.listing_uses(stories))


def _all_series(known: Index) -> AllSeriesView:
    settings = known.content.settings
    titles = {slug: settings.series[slug] for slug in known.by_series}
    in_order = sorted(titles.items(), key=lambda pair: (pair[1].casefold(), pair[0]))
    return AllSeriesView(
        address=ALL_SERIES,
        title="",
        language=settings.language,
        series=tuple(
            PageLink(address=series_address(slug), title=title) for slug, title in in_order
        ),
    )


def _series(slug: str, stories: tuple[StoryHead, ...], known: Index) -> SeriesView:
    settings = known.content.settings
    return SeriesView(
        address=series_address(slug),
        title=settings.series[slug],
        language=settings.language,
        items=known.lines(stories[::-1]),
    )
