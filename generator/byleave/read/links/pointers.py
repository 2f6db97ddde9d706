"""Where settings and events lead on this site: what is no text with links in it, and points."""

from collections.abc import Iterator

from byleave.model.published import PublishedLink
from byleave.model.settings import Settings
from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Positions
from byleave.read.links.destinations import resolve

_OF_EVENTS: tuple[KeyPath, ...] = (
    ("event", "map"),
    ("event", "booking", "url"),
    ("event", "join"),
)


def navigation(settings: Settings, path: str, at: Positions) -> tuple[PublishedLink, ...]:
    """The items of the navigation, in their order; `path` is that of the settings."""
    return tuple(
        _link(item.address, path, settings.url, at, ("navigation", number), item.title)
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
            link = _link(value, path, site_url, at, place)
            if link.kind != "elsewhere":
                yield link


def _link(
    destination: str, path: str, site_url: str, at: Positions, place: KeyPath, text: str = ""
) -> PublishedLink:
    to, here = resolve(destination, path, site_url), at.at(*place)
    return PublishedLink(
        destination=destination,
        kind=to.kind,
        target=to.target,
        fragment=to.fragment,
        line=here.line,
        column=here.column,
        text=text,
    )
