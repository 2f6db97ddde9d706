"""Series: the list of them, and the stories of each in order."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from byleave.model.addresses import ALL_SERIES, series_address
from byleave.model.pieces import PageLink, SeriesLine
from byleave.model.published import StoryHead
from byleave.model.site import AllSeriesView, SeriesView
from byleave.relate.index.common_uses import ALL_USES, Uses
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage
from byleave.relate.pages.theme_lines import heard


def series_pages(known: Index) -> Iterator[PlannedPage]:
    """The list of series, and the page of each that has a published story."""
    told = [_told(slug, stories, known) for slug, stories in known.by_series.items()]
    in_order = sorted(told, key=lambda one: (one.line.place.title.casefold(), one.slug))
    uses = ALL_USES.intersection(*(one.uses for one in told))
    yield PlannedPage(ALL_SERIES, partial(_all_series, tuple(in_order), known), uses)
    for slug, stories in known.by_series.items():
        make = partial(_series, slug, stories, known)
        yield PlannedPage(series_address(slug), make, known.listing_uses(stories))


def opening_stories(known: Index) -> Iterator[StoryHead]:
    """The stories with which series begin: the list of series shows their pictures."""
    return (stories[-1] for stories in known.by_series.values())


class _Told(Struct, frozen=True, kw_only=True):
    """A series in the list of them, and the uses of what is said of its stories there."""

    slug: str
    line: SeriesLine
    uses: Uses


def _told(slug: str, stories: tuple[StoryHead, ...], known: Index) -> _Told:
    """The line of a series; `stories` are newest first."""
    first, series = stories[-1], known.content.settings.series[slug]
    opens = known.items[first.path]
    said = heard(() if opens.picture else stories[::-1], known.content.settings.language, known)
    return _Told(
        slug=slug,
        line=SeriesLine(
            place=PageLink(address=series_address(slug), title=series.title),
            description=series.description or "",
            stories=len(stories),
            first=first.date,
            last=stories[0].date,
            opens=opens,
            heard=said.found,
        ),
        uses=known.line_uses[first.path] & said.uses,
    )


def _all_series(told: tuple[_Told, ...], known: Index) -> AllSeriesView:
    return AllSeriesView(
        address=ALL_SERIES,
        title="",
        language=known.content.settings.language,
        series=tuple(one.line for one in told),
    )


def _series(slug: str, stories: tuple[StoryHead, ...], known: Index) -> SeriesView:
    settings = known.content.settings
    series = settings.series[slug]
    return SeriesView(
        address=series_address(slug),
        title=series.title,
        language=settings.language,
        description=series.description or "",
        items=known.lines(stories[::-1]),
    )
