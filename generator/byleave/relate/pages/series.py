"""Series: the list of them, and the stories of each in order."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from byleave.model.addresses import ALL_SERIES, series_address
from byleave.model.permission import words_in
from byleave.model.pieces import PageLink, SeriesLine
from byleave.model.published import StoryHead
from byleave.model.settings import Settings
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
    first, settings = stories[-1], known.content.settings
    title, tongue, description = _said(slug, settings)
    opens = known.items[first.path]
    said = heard(() if opens.picture else stories[::-1], settings.language, known)
    return _Told(
        slug=slug,
        line=SeriesLine(
            place=PageLink(address=series_address(slug), title=title, language=tongue),
            description=description,
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
    title, tongue, description = _said(slug, settings)
    return SeriesView(
        address=series_address(slug),
        title=title,
        language=tongue,
        description=description,
        items=known.lines(stories[::-1]),
    )


def _said(slug: str, settings: Settings) -> tuple[str, str, str]:
    """What a series is called on pages of its own, in which language, and a line about it."""
    series, own = settings.series[slug], settings.language
    description = words_in(series.description, own, own)[0] if series.description else ""
    return *words_in(series.title, own, own), description
