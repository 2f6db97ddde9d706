"""Where on a site a story shows besides in itself: all that its plan has, so none is forgotten."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, get_args

from byleave.model.forms import PlaceKind, SeenAt
from byleave.model.machine_files import (
    CalendarFileView,
    FeedView,
    JsonFeedView,
    SearchCardsView,
    SitemapView,
)
from byleave.model.pieces import Body, ListItem
from byleave.model.published import PublishedMedia
from byleave.model.site import (
    AllSeriesView,
    AToZLetterView,
    AToZView,
    CalendarView,
    CalendarYearView,
    EventsView,
    FormatView,
    HomeView,
    PeopleView,
    PlacesView,
    PlaceView,
    RedirectView,
    SearchLetterView,
    SearchView,
    SeriesView,
    StoriesView,
    ThemesView,
    ThemeView,
    View,
    YearView,
)
from byleave.model.site_plan import SitePlan
from byleave.model.terms import Use
from byleave.values import field_names

_KINDS: Mapping[type[View], tuple[PlaceKind, Use]] = {
    HomeView: ("home", "web"),
    StoriesView: ("stories", "web"),
    YearView: ("year", "web"),
    ThemesView: ("themes", "web"),
    ThemeView: ("theme", "web"),
    AllSeriesView: ("all-series", "web"),
    SeriesView: ("series", "web"),
    AToZView: ("a-to-z", "web"),
    AToZLetterView: ("a-to-z", "web"),
    SearchView: ("search", "search"),
    SearchLetterView: ("search", "search"),
    SearchCardsView: ("search", "search"),
    CalendarView: ("calendar", "web"),
    CalendarYearView: ("calendar", "web"),
    EventsView: ("events", "web"),
    PlacesView: ("places", "web"),
    PlaceView: ("place", "web"),
    RedirectView: ("old", "web"),
    FeedView: ("feed", "feed"),
    JsonFeedView: ("feed", "feed"),
    CalendarFileView: ("calendar-file", "feed"),
    SitemapView: ("sitemap", "engines"),
}
# The lists that choose one of their stories to show, and the page on which each of these stands.
_CHOOSE: Mapping[type[View], PlaceKind] = {
    ThemesView: "year",
    AllSeriesView: "series",
    PlacesView: "place",
}
_ORDER = {kind: number for number, kind in enumerate(get_args(PlaceKind))}
_HOME = "/"


def places(
    plan: SitePlan, address: str, title: str, person: str, versions: Collection[str] = ()
) -> tuple[SeenAt, ...]:
    """Every page and file of the plan that shows the story at `address`, which has `title`.

    `versions` are the addresses of those of its versions that the form shows. `person` is the
    address of the voice's own page, empty where they have none; pages of other people are theirs to
    decide about and count as pages beside the story.
    """
    found: dict[tuple[PlaceKind, str, Use], tuple[str, ...]] = {("page", title, "web"): (address,)}
    for kind, use, view in _views(plan, (address, *versions), address, person):
        key = (kind, _title(view, kind), use)
        found[key] = (*found.get(key, ()), view.address)
    # Whether it stands on these by itself hangs on who else says yes, and on what else is there.
    for view in (one for one in plan.views if _may_show(one, found)):
        kind, use = _kind(view, plan)
        found.setdefault((kind, _title(view, kind), use), (view.address,))
    seen = (
        SeenAt(kind=kind, title=title, addresses=addresses, use=use)
        for (kind, title, use), addresses in found.items()
    )
    return tuple(sorted(seen, key=lambda one: _ORDER[one.kind]))


def _may_show(view: View, found: Iterable[tuple[PlaceKind, str, Use]]) -> bool:
    """Whether a page shows words or a line of the story, if it is the one that it chooses."""
    by = "year" if view.address == _HOME else _CHOOSE.get(type(view))
    return any(kind == by for kind, _, _ in found)


def file_places(plan: SitePlan, address: str) -> tuple[SeenAt, ...]:
    """Every page of the plan on which the file at `address` stands, by itself or in a text."""
    found: dict[tuple[PlaceKind, str], tuple[str, ...]] = {}
    for view in plan.views:
        if _stands_on(view, address):
            kind, _ = _kind(view, plan)
            key = (kind, _title(view, kind))
            found[key] = (*found.get(key, ()), view.address)
    seen = (
        SeenAt(kind=kind, title=title, addresses=addresses, use="web")
        for (kind, title), addresses in found.items()
    )
    return tuple(sorted(seen, key=lambda one: _ORDER[one.kind]))


def _stands_on(view: View, address: str) -> bool:
    pictures = (item.picture for item in _with_pictures(view) if item.picture)
    if any(picture.file.address == address for picture in pictures):
        return True
    return _has_in_text(view, address)


def _with_pictures(view: View) -> tuple[ListItem, ...]:
    """The lines of a view that it shows with the pictures of their stories."""
    if isinstance(view, AllSeriesView):
        return tuple(line.opens for line in view.series)
    return view.newest if isinstance(view, HomeView) else ()


def _has_in_text(value: Any, address: str) -> bool:
    if isinstance(value, ListItem):
        return False
    if isinstance(value, PublishedMedia):
        return value.file.address == address
    if isinstance(value, Body):
        return any(media.file.address == address for media in value.media.values())
    if isinstance(value, tuple):
        return any(_has_in_text(one, address) for one in value)
    return any(_has_in_text(getattr(value, name), address) for name in field_names(value))


def _views(
    plan: SitePlan, addresses: Collection[str], own: str, person: str
) -> Iterator[tuple[PlaceKind, Use, View]]:
    for view in plan.views:
        if person and isinstance(view, PeopleView):
            yield "people", "people", view
        elif person and view.address == person:
            yield "person", "people", view
        elif view.address != own and _shows(view, addresses):
            yield (*_kind(view, plan), view)


def _kind(view: View, plan: SitePlan) -> tuple[PlaceKind, Use]:
    kind, use = _KINDS.get(type(view), ("beside", "web"))
    if isinstance(view, FormatView):
        return view.format, use
    if _is_of_language(view, plan):
        return ("language-feed" if kind == "feed" else "language"), use
    is_of_theme = kind == "feed" and getattr(view, "page", _HOME) != _HOME
    return ("theme-feed" if is_of_theme else kind), use


def _title(view: View, kind: PlaceKind) -> str:
    # An index of many pages is one place.
    if kind == "search":
        return ""
    return view.language if kind in ("language", "language-feed") else view.title


def _is_of_language(view: View, plan: SitePlan) -> bool:
    """Whether it is a list or a feed of a further language of the site."""
    of_lists = HomeView | StoriesView | YearView | FeedView | JsonFeedView
    _, *further = plan.editions
    return isinstance(view, of_lists) and view.address.startswith(
        tuple(one.address for one in further)
    )


def _shows(value: Any, addresses: Collection[str]) -> bool:
    """Whether a view or a piece of one leads to one of `addresses`; texts are not looked at."""
    if isinstance(value, Body | PublishedMedia):
        return False
    if isinstance(value, tuple):
        if value and value[0] in addresses:
            return True
        return any(_shows(one, addresses) for one in value)
    if not isinstance(value, View) and getattr(value, "address", None) in addresses:
        return True
    return any(_shows(getattr(value, name), addresses) for name in field_names(value))
