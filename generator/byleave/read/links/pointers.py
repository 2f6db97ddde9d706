"""Where settings and events lead on this site: what is no text with links in it, and points."""

from collections.abc import Iterator, Mapping
from typing import Any

from byleave.model.published import NavigationLink, PublishedLink
from byleave.model.settings import Settings
from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Positions
from byleave.read.links.destinations import resolve

_OF_EVENTS: tuple[KeyPath, ...] = (
    ("event", "map"),
    ("event", "booking", "url"),
    ("event", "join"),
)


def navigation(settings: Settings, path: str, at: Positions) -> tuple[NavigationLink, ...]:
    """The items of the navigation, in their order; `path` is that of the settings."""
    return tuple(
        NavigationLink(
            **_where(item.address, path, settings.url, at, ("navigation", number)),
            text="\n".join(item.title.values()),
            titles=item.title,
        )
        for number, item in enumerate(settings.navigation)
    )


def of_event(
    front: FrontMatter, path: str, site_url: str, at: Positions
) -> Iterator[PublishedLink]:
    """Where the keys of an event lead on the site at `site_url`; `path` is that of the story."""
    for place in _OF_EVENTS if front.event else ():
        value: object = front
        for key in place:
            value = getattr(value, str(key), None)
        if isinstance(value, str):
            link = PublishedLink(**_where(value, path, site_url, at, place))
            if link.kind != "elsewhere":
                yield link


def _where(
    destination: str, path: str, site_url: str, at: Positions, place: KeyPath
) -> Mapping[str, Any]:
    """The fields of a link that leads to a destination, and stands at `place`."""
    to, here = resolve(destination, path, site_url), at.at(*place)
    return {
        "destination": destination,
        "kind": to.kind,
        "target": to.target,
        "fragment": to.fragment,
        "line": here.line,
        "column": here.column,
    }
