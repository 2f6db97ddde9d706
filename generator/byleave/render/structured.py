"""What search engines are told of a page: JSON-LD in the words of schema.org.

Only for pages that they may show. Nobody is a Person there but those who gave leave to a page
of their own.
"""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup
from msgspec import Struct
from msgspec.json import encode

from byleave.model.pieces import PageLink, Person
from byleave.model.rights import licence_of
from byleave.model.settings import Settings
from byleave.model.site import EventView, HomeView, PersonView, StoryView, View
from byleave.render.dates import instant
from byleave.render.structured_events import event_facts

Facts = Mapping[str, object]

# What would end a script element, or begin one in old browsers, wherever it stands in a text
# (HTML, 4.12.1.3); JSON writes every character also by its number.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


class DescribedSite(Struct, frozen=True, kw_only=True):
    """What is the same for all pages: the site, and how its addresses are written out."""

    settings: Settings
    absolute: Callable[[str], str]

    @property
    def organisation(self) -> Facts:
        """The group itself."""
        return {
            "@type": "Organization",
            "name": self.settings.name,
            "url": self.absolute("/"),
        }


def structured_data(view: View, trail: Iterable[PageLink], site: DescribedSite) -> Markup:
    """A script element with the facts of `view`; empty where there is nothing to tell."""
    if not view.indexable:
        return Markup()
    graph = [facts for facts in (_page(view, site), _breadcrumbs(view, trail, site)) if facts]
    if not graph:
        return Markup()
    data = {"@context": "https://schema.org", "@graph": graph}
    text = encode(data).decode().translate(_ESCAPES)
    # Every character that has a meaning in HTML is escaped.
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704


def _page(view: View, site: DescribedSite) -> Facts:
    match view:
        case EventView():
            return event_facts(view, site.settings, site.absolute)
        case StoryView():
            return _article(view, site)
        case PersonView():
            return _profile(view, site)
        case HomeView(address="/"):
            return _website(view, site)
    return {}


def _article(view: StoryView, site: DescribedSite) -> Facts:
    zone = site.settings.timezone
    authors = [_person(voice, site) for voice in view.voices if _is_author(voice)]
    licence = licence_of(view.rights)
    return _said(
        {
            "@type": "Article",
            "url": site.absolute(view.address),
            "headline": view.title,
            "description": view.summary,
            "inLanguage": view.language,
            "datePublished": instant(view.date, zone),
            "dateModified": instant(view.updated, zone) if view.updated else "",
            "author": authors,
            "publisher": site.organisation,
            "license": licence.address if licence else "",
        }
    )


def _is_author(voice: Person) -> bool:
    return bool(voice.address) and voice.part.casefold() in ("author", "storyteller")


def _person(voice: Person, site: DescribedSite) -> Facts:
    return {"@type": "Person", "name": voice.name, "url": site.absolute(voice.address)}


def _profile(view: PersonView, site: DescribedSite) -> Facts:
    address = site.absolute(view.address)
    person = {"@type": "Person", "name": view.title, "url": address}
    return {"@type": "ProfilePage", "@id": address, "mainEntity": person}


def _website(view: HomeView, site: DescribedSite) -> Facts:
    return _said(
        {
            "@type": "WebSite",
            "@id": site.absolute("/"),
            "url": site.absolute("/"),
            "name": view.title,
            "description": view.summary,
            "inLanguage": view.language,
            "publisher": site.organisation,
        }
    )


def _breadcrumbs(view: View, trail: Iterable[PageLink], site: DescribedSite) -> Facts:
    places = list(trail)
    if not places or not view.title:
        return {}
    # The last is the page itself, whose address need not be said.
    listed = [
        _place(number, place.title) | {"item": site.absolute(place.address)}
        for number, place in enumerate(places, 1)
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [*listed, _place(len(places) + 1, view.title)],
    }


def _place(number: int, name: str) -> dict[str, object]:
    return {"@type": "ListItem", "position": number, "name": name}


def _said(facts: Facts) -> Facts:
    """The facts that say something."""
    return {name: value for name, value in facts.items() if value}
