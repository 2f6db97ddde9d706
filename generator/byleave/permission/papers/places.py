"""Where on a site a story shows besides in itself: all that its plan has, so none is forgotten."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from byleave.model.forms import PlaceKind, SeenAt
from byleave.model.machine_files import (
    CalendarFileView,
    FeedView,
    JsonFeedView,
    SitemapView,
)
from byleave.model.pieces import Body
from byleave.model.published import Media
from byleave.model.site import (
    AToZView,
    CalendarView,
    CalendarYearView,
    HomeView,
    LetterView,
    PeopleView,
    RedirectView,
    SeriesView,
    SitePlan,
    StoriesView,
    ThemeView,
    View,
    YearView,
)
from byleave.model.terms import Use
from byleave.values import field_names

_KINDS: Mapping[type[View], tuple[PlaceKind, Use]] = {
    HomeView: ("home", "web"),
    StoriesView: ("stories", "web"),
    YearView: ("year", "web"),
    ThemeView: ("theme", "web"),
    SeriesView: ("series", "web"),
    AToZView: ("a-to-z", "web"),
    LetterView: ("a-to-z", "web"),
    CalendarView: ("calendar", "web"),
    CalendarYearView: ("calendar", "web"),
    RedirectView: ("old", "web"),
    FeedView: ("feed", "feed"),
    JsonFeedView: ("feed", "feed"),
    CalendarFileView: ("calendar-file", "feed"),
    SitemapView: ("sitemap", "engines"),
}
_ORDER = {kind: number for number, kind in enumerate(get_args(PlaceKind))}
_HOME = "/"


def places(plan: SitePlan, address: str, title: str, person: str) -> tuple[SeenAt, ...]:
    """Every page and file of the plan that shows the story at `address`, which has `title`.

    `person` is the address of the voice's own page, empty where they have none; pages of other
    people are theirs to decide about and count as pages beside the story.
    """
    found: dict[tuple[PlaceKind, str, Use], tuple[str, ...]] = {("page", title, "web"): (address,)}
    for kind, use, view in _views(plan, address, person):
        key = (kind, view.title, use)
        found[key] = (*found.get(key, ()), view.address)
    seen = (
        SeenAt(kind=kind, title=title, addresses=addresses, use=use)
        for (kind, title, use), addresses in found.items()
    )
    return tuple(sorted(seen, key=lambda one: _ORDER[one.kind]))


def file_places(plan: SitePlan, address: str) -> tuple[SeenAt, ...]:
    """Every page of the plan on which the file at `address` stands, by itself or in a text."""
    found: dict[tuple[PlaceKind, str], tuple[str, ...]] = {}
    for view in plan.views:
        if _stands_on(view, address):
            kind, _ = _kind(view)
            key = (kind, view.title)
            found[key] = (*found.get(key, ()), view.address)
    seen = (
        SeenAt(kind=kind, title=title, addresses=addresses, use="web")
        for (kind, title), addresses in found.items()
    )
    return tuple(sorted(seen, key=lambda one: _ORDER[one.kind]))


def _stands_on(view: View, address: str) -> bool:
    if isinstance(view, HomeView):
        pictures = (item.picture for item in view.newest if item.picture)
        return any(picture.file.address == address for picture in pictures)
    return _has_in_text(view, address)


def _has_in_text(value: Any, address: str) -> bool:
    if isinstance(value, Body):
        return any(media.file.address == address for media in value.media.values())
    if isinstance(value, tuple):
        return any(_has_in_text(one, address) for one in value)
    return any(_has_in_text(getattr(value, name), address) for name in field_names(value))


def _views(plan: SitePlan, address: str, person: str) -> Iterator[tuple[PlaceKind, Use, View]]:
    for view in plan.views:
        if person and isinstance(view, PeopleView):
            yield "people", "people", view
        elif person and view.address == person:
            yield "person", "people", view
        elif view.address != address and _shows(view, address):
            yield (*_kind(view), view)


def _kind(view: View) -> tuple[PlaceKind, Use]:
    kind, use = _KINDS.get(type(view), ("beside", "web"))
    is_of_theme = kind == "feed" and getattr(view, "page", _HOME) != _HOME
    return ("theme-feed" if is_of_theme else kind), use


def _shows(value: Any, address: str) -> bool:
    """Whether a view or a piece of one leads to `address`; texts are looked at by nobody here."""
    if isinstance(value, Body | Media):
        return False
    if isinstance(value, tuple):
        if value and value[0] == address:
            return True
        return any(_shows(one, address) for one in value)
    if not isinstance(value, View) and getattr(value, "address", None) == address:
        return True
    return any(_shows(getattr(value, name), address) for name in field_names(value))
